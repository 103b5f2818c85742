# Answers to questions.
sources = Sources
source-dated = as of { $date }
source-undated = undated
statement-uncertain = Uncertain:
case-phase = phase: { $phase }
case-checked = last checked { $date }
ask-compared = This is how it looks in the cases I find
ask-nothing-about = The case library says nothing about this for { $name }.
ask-differing = The sources differ. Another figure is:
ask-unknown = I don't know.
ask-unknown-why = The case library has no answer to that question.
ask-nearest = These cases come closest:
ask-following = I take this as a follow-up to:
ask-read-more = Read more
ask-related = { $case }
ask-helped = 👍 Helpful
ask-helped-not = 👎 Not helpful
ask-thanks =
    { $helped ->
        [true] Thank you! I have noted that the answer helped.
       *[false] Thank you! I have noted that the answer did not help.
    }
ask-keep = Keep as an open question to the network
ask-kept = The question is kept as open. Do ask your colleagues here in the channel, too.
