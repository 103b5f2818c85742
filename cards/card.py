"""An Adaptive Card ready to be sent."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """`content` is Adaptive Card 1.5 JSON; `summary` the same in one line, for notifications, screen readers."""

    content: Json
    summary: str
