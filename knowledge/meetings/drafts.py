"""Drafts of meeting summaries: what was found in notes or a transcript, ticked and edited until it is published.

A draft belongs to its network, so that any of its leaders may go on with it. It holds names and quotes, and is let go
when it is published or discarded, or else some time after it was last saved.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from pydantic import TypeAdapter

from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.meetings.model import Candidate, Kind, Part, Understood
from knowledge.meetings.names import Name, as_listed, is_named, names_in, owners, shown
from knowledge.meetings.wording import capitalised
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix

KEPT = timedelta(days=90)  # since it was last saved
MOST_LINES = 300
LONGEST_LINE = 1000  # characters
LONGEST_QUOTE = 300
_SEVERAL = 200


@dataclass(frozen=True, slots=True)
class Line:
    """What may stand in the summary, if `ticked`: as `text`, or of an action with its `owner` and when it is `due`.

    `proposed` is the text as it was found, empty where a leader added it; `quote`, `speaker` and `at` tell where, and
    `doubtful` what of it may be otherwise, until a leader has changed it: for `other_owner` to do, or due on
    `other_due` or, where that is None, on no day.
    """

    id: str
    kind: Kind
    text: str
    ticked: bool
    owner: str = ""
    due: date | None = None
    proposed: str = ""
    quote: str = ""
    speaker: str = ""
    at: timedelta | None = None
    doubtful: tuple[Part, ...] = ()
    other_owner: str = ""
    other_due: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """`channel` is where it would be posted, empty while nobody has said.

    `certain` says that its lines come from notes that said themselves what each line is. A summary that is being
    corrected has a draft of the same id.
    """

    id: str
    title: str
    date: date
    lines: tuple[Line, ...]
    names: tuple[Name, ...]
    certain: bool
    channel: str

    def of(self, kind: Kind) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.kind is kind)

    def said(self, text: str) -> str:
        """A text with what is to be written in the place of names."""
        return shown(text, self.names)


_DRAFT: TypeAdapter[Draft] = TypeAdapter(Draft)


def id_of(made_of: str, at: datetime) -> str:
    """The id of a draft, and later of its summary: the same for the same on the same day; older ones sort first."""
    return f"{at.astimezone(UTC):%Y%m%d}-{sha256(made_of.encode()).hexdigest()[:12]}"


def begin(id: str, understood: Understood, title: str, held: date, channel: str) -> Draft:
    """A draft of what was understood; what the notes themselves say is ticked, what was guessed is not.

    Raises Unreadable where there are more lines than anybody would read.
    """
    found = understood.candidates
    if len(found) > MOST_LINES:
        raise Unreadable(Reason.TOO_LONG)
    lines = tuple(_line(str(number), each, understood.certain) for number, each in enumerate(found, 1))
    return Draft(id, title, held, lines, names_in(_named(understood)), understood.certain, channel)


def _named(understood: Understood) -> Iterator[str]:
    """Who does something, spoke or may be meant instead, and who else of those that notes list is named."""
    found = understood.candidates
    said = [name for each in found for name in (*owners(each.owner), each.speaker)]
    yield from (as_listed(each, understood.people) for each in (*said, *(each.other_owner for each in found)))
    told = "\n".join(each.text for each in found)
    yield from (each for each in understood.people if is_named(told, each))


def _line(id: str, found: Candidate, ticked: bool) -> Line:
    text = _cut(found.text, LONGEST_LINE)
    return Line(
        id=id,
        kind=found.kind,
        text=text,
        ticked=ticked,
        owner=capitalised(found.owner),
        due=found.due,
        proposed=text,
        quote=_cut(found.quote, LONGEST_QUOTE),
        speaker=found.speaker,
        at=found.at,
        doubtful=found.doubtful,
        other_owner=found.other_owner,
        other_due=found.other_due,
    )


def add(draft: Draft, found: Iterable[Candidate], *, ticked: bool = True) -> Draft:
    """The draft with lines of its own beside what was proposed, each once however often it comes.

    Their ids are new to the summary too, whose cards may still name lines that were left out of it since.
    """
    held = set(map(_said, draft.lines))
    lines = (replace(_line(secrets.token_hex(8), each, ticked), proposed="") for each in found)
    new = {_said(line): line for line in lines}
    return replace(draft, lines=(*draft.lines, *(line for said, line in new.items() if said not in held)))


def _said(line: Line) -> tuple[Kind, str, str]:
    return line.kind, line.text, line.owner


def called(draft: Draft, instead: Mapping[str, str]) -> Draft:
    """The draft with what is to be written in the place of each name, by name; as it was said where that is empty."""
    names = (replace(each, shown=instead.get(each.said, each.shown) or each.said) for each in draft.names)
    return replace(draft, names=tuple(names))


def save(tx: Transaction, network: str, draft: Draft, now: datetime) -> None:
    tx.put(_draft(network, draft.id), {"draft": _DRAFT.dump_python(draft, mode="json"), "saved": now.isoformat()})


def change(tx: Transaction, network: str, draft: Draft) -> None:
    """Write a draft anew that no leader has saved since: it is kept no longer for it."""
    entry = tx.get(_draft(network, draft.id))
    if entry is not None:
        tx.put(entry.key, {**entry.value, "draft": _DRAFT.dump_python(draft, mode="json")})


def find(tx: Transaction, network: str, id: str) -> Draft | None:
    entry = tx.get(_draft(network, id))
    return None if entry is None else _DRAFT.validate_python(entry.value["draft"])


def every(tx: Transaction, network: str) -> list[Draft]:
    """The drafts of a network, the newest first."""
    entries = tx.query(prefix("networks", network, "drafts"), limit=_SEVERAL)
    return [_DRAFT.validate_python(entry.value["draft"]) for entry in reversed(entries)]


def discard(tx: Transaction, network: str, id: str) -> None:
    tx.delete(_draft(network, id))


def forget_before(tx: Transaction, network: str, moment: datetime) -> int:
    """Delete what nobody has saved since `moment`; says how many."""
    entries = tx.query(prefix("networks", network, "drafts"), limit=_SEVERAL)
    old = [entry.key for entry in entries if datetime.fromisoformat(entry.value["saved"]) < moment]
    for each in old:
        tx.delete(each)
    return len(old)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _draft(network: str, id: str) -> str:
    return key("networks", network, "drafts", id)
