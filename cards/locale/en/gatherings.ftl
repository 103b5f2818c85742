# Planned meetings: made, answered, moved, cancelled, prepared.
gathering-new = New meeting
gathering-change-title = Change the meeting
gathering-label-title = Title
gathering-label-themes = Themes
gathering-label-date = Day
gathering-label-begins = Begins
gathering-label-ends = Ends
gathering-label-place = Place or link
gathering-label-presenting = Who presents which case?
gathering-label-programme = Programme, one item on each line
gathering-label-prepare = To prepare
gathering-usual-programme =
    Learning session
    Example from a municipality
    Triad talk or group exercise
    Reflection
    Evaluation
gathering-date-error = Choose a day.
gathering-time-error = Choose a time.
gathering-problems =
    { $count ->
        [one] One field needs a change. Nothing is posted.
       *[other] { $count } fields need a change. Nothing is posted.
    }
gathering-problem =
    { $problem ->
        [empty] Write a title.
        [long] The text is too long. It may have at most { $most } characters.
        [mention] Mention nobody with @. Write the name without @.
        [markup] Write plain text, without formatting and links.
        [lines] That is too many lines. Write at most { $lines }.
        [no_time] Choose both a day and a time.
        [past] That time has passed. Choose a later one.
        [late] That is more than two years away. Choose an earlier day.
        [order] The meeting ends before it begins. Choose a later end.
        [clash] The network already has a meeting then. Choose another time.
       *[unknown] Choose among the themes in the list.
    }
gathering-post = Post the meeting
gathering-save = Save the change
gathering-ask-date = Ask which day suits
gathering-take-date = Take “{ $option }”
gathering-date-taken = The day is taken from the poll. Nothing is posted yet.
gathering-date-gone = The poll is gone, or has no answer that is a day.
gathering-poll-question = Which day suits for { $title }?
gathering-poll-question-untitled = Which day suits for the next meeting?
gathering-poll-option = { $day } at { $begins }
gathering-planned = The meeting is posted in the channel.
gathering-changed-done = The change is saved, and the card in the channel changed.
gathering-no-channel = I do not know which channel the meeting is for. Write “@Erfa next meeting” in that channel.
gathering-only-leaders = Only process leaders can plan and change meetings.
gathering-gone = That meeting is gone.
gathering-not-ahead = The meeting has begun, or is cancelled.
gathering-summary = Meeting: { $title }, { $when }
gathering-summary-cancelled = Cancelled: { $title }, { $when }
gathering-when = { $day }, { $begins }–{ $ends }
gathering-place = Place:
gathering-join = Link to the meeting
gathering-themes = Themes: { $themes }
gathering-presenting = Presenting
gathering-programme = Programme
gathering-prepare = Prepare
gathering-changed = Changed { $date }
gathering-is-cancelled = The meeting is cancelled.
gathering-answer =
    { $answer ->
        [yes] I am coming
        [maybe] Maybe
       *[no] I cannot come
    }
gathering-turnout =
    { $answer ->
        [yes] Coming: { $count }
        [maybe] Maybe: { $count }
       *[no] Not coming: { $count }
    }
gathering-no-home = no municipality
gathering-receipt =
    { $answer ->
        [yes] Noted: you are coming.
        [maybe] Noted: you may come.
       *[no] Noted: you cannot come.
    }
gathering-counted = You count for { $home }.
gathering-counted-nowhere = You count without a municipality. Whoever is seen in “my profile” counts for theirs.
gathering-named = If you are put in groups for an exercise, your name stands in your group.
gathering-calendar = Calendar file
gathering-calendar-what = Puts the meeting in your calendar. Open the file in Outlook.
gathering-calendar-in-private = You get the calendar file in a chat of your own with me: write “next meeting” there and choose Show.
gathering-manage = Manage
gathering-change = Change
gathering-prepare-open = Background
gathering-reflect = Reflection
gathering-notes = Meeting notes
gathering-cancel = Cancel the meeting
gathering-cancel-sure = Do you want to cancel { $title }, { $when }? The card changes, and a post says that the meeting is cancelled.
gathering-cancel-yes = Yes, cancel it
gathering-cancel-done = The meeting is cancelled.
gathering-delete = Delete
gathering-delete-sure = Do you want to delete { $title }, { $when }, with its card, its reminder and all answers? That cannot be undone, and nobody is told. Choose Cancel the meeting if people are to know.
gathering-delete-yes = Yes, delete
gathering-delete-done = The meeting is deleted.
gathering-no = Go back
gathering-back = Back
gathering-reminder = Reminder: { $title }, { $when }
gathering-moved = { $title } has moved to { $when } (before: { $before }).
gathering-elsewhere = { $title }, { $when }, has a new place.
gathering-answer-again = Please answer again on the card: the earlier answers were for the earlier time. Open the calendar file again to move the meeting in your calendar.
gathering-cancelled = { $title }, { $when }, is cancelled.
gathering-prepared = Background: { $title }
gathering-prepared-questions = Open questions in the network
gathering-prepared-cases = Cases that fit
gathering-prepared-reports = How it went at home
gathering-prepared-faced = What colleagues face
gathering-prepared-none = Nothing yet.
gathering-prepared-how = Only you see this. What colleagues face comes from those who chose to be seen.
reflection-question = One thing I take with me
reflection-names = Should names stand beside what is written?
reflection-how = The card comes in the thread of the meeting and takes twenty seconds to answer. What is written goes into the draft of the meeting notes; anonymous answers once at least five have answered.
reflection-anonymous = No, anonymously
reflection-named = Yes, with names
reflection-begun = The reflection is in the thread of the meeting.
reflection-exists = The meeting has a reflection already.
reflection-only-in-channel = Begin the reflection in the channel, on the card of the meeting.
gatherings-title = Meetings to come
gatherings-none = No meeting is planned.
gatherings-past = Earlier
gatherings-open = Show
gatherings-list = Show the meetings
gatherings-back = All meetings
