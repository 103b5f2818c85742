"""What there is to learn from of how the next meeting is settled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from knowledge.meetings import next_day, next_hour, subject, venue
from knowledge.meetings.days import named_days
from knowledge.meetings.joining import promised
from knowledge.meetings.landmarks import Landmarks
from knowledge.meetings.next_meeting import landmarks, sentences
from knowledge.meetings.speech import talk
from knowledge.meetings.weights import NEXT_DAY, NEXT_HOUR, NEXT_PLACE, NEXT_THEME, Weights
from tests.bench.choices import Choice, learnt
from tests.bench.meetings import HALF, Meeting, share

# As many times it counts to see that nothing is named as to see what is: an empty field is soon filled in.
_ABSENT = {NEXT_DAY: 0.05, NEXT_HOUR: 0.1, NEXT_PLACE: 0.1, NEXT_THEME: 0.02}
_NOTHING = {NEXT_DAY: None, NEXT_HOUR: None, NEXT_PLACE: "", NEXT_THEME: None}


@dataclass(frozen=True, slots=True)
class Settled:
    """A talk in which the next meeting is settled, and what it is to be."""

    writer: str
    known: Landmarks
    days: dict[date, list[next_day.NamedDay]]
    day: Choice
    wanted: Mapping[str, str]

    @classmethod
    def of(cls, meeting: Meeting) -> "Settled":
        said = talk(meeting.document)
        known = landmarks(said, promised(said))
        today = meeting.document.date or date.fromisoformat(meeting.key["date"])
        days = next_day.days(known, named_days(said, today), today)
        wanted = meeting.key["next_meeting"]
        right = frozenset({date.fromisoformat(wanted["date"])} & days.keys())
        writer = str(meeting.key["writer"])
        return cls(writer, known, days, Choice(writer, next_day.signs(days, known, today), right), wanted)

    def parts(self, weights: Weights) -> Iterator[tuple[str, Choice]]:
        """The hour, place and theme, round the day that is chosen by these weights."""
        day = weights.best(self.day.signs)
        if not isinstance(day, date):
            return
        at = sentences(self.days[day])
        begins = time.fromisoformat(self.wanted["time"][:5])
        hours = next_hour.signs(at, self.known)
        yield NEXT_HOUR, Choice(self.writer, hours, frozenset({begins} & hours.keys()))
        places = venue.signs(at, self.known)
        right = [each for each in places if share(each, self.wanted["place"]) == 1]
        yield NEXT_PLACE, Choice(self.writer, places, frozenset(right))
        themes = subject.signs(at, self.known)
        about = [each for each in themes if each and share(each.phrase.text, self.wanted["theme"]) >= HALF]
        yield NEXT_THEME, Choice(self.writer, themes, frozenset(about))


def learn(meetings: Sequence[Settled], learners: Mapping[str, dict[str, Weights]]) -> None:
    """Each part, into the weights of each writer from all others; of nobody, from all."""
    _learn(NEXT_DAY, [each.day for each in meetings], learners)
    parts: dict[str, list[Choice]] = {NEXT_HOUR: [], NEXT_PLACE: [], NEXT_THEME: []}
    for each in meetings:
        for part, choice in each.parts(learners[each.writer][NEXT_DAY]):
            parts[part].append(choice)
    for part, choices in parts.items():
        _learn(part, choices, learners)


def _learn(part: str, choices: Sequence[Choice], learners: Mapping[str, dict[str, Weights]]) -> None:
    with_absent = [*choices, *(_without(part, each) for each in choices)]
    for writer, weights in learners.items():
        weights[part] = learnt(with_absent, without=writer)


def _without(part: str, choice: Choice) -> Choice:
    """The same as if what is right had not been named."""
    left = {each: signs for each, signs in choice.signs.items() if each not in choice.right}
    return Choice(choice.writer, left, frozenset([_NOTHING[part]]), counts=_ABSENT[part])
