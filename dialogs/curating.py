"""Tending the library, by those who lead the network."""

from cards import curating as cards
from cards.card import Card
from cards.curating_actions import Curate, ExportLibrary, Look, RestoreCase, RetireCase
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import File, Place, Reply, Turn, Whisper, for_them_alone
from knowledge.curating import tend
from knowledge.library import catalogue, exporting, retiring
from knowledge.store.contract import Transaction


@for_leaders("review-only-leaders")
async def curate(context: Context, turn: Turn, action: Curate) -> list[Reply]:
    """How much there is of each part, or one of them."""
    private = turn.place is Place.PERSONAL
    found = await context.store.run(lambda tx: tend(tx, turn.network, turn.at, in_private=private))
    if not action.look:
        return for_them_alone(turn, cards.overview(found, turn.language))
    look = Look(action.look)
    return for_them_alone(turn, cards.part(look, found.of(look), turn.language))


@for_leaders("review-only-leaders")
async def retire(context: Context, turn: Turn, action: RetireCase) -> list[Reply]:
    """Put a case away, once the leader is sure."""

    def work(tx: Transaction) -> Card | None:
        case = catalogue.find(tx, turn.network, action.case, leader_in_private=turn.place is Place.PERSONAL)
        if case is None:
            return None
        if not action.sure:
            return cards.retiring(case.title, case.id, turn.language)
        retiring.retire(tx, turn.network, case.id, turn.at)
        return cards.done("curate-retired", turn.language)

    card = await context.store.run(work)
    return for_them_alone(turn, card) if card else [Whisper(text(turn.language, "case-gone"))]


@for_leaders("review-only-leaders")
async def restore(context: Context, turn: Turn, action: RestoreCase) -> list[Reply]:
    await context.store.run(lambda tx: retiring.restore(tx, turn.network, action.case))
    return for_them_alone(turn, cards.done("curate-restored", turn.language))


@for_leaders("review-only-leaders")
async def export(context: Context, turn: Turn, action: ExportLibrary) -> list[Reply]:
    """The whole library as files, with what only leaders see: in their own chat alone."""
    if turn.place is not Place.PERSONAL:
        return [Whisper(text(turn.language, "curate-export-private"))]
    files = await context.store.run(lambda tx: exporting.texts(tx, turn.network))
    what = text(turn.language, "curate-export-what", count=len(files))
    return [File(text(turn.language, "curate-export-name"), what, exporting.zipped(files), action)]
