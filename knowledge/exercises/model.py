"""What an exercise is: a set-up for groups, minute by minute, and what each group brings back."""

from dataclasses import dataclass

SMALLEST, LARGEST = 3, 6  # people in a group
LONGEST_TITLE, LONGEST_PURPOSE, LONGEST_LINE = 100, 600, 300  # characters
MOST_STEPS, MOST_OTHERS = 10, 8
LONGEST_STEP = 120  # minutes
SENTENCES = 3  # that each group brings back
LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Step:
    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """Its groups have `fewest` to `most` people; `bring_back` is what each is to say in the end."""

    id: str
    title: str
    purpose: str
    fewest: int
    most: int
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    bring_back: tuple[str, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)
