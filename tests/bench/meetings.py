"""How well a transcript is understood: python -m tests.bench.meetings [--misses] [FILE.vtt …]

Beside each transcript lies its key: what a reader found in it, with the cue where it was said. A candidate is right
when it stands at most three cues from there, each being counted once. Default: the transcripts beside this, which the
weights are learnt from and the rules are tuned on, and those in its folder *unseen*, which whoever writes a rule does
not read.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from knowledge.library.tokens import words
from knowledge.meetings.documents import read
from knowledge.meetings.model import Candidate, Document, Kind, Understood
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weights import Weights
from knowledge.meetings.weights import weights as shipped
from knowledge.meetings.wording import has_meaning

OWN = Path(__file__).parent / "transcripts"
FOLDERS = (OWN, OWN / "unseen")
NEAR = 3  # cues
SHOWN = 8
HOUR = 3600  # seconds
STEM = 5  # letters by which words are the same
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Meeting:
    name: str
    document: Document
    key: dict[str, Any]
    understood: Understood
    seconds: float

    def cue(self, at: timedelta | None) -> int:
        """The number of the cue that begins then."""
        return [line.at for line in self.document.lines].index(at)

    def wanted(self, what: str) -> list[dict[str, Any]]:
        return list(self.key.get(what, ()))

    def starts(self, item: dict[str, Any]) -> list[int]:
        return [self.cue(_time(each["start"])) for each in item["evidence"]]


def _time(written: str) -> timedelta:
    hours, minutes, seconds = written.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds))


def load(path: Path, weights: Mapping[str, Weights] | None = None) -> Meeting:
    """Understood by these weights, or those that Erfa has."""
    key = json.loads(path.with_suffix(".key.json").read_text("utf-8"))
    document = read(path.name, path.read_bytes())
    day = date.fromisoformat(key["date"])
    its = shipped() if weights is None else weights
    began = time.perf_counter()
    understood = understand_transcript(document, day, its)
    return Meeting(path.stem, document, key, understood, time.perf_counter() - began)


def matched(
    meeting: Meeting, wanted: Sequence[dict[str, Any]], found: Sequence[Candidate]
) -> list[tuple[dict[str, Any], Candidate]]:
    """Each wanted with the nearest candidate that is left; of actions, one with the right owner first."""
    pairs = sorted(
        (
            (abs(start - meeting.cue(candidate.at)) + (0 if right_owner(item, candidate) else 10), number, place)
            for number, item in enumerate(wanted)
            for start in meeting.starts(item)
            for place, candidate in enumerate(found)
            if abs(start - meeting.cue(candidate.at)) <= NEAR
        ),
    )
    taken: dict[int, int] = {}
    for _, number, place in pairs:
        if number not in taken and place not in taken.values():
            taken[number] = place
    return [(wanted[number], found[place]) for number, place in taken.items()]


def right_owner(item: dict[str, Any], candidate: Candidate) -> bool:
    """One of those who are to do it, by first name."""
    return "who" not in item or is_owner(candidate.owner, item)


def is_owner(who: str, item: dict[str, Any]) -> bool:
    return bool(first_names(filter(None, who.split(", "))) & first_names(item["who"]))


def first_names(names: Iterable[str]) -> set[str]:
    return {each.split()[0].lower() for each in names}


def right_due(item: dict[str, Any], candidate: Candidate) -> bool:
    due: str | None = item["when"]
    return due == (candidate.due.isoformat() if candidate.due else None)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were wanted, found and right."""

    wanted: int
    found: int
    right: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.wanted + other.wanted, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


@dataclass(frozen=True, slots=True)
class Marks:
    """`negated` are decisions wrongly listed; `sure_next` is the next meeting if no part is said to be in doubt."""

    tallies: dict[Kind, Tally]
    actions: "Actions"
    sure_actions: "Actions"
    sure_next: Tally
    negated: int
    next_meeting: str
    seconds: float
    hours: float


