"""An answer, a comparison or an honest *don't know*, drawn as a card."""

from collections.abc import Sequence
from enum import StrEnum

from cards.actions import KeepQuestion, ListCases, OpenCase, Rate, execute
from cards.card import Card, Json
from cards.citations import Citations, as_of
from cards.contacts import beside
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, sentence, short, title
from cards.phases import named
from cards.texts import text
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.contacts import Contact
from knowledge.library.model import Case
from knowledge.library.tokens import fold

MOST_BUTTONS = 6
SOURCES = 6_000  # bytes, beside a comparison as long as it may be
MOST_CITED = 2  # sources of a row in a comparison; its case names them all
LONGEST_QUESTION = 200


class Kept(StrEnum):
    """What has become of the question: ASKED of the network, or JOINED with one that was."""

    NO = "no"
    ASKED = "asked"
    JOINED = "joined"


def answer(shown: Given, contact: Contact | None = None, *, kept: Kept = Kept.NO, rated: bool | None = None) -> Card:
    """The card of an answer; `contact` is somebody to ask as well, `rated` which thumb was given."""
    given, language = shown.answer, shown.language
    draw = {
        Outcome.ANSWERED: _answered,
        Outcome.COMPARED: _compared,
        Outcome.UNKNOWN: _unknown,
    }[given.outcome]
    citations = Citations(language)
    asked = [plain(bold(short(given.question, LONGEST_QUESTION)))] if shown.from_button else []
    said = [*draw(given, citations, language), *([beside(contact, language)] if contact else [])]
    body = [*asked, *_following(given, language), *said, *citations.sources(SOURCES)]
    if given.outcome is Outcome.UNKNOWN:
        body += _going_on(given, shown.id, language, kept=kept)
    else:
        body += _feedback(given, shown.id, language, rated=rated)
        body += _asking(shown.id, language, kept) if kept is not Kept.NO or rated is False else []
    return card(language, _summary(given, language), body)


def _answered(given: Answer, citations: Citations, language: str) -> list[Json]:
    statements = [citations.statement(found.passage, "Medium") for found in given.statements]
    cases = [_case_line(case, language) for case in _opened(given)]
    return [*statements, *_differing(given, citations, language), group(cases, spacing="Default")]


def _compared(given: Answer, citations: Citations, language: str) -> list[Json]:
    rows = [
        group(
            [
                plain(bold(label), _phase(found.case, language)),
                citations.statement(found.passage, most=MOST_CITED),
            ]
        )
        for label, found in zip(given.labels, given.statements, strict=True)
    ]
    missing = [_nothing_about(name, given, language) for name in given.without]
    return [title(text(language, "ask-compared")), *rows, *missing, *_differing(given, citations, language)]


def _unknown(given: Answer, citations: Citations, language: str) -> list[Json]:
    known_gaps = [citations.statement(found.passage, "Default") for found in given.statements]
    why = known_gaps or [sentence(text(language, "ask-unknown-why"))]
    near = [citations.statement(found.passage) for found in given.near]
    return [title(text(language, "ask-unknown")), *why, *_under("ask-near", near, language)]


def _under(key: str, items: Sequence[Json], language: str) -> list[Json]:
    return [quiet(text(language, key), "Medium"), *items] if items else []


def _differing(given: Answer, citations: Citations, language: str) -> list[Json]:
    if not given.differing:
        return []
    others = [citations.statement(found.passage, most=MOST_CITED) for found in given.differing]
    return [group([heading(text(language, "ask-differing")), *others])]


def _following(given: Answer, language: str) -> list[Json]:
    if not given.following:
        return []
    return [plain(faint(text(language, "ask-following") + " "), faint(short(given.following, LONGEST_QUESTION)))]


def _nothing_about(name: str, given: Answer, language: str) -> Json:
    return plain(faint(text(language, "ask-nothing-about", name=_as_written(name, given))), spacing="Medium")


def _as_written(name: str, given: Answer) -> str:
    """The name as the question spells it, for what is looked up is without case and dots."""
    for said in (given.question, given.following):
        begin = fold(said).find(name)
        written = said[begin : begin + len(name)]
        if begin >= 0 and fold(written) == name:
            return written[0].upper() + written[1:]
    return name.title()


def _case_line(case: Case, language: str) -> Json:
    return plain(faint(case.title), _phase(case, language), faint(f"\u00a0· {as_of(case, language)}"))


def _phase(case: Case, language: str) -> str | Json:
    return faint(f"\u00a0· {text(language, 'case-phase', phase=named(case.phase, language))}") if case.phase else ""


def _opened(given: Answer) -> list[Case]:
    return list(dict.fromkeys(found.case for found in given.statements))


def _feedback(given: Answer, answer_id: str, language: str, *, rated: bool | None) -> list[Json]:
    opened, thumbs = _opened(given), _thumbs(answer_id, language)
    thanks = [quiet(text(language, "ask-thanks", helped=str(rated).lower()))] if rated is not None else []
    if len(opened) > 1:
        return [*_reading("ask-read-more-about", opened, answer_id, language), *buttons(thumbs), *thanks]
    read = execute(text(language, "ask-read-more"), OpenCase(case=opened[0].id, answer=answer_id))
    return [*buttons([read, *thumbs]), *thanks, *_reading("ask-related", given.related, answer_id, language)]


def _thumbs(answer_id: str, language: str) -> list[Json]:
    return [
        execute(text(language, "ask-helped"), Rate(answer=answer_id, helped=True)),
        execute(text(language, "ask-helped-not"), Rate(answer=answer_id, helped=False)),
    ]


def _going_on(given: Answer, answer_id: str, language: str, *, kept: Kept) -> list[Json]:
    """From what is not known: to the nearest cases, to the network."""
    nearest = _reading("ask-nearest", given.related, answer_id, language)
    browse = [] if given.related else [execute(text(language, "intro-cases"), ListCases())]
    return [*nearest, *_asking(answer_id, language, kept, *browse)]


def _asking(answer_id: str, language: str, kept: Kept, *others: Json) -> list[Json]:
    """The way to have the network asked, which says what it does, or what came of it."""
    if kept is not Kept.NO:
        return [quiet(text(language, "ask-kept", how=kept), "Medium")]
    keep = execute(text(language, "ask-keep"), KeepQuestion(answer=answer_id))
    return [quiet(text(language, "ask-keep-how"), "Medium"), *buttons([keep, *others])]


def _reading(key: str, cases: Sequence[Case], answer_id: str, language: str) -> list[Json]:
    """Buttons that open cases, under a line that says why these."""
    if not cases:
        return []
    opening = [
        execute(short(case.short_title), OpenCase(case=case.id, answer=answer_id)) for case in cases[:MOST_BUTTONS]
    ]
    first, *rest = buttons(opening)
    return [quiet(text(language, key), "Medium"), {**first, "spacing": "Small"}, *rest]


def _summary(given: Answer, language: str) -> str:
    if given.outcome is Outcome.UNKNOWN:
        return text(language, "ask-unknown")
    return given.statements[0].passage.text
