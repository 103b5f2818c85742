"""Answering a question from the library: find passages, judge whether they say it, choose which to show.

The library is extractive: an answer is statements as they stand, each with its sources, or an honest *don't know*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from knowledge.library.library import Found, Library
from knowledge.library.model import Case, Kind
from knowledge.question import Question, Term, Wants, as_term, understand, vocabulary
from knowledge.ranking import Asked, Scored, rank

# Chosen on tests/bench/questions/dev.jsonl, judged on heldout.jsonl: python -m tests.bench.ask
ANSWER_FROM = 0.5
COMPARE_FROM = 0.5
COMPARE_ALONGSIDE = 0.85  # a further row is shown when it says this share of what the best one does
COMPARE_PLACES_FROM = 0.3  # when the question itself says which
NEAR_FROM = 0.15  # from where a statement is worth showing beside a *don't know*
ALONGSIDE = 0.85  # a further statement is shown from this share of the best one's score
FAINT = 0.35  # what a word of the question before weighs in one that points back to it
FEW_TERMS = 1  # a question with names and no more terms than this leans on the one before
OURS = frozenset(("vi", "oss", "we", "us"))  # who asks so is not told of others beside the network's own meetings
OF_SOMEBODY = frozenset((Kind.CASE, Kind.LESSON))  # what somebody did, to be compared with what others did
MOST_STATEMENTS = 3
MOST_ROWS = 8
MOST_NEAR = 2
MOST_RELATED = 3


class Outcome(StrEnum):
    ANSWERED = "answered"
    COMPARED = "compared"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Talk:
    """What was just talked about where a question is asked, for one that points back to it.

    `words` and `names` are what it was understood to ask, folded; `passages` the statements that answered.
    """

    question: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """`statements` answer the question; where the outcome is UNKNOWN they are gaps the library knows it has.

    `near` are then statements that come near without answering. `differing` are statements that say otherwise,
    `labels` the place that each row of a comparison is about, `without` names of which the library says nothing,
    `related` cases worth opening, `following` the question that this one was taken to point back to; `talk` is what
    the next question may point back to.
    """

    question: str
    outcome: Outcome
    statements: tuple[Found, ...] = ()
    differing: tuple[Found, ...] = ()
    without: tuple[str, ...] = ()
    related: tuple[Case, ...] = ()
    following: str = ""
    talk: Talk | None = None
    near: tuple[Found, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """What the question is about, as far as is known, the nearest first."""
        stated = (found.case for found in (*self.statements, *self.near))
        return tuple(dict.fromkeys((*stated, *(self.related if self.outcome is Outcome.UNKNOWN else ()))))


def answer(library: Library, question: str, talk: Talk | None = None) -> Answer:
    """Answer `question` from `library`; `talk` is what a question that points back points to."""
    understood = understand(question)
    asked = _asked(library, understood)
    following = ""
    if talk and _points_back(understood, asked):
        asked, following = _carry_on(library, asked, talk), talk.question
    ranked = rank(library, asked)
    given = _decide(library, understood, asked, ranked)
    return replace(given, question=question, following=following, talk=_talk(question, asked, given))


def _talk(question: str, asked: Asked, given: Answer) -> Talk | None:
    if given.outcome is Outcome.UNKNOWN:
        return None
    shown = tuple(found.passage.id for found in given.statements)
    return Talk(question, tuple(term.word for term, _ in asked.terms), asked.names, shown)


def _decide(library: Library, question: Question, asked: Asked, ranked: Sequence[Scored]) -> Answer:
    places = _places(library, asked.names)
    if not asked.terms:
        return _overview(library, asked, places, ranked)
    rows = _rows_of_places(library, asked, places) if len(places) > 1 else _rows_of_cases(question, ranked)
    return _comparison(library, asked, rows) if len(rows) > 1 else _single(library, question, ranked)


def _asked(library: Library, question: Question) -> Asked:
    """A place binds: nothing about another will do. Other names bind where no place is named."""
    named = library.names_in(question.words)
    places = {word: name for word, name in named.items() if name in library.places} | _places_elsewhere(question)
    binding = places or named
    terms = tuple((_spelt(library, term), 1.0) for term in question.terms if term.word not in binding)
    names = tuple(dict.fromkeys(binding.values()))
    mentioned = tuple(dict.fromkeys(name for name in named.values() if name not in names))
    return Asked(terms, names, mentioned, question.wants)


def _spelt(library: Library, term: Term) -> Term:
    """The term as the library spells it, when it is mistyped."""
    meant = None if term.alike else library.spelt(term.word)
    return as_term(meant) if meant else term


def _places_elsewhere(question: Question) -> dict[str, str]:
    """Places that the library may know nothing of."""
    places = vocabulary().places
    return {word: place for word in question.words for place in (word, word.removesuffix("s")) if place in places}


def _points_back(question: Question, asked: Asked) -> bool:
    """Whether it needs the question before it: it carries on from it, or says too little to stand alone."""
    if asked.names:
        return question.carries_on and len(asked.terms) <= FEW_TERMS
    asks = question.points or question.carries_on or question.wants is not Wants.ANY
    if len(asked.terms) <= FEW_TERMS:
        return asks if asked.terms else question.carries_on or question.wants is not Wants.ANY
    return question.points and len(asked.terms) <= FEW_TERMS + 1


def _carry_on(library: Library, asked: Asked, talk: Talk) -> Asked:
    own = {term.word for term, _ in asked.terms}
    before = tuple(as_term(each) for each in talk.words if each not in own)
    if asked.names:
        return replace(asked, terms=asked.terms + tuple((term, 1.0) for term in before))
    faint = tuple((term, FAINT) for term in before)
    names = talk.names or _municipalities(library, talk.passages)
    return replace(asked, terms=asked.terms + faint, names=names, just_said=frozenset(talk.passages))


def _municipalities(library: Library, passages: Sequence[str]) -> tuple[str, ...]:
    cases = [found.case for each in passages[:1] if (found := library.find(each))]
    return tuple(library.names_in(cases[0].municipalities).values()) if cases else ()


def _places(library: Library, names: Iterable[str]) -> list[str]:
    """The places named, one for each set of cases: Sundsvall and Timrå share one."""
    of_cases = {library.cases_named(name): name for name in names if name in library.places}
    return list(of_cases.values())


def _single(library: Library, question: Question, ranked: Sequence[Scored]) -> Answer:
    if not ranked or ranked[0].covered < ANSWER_FROM or ranked[0].found.passage.gap:
        return _unknown(library, ranked)
    best = ranked[0]
    ours = _is_of_a_meeting(best) and not OURS.isdisjoint(question.words)
    said = (each for each in ranked if _is_of_a_meeting(each)) if ours else ranked
    statements = tuple(each.found for each in said if _belongs(each, best))[:MOST_STATEMENTS]
    return _answered(library, Outcome.ANSWERED, statements, ranked)


def _unknown(library: Library, ranked: Sequence[Scored]) -> Answer:
    """What is not known, where the library says so itself, and what comes nearest."""
    gaps = tuple(each.found for each in ranked[:1] if _is_known_gap(each))
    told = [each for each in ranked if not each.found.passage.gap]
    near = [each for each in told if each.covered >= NEAR_FROM] or (told if gaps else [])
    shown = tuple(each.found for each in near[:MOST_NEAR])
    return Answer("", Outcome.UNKNOWN, gaps, near=shown, related=_related(library, ranked, ()))


def _is_known_gap(each: Scored) -> bool:
    return each.found.passage.gap and each.covered >= ANSWER_FROM


def _is_of_a_meeting(each: Scored) -> bool:
    return each.found.case.kind is Kind.MEETING


def _belongs(each: Scored, best: Scored) -> bool:
    return each is best or (each.score >= ALONGSIDE * best.score and _says(each, ANSWER_FROM))


def _answered(library: Library, outcome: Outcome, statements: tuple[Found, ...], ranked: Sequence[Scored]) -> Answer:
    shown = {each.passage.id for each in statements}
    disputed = dict.fromkeys(other for each in statements for other in each.passage.disputed_by if other not in shown)
    differing = tuple(found for other in disputed if (found := library.find(other)))
    return Answer("", outcome, statements, differing=differing, related=_related(library, ranked, statements))


def _related(library: Library, ranked: Sequence[Scored], statements: Iterable[Found]) -> tuple[Case, ...]:
    """Other cases worth opening: those that share most themes with what was answered, else what came nearest."""
    answered = {each.case for each in statements}
    near = dict.fromkeys(each.found.case for each in ranked if each.covered >= NEAR_FROM)
    if not answered:
        return tuple(near)[:MOST_RELATED]
    themes = {theme for case in answered for theme in case.themes}
    others = [case for case in dict.fromkeys((*near, *library.cases.values())) if case not in answered]
    alike = sorted(others, key=lambda case: len(themes & {*case.themes}) if case.kind is Kind.CASE else 0, reverse=True)
    return tuple(alike)[:MOST_RELATED]


def _overview(library: Library, asked: Asked, places: Sequence[str], ranked: Sequence[Scored]) -> Answer:
    """Nothing but names was said: what a place's case begins with, or what is said of a company."""
    about = {place: _beginnings(library, place) for place in places}
    rows = {library.places[place]: found[0] for place, found in about.items() if found}
    if len(rows) > 1:
        return _comparison(library, asked, rows)
    if rows:
        return _answered(library, Outcome.ANSWERED, next(iter(filter(None, about.values()))), ranked)
    named = [each.found for each in ranked if not each.found.passage.gap] if asked.names else []
    if named:
        return _answered(library, Outcome.ANSWERED, tuple(named[:MOST_STATEMENTS]), ranked)
    return _unknown(library, ranked)


