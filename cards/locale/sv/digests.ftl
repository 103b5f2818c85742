# Utskicket: det som är nytt i nätverket.
digest-head = Nytt i nätverket sedan { $since }
digest-own-head = Nytt för dig sedan { $since }
digest-why =
    { $occasion ->
        [week] Det här är nätverkets utskick. Det kommer en gång i veckan, om något är nytt.
        [other-week] Det här är nätverkets utskick. Det kommer varannan vecka, om något är nytt.
        [month] Det här är nätverkets utskick. Det kommer en gång i månaden, om något är nytt.
        [own] Det här är ditt eget utskick. Du får det för att du har bett om det.
       *[now] Det här är nätverkets utskick. Processledaren valde att skicka det nu.
    }
digest-change =
    { $own ->
        [yes] Skriv ”utskick” här om du vill byta teman.
       *[no] Processledaren ändrar eller stänger av utskicket genom att skriva ”@Erfa utskick”. Vill du ha ett eget om dina teman, skriv ”utskick” till mig i en egen chatt.
    }
digest-section =
    { $section ->
        [gatherings] Träffar
        [cases] Nya och ändrade fall
        [meetings] Mötesanteckningar
        [to-do] Dags att göra klart
        [questions] Frågor som väntar på svar
        [polls] Omröstningar
        [people] Kollegor att prata med
       *[again] Ett äldre fall om det ni frågar om
    }
digest-count =
    { $section ->
        [gatherings]
            { $count ->
                [one] en träff
               *[other] { $count } träffar
            }
        [cases]
            { $count ->
                [one] ett fall
               *[other] { $count } fall
            }
        [meetings]
            { $count ->
                [one] anteckningarna från ett möte
               *[other] anteckningarna från { $count } möten
            }
        [to-do]
            { $count ->
                [one] en sak att göra
               *[other] { $count } saker att göra
            }
        [questions]
            { $count ->
                [one] en fråga som väntar på svar
               *[other] { $count } frågor som väntar på svar
            }
        [polls]
            { $count ->
                [one] en omröstning
               *[other] { $count } omröstningar
            }
        [people] kollegor att prata med
       *[again]
            { $count ->
                [one] ett äldre fall
               *[other] { $count } äldre fall
            }
    }
digest-case =
    { $kind ->
        [new-case] Nytt:
       *[changed-case] Ändrat:
    }
digest-gathering = { $day } kl. { $time }
digest-round =
    { $size ->
        [2] Parsamtal: vill du vara med?
       *[3] Samtal i grupper om tre: vill du vara med?
    }
digest-see = Visa
digest-waiting = har väntat sedan { $since }
digest-asked =
    { $count ->
        [one] en fråga om det den senaste månaden
       *[other] { $count } frågor om det den senaste månaden
    }
digest-contacts =
    { $count ->
        [one] En kollega till vill bli hittad
       *[other] { $count } kollegor till vill bli hittade
    }
digest-until =
    { $kind ->
        [open-poll] går att besvara till { $date }
        [open-round] anmäl dig senast { $date }
       *[closed-poll] stängde { $date }
    }
digest-more =
    { $count ->
        [one] … och en till
       *[other] … och { $count } till
    }
digest-all = Visa alla
digest-left-out = { $shown } av { $count } får plats här.
digest-open = Läs
digest-answer = Svara
digest-back-to-digest = Tillbaka till utskicket
digest-gone = Det utskicket finns inte kvar hos mig. Skriv ”utskick” så ser du när nästa kommer.
digest-preview = Förhandsvisning. Så här blir utskicket i kanalen. Inget är skickat än.
digest-send = Skicka nu
digest-back = Tillbaka till inställningarna
digest-nothing = Inget är nytt sedan förra utskicket, så det finns inget att skicka.
digest-sent = Utskicket är på väg till kanalen.
digest-saved = Sparat.
digest-settings = Utskicket
digest-status-off = Utskicket är avstängt.
digest-status =
    Utskicket går { $every ->
        [week] varje { $weekday }
        [other-week] varannan { $weekday }
       *[month] den första { $weekday }en i månaden
    } kl. { $time } i { $here ->
        [true] den här kanalen
       *[false] nätverkets kanal
    }, nästa gång { $next }. Är inget nytt då skickas inget.
digest-failing =
    { $count ->
        [one] Något som jag ska göra av mig själv misslyckas gång på gång. Jag fortsätter försöka. Säg till den som sköter Erfa.
       *[other] { $count } saker som jag ska göra av mig själv misslyckas gång på gång. Jag fortsätter försöka. Säg till den som sköter Erfa.
    }
digest-troubled =
    { $count ->
        [one] Ett inlägg har inte kommit fram som det skulle.
       *[other] { $count } inlägg har inte kommit fram som de skulle.
    }
digest-troubles = Visa vad som inte kom fram
digest-label-every = Hur ofta
digest-label-weekday = Veckodag
digest-label-at = Klockslag
digest-label-sections = Det här tas med
digest-label-pauses = Uppehåll
digest-often =
    { $every ->
        [week] Varje vecka
        [other-week] Varannan vecka
        [month] En gång i månaden, första veckan
       *[off] Avstängt
    }
digest-pause =
    { $pause ->
        [july] Hela juli
       *[holidays] Helgdagar, och dagarna från julafton till trettondagen
    }
digest-error =
    { $field ->
        [every] Välj hur ofta utskicket ska gå.
        [weekday] Välj en veckodag.
        [sections] Välj minst en del.
        [pauses] Välj bland uppehållen i listan.
       *[at] Välj en tid från { $earliest } till { $latest }.
    }
digest-no-channel = Jag vet inte vilken kanal utskicket ska till. Skriv ”@Erfa utskick” i den kanalen och spara där.
digest-moves = Sparar du här kommer utskicket i den här kanalen.
digest-save = Spara
digest-preview-open = Förhandsgranska och skicka
digest-history = Tidigare utskick
digest-history-none = Inget utskick har skickats än.
digest-state =
    { $state ->
        [waiting] på väg
        [unclear] oklart om det kom fram
        [given_up] kom inte fram
        [taken_back] borttaget
       *[posted] visa i kanalen
    }
digest-remove = Ta bort
digest-remove-sure = Ska utskicket från { $date } tas bort? Då försvinner det ur kanalen för alla, och det som stod där kan komma med nästa gång.
digest-remove-yes = Ja, ta bort
digest-remove-no = Nej, behåll det
digest-only-leaders = Bara en processledare kan ändra utskicket. Skriv ”ledare” så ser du vilka de är.
digest-own = Ditt eget utskick
digest-own-what = Varje måndag kl. 08.00 skriver jag till dig i vår egen chatt om det som är nytt i dina teman. Är inget nytt skriver jag inte.
digest-own-offer = Vill du ha ett eget utskick? Då skriver jag till dig på måndagar i en egen chatt när något är nytt. Där kan du också välja teman.
digest-own-start = Skicka till mig
digest-own-themes = Teman (alla, om du inte väljer något)
digest-own-started = Du får ditt eget utskick på måndagar när något är nytt, i vår egen chatt.
digest-own-stopped = Ditt eget utskick är avslutat, och jag har glömt vilka teman du valde. Skriv ”utskick” om du vill ha det igen.
digest-own-undelivered = Jag kunde inte skriva till dig i en egen chatt, så ditt eget utskick är avslutat. Öppna en chatt med mig och skriv ”utskick” där om du vill försöka igen.
digest-stop = Sluta skicka
