# Introduction, help and the sentences between.
intro-title = Hello! I am Erfa, the network's shared memory.
intro-what = Ask me what other municipalities have done when large companies want to establish themselves, and how it went. I answer from the case library, always give the source, and say so when I don't know.
intro-by = { $name } added me here and is therefore a leader of the network.
intro-try = Try for example
intro-cases = Show all cases
how-title = How to reach me
how-mention = In the channel, begin with @Erfa, also when you reply in a thread. In a chat of your own with me there is no need to.
how-sources = The number after a statement shows which source it comes from. Uncertain statements are marked. The case library is in Swedish.
help-title = What I can do
help-ask-anything = Ask a question in your own words and I search the case library. You may follow up, for example “and Borlänge?”.
help-ask-typed = ask …
help-ask-does = answers the question; you may leave out the word “ask”
help-cases-typed = cases
help-cases-does = shows all cases; “cases ludvika” opens one, “cases mark” shows those about land (mark)
help-contacts-typed = contacts …
help-contacts-does = shows colleagues who have been through what you write, or all who want to be found; “who can I talk to about land?” works as well
help-profile-typed = my profile
help-profile-does = is where you tell what you have been through and face, and decide whether others may find you
help-data-typed = my data
help-data-does = shows all that I keep about you
help-forget-typed = forget me
help-forget-does = deletes all that I keep about you; I ask first
help-poll-typed = poll When do we meet? | Tuesday 9 | Wednesday 1 pm
help-poll-does = asks everybody in the channel; “poll” alone opens a form and shows earlier polls
help-evaluation-typed = evaluation
help-evaluation-does = lets everybody answer five short questions about the meeting (leaders)
help-digest-typed = digest
help-digest-does = shows when the network's digest comes; a leader sets it, and in a personal chat you can have one of your own
help-summary-typed = summarise
help-summary-does = makes a draft of meeting notes from notes or a transcript; for leaders
help-meetings-typed = meetings
help-meetings-does = shows the notes of the network’s meetings
help-to-do-typed = to do
help-to-do-does = shows what remains after the meetings; whoever has done something ticks it off
help-triads-typed = triads
help-triads-does = shows the round of talks that goes on and where you stand in it; the leader invites to talks in groups of three or two
help-leader-typed = leader
help-leader-does = shows who the leaders are; a leader appoints more with “leader @name”
help-help-typed = help
help-help-does = shows this help
example-risk = How is the risk shared in Torsboda?
example-land = Which municipalities bought land in advance?
example-housing = How many homes does Ludvika plan?
example-northvolt = What followed Northvolt's bankruptcy?
said-nothing = Hello! Ask a question and I search the case library, or write “help” and I show what I can do.
said-picture = I can't read pictures or files. Write your question as text and I search the case library.
said-thanks = You're welcome! Tell me when you want to know more.
said-too-long = That was a lot at once. Shorten the question to at most { $most } characters and I search.
answer-gone = That answer is gone. Ask again and I search once more.
case-gone = That case is no longer in the library. Write “cases” and I show those there are.
help-transcripts =
    { $fetched ->
        [yes] I draft a summary of a leader’s meeting by myself, if it was transcribed in Teams and the app was added to the meeting.
       *[no] I do not fetch transcripts of meetings by myself here. Send me the file from Teams in a private chat.
    }
