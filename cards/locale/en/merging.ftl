# Two cases about the same thing become one.
merge-open = Merge with …
merge-choose = Merge { $title } with another case
merge-what = Choose a case or lesson about the same thing. What is most alike comes first. You see the result before anything is changed.
merge-label = Merge with
merge-error = Choose from the list.
merge-see = Preview
merge-back = Back to the case
merge-none = There is no other case to merge it with.
merge-preview = This is how it will read. Nothing has been changed yet.
merge-into =
    { $count ->
        [0] { $other } goes in here. All it says is here already.
        [one] { $other } goes in here. One statement is new.
       *[other] { $other } goes in here. { $count } statements are new.
    } It is then no longer there by itself, but can be restored under Put away. Whoever wrote a lesson can still correct or withdraw it.
merge-new = New:
merge-unchanged =
    { $count ->
        [one] one statement, as before
       *[other] { $count } statements, as before
    }
merge-more = … and more, that there is no room for here.
merge-yes = Merge
merge-turn = Keep { $title } instead
merge-other = Choose another
merge-done = The cases have been merged. Links and answers lead to the one that is left.
merge-confidential = A confidential case can only be merged with another confidential one.
merge-too-large = Together the cases are too large for one file. Leave them as they are.
merge-in = Merged with { $title }
