"""A small case file to bend, and cases of every shape."""

import unicodedata
from datetime import date

from hypothesis import strategies as st

from knowledge.library.front import FROM_FILES
from knowledge.library.model import THEMES, Case, Passage, Phase, Section, Source, Visibility

TODAY = date(2026, 3, 10)

GOOD = """\
---
id: exempel
title: "Exempel – ett fall"
kind: fall
municipality: [Sundsvall, Timrå]
phase: förfrågan
themes: [mark, risk]
also: [PTL]
checked: 2026-03-05
visibility: offentlig
sources:
  avtal:
    title: "Avtalet"
    publisher: "Sundsvalls kommun"
    url: "https://www.sundsvall.se/avtal?id=1"
    date: "2022-03-08"
  rapport:
    title: "Rapporten"
    publisher: "Region"
    date_note: "cirka 2019"
---
Fallet handlar om mark
och om risk.

## Mark
- Sundsvall och Timrå delar på risken [1]. [^avtal] {#ex-1}
- Bolaget i Sundsvall uppger att marken
  räcker till 2040. [^avtal] [^rapport]
  {#ex-2 .osäker mot=ex-3}

## Tid
- Regionen uppger att marken i Sundsvall räcker till 2030. [^rapport] {#ex-3 mot=ex-2}
- Vad marken i Sundsvall kostade framgår inte. [^rapport] {#ex-4 .lucka}
"""


def sample(id: str = "exempel", prefix: str = "ex", visibility: str = "offentlig") -> str:
    """The good file as another case, its statements' ids beginning with `prefix`."""
    text = GOOD.replace("id: exempel", f"id: {id}").replace("visibility: offentlig", f"visibility: {visibility}")
    return text.replace("ex-", f"{prefix}-")


def texts(most: int) -> st.SearchStrategy[str]:
    """One line as it can stand in a file: composed letters, single spaces, nothing invisible."""
    readable = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"], exclude_characters="\ufffd")
    written = st.text(readable | st.just(" "), min_size=1, max_size=most)
    tidied = written.map(lambda text: " ".join(unicodedata.normalize("NFC", text).split()))
    return tidied.filter(lambda text: 0 < len(text) <= most)


def _is_statement(text: str) -> bool:
    return not {"{", "}"} & set(text) and "[^" not in text


def _is_introduction(text: str) -> bool:
    return _is_statement(text) and text[0] not in "#-"


keys = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
statements = texts(40).filter(_is_statement)
dates = st.one_of(st.just(""), st.dates(date(1900, 1, 1)).map(lambda day: day.isoformat()), st.just("2024"))
urls = st.sampled_from(["", "https://a.se", "http://xn--gvle-noa.se:8080/å%C2%AD/?q=[1]&r=@#x", "https://[::1]/'"])
sources = st.builds(
    Source, key=keys, title=texts(20), publisher=texts(20), url=urls, date=dates, date_note=st.just("") | texts(9)
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    id = draw(keys)
    pool = draw(st.lists(sources, min_size=1, max_size=4, unique_by=lambda source: source.key))
    ids = iter(draw(st.lists(keys, min_size=4, max_size=4, unique=True)))

    def passage(heading: str) -> Passage:
        mine = next(ids)
        return Passage(
            id=mine,
            case=id,
            heading=heading,
            text=draw(statements),
            sources=tuple(draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True))),
            uncertain=draw(st.booleans()),
            gap=draw(st.booleans()),
            disputed_by=tuple(draw(st.lists(keys.filter(lambda key: key != mine), max_size=2, unique=True))),
        )

    def section() -> Section:
        heading = draw(statements)
        return Section(heading, tuple(passage(heading) for _ in range(draw(st.integers(1, 2)))))

    return Case(
        id=id,
        title=draw(texts(120)),
        kind=draw(st.sampled_from(FROM_FILES)),
        municipalities=tuple(draw(st.lists(texts(20), max_size=3))),
        phase=draw(st.none() | st.sampled_from(Phase)),
        themes=tuple(draw(st.lists(st.sampled_from(THEMES), max_size=3))),
        also=tuple(draw(st.lists(texts(20), max_size=3))),
        checked=draw(st.dates(date(1900, 1, 1))),
        visibility=draw(st.sampled_from(Visibility)),
        intro=draw(statements.filter(_is_introduction)),
        sections=tuple(section() for _ in range(draw(st.integers(1, 2)))),
    )
