"""The phrases of cues.yaml as patterns."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_SIGN = re.compile(r"<do>|\((?!\?)|_ |\.\.\. |\+|\*| |\$")

# Groups that capture, of which some cues would have hundreds, make each search many times slower.
_PLAIN = {"(": "(?:", "... ": r"(?:[\w-]+,? ){0,3}?", "+": r"[\w-]+", "*": r"\w*", "$": "[.!?…]*$", " ": ",? "}


@cache
def cue(*path: str) -> re.Pattern[str]:
    """A pattern that finds any of the phrases listed there: `cue("learned", "named")`."""
    phrases = _data()
    for name in path:
        phrases = phrases[name]
    starting: dict[str, list[str]] = {}  # each start is looked for once, which is several times faster
    for start, rest in map(_parts, phrases):
        starting.setdefault(start, []).append(rest)
    return re.compile("|".join(rf"{start}(?:{'|'.join(rests)})(?!\w)" for start, rests in starting.items()))


@cache
def opening() -> str:
    """A pattern for the words on the way into a sentence."""
    return rf"(?:(?:{'|'.join(_data()['opening'].split())})\b[,.!]* )*"


@cache
def _data() -> Any:
    return yaml.safe_load((files("knowledge.meetings") / "cues.yaml").read_text(encoding="utf-8"))


def _parts(phrase: str) -> tuple[str, str]:
    """Where it may stand in a sentence, and what is said there."""
    start, rest = r"\b", phrase
    if phrase.startswith("^ "):
        start, rest = f"^{opening()}", phrase[2:]
    elif phrase.startswith("^"):
        start, rest = "^", phrase[1:]
    return start, _SIGN.sub(_meaning, rest)


def _meaning(sign: re.Match[str]) -> str:
    match sign[0]:
        case "<do>":
            return _doing()
        case "_ ":
            return _small()
        case other:
            return _PLAIN[other]


@cache
def _small() -> str:
    return rf"(?:(?:{'|'.join(_data()['small'].replace('-', ' ').split())}),? )*"


@cache
def _doing() -> str:
    verbs = (verb.strip() for verb in _data()["do"].split(","))
    return f"(?:{'|'.join(_SIGN.sub(_meaning, verb) for verb in verbs)})"
