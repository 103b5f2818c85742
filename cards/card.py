"""An Adaptive Card ready to be sent."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """`content` is Adaptive Card 1.5 JSON; `summary` says the same in one line, for notifications and screen readers."""

    content: Json
    summary: str
