# The case library.
case-municipality = Kommun
case-in-phase = Skede
case-themes = Teman
case-last-checked = Senast kontrollerad
case-visibility = Synlighet
case-confidential = ej offentlig: visas bara för nätverkets processledare
case-page = Sida { $page } av { $pages }
case-earlier = Föregående sida
case-later = Nästa sida
case-back-to-answer = Tillbaka till svaret
case-back-to-list = Visa alla fall
cases-all =
    { $count ->
        [one] Fallbanken: ett fall eller tema
       *[other] Fallbanken: { $count } fall och teman
    }
cases-narrowed =
    { $count ->
        [one] Ett fall eller tema för { $word }
       *[other] { $count } fall och teman för { $word }
    }
cases-by-municipality = Kommun
cases-by-phase = Skede
cases-by-theme = Tema
cases-others = Teman och bakgrund att läsa
cases-choose = Vilket vill du läsa?
cases-choose-error = Välj ett fall eller tema i listan.
cases-open = Öppna
cases-none = Jag hittar inget fall som heter eller handlar om { $word }.
cases-none-next = Prova en kommun, ett tema eller ett skede, till exempel fall mark – eller ställ frågan med egna ord.
