"""Saying hello, saying what one can do."""

from cards import help as cards
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Place, Reply, Say, Turn


async def show_help(context: Context, turn: Turn, _: str) -> list[Reply]:
    """What can be written, and whether transcripts are fetched."""
    return [Say(cards.help_card(turn.language, transcripts=context.transcripts))]


async def hello(_: Context, turn: Turn, __: str) -> list[Reply]:
    return [Say(cards.introduction(turn.language))]


async def thanks(_: Context, turn: Turn, __: str) -> list[Reply]:
    return [Say(cards.notice(text(turn.language, "said-thanks"), turn.language))]


async def introduce(turn: Turn) -> list[Reply]:
    """The one introduction where Erfa was installed; who installed it is named where others read it too."""
    installer = "" if turn.place is Place.PERSONAL else turn.person.name
    return [Say(cards.introduction(turn.language, installer))]
