"""Lines as they were written, before they were wrapped to the width of a page."""

import re
from collections.abc import Callable, Iterable

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-$")
_AND = ("och ", "eller ", "samt ", "respektive ")


def unwrapped(lines: Iterable[str], goes_on: Callable[[str, str], bool]) -> list[str]:
    """`goes_on` says of a line and the next whether they are one."""
    written: list[str] = []
    before = ""
    for line in lines:
        if line and before and goes_on(before, line):
            written[-1] = _joined(written[-1], line)
        else:
            written.append(line)
        before = line
    return written


def _joined(before: str, line: str) -> str:
    divided = _BROKEN_WORD.search(before) and line[0].islower() and not line.startswith(_AND)
    return f"{before[:-1]}{line}" if divided else f"{before} {line}"
