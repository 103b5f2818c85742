# The digest: what is new in the network.
digest-head = New in the network since { $since }
digest-own-head = New for you since { $since }
digest-why =
    { $occasion ->
        [week] This is the network's digest. It comes once a week, if something is new.
        [other-week] This is the network's digest. It comes every other week, if something is new.
        [month] This is the network's digest. It comes once a month, if something is new.
        [own] This is your own digest. You get it because you asked for it.
       *[now] This is the network's digest. The leader chose to send it now.
    }
digest-change =
    { $own ->
        [yes] Write “digest” here to change your themes.
       *[no] The leader changes the digest, or turns it off, by writing “@Erfa digest”. If you want one of your own about your themes, write “digest” to me in a personal chat.
    }
digest-section =
    { $section ->
        [gatherings] Meetings to come
        [cases] New and changed cases
        [meetings] Meeting notes
        [to-do] Due soon or overdue
        [questions] Questions waiting for an answer
        [polls] Polls
        [people] Colleagues to talk to
       *[again] An older case about what you ask
    }
digest-count =
    { $section ->
        [gatherings]
            { $count ->
                [one] one meeting
               *[other] { $count } meetings
            }
        [cases]
            { $count ->
                [one] one case
               *[other] { $count } cases
            }
        [meetings]
            { $count ->
                [one] the notes of one meeting
               *[other] the notes of { $count } meetings
            }
        [to-do]
            { $count ->
                [one] one thing to do
               *[other] { $count } things to do
            }
        [questions]
            { $count ->
                [one] one question waiting for an answer
               *[other] { $count } questions waiting for an answer
            }
        [polls]
            { $count ->
                [one] one poll
               *[other] { $count } polls
            }
        [people] colleagues to talk to
       *[again]
            { $count ->
                [one] one older case
               *[other] { $count } older cases
            }
    }
digest-case =
    { $kind ->
        [new-case] New:
       *[changed-case] Changed:
    }
digest-gathering = { $day } at { $time }
digest-round =
    { $size ->
        [2] Talks in pairs: will you join?
       *[3] Talks in groups of three: will you join?
    }
digest-see = Show
digest-waiting = waiting since { $since }
digest-asked =
    { $count ->
        [one] one question about it in the past month
       *[other] { $count } questions about it in the past month
    }
digest-contacts =
    { $count ->
        [one] One more colleague wants to be found
       *[other] { $count } more colleagues want to be found
    }
digest-until =
    { $kind ->
        [open-poll] can be answered until { $date }
        [open-round] join by { $date }
       *[closed-poll] closed { $date }
    }
digest-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
digest-all = Show all
digest-left-out = There is room for { $shown } of { $count } here.
digest-open = Read
digest-answer = Answer
digest-back-to-digest = Back to the digest
digest-gone = I no longer have that digest. Write “digest” to see when the next one comes.
digest-preview = Preview. This is how the digest will look in the channel. Nothing is sent yet.
digest-send = Send now
digest-back = Back to the settings
digest-nothing = Nothing is new since the last digest, so there is nothing to send.
digest-sent = The digest is on its way to the channel.
digest-saved = Saved.
digest-settings = The digest
digest-status-off = The digest is turned off.
digest-status =
    The digest goes out { $every ->
        [week] every { $weekday }
        [other-week] every other { $weekday }
       *[month] on the first { $weekday } of the month
    } at { $time } in { $here ->
        [true] this channel
       *[false] the network's channel
    }, next on { $next }. If nothing is new then, nothing is sent.
digest-failing =
    { $count ->
        [one] Something I am to do by myself fails again and again. I keep trying. Tell whoever runs Erfa.
       *[other] { $count } things I am to do by myself fail again and again. I keep trying. Tell whoever runs Erfa.
    }
digest-troubled =
    { $count ->
        [one] One post did not arrive as it should.
       *[other] { $count } posts did not arrive as they should.
    }
digest-troubles = Show what did not arrive
digest-label-every = How often
digest-label-weekday = Day of the week
digest-label-at = Time of day
digest-label-sections = What it contains
digest-label-pauses = Pauses
digest-often =
    { $every ->
        [week] Every week
        [other-week] Every other week
        [month] Once a month, in the first week
       *[off] Turned off
    }
digest-pause =
    { $pause ->
        [july] All of July
       *[holidays] Public holidays in Sweden, and the days from Christmas Eve to Epiphany
    }
digest-error =
    { $field ->
        [every] Choose how often the digest should go out.
        [weekday] Choose a day of the week.
        [sections] Choose at least one part.
        [pauses] Choose among the pauses in the list.
       *[at] Choose a time from { $earliest } to { $latest }.
    }
digest-no-channel = I don't know which channel the digest belongs in. Write “@Erfa digest” in that channel and save there.
digest-moves = If you save here, the digest comes to this channel.
digest-save = Save
digest-preview-open = Preview and send
digest-history = Earlier digests
digest-history-none = No digest has been sent yet.
digest-state =
    { $state ->
        [waiting] on its way
        [unclear] not clear whether it arrived
        [given_up] did not arrive
        [taken_back] removed
       *[posted] show in the channel
    }
digest-remove = Remove
digest-remove-sure = Should the digest of { $date } be removed? It then disappears from the channel for everybody, and what it said may come again next time.
digest-remove-yes = Yes, remove it
digest-remove-no = No, keep it
digest-only-leaders = Only a leader can change the digest. Write “leader” to see who they are.
digest-own = Your own digest
digest-own-what = Every Monday at 08:00 I write to you in our personal chat about what is new in your themes. If nothing is new, I don't write.
digest-own-offer = Would you like a digest of your own? I then write to you on Mondays in a personal chat when something is new. There you can choose themes too.
digest-own-start = Send it to me
digest-own-themes = Themes (all of them, if you choose none)
digest-own-started = You will get your own digest on Mondays when something is new, in our personal chat.
digest-own-stopped = Your own digest has ended, and I have forgotten which themes you chose. Write “digest” if you want it again.
digest-own-undelivered = I could not write to you in a personal chat, so your own digest has ended. Open a chat with me and write “digest” there if you want to try again.
digest-stop = Stop sending
