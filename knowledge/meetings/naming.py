"""The days that are named in a talk, in step with those that were named before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention, weekday_said, weekdays
from knowledge.meetings.due import days, leans_on_next, points_back
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.speech import Said, Talk

_CONTEXT = 6  # sentences that tell which month, or which week, is spoken of


@dataclass(frozen=True, slots=True)
class Named:
    """The days that are named, by the index of the sentence; and that of the next meeting, once it is known."""

    days: Mapping[int, Sequence[Mention]]
    next_meeting: date | None = None

    def by(self, said: Said) -> Sequence[Mention]:
        return self.days.get(said.index, ())


def named_days(talk: Talk, today: date) -> Named:
    """The days to come that are named in each sentence."""
    telling = [each for each in talk.sentences if each.dated or points_back(each.text)]
    return Named(_in_step({each.index: _days(each, talk, today) for each in telling}, talk))


def named_till_next(named: Named, talk: Talk, today: date, next_meeting: date | None) -> Named:
    """Those too that lean on the next meeting: *till nästa gång*, *veckan innan*."""
    leaning = [each for each in talk.sentences if leans_on_next(each.text)]
    leant = {each.index: _days(each, talk, today, next_meeting) for each in leaning}
    return Named(_in_step({**named.days, **leant}, talk), next_meeting)


def _in_step(days: Mapping[int, Sequence[Mention]], talk: Talk) -> dict[int, Sequence[Mention]]:
    """With the months that were told just before in other words: *En vecka före? / Den tjugotredje alltså.*"""
    found: dict[int, Sequence[Mention]] = {}
    earlier: list[date] = []
    for index in sorted(days):
        said = talk.sentences[index]
        last = next((found[at] for at in range(index - 1, index - _CONTEXT, -1) if found.get(at)), ())
        alike = [_alike(each, [day.date for day in last], said) for each in days[index]]
        found[index] = [_the_same(each, earlier, said) for each in alike]
        earlier.extend(each.date for each in found[index])
    return found


def _the_same(mention: Mention, earlier: Sequence[date], said: Said) -> Mention:
    """By *samma onsdag* the last Wednesday that was named, however long before."""
    if mention.precision is not Precision.WEEKDAY or not in_figures(said.text)[: mention.start].endswith("samma "):
        return mention
    same = [day for day in earlier if day.weekday() == mention.date.weekday()]
    return replace(mention, date=same[-1]) if same else mention


def _alike(mention: Mention, before: Sequence[date], said: Said) -> Mention:
    """The day of that number which was named last, unless it is told by its weekday."""
    if mention.precision is not Precision.DAY:
        return mention
    text = in_figures(said.text)
    weekday = mention.date.weekday() if mention.date.weekday() in weekdays(text) else weekday_said(mention, text)
    same = [day for day in before if day.day == mention.date.day and weekday in (None, day.weekday())]
    return replace(mention, date=same[-1]) if same else mention


def _days(said: Said, talk: Talk, today: date, next_meeting: date | None = None) -> list[Mention]:
    found = days(said.text, _text(talk.before(said.index, _CONTEXT)), today, next_meeting)
    return [each for each in found if each.date >= today]


def _text(said: Sequence[Said]) -> str:
    return ". ".join(each.text for each in said)
