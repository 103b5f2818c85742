"""What takes more pages than one: divided, numbered, turned."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from cards.actions import OpenCase, execute
from cards.card import Json
from cards.gathering_actions import ListGatherings
from cards.meeting_actions import ListActions, ListMeetings, OpenMeeting
from cards.parts import quiet
from cards.texts import text

T = TypeVar("T")
Turned = OpenCase | ListActions | ListGatherings | ListMeetings | OpenMeeting


def divided(items: Iterable[T], weight: Callable[[T], int], room: int) -> list[list[T]]:
    """The items in as many pages as their weight asks for, at least one; none is cut to fit its page."""
    pages: list[list[T]] = [[]]
    left = room
    for item in items:
        heavy = weight(item)
        if heavy > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(item)
        left -= heavy
    return pages


def numbered(page: int, pages: int, language: str, spacing: str = "Medium") -> list[Json]:
    """Which page it is, of how many, where there are more than one."""
    return [quiet(text(language, "page", page=page + 1, pages=pages), spacing)] if pages > 1 else []


def turning(here: Turned, pages: int, language: str) -> list[Json]:
    """The buttons to the pages before and after `here`."""

    def turn(key: str, to: int) -> Json:
        return execute(text(language, key), here.model_copy(update={"page": to}))

    earlier = [turn("page-earlier", here.page - 1)] if here.page > 0 else []
    later = [turn("page-later", here.page + 1)] if here.page < pages - 1 else []
    return [*earlier, *later]
