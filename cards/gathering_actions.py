"""What the buttons of planned meetings mean."""

from typing import Literal

from cards.payload import Id, IdOrNone, Page, Payload, Typed
from knowledge.gatherings.model import Answer


class GatheringFields(Payload):
    """What was typed in the form of a planned meeting.

    `draft` is the id of what comes of it, so that a second click makes no second one; `gathering` is the one that is
    changed, empty for a new one.
    """

    draft: IdOrNone = ""
    gathering: IdOrNone = ""
    title: Typed = ""
    themes: Typed = ""
    date: Typed = ""
    begins: Typed = ""
    ends: Typed = ""
    place: Typed = ""
    presenting: Typed = ""
    programme: Typed = ""
    prepare: Typed = ""


class EditGathering(Payload):
    """Open the form: of a new one, or of the one that is to be changed."""

    verb: Literal["edit_gathering"] = "edit_gathering"
    gathering: IdOrNone = ""


class PlanGathering(GatheringFields):
    """Post it as it was filled in, or change what was posted."""

    verb: Literal["plan_gathering"] = "plan_gathering"


class AskForDate(GatheringFields):
    """Keep what was filled in, and open the form of a poll that asks which day suits."""

    verb: Literal["ask_for_date"] = "ask_for_date"


class TakeDate(GatheringFields):
    """Fill in the day that the poll came to."""

    verb: Literal["take_date"] = "take_date"


class ListGatherings(Payload):
    """See the meetings that are planned."""

    verb: Literal["list_gatherings"] = "list_gatherings"
    page: Page = 0


class SeeGathering(Payload):
    """See a planned meeting."""

    verb: Literal["see_gathering"] = "see_gathering"
    gathering: Id


class Attend(Payload):
    """Say whether one comes."""

    verb: Literal["attend"] = "attend"
    gathering: Id
    answer: Answer


class FetchCalendar(Payload):
    """Get the calendar file of a meeting."""

    verb: Literal["fetch_calendar"] = "fetch_calendar"
    gathering: Id


class ManageGathering(Payload):
    """See what a leader may do with a planned meeting."""

    verb: Literal["manage_gathering"] = "manage_gathering"
    gathering: Id


class PrepareGathering(Payload):
    """See what there is to know before a meeting: questions, cases, what people face."""

    verb: Literal["prepare_gathering"] = "prepare_gathering"
    gathering: Id


class BeginReflection(Payload):
    """Ask what everybody takes with them, by name or not; `names` is empty while that is not said."""

    verb: Literal["begin_reflection"] = "begin_reflection"
    gathering: Id
    names: Literal["", "nobody", "all"] = ""


class GatherNotes(Payload):
    """Go on with the notes of a meeting, with what was gathered for them."""

    verb: Literal["gather_notes"] = "gather_notes"
    gathering: Id


class CancelGathering(Payload):
    """Let a meeting not be held, once one is `sure`."""

    verb: Literal["cancel_gathering"] = "cancel_gathering"
    gathering: Id
    sure: bool = False


class DeleteGathering(Payload):
    """Take a planned meeting back with all that was posted of it, once one is `sure`."""

    verb: Literal["delete_gathering"] = "delete_gathering"
    gathering: Id
    sure: bool = False


GatheringAction = (
    EditGathering
    | PlanGathering
    | AskForDate
    | TakeDate
    | ListGatherings
    | SeeGathering
    | Attend
    | FetchCalendar
    | ManageGathering
    | PrepareGathering
    | BeginReflection
    | GatherNotes
    | CancelGathering
    | DeleteGathering
)
