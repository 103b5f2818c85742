"""Keys: parts joined by "/", each part encoded so that two lists of parts never give the same key."""

import re
from datetime import UTC, datetime
from urllib.parse import unquote

from knowledge.store.contract import BadKey

MAX_KEY_BYTES = 1024  # fits the index entry of every engine (PostgreSQL's B-tree takes 2,704 bytes)

_CONTROL = r"\x00-\x1f\x7f-\x9f"
_SURROGATES = r"\ud800-\udfff"
_COLLIDING = re.compile(f"[/%{_CONTROL}{_SURROGATES}]")
_UNSTORABLE = re.compile(f"[{_CONTROL}{_SURROGATES}]")


def key(*parts: str) -> str:
    """Join the parts; different parts give different keys, and the readable stays readable."""
    return "/".join(_COLLIDING.sub(_percent, part) for part in parts)


def prefix(*parts: str) -> str:
    """Give what every key below these parts begins with, and no other key does."""
    return key(*parts) + "/"


def end_of(prefix: str) -> str:
    """The first text that sorts after all that begin with `prefix`; empty where there is none."""
    kept = prefix.rstrip("\U0010ffff")
    if not kept:
        return ""
    last = ord(kept[-1])
    return kept[:-1] + ("\ue000" if last == 0xD7FF else chr(last + 1))  # what is between are surrogates


def parts(of: str) -> list[str]:
    """The parts a key was made of."""
    return [unquote(part) for part in of.split("/")]


def stamp(moment: datetime) -> str:
    """Write the moment so that texts sort as moments do. Raises ValueError for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone says nothing.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def checked(given: str) -> str:
    """Return the key or the name of a stream as it is. Raises BadKey where an engine could not hold it."""
    if not given:
        raise BadKey("A key has at least one character.")
    if _UNSTORABLE.search(given):
        raise BadKey(f"Control characters and surrogates must be encoded by keys.key: {given[:80]!a}")
    if len(given.encode()) > MAX_KEY_BYTES:
        raise BadKey(f"A key has at most {MAX_KEY_BYTES} bytes in UTF-8: {given[:80]!a}…")
    return given


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))
