"""Why a document cannot be read."""

from enum import StrEnum


class Reason(StrEnum):
    """NO_TEXT is a file that holds pictures only, as a scanned page does; EMPTY one that holds nothing at all.

    TOO_LARGE is the file, or what it unpacks to; TOO_LONG is the text in it.
    """

    WRONG_TYPE = "wrong-type"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    NO_TEXT = "no-text"
    NOT_SWEDISH = "not-swedish"


class Unreadable(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
