# Evaluations of meetings.
evaluation-title = Utvärdering av träffen
evaluation-how = Det tar en halv minut. Hoppa över det du inte vill svara på; du kan ändra dig. Svaren är anonyma: när utvärderingen stänger raderas allt som kan visa vem som har svarat vad. Resultatet visas då, om minst fem har svarat.
evaluation-scale-lowest = { $step } – inte alls
evaluation-scale-highest = { $step } – i hög grad
evaluation-usual-0 = Gav träffen dig nya kunskaper?
evaluation-usual-1 = Gav träffen dig nya eller fördjupade kontakter?
evaluation-usual-2 = Gav träffen dig praktiskt stöd i arbetet?
evaluation-usual-3 = Vad var mest värdefullt?
evaluation-usual-4 = Vad ska vi ändra?
evaluation-only-leaders = Bara en processledare kan starta en utvärdering eller ändra frågorna. Skriv ”ledare” så ser du vilka de är.
evaluation-only-in-channel = En utvärdering startar du i nätverkets kanal: skriv ”@Erfa utvärdering”.
evaluation-already-open = Det finns redan en öppen utvärdering här. Stäng den först under Hantera.
evaluation-elsewhere = Resultatet står i ett eget inlägg här i tråden.
evaluation-result = Utvärdering av träffen { $date }
evaluation-trend = Träff för träff
evaluation-table = Samma siffror i ord: medelvärdena i den ordning frågorna står ovan, och hur många som svarade.
evaluation-change = Det här ändrar vi
evaluation-change-label = Det här ändrar vi till nästa gång (visas under resultatet)
evaluation-announce = Visa under resultatet
evaluation-announced = Det står nu under resultatet.
evaluation-edit = Ändra frågorna
evaluation-questions = Frågorna i utvärderingen
evaluation-questions-how = Frågorna gäller från nästa utvärdering. Ändrade frågor börjar om i jämförelsen mellan träffarna.
evaluation-question =
    { $scale ->
        [true] Fråga { $number } (skala 1–5)
       *[false] Fråga { $number } (egna ord)
    }
evaluation-save = Spara
evaluation-saved = Frågorna är sparade och gäller från nästa utvärdering.
evaluation-file = utvärdering { $date }.csv
