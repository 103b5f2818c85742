# Answers to questions.
sources = Sources (the case library is in Swedish)
source-dated = as of { $date }
source-noted = dated: { $note }
source-undated = undated
statement-uncertain = Uncertain:
phase =
    { $phase ->
       *[inquiry] inquiry
        [intent] letter of intent
        [permit] permits
        [building] construction
        [operation] operation
        [aftercare] aftercare
    }
case-phase = phase: { $phase }
case-held = held { $date }
case-checked = last checked { $date }
ask-compared = This is what the cases say
ask-nothing-about = The case library says nothing about this for { $name }.
ask-differing = The sources differ. They also say:
ask-unknown = I don't know.
ask-unknown-why = The case library has no answer to that question.
ask-near = This is close, but does not answer the question:
ask-nearest = These cases come closest:
ask-following = I take this as a follow-up to:
ask-read-more = Read more
ask-read-more-about = Read more about:
ask-related = Related cases:
ask-helped = 👍 Good
ask-helped-not = 👎 Not good
ask-thanks =
    { $helped ->
        [true] Thank you! I have noted that the answer was good.
       *[false] Thank you! I have noted that the answer was not good. Leaders can see the question, but not that it is yours.
    }
ask-keep = Ask the network
ask-keep-how = Ask the network? The question is posted in the channel, without your name, and the answers come here.
ask-kept =
    { $how ->
        [joined] Somebody has asked the network that already. You have joined that question, in the channel.
       *[asked] The question is kept as open: it is posted in the channel, without your name, and comes in the digest until it is answered. The answers come here.
    }
