"""The digest, as the channel or who asked for one of their own gets it."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from cards.actions import AnswerQuestion, OpenCase, execute, opening
from cards.card import Card, Json
from cards.dates import clock, this_year
from cards.digest_actions import SendDigest, ShowDigest, ShowDigestSettings, StopDigest
from cards.due import by_when
from cards.gathering_actions import SeeGathering
from cards.meeting_actions import MarkAction
from cards.parts import (
    bold,
    buttons,
    card,
    escape,
    faint,
    group,
    heading,
    message_link,
    plain,
    quiet,
    row,
    sentence,
    short,
    title,
    within,
)
from cards.people_actions import ShowContacts
from cards.texts import text
from knowledge.digests.issues import Digest
from knowledge.digests.selection import Group, Item, Kind, Section
from knowledge.posts import Spot

LONGEST = 120  # characters of a title
ALL = 24_000  # bytes, for Teams keeps a card under 28 KB


def digest(shown: Digest, zone: tzinfo, language: str) -> Card:
    """What it is and why it comes, what there is to tell, how to change it."""
    head = _head(shown, zone, language)
    body = [
        title(head),
        quiet(text(language, "digest-why", occasion=shown.occasion)),
        *(_section(each, shown, zone, language) for each in shown.groups),
        *_change(shown, language),
    ]
    return card(language, f"{head}: {counted(shown, language)}", body)


def preview(shown: Digest, zone: tzinfo, language: str) -> Card:
    """The digest under a line that says it is not sent, with the button to send it."""
    drawn = digest(shown, zone, language)
    sending = [
        execute(text(language, "digest-send"), SendDigest(digest=shown.id)),
        execute(text(language, "digest-back"), ShowDigestSettings()),
    ]
    words = text(language, "digest-preview")
    body = [plain(bold(words)), group(drawn.content["body"], separator=True), group(buttons(sending), separator=True)]
    return card(language, words, body)


def everything(shown: Digest, zone: tzinfo, language: str) -> Card:
    """All that the digest has to tell, as far as there is room, with the way back."""
    head = _head(shown, zone, language)
    lines = list(within((line for each in shown.groups for line in _whole(each, shown, zone, language)), ALL))
    listed, count = sum(line["type"] == "ColumnSet" for line in lines), sum(map(_size, shown.groups))
    left_out = [quiet(text(language, "digest-left-out", shown=listed, count=count), "Medium")] if listed < count else []
    back = execute(text(language, "digest-back-to-digest"), ShowDigest(digest=shown.id))
    return card(language, head, [title(head), *lines, *left_out, *buttons([back])])


def counted(shown: Digest, language: str) -> str:
    """How much of what it tells of: *2 fall och en fråga*."""
    counts = [_count(each, language) for each in shown.groups]
    *first, last = counts
    return f"{', '.join(first)} {text(language, 'and')} {last}" if first else last


def _count(each: Group, language: str) -> str:
    return text(language, "digest-count", section=each.section, count=_size(each))


def _size(each: Group) -> int:
    return len(each.items) + each.left


def _head(shown: Digest, zone: tzinfo, language: str) -> str:
    since = this_year(language, shown.since.astimezone(zone).date())
    return text(language, "digest-own-head" if shown.person else "digest-head", since=since)


def _section(each: Group, shown: Digest, zone: tzinfo, language: str) -> Json:
    lines = [_line(item, shown, zone, language) for item in each.items]
    return group([_heading(each, language), *lines, *_more(each, shown, language)])


def _whole(each: Group, shown: Digest, zone: tzinfo, language: str) -> Iterable[Json]:
    yield _heading(each, language)
    yield from (_line(item, shown, zone, language) for item in (*each.items, *each.others))


def _heading(each: Group, language: str) -> Json:
    return heading(text(language, "digest-section", section=each.section))


def _more(each: Group, shown: Digest, language: str) -> Sequence[Json]:
    """How many more there are, and the way to them."""
    if not each.left:
        return []
    more = plain(faint(text(language, "digest-more", count=each.left)))
    section = text(language, "digest-section", section=each.section)
    everything = ShowDigest(digest=shown.id, all=True, network=shown.network)
    return [row(more, execute(text(language, "digest-all"), everything, about=section))]


def _line(item: Item, shown: Digest, zone: tzinfo, language: str) -> Json:
    """What there is to tell, with a link or the button for what can be done about it."""
    name = _name(item, language)
    said = _said(item, name, zone, language)
    if item.kind in {Kind.OPEN_POLL, Kind.CLOSED_POLL, Kind.OPEN_ROUND}:
        return row(sentence(f"{_linked(name, item.spot)} · {escape(said)}"))
    before = [bold(text(language, "digest-case", kind=item.kind) + " ")] if item.kind.section is Section.CASES else []
    after = [faint(f" · {said}")] if said else []
    return row(plain(*before, name, *after), _button(item, name, shown, language))


def _linked(name: str, spot: Spot | None) -> str:
    """To where it is read in Teams, if that is known."""
    return message_link(name, spot.conversation, spot.activity_id) if spot else escape(name)


def _name(item: Item, language: str) -> str:
    if item.kind is Kind.CONTACTS:
        return text(language, "digest-contacts", count=item.count)
    if item.kind is Kind.OPEN_ROUND:
        return text(language, "digest-round", size=item.count)
    return short(item.title, LONGEST)


def _said(item: Item, name: str, zone: tzinfo, language: str) -> str:
    """What is to be said beside its `name`."""
    at = this_year(language, item.at.astimezone(zone).date())
    match item.kind:
        case Kind.GATHERING:
            starts = item.at.astimezone(zone)
            day = this_year(language, starts.date(), weekday=True)
            return text(language, "digest-gathering", day=day, time=clock(language, starts.time()))
        case Kind.WAITING_QUESTION:
            return text(language, "digest-waiting", since=at)
        case Kind.DUE_ACTION | Kind.OVERDUE_ACTION:
            return _due(item, name, language)
        case Kind.OPEN_POLL | Kind.CLOSED_POLL | Kind.OPEN_ROUND:
            return text(language, "digest-until", kind=item.kind, date=at)
        case Kind.CASE_AGAIN:
            return text(language, "digest-asked", count=item.count)
    return ""


def _due(item: Item, name: str, language: str) -> str:
    late = item.kind is Kind.OVERDUE_ACTION
    return by_when(name, item.at.date(), lambda due: this_year(language, due, weekday=True), language, late=late)


def _button(item: Item, name: str, shown: Digest, language: str) -> Json:
    match item.kind:
        case Kind.QUESTION | Kind.WAITING_QUESTION:
            return opening(text(language, "digest-answer"), AnswerQuestion(question=item.subject), about=name)
        case Kind.GATHERING:
            return execute(text(language, "digest-see"), SeeGathering(gathering=item.subject), about=name)
        case Kind.DUE_ACTION | Kind.OVERDUE_ACTION:
            meeting, _, id = item.subject.partition("/")
            done = MarkAction(meeting=meeting, action=id, done=True, digest=shown.id, network=shown.network)
            return execute(text(language, "to-do-mark"), done, about=name)
        case Kind.CONTACTS:
            return execute(text(language, "digest-see"), ShowContacts(digest=shown.id), about=name)
    return execute(text(language, "digest-open"), OpenCase(case=item.subject, digest=shown.id), about=name)


def _change(shown: Digest, language: str) -> Sequence[Json]:
    words = text(language, "digest-change", own="yes" if shown.person else "no")
    if not shown.person:
        return [group([quiet(words)], separator=True)]
    stop = execute(text(language, "digest-stop"), StopDigest(network=shown.network))
    return [group([quiet(words), *buttons([stop])], separator=True)]
