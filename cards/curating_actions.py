"""What the buttons of those who tend the library mean."""

from enum import StrEnum
from typing import Literal

from cards.payload import Id, Payload


class Look(StrEnum):
    """What a leader looks through."""

    WAITING = "waiting"
    DRAFTS = "drafts"
    QUESTIONS = "questions"
    DISLIKED = "disliked"
    OLD = "old"
    DIFFERING = "differing"
    MOST = "most"
    LEAST = "least"
    RETIRED = "retired"


class Curate(Payload):
    """What there is to tend; `look` opens one part of it."""

    verb: Literal["curate"] = "curate"
    look: Look | Literal[""] = ""


class RetireCase(Payload):
    """Put a case away, once one is `sure`."""

    verb: Literal["retire_case"] = "retire_case"
    case: Id
    sure: bool = False


class RestoreCase(Payload):
    """Have a case back that was put away."""

    verb: Literal["restore_case"] = "restore_case"
    case: Id


class ChooseOther(Payload):
    """Choose which case to merge with one."""

    verb: Literal["choose_other"] = "choose_other"
    case: Id


class MergeCases(Payload):
    """See what a case and another will say as one, or merge `other` into `case`, once one is `sure`."""

    verb: Literal["merge_cases"] = "merge_cases"
    case: Id
    other: Id
    sure: bool = False


class ExportLibrary(Payload):
    """Get the library as files."""

    verb: Literal["export_library"] = "export_library"


CuratingAction = Curate | RetireCase | RestoreCase | ChooseOther | MergeCases | ExportLibrary
