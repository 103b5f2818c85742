"""Rounds of talks and their groups, and the cards around them."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cards import round_forms, rounds, triads
from cards.card import Card
from cards.round_actions import CallRound, JoinFrom
from cards.round_forms import Standing
from cards.rounds import Count
from cards.texts import text
from cards.triads import Shown
from knowledge.people import Challenges, Profile
from knowledge.rounds.history import Coverage
from knowledge.rounds.model import Asked, Group, Member, Met, Round
from knowledge.rounds.reasons import Candidate, reasons
from tests.cards.people_samples import profile_saying

Draw = Callable[[str], Card]

ZONE = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
TIMES = [NOON + timedelta(days=12), NOON + timedelta(days=13), NOON + timedelta(days=14)]
TYPED = CallRound(round="omgång", size="3", asked="all", date="2026-03-12", time="16:00", named="false")
ASA = Profile(
    "directory-asa",
    "Åsa Öberg",
    address="asa@avesta.example",
    home="Avesta",
    role="näringslivschef",
    faces=Challenges(("energi",), "elnät"),
)
BO = Profile(
    "directory-bo",
    "Bo Ek",
    address="bo@mora.example",
    home="Mora",
    been_through=Challenges(("energi",), "elnätet"),
    faces=Challenges(("mark",)),
)
CIA = Profile("directory-cia", "Cia Dal", home="Falun", role="planarkitekt", faces=Challenges(("mark",)))
NOBODY, SOME = Count(0), Count(3, ("Åsa Öberg", "Bo Ek", "Cia Dal"))
MET = Counter({frozenset({"Avesta", "Mora"}): 2, frozenset({"Avesta", "Falun"}): 1})
COVERED = Coverage(("Avesta", "Falun", "Ludvika", "Mora"), MET)


def a_round(language: str, **more: Any) -> Round:
    known: dict[str, Any] = {"size": 3, "asked": Asked.ALL, "named": False, **more}
    return Round(
        id="omgång-1",
        network="19:natverk@thread.tacv2",
        leader="directory-asa",
        conversation="19:kanal@thread.tacv2",
        language=language,
        called_at=NOON,
        closes_at=CLOSES,
        **known,
    )


def closed(language: str, **more: Any) -> Round:
    return a_round(language, closed_at=CLOSES, **more)


def a_group(*profiles: Profile, **more: Any) -> Group:
    members = tuple(Member(each.person, each.name, each.home) for each in profiles)
    answer_by = CLOSES + timedelta(days=3)
    return Group("omgång-1.1", "19:natverk@thread.tacv2", members, CLOSES, answer_by, **more)


def shown(language: str, *profiles: Profile, group: Group | None = None) -> Shown:
    people = [
        Candidate(each.person, each.name, each.home, each.been_through.phrases, each.faces.phrases) for each in profiles
    ]
    return Shown(
        group or a_group(*profiles),
        {each.person: each for each in profiles},
        reasons(people),
        text(language, "round-protocol-usual"),
        TIMES,
        ZONE,
    )


def accepted(language: str) -> Card:
    group = a_group(ASA, BO, CIA)
    members = (replace(group.members[0], accepted=CLOSES), *group.members[1:])
    return triads.proposal(shown(language, ASA, BO, CIA, group=replace(group, members=members)), ASA.person, language)


def forgotten(language: str) -> Card:
    """The thread of a group of three, one of whom has been forgotten."""
    group = a_group(ASA, BO, CIA)
    left = replace(group, members=(*group.members[:2], replace(group.members[2], person="", name="")))
    return triads.agreed(shown(language, ASA, BO, group=left), language)


CARDS: dict[str, Draw] = {
    "round": lambda language: rounds.call(a_round(language), NOBODY, ZONE),
    "round-pairs": lambda language: rounds.call(a_round(language, size=2, asked=Asked.WILLING), Count(1), ZONE),
    "round-named": lambda language: rounds.call(a_round(language, named=True, viewers=("29:asa",)), SOME, ZONE),
    "round-closed": lambda language: rounds.call(closed(language), SOME, ZONE),
    "round-closed-empty": lambda language: rounds.call(closed(language), NOBODY, ZONE),
    "round-own-in": lambda language: rounds.invitation(a_round(language), SOME, ZONE, joined=True),
    "round-own-out": lambda language: rounds.invitation(a_round(language), SOME, ZONE, joined=False),
    "round-own-note": lambda language: rounds.invitation(
        a_round(language), SOME, ZONE, joined=False, note=text(language, "round-left")
    ),
    "round-own-none": lambda language: rounds.status(closed(language), "round-own-none", "round-own-none-how"),
    "round-own-forming": lambda language: rounds.status(closed(language), "round-own-forming"),
    "round-join-form": lambda language: rounds.form(a_round(language), JoinFrom(round="omgång")),
    "round-join-form-bad": lambda language: rounds.form(
        a_round(language), JoinFrom(round="omgång", home="Atlantis", faces="mark,energi"), bad=True
    ),
    "round-news": lambda language: rounds.news(closed(language)),
    "round-form": lambda language: round_forms.form(TYPED, language),
    "round-form-bad": lambda language: round_forms.form(TYPED, language, bad={"closes"}),
    "round-called": round_forms.called,
    "round-door": lambda language: round_forms.door(a_round(language), language),
    "round-door-none": lambda language: round_forms.door(None, language),
    "round-managed": lambda language: round_forms.managed(Standing(a_round(language), SOME), ZONE, language),
    "round-managed-closed": lambda language: round_forms.managed(
        Standing(closed(language), SOME, 1, 2), ZONE, language, note=text(language, "round-close-done")
    ),
    "round-closing": lambda language: round_forms.closing(a_round(language), language),
    "round-cancelling": lambda language: round_forms.cancelling(a_round(language), language),
    "round-coverage": lambda language: round_forms.coverage(COVERED, ["Ring länsstyrelsen först."], language),
    "round-coverage-none": lambda language: round_forms.coverage(Coverage((), Counter()), [], language),
    "round-protocol": lambda language: round_forms.protocol(text(language, "round-protocol-usual"), language),
    "round-protocol-bad": lambda language: round_forms.protocol("**fika**", language, error=True),
    "triad-proposal": lambda language: triads.proposal(shown(language, ASA, BO, CIA), ASA.person, language),
    "triad-proposal-helper": lambda language: triads.proposal(shown(language, ASA, BO), BO.person, language),
    "triad-proposal-no-why": lambda language: triads.proposal(shown(language, ASA, CIA), CIA.person, language),
    "triad-accepted": accepted,
    "triad-own": lambda language: triads.own(shown(language, ASA, BO, CIA), BO.person, language),
    "triad-agreed": lambda language: triads.agreed(shown(language, ASA, BO, CIA), language),
    "triad-agreed-pair": lambda language: triads.agreed(shown(language, ASA, BO), language),
    "triad-agreed-no-why": lambda language: triads.agreed(shown(language, ASA, CIA), language),
    "triad-agreed-forgotten": forgotten,
    "triad-met": lambda language: triads.met(a_group(ASA, BO, CIA), language),
    "triad-met-told": lambda language: triads.met(
        a_group(ASA, BO, CIA, met=Met.YES, learned="Ring länsstyrelsen först.", told_by=BO.person), language
    ),
    "triad-learned": lambda language: triads.learned(a_group(ASA, BO, CIA), language),
    "triad-learned-wrong": lambda language: triads.learned(
        a_group(ASA, BO, CIA), language, typed="Ring först.", error=text(language, "triad-met-error", most=500)
    ),
}


def large(number: int, said: str = "Å" * 300) -> Profile:
    """Somebody who has told as much as the form lets them."""
    told = Challenges(("mark", "energi"), said)
    return Profile(f"{number}" + "x" * 200, "Å" * 300, "å" * 200, "Mora", "å" * 100, told, told)


def four_saying(hostile: str) -> list[Profile]:
    return [replace(profile_saying(hostile), person=f"{hostile[:100]}{number}") for number in range(4)]


def mentioning(hostile: str) -> Iterator[Card]:
    """The cards that mention those in a group, with it wherever people may write."""
    people = four_saying(hostile)
    yield triads.agreed(replace(shown("sv", *people), protocol=hostile[:1500]), "sv")
    yield triads.met(a_group(*people, met=Met.YES, learned=hostile[:500], told_by=people[0].person), "sv")


def saying(hostile: str) -> Iterator[Card]:
    """Every other card with it wherever people may write."""
    people = four_saying(hostile)
    drawn = shown("sv", *people)
    yield rounds.call(a_round("sv", named=True), Count(2, (hostile, hostile)), ZONE)
    yield rounds.form(a_round("sv"), JoinFrom(round="x", home=hostile[:1000], faces=hostile[:1000]))
    yield triads.proposal(drawn, people[0].person, "sv")
    yield triads.own(drawn, people[0].person, "sv")
    yield triads.learned(drawn.group, "sv", typed=hostile, error=hostile[:300])
    yield round_forms.form(replace_fields(hostile[:40]), "sv")
    yield round_forms.coverage(COVERED, [hostile[:500]] * 30, "sv")
    yield round_forms.protocol(hostile, "sv", error=True)


def replace_fields(typed: str) -> CallRound:
    return CallRound(round="x", size=typed, asked=typed, date=typed, time=typed, named=typed)
