"""What a button on a card means: typed, carrying ids only, checked when it comes back."""

from collections.abc import Collection
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from cards.assignment_actions import AssignmentAction
from cards.card import Card
from cards.curating_actions import CuratingAction
from cards.digest_actions import DigestAction
from cards.exercise_actions import ExerciseAction
from cards.gathering_actions import GatheringAction
from cards.lesson_actions import LessonAction
from cards.meeting_actions import MeetingAction
from cards.payload import Id, IdOrNone, Page, Payload, Typed
from cards.people_actions import PeopleAction
from cards.poll_actions import FillIn, PollAction, Vote
from cards.round_actions import AcceptGroup, DeclineGroup, RoundAction


class BadAction(Exception):
    """What was clicked is not an action this version of Erfa knows."""


class Ask(Payload):
    """Ask an example question; `example` is its name in the catalogue."""

    verb: Literal["ask"] = "ask"
    example: Id


class ListCases(Payload):
    """Show the cases of the library, in place of the clicked card or in a message of their own."""

    verb: Literal["list_cases"] = "list_cases"
    in_place: bool = True


class OpenCase(Payload):
    """Open a case in place; `answer` or `digest` is the card to return to, if it was opened from one."""

    verb: Literal["open_case"] = "open_case"
    case: Id
    answer: IdOrNone = ""
    digest: IdOrNone = ""
    page: Page = 0


class SearchCases(Payload):
    """Find cases to put into a message that is being written."""

    verb: Literal["search_cases"] = "search_cases"
    words: Typed = ""


class ShowAnswer(Payload):
    """Return from a case to the answer it was opened from."""

    verb: Literal["show_answer"] = "show_answer"
    answer: Id


class Rate(Payload):
    """A thumb up or down for an answer."""

    verb: Literal["rate"] = "rate"
    answer: Id
    helped: bool


class KeepQuestion(Payload):
    """Keep an unanswered question as open, for the network to answer."""

    verb: Literal["keep_question"] = "keep_question"
    answer: Id


class ListTroubles(Payload):
    """Show the posts of a network that did not come through as they should."""

    verb: Literal["list_troubles"] = "list_troubles"
    network: Id


class PostAgain(Payload):
    """An unclear post is not there: post it again."""

    verb: Literal["post_again"] = "post_again"
    network: Id
    post: Id


class ItIsThere(Payload):
    """An unclear post is there."""

    verb: Literal["it_is_there"] = "it_is_there"
    network: Id
    post: Id


class AnswerQuestion(Payload):
    """Open the form to answer an open question with."""

    verb: Literal["answer_question"] = "answer_question"
    question: Id


class SendAnswer(Payload):
    """Answer an open question with what was filled in."""

    verb: Literal["send_answer"] = "send_answer"
    question: Id
    words: Typed = ""
    link: Typed = ""
    named: Typed = ""


class MarkHelpful(Payload):
    """Say that an answer helped; `reply` is its number, from 0."""

    verb: Literal["mark_helpful"] = "mark_helpful"
    question: Id
    reply: Page


class KeepAnswer(Payload):
    """Make a lesson of one's own answer."""

    verb: Literal["keep_answer"] = "keep_answer"
    question: Id
    reply: Page


Action = Annotated[
    Ask
    | ListCases
    | OpenCase
    | SearchCases
    | ShowAnswer
    | Rate
    | KeepQuestion
    | ListTroubles
    | PostAgain
    | ItIsThere
    | AnswerQuestion
    | SendAnswer
    | AssignmentAction
    | DigestAction
    | ExerciseAction
    | GatheringAction
    | MarkHelpful
    | KeepAnswer
    | CuratingAction
    | LessonAction
    | MeetingAction
    | PeopleAction
    | PollAction
    | RoundAction,
    Field(discriminator="verb"),
]
_ACTION: TypeAdapter[Action] = TypeAdapter(Action)
_CONFIDENTIAL = {each.model_fields["verb"].default for each in (Vote, FillIn, AcceptGroup, DeclineGroup)}


def execute(
    title: str, action: Action, *, filled_in: Collection[str] = (), past_inputs: bool = False, about: str = ""
) -> dict[str, Any]:
    """The button that does `action`; a client without Action.Execute sends the same as a submit.

    `filled_in` are the fields that the card's inputs of those names give. A button that goes `past_inputs` works
    whatever is filled in. `about` says what it is for where its title alone does not tell.
    """
    data = action.model_dump(exclude=set(filled_in))
    button: dict[str, Any] = {"title": title, "data": data}
    if past_inputs:
        button["associatedInputs"] = "none"
    if about:
        button["tooltip"] = about
    fallback = {"type": "Action.Submit", **button}
    return {"type": "Action.Execute", "verb": action.verb, **button, "fallback": fallback}


def opening(title: str, action: Action, *, about: str = "") -> dict[str, Any]:
    """The button that does `action`, which opens a form, in a dialog beside the card; as in `execute` otherwise."""
    said = {"tooltip": about} if about else {}
    data = {**action.model_dump(), "msteams": {"type": "task/fetch"}}
    return {"type": "Action.Submit", "title": title, "data": data, "associatedInputs": "none", **said}


def in_network(card: Card, network: str) -> Card:
    """The card, where each button that means something in a network says that it is this one."""
    return replace(card, content=_in_network(card.content, network))


def _in_network(part: Any, network: str) -> Any:
    if isinstance(part, list):
        return [_in_network(each, network) for each in part]
    if not isinstance(part, dict):
        return part
    named = {"network": network} if "verb" in part and part.get("network") == "" else {}
    return {**{name: _in_network(each, network) for name, each in part.items()}, **named}


def decode(data: object) -> Action:
    """The action in a button's `data`. Raises BadAction."""
    try:
        return _ACTION.validate_python(data)
    except ValidationError as error:
        raise BadAction(str(error)) from error


def is_confidential(data: object) -> bool:
    """Whether what was clicked may be an answer that nothing may keep beside whose it was."""
    verb = data.get("verb") if isinstance(data, dict) else None
    return isinstance(verb, str) and verb in _CONFIDENTIAL
