"""What there is to learn from of how the next meeting is settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from knowledge.meetings import next_day, next_hour, subject, venue
from knowledge.meetings.joining import promised
from knowledge.meetings.landmarks import Landmarks
from knowledge.meetings.naming import named_days
from knowledge.meetings.next_meeting import landmarks, sentences
from knowledge.meetings.speech import talk
from knowledge.meetings.weights import NEXT, NEXT_DAY, NEXT_HALL, NEXT_HOUR, NEXT_THEME, NEXT_TOWN, Weights
from tests.bench.choices import Choice, learn_each
from tests.bench.meetings import HALF, Meeting, share

# As many times it counts to see that nothing is named as to see what is: an empty field is soon filled in.
_ABSENT = {NEXT_DAY: 0.05, NEXT_HOUR: 0.1, NEXT_TOWN: 0.02, NEXT_HALL: 0.2, NEXT_THEME: 0.003}
_NOTHING = {NEXT_DAY: None, NEXT_HOUR: None, NEXT_TOWN: "", NEXT_HALL: "", NEXT_THEME: None}


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
        signs = next_day.signs(days, known, today)
        right = date.fromisoformat(wanted["date"]) if wanted["date"] else None
        writer = str(meeting.key["writer"])
        return cls(writer, known, days, Choice(writer, signs, frozenset({right} & signs.keys())), wanted)

    def choice(self, part: str, weights: Mapping[str, Weights]) -> Choice | None:
        """What there is to choose a part of it from, by what these weights choose before it."""
        if part == NEXT_DAY:
            return self.day
        day = weights[NEXT_DAY].best(self.day.signs)
        return self._round(sentences(self.days[day]), part, weights) if isinstance(day, date) else None

    def _round(self, day: Sequence[int], part: str, weights: Mapping[str, Weights]) -> Choice:
        """A part other than the day, round the sentences that name it."""
        if part == NEXT_HOUR:
            hours = next_hour.signs(day, self.known)
            begins = time.fromisoformat(self.wanted["time"][:5]) if self.wanted["time"] else None
            return Choice(self.writer, hours, frozenset({begins} & hours.keys()))
        if part == NEXT_THEME:
            themes = subject.signs(day, self.known)
            about = [each for each in themes if share(each.phrase.text if each else "", self.wanted["theme"]) >= HALF]
            return Choice(self.writer, themes, frozenset(about))
        towns = venue.towns(day, self.known)
        if part == NEXT_TOWN:
            return Choice(self.writer, towns, frozenset(self._right(towns)))
        halls = venue.halls(weights[NEXT_TOWN].best(towns), day, self.known)
        return Choice(self.writer, halls, frozenset(self._right(halls) or [""]))

    def _right(self, places: Iterable[str]) -> list[str]:
        return [each for each in places if share(each, self.wanted["place"]) == 1]


def learn(meetings: Sequence[Settled], learners: Mapping[str, dict[str, Weights]]) -> None:
    """Each part, into the weights of each writer from all others; of nobody, from all."""
    for part in NEXT:
        choices = [each for each in (one.choice(part, learners[one.writer]) for one in meetings) if each]
        named = [each for each in choices if _NOTHING[part] not in each.right]
        learn_each(part, [*choices, *(_without(part, each) for each in named)], learners)


def _without(part: str, choice: Choice) -> Choice:
    """The same as if what is right had not been named."""
    left = {each: signs for each, signs in choice.signs.items() if each not in choice.right}
    return Choice(choice.writer, left, frozenset([_NOTHING[part]]), counts=_ABSENT[part])
