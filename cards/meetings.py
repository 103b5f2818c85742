"""Meetings: the summary as the channel reads it, those that were published, what is to be done after them."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from cards.actions import execute, opening
from cards.assignment_actions import EditAssignment
from cards.card import Card, Json
from cards.dates import day, near
from cards.digest_actions import ShowDigest
from cards.due import by_when
from cards.forms import one_in_sight
from cards.meeting_actions import (
    ChoosePassage,
    CorrectMeeting,
    KeepPassage,
    ListActions,
    ListMeetings,
    MarkAction,
    OpenMeeting,
    RemoveMeeting,
)
from cards.paging import divided, numbered, turning
from cards.parts import (
    bold,
    buttons,
    card,
    faint,
    group,
    heading,
    hidden,
    link,
    message_url,
    plain,
    quiet,
    row,
    sentence,
    short,
    size,
    title,
    toggle,
)
from cards.texts import text
from knowledge.meetings.commitments import Action
from knowledge.meetings.model import Kind
from knowledge.meetings.summary import Item, Section, Summary
from knowledge.posts import Kept, State

LARGEST_POST = 24_000  # bytes, for Teams keeps a card under 28 KB and a summary is shown with buttons as well
SHORT = 10  # lines, in all, that are read on a phone without more ado
FIRST = 2  # lines of a section that are shown of a longer one
LISTED = 18_000  # bytes of a page of lines
FIRST_PAGE = ListActions()
LONGEST_NAME = 100


def post(shown: Summary, language: str) -> Card:
    """What stands in the channel: short enough for a phone, the rest behind a button."""
    sections, more = _folded(shown, language)
    body = [
        *_head(shown, language),
        *sections,
        *_unfolding(more, language),
        quiet(text(language, "meeting-ask"), "Medium"),
    ]
    return card(language, text(language, "meeting-summary", title=shown.title), body)


def is_too_large(drawn: Card) -> bool:
    """Whether a post would be more than Teams takes."""
    return size(drawn.content) > LARGEST_POST


def meeting(  # noqa: PLR0913 - its post and what has been done since, which page of it, and for whom
    shown: Summary,
    kept: Kept | None,
    done: Mapping[str, date],
    language: str,
    *,
    page: int = 0,
    leader: bool = False,
) -> Card:
    """A page of the whole summary; `kept` is its post, `done` tells what has been done since, by item."""
    lines = [(each.kind, _item(item, shown, language, done)) for each in shown.sections for item in each.items]
    pages = divided(lines, lambda line: size(line[1]), LISTED)
    here = OpenMeeting(meeting=shown.id, page=min(page, len(pages) - 1))
    sections = [
        _section(kind, [line for _, line in among], language)
        for kind, among in groupby(pages[here.page], key=itemgetter(0))
    ]
    foot = numbered(here.page, len(pages), language)
    keeping = execute(text(language, "meetings-keep"), ChoosePassage(meeting=shown.id))
    doing = [
        *turning(here, len(pages), language),
        execute(text(language, "meetings-back"), ListMeetings()),
        *([keeping] if shown.passages else []),
    ]
    if leader:
        trying = [execute(text(language, "assignment-new"), EditAssignment(meeting=shown.id))]
        doing += [
            *(trying if shown.of(Kind.TRY) else []),
            opening(text(language, "meetings-correct"), CorrectMeeting(meeting=shown.id)),
            execute(text(language, "meetings-remove"), RemoveMeeting(meeting=shown.id)),
        ]
    head = [*_head(shown, language), *_to_post(kept, language, leader=leader)]
    return card(language, shown.title, [*head, *sections, *foot, *buttons(doing)])


def passages(shown: Summary, language: str) -> Card:
    """A choice of what a lesson is to be made of; there is at least one."""
    head = text(language, "meetings-keep-head")
    choices = {item.id: item.text for item in shown.passages}
    first = KeepPassage(meeting=shown.id, passage=next(iter(choices)))
    doing = [
        execute(text(language, "meetings-keep-next"), first, filled_in=("passage",)),
        execute(text(language, "meetings-keep-back"), OpenMeeting(meeting=shown.id), past_inputs=True),
    ]
    choosing = one_in_sight("passage", text(language, "meetings-keep-choose"), first.passage, choices)
    body = [title(head), quiet(text(language, "meetings-keep-how")), choosing, *buttons(doing)]
    return card(language, head, body)


def meetings(published: Sequence[Summary], language: str, *, page: int = 0, note: str = "") -> Card:
    """A page of the meetings, the latest first; `note` says what was just done."""
    head = text(language, "meetings-title")
    said = [plain(bold(note))] if note else []
    if not published:
        none = text(language, "meetings-none")
        return card(language, note or none, [*said, sentence(none)])
    pages = divided((_listed(each, language) for each in published), size, LISTED)
    here = ListMeetings(page=min(page, len(pages) - 1))
    foot = [*numbered(here.page, len(pages), language), *buttons(turning(here, len(pages), language))]
    return card(language, note or head, [title(head), *said, *pages[here.page], *foot])


def removing(shown: Summary, kept: Kept | None, language: str) -> Card:
    """Asks before a summary is removed, and what is to become of its post; None where that is out of reach."""
    words = text(language, "meetings-remove-sure", title=short(shown.title, LONGEST_NAME))
    alone = RemoveMeeting(meeting=shown.id, sure=True)
    both = execute(text(language, "meetings-remove-both"), alone.model_copy(update={"post": True}))
    choices = [
        *([both] if kept else []),
        execute(text(language, "meetings-remove-keep"), alone),
        execute(text(language, "meetings-remove-no"), OpenMeeting(meeting=shown.id)),
    ]
    return card(language, words, [plain(words), *buttons(choices)])


def to_do(
    actions: Sequence[tuple[Action, str]],
    today: date,
    language: str,
    *,
    here: ListActions = FIRST_PAGE,
    marked: Action | None = None,
) -> Card:
    """A page of what is still to be done, each with the title of its meeting; `marked` is what was just marked."""
    head = text(language, "to-do-title")
    first = here.model_copy(update={"page": 0})
    pages = divided(actions, lambda each: size(_to_do(*each, today, language, first)), LISTED)
    here = here.model_copy(update={"page": min(here.page, len(pages) - 1)})
    said = _marked(marked, language, here) if marked else []
    none = [] if actions else [sentence(text(language, "to-do-none"))]
    lines = [_to_do(*each, today, language, here) for each in pages[here.page]]
    doing = buttons([*turning(here, len(pages), language), *_to_digest(here, language)])
    return card(language, head, [title(head), *said, *none, *lines, *numbered(here.page, len(pages), language), *doing])


def _head(shown: Summary, language: str) -> list[Json]:
    corrected = [text(language, "meeting-corrected", date=day(language, shown.corrected))] if shown.corrected else []
    notes = text(language, "meeting-notes-from", date=day(language, shown.held))
    return [title(shown.title), plain(faint(" · ".join((notes, *corrected))))]


def _folded(shown: Summary, language: str) -> tuple[list[Json], list[str]]:
    """The sections, each but its first lines hidden where there are many in all; and what is hidden, by id."""
    drawn = [(each, [_item(item, shown, language) for item in each.items]) for each in shown.sections]
    if sum(len(lines) for _, lines in drawn) <= SHORT:
        return [_section(each.kind, lines, language) for each, lines in drawn], []
    parts, more = [], []
    for each, lines in drawn:
        first = _shown_first(each)
        begun, rest = [heading(_named(each.kind, language)), *lines[:first]], lines[first:]
        if not first:
            begun, rest = [], [*begun, *rest]
        if rest:
            more.append(f"more-{each.kind}")
            rest = [hidden(more[-1], rest)]
        parts.append(group([*begun, *rest]))
    return parts, more


def _shown_first(each: Section) -> int:
    """How many lines of a section are shown: never all but one."""
    if each.kind is Kind.DISCUSSED:
        return 0
    return FIRST if len(each.items) > FIRST + 1 else len(each.items)


def _unfolding(more: Sequence[str], language: str) -> list[Json]:
    """The buttons that show and hide the rest, one at a time."""
    if not more:
        return []
    ways = {"show-more": "meeting-more", "show-less": "meeting-less"}
    sets = [
        {"type": "ActionSet", "id": id, "actions": [toggle(text(language, key), (*more, *ways))]}
        for id, key in ways.items()
    ]
    return [sets[0], {**sets[1], "isVisible": False}]


def _section(kind: Kind, lines: Sequence[Json], language: str) -> Json:
    return group([heading(_named(kind, language)), *lines])


def _named(kind: Kind, language: str) -> str:
    return text(language, "meeting-section", kind=kind)


def _item(item: Item, shown: Summary, language: str, done: Mapping[str, date] | None = None) -> Json:
    owner = [bold(f"{item.owner}: ")] if item.owner else []
    due = by_when(item.text, item.due, lambda day: near(language, day, shown.held), language)
    is_done = text(language, "meeting-done") if done and item.id in done else ""
    after = "".join(f" · {each}" for each in (due, is_done) if each)
    return plain("• ", *owner, item.text, faint(after) if after else "")


def _to_post(kept: Kept | None, language: str, *, leader: bool) -> list[Json]:
    """A link to the post, where it stands in the channel; to a leader else how it comes there."""
    if leader and kept and kept.is_absent:
        return [sentence(text(language, "meetings-post-absent"))]
    url = post_url(kept)
    return [sentence(link(text(language, "meetings-post"), url))] if url else []


def post_url(kept: Kept | None) -> str:
    """Where the post is read; empty where it does not stand in the channel, or nobody knows."""
    if kept is None or kept.state is not State.POSTED or not kept.activity_id:
        return ""
    return message_url(kept.post.conversation, kept.activity_id)


def _listed(each: Summary, language: str) -> Json:
    name = short(each.title, LONGEST_NAME)
    words = plain(name, faint(f" · {day(language, each.held)}"))
    return row(words, execute(text(language, "meetings-open"), OpenMeeting(meeting=each.id), about=name))


def _to_digest(here: ListActions, language: str) -> list[Json]:
    return [execute(text(language, "digest-back-to-digest"), ShowDigest(digest=here.digest))] if here.digest else []


def _to_do(action: Action, meeting: str, today: date, language: str, here: ListActions) -> Json:
    owner = [bold(f"{action.owner}: ")] if action.owner else []
    late = action.due is not None and action.due < today
    due = by_when(action.text, action.due, lambda day: near(language, day, today), language, late=late)
    beside = " · ".join(filter(None, (due, short(meeting, LONGEST_NAME))))
    words = [plain(*owner, action.text), plain(faint(beside), spacing="None")]
    mark = _marking(action, here, done=True)
    return row(group(words), execute(text(language, "to-do-mark"), mark, about=short(action.text, LONGEST_NAME)))


def _marking(action: Action, here: ListActions, *, done: bool) -> MarkAction:
    return MarkAction(meeting=action.meeting, action=action.id, done=done, digest=here.digest, page=here.page)


def _marked(action: Action, language: str, here: ListActions) -> list[Json]:
    """What somebody just marked, and the way back."""
    name = short(action.text, LONGEST_NAME)
    if not action.done:
        return [plain(bold(text(language, "to-do-unmarked", text=name)))]
    undo = _marking(action, here, done=False)
    return [row(plain(bold(text(language, "to-do-marked", text=name))), execute(text(language, "to-do-undo"), undo))]
