# The case library.
case-themes = Teman: { $themes }
case-confidential = Ej offentligt: visas bara för nätverkets processledare
case-back-to-answer = Tillbaka till svaret
case-back-to-list = Visa alla fall
cases-all =
    { $count ->
        [one] Fallbanken: ett fall eller tema
       *[other] Fallbanken: { $count } fall och teman
    }
cases-narrowed =
    { $count ->
        [one] Ett fall eller tema som rör ”{ $word }”
       *[other] { $count } fall och teman som rör ”{ $word }”
    }
cases-by-municipality = Kommuner
cases-by-phase = Skeden
cases-by-theme = Teman i fallen
cases-narrow = Skriv ”fall” och ett ord, till exempel ”fall mark”, så visar jag vilka fall det gäller.
cases-left-out = { $shown } av { $count } får plats i listan. Skriv ”fall” och en kommun, ett tema eller ett skede så visar jag färre.
cases-lessons = Lärdomar från nätverket
cases-more-lessons = … och { $count } till. Skriv ”fall” och ett ord, till exempel ”fall mark”, så visar jag vilka det gäller.
cases-others = Temasidor och bakgrund
cases-choose = Vilket vill du läsa?
cases-placeholder = Välj i listan
cases-choose-error = Välj ett fall eller tema i listan.
cases-open = Öppna
search-none = Fallbanken har inget om det. Prova en kommun, ett tema eller ett skede.
cases-none = Jag hittar inget fall som heter eller handlar om ”{ $word }”.
cases-none-next = Prova en kommun, ett tema eller ett skede, till exempel ”fall mark” – eller ställ frågan med egna ord.
