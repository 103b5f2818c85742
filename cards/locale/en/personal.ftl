# What Erfa keeps about somebody, and forgetting it.
personal-door-data = My data
personal-door-data-what = See all that I keep about you. Only you see what is opened, and everybody in the network may click for their own.
personal-door-data-open = Show my data
personal-door-forget = Forget me
personal-door-forget-what = Delete all that I keep about you. I ask first, and only you see the question.
personal-door-forget-open = Forget me …
personal-data = This is what I keep about you
personal-none = I keep nothing about you.
personal-room = It is more than fits in here. The file holds all of it.
personal-file = Get all of it
personal-file-name = my-data
personal-file-what = All that Erfa keeps about you. If it cannot be put into your OneDrive, “Get all of it” in the channel gives it as text.
personal-file-copy = All of it in a text to copy
personal-file-how = The text is JSON, which other programs can read. I can hand over files in a chat of our own only: write “my data” to me there.
personal-file-large = It is too much to show here. Write “my data” to me in a chat of our own, and you get all of it as a file.
personal-fact =
    { $kind ->
        [profile] Your profile
        [private-question] Questions you asked in a chat of your own (kept for 90 days)
        [thumb] Thumbs you gave (kept for 90 days)
        [open-question] Open questions you asked
        [question-answer] Your answers to questions from the network
        [poll] Polls you made
        [ballot] Your answers in polls
        [round] Rounds of talks you have called
        [round-joined] Rounds of talks you are in
        [round-group] Groups you have been proposed or are in
        [round-learned] What you have told that a group took with it
        [round-silent] Proposals in a row that you have not answered
        [lesson] Lessons you have contributed
        [lesson-named] Lessons of others that name you
        [digest] Your own digest
        [assignment] Home assignments that you gave
        [trying] Home assignments that you try
        [exercise] Exercises in which you were in a group
        [gathering] Meetings that you planned or are named in
        [attendance-yes] Meetings that you said you come to
        [attendance-maybe] Meetings that you may come to
        [attendance-no] Meetings that you said you cannot come to
        [post-to] Messages from me to you (kept for 180 days)
        [post-about] Messages in the channel that name you (kept for 180 days)
        [seen] When and where you last wrote to me
        [leader] That you are a leader
        [meeting] Meeting notes and drafts that name you
       *[chat] How I reach you in a chat of our own
    }
personal-field =
    { $field ->
        [name] Name
        [address] Address in Teams
        [home] Municipality or organisation
        [role] Role
        [been-through] Has been through
        [faces] Faces
        [would-ask] Would ask
        [findable] Others may find me
        [matchable] I want to be matched
        [paused] Paused through
        [not-with] Not to be matched with
        [question] Question
        [report] How it went
        [title] Title
        [answer] Answer
        [themes] Themes
        [thread] The thread in which you asked for it
        [with] Together with
        [accepted] You have said yes
        [times] How many
        [helped] Helpful
        [at] When
        [text] Text
        [month] Month
        [alias] Id in Teams
        [channel] Channel
        [network] Network
        [chat] Id of the chat
        [meeting] Meeting
       *[tenant] Directory (tenant)
    }
personal-yes = yes
personal-since = yes, since { $date }
personal-no = no
personal-forget = Shall I forget you?
personal-forget-what = I then delete all that I keep about you, at once and for good: your profile, the questions from your own chat, your thumbs, your answers in open polls and about meetings to come, what you try at home, your seat in exercises, your digest, messages to you and questions in the channel that name you. In closed polls and past meetings your answer counts, but without your name.
personal-forget-leader = You are a leader. That ends, so you may want to appoint somebody else first.
personal-forget-stays = What you yourself wrote in Teams stays there until you delete it. Posts that I made more than 180 days ago I cannot change. Backups are thinned out by those who run me.
personal-forget-yes = Yes, forget me
personal-forget-no = No, show my data
personal-forgotten = Done. I have forgotten you. If you write to me again, I keep anew what is needed to answer.
personal-farewell = I will soon forget you
personal-farewell-why = You have not written to me for two years. On { $date } I will therefore delete all that I keep about you.
personal-farewell-how = If you want it kept, just write something to me before then. Otherwise you need not do anything.
