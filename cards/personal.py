"""What Erfa keeps about somebody, shown to them and handed over, and the way to have it forgotten."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import Literal

from cards.actions import execute
from cards.card import Card, Json
from cards.dates import day
from cards.forms import text_input
from cards.parts import bold, buttons, card, faint, group, plain, quiet, sentence, title, within
from cards.people_actions import FetchMyData, ForgetMe, ShowMyData, ShowProfile
from cards.texts import text
from knowledge.personal import Fact, Held

ROOM = 16_000  # bytes of what is told in a card, whose other half is ours
LARGEST_COPY = 20_000  # bytes on the wire

NOTHING = "–"
AGREED = ("findable", "matchable")  # what holds since a moment

Door = Literal["data", "forget"]


def door(which: Door, language: str) -> Card:
    """For where others read: whoever clicks sees their own, and sees it alone."""
    head = text(language, f"personal-door-{which}")
    action = ShowMyData() if which == "data" else ForgetMe()
    opening = execute(text(language, f"personal-door-{which}-open"), action)
    return card(
        language, head, [title(head), sentence(text(language, f"personal-door-{which}-what")), *buttons([opening])]
    )


def data(facts: Sequence[Fact], zone: tzinfo | None, language: str) -> Card:
    """All that is kept, as far as there is room."""
    if not facts:
        words = text(language, "personal-none")
        return card(language, words, [sentence(words)])
    head = text(language, "personal-data")
    groups = list(_groups(facts, zone, language))
    shown = list(within(groups, ROOM))
    more = [sentence(text(language, "personal-room"))] if len(shown) < len(groups) else []
    doing = [
        execute(text(language, "personal-file"), FetchMyData()),
        execute(text(language, "people-door-profile-open"), ShowProfile()),
        execute(text(language, "personal-door-forget-open"), ForgetMe()),
    ]
    return card(language, head, [title(head), *shown, *more, *buttons(doing)])


def copy(facts: Sequence[Fact], language: str) -> Card:
    """All of it in a text to copy, for where no file can be handed over."""
    head, told = text(language, "personal-file-copy"), as_json(facts)
    back = execute(text(language, "personal-door-data-open"), ShowMyData(), past_inputs=True)
    if len(json.dumps(told, ensure_ascii=False).encode()) > LARGEST_COPY:
        body = [sentence(text(language, "personal-file-large"))]
    else:
        body = [
            text_input("copy", head, told, most=LARGEST_COPY, lines=True),
            quiet(text(language, "personal-file-how")),
        ]
    return card(language, head, [title(head), *body, *buttons([back])])


def as_json(facts: Sequence[Fact]) -> str:
    """All of it, for programs."""
    told = [{"kind": fact.kind, "network": fact.network, **_plainly(fact.held)} for fact in facts]
    return json.dumps(told, ensure_ascii=False, indent=2, default=str)


def as_text(facts: Sequence[Fact], zone: tzinfo | None, language: str) -> str:
    """All of it, for people."""
    lines = [text(language, "personal-data")]
    for kind, told in groupby(facts, key=lambda fact: fact.kind):
        lines += ["", text(language, "personal-fact", kind=kind), ""]
        for fact in told:
            lines += [f"- {label}: {said}" for label, said in _lines(fact, zone, language)]
            lines.append("")
    return "\n".join(lines)


def confirm(language: str, *, leads: bool) -> Card:
    """Whether they are sure, and what becomes of what."""
    head = text(language, "personal-forget")
    keys = ("personal-forget-what", *(("personal-forget-leader",) if leads else ()), "personal-forget-stays")
    doing = [
        execute(text(language, "personal-forget-yes"), ForgetMe(sure=True)),
        execute(text(language, "personal-forget-no"), ShowMyData()),
    ]
    return card(language, head, [title(head), *(sentence(text(language, key)) for key in keys), *buttons(doing)])


def forgotten(language: str) -> Card:
    words = text(language, "personal-forgotten")
    return card(language, words, [sentence(words)])


def farewell(last_day: date, language: str) -> Card:
    """To who has not been seen for long, before they are forgotten."""
    head = text(language, "personal-farewell")
    why = text(language, "personal-farewell-why", date=day(language, last_day))
    seeing = execute(text(language, "personal-door-data-open"), ShowMyData())
    how = text(language, "personal-farewell-how")
    return card(language, head, [title(head), sentence(why), sentence(how), *buttons([seeing])])


def _groups(facts: Sequence[Fact], zone: tzinfo | None, language: str) -> Iterator[Json]:
    """A group for each fact, the first of its kind under what that is called."""
    before = ""
    for fact in facts:
        named = [plain(bold(text(language, "personal-fact", kind=fact.kind)))] if fact.kind != before else []
        lines = [plain(faint(f"{label}: "), said, spacing="None") for label, said in _lines(fact, zone, language)]
        yield group([*named, *lines], spacing="Small" if fact.kind == before else "Medium")
        before = fact.kind


def _lines(fact: Fact, zone: tzinfo | None, language: str) -> Iterator[tuple[str, str]]:
    """Each thing that is held: what it is called, and what it says."""
    for field, held in fact.held.items():
        since = field in AGREED and isinstance(held, datetime)
        said = _said(held, zone, language)
        yield (
            text(language, "personal-field", field=field),
            (text(language, "personal-since", date=said) if since else said),
        )
    if fact.network:
        yield text(language, "personal-field", field="network"), fact.network


def _said(held: Held, zone: tzinfo | None, language: str) -> str:
    """A value as people write it."""
    match held:
        case bool():
            return text(language, "personal-yes" if held else "personal-no")
        case datetime():
            return day(language, held.astimezone(zone).date())
        case date():
            return day(language, held)
        case tuple():
            return ", ".join(held) or NOTHING
    return str(held) or NOTHING


def _plainly(held: Mapping[str, Held]) -> dict[str, object]:
    """What is held as JSON has it; moments and days in ISO 8601."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in held.items()}
