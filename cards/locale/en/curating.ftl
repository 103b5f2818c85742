# Tending the library.
curate-open = Tend the library
curate-title = Tend the library
curate-part =
    { $look ->
        [waiting] Lessons that wait for a decision
        [drafts] Drafts from documents
        [questions] Questions without answers
        [disliked] Questions whose answers did not help
        [old] Older than a year
        [differing] Statements that differ
        [most] Most asked about
        [least] Not asked about
       *[retired] Put away
    }
curate-why =
    { $look ->
        [waiting] Open a lesson to approve it, ask for more or say why it is not included.
        [drafts] The IT department has imported documents for the network. Whoever sees to a draft gets it among their lessons, and can change, send or delete it.
        [questions] Questions that wait for an answer from the network, and since when.
        [disliked] How many were not helped by the answer, in the last 90 days.
        [old] Last checked on the day below. Get in touch with who knows, or put the case away.
        [differing] Two statements about the same, together. Erfa shows both when somebody asks.
        [most] How many questions were about it in the last 90 days.
        [least] Nobody has asked about it for 90 days. The day is when it was last checked.
       *[retired] In no answer, list, digest or export until it is restored.
    }
curate-look = Show
curate-read = Read
curate-claim = See to it
curate-none = There is nothing here just now.
curate-more = … and { $count } more that there is no room for.
curate-retire = Put away
curate-retire-sure = Put the case away? It is then in no answer, list, digest or export, but can be restored.
curate-retire-yes = Yes, put it away
curate-retired = The case has been put away.
curate-restore = Restore
curate-restored = The case is back in the library.
curate-back = Tend the library
curate-export = Get as files
curate-export-name = library.zip
curate-export-private = Type “cases” to me in a chat of your own, and you get the files there.
curate-export-what = The library as Markdown: { $count } files that “library import” reads, confidential cases too. Notes of meetings are not among them.
