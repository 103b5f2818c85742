"""What the buttons of polls and evaluations mean."""

from typing import Annotated, Literal

from pydantic import Field

from cards.payload import Id, Payload, Typed

Option = Annotated[int, Field(ge=0, le=20)]
Chosen = Annotated[str, Field(max_length=40)]


class PollFields(Payload):
    """The form of a poll as it was filled in; `draft` is what the poll will be called."""

    draft: Annotated[str, Field(max_length=64)] = ""
    question: Typed = ""
    options: Typed = ""
    kind: Chosen = ""
    names: Chosen = ""
    shown: Chosen = ""
    date: Chosen = ""
    time: Chosen = ""
    remind: Chosen = ""


class EditPoll(PollFields):
    """Open the form with what was typed so far."""

    verb: Literal["edit_poll"] = "edit_poll"


class PreviewPoll(PollFields):
    """See the poll as it will look."""

    verb: Literal["preview_poll"] = "preview_poll"


class PostPoll(PollFields):
    """Post the poll; once, however often it is clicked."""

    verb: Literal["post_poll"] = "post_poll"


class Vote(Payload):
    """Choose an option, or no longer; `own` when it was clicked on a card for oneself alone."""

    verb: Literal["vote"] = "vote"
    poll: Id
    option: Option
    chosen: bool = True
    own: bool = False


class FillIn(Payload):
    """Answer a poll with what was filled in, question by question: words, or a step of a scale, from 1."""

    verb: Literal["fill_in"] = "fill_in"
    poll: Id
    answer_0: Typed = ""
    answer_1: Typed = ""
    answer_2: Typed = ""
    answer_3: Typed = ""
    answer_4: Typed = ""

    @property
    def answers(self) -> list[str]:
        return [self.answer_0, self.answer_1, self.answer_2, self.answer_3, self.answer_4]


class Withdraw(Payload):
    """Take back one's own answer."""

    verb: Literal["withdraw"] = "withdraw"
    poll: Id


class SeePoll(Payload):
    """See a poll with one's own answer; Teams asks so by itself for those whom the card names."""

    verb: Literal["see_poll"] = "see_poll"
    poll: Id


class ManagePoll(Payload):
    """See what whoever made a poll, or leads the network, may do with it."""

    verb: Literal["manage_poll"] = "manage_poll"
    poll: Id


class ClosePoll(Payload):
    """Close a poll, once one is `sure`."""

    verb: Literal["close_poll"] = "close_poll"
    poll: Id
    sure: bool = False


class DeletePoll(Payload):
    """Delete a poll, once one is `sure`."""

    verb: Literal["delete_poll"] = "delete_poll"
    poll: Id
    sure: bool = False


class ExportPoll(Payload):
    """Get the results as a table."""

    verb: Literal["export_poll"] = "export_poll"
    poll: Id


class ListPolls(Payload):
    """See the open polls and those that were."""

    verb: Literal["list_polls"] = "list_polls"


class BeginEvaluation(Payload):
    """Post the evaluation in the thread of a post of Erfa's, given by its id."""

    verb: Literal["begin_evaluation"] = "begin_evaluation"
    post: Id


class EditEvaluation(Payload):
    """Open the form of the questions that evaluations ask."""

    verb: Literal["edit_evaluation"] = "edit_evaluation"


class SaveEvaluation(Payload):
    """Ask these questions from now on."""

    verb: Literal["save_evaluation"] = "save_evaluation"
    question_0: Typed = ""
    question_1: Typed = ""
    question_2: Typed = ""
    question_3: Typed = ""
    question_4: Typed = ""

    @property
    def questions(self) -> list[str]:
        return [self.question_0, self.question_1, self.question_2, self.question_3, self.question_4]


class AnnounceChange(Payload):
    """Say, beside the results of an evaluation, what will be different from now on."""

    verb: Literal["announce_change"] = "announce_change"
    poll: Id
    change: Typed = ""


PollAction = (
    EditPoll
    | PreviewPoll
    | PostPoll
    | Vote
    | FillIn
    | Withdraw
    | SeePoll
    | ManagePoll
    | ClosePoll
    | DeletePoll
    | ExportPoll
    | ListPolls
    | BeginEvaluation
    | EditEvaluation
    | SaveEvaluation
    | AnnounceChange
)
