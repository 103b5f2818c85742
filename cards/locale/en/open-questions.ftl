# Open questions and the answers to them.
question-answer = Answer a question from the network
question-label-words = Your answer
question-label-link = A link to a source, if you have one
question-label-named = Your name
question-name-me = Show my name with the answer
question-where = The answer goes into the thread where the question was asked. Unless you tick the box it says that it comes from the network.
question-send = Send the answer
question-thanks = Thank you! The answer goes into the thread where the question was asked, which is no longer open.
question-closed = That question has been answered already.
question-answered = An answer from the network
question-by = The answer comes from { $name }.
question-by-somebody = The answer comes from somebody in the network who has not given their name.
question-error =
    { $field ->
        [link] Type a whole web address, beginning with https://, or leave the field empty.
       *[words] Type an answer of at most { $most } characters.
    }
