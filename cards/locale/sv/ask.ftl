# Answers to questions.
sources = Källor
source-dated = uppgift från { $date }
source-noted = datering: { $note }
source-undated = odaterad uppgift
statement-uncertain = Osäker uppgift:
phase =
    { $phase ->
       *[inquiry] förfrågan
        [intent] avsiktsförklaring
        [permit] tillstånd
        [building] bygge
        [operation] drift
        [aftercare] eftervård
    }
case-phase = skede: { $phase }
case-held = mötet hölls { $date }
case-checked = senast kontrollerad { $date }
ask-compared = Så här ser det ut i fallen
ask-nothing-about = Fallbanken säger inget om det här för { $name }.
ask-differing = Källorna skiljer sig åt. Det här står också:
ask-unknown = Det vet jag inte.
ask-unknown-why = Fallbanken har inget svar på den frågan.
ask-near = Det här ligger nära, men svarar inte på frågan:
ask-nearest = De här fallen ligger närmast:
ask-following = Jag tolkar det som en följdfråga till:
ask-read-more = Läs mer
ask-read-more-about = Läs mer om:
ask-related = Närliggande fall:
ask-helped = 👍 Bra
ask-helped-not = 👎 Inte bra
ask-thanks =
    { $helped ->
        [true] Tack! Jag har noterat att svaret var bra.
       *[false] Tack! Jag har noterat att svaret inte var bra. Processledarna kan se frågan, men inte att den är din.
    }
ask-keep = Fråga nätverket
ask-keep-how = Vill du fråga nätverket? Då postas frågan i kanalen, utan ditt namn, och svaren kommer hit.
ask-kept =
    { $how ->
        [joined] Någon har redan frågat nätverket om det. Du är med på den frågan, i kanalen.
       *[asked] Frågan är sparad som öppen fråga: den postas i kanalen, utan ditt namn, och kommer med i utskicket tills den får svar. Svaren kommer hit.
    }