def _beginnings(library: Library, place: str) -> tuple[Found, ...]:
    """The first statement under each heading of a place's case."""
    cases = [library.cases[each] for each in sorted(library.cases_named(place))][:1]
    firsts = [section.passages[0] for case in cases for section in case.sections]
    return tuple(found for each in firsts if not each.gap and (found := library.find(each.id)))[:MOST_STATEMENTS]


def _rows_of_cases(question: Question, ranked: Sequence[Scored]) -> dict[str, Found]:
    """For a question across cases: the best statement of each municipality that has one, under its name."""
    if not question.compares or not ranked:
        return {}
    enough = max(COMPARE_FROM, COMPARE_ALONGSIDE * ranked[0].covered)
    best: dict[str, Found] = {}
    for each in ranked:
        if _says(each, enough) and each.found.case.kind in OF_SOMEBODY:
            best.setdefault(", ".join(each.found.case.municipalities) or each.found.case.short_title, each.found)
    return dict(islice(best.items(), MOST_ROWS))


def _rows_of_places(library: Library, asked: Asked, places: Iterable[str]) -> dict[str, Found]:
    """The best statement about each place, where there is one, under the place's name."""
    rankings = ((place, rank(library, replace(asked, names=(place,)))) for place in places)
    best = (
        (place, next((each for each in ranked if _says(each, COMPARE_PLACES_FROM)), None)) for place, ranked in rankings
    )
    return {library.places[place]: each.found for place, each in best if each}


def _says(each: Scored, enough: float) -> bool:
    return each.covered >= enough and not each.found.passage.gap


def _comparison(library: Library, asked: Asked, rows: dict[str, Found]) -> Answer:
    told = tuple(rows.values())
    without = tuple(name for name in asked.names if not any(library.is_about(row, name) for row in told))
    return replace(_answered(library, Outcome.COMPARED, told, ()), labels=tuple(rows), without=without)
