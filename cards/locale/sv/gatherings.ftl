# Planned meetings: made, answered, moved, cancelled, prepared.
gathering-new = Ny träff
gathering-change-title = Ändra träffen
gathering-label-title = Rubrik
gathering-label-themes = Teman
gathering-label-date = Dag
gathering-label-begins = Börjar
gathering-label-ends = Slutar
gathering-label-place = Plats eller länk
gathering-label-presenting = Vem berättar om vilket fall?
gathering-label-programme = Program, en punkt på varje rad
gathering-label-prepare = Att förbereda
gathering-usual-programme =
    Kunskapspass
    Exempel från en kommun
    Triadsamtal eller gruppövning
    Reflektion
    Utvärdering
gathering-date-error = Välj en dag.
gathering-time-error = Välj ett klockslag.
gathering-problems =
    { $count ->
        [one] Ett fält behöver ändras. Inget är postat.
       *[other] { $count } fält behöver ändras. Inget är postat.
    }
gathering-problem =
    { $problem ->
        [empty] Skriv en rubrik.
        [long] Texten är för lång. Den får ha högst { $most } tecken.
        [mention] Nämn ingen med @. Skriv namnet utan @.
        [markup] Skriv vanlig text, utan formatering och länkar.
        [lines] Det är för många rader. Skriv högst { $lines }.
        [no_time] Välj både dag och klockslag.
        [past] Den tiden har redan varit. Välj en senare.
        [late] Det är mer än två år dit. Välj en tidigare dag.
        [order] Träffen slutar innan den börjar. Välj en senare sluttid.
        [clash] Nätverket har redan en träff då. Välj en annan tid.
       *[unknown] Välj bland temana i listan.
    }
gathering-post = Lägg ut träffen
gathering-save = Spara ändringen
gathering-ask-date = Fråga vilken dag som passar
gathering-take-date = Ta ”{ $option }”
gathering-date-taken = Dagen är hämtad ur omröstningen. Inget är postat än.
gathering-date-gone = Omröstningen finns inte kvar, eller har inget svar som är en dag.
gathering-poll-question = Vilken dag passar för { $title }?
gathering-poll-question-untitled = Vilken dag passar för nästa träff?
gathering-poll-option = { $day } kl. { $begins }
gathering-planned = Träffen är utlagd i kanalen.
gathering-changed-done = Ändringen är sparad och kortet i kanalen ändrat.
gathering-no-channel = Jag vet inte vilken kanal träffen ska till. Skriv ”@Erfa träff” i den kanalen.
gathering-only-leaders = Bara processledare kan planera och ändra träffar.
gathering-gone = Den träffen finns inte kvar.
gathering-not-ahead = Träffen har redan börjat eller är inställd.
gathering-summary = Träff: { $title }, { $when }
gathering-summary-cancelled = Inställd: { $title }, { $when }
gathering-when = { $day } kl. { $begins }–{ $ends }
gathering-place = Plats:
gathering-join = Länk till träffen
gathering-themes = Teman: { $themes }
gathering-presenting = Berättar
gathering-programme = Program
gathering-prepare = Förbered
gathering-changed = Ändrad { $date }
gathering-is-cancelled = Träffen är inställd.
gathering-answer =
    { $answer ->
        [yes] Jag kommer
        [maybe] Kanske
       *[no] Kan inte
    }
gathering-turnout =
    { $answer ->
        [yes] Kommer: { $count }
        [maybe] Kanske: { $count }
       *[no] Kan inte: { $count }
    }
gathering-no-home = utan kommun
gathering-receipt =
    { $answer ->
        [yes] Noterat: du kommer.
        [maybe] Noterat: du kanske kommer.
       *[no] Noterat: du kan inte komma.
    }
gathering-counted = Du räknas under { $home }.
gathering-counted-nowhere = Du räknas utan kommun. Den som syns i ”min profil” räknas under sin kommun.
gathering-named = Delas ni in i grupper till en övning står ditt namn i din grupp.
gathering-calendar = Kalenderfil
gathering-calendar-what = Lägger träffen i din kalender. Öppna filen i Outlook.
gathering-calendar-in-private = Kalenderfilen får du i en egen chatt med mig: skriv ”träff” där och välj Visa.
gathering-manage = Hantera
gathering-change = Ändra
gathering-prepare-open = Underlag
gathering-reflect = Reflektion
gathering-notes = Mötesanteckningar
gathering-cancel = Ställ in
gathering-cancel-sure = Vill du ställa in { $title } { $when }? Kortet ändras, och ett inlägg säger att träffen är inställd.
gathering-cancel-yes = Ja, ställ in
gathering-cancel-done = Träffen är inställd.
gathering-delete = Ta bort
gathering-delete-sure = Vill du ta bort { $title } { $when }, med kortet, påminnelsen och alla svar? Det går inte att ångra, och ingen får veta det. Vill du att deltagarna får veta det väljer du Ställ in.
gathering-delete-yes = Ja, ta bort
gathering-delete-done = Träffen är borttagen.
gathering-no = Avbryt
gathering-back = Tillbaka
gathering-reminder = Påminnelse: { $title }, { $when }
gathering-moved = { $title } är flyttad till { $when } (förut { $before }).
gathering-elsewhere = { $title }, { $when }, har fått en ny plats.
gathering-answer-again = Svara gärna på nytt på kortet: de tidigare svaren gällde den förra tiden. Öppna kalenderfilen igen, så flyttas träffen i din kalender.
gathering-cancelled = { $title }, { $when }, är inställd.
gathering-prepared = Underlag: { $title }
gathering-prepared-questions = Öppna frågor i nätverket
gathering-prepared-cases = Fall som passar
gathering-prepared-reports = Så gick det hemma
gathering-prepared-faced = Det här står kollegor inför
gathering-prepared-none = Inget än.
gathering-prepared-how = Bara du ser det här. Det kollegor står inför kommer från dem som har valt att synas.
reflection-question = En sak jag tar med mig
reflection-names = Ska namnen synas bredvid det som skrivs?
reflection-how = Kortet hamnar i träffens tråd och tar tjugo sekunder att svara på. Det som skrivs kommer med i utkastet till mötesanteckningar; anonyma svar när minst fem har svarat.
reflection-anonymous = Nej, anonymt
reflection-named = Ja, med namn
reflection-begun = Reflektionen ligger i träffens tråd.
reflection-exists = Träffen har redan en reflektion.
reflection-only-in-channel = Börja reflektionen i kanalen, på träffens kort.
gatherings-title = Träffar
gatherings-none = Ingen träff är planerad.
gatherings-past = Tidigare
gatherings-open = Visa
gatherings-list = Visa träffar
gatherings-back = Alla träffar
