# Rounds of triads and pairs.
round-kind =
    { $size ->
        [2] Talks in pairs
       *[3] Triad talks
    }
round-title =
    { $size ->
        [2] Talks in pairs: would you like to take part?
       *[3] Triad talks: would you like to take part?
    }
round-what =
    { $size ->
        [2] Two colleagues from two municipalities talk for 45 minutes about a challenge each. I bring you together so that one has preferably been through what the other faces.
       *[3] Three colleagues from three municipalities talk for 45 minutes about a challenge each. I bring you together so that somebody has preferably been through what another faces.
    }
round-how = Click “Count me in” by { $date } at { $time }. You then get a proposal that only you and the others in the group see, and can say yes or no.
round-asked-willing = This time for you who have said in your profile that you want to be matched.
round-count =
    { $count ->
        [0] Nobody is in yet.
        [one] One is in.
       *[other] { $count } are in.
    }
round-names = In are: { $names }
round-closed =
    { $count ->
        [0] It is closed. Nobody was in.
        [one] It is closed. One was in.
       *[other] It is closed. { $count } were in.
    }
round-closed-how = Click to see whom I propose that you talk to. Only you see what opens. Answer within three days.
round-summary = { $kind }: would you like to take part? Answer by { $date }.
round-join = Count me in
round-see = Where do I stand?
round-see-group = Show my proposal
round-manage = Manage
round-joined = You are in. It closes { $date } at { $time }, and then you get a proposal.
round-joined-profile = Your profile now says that you want to be matched. You can change that whenever you like.
round-leave = I do not want to take part
round-left = You are no longer in. You can join again until it closes.
round-own-in = You are in.
round-own-out = You are not in.
round-own-not-in = You are not in this round.
round-own-forming = The groups are being formed. Look here again in a while.
round-own-none = I found no group for you this time. Next time you come first.
round-own-none-how = That happens when too few are in, or too many from the same municipality.
round-gone = That round is no longer there.
round-not-open = It is closed.
round-not-asked = This round is for those who have said in their profile that they want to be matched. Open “my profile”, tick that and click again.
round-paused = You have paused your profile, so I cannot match you when the groups are formed. Take the pause away in “my profile” and click again.
round-form = Where do you work?
round-form-what = I never bring two from the same municipality together, so I need to know. Do also tell what you have been through and face, for a better group. It is kept in your profile, which then says that you want to be matched, and is shown to nobody but those you are proposed to talk to.
round-form-join = Save, count me in
round-new = A new round of talks
round-new-what = I ask in the channel who would like to take part, and form groups when it closes.
round-size = How many in each group?
round-size-choice =
    { $choice ->
        [2] Two, pairs
       *[3] Three, triads
    }
round-asked = Who may take part?
round-asked-choice =
    { $choice ->
        [willing] Those who have said in their profile that they want to be matched
       *[all] Everybody in the channel
    }
round-date = It closes on
round-time = At
round-time-error = Choose a time.
round-named = Are names shown?
round-named-words = Show in the channel who is in, not only how many
round-choose-one = Choose one from the list.
round-error-closes = Choose a time that lies ahead, within 90 days.
round-call = Ask in the channel
round-called = The question is on its way to the channel.
round-only-leaders = Only leaders can invite to talks.
round-only-in-channel = Invite to talks from the channel. Write “@Erfa triads” there.
round-none = There is no round of talks just now. The leader invites to them.
round-running = There is a round of talks in the network. Click to see where you stand, or your proposal. Only you see what opens.
round-still-running = A round is going on already. It is over when everybody has answered their proposal.
round-status = The round that goes on
round-status-open = It closes { $date } at { $time }.
round-status-groups =
    { $agreed ->
        [0] No group has agreed.
        [one] One group has agreed.
       *[other] { $agreed } groups have agreed.
    } { $open ->
        [0] No other is waiting for answers.
        [one] One is waiting for answers.
       *[other] { $open } are waiting for answers.
    }
round-close = Close it now
round-close-sure = Shall I close it and form the groups now?
round-close-yes = Yes, close it
round-close-done = It is closed. The proposals come in a while.
round-cancel = Cancel the round
round-cancel-sure = Shall I cancel the round? All proposals go away, and the question is taken back from the channel. That cannot be undone.
round-cancel-yes = Yes, cancel it
round-cancel-done = The round is cancelled.
round-no = No, back
round-back = Back
round-news =
    { $size ->
        [2] There are proposals now of who might talk to whom. Click to see whether you have one.
       *[3] There are proposals of groups now. Click to see whether you have one.
    }
