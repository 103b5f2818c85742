"""Actions: what somebody promised, was asked for and accepted, or was given; by whom, and by when.

What belongs together (a request, the answer, the day named after it) is one action. One that changes hands belongs to
the last who was named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import A_DAY
from knowledge.meetings.dates import mentions
from knowledge.meetings.due import due
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.people import is_room
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, statement, task

EVERYBODY = "alla"
_ANY_DAY = date(2000, 1, 1)  # where it only matters whether a day is named
_REPLY = 4  # sentences within which a request is answered
_STORY = 8  # sentences in which the reason is told for handing something over
_SHORT = 3  # words
_FEW = 8  # words
_SAYS_ENOUGH = 1  # words with meaning
_TELLING = 2
_TOGETHER = 5  # sentences within which one person speaks of one thing
_LONG = 6  # letters of a word that says what something is about
_TALK_OF_DAY = 3  # sentences after it in which its day is named


class Way(StrEnum):
    """OWN is promised by the speaker, TAKES answers what another asked, GIVES lays it on somebody, PLEA asks for it."""

    OWN = "own"
    TAKES = "takes"
    GIVES = "gives"
    PLEA = "plea"


_WORTH = {Way.OWN: 0.8, Way.TAKES: 0.9, Way.GIVES: 0.7, Way.PLEA: 0.9}


@dataclass(slots=True)
class _Action:
    """`said` are the sentences that make it, in order, `about` those in which it changed hands; it is cited by `at`."""

    owner: str
    said: list[Said]
    worth: float
    way: Way
    about: list[Said] = field(default_factory=list)
    at: Said = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.said[-1]

    @property
    def first(self) -> int:
        return self.said[0].index

    @property
    def last(self) -> int:
        return self.said[-1].index


def actions(talk: Talk, today: date, next_meeting: date | None) -> list[Candidate]:
    """The actions of a talk, in the order they were agreed."""
    found = _changed_hands(_together(_found(talk), talk), talk)
    ends = [each.first for each in found[1:]] + [len(talk.sentences)]
    return [_candidate(action, talk, end, today, next_meeting) for action, end in zip(found, ends, strict=False)]


def _found(talk: Talk) -> Iterator[_Action]:
    for said in talk.sentences:
        if cue("housekeeping").search(said.low) or cue("no_promise").search(said.low):
            continue
        way = next((way for way in Way if cue("promise", way.value).search(said.low)), None)
        if way is None:
            continue
        if way is Way.PLEA or said.asks:
            action = _asked(said, talk)
        elif way is Way.GIVES:
            action = _given(said, talk)
        else:
            action = _promised(said, way, talk)
        if action:
            yield action


def _promised(said: Said, way: Way, talk: Talk) -> _Action:
    owner = talk.people.spoken_for(said.text) if is_room(said.speaker) else ""
    before = _request_before(said, talk) if way is Way.TAKES else None
    return _Action(owner or _speaker(said, talk), [before, said] if before else [said], _WORTH[way], way)


def _request_before(said: Said, talk: Talk) -> Said | None:
    """What it answers: the nearest question or wish of somebody else."""
    for each in reversed(talk.before(said.index, _REPLY)):
        if each.speaker != said.speaker and each.size > _SHORT and (each.asks or _wishes(each)):
            return each
    return None


def _wishes(said: Said) -> bool:
    return bool(cue("promise", "wish").search(said.low) or cue("promise", "plea").search(said.low))


def _given(said: Said, talk: Talk) -> _Action | None:
    everybody = "alla" in words(said.text) or "var och en" in said.low or "samtliga" in said.low
    owner = EVERYBODY if everybody else talk.people.addressed(said.text) or _answering(said, talk)
    if not owner:
        named = [each for each in talk.people.named(said.text) if each != said.speaker]
        owner = named[0] if len(named) == 1 else EVERYBODY if mentions(said.text, _ANY_DAY) else ""
    return _Action(owner, [said], _WORTH[Way.GIVES], Way.GIVES) if owner else None


def _answering(said: Said, talk: Talk) -> str:
    """Who takes on what was laid on *you*."""
    for each in talk.after(said.index, 2):
        if each.speaker != said.speaker:
            return each.speaker if cue("accepts").search(each.low) else ""
    return ""


def _asked(said: Said, talk: Talk) -> _Action | None:
    """A request, if the one asked, or whoever answers, accepts."""
    for each in talk.after(said.index, _REPLY):
        if each.speaker == said.speaker:
            if each.turn != said.turn:
                return None
        elif cue("accepts").search(each.low) and not cue("undecided").search(each.low):
            called = talk.people.addressed(said.text)
            owner = said.speaker if "ska jag" in said.low else called or _speaker(each, talk)
            return _Action(owner, [said, each], _WORTH[Way.PLEA], Way.PLEA)
        elif cue("declines").search(each.low) or cue("undecided").search(each.low):
            return None
    return None


def _speaker(said: Said, talk: Talk) -> str:
    """Who says it: in a room, who is called by name before it, says their name, or is thanked after it."""
    if not is_room(said.speaker):
        return said.speaker
    near = talk.around(said.index, _REPLY, 2)
    own = (talk.people.introduced(each.text) for each in near if each.turn == said.turn)
    others = (talk.people.addressed(each.text) for each in reversed(near) if each.speaker != said.speaker)
    return next((name for name in (*own, *others) if name and name != said.speaker), said.speaker)


def _together(found: Iterable[_Action], talk: Talk) -> list[_Action]:
    """Those of one owner that follow close on each other are one."""
    actions: list[_Action] = []
    for action in found:
        same = next((each for each in reversed(actions) if _same(each, action, talk)), None)
        if same:
            said = {each.index: each for each in (*same.said, *action.said)}
            same.said = [said[index] for index in sorted(said)]
            same.worth = max(same.worth, action.worth)
        else:
            actions.append(action)
    return actions


def _same(earlier: _Action, later: _Action, talk: Talk) -> bool:
    """What another asks for in between begins something new, unless it asks by when, or for it once more."""
    if earlier.owner != later.owner:
        return False
    if later.first <= earlier.last:
        return True
    close = later.first - earlier.last <= _TOGETHER
    if later.way is Way.PLEA:
        again = bool(_things(earlier.said) & _things(later.said))
        return again or (close and bool(cue("when").search(later.said[0].low)))
    between = talk.sentences[earlier.last + 1 : later.first]
    return close and not any(_asks_for_more(each) for each in between) and not _something_else(earlier, later)


def _something_else(earlier: _Action, later: _Action) -> bool:
    """Whether each has a day of its own, and they speak of different things: *den* and *dom* are the same."""
    if any(cue("it").search(each.low) for each in later.said):
        return False
    days = [due(" ".join(each.text for each in action.said), _ANY_DAY) for action in (earlier, later)]
    return all(days) and days[0] != days[1] and not _things(earlier.said) & _things(later.said)


def _asks_for_more(said: Said) -> bool:
    return said.asks and said.size > _SHORT and not cue("when").search(said.low)


def _things(sentences: Iterable[Said]) -> set[str]:
    """The beginnings of the long words, which say what it is about."""
    return {word[:_LONG] for each in sentences for word in words(each.text) if len(word) >= _LONG}


def _changed_hands(found: Iterable[_Action], talk: Talk) -> list[_Action]:
    """What another takes over, or joins in, is the action it was, and belongs to whom it was last said to."""
    actions: list[_Action] = []
    for action in found:
        text = " ".join(each.low for each in (*talk.before(action.first, 1), *action.said))
        if cue("hands_over").search(text) and (earlier := _given_up(action, actions, talk)):
            _hand_over(earlier, action, talk)
        elif cue("helps").search(text) and actions and action.first - actions[-1].last <= _TOGETHER:
            actions[-1].owner = _listed([*_owners(actions[-1]), action.owner])
            actions[-1].about.extend(action.said)
        else:
            actions.append(action)
    return actions


def _owners(action: _Action) -> list[str]:
    return action.owner.split(", ")


def _listed(owners: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(owners))


def _given_up(action: _Action, actions: Sequence[_Action], talk: Talk) -> _Action | None:
    """The action most like it, and the latest such, of those who were named or spoke just before it was taken over."""
    theirs = [each for each in actions if _losers(each, action, talk)]
    about = _things((*talk.before(action.first, _STORY), *action.said))

    def likeness(earlier: _Action) -> tuple[int, int]:
        return len(about & _things(talk.around(earlier.first, _STORY, 1))), earlier.last

    return max(theirs, key=likeness, default=None)


def _losers(earlier: _Action, action: _Action, talk: Talk) -> list[str]:
    """The owners of an earlier action who were named, or spoke, just before another took one over."""
    near = (*talk.before(action.first, _STORY), *action.said)
    named = {name for each in near for name in talk.people.named(each.text)} | {each.speaker for each in near}
    told = {name for each in near for name in talk.people.replaced(each.text)}
    return [each for each in _owners(earlier) if each in (told or named) and each != action.owner]


def _hand_over(earlier: _Action, action: _Action, talk: Talk) -> None:
    loser = _losers(earlier, action, talk)[-1]
    earlier.owner = _listed(action.owner if each == loser else each for each in _owners(earlier))
    earlier.about.extend(action.said)
    earlier.at = action.at


def _candidate(action: _Action, talk: Talk, end: int, today: date, next_meeting: date | None) -> Candidate:
    return Candidate(
        Kind.ACTION,
        _task(action, talk),
        quote=quoted([*action.said, *action.about]),
        at=action.at.at,
        speaker=action.at.speaker,
        owner=action.owner,
        due=_due(action, talk, end, today, next_meeting),
        worth=action.worth,
    )


def _due(action: _Action, talk: Talk, end: int, today: date, next_meeting: date | None) -> date | None:
    """The day named in it or moved to right after it; else one that is named after it, or was before it.

    What whoever took it over says of the day counts before what was said until then.
    """
    told = [*_whole(action, talk), *action.about]
    after = [_talk_of_day(action, each, talk, end) for each in (told[-1], action.said[-1])]
    moved = [each for each in after[0] if cue("moves").search(each.low)]
    anew = [*action.about, *after[0]] if action.about else []
    spoken = (anew, [*told, *moved], *after, _talk_before(action, talk))
    days = (due(". ".join(each.text for each in said), today, next_meeting) for said in spoken)
    day = next(filter(None, days), None)
    before = any(cue("day_before").search(each.low) for each in told)
    return day - A_DAY if day and before else day


def _whole(action: _Action, talk: Talk) -> Sequence[Said]:
    """With what others said in between, unless it was taken up again much later."""
    if action.last - action.first > _STORY:
        return action.said
    return talk.sentences[action.first : action.last + 1]


def _talk_of_day(action: _Action, last: Said, talk: Talk, end: int) -> list[Said]:
    """What is said right after it, by its owner or in few words, until something else begins."""
    following: list[Said] = []
    left = _TALK_OF_DAY
    for each in talk.sentences[last.index + 1 :]:
        asked = cue("when").search(each.low)
        left = _TALK_OF_DAY if asked else left - 1
        if left < 0 or each.index == end or cue("next_point").search(each.low):
            break
        concerned = {each.speaker, *talk.people.named(each.text)}
        if asked or each.size <= _FEW or concerned.intersection(_owners(action)) or _sets_day(each):
            following.append(each)
    return following


def _sets_day(said: Said) -> bool:
    return any(each.deadline for each in mentions(said.text, _ANY_DAY))


def _talk_before(action: _Action, talk: Talk) -> list[Said]:
    """By when it has to be, where that led to somebody taking it on."""
    return [each for each in talk.before(action.first, _STORY) if cue("has_to_be").search(each.low)]


def _task(action: _Action, talk: Talk) -> str:
    """What is to be done, with what it answers where it says little itself (*Jag hör med dom*)."""
    telling = max(action.said, key=lambda each: (_is_promise(each), min(content(each.text), _TELLING), -each.index))
    text = task(telling.text)
    if content(text) >= _SAYS_ENOUGH:
        return text
    before = next(
        (
            each
            for each in reversed(talk.before(telling.index, _REPLY))
            if each.size > _SHORT and content(each.text) >= _TELLING
        ),
        None,
    )
    return f"{text} ({statement(before.text).rstrip('.')})" if before else text


def _is_promise(said: Said) -> bool:
    return any(cue("promise", way.value).search(said.low) for way in Way)
