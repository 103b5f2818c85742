"""WebVTT as Teams and Microsoft Graph write it: what each person said, and when.

Three kinds: Graph's content, the client's download with cue ids and wrapped lines, and Graph's metadataContent with
a JSON object in each cue. Old ones write times as `0:0:7.62`; times before the recording began are negative.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import unescape

from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.meetings.model import Document, Form, Line

_TIMING = re.compile(r"\s*(-)?(?:(\d{1,4}):)?(-?\d{1,2}):(-?\d{1,2})[.,](-?\d{1,9})\s*-->")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def read_vtt(text: str) -> Document:
    """The transcript in a WebVTT file. Raises Unreadable."""
    lines: list[Line] = []
    day: date | None = None
    for at, payload in _cues(text):
        if payload.startswith("{"):
            line, said_on = _from_json(at, payload)
            day = day or said_on
            lines.append(line)
        else:
            lines.extend(_from_voices(at, payload))
    spoken = tuple(each for each in lines if each.text)
    if not spoken:
        raise Unreadable(Reason.NO_TEXT)
    return Document(Form.TRANSCRIPT, spoken, date=day)


def _cues(text: str) -> Iterator[tuple[timedelta, str]]:
    """When each cue begins, and its payload on one line."""
    at: timedelta | None = None
    payload: list[str] = []
    for line in [*text.splitlines(), ""]:
        timing = _TIMING.match(line)
        if (timing or not line.strip()) and at is not None:
            yield at, " ".join(payload)
            at, payload = None, []
        if timing:
            at = _offset(timing)
        elif at is not None:
            payload.append(line.strip())


def _offset(timing: re.Match[str]) -> timedelta:
    minus, hours, minutes, seconds, fraction = timing.groups()
    size = timedelta(
        hours=int(hours or 0),
        minutes=abs(int(minutes)),
        seconds=abs(int(seconds)),
        microseconds=int(fraction.lstrip("-").ljust(6, "0")[:6]),
    )
    return -size if minus or any(each.startswith("-") for each in (minutes, seconds, fraction)) else size


def _from_json(at: timedelta, payload: str) -> tuple[Line, date | None]:
    try:
        cue = json.loads(payload)
        said_on = datetime.fromisoformat(str(cue["startDateTime"])).date() if "startDateTime" in cue else None
        return Line(_tidy(str(cue.get("spokenText") or "")), _tidy(str(cue.get("speakerName") or "")), at), said_on
    except (ValueError, TypeError, RecursionError) as problem:
        raise Unreadable(Reason.BROKEN) from problem


def _from_voices(at: timedelta, payload: str) -> Iterator[Line]:
    """One line for each voice of a cue; what stands before the first voice is nobody's."""
    before, *voices = _VOICE.split(payload)
    if before.strip():
        yield Line(_plain(before), "", at)
    for speaker, said in zip(voices[::2], voices[1::2], strict=True):
        yield Line(_plain(said), _plain(speaker), at)


def _plain(text: str) -> str:
    return _tidy(unescape(_TAG.sub("", text)))


def _tidy(text: str) -> str:
    return " ".join(text.split())
