# Öppna frågor och svaren på dem.
question-answer = Svara på en fråga från nätverket
question-label-words = Ditt svar
question-label-link = Länk till en källa, om du har en
question-label-named = Ditt namn
question-name-me = Visa mitt namn vid svaret
question-where = Svaret läggs i tråden där frågan ställdes. Utan kryss står det att det kommer från nätverket.
question-send = Skicka svaret
question-thanks = Tack! Svaret läggs i tråden där frågan ställdes, och frågan är inte längre öppen.
question-closed = Den frågan har redan fått svar.
question-answered = Svar från nätverket
question-by = Svaret kommer från { $name }.
question-by-somebody = Svaret kommer från någon i nätverket som inte har angett sitt namn.
question-error =
    { $field ->
        [link] Skriv en hel webbadress, som börjar med https://, eller lämna fältet tomt.
       *[words] Skriv ett svar på högst { $most } tecken.
    }
