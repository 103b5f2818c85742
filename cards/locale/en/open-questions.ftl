# Open questions and the answers to them.
question-answer = Answer a question from the network
question-label-words = Your answer
question-label-link = A link to a source, if you have one
question-label-named = Your name
question-name-me = Show my name with the answer
question-where = The answer goes into the thread where the question was asked. Unless you tick the box it says that it comes from the network.
question-send = Send the answer
question-thanks = Thank you! The answer stands beside the question, and comes to the thread where it was asked.
question-closed = That question has been answered already.
question-answered = An answer from the network
question-head = A question to the network
question-status =
    { $state ->
        [settled] Answered
        [answered] Has answers
       *[open] { $count ->
            [one] Waits for an answer
           *[other] Waits for an answer · { $count } wonder the same
        }
    }
question-near = Nearest in the library: { $titles }
question-mention = { $mention }, you have been through { $why }. Do you know?
question-how = Answer with the button, or type @Erfa and your answer here in the thread.
question-reply = Answer
question-helped = This helped:
question-helped-note = The answer was of use to who asked.
question-mark = This helped
question-keep = Save as lesson
question-keep-how = Who asked can mark what helped. Who answered can save the answer as a lesson in the library.
question-situation = Somebody in the network asked: { $question }
question-taken = Thank you! I have taken care of the answer: it stands beside the question, and who asked gets it.
question-not-asked = Only who asked, and the leaders, can mark what helped.
question-not-answered = Only who answered can save the answer as a lesson.
question-by = The answer comes from { $name }.
question-by-somebody = The answer comes from somebody in the network who has not given their name.
question-error =
    { $field ->
        [link] Type a whole web address, beginning with https://, or leave the field empty.
       *[words] Type an answer of at most { $most } characters.
    }