@dataclass(frozen=True, slots=True)
class Actions:
    """Those found, and of these how many have the right `owner`, are `due` on the right day, and `both`."""

    tally: Tally
    owner: int
    due: int
    both: int

    @classmethod
    def of(cls, meeting: Meeting, found: Sequence[Candidate]) -> "Actions":
        wanted = meeting.wanted("actions")
        pairs = matched(meeting, wanted, found)
        right = [(right_owner(*each), right_due(*each)) for each in pairs]
        owners, dues = sum(owner for owner, _ in right), sum(due for _, due in right)
        return cls(Tally(len(wanted), len(found), len(pairs)), owners, dues, sum(map(all, right)))

    def __add__(self, other: "Actions") -> "Actions":
        return Actions(self.tally + other.tally, self.owner + other.owner, self.due + other.due, self.both + other.both)

    def __str__(self) -> str:
        right = self.tally.right
        return f"F1 {self.tally.f1:.2f} (owner {self.owner}/{right}, due {self.due}/{right}, both {self.both}/{right})"


NO_ACTIONS = Actions(Tally(0, 0, 0), 0, 0, 0)
KEYS = {
    Kind.ACTION: "actions",
    Kind.LEARNED: "learnings",
    Kind.DECISION: "decisions",
    Kind.QUESTION: "questions",
    Kind.TRY: "tries",
}


def mark(meeting: Meeting) -> Marks:
    tallies = {}
    for kind, name in KEYS.items():
        found = meeting.understood.of(kind)
        found = found[:SHOWN] if kind in (Kind.DECISION, Kind.QUESTION) else found
        tallies[kind] = Tally(len(meeting.wanted(name)), len(found), len(matched(meeting, meeting.wanted(name), found)))
    actions = meeting.understood.of(Kind.ACTION)
    listed = [each for each in meeting.understood.of(Kind.DECISION)[:SHOWN] if not _right(meeting, each)]
    following = _next(meeting)
    is_sure = not any(each.doubtful for each in meeting.understood.of(Kind.NEXT))
    length = max(line.at.total_seconds() for line in meeting.document.lines if line.at)
    return Marks(
        tallies,
        Actions.of(meeting, actions),
        Actions.of(meeting, [each for each in actions if not each.doubtful]),
        Tally(is_sure, is_sure, is_sure and following == "right"),
        sum(_refused(meeting, each) for each in listed),
        following,
        meeting.seconds,
        length / HOUR,
    )


def _refused(meeting: Meeting, decision: Candidate) -> bool:
    """Whether it stands where something was said not to be decided, or in the lead up to it."""
    place = meeting.cue(decision.at)
    return any(0 <= start - place <= NEAR for item in meeting.wanted("not_decisions") for start in meeting.starts(item))


def _right(meeting: Meeting, decision: Candidate) -> bool:
    return bool(matched(meeting, meeting.wanted("decisions"), [decision]))


def _next(meeting: Meeting) -> str:
    """Which of date, time, place and theme are right."""
    wanted, found = meeting.key["next_meeting"], meeting.understood.next_meeting
    if not found:
        return "none" if wanted["date"] else "right"
    time = f"{found.time:%H:%M}" if found.time else ""
    told = {"date": str(found.date), "time": time, "place": found.place, "theme": found.theme}
    wrong = wrong_parts(told, wanted)
    return f"wrong: {', '.join(wrong)}" if wrong else "right"


