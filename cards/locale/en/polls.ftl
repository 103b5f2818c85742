# Polls: made, answered, closed, listed.
poll-new = New poll
poll-question = Question
poll-options = Options, one on each line (2–10)
poll-kind = How people answer
poll-kind-choice =
    { $choice ->
       *[one] One option
        [several] Several options
        [scale] Scale 1–5 (no options needed)
        [words] In their own words (no options needed)
    }
poll-names =
    { $names ->
       *[nobody] Answers are anonymous: when the poll closes, all that could show who answered what is deleted.
        [leaders] Whoever made the poll and the leaders see who answered what.
        [all] Everybody sees who answered what.
    }
poll-names-label = Who may see who answered what?
poll-names-choice =
    { $choice ->
       *[nobody] Nobody (anonymous)
        [leaders] Only the leaders and I
        [all] Everybody
    }
poll-shown =
    { $shown ->
        [at_once] Results are shown at once.
        [after_voting] You see the results when you have answered.
       *[on_closing] Results are shown when the poll closes.
    }
poll-shown-label = When are results shown?
poll-shown-choice =
    { $choice ->
       *[at_once] At once
        [after_voting] To each person once they have answered
        [on_closing] When the poll closes
    }
poll-date = Closes on
poll-date-error = Choose a day.
poll-time = At
poll-time-error = Choose a time.
poll-remind = Reminder
poll-remind-words = Remind once in the thread, the day before the poll closes
poll-choose-one = Choose one from the list.
poll-problems =
    { $count ->
        [one] One field has to be changed before the poll can be posted.
       *[other] { $count } fields have to be changed before the poll can be posted.
    }
poll-problem =
    { $problem ->
        [empty] Text is missing here.
        [long] The text is too long. It has at most { $most } characters.
        [mention] Mention nobody with @. Write the name without it.
        [markup] Write plain text, without formatting or links.
        [few] Write at least two options, one on each line.
        [many] There may be at most ten options.
        [same] Two options are the same. Make them differ, or remove one.
        [long_option] An option is too long. Each has at most 100 characters.
        [no_time] Choose both a day and a time.
        [past] That time has passed. Choose a later one.
        [late] A poll may be open for at most 90 days. Choose an earlier day.
       *[unknown] Choose one from the list.
    }
poll-preview = Preview
poll-previewed = This is how the poll will look. It is not posted yet.
poll-reminds = A reminder comes in the thread the day before.
poll-post = Post
poll-change = Change
poll-posted = The poll is posted.
poll-exists = That poll is already here in the thread.
poll-only-in-channel = Make a new poll in the network's channel: type “@Erfa poll”.
poll-how-one = Choose one option; you can change your mind.
poll-how-several = Choose one or several options; you can change your mind.
poll-how-scale = Answer on a scale from 1, the lowest, to 5; you can change your mind.
poll-how-words = Answer in your own words; you can change your mind.
poll-few = The distribution is shown once at least five have answered.
poll-closes = Closes on { $date } at { $time }.
poll-closed = Closed on { $date } at { $time }.
poll-choose = Choose
poll-unchoose = Remove
poll-choose-step = Choose a step on the scale.
poll-scale-lowest = { $step } – lowest
poll-scale-highest = { $step } – highest
poll-number =
    { $count ->
        [one] one answer ({ $share }%)
       *[other] { $count } answers ({ $share }%)
    }
poll-answered =
    { $count ->
        [0] Nobody has answered yet.
        [one] One has answered.
       *[other] { $count } have answered.
    }
poll-answered-of = { $count } of { $members } have answered.
poll-send = Send the answer
poll-send-again = Change the answer
poll-sent = Thank you. Your answer is noted.
poll-nothing-filled-in = Write or choose something before you send.
poll-too-long = The answer is too long. It has at most 1,000 characters.
poll-see = My answer
poll-manage = Manage
poll-withdraw = Take back my answer
poll-receipt = Your answer: { $answer }.
poll-withdrawn = You have no answer in this poll.
poll-not-open = The poll is closed and takes no more answers.
poll-gone = That poll is gone.
poll-no-option = The poll has no such option.
poll-not-yours = Only whoever made the poll and the leaders can do that.
poll-too-few =
    { $voters ->
        [0] Nobody answered.
       *[other] Fewer than five answered. How the answers are distributed is therefore not shown: it could give away who answered what.
    }
poll-leading =
    { $count ->
        [one]
            { $votes ->
                [one] Most chose { $options } (one answer).
               *[other] Most chose { $options } ({ $votes } answers).
            }
       *[other]
            { $votes ->
                [one] Equally many chose { $options } (one answer each).
               *[other] Equally many chose { $options } ({ $votes } answers each).
            }
    }
poll-said-nothing = Nobody wrote anything.
poll-said-more =
    { $count ->
        [one] One more answer is in the table to get under Manage.
       *[other] { $count } more answers are in the table to get under Manage.
    }
poll-summary = Poll: { $question }
poll-summary-closed = Result: { $question }
poll-list = Show polls
poll-list-title = Polls
poll-open-polls = Open
poll-past-polls = Closed
poll-none = There are no polls here yet.
poll-open = Show
poll-close = Close now
poll-close-sure = Close the poll now? It cannot be opened again.
poll-close-yes = Yes, close it
poll-close-done = The poll is closed.
poll-delete = Delete
poll-delete-sure = Delete the poll and all answers? This cannot be undone.
poll-delete-yes = Yes, delete it
poll-deleted = The poll is deleted.
poll-no = Cancel
poll-back = Back
poll-reminder = The poll “{ $question }” closes on { $date } at { $time }. There is still time to answer.
poll-export = Get the results as a table
poll-export-in-private = Open a chat of your own with me, type “poll”, choose Show and Manage. There you get the table as a file.
poll-export-when-closed = The table can be had once the poll is closed.
poll-file = poll { $date }.csv
poll-table-what = A table that Excel can open. Teams puts it in your OneDrive if you say yes.
poll-table-question = Question
poll-table-answer = Answer
poll-table-count = Count
poll-table-share = Share (%)
poll-table-who = Who
