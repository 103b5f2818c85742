# Exercises: chosen, written, put out, brought back from.
exercises-title = Exercises
exercises-back = All exercises
exercise-summary = Exercise: { $title }
exercise-length = { $minutes } minutes
exercise-takes = { $minutes } minutes, groups of { $size }. Let somebody keep the time.
exercise-steps = Step by step
exercise-minutes = minutes { $begins }–{ $ends }
exercise-questions = Questions to help
exercise-back = Bring back
exercise-groups = Groups
exercise-group = Group { $number }
exercise-brought-back = What the groups brought back
exercise-bring-back = Our three sentences
exercise-size = People in each group
exercise-choose-size = Choose how many each group is to have.
exercise-groups-how = The groups are made of those who said that they come, so that municipalities mix. Names stand on the card.
exercise-too-few =
    { $count ->
        [0] Nobody has said that they come. Post it without groups, or wait for answers.
        [one] One has said that they come. That is not enough for a group of { $size }.
       *[other] { $count } have said that they come. That is not enough for a group of { $size }.
    }
exercise-put-out = Post with groups
exercise-put-out-alone = Post without groups
exercise-is-out = The exercise is in the thread of the meeting.
exercise-gone = That exercise or meeting is gone.
exercise-write = Write your own
exercise-own = An exercise of your own
exercise-how = Write as in the example: title, purpose, the size of groups (3–6) and three lists. A step begins with its minutes.
exercise-words = The exercise
exercise-line = Line { $line }: { $problem }
exercise-save = Save
exercise-saved = The exercise is saved.
exercise-change = Change
exercise-remove = Delete
exercise-removed = The exercise is deleted. What was posted already stays.
exercise-which = Which group?
exercise-choose-group = Choose a group.
exercise-sentences = Three sentences, one on each line
exercise-sentences-wrong = Write one to { $sentences } lines, at most { $most } characters on each.
exercise-thanks = Thank you. The card changes, and the sentences go into the draft of the meeting notes.
