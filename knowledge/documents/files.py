"""What holds for any file that somebody sends: it may be anything at all, and it is bounded."""

from collections.abc import Collection
from pathlib import PurePath

from knowledge.documents.unreadable import Reason, Unreadable

SIZE_LIMIT = 20_000_000  # bytes of a file, or characters that were pasted


def suffix_of(name: str) -> str:
    return PurePath(name).suffix.lower()


def checked(name: str, content: bytes, suffixes: Collection[str]) -> str:
    """The suffix of a file that is one of those, holds something and is not too large. Raises Unreadable."""
    suffix = suffix_of(name)
    if suffix not in suffixes:
        raise Unreadable(Reason.WRONG_TYPE)
    if len(content) >= SIZE_LIMIT:
        raise Unreadable(Reason.TOO_LARGE)
    if not content.strip():
        raise Unreadable(Reason.EMPTY)
    return suffix


def decoded(content: bytes) -> str:
    """Windows saves text in several ways; what has zeros in it and no mark is none. Raises Unreadable."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise Unreadable(Reason.BROKEN)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
