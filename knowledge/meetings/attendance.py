"""Who was there, or is named beside what was noted: *Närvarande: Karin Ek (Leksand), Bo Falk, Mora*."""

import re
from collections.abc import Iterable, Iterator

from knowledge.meetings.names import CAPITAL, is_place, municipality

_NAME = rf"{CAPITAL}[\w'’-]*\w"
_PERSON = re.compile(
    rf"\b(?!Region|Länsstyrelsen)(?P<name>{_NAME}(?: (?:(?:af|av|von|van|de|der) )?{_NAME}){{1,2}}|{_NAME}(?= \())"
    r"(?=(?P<beside> ?\([^)]*\)|(?:,| [-–|]) [\w-]+)?)"
)
_HOME_FIRST = re.compile(r"(?P<home>[\w-]+?)s?(?: kommun)?(?::| [-–|]) ")


def people_in(lines: Iterable[str]) -> tuple[str, ...]:
    """Each person that the lines list, once, with the municipality that they give them: *Karin Ek (Leksand)*."""
    homes: dict[str, str] = {}
    for name, home in (each for line in lines for each in _listed(line)):
        homes[name] = homes.get(name) or home
    return tuple(f"{name} ({home})" if home else name for name, home in homes.items())


def _listed(line: str) -> Iterator[tuple[str, str]]:
    first = _HOME_FIRST.match(line)
    of_all = first["home"] if first and is_place(first["home"]) else ""
    for found in _PERSON.finditer(line):
        name = found["name"]
        if not is_place(name.split()[0].removesuffix("s")):
            yield name, municipality(f"{name}{found['beside'] or ''}") or of_all
