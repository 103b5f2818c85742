"""What a button on a card means: typed, carrying ids only, checked when it comes back."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

Id = Annotated[str, Field(min_length=1, max_length=200)]


class BadAction(Exception):
    """What was clicked is not an action this version of Erfa knows."""


class _Payload(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Ask(_Payload):
    """Ask an example question; `example` is its name in the catalogue."""

    verb: Literal["ask"] = "ask"
    example: Id


class ListCases(_Payload):
    """Show the cases of the library, in place of the clicked card or in a message of their own."""

    verb: Literal["list_cases"] = "list_cases"
    in_place: bool = True


class OpenCase(_Payload):
    """Open a case in place; `answer` is the answer card to return to, if it was opened from one."""

    verb: Literal["open_case"] = "open_case"
    case: Id
    answer: Annotated[str, Field(max_length=200)] = ""
    page: Annotated[int, Field(ge=0, le=100)] = 0


class ShowAnswer(_Payload):
    """Return from a case to the answer it was opened from."""

    verb: Literal["show_answer"] = "show_answer"
    answer: Id


class Rate(_Payload):
    """A thumb up or down for an answer."""

    verb: Literal["rate"] = "rate"
    answer: Id
    helped: bool


class KeepQuestion(_Payload):
    """Keep an unanswered question as open, for the network to answer."""

    verb: Literal["keep_question"] = "keep_question"
    answer: Id


class ListTroubles(_Payload):
    """Show the posts of a network that did not come through as they should."""

    verb: Literal["list_troubles"] = "list_troubles"
    network: Id


class PostAgain(_Payload):
    """An unclear post is not there: post it again."""

    verb: Literal["post_again"] = "post_again"
    network: Id
    post: Id


class ItIsThere(_Payload):
    """An unclear post is there."""

    verb: Literal["it_is_there"] = "it_is_there"
    network: Id
    post: Id


Action = Annotated[
    Ask | ListCases | OpenCase | ShowAnswer | Rate | KeepQuestion | ListTroubles | PostAgain | ItIsThere,
    Field(discriminator="verb"),
]
_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


def execute(title: str, action: Action, *, filled_in: str = "") -> dict[str, Any]:
    """The button that does `action`; a client without Action.Execute sends the same as a submit.

    `filled_in` is the field that the card's input of that name gives.
    """
    data = action.model_dump(exclude={filled_in})
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": action.verb,
        "data": data,
        "fallback": {"type": "Action.Submit", "title": title, "data": data},
    }


def decode(data: object) -> Action:
    """The action in a button's `data`. Raises BadAction."""
    try:
        return _ACTION.validate_python(data)
    except ValidationError as error:
        raise BadAction(str(error)) from error
