# Lärdomar som deltagarna bidrar med.
lesson-door = Bidra med en lärdom
lesson-door-what = Berätta kort vad ni har varit med om och vad ni lärde er, så hamnar det i fallbanken när en processledare har godkänt det. Bara du ser formuläret som öppnas, och alla i nätverket kan klicka för sin egen del.
lesson-door-open = Bidra …
lesson-own = Dina lärdomar
lesson-more = … och { $count } till, som får plats när du har skickat eller tagit bort några.
lesson-new = Ny lärdom
lesson-open = Visa
lesson-status =
    { $state ->
        [draft] { $before ->
            [true] ändringen är inte skickad; den godkända versionen finns i fallbanken
           *[false] utkast, bara du ser det
        }
        [waiting] väntar på processledaren
        [returned] processledaren vill veta mer
        [declined] togs inte med
       *[approved] finns i fallbanken
    }
lesson-form = Bidra med en lärdom
lesson-form-what = Några meningar i varje fält räcker. Skriv inte det som ert eget arkiv eller sekretess hindrar er från att dela.
lesson-answers = Svar på frågan:
lesson-problems =
    { $count ->
        [one] Ett fält behöver ändras.
       *[other] { $count } fält behöver ändras.
    }
lesson-label =
    { $field ->
        [title] Rubrik: vad handlar det om?
        [situation] Hur var läget?
        [did] Vad gjorde ni?
        [went] Hur gick det?
        [again] Vad skulle ni göra igen, eller inte?
        [home] Kommun eller organisation
        [phase] Skede
        [themes] Teman
        [link] Länk till en källa, om det finns en
        [named] Ditt namn
       *[public] Vem får läsa?
    }
lesson-yes =
    { $field ->
        [named] Visa mitt namn vid lärdomen. Utan kryss står bara kommunen.
       *[public] Alla i nätverket får läsa den. Utan kryss ser bara processledarna den.
    }
lesson-no-phase = inget särskilt skede
lesson-error-phase = Välj ett skede i listan.
lesson-preview = Förhandsgranska
lesson-problem =
    { $problem ->
        [empty] Skriv något här.
        [long] Korta ned det till högst { $most } tecken.
        [link] Skriv en hel webbadress, som börjar med https://, eller lämna fältet tomt.
       *[unknown] Välj bland dem i listan.
    }
lesson-reason = Processledaren skriver:
lesson-previewed = Så här blir den. Den är sparad men inte skickad.
lesson-send = Skicka till processledaren
lesson-change = Ändra
lesson-correct = Rätta
lesson-section =
    { $field ->
        [situation] Läget
        [did] Vad vi gjorde
        [went] Hur det gick
       *[again] Vad vi skulle göra igen, och inte
    }
lesson-seen =
    { $public ->
        [true] får läsas av alla i nätverket
       *[false] visas bara för processledarna
    }
lesson-alike = Det här finns redan och liknar det du skriver. Är det samma sak behövs ingen ny lärdom:
lesson-version = Version { $number }, godkänd { $date }
lesson-versions = Versioner
lesson-withdraw = Ta tillbaka
lesson-withdraw-sure =
    { $before ->
        [true] Ska lärdomen tas bort ur fallbanken, med alla sina versioner? Det går inte att ångra.
       *[false] Ska lärdomen tas bort? Det går inte att ångra.
    }
lesson-withdraw-yes = Ja, ta bort den
lesson-withdrawn = Lärdomen är borttagen.
lesson-holds = Den stämmer fortfarande
lesson-confirmed = Tack! Lärdomen är märkt som kontrollerad i dag.
lesson-back = Dina lärdomar
lesson-back-to-lesson = Tillbaka till lärdomen
lesson-sent = Tack! Lärdomen väntar nu på en processledare, och du får veta vad det blev.
lesson-wanted = { $mention }: { $by } tycker att fler borde få del av det du skrev. Vill du spara det som lärdom? Bara du ser formuläret, och inget sparas i fallbanken om du inte skickar det.
lesson-author-asked = Den som skrev meddelandet får frågan i tråden.
lesson-only-in-channel = Det går bara i en kanal där jag är med.
lesson-drafted =
    { $count ->
        [one] Ett utkast. Öppna det, komplettera kommun och text, och skicka det.
       *[other] { $count } utkast, ett för varje bild, sida eller avsnitt som säger något. Öppna dem, komplettera kommun och text, och skicka dem du vill ha med.
    }
lesson-none-in-document = Ingen bild, sida eller avsnitt har så mycket text att det blir ett utkast.
lesson-one-file = Jag läser en fil i taget. Skicka dem var för sig.
lesson-unreadable =
    { $reason ->
        [wrong-type] Den filen kan jag inte göra utkast till lärdomar av. Jag läser .pptx, .pdf, .docx och .md.
        [too-long] Texten är för lång. Dela upp dokumentet och skicka en del i taget.
       *[other] { meeting-unreadable }
    }
lesson-source =
    { $kind ->
        [slide] Ur bildspelet { $file }, bild { $number }.
        [page] Ur { $file }, sidan { $number }.
       *[section] Ur { $file }, avsnittet ”{ $title }”.
    }
lesson-claimed = En annan processledare har redan tagit hand om det utkastet.
lesson-gone = Den lärdomen finns inte kvar.
lesson-not-yours = Bara den som skrev lärdomen, och processledarna, kan öppna den.
lesson-outcome =
    { $decision ->
        [approved] Din lärdom är godkänd och finns nu i fallbanken. Tack!
        [returned] En processledare vill veta mer innan din lärdom tas med.
       *[declined] Din lärdom togs inte med i fallbanken.
    }
lesson-outcome-here = { $mention }: en processledare har svarat på det du bidrog med. Bara du ser det som öppnas.
lesson-still = Det har gått ett år. Stämmer din lärdom fortfarande?
lesson-still-here = { $mention }: det har gått ett år. Stämmer det du bidrog med fortfarande? Bara du ser det som öppnas.
review-waiting =
    { $count ->
        [0] Inga lärdomar väntar på dig.
        [one] En lärdom väntar på beslut
       *[other] { $count } lärdomar väntar på beslut
    }
review-read = Läs
review-title = Ska den här lärdomen in i fallbanken?
review-reason = Till den som skrev: vad saknas, eller varför tas den inte med?
review-reason-needed = Skriv vad som saknas eller varför, på högst { $most } tecken.
review-replaces = Den ersätter en version som redan finns i fallbanken.
review-approved = Godkänn
review-returned = Be om mer
review-declined = Ta inte med
review-back = Lärdomar som väntar
review-done =
    { $decision ->
        [approved] Klart. Lärdomen finns i fallbanken, och om alla får läsa den kommer den med i nästa utskick.
        [returned] Klart. Den som skrev får veta vad som saknas.
       *[declined] Klart. Den som skrev får veta varför.
    }
review-changed = Lärdomen har ändrats eller avgjorts sedan du läste den. Öppna den igen.
review-only-leaders = Det gör bara nätverkets processledare.
review-note = En lärdom väntar på dig som processledare ({ $home }):
