# Det som skrivs i ett skal när fallfiler kontrolleras och läggs in.
library-checked =
    { $files ->
        [one] En fil
       *[other] { $files } filer
    } kontrollerade, { $problems ->
        [0] inga fel.
        [one] ett fel.
       *[other] { $problems } fel.
    }
import-added = { $case }: tillagt
import-changed = { $case }: ändrat
import-unchanged = { $case }: oförändrat
import-drafted =
    { $count ->
        [0] Inga nya utkast.
        [one] Ett utkast väntar på nätverkets processledare, under ”fall” och ”Vårda fallbanken”.
       *[other] { $count } utkast väntar på nätverkets processledare, under ”fall” och ”Vårda fallbanken”.
    }{ $known ->
        [0] {""}
       *[other] {" "}{ $known } fanns redan.
    }
import-whose-drafts = { $file } är ett dokument, inte ett fall. Det blir utkast till lärdomar, som väntar på en processledare i ett nätverk: säg vilket (--network).
import-no-leader = { $network } har ingen processledare som kan ta hand om utkasten. Är nätverkets id rätt?
import-refused-drafts = Inga utkast gjordes.
export-done = { $count } fall i { $folder }.
export-not-empty = { $folder } är inte tom. Ange en ny eller tom mapp.
import-done = { $added } tillagda, { $changed } ändrade, { $unchanged } oförändrade.
import-refused = Inget fall lades in.
