"""The library to browse: listed, narrowed by a word, a case opened and turned page by page."""

from html import escape

from cards import library as cards
from cards.actions import ListCases, OpenCase, SearchCases
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Choice, Choices, Replace, Reply, Say, Turn, Whisper
from knowledge.library.index import in_so_many_words
from knowledge.library.library import Library
from knowledge.library.model import Case, Kind

MOST_FOUND = 10
MOST_LOOKED_AT = 100
MOST_SAID = 3


async def cases(context: Context, turn: Turn, word: str) -> list[Reply]:
    """List the library, or what fits `word`; a single fit is opened."""
    library = await context.library(turn)
    if not word:
        return [Say(cards.cases(_all(library), turn.language, leader=turn.leader))]
    found = [case for case in library.fitting(word) if case.kind is not Kind.MEETING]
    if not found:
        return [Say(cards.no_cases(word, turn.language))]
    if len(found) == 1:
        return [Say(cards.case(found[0], turn.language, leader=turn.leader))]
    return [Say(cards.cases(found, turn.language, word=word))]


async def list_cases(context: Context, turn: Turn, action: ListCases) -> list[Reply]:
    card = cards.cases(_all(await context.library(turn)), turn.language, leader=turn.leader)
    return [Replace(card) if action.in_place else Say(card)]


async def search(context: Context, turn: Turn, action: SearchCases) -> list[Reply]:
    """What fits, to be put into a message: what everybody in the network may see, wherever that message goes."""
    library = await context.libraries.of(turn.network, leader_in_private=False)
    words = action.words.strip()
    fitting = library.fitting(words) if words else _all(library)
    found = [case for case in fitting if case.kind is not Kind.MEETING][:MOST_FOUND]
    if not found:
        return [Whisper(text(turn.language, "search-none"))]
    return [Choices(tuple(_choice(library, case, words, turn.language) for case in found))]


def _choice(library: Library, case: Case, words: str, language: str) -> Choice:
    hits = (library.find(hit.id) for hit in library.index.search(in_so_many_words(words), MOST_LOOKED_AT))
    said = [found.passage for found in hits if found and found.case.id == case.id][:MOST_SAID]
    title, below = escape(case.title), escape(cards.found_under(case, language))
    return Choice(cards.inserted(case, said, language), title, below)


async def open_case(context: Context, turn: Turn, action: OpenCase) -> list[Reply]:
    library = await context.library(turn)
    case = library.case(action.case)
    if case is None:
        return [Whisper(text(turn.language, "case-gone"))]
    drawn = cards.case(
        case,
        turn.language,
        page=action.page,
        answer_id=action.answer,
        digest_id=action.digest,
        leader=turn.leader,
    )
    return [Replace(drawn)]


def _all(library: Library) -> list[Case]:
    """But for meetings, which have a list of their own."""
    cases = (case for case in library.cases.values() if case.kind is not Kind.MEETING)
    return sorted(cases, key=lambda case: case.title)
