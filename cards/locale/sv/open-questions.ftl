# Öppna frågor och svaren på dem.
question-answer = Svara på en fråga från nätverket
question-label-words = Ditt svar
question-label-link = Länk till en källa, om du har en
question-label-named = Ditt namn
question-name-me = Visa mitt namn vid svaret
question-where = Svaret läggs i tråden där frågan ställdes, och vid frågan i kanalen. Utan kryss står det att det kommer från nätverket.
question-send = Skicka svaret
question-thanks = Tack! Svaret står vid frågan och kommer till tråden där den ställdes.
question-closed = Den frågan har redan fått svar.
question-head = En fråga till nätverket
question-status =
    { $state ->
        [settled] Besvarad
        [answered] Har fått svar
       *[open] { $count ->
            [one] Väntar på svar
           *[other] Väntar på svar · { $count } undrar samma sak
        }
    }
question-near = Närmast i fallbanken: { $titles }
question-mention = { $mention }, du har gått igenom { $why }. Vet du?
question-how = Svara med knappen, eller skriv @Erfa och ditt svar här i tråden.
question-reply = Svara
question-helped = Det här hjälpte:
question-helped-note = Den som frågade hade nytta av svaret.
question-mark = Det här hjälpte
question-keep = Spara som lärdom
question-keep-how = Den som frågade kan märka det som hjälpte. Den som svarade kan spara svaret som lärdom i fallbanken.
question-situation = Någon i nätverket frågade: { $question }
question-taken = Tack! Jag har tagit vara på svaret: det står vid frågan, och den som frågade får det.
question-not-asked = Bara den som frågade, och processledarna, kan märka vad som hjälpte.
question-not-answered = Bara den som svarade kan spara svaret som lärdom.
question-answered = Svar från nätverket
question-by = Svaret kommer från { $name }.
question-by-somebody = Svaret kommer från någon i nätverket som inte har angett sitt namn.
question-error =
    { $field ->
        [link] Skriv en hel webbadress, som börjar med https://, eller lämna fältet tomt.
       *[words] Skriv ett svar på högst { $most } tecken.
    }
