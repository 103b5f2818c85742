"""What the buttons of rounds and their groups mean."""

from typing import Annotated, Literal

from pydantic import Field

from cards.payload import Id, Payload, Typed

Chosen = Annotated[str, Field(max_length=40)]


class CallRound(Payload):
    """Call a round with what was filled in; `round` names it, so that a second click calls no second one."""

    verb: Literal["call_round"] = "call_round"
    round: Id
    size: Chosen = ""
    asked: Chosen = ""
    date: Chosen = ""
    time: Chosen = ""
    named: Chosen = ""


class ShowRounds(Payload):
    """See what a leader may do with rounds."""

    verb: Literal["show_rounds"] = "show_rounds"


class JoinRound(Payload):
    """Be in a round; `own` when it was clicked on a card for oneself alone."""

    verb: Literal["join_round"] = "join_round"
    round: Id
    own: bool = False


class JoinFrom(Payload):
    """Be in a round, with what was filled in for the profile."""

    verb: Literal["join_from"] = "join_from"
    round: Id
    home: Typed = ""
    been_through: Typed = ""
    faces: Typed = ""


class LeaveRound(Payload):
    """Be in a round no longer."""

    verb: Literal["leave_round"] = "leave_round"
    round: Id


class SeeRound(Payload):
    """See what a round is to oneself; Teams asks so by itself for those whom the card names."""

    verb: Literal["see_round"] = "see_round"
    round: Id


class CloseRound(Payload):
    """Take nobody more into a round and form the groups, once one is `sure`."""

    verb: Literal["close_round"] = "close_round"
    round: Id
    sure: bool = False


class CancelRound(Payload):
    """Let there be no such round, once one is `sure`."""

    verb: Literal["cancel_round"] = "cancel_round"
    round: Id
    sure: bool = False


class AcceptGroup(Payload):
    """Say yes to a group."""

    verb: Literal["accept_group"] = "accept_group"
    group: Id


class DeclineGroup(Payload):
    """Say no to a group."""

    verb: Literal["decline_group"] = "decline_group"
    group: Id


class OpenLearned(Payload):
    """Open the form for what a group learned."""

    verb: Literal["open_learned"] = "open_learned"
    group: Id


class TellMet(Payload):
    """Say what became of a group, and what was learned from it."""

    verb: Literal["tell_met"] = "tell_met"
    group: Id
    met: Literal["yes", "booked", "no"]
    learned: Typed = ""


class KeepLearned(Payload):
    """Make a lesson of what one has told that one's group learned."""

    verb: Literal["keep_learned"] = "keep_learned"
    group: Id


class ShowCoverage(Payload):
    """See which municipalities have met which."""

    verb: Literal["show_coverage"] = "show_coverage"


class EditProtocol(Payload):
    """Change what groups are given to talk by."""

    verb: Literal["edit_protocol"] = "edit_protocol"


class SaveProtocol(Payload):
    """Give groups these words to talk by from now on; none are the usual ones."""

    verb: Literal["save_protocol"] = "save_protocol"
    words: Typed = ""


RoundAction = (
    CallRound
    | ShowRounds
    | JoinRound
    | JoinFrom
    | LeaveRound
    | SeeRound
    | CloseRound
    | CancelRound
    | AcceptGroup
    | DeclineGroup
    | OpenLearned
    | TellMet
    | KeepLearned
    | ShowCoverage
    | EditProtocol
    | SaveProtocol
)
