# People to talk to.
contacts-title = Colleagues to ask
contacts-asked = Search: { $asked }
contacts-been-through = Has been through:
contacts-faces = Faces:
contacts-chat = Chat with { $name }
contacts-ask = Ask in the channel
contacts-more =
    { $count ->
        [one] One more fits. Search for something more definite to see who.
       *[other] { $count } more fit. Search for something more definite to see who.
    }
contacts-how = Those who chose to be found are shown here. Write “my profile” if you want to be found as well.
contacts-cases = Were you looking for an answer from the case library? Write “ask” first.
contacts-none = Nobody who chose to be found has written about this: { $asked }.
contacts-none-at-all = Nobody in the network has chosen to be found yet.
contacts-none-how = Do you want to be found? Write “my profile”.
contacts-form = Ask { $name } in the channel
contacts-form-what = The question is posted in the channel under your name, where everybody can read it, and { $name } is notified.
contacts-form-label = Your question
contacts-form-error = Write a question of at most { $most } characters.
contacts-send = Send
contacts-sent = The question is being posted in the channel. The answer will come there.
contacts-gone = That person can no longer be asked here.
contacts-posted = { $mention }, { $asker } has a question for you:
contacts-posted-how = { $asker } found you through Erfa. Answer here in the thread, or in a chat of your own.
contacts-posted-summary = { $asker } asks { $name }: { $question }
contacts-beside = You may want to ask { $name } ({ $home }), who has been through: { $why }.
