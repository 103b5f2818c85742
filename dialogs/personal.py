"""What is kept about whoever asks: shown to them alone, handed over, and forgotten."""

from collections.abc import Sequence

from cards import personal as cards
from cards.card import Card
from cards.people_actions import FetchMyData, ForgetMe, Form, ShowMyData
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import File, Place, Reply, Say, Turn, for_them_alone
from knowledge import personal
from knowledge.personal import Fact, Keeper, Someone

Keepers = Sequence[Keeper]


async def my_data(context: Context, turn: Turn, _: str) -> list[Reply]:
    """In private all that is kept, elsewhere the way to it."""
    if turn.place is not Place.PERSONAL:
        return [Say(cards.door("data", turn.language))]
    return [Say(cards.data(await _facts(context, turn), turn.at.tzinfo, turn.language))]


async def show_my_data(context: Context, turn: Turn, _: ShowMyData) -> list[Reply]:
    return for_them_alone(turn, cards.data(await _facts(context, turn), turn.at.tzinfo, turn.language))


async def fetch_my_data(context: Context, turn: Turn, action: FetchMyData) -> list[Reply]:
    """In private as files, for programs and for people, or the one that is wanted; elsewhere in a text to copy."""
    facts = await _facts(context, turn)
    if turn.place is not Place.PERSONAL:
        return for_them_alone(turn, cards.copy(facts, turn.language))
    what = text(turn.language, "personal-file-what")
    name = text(turn.language, "personal-file-name")
    files: dict[Form, bytes] = {
        "json": cards.as_json(facts).encode(),
        "txt": cards.as_text(facts, turn.at.tzinfo, turn.language).encode(),
    }
    return [
        File(f"{name}.{form}", what, content, FetchMyData(form=form))
        for form, content in files.items()
        if action.form in {"", form}
    ]


async def forget_me(context: Context, turn: Turn, _: str) -> list[Reply]:
    """In private whether they are sure, elsewhere the way there."""
    if turn.place is not Place.PERSONAL:
        return [Say(cards.door("forget", turn.language))]
    return [Say(await _confirm(context, turn))]


async def forget(context: Context, turn: Turn, action: ForgetMe) -> list[Reply]:
    """Forget whoever clicks, once they are sure: at once, in the store and in the bytes of its files."""
    if not action.sure:
        return for_them_alone(turn, await _confirm(context, turn))
    await context.store.run(lambda tx: personal.forget(tx, context.keepers, _someone(turn), turn.at))
    await context.store.erase()
    return for_them_alone(turn, cards.forgotten(turn.language))


async def _confirm(context: Context, turn: Turn) -> Card:
    leads = any(fact.kind == "leader" for fact in await _facts(context, turn))
    return cards.confirm(turn.language, leads=leads)


async def _facts(context: Context, turn: Turn) -> list[Fact]:
    return await context.store.run(lambda tx: personal.tell(tx, context.keepers, _someone(turn)))


def _someone(turn: Turn) -> Someone:
    return Someone(turn.person.id, turn.person.name)
