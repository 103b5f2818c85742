# Polls: made, answered, closed, listed.
poll-new = Ny omröstning
poll-question = Fråga
poll-options = Svarsalternativ, ett på varje rad (2–10 stycken)
poll-kind = Så svarar man
poll-kind-choice =
    { $choice ->
       *[one] Ett alternativ
        [several] Flera alternativ
        [scale] Skala 1–5 (alternativen behövs inte)
        [words] Med egna ord (alternativen behövs inte)
    }
poll-names =
    { $names ->
       *[nobody] Svaren är anonyma: när omröstningen stänger raderas allt som kan visa vem som har svarat vad.
        [leaders] Den som gjorde omröstningen och processledarna ser vem som har svarat vad.
        [all] Alla ser vem som har svarat vad.
    }
poll-names-label = Vem får se vem som har svarat vad?
poll-names-choice =
    { $choice ->
       *[nobody] Ingen (anonym)
        [leaders] Bara jag och processledarna
        [all] Alla
    }
poll-shown =
    { $shown ->
        [at_once] Resultatet visas direkt.
        [after_voting] Resultatet ser du när du har svarat.
       *[on_closing] Resultatet visas när omröstningen stänger.
    }
poll-shown-label = När visas resultatet?
poll-shown-choice =
    { $choice ->
       *[at_once] Direkt
        [after_voting] För var och en när den har svarat
        [on_closing] När omröstningen stänger
    }
poll-date = Stänger den
poll-date-error = Välj en dag.
poll-time = Klockan
poll-time-error = Välj ett klockslag.
poll-remind = Påminnelse
poll-remind-words = Påminn en gång i tråden, dagen innan omröstningen stänger
poll-choose-one = Välj ett av alternativen i listan.
poll-problems =
    { $count ->
        [one] Ett fält behöver ändras innan omröstningen kan postas.
       *[other] { $count } fält behöver ändras innan omröstningen kan postas.
    }
poll-problem =
    { $problem ->
        [empty] Här saknas text.
        [long] Texten är för lång. Den får ha högst { $most } tecken.
        [mention] Nämn ingen med @. Skriv namnet utan @.
        [markup] Skriv vanlig text, utan formatering och länkar.
        [few] Skriv minst två alternativ, ett på varje rad.
        [many] Det får vara högst tio alternativ.
        [same] Två alternativ är likadana. Gör dem olika eller ta bort det ena.
        [long_option] Ett alternativ är för långt. Varje alternativ får ha högst 100 tecken.
        [no_time] Välj både dag och klockslag.
        [past] Den tiden har redan varit. Välj en senare.
        [late] En omröstning får vara öppen i högst 90 dagar. Välj en tidigare dag.
       *[unknown] Välj ett av alternativen i listan.
    }
poll-preview = Förhandsgranska
poll-previewed = Så här kommer omröstningen att se ut. Den är inte postad än.
poll-reminds = En påminnelse kommer i tråden dagen innan.
poll-post = Posta
poll-change = Ändra
poll-posted = Omröstningen är postad.
poll-exists = Den omröstningen finns redan här i tråden.
poll-only-in-channel = En ny omröstning gör du i nätverkets kanal: skriv ”@Erfa omröstning”.
poll-how-one = Välj ett alternativ; du kan ändra dig.
poll-how-several = Välj ett eller flera alternativ; du kan ändra dig.
poll-how-scale = Svara på en skala från 1, som är lägst, till 5; du kan ändra dig.
poll-how-words = Svara med egna ord; du kan ändra dig.
poll-few = Fördelningen visas när minst fem har svarat.
poll-closes = Stänger { $date } kl. { $time }.
poll-closed = Stängde { $date } kl. { $time }.
poll-choose = Välj
poll-unchoose = Ta bort
poll-choose-step = Välj ett steg på skalan.
poll-scale-lowest = { $step } – lägst
poll-scale-highest = { $step } – högst
poll-number =
    { $count ->
        [one] ett svar ({ $share } %)
       *[other] { $count } svar ({ $share } %)
    }
poll-answered =
    { $count ->
        [0] Ingen har svarat än.
        [one] En har svarat.
       *[other] { $count } har svarat.
    }
poll-answered-of = { $count } av { $members } har svarat.
poll-send = Skicka svaret
poll-send-again = Ändra svaret
poll-sent = Tack. Ditt svar är noterat.
poll-nothing-filled-in = Skriv eller välj något innan du skickar.
poll-too-long = Svaret är för långt. Det får ha högst 1 000 tecken.
poll-see = Mitt svar
poll-manage = Hantera
poll-withdraw = Ta tillbaka mitt svar
poll-receipt = Ditt svar: { $answer }.
poll-withdrawn = Du har inget svar i omröstningen.
poll-not-open = Omröstningen är stängd och tar inte emot fler svar.
poll-gone = Den omröstningen finns inte kvar.
poll-no-option = Det alternativet finns inte i omröstningen.
poll-not-yours = Bara den som gjorde omröstningen och processledarna kan göra det.
poll-too-few =
    { $voters ->
        [0] Ingen svarade.
       *[other] Färre än fem svarade. Hur svaren fördelar sig visas därför inte: det skulle kunna avslöja vem som har svarat vad.
    }
poll-leading =
    { $count ->
        [one]
            { $votes ->
                [one] Flest valde { $options } (ett svar).
               *[other] Flest valde { $options } ({ $votes } svar).
            }
       *[other]
            { $votes ->
                [one] Lika många valde { $options } (ett svar var).
               *[other] Lika många valde { $options } ({ $votes } svar var).
            }
    }
poll-said-nothing = Ingen skrev något.
poll-said-more =
    { $count ->
        [one] Ett svar till finns i tabellen som hämtas under Hantera.
       *[other] { $count } svar till finns i tabellen som hämtas under Hantera.
    }
poll-summary = Omröstning: { $question }
poll-summary-closed = Resultat: { $question }
poll-list = Visa omröstningar
poll-list-title = Omröstningar
poll-open-polls = Öppna
poll-past-polls = Avslutade
poll-none = Här finns inga omröstningar än.
poll-open = Visa
poll-close = Stäng nu
poll-close-sure = Vill du stänga omröstningen nu? Den kan inte öppnas igen.
poll-close-yes = Ja, stäng
poll-close-done = Omröstningen är stängd.
poll-delete = Ta bort
poll-delete-sure = Vill du ta bort omröstningen och alla svar? Det går inte att ångra.
poll-delete-yes = Ja, ta bort
poll-deleted = Omröstningen är borttagen.
poll-no = Avbryt
poll-back = Tillbaka
poll-reminder = Omröstningen ”{ $question }” stänger { $date } kl. { $time }. Du som vill svara hinner fortfarande.
poll-export = Hämta resultatet som tabell
poll-export-in-private = Öppna en egen chatt med mig, skriv ”omröstning” och välj Visa och Hantera. Där får du tabellen som en fil.
poll-export-when-closed = Tabellen går att hämta när omröstningen har stängt.
poll-file = omröstning { $date }.csv
poll-table-what = En tabell som går att öppna i Excel. Teams lägger den i din OneDrive om du säger ja.
poll-table-question = Fråga
poll-table-answer = Svar
poll-table-count = Antal
poll-table-share = Andel (%)
poll-table-who = Vem
