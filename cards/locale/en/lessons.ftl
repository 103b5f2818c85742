# Lessons that people contribute.
lesson-door = Contribute a lesson
lesson-door-what = Tell in short what you went through and what you learned, and it goes into the case library once a leader has approved it. Only you see the form that opens, and everybody in the network can click for themselves.
lesson-door-open = Contribute …
lesson-own = Your lessons
lesson-more = … and { $count } more, which will have room when you have sent or deleted some.
lesson-new = New lesson
lesson-open = Show
lesson-status =
    { $state ->
        [draft] { $before ->
            [true] the change has not been sent; the approved version is in the library
           *[false] draft, only you see it
        }
        [waiting] waits for a leader
        [returned] a leader wants to know more
        [declined] was not included
       *[approved] is in the library
    }
lesson-form = Contribute a lesson
lesson-form-what = A few sentences in each field will do. Do not write what secrecy keeps you from sharing.
lesson-answers = Answers the question:
lesson-problems =
    { $count ->
        [one] One field needs to be changed.
       *[other] { $count } fields need to be changed.
    }
lesson-label =
    { $field ->
        [title] Title: what is it about?
        [situation] What was the situation?
        [did] What did you do?
        [went] How did it go?
        [again] What would you do again, or not?
        [home] Municipality or organisation
        [phase] Phase
        [themes] Themes
        [link] Link to a source, if there is one
        [named] Your name
       *[public] Who may read it?
    }
lesson-yes =
    { $field ->
        [named] Show my name beside the lesson. Unticked, it names the municipality only.
       *[public] Everybody in the network may read it. Unticked, only the leaders see it.
    }
lesson-no-phase = no particular phase
lesson-error-phase = Choose a phase in the list.
lesson-preview = Preview
lesson-problem =
    { $problem ->
        [empty] Write something here.
        [long] Shorten it to { $most } characters at most.
        [link] Write a whole web address, beginning with https://, or leave the field empty.
       *[unknown] Choose among those in the list.
    }
lesson-reason = The leader writes:
lesson-previewed = This is how it will look. It is saved but not sent.
lesson-send = Send to the leaders
lesson-change = Change
lesson-correct = Correct
lesson-section =
    { $field ->
        [situation] The situation
        [did] What we did
        [went] How it went
       *[again] What we would do again, and not
    }
lesson-seen =
    { $public ->
        [true] may be read by everybody in the network
       *[false] shown to the leaders only
    }
lesson-alike = This is there already and is like what you write. If it is the same, no new lesson is needed:
lesson-version = Version { $number }, approved { $date }
lesson-versions = Versions
lesson-withdraw = Withdraw
lesson-withdraw-sure =
    { $before ->
        [true] Remove the lesson from the library, with all its versions? This cannot be undone.
       *[false] Remove the lesson? This cannot be undone.
    }
lesson-withdraw-yes = Yes, remove it
lesson-withdrawn = The lesson has been removed.
lesson-holds = It still holds
lesson-confirmed = Thank you! The lesson is marked as checked today.
lesson-back = Your lessons
lesson-back-to-lesson = Back to the lesson
lesson-sent = Thank you! The lesson now waits for a leader, and you will be told what came of it.
lesson-wanted = { $mention }: { $by } thinks that more people should know what you wrote. Do you want to save it as a lesson? Only you see the form, and nothing goes into the library unless you send it.
lesson-author-asked = Who wrote the message is asked in the thread.
lesson-only-in-channel = That only works in a channel that I am in.
lesson-drafted =
    { $count ->
        [one] One draft. Open it, fill in municipality and text, and send it.
       *[other] { $count } drafts, one for each slide, page or section that says something. Open them, fill in municipality and text, and send those you want included.
    }
lesson-none-in-document = No slide, page or section has enough text to make a draft.
lesson-one-file = I read one file at a time. Send them one by one.
lesson-unreadable =
    { $reason ->
        [wrong-type] I cannot make drafts of lessons from that kind of file. I read .pptx, .pdf, .docx and .md.
        [too-long] The text is too long. Divide the document and send one part at a time.
       *[other] { meeting-unreadable }
    }
lesson-source =
    { $kind ->
        [slide] From the presentation { $file }, slide { $number }.
        [page] From { $file }, page { $number }.
       *[section] From { $file }, the section “{ $title }”.
    }
lesson-claimed = Another leader has already seen to that draft.
lesson-gone = That lesson is no longer there.
lesson-not-yours = Only who wrote the lesson, and the leaders, can open it.
lesson-outcome =
    { $decision ->
        [approved] Your lesson has been approved and is in the library. Thank you!
        [returned] A leader wants to know more before your lesson is included.
       *[declined] Your lesson was not included in the library.
    }
lesson-outcome-here = { $mention }: a leader has answered what you contributed. Only you see what opens.
lesson-still = A year has passed. Does your lesson still hold?
lesson-still-here = { $mention }: a year has passed. Does what you contributed still hold? Only you see what opens.
review-waiting =
    { $count ->
        [0] No lessons wait for you.
        [one] One lesson waits for a decision
       *[other] { $count } lessons wait for a decision
    }
review-read = Read
review-title = Should this lesson go into the library?
review-reason = To who wrote it: what is missing, or why is it not included?
review-reason-needed = Write what is missing or why, in { $most } characters at most.
review-replaces = It replaces a version that is in the library.
review-approved = Approve
review-returned = Ask for more
review-declined = Do not include
review-back = Lessons that wait
review-done =
    { $decision ->
        [approved] Done. The lesson is in the library, and comes in the next digest if everybody may read it.
        [returned] Done. Who wrote it is told what is missing.
       *[declined] Done. Who wrote it is told why.
    }
review-changed = The lesson has been changed or decided on since you read it. Open it again.
review-only-leaders = Only the leaders of the network do that.
review-note = A lesson waits for you as a leader ({ $home }):
