"""What the buttons of home assignments mean."""

from typing import Literal

from cards.payload import Id, IdOrNone, Payload, Typed


class EditAssignment(Payload):
    """Open the form of a new one; `meeting` is the summary whose words it begins with."""

    verb: Literal["edit_assignment"] = "edit_assignment"
    meeting: IdOrNone = ""


class GiveAssignment(Payload):
    """Post it as it was filled in; `draft` is the id of what comes of it."""

    verb: Literal["give_assignment"] = "give_assignment"
    draft: Id
    meeting: IdOrNone = ""
    text: Typed = ""
    until: Typed = ""


class OpenTrying(Payload):
    """Open one's own form: whether one's municipality tries it, and how it went."""

    verb: Literal["open_trying"] = "open_trying"
    assignment: Id


class SaveTrying(Payload):
    """Say that one's municipality tries it, and how it went."""

    verb: Literal["save_trying"] = "save_trying"
    assignment: Id
    home: Typed = ""
    report: Typed = ""
    shared: Typed = ""


class WithdrawTrying(Payload):
    """Take back what one said of it."""

    verb: Literal["withdraw_trying"] = "withdraw_trying"
    assignment: Id


class DeleteAssignment(Payload):
    """Delete it with all that was said of it, once one is `sure`."""

    verb: Literal["delete_assignment"] = "delete_assignment"
    assignment: Id
    sure: bool = False


AssignmentAction = EditAssignment | GiveAssignment | OpenTrying | SaveTrying | WithdrawTrying | DeleteAssignment
