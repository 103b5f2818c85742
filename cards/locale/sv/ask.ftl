# Answers to questions.
sources = Källor
source-dated = uppgift från { $date }
source-undated = odaterad uppgift
statement-uncertain = Osäker uppgift:
case-phase = skede: { $phase }
case-checked = senast kontrollerad { $date }
ask-compared = Så här ser det ut i de fall jag hittar
ask-nothing-about = Fallbanken säger inget om det här för { $name }.
ask-differing = Källorna skiljer sig åt. En annan uppgift är:
ask-unknown = Det vet jag inte.
ask-unknown-why = Fallbanken har inget svar på den frågan.
ask-nearest = De här fallen ligger närmast:
ask-following = Jag tolkar det som en följdfråga till:
ask-read-more = Läs mer
ask-related = { $case }
ask-helped = 👍 Till hjälp
ask-helped-not = 👎 Inte till hjälp
ask-thanks =
    { $helped ->
        [true] Tack! Jag har noterat att svaret var till hjälp.
       *[false] Tack! Jag har noterat att svaret inte var till hjälp.
    }
ask-keep = Spara som öppen fråga till nätverket
ask-kept = Frågan är sparad som öppen. Ställ den gärna också till kollegorna här i kanalen.
