"""A small library to ask: two municipalities, a theme, a gap, a dispute."""

from datetime import date

from knowledge.library.case import parse
from knowledge.library.library import Library
from knowledge.library.model import Case

TODAY = date(2026, 3, 5)

NORTH = """---
id: norrbacka
title: "Norrbacka – stålverket vid älven"
kind: fall
municipality: [Älvdalen]
phase: bygge
themes: [mark, bostäder]
also: [Nordstål]
checked: 2026-03-05
visibility: offentlig
sources:
  avtal: {title: "Avtalet", publisher: "Älvdalens kommun", url: "https://example.se/avtal", date: "2022-03-08"}
---

Nordstål bygger i Norrbacka.

## Marken

- Älvdalens kommun sålde 2022 marken i Norrbacka till Nordstål för 40 miljoner kronor. [^avtal] {#n-1}
  ? vad fick kommunen för tomten
- Nordståls område i Älvdalen är 120 hektar. [^avtal] {#n-2}

## Bostäder

- Älvdalens kommun planerar 900 bostäder till 2030. [^avtal] {#n-3 mot=n-4}
- Region Dalarna räknar med 600 nya bostäder i Älvdalen till 2030. [^avtal] {#n-4 .osäker mot=n-3}

## Det här vet vi inte

- När Nordstål börjar bygga i Älvdalen framgår inte av avtalet. [^avtal] {#n-l1 .lucka}
  ? när är byggstart för stålverket
"""

SOUTH = """---
id: sorby
title: "Sörby – datacentret som flyttade"
kind: fall
municipality: [Malung]
themes: [mark, energi]
also: [Serverbolaget]
checked: 2026-03-05
visibility: offentlig
sources:
  plan: {title: "Planen", publisher: "Malungs kommun", date: "2024"}
---

Serverbolaget lämnade Sörby.

## Marken

- Malungs kommun köpte 2023 tillbaka marken i Sörby för 12 miljoner kronor. [^plan] {#s-1}

## Bostäder

- Malungs kommun planerar inga nya bostäder före 2030. [^plan] {#s-2}
"""

THEME = """---
id: eftervard
title: "Eftervård"
kind: tema
municipality: []
themes: [eftervård]
checked: 2026-03-05
visibility: offentlig
sources:
  rapport: {title: "Rapporten", publisher: "Tillväxtverket", url: "https://example.se/rapport"}
---

Om tiden efter beslutet.

## Vad eftervård är

- Eftervård är den långsiktiga vården av en etablering efter beslutet. [^rapport] {#e-1}
"""


def cases() -> list[Case]:
    files = {"norrbacka": NORTH, "sorby": SOUTH, "eftervard": THEME}
    return [parse(text, f"{name}.md", TODAY) for name, text in files.items()]


def library() -> Library:
    return Library(cases())
