"""What the buttons of meetings mean."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cards.payload import Id, IdOrNone, InNetwork, Page, Typed


class DraftSummary(InNetwork):
    """Make a draft of what was filled in: notes of a meeting or a transcript.

    `proposed` is the day that the form came with.
    """

    verb: Literal["draft_summary"] = "draft_summary"
    title: Typed = ""
    held: Typed = ""
    proposed: Typed = ""
    words: Annotated[str, Field(max_length=100_000)] = ""


class OpenDraft(InNetwork):
    """Go on with a draft."""

    verb: Literal["open_draft"] = "open_draft"
    draft: Id
    page: Page = 0


class ListDrafts(InNetwork):
    """The drafts that wait to be gone on with."""

    verb: Literal["list_drafts"] = "list_drafts"


class Then(StrEnum):
    """Where to go from a page of a draft."""

    EARLIER = "earlier"
    LATER = "later"
    PREVIEW = "preview"
    CLOSE = "close"


class SaveDraft(InNetwork):
    """Keep what was ticked and filled in on a page of a draft; its fields are as many as it has lines.

    `shown` tells by marks what they held when the page was drawn.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    verb: Literal["save_draft"] = "save_draft"
    draft: Id
    page: Page = 0
    then: Then
    shown: Typed = ""

    @property
    def filled_in(self) -> dict[str, str]:
        return {name: value for name, value in (self.model_extra or {}).items() if isinstance(value, str)}


class PublishDraft(InNetwork):
    """Post what is ticked in a draft, if it is still what was `seen` in the preview."""

    verb: Literal["publish_draft"] = "publish_draft"
    draft: Id
    seen: Id


class DiscardDraft(InNetwork):
    """Throw a draft away, once one is `sure`."""

    verb: Literal["discard_draft"] = "discard_draft"
    draft: Id
    sure: bool = False


class ListMeetings(InNetwork):
    """The meetings whose summaries were published."""

    verb: Literal["list_meetings"] = "list_meetings"
    page: Page = 0


class OpenMeeting(InNetwork):
    """A page of the whole summary of a meeting."""

    verb: Literal["open_meeting"] = "open_meeting"
    meeting: Id
    page: Page = 0


class ChoosePassage(InNetwork):
    """See what of a meeting a lesson may be made of."""

    verb: Literal["choose_passage"] = "choose_passage"
    meeting: Id


class KeepPassage(InNetwork):
    """Make a lesson of a line of a summary."""

    verb: Literal["keep_passage"] = "keep_passage"
    meeting: Id
    passage: Id


class CorrectMeeting(InNetwork):
    """Make a draft of a published summary, to correct it."""

    verb: Literal["correct_meeting"] = "correct_meeting"
    meeting: Id


class RemoveMeeting(InNetwork):
    """Forget a summary, once one is `sure`; its post goes too, or stays."""

    verb: Literal["remove_meeting"] = "remove_meeting"
    meeting: Id
    sure: bool = False
    post: bool = False


class ListActions(InNetwork):
    """What is still to be done after meetings; `digest` is the one to return to, if it was opened from one."""

    verb: Literal["list_actions"] = "list_actions"
    digest: IdOrNone = ""
    page: Page = 0


class MarkAction(InNetwork):
    """Say that something from a meeting is done, or still to be done; `digest` or `page` is where it was read."""

    verb: Literal["mark_action"] = "mark_action"
    meeting: Id
    action: Id
    done: bool
    digest: IdOrNone = ""
    page: Page = 0


MeetingAction = (
    DraftSummary
    | OpenDraft
    | ListDrafts
    | SaveDraft
    | PublishDraft
    | DiscardDraft
    | ListMeetings
    | OpenMeeting
    | ChoosePassage
    | KeepPassage
    | CorrectMeeting
    | RemoveMeeting
    | ListActions
    | MarkAction
)
