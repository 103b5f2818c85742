"""What the buttons of lessons mean: telling one, deciding on one, keeping it right."""

from typing import Annotated, Literal

from pydantic import Field

from cards.payload import Id, Page, Payload, Typed

LessonId = Annotated[str, Field(pattern=r"^lardom-[0-9a-f]{12}$")]
"""Its own kind of id, so that no lesson stands for a case that others wrote."""
Chosen = Annotated[str, Field(max_length=500)]


class ListLessons(Payload):
    """What whoever clicks has told, and the way to tell more."""

    verb: Literal["list_lessons"] = "list_lessons"


class EditLesson(Payload):
    """Open the form: empty, or with what was told."""

    verb: Literal["edit_lesson"] = "edit_lesson"
    lesson: LessonId | Literal[""] = ""


class PreviewLesson(Payload):
    """Keep what was filled in and see it as it will look."""

    verb: Literal["preview_lesson"] = "preview_lesson"
    lesson: LessonId
    title: Typed = ""
    situation: Typed = ""
    did: Typed = ""
    went: Typed = ""
    again: Typed = ""
    home: Chosen = ""
    phase: Chosen = ""
    themes: Chosen = ""
    link: Typed = ""
    named: Chosen = ""
    public: Chosen = ""


class SaveMessage(Payload):
    """Have a message made a lesson of, by who wrote it; `root` is the message that its thread begins with."""

    verb: Literal["save_message"] = "save_message"
    message: Id
    root: Id
    author: Id
    name: Typed = ""
    words: Typed = ""


class SendLesson(Payload):
    """Have a leader decide on a draft."""

    verb: Literal["send_lesson"] = "send_lesson"
    lesson: LessonId


class ShowLesson(Payload):
    """See a lesson and what may be done with it; `version` counts from 1, 0 is the latest that was told."""

    verb: Literal["show_lesson"] = "show_lesson"
    lesson: LessonId
    version: Page = 0


class WithdrawLesson(Payload):
    """Take back a lesson, once one is `sure`."""

    verb: Literal["withdraw_lesson"] = "withdraw_lesson"
    lesson: LessonId
    sure: bool = False


class ConfirmLesson(Payload):
    """Say that one's lesson still holds."""

    verb: Literal["confirm_lesson"] = "confirm_lesson"
    lesson: LessonId


class ClaimLesson(Payload):
    """See to a draft that is nobody's: it becomes that of whoever clicks."""

    verb: Literal["claim_lesson"] = "claim_lesson"
    lesson: LessonId


class ListWaiting(Payload):
    """The lessons that wait for a leader."""

    verb: Literal["list_waiting"] = "list_waiting"


class DecideLesson(Payload):
    """Approve a lesson, ask for more or decline it; `seen` is when what was read was told."""

    verb: Literal["decide_lesson"] = "decide_lesson"
    lesson: LessonId
    seen: Chosen
    decision: Literal["approved", "returned", "declined"]
    reason: Typed = ""


LessonAction = (
    ListLessons
    | EditLesson
    | PreviewLesson
    | SaveMessage
    | SendLesson
    | ShowLesson
    | WithdrawLesson
    | ConfirmLesson
    | ClaimLesson
    | ListWaiting
    | DecideLesson
)
