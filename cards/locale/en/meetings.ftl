# Meetings: what to paste, drafts, notes, what is to be done.
meeting-section =
    { $kind ->
        [learned] What we learned
        [decision] Decisions
        [action] To do
        [question] Open questions
        [try] What we will try at home
        [next] Next meeting
       *[discussed] What we talked about
    }
meeting-notes-from = Meeting notes from { $date }
meeting-corrected = corrected { $date }
meeting-due = by { $date }
meeting-overdue = should have been done by { $date }
meeting-done = done
meeting-more = Show more
meeting-less = Show less
meeting-next-at = at { $time }
meeting-next-theme = Theme: { $theme }
meeting-ask = Ask me about what is said here and I will answer from the notes. “@Erfa to do” shows what remains.
meeting-summary = Meeting notes: { $title }

# What a summary is made of.
meeting-new = Summarise a meeting
meeting-new-how = Paste the notes and I will make a draft for you to go through. Nobody else sees anything until you publish it.
meeting-new-files = In a private chat with me you can send a file instead: .vtt, .docx, .pdf, .txt or .md.
meeting-new-no-files = Files do not reach me here. Paste the text instead, or send the file in a private chat with me.
meeting-label-title = Name of the meeting
meeting-label-held = Day
meeting-label-words = Notes
meeting-title-error = Write what the meeting is called.
meeting-held-error = Choose the day of the meeting.
meeting-words-error = Paste the notes.
meeting-make = Make a draft
meeting-untitled = Network meeting
meeting-ready = The draft of “{ $title }” is ready to go through.
meeting-ready-elsewhere = The draft of “{ $title }” is ready to go through. Type “@Erfa summarise” in the network’s channel, or “summarise” in a private chat with me.
meeting-unfinished = Unfinished drafts
meeting-show-unfinished = Show unfinished drafts
meeting-open-draft = Go on
meeting-drafts-more =
    { $count ->
        [one] … and one more draft. Publish or discard another to make room for it.
       *[other] … and { $count } more drafts. Publish or discard others to make room for them.
    }
meeting-only-leaders = Meeting notes are made by the network’s leaders. Type “leader” to see who they are.
meeting-notes-of-others = These look like meeting notes, and I have not kept them: give them to one of the network’s leaders, who can make a post of them. Type “leader” to see who they are.
meeting-out-of-reach = I could not fetch the file. Send it once more, or paste the text.
meeting-one-file = I read one file at a time. Send the one that belongs to the meeting on its own.
meeting-unreadable =
    { $reason ->
        [wrong-type] I cannot read that kind of file. I read .vtt, .docx, .pdf, .txt and .md.
        [empty] There is no text to read.
        [encrypted] The file is locked with a password. Save it without one and send it again, or paste the text.
        [broken] The file cannot be read; it seems to be damaged. Save it anew and send it again, or paste the text.
        [too-large] The file is too large. I read files of up to 20 MB; otherwise paste the text.
        [too-long] The text is too long for one meeting. Divide it and take one part at a time.
        [not-swedish] I understand only meetings held in Swedish.
       *[no-text] I find no text in the file. Was it scanned? Paste the text instead.
    }
meeting-or-lessons = Did you want drafts of lessons from the file instead? Send it once more and type “contribute”.
meeting-nothing-found = I find nothing to take up in the text. Headings such as “Beslut” and “Att göra” help me.

# The draft.
meeting-draft = Draft: { $title }
meeting-draft-sure = Everything in the notes is ticked. Untick what should be left out.
meeting-draft-guessed = These are suggestions from what you gave me. Tick what should be in; nothing else will be.
meeting-record = The post is probably a public record. Ask your registrar if you are unsure.
meeting-edit = Edit
meeting-doubtful-owner = In doubt who. Perhaps { $name } instead.
meeting-doubtful-due =
    { $known ->
        [other] Day in doubt. Perhaps { $date } instead.
        [some] In doubt whether a day was named. Perhaps { $date }.
       *[none] Day in doubt. Perhaps another, perhaps none at all.
    }
meeting-doubtful = In doubt: { $parts }. Check before you tick it.
meeting-part =
    { $part ->
        [day] the day
        [hour] the time
        [place] the place
       *[theme] the theme
    }
meeting-label-text = How it will read in the post
meeting-label-owner = Who
meeting-label-due = By
meeting-add = Add
meeting-label-add = One on each line
meeting-names = Names
meeting-names-how = Write the municipality instead of the name, and the post will say the municipality.
meeting-label-name = { $name } is written
meeting-later = Next page
meeting-earlier = Previous page
meeting-preview = Preview
meeting-close = Save for later
meeting-discard = Discard the draft
meeting-discard-sure = Discard the draft of “{ $title }”? You cannot get it back.
meeting-discard-yes = Yes, discard it
meeting-discard-no = No, keep it
meeting-discarded = The draft is discarded.
meeting-saved = The draft is saved. Type “summarise” when you want to go on.
meeting-draft-gone = That draft is no longer there. Type “meetings” to see and correct what is published, or “summarise” to begin a new one.
meeting-overtaken = Somebody else changed the same before you did. What you wrote is in the fields: save again if it should stand instead of this.
meeting-preview-how = This is how the post will look in the channel.
meeting-preview-changed = The draft was changed after you previewed it. This is how the post will look now.
meeting-where =
    { $last ->
        [true] The post goes to the channel where you last wrote to me or clicked on a card.
       *[false] The post goes to the channel that the draft is tied to. That is not the one where you last wrote to me or clicked on a card.
    } Should it be in another channel? Type “@Erfa summarise” there and go on with the draft.
meeting-publish = Publish in the channel
meeting-publish-again = Correct the post
meeting-back = Edit more
meeting-published = Published. The post will be in the channel in a moment.
meeting-republished = Corrected. The change will be in the channel in a moment.
meeting-republished-alone = Corrected in the notes. I can no longer change the post in the channel, so it stays as it was.
meeting-none-ticked = Nothing is ticked. Tick at least one line that should be in.
meeting-no-channel = I do not know in which channel to post it. Type “@Erfa summarise” in the channel and go on with the draft there.
meeting-too-much = That is too much for one post in Teams. Untick some lines, or shorten them.

# Meetings and what is to be done.
meetings-title = Meetings
meetings-none = No meeting notes are published yet. A leader makes them with “summarise”.
meetings-open = Open
meetings-back = Show all meetings
meetings-post = Show the post in the channel
meetings-post-absent = The post is not in the channel. Choose “Correct” and publish, and it will be posted anew.
meetings-keep = Make a lesson of it
meetings-keep-head = Make a lesson of the meeting
meetings-keep-how = The form is filled in with what you choose. Change it as you like; nobody else sees the lesson until you send it.
meetings-keep-choose = What should more people learn of?
meetings-keep-next = Continue
meetings-keep-back = Back to the meeting
meetings-situation = From the meeting notes “{ $title }”, { $date }.
meetings-correct = Correct
meetings-remove = Remove
meetings-remove-sure = Remove the meeting notes “{ $title }”? I will no longer answer from them, and what was to be done leaves the list.
meetings-remove-both = Remove, and the post too
meetings-remove-keep = Remove, but leave the post
meetings-remove-no = No, keep them
meetings-removed = The meeting notes are removed.
meetings-gone = Those meeting notes are no longer there. Type “meetings” to see those that are.
to-do-title = To do
to-do-none = Nothing remains to be done from the network’s meetings.
to-do-mark = Done
to-do-undo = Undo
to-do-marked = Marked as done: { $text }
to-do-unmarked = To be done again: { $text }
to-do-gone = That is no longer to be done. Type “to do” to see what remains.
