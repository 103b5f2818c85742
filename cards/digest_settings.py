"""When the digest comes and what is in it, those that were sent, and the digest of one's own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from cards.actions import ListTroubles, execute
from cards.card import Card, Json
from cards.dates import clock, day, this_year, weekday
from cards.digest_actions import (
    ListDigests,
    PreviewDigest,
    RemoveDigest,
    SaveDigestSettings,
    ShowDigestSettings,
    StopDigest,
    SubscribeDigest,
)
from cards.digests import counted
from cards.forms import one_of, some_of, time_input, wrong
from cards.help import notice
from cards.parts import alphabetical, bold, buttons, card, group, message_link, plain, quiet, row, sentence, title
from cards.texts import text
from knowledge.digests.issues import Issue
from knowledge.digests.personal import Subscription
from knowledge.digests.selection import Section
from knowledge.digests.settings import EARLIEST, LATEST, Pause, Settings
from knowledge.library.model import THEMES
from knowledge.posts import Kept, State
from knowledge.recurrence import Every

OFF = "off"
OFTEN = (Every.WEEK, Every.OTHER_WEEK, Every.MONTH)
MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Overview:
    """The digest of a network as its leaders see it: `next` is when it comes in local time, None if it does not.

    `here` says whether the card is read in the channel that it comes to, `moves` whether it will from now on if saved
    here. `failing` and `troubled` count the jobs that
    keep failing and the posts that did not arrive as they should.
    """

    network: str
    settings: Settings
    next: datetime | None
    here: bool
    moves: bool
    failing: int = 0
    troubled: int = 0


def settings(
    shown: Overview,
    language: str,
    *,
    typed: SaveDigestSettings | None = None,
    bad: Collection[str] = (),
    note: str = "",
) -> Card:
    """What holds now, and the form to change it; `typed` is what was filled in, of which the fields `bad` are wrong.

    `note` says what was just done.
    """
    said = [plain(bold(note))] if note else []
    body = [
        title(text(language, "digest-settings")),
        *said,
        sentence(status(shown, language)),
        *_alarms(shown, language),
    ]
    form = _form(typed or as_typed(shown.settings), bad, language)
    save = execute(text(language, "digest-save"), SaveDigestSettings(every=""), filled_in=_FIELDS)
    others = [
        execute(text(language, "digest-preview-open"), PreviewDigest(), past_inputs=True),
        execute(text(language, "digest-history"), ListDigests(), past_inputs=True),
    ]
    if shown.troubled:
        troubles = ListTroubles(network=shown.network)
        others.append(execute(text(language, "digest-troubles"), troubles, past_inputs=True))
    summary = note or text(language, "digest-settings")
    moves = [quiet(text(language, "digest-moves"))] if shown.moves else []
    return card(language, summary, [*body, group([*form, *buttons([save]), *moves]), *buttons(others)])


_FIELDS = ("every", "weekday", "at", "sections", "pauses")


def as_typed(held: Settings) -> SaveDigestSettings:
    """The settings as the form has them."""
    return SaveDigestSettings(
        every=held.every or OFF,
        weekday=str(held.weekday),
        at=held.at.isoformat("minutes"),
        sections=",".join(each for each in Section if each not in held.without),
        pauses=",".join(held.pauses),
    )


def status(shown: Overview, language: str) -> str:
    """When the digest comes, in one sentence."""
    held = shown.settings
    if held.every is None or shown.next is None:
        return text(language, "digest-status-off")
    return text(
        language,
        "digest-status",
        every=held.every,
        weekday=weekday(language, held.weekday),
        time=clock(language, held.at),
        here=str(shown.here).lower(),
        next=this_year(language, shown.next.date(), weekday=True),
    )


def _alarms(shown: Overview, language: str) -> list[Json]:
    counts = {"digest-failing": shown.failing, "digest-troubled": shown.troubled}
    return [plain(bold(text(language, key, count=count))) for key, count in counts.items() if count]


def _form(typed: SaveDigestSettings, bad: Collection[str], language: str) -> list[Json]:
    """The fields, each with what is wrong with it below."""
    every = {str(each): text(language, "digest-often", every=each) for each in (OFF, *OFTEN)}
    weekdays = {str(each): weekday(language, each) for each in range(7)}
    sections = {str(each): text(language, "digest-section", section=each) for each in Section}
    pauses = {str(each): text(language, "digest-pause", pause=each) for each in Pause}
    label = {name: text(language, f"digest-label-{name}") for name in _FIELDS}
    error = {name: _error(name, language) for name in _FIELDS}
    fields = {
        "every": one_of("every", label["every"], typed.every, every, error["every"]),
        "weekday": one_of("weekday", label["weekday"], typed.weekday, weekdays, error["weekday"]),
        "at": time_input("at", label["at"], typed.at, error["at"]),
        "sections": some_of("sections", label["sections"], typed.sections, sections),
        "pauses": some_of("pauses", label["pauses"], typed.pauses, pauses),
    }
    inputs = [
        part for name, field in fields.items() for part in (field, *([wrong(error[name])] if name in bad else []))
    ]
    return [*inputs, *([wrong(text(language, "digest-no-channel"))] if "channel" in bad else [])]


def _error(field: str, language: str) -> str:
    times = {"earliest": clock(language, EARLIEST), "latest": clock(language, LATEST)}
    return text(language, "digest-error", field=field, **times)


def only_leaders(shown: Overview, language: str, *, private: bool) -> Card:
    """For who may not change it: when it comes, and, where others read this, the way to one of one's own."""
    words = text(language, "digest-only-leaders")
    own = execute(text(language, "digest-own-start"), SubscribeDigest())
    offered = [] if private else [quiet(text(language, "digest-own-offer")), *buttons([own])]
    return card(language, words, [sentence(status(shown, language)), quiet(words), *offered])