def wrong_parts(told: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    """Of a next meeting that is told; it need not be told when it ends."""
    right = {
        "date": told["date"] == wanted["date"],
        "time": told["time"][:5] == wanted["time"][:5],
        "place": share(told["place"], wanted["place"]) == 1,
        "theme": share(told["theme"], wanted["theme"]) >= HALF,
    }
    return [part for part, is_right in right.items() if not is_right]


def share(found: str, wanted: str) -> float:
    """The share of the words found that are among those wanted, whatever their endings; of those that say something.

    Where none is wanted, none is to be found.
    """
    if not wanted:
        return float(not found)
    said, theirs = ([word[:STEM] for word in words(text) if has_meaning(word)] for text in (found, wanted))
    alike = [any(word.startswith(each) or each.startswith(word) for each in theirs) for word in said]
    return sum(alike) / max(1, len(alike))


def line(name: str, marks: Sequence[Marks]) -> str:
    nothing = Tally(0, 0, 0)
    total = {kind: sum((each.tallies[kind] for each in marks), nothing) for kind in KEYS}
    actions = sum((each.actions for each in marks), NO_ACTIONS)
    sure_actions = sum((each.sure_actions for each in marks), NO_ACTIONS)
    sure_next = sum((each.sure_next for each in marks), nothing)
    right_next = [each.next_meeting for each in marks]
    following = right_next[0] if len(marks) == 1 else f"{right_next.count('right')}/{len(marks)}"
    return (
        f"{name:10} actions {actions}, those not in doubt {sure_actions}"
        f" · learnings F1 {total[Kind.LEARNED].f1:.2f}"
        f" · decisions {total[Kind.DECISION].right}/{total[Kind.DECISION].wanted}"
        f" · questions {total[Kind.QUESTION].right}/{total[Kind.QUESTION].wanted}"
        f" · tries {total[Kind.TRY].right}/{total[Kind.TRY].wanted}"
        f" · negated {sum(each.negated for each in marks)}"
        f" · next meeting {following} (not in doubt {sure_next.right}/{sure_next.wanted})"
        f" · {sum(each.seconds for each in marks) / sum(each.hours for each in marks):.2f} s an hour"
    )


def misses(meeting: Meeting, write: Callable[[str], object]) -> None:
    for kind, name in KEYS.items():
        found = meeting.understood.of(kind)
        found = found[:SHOWN] if kind in (Kind.DECISION, Kind.QUESTION) else found
        pairs = matched(meeting, meeting.wanted(name), found)
        for item in meeting.wanted(name):
            if item not in [each for each, _ in pairs]:
                write(f"    missed {item['id']} {item['text'] if 'text' in item else item['what']}\n")
        for item, candidate in pairs:
            right = kind is not Kind.ACTION or (right_owner(item, candidate) and right_due(item, candidate))
            sign = "ok" if right else "??"
            want = f" wanted {item['who']} {item['when']}" if sign == "??" else ""
            write(f"    {sign} {item['id']} [{candidate.owner} {candidate.due}] {candidate.text}{want}\n")
        for candidate in found:
            if candidate not in [each for _, each in pairs]:
                who = f"[{candidate.owner} {candidate.due}]"
                write(f"    extra {kind} {candidate.at} {candidate.worth:.2f} {who} {candidate.text}\n")
    write(f"    next {meeting.understood.next_meeting} wanted {meeting.key['next_meeting']}\n")
    for each in meeting.understood.of(Kind.DISCUSSED):
        write(f"    discussed {each.theme}: {each.text}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    default = [path for folder in FOLDERS for path in sorted(folder.glob("*.vtt"))]
    parser.add_argument("files", nargs="*", type=Path, default=default)
    parser.add_argument("--misses", action="store_true", help="list what was missed, and what was found besides")
    arguments = parser.parse_args()
    load(arguments.files[0])  # once before any is timed: the first loads the vocabulary
    groups: dict[str, list[Marks]] = {}
    for path in arguments.files:
        meeting = load(path)
        marks = mark(meeting)
        groups.setdefault(path.parent.name, []).append(marks)
        sys.stdout.write(line(meeting.name, [marks]) + "\n")
        if arguments.misses:
            misses(meeting, sys.stdout.write)
    for name, several in groups.items():
        sys.stdout.write(line(f"all {name}", several) + "\n")


if __name__ == "__main__":
    main()
