"""The library to browse: listed, narrowed by a word, a case opened and turned page by page."""

from cards import library as cards
from cards.actions import ListCases, OpenCase
from cards.texts import text
from dialogs.memory import Memory
from dialogs.turn import Replace, Reply, Say, Turn, Whisper
from knowledge.library.library import Library
from knowledge.library.model import Case, Kind


async def cases(memory: Memory, turn: Turn, word: str) -> list[Reply]:
    """List the library, or what fits `word`; a single fit is opened."""
    library = await memory.library(turn)
    if not word:
        return [Say(cards.cases(_all(library), turn.language))]
    found = [case for case in library.fitting(word) if case.kind is not Kind.MEETING]
    if not found:
        return [Say(cards.no_cases(word, turn.language))]
    if len(found) == 1:
        return [Say(cards.case(found[0], turn.language))]
    return [Say(cards.cases(found, turn.language, word=word))]


async def list_cases(memory: Memory, turn: Turn, action: ListCases) -> list[Reply]:
    card = cards.cases(_all(await memory.library(turn)), turn.language)
    return [Replace(card) if action.in_place else Say(card)]


async def open_case(memory: Memory, turn: Turn, action: OpenCase) -> list[Reply]:
    library = await memory.library(turn)
    case = library.cases.get(action.case)
    if case is None:
        return [Whisper(text(turn.language, "case-gone"))]
    back = {"answer_id": action.answer, "digest_id": action.digest}
    return [Replace(cards.case(case, turn.language, page=action.page, **back))]


def _all(library: Library) -> list[Case]:
    """But for meetings, which have a list of their own."""
    cases = (case for case in library.cases.values() if case.kind is not Kind.MEETING)
    return sorted(cases, key=lambda case: case.title)