def history(sent: Sequence[tuple[Issue, Kept | None]], zone: tzinfo, language: str) -> Card:
    """The digests that were sent, newest first, each with a link to it and the button to take it back."""
    head = text(language, "digest-history")
    lines = [_sent(issue, kept, zone, language) for issue, kept in sent[:MOST_LISTED]]
    back = execute(text(language, "digest-back"), ShowDigestSettings())
    none = [sentence(text(language, "digest-history-none"))]
    return card(language, head, [title(head), *(lines or none), *buttons([back])])


def _sent(issue: Issue, kept: Kept | None, zone: tzinfo, language: str) -> Json:
    date = day(language, issue.at.astimezone(zone).date())
    told = quiet(f"{counted(issue.digest, language)} · {_became(issue, kept, language)}", "None")
    if issue.removed:
        return group([row(plain(date)), told])
    remove = execute(text(language, "digest-remove"), RemoveDigest(digest=issue.digest.id), about=date)
    return group([row(plain(date), remove), told])


def _became(issue: Issue, kept: Kept | None, language: str) -> str:
    """What became of its post: a link to it where it stands in the channel."""
    state = State.TAKEN_BACK if issue.removed else kept.state if kept else State.POSTED
    words = text(language, "digest-state", state=state)
    if state is not State.POSTED or not kept or not kept.activity_id:
        return words
    return message_link(words, kept.post.conversation, kept.activity_id)


def removing(issue: Issue, zone: tzinfo, language: str) -> Card:
    """Asks before a digest is taken back."""
    words = text(language, "digest-remove-sure", date=day(language, issue.at.astimezone(zone).date()))
    choices = [
        execute(text(language, "digest-remove-yes"), RemoveDigest(digest=issue.digest.id, sure=True)),
        execute(text(language, "digest-remove-no"), ListDigests()),
    ]
    return card(language, words, [sentence(words), *buttons(choices)])


def own(held: Subscription | None, network: str, language: str, *, note: str = "") -> Card:
    """A digest of one's own: what it is, and the form to have it, change it or stop it."""
    head = text(language, "digest-own")
    said = [plain(bold(note))] if note else []
    themes = some_of("themes", text(language, "digest-own-themes"), ",".join(held.themes) if held else "", _THEMES)
    save = text(language, "digest-save" if held else "digest-own-start")
    doing = [execute(save, SubscribeDigest(), filled_in=("themes",))]
    if held:
        doing.append(execute(text(language, "digest-stop"), StopDigest(network=network), past_inputs=True))
    body = [title(head), *said, sentence(text(language, "digest-own-what")), themes, *buttons(doing)]
    return card(language, note or head, body)


_THEMES = {each: each for each in sorted(THEMES, key=alphabetical)}


def undelivered(language: str) -> Card:
    """To who asked in a thread: nothing could be sent in private, and will not be tried again."""
    return notice(text(language, "digest-own-undelivered"), language)
