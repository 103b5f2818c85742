"""The library as its leaders tend it: what waits, what has grown old, what differs, what people miss."""

from collections.abc import Mapping, Sequence

from cards.actions import Action, AnswerQuestion, ListCases, OpenCase, execute, opening
from cards.card import Card, Json
from cards.curating_actions import Curate, ExportLibrary, Look, RestoreCase, RetireCase
from cards.lesson_actions import ClaimLesson, ShowLesson
from cards.parts import buttons, card, faint, group, plain, quiet, row, sentence, short, title, within
from cards.texts import text
from knowledge.curating import Line, Tended

ROOM = 17_000  # bytes
LONGEST = 200


def overview(found: Tended, language: str) -> Card:
    """How much there is of each, and the way to it."""
    head = text(language, "curate-title")
    lines = [_part(look, len(found.of(look)), language) for look in Look]
    doing = [
        execute(text(language, "curate-export"), ExportLibrary()),
        execute(text(language, "case-back-to-list"), ListCases()),
    ]
    return card(language, head, [title(head), group(lines), *buttons(doing)])


def _part(look: Look, count: int, language: str) -> Json:
    name = text(language, "curate-part", look=look)
    words = plain(name, faint(f" · {count}"))
    return row(words, execute(text(language, "curate-look"), Curate(look=look), about=name)) if count else row(words)


def part(look: Look, lines: Sequence[Line], language: str) -> Card:
    """One of them, line by line, each with what may be done about it."""
    head = text(language, "curate-part", look=look)
    drawn = list(within((_line(look, each, language) for each in lines), ROOM))
    left = len(lines) - len(drawn)
    more = [quiet(text(language, "curate-more", count=left))] if left else []
    none = [] if lines else [sentence(text(language, "curate-none"))]
    why = quiet(text(language, "curate-why", look=look))
    return card(language, head, [title(head), why, *none, *drawn, *more, *buttons([_back(language)])])


def _line(look: Look, each: Line, language: str) -> Json:
    name = short(each.words, LONGEST)
    beside = (_beside(look, short(other, LONGEST), language) for other in each.beside)
    words = group([plain(name), *(plain(faint(other), spacing="None") for other in beside)])
    return row(words, *_doing(look, each, language))


def _beside(look: Look, words: str, language: str) -> str:
    return text(language, "merge-in", title=words) if look is Look.RETIRED else words


def _doing(look: Look, each: Line, language: str) -> list[Json]:
    name, button = short(each.words, LONGEST), opening if look is Look.QUESTIONS else execute
    return [button(text(language, key), action, about=name) for key, action in _offered(look, each.subject).items()]


def _offered(look: Look, subject: str) -> Mapping[str, Action]:
    match look:
        case Look.WAITING:
            return {"review-read": ShowLesson(lesson=subject)}
        case Look.DRAFTS:
            return {"curate-claim": ClaimLesson(lesson=subject)}
        case Look.QUESTIONS:
            return {"question-reply": AnswerQuestion(question=subject)}
        case Look.RETIRED:
            return {"curate-restore": RestoreCase(case=subject)}
        case Look.OLD | Look.LEAST:
            return {"curate-read": OpenCase(case=subject), "curate-retire": RetireCase(case=subject)}
    return {"curate-read": OpenCase(case=subject)} if subject else {}


def retiring(name: str, case: str, language: str) -> Card:
    """Whether they are sure."""
    words = text(language, "curate-retire-sure")
    yes = execute(text(language, "curate-retire-yes"), RetireCase(case=case, sure=True))
    return card(language, words, [title(name), sentence(words), *buttons([yes, _back(language)])])


def done(key: str, language: str) -> Card:
    words = text(language, key)
    return card(language, words, [sentence(words), *buttons([_back(language)])])


def _back(language: str) -> Json:
    return execute(text(language, "curate-back"), Curate())
