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
export-done = { $count } fall i { $folder }.
export-not-empty = { $folder } är inte tom. Ange en ny eller tom mapp.
import-done = { $added } tillagda, { $changed } ändrade, { $unchanged } oförändrade.
import-refused = Inget fall lades in.
