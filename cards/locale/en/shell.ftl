# What is written in a shell when case files are checked and imported.
library-checked =
    { $files ->
        [one] One file
       *[other] { $files } files
    } checked, { $problems ->
        [0] no problems.
        [one] one problem.
       *[other] { $problems } problems.
    }
import-added = { $case }: added
import-changed = { $case }: changed
import-unchanged = { $case }: unchanged
export-done = { $count } cases in { $folder }.
export-not-empty = { $folder } is not empty. Give a new or empty folder.
import-done = { $added } added, { $changed } changed, { $unchanged } unchanged.
import-refused = No case was imported.
