"""A group: proposed to those in it, agreed on, asked what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import urlencode

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.contacts import CHAT
from cards.dates import clock, this_year
from cards.forms import text_input, wrong
from cards.parts import (
    bold,
    buttons,
    card,
    faint,
    group,
    heading,
    link,
    mention,
    mentioning,
    plain,
    quiet,
    sentence,
    short,
    title,
)
from cards.people import home_named
from cards.round_actions import AcceptGroup, DeclineGroup, KeepLearned, OpenLearned, TellMet
from cards.rounds import names
from cards.texts import text
from knowledge.people import Profile
from knowledge.rounds.model import Group, Member, Met
from knowledge.rounds.reasons import Reason

MINUTES, TAKING_TURNS = 45, 30
LONGEST_NAME, LONGEST_PHRASE = 60, 80
MOST_PHRASES, MOST_REASONS = 5, 4
LONGEST_LEARNED, LONGEST_PROTOCOL = 500, 1500
LONGEST_LINK = 2000  # characters that clients open


@dataclass(frozen=True, slots=True)
class Shown:
    """A group as it is drawn: the profiles of those in it, and why they; `protocol` is what they talk by."""

    group: Group
    profiles: Mapping[str, Profile]
    reasons: Sequence[Reason]
    protocol: str
    times: Sequence[datetime]
    zone: tzinfo

    def name(self, person: str) -> str:
        found = next((each.name for each in self.group.members if each.person == person), "")
        return short(found, LONGEST_NAME)

    def everybody(self, language: str) -> list[str]:
        return [_called(each, language) for each in self.group.members]


def proposal(shown: Shown, viewer: str, language: str) -> Card:
    """A group to one of those in it: who the others are, why they, and whether."""
    own = next(each for each in shown.group.members if each.person == viewer)
    count = len(shown.group.members)
    head = text(language, "triad-proposal", count=count)
    others = [
        group(_somebody(shown.profiles[each.person], language), separator=True)
        for each in shown.group.members
        if each.person != viewer and each.person in shown.profiles
    ]
    why = [heading(text(language, "triad-why")), *(plain(each) for each in _why(shown, viewer, language))]
    body = [title(head), *others, *why, *_answering(shown, language, accepted=own.accepted is not None)]
    return card(language, head, body)


def agreed(shown: Shown, language: str) -> Card:
    """The thread of those who have said yes, mentioning them."""
    mentions = _mentions(shown.group)
    said = names(
        [mentions[each]["text"] if each in mentions else _called(each, language) for each in shown.group.members],
        language,
    )
    summary = text(language, "triad-agreed-summary", names=names(shown.everybody(language), language))
    return mentioning(
        card(
            language,
            summary,
            [
                title(text(language, "triad-title", count=len(shown.group.members))),
                sentence(text(language, "triad-agreed", mentions=said)),
                heading(text(language, "triad-question")),
                plain(_question(shown, language)),
                *_times(shown, language),
                *_chat(shown, language),
                heading(text(language, "triad-roles", minutes=MINUTES)),
                *(plain(line) for line in shown.protocol.splitlines() if line.strip()),
                *_roles(shown, language),
            ],
        ),
        *mentions.values(),
    )


def own(shown: Shown, viewer: str, language: str) -> Card:
    """A group that has agreed, to one of those in it."""
    others = [_called(each, language) for each in shown.group.members if each.person != viewer]
    words = text(language, "triad-own-agreed", names=names(others, language))
    return card(language, words, [title(text(language, "triad-title", count=len(shown.group.members))), plain(words)])


def met(shown: Group, language: str) -> Card:
    """Whether it came to anything, asked of those in the group; what they told stands there."""
    mentions = _mentions(shown).values()
    said = names([each["text"] for each in mentions], language) if mentions else ""
    telling = opening(text(language, "triad-learned-open"), OpenLearned(group=shown.id))
    body = [
        *([sentence(text(language, "triad-met", mentions=said))] if mentions else []),
        *_told(shown, language),
        *buttons([*_answers(shown, language), telling]),
    ]
    return mentioning(card(language, text(language, "triad-met-summary"), body), *mentions)


def learned(shown: Group, language: str, *, typed: str = "", error: str = "") -> Card:
    """The form for what a group took with it, and whether it has met."""
    head = text(language, "triad-met-summary")
    field = text_input("learned", text(language, "triad-learned"), typed, most=LONGEST_LEARNED, lines=True)
    bad = [wrong(error)] if error else []
    return card(language, head, [title(head), field, *bad, *buttons(_answers(shown, language, filled_in=("learned",)))])


def _answers(shown: Group, language: str, *, filled_in: Sequence[str] = ()) -> list[Json]:
    return [
        execute(text(language, f"triad-met-{each.value}"), TellMet(group=shown.id, met=each.value), filled_in=filled_in)
        for each in Met
    ]


def _mentions(shown: Group) -> dict[Member, Json]:
    """Of those who have not been forgotten."""
    return {each: mention(each.person, _named(each)) for each in shown.members if each.person}


def _called(member: Member, language: str) -> str:
    """By name; of who has been forgotten it is only known where they work."""
    home = home_named(member.home, language)
    return _named(member) if member.person else text(language, "triad-colleague", home=home)


def _named(member: Member) -> str:
    return short(member.name, LONGEST_NAME)


def _told(shown: Group, language: str) -> list[Json]:
    if shown.met is None:
        return []
    learned = [plain(faint(text(language, "triad-met-learned") + " "), f"”{shown.learned}”")] if shown.learned else []
    return [plain(bold(text(language, "triad-met-told", met=shown.met))), *learned, *_keeping(shown, language)]


def _keeping(shown: Group, language: str) -> list[Json]:
    """For whoever told what they learned, as long as that is known."""
    if not shown.told_by:
        return []
    keeping = opening(text(language, "triad-keep"), KeepLearned(group=shown.id))
    return [*buttons([keeping]), quiet(text(language, "triad-keep-how"))]


def _somebody(profile: Profile, language: str) -> list[Json]:
    about = [home_named(profile.home, language), profile.role]
    facts = (("triad-faces", profile.faces), ("triad-been-through", profile.been_through))
    return [
        plain(bold(short(profile.name, LONGEST_NAME)), *(f" · {short(each, 100)}" for each in about if each)),
        *(
            plain(faint(text(language, key) + " "), _phrases(told.phrases), spacing="None")
            for key, told in facts
            if told.phrases
        ),
    ]


def _phrases(phrases: Sequence[str]) -> str:
    return ", ".join(short(each, LONGEST_PHRASE) for each in phrases[:MOST_PHRASES])


def _why(shown: Shown, viewer: str, language: str) -> list[str]:
    """What concerns whoever looks comes first."""
    about = sorted(shown.reasons, key=lambda each: viewer not in {each.been, *each.faces})
    told = [_reason(each, shown, viewer, language) for each in about]
    return list(dict.fromkeys(told))[:MOST_REASONS] or [text(language, "triad-why-none")]


def _reason(reason: Reason, shown: Shown, viewer: str, language: str) -> str:
    what = short(reason.what, LONGEST_PHRASE)
    if not reason.been:
        everybody = sorted(reason.faces, key=lambda each: each != viewer)
        you = text(language, "triad-you")
        who = [you if each == viewer else shown.name(each) for each in everybody]
        return text(language, "triad-why-both", who=names(who, language), what=what, count=len(who))
    [faces] = reason.faces
    if viewer == faces:
        return text(language, "triad-why-you-helped", what=what, been=shown.name(reason.been))
    if viewer == reason.been:
        return text(language, "triad-why-help-you", what=what, faces=shown.name(faces))
    return text(language, "triad-why-helped", what=what, faces=shown.name(faces), been=shown.name(reason.been))


def _answering(shown: Shown, language: str, *, accepted: bool) -> list[Json]:
    by = text(language, "triad-answer-by", **_moment(shown.group.answer_by, shown.zone, language))
    no = execute(text(language, "triad-no"), DeclineGroup(group=shown.group.id))
    if accepted:
        return [plain(bold(text(language, "triad-accepted")), spacing="Medium"), *buttons([no])]
    yes = execute(text(language, "triad-yes"), AcceptGroup(group=shown.group.id))
    return [quiet(by, "Medium"), quiet(text(language, "triad-then")), *buttons([yes, no])]


def _question(shown: Shown, language: str) -> str:
    """From what they face themselves, and another has been through where there is one."""
    first = next(iter(shown.reasons), None)
    if first is None:
        return text(language, "triad-question-none")
    what = short(first.what, LONGEST_PHRASE)
    if not first.been:
        return text(language, "triad-question-both", what=what)
    faces, been = shown.name(first.faces[0]), shown.name(first.been)
    return text(language, "triad-question-helped", faces=faces, what=what, been=been)


def _times(shown: Shown, language: str) -> list[Json]:
    lines = [text(language, "triad-time", **_moment(each, shown.zone, language)) for each in shown.times]
    how = quiet(text(language, "triad-times-how"))
    return [heading(text(language, "triad-times")), *(plain(bold(line)) for line in lines), how]


def _moment(at: datetime, zone: tzinfo, language: str) -> dict[str, str]:
    local = at.astimezone(zone)
    return {"date": this_year(language, local.date(), weekday=True), "time": clock(language, local.time())}


def _chat(shown: Shown, language: str) -> list[Json]:
    """A link that opens a chat with all of them, where all have a user name."""
    addresses = [held.address for each in shown.group.people if (held := shown.profiles.get(each))]
    if not all(addresses) or len(addresses) < len(shown.group.members):
        return []
    url = f"{CHAT}?{urlencode({'users': ','.join(addresses), 'topicName': text(language, 'triad-topic')})}"
    if len(url) > LONGEST_LINK:
        return []
    return [sentence(link(text(language, "triad-chat"), url)), quiet(text(language, "triad-chat-how"), "None")]


def _roles(shown: Shown, language: str) -> Iterator[Json]:
    """Whose turn it is to tell, to ask and to listen."""
    who = shown.everybody(language)
    for number in range(len(who)):
        tells, asks, *listens = who[number:] + who[:number]
        said = text(
            language,
            "triad-turn",
            number=number + 1,
            minutes=TAKING_TURNS // len(who),
            tells=tells,
            asks=asks,
            listens=names(listens, language) if listens else "nobody",
        )
        yield plain(said)
