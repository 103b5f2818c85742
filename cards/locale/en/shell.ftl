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
import-drafted =
    { $count ->
        [0] No new drafts.
        [one] One draft waits for the network’s leaders, under “cases” and “Tend the library”.
       *[other] { $count } drafts wait for the network’s leaders, under “cases” and “Tend the library”.
    }{ $known ->
        [0] {""}
       *[other] {" "}{ $known } were already there.
    }
import-whose-drafts = { $file } is a document, not a case. It becomes drafts of lessons, which wait for a leader of one network: say which (--network).
import-no-leader = { $network } has no leader to see to the drafts. Is the id of the network right?
import-refused-drafts = No drafts were made.
export-done = { $count } cases in { $folder }.
export-not-empty = { $folder } is not empty. Give a new or empty folder.
import-done = { $added } added, { $changed } changed, { $unchanged } unchanged.
import-refused = No case was imported.
