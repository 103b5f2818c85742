"""A round as everybody sees it, and as somebody sees it who may be in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.dates import clock, this_year
from cards.forms import many_of, one_of
from cards.parts import bold, buttons, card, plain, quiet, sentence, short, title
from cards.people import home_named
from cards.people_actions import ShowProfile
from cards.round_actions import JoinFrom, JoinRound, LeaveRound, SeeRound, ShowRounds
from cards.texts import text
from knowledge.library.model import THEMES
from knowledge.people import HOMES
from knowledge.rounds.model import Asked, Round

LONGEST_NAMES = 2000  # characters
FIELDS = ("home", "been_through", "faces")


@dataclass(frozen=True, slots=True)
class Count:
    """How many are in a round, and who that is where all may see it."""

    number: int
    names: tuple[str, ...] = ()


def call(shown: Round, count: Count, zone: tzinfo) -> Card:
    """The round as all see it; Teams asks by itself for the card of each who could be in it."""
    drawn = _closed(shown, count) if shown.closed_at is not None else _open(shown, count, zone)
    return _refreshing(drawn, shown)


def invitation(shown: Round, count: Count, zone: tzinfo, *, joined: bool, note: str = "") -> Card:
    """A round that may be joined, as one sees it who has, or has not; `note` says what just came of a click."""
    language = shown.language
    status = text(language, "round-own-in" if joined else "round-own-out")
    own: Json
    if joined:
        own = execute(text(language, "round-leave"), LeaveRound(round=shown.id))
    else:
        own = opening(text(language, "round-join"), JoinRound(round=shown.id, own=True))
    body = [
        *_head(shown, zone),
        plain(bold(note or status), spacing="Medium"),
        *_counted(shown, count),
        *buttons([own]),
    ]
    return card(language, note or summary(shown, zone), body)


def status(shown: Round, key: str, more: str = "") -> Card:
    """What a round is to somebody, in a sentence or two."""
    language = shown.language
    words = text(language, key)
    rest = [quiet(text(language, more))] if more else []
    return card(language, words, [title(text(language, "round-kind", size=shown.size)), sentence(words), *rest])


def form(shown: Round, typed: JoinFrom, *, bad: bool = False) -> Card:
    """What has to be known of who joins for the first time."""
    language = shown.language
    homes = {home: home_named(home, language) for home in HOMES}
    themes = {each: each for each in THEMES}
    choose = text(language, "people-error-home")
    join = execute(text(language, "round-form-join"), JoinFrom(round=shown.id), filled_in=FIELDS)
    profile = execute(text(language, "people-door-profile-open"), ShowProfile(), past_inputs=True)
    body = [
        title(text(language, "round-form")),
        sentence(text(language, "round-form-what")),
        one_of("home", text(language, "people-label-home"), typed.home if typed.home in homes else "", homes, choose),
        *([plain(bold(choose), spacing="None")] if bad else []),
        many_of("been_through", text(language, "people-label-been-through"), typed.been_through, themes),
        many_of("faces", text(language, "people-label-faces"), typed.faces, themes),
        *buttons([join, profile]),
    ]
    return card(language, text(language, "round-form"), body)


def news(shown: Round) -> Card:
    """A word in the thread that groups have been proposed, naming nobody."""
    words = text(shown.language, "round-news", size=shown.size)
    see = execute(text(shown.language, "round-see-group"), SeeRound(round=shown.id))
    return card(shown.language, words, [sentence(words), *buttons([see])])


def summary(shown: Round, zone: tzinfo) -> str:
    """In one line, for notifications."""
    kind = text(shown.language, "round-kind", size=shown.size)
    return text(shown.language, "round-summary", kind=kind, date=ending(shown, zone)["date"])


def ending(shown: Round, zone: tzinfo) -> dict[str, str]:
    """When it closes, to fill in a text with."""
    local = shown.closes_at.astimezone(zone)
    return {
        "date": this_year(shown.language, local.date(), weekday=True),
        "time": clock(shown.language, local.time()),
    }


def _open(shown: Round, count: Count, zone: tzinfo) -> Card:
    language = shown.language
    doing = [
        opening(text(language, "round-join"), JoinRound(round=shown.id)),
        execute(text(language, "round-see"), SeeRound(round=shown.id)),
        opening(text(language, "round-manage"), ShowRounds()),
    ]
    return card(language, summary(shown, zone), [*_head(shown, zone), *_counted(shown, count), *buttons(doing)])


def _head(shown: Round, zone: tzinfo) -> list[Json]:
    language = shown.language
    willing = [quiet(text(language, "round-asked-willing"))] if shown.asked is Asked.WILLING else []
    return [
        title(text(language, "round-title", size=shown.size)),
        sentence(text(language, "round-what", size=shown.size)),
        quiet(text(language, "round-how", **ending(shown, zone))),
        *willing,
    ]


def _counted(shown: Round, count: Count) -> list[Json]:
    said = text(shown.language, "round-count", count=count.number)
    names = short(", ".join(count.names), LONGEST_NAMES)
    named = [plain(text(shown.language, "round-names", names=names))] if shown.named and count.names else []
    return [plain(bold(said), spacing="Medium"), *named]


def _closed(shown: Round, count: Count) -> Card:
    language = shown.language
    words = text(language, "round-closed", count=count.number)
    doing = [
        execute(text(language, "round-see-group"), SeeRound(round=shown.id)),
        opening(text(language, "round-manage"), ShowRounds()),
    ]
    body = [
        title(text(language, "round-kind", size=shown.size)),
        sentence(words),
        *([sentence(text(language, "round-closed-how"))] if count.number else []),
        *buttons(doing),
    ]
    return card(language, words, body)


def _refreshing(drawn: Card, shown: Round) -> Card:
    if not shown.viewers:
        return drawn
    see = execute(text(shown.language, "round-see"), SeeRound(round=shown.id))
    action = {key: see[key] for key in ("type", "title", "verb", "data")}
    return Card({**drawn.content, "refresh": {"action": action, "userIds": list(shown.viewers)}}, drawn.summary)


def names(people: Sequence[str], language: str) -> str:
    """*Anna, Bo och Cia*."""
    *others, last = people
    return f"{', '.join(others)} {text(language, 'and')} {last}" if others else last
