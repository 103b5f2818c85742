"""What a button on a card means: typed, carrying ids only, checked when it comes back."""

from collections.abc import Collection
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

Id = Annotated[str, Field(min_length=1, max_length=200)]
IdOrNone = Annotated[str, Field(max_length=200)]
Typed = Annotated[str, Field(max_length=5000)]
"""What a field of a form holds, as it was filled in."""


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
    """Open a case in place; `answer` or `digest` is the card to return to, if it was opened from one."""

    verb: Literal["open_case"] = "open_case"
    case: Id
    answer: IdOrNone = ""
    digest: IdOrNone = ""
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


class AnswerQuestion(_Payload):
    """Open the form to answer an open question with; `digest` is the card to return to."""

    verb: Literal["answer_question"] = "answer_question"
    question: Id
    digest: Id


class SendAnswer(_Payload):
    """Answer an open question with what was filled in."""

    verb: Literal["send_answer"] = "send_answer"
    question: Id
    digest: Id
    words: Typed = ""
    link: Typed = ""
    named: Typed = ""


class ShowDigestSettings(_Payload):
    """When the digest comes and what is in it, to be changed."""

    verb: Literal["show_digest_settings"] = "show_digest_settings"


class SaveDigestSettings(_Payload):
    """Have the digest come as was filled in."""

    verb: Literal["save_digest_settings"] = "save_digest_settings"
    every: Typed
    weekday: Typed = ""
    at: Typed = ""
    sections: Typed = ""
    pauses: Typed = ""


class PreviewDigest(_Payload):
    """The digest as it would be now."""

    verb: Literal["preview_digest"] = "preview_digest"


class SendDigest(_Payload):
    """Post the digest now; `digest` is what it is called from then on, so that a second click posts no second one."""

    verb: Literal["send_digest"] = "send_digest"
    digest: Id


class ListDigests(_Payload):
    """The digests that were sent."""

    verb: Literal["list_digests"] = "list_digests"


class RemoveDigest(_Payload):
    """Take a digest back from the channel, once one is `sure`."""

    verb: Literal["remove_digest"] = "remove_digest"
    digest: Id
    sure: bool = False


class ShowDigest(_Payload):
    """Return to a digest, or see `all` it could tell."""

    verb: Literal["show_digest"] = "show_digest"
    digest: Id
    all: bool = False


class SubscribeDigest(_Payload):
    """Ask for a digest of one's own, about what was filled in."""

    verb: Literal["subscribe_digest"] = "subscribe_digest"
    themes: Typed = ""


class StopDigest(_Payload):
    """Have no digest of one's own any more, from `network`, which need not be the one last written in."""

    verb: Literal["stop_digest"] = "stop_digest"
    network: Id


Action = Annotated[
    Ask
    | ListCases
    | OpenCase
    | ShowAnswer
    | Rate
    | KeepQuestion
    | ListTroubles
    | PostAgain
    | ItIsThere
    | AnswerQuestion
    | SendAnswer
    | ShowDigestSettings
    | SaveDigestSettings
    | PreviewDigest
    | SendDigest
    | ListDigests
    | RemoveDigest
    | ShowDigest
    | SubscribeDigest
    | StopDigest,
    Field(discriminator="verb"),
]
_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


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


def decode(data: object) -> Action:
    """The action in a button's `data`. Raises BadAction."""
    try:
        return _ACTION.validate_python(data)
    except ValidationError as error:
        raise BadAction(str(error)) from error
