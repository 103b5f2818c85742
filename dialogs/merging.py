"""Two cases about the same thing made one, by those who lead the network: chosen, previewed, merged."""

from cards import curating as tending
from cards import merging as cards
from cards.card import Card
from cards.curating_actions import ChooseOther, MergeCases
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import Place, Reply, Turn, Whisper, for_them_alone
from knowledge.lessons.alike import nearest
from knowledge.library import catalogue, retiring
from knowledge.library.case import render
from knowledge.library.check import FILE_LIMIT
from knowledge.library.merging import merged
from knowledge.library.model import Case, Kind
from knowledge.store.contract import Transaction


@for_leaders("review-only-leaders")
async def choose(context: Context, turn: Turn, action: ChooseOther) -> list[Reply]:
    """The other cases that the leader may see here, the nearest first."""
    library = await context.library(turn)
    case = library.case(action.case)
    if case is None or case.kind is Kind.MEETING:
        return [Whisper(text(turn.language, "case-gone"))]
    others = nearest(library, case)
    if not others:
        return [Whisper(text(turn.language, "merge-none"))]
    return for_them_alone(turn, cards.choosing(case, others, turn.language))


@for_leaders("review-only-leaders")
async def merge(context: Context, turn: Turn, action: MergeCases) -> list[Reply]:
    """What they will say as one or, once the leader is sure, that they do."""
    drawn = await context.store.run(lambda tx: _merge(tx, turn, action))
    return [Whisper(text(turn.language, drawn))] if isinstance(drawn, str) else for_them_alone(turn, drawn)


def _merge(tx: Transaction, turn: Turn, action: MergeCases) -> Card | str:
    """A card, or which text says why they are not merged."""
    if retiring.retired_into(tx, turn.network, action.other) == action.case:
        return tending.done("merge-done", turn.language)
    found = [_find(tx, turn, id) for id in (action.case, action.other)]
    both = [each for each in found if each and each.kind is not Kind.MEETING]
    if len({*both}) != len(found):
        return "case-gone"
    kept, other = _in_order(*both)
    if kept.visibility is not other.visibility:
        return "merge-confidential"
    whole = merged(kept, [other])
    if len(render(whole).encode()) > FILE_LIMIT:
        return "merge-too-large"
    if not action.sure:
        return cards.preview(kept, other, whole, turn.language)
    retiring.retire(tx, turn.network, other.id, turn.at, into=kept.id)
    return tending.done("merge-done", turn.language)


def _find(tx: Transaction, turn: Turn, id: str) -> Case | None:
    """As far as the leader may see it here."""
    return catalogue.find(tx, turn.network, id, leader_in_private=turn.place is Place.PERSONAL)


def _in_order(one: Case, other: Case) -> tuple[Case, Case]:
    """The one that is kept first: a lesson goes into a case, never the other way round."""
    swapped = one.kind is Kind.LESSON and other.kind is not Kind.LESSON
    return (other, one) if swapped else (one, other)
