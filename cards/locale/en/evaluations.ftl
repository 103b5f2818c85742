# Evaluations of meetings.
evaluation-title = Evaluation of the meeting
evaluation-how = It takes half a minute. Skip what you do not want to answer; you can change your mind. Answers are anonymous: when the evaluation closes, all that could show who answered what is deleted. The result is shown then, if at least five have answered.
evaluation-scale-lowest = { $step } – not at all
evaluation-scale-highest = { $step } – to a great extent
evaluation-usual-0 = Did the meeting give you new knowledge?
evaluation-usual-1 = Did the meeting give you new or deeper contacts?
evaluation-usual-2 = Did the meeting give you practical support in your work?
evaluation-usual-3 = What was most valuable?
evaluation-usual-4 = What should we change?
evaluation-only-leaders = Only a leader can start an evaluation or change its questions. Type “leader” to see who they are.
evaluation-only-in-channel = Start an evaluation in the network's channel: type “@Erfa evaluation”.
evaluation-already-open = There is an open evaluation here already. Close it first, under Manage.
evaluation-elsewhere = The result stands in a post of its own in this thread.
evaluation-result = Evaluation of the meeting on { $date }
evaluation-trend = Meeting by meeting
evaluation-table = The same figures in words: the means in the order of the questions above, and how many answered.
evaluation-change = What we will change
evaluation-change-label = What we will change next time (shown beneath the result)
evaluation-announce = Show beneath the result
evaluation-announced = It now stands beneath the result.
evaluation-edit = Change the questions
evaluation-questions = The questions of the evaluation
evaluation-questions-how = They are asked from the next evaluation on. Changed questions begin a new comparison between meetings.
evaluation-question =
    { $scale ->
        [true] Question { $number } (scale 1–5)
       *[false] Question { $number } (own words)
    }
evaluation-save = Save
evaluation-saved = The questions are saved and asked from the next evaluation on.
evaluation-file = evaluation { $date }.csv