round-silenced = You have not answered my last three proposals, so I propose no more to you. If you want to take part again, just click “Count me in” next time.
round-coverage = Who has met whom?
round-coverage-what = How many other municipalities and organisations each has been in a talk with. Who has said no is shown nowhere.
round-coverage-none = No group has agreed yet.
round-coverage-table = The same in words
round-coverage-line =
    { $count ->
        [0] 0 – nobody yet
       *[other] { $count } – { $places }
    }
round-coverage-number = { $place } ({ $times } times)
round-coverage-learned = What groups took with them
round-protocol = Support for the talk
round-protocol-edit = Change the support for the talk
round-protocol-how = The text stands in each group's thread, above who tells, asks and listens in each turn. Empty the field to have my own text back.
round-protocol-save = Save
round-protocol-saved = The support is saved.
round-protocol-error = Write at most { $most } characters, without formatting and links.
round-protocol-usual =
    Begin (5 min): Who are you, and what is your challenge just now?
    A turn each: Whoever tells describes their challenge. Whoever asks helps to see it from new sides, and gives no advice yet. Whoever listens says last what they heard.
    End (10 min): What do you take home, and what do you try first?
triad-proposal =
    { $count ->
        [2] You two, from two places
        [3] You three, from three places
       *[other] You four, from four places
    }
triad-why = Why you?
triad-why-helped = { $faces } faces { $what }. { $been } has been through it.
triad-why-both =
    { $count ->
        [2] { $who } both face { $what }.
       *[other] { $who } all face { $what }.
    }
triad-why-you-helped = You face { $what }. { $been } has been through it.
triad-why-help-you = { $faces } faces { $what }. You have been through it.
triad-why-none = You come from different places, and see each other's questions from outside.
triad-you = You
triad-faces = Faces:
triad-been-through = Has been through:
triad-answer-by = Answer by { $date } at { $time }. No answer counts as a no. Nobody is told who said no.
triad-then = When all have said yes I begin a thread in the channel that mentions you, with three times to choose from and a question to begin with, taken from what you have told.
triad-yes = Yes, gladly
triad-no = Not now
triad-accepted = You have said yes. When all have, there will be a thread in the channel.
triad-own-agreed = All have said yes: you, { $names }. Your thread is in the channel.
triad-declined = Thank you for your answer. Nobody is told who said no.
triad-gone = That proposal no longer holds.
triad-title =
    { $count ->
        [2] A talk in a pair
        [4] A talk of four
       *[other] A triad talk
    }
triad-agreed = { $mentions }: you have agreed to talk to each other for 45 minutes.
triad-colleague = a colleague ({ $home })
triad-agreed-summary = { $names } have agreed to a talk.
triad-question = A question to begin with
triad-question-helped = { $faces } faces { $what }, and { $been } has been through it: what would you have liked to know from the start?
triad-question-both = Several of you face { $what }: what is hardest just now, and what have you tried?
triad-question-none = What is hardest in your challenge just now, and what have you tried already?
triad-times = Three times to choose from
triad-time = { $date } at { $time }
triad-times-how = Say here in the thread which one suits you.
triad-chat = Start a group chat
triad-chat-how = The link may stop at your organisation. The thread then serves as well.
triad-topic = Erfa: a talk
triad-roles = How it goes, { $minutes } minutes
triad-turn =
    { $listens ->
        [nobody] Turn { $number } ({ $minutes } min): { $tells } tells, { $asks } asks and listens.
       *[other] Turn { $number } ({ $minutes } min): { $tells } tells, { $asks } asks, { $listens } listens.
    }
triad-met = { $mentions }: did it come about?
triad-met-summary = Did the talk come about?
triad-learned = What did you take with you? (if you like; all in the channel can read it)
triad-learned-open = Tell what you took with you
triad-met-yes = Yes
triad-met-booked = It is booked
triad-met-no = No
triad-met-told =
    { $met ->
        [yes] The talk came about.
        [booked] The talk is booked.
       *[no] The talk did not come about.
    }
triad-met-learned = They took with them:
triad-keep = Make a lesson of it
triad-keep-how = Who wrote it can make a lesson of it. Nobody else sees the form.
triad-keep-not-yours = Only who wrote it can make a lesson of it.
triad-situation = From a talk between colleagues from { $homes }.
triad-met-thanks = Thank you! I have noted it.
triad-met-not-yours = Only those in the group can answer that.
triad-met-error = Write less, at most { $most } characters.
