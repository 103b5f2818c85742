"""What somebody says of themselves: the way to their profile, and the form that it is."""

from collections.abc import Collection
from dataclasses import dataclass

from cards.actions import execute
from cards.card import Card, Json
from cards.dates import day
from cards.forms import date_input, many_of, one_of, text_input, tick, wrong
from cards.help import notice
from cards.parts import bold, buttons, card, faint, plain, quiet, sentence, title
from cards.people_actions import ForgetMe, SaveProfile, ShowMyData, ShowProfile
from cards.texts import text
from knowledge.library.model import THEMES
from knowledge.people import AGENCY, HOMES, OTHER, Profile

MOST = {"role": 100, "been_words": 300, "faces_words": 300, "would_ask": 500, "not_with": 500}  # characters
YES = "true"

_FIELDS = tuple(SaveProfile.model_fields.keys() - {"verb"})


def door(language: str) -> Card:
    """For where others read: whoever clicks opens their own profile, and sees it alone."""
    head = text(language, "people-door-profile")
    opening = execute(text(language, "people-door-profile-open"), ShowProfile())
    return card(
        language, head, [title(head), sentence(text(language, "people-door-profile-what")), *buttons([opening])]
    )


def no_network(language: str) -> Card:
    """To who has only ever written in private."""
    return notice(text(language, "people-no-network"), language)


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's profile as they see it: `known` tells whether it is kept, `found` and `paused` what it does today."""

    profile: Profile
    known: bool
    found: bool
    paused: bool


def profile(
    own: Own, language: str, *, typed: SaveProfile | None = None, bad: Collection[str] = (), note: str = ""
) -> Card:
    """The form, filled in with what is held; `typed` is what was filled in instead, the fields `bad` of it wrongly.

    `note` says what was just done.
    """
    held = own.profile
    head = text(language, "people-profile")
    said = [plain(bold(note))] if note else []
    name = plain(faint(text(language, "people-name", name=held.name)))
    body = [title(head), *said, sentence(_status(own, language)), name]
    save = execute(text(language, "people-save"), SaveProfile(), filled_in=_FIELDS)
    others = [
        execute(text(language, "personal-door-data-open"), ShowMyData(), past_inputs=True),
        execute(text(language, "personal-door-forget-open"), ForgetMe(), past_inputs=True),
    ]
    form = _form(typed or as_typed(held), bad, language)
    return card(language, note or head, [*body, *form, *buttons([save]), *buttons(others)])


def as_typed(held: Profile) -> SaveProfile:
    """A profile as the form has it."""
    return SaveProfile(
        home=held.home,
        role=held.role,
        been_through=",".join(held.been_through.themes),
        been_words=held.been_through.words,
        faces=",".join(held.faces.themes),
        faces_words=held.faces.words,
        would_ask=held.would_ask,
        findable=YES if held.findable else "",
        matchable=YES if held.matchable else "",
        paused=held.paused.isoformat() if held.paused else "",
        not_with="\n".join(held.not_with),
    )


def home_named(home: str, language: str) -> str:
    """What a municipality or organisation is called."""
    named = {AGENCY: "agency", OTHER: "other"}
    return text(language, "people-home", home=named[home]) if home in named else home


def _status(own: Own, language: str) -> str:
    """Who can find them, in one sentence."""
    held = own.profile
    until = day(language, held.paused) if held.paused else ""
    unseen = "paused" if own.paused and held.findable else "hidden" if own.known else "new"
    return text(language, "people-status", status="found" if own.found else unseen, until=until)


def _form(typed: SaveProfile, bad: Collection[str], language: str) -> list[Json]:
    """The fields, each with what is wrong with it and what explains it below."""
    label = {name: text(language, f"people-label-{name.replace('_', '-')}") for name in _FIELDS}
    homes = {home: home_named(home, language) for home in HOMES}
    choose = text(language, "people-error-home")
    fields = {
        "home": one_of("home", label["home"], typed.home, homes, choose),
        "role": _words("role", label, typed),
        "been_through": many_of("been_through", label["been_through"], typed.been_through, _THEMES),
        "been_words": _words("been_words", label, typed),
        "faces": many_of("faces", label["faces"], typed.faces, _THEMES),
        "faces_words": _words("faces_words", label, typed),
        "would_ask": _words("would_ask", label, typed, lines=True),
        "findable": _yes("findable", label, typed, language),
        "matchable": _yes("matchable", label, typed, language),
        "paused": date_input("paused", label["paused"], typed.paused),
        "not_with": _words("not_with", label, typed, lines=True),
    }
    return [part for name, field in fields.items() for part in (field, *_below(name, bad, language))]


_THEMES = {each: each for each in THEMES}
_HINTS = {
    "been_words": "people-hint-words",
    "findable": "people-hint-findable",
    "matchable": "people-hint-matchable",
    "paused": "people-hint-paused",
    "not_with": "people-hint-not-with",
}
_ERRORS = {"home": "people-error-home", "paused": "people-error-paused", "been_words": "people-error-been-words"}


def _words(name: str, label: dict[str, str], typed: SaveProfile, *, lines: bool = False) -> Json:
    """What is far longer than a client lets anybody type is cut, so that there is room for the rest."""
    held = getattr(typed, name)[: 2 * MOST[name]]
    return text_input(name, label[name], held, most=MOST[name], lines=lines)


def _yes(name: str, label: dict[str, str], typed: SaveProfile, language: str) -> Json:
    return tick(name, label[name], text(language, f"people-yes-{name}"), getattr(typed, name))


def _below(name: str, bad: Collection[str], language: str) -> list[Json]:
    error = text(language, _ERRORS.get(name, "people-error-too-long"))
    hint = [quiet(text(language, _HINTS[name]))] if name in _HINTS else []
    return [*([wrong(error)] if name in bad else []), *hint]
