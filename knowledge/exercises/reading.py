"""An exercise as Markdown: a title, a purpose, a line *Grupper: 3–6*, and three lists under headings of their own.

Only that: what else Markdown can is refused, so that it reads the same in a file, in a form and on a card.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.exercises.model import (
    LARGEST,
    LONGEST_LINE,
    LONGEST_PURPOSE,
    LONGEST_STEP,
    LONGEST_TITLE,
    MOST_OTHERS,
    MOST_STEPS,
    SMALLEST,
    Exercise,
    Step,
)
from knowledge.library.front import unreadable
from knowledge.library.problems import Problem

STEPS, QUESTIONS, BRING_BACK = "Steg", "Frågor", "Ta med tillbaka"
MOST = {STEPS: MOST_STEPS, QUESTIONS: MOST_OTHERS, BRING_BACK: MOST_OTHERS}
LONGEST_TEXT = 4000  # characters of all of it

_GROUPS = re.compile(r"Grupper:\s*(\d+)(?:\s*[–-]\s*(\d+))?", re.IGNORECASE)
_STEP = re.compile(r"(\d{1,4})\s*min\w*\s*:\s*(.+)")


class Flaw(StrEnum):
    """What can be wrong, in the words that an editor or a leader reads."""

    NO_TITLE = "Första raden ska vara övningens rubrik: #, ett blanksteg och text."
    NO_PURPOSE = "Syftet saknas: en till tre meningar mellan rubriken och listorna."
    NO_GROUPS = "Raden med gruppernas storlek saknas: Grupper: 3–6."
    BAD_GROUPS = "Grupper har {smallest} till {largest} personer, den mindre siffran först."
    HEADING = "Rubriken ska vara en av dessa: {known}."
    TWICE = "{name} står två gånger."
    MISSING = "Avsnittet {name} saknas, eller har inga punkter."
    STRAY = "Texten hör inte hemma här: varje punkt är en rad som börjar med -."
    NO_MINUTES = "Ett steg skrivs så: - 10 min: det som ska göras."
    BAD_MINUTES = "Ett steg tar 1 till {most} minuter."
    TOO_LONG = "Texten är för lång: högst {most} tecken."
    TOO_MANY = "{name} har för många punkter: högst {most}."
    INVISIBLE = "Tecknet {code} syns inte eller går inte att läsa. Ta bort det."


class BadExercise(ValueError):
    """A text that is no exercise: all that is wrong with it, by line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def is_exercise(text: str) -> bool:
    """Whether it is meant to be one; a case begins with its front matter."""
    return text.lstrip("\ufeff").startswith("# ")


def parse(text: str, id: str, file: str) -> Exercise:
    """The exercise in a text from `file`. Raises BadExercise."""
    if len(text) > LONGEST_TEXT:
        raise BadExercise([Problem(file, 1, Flaw.TOO_LONG.format(most=LONGEST_TEXT))])
    read = _Reading(file)
    read.all(text)
    made = read.exercise(id)
    if read.problems:
        raise BadExercise(sorted(read.problems))
    return made


def problems(texts: Mapping[str, str]) -> list[Problem]:
    """Everything wrong with the exercises among texts, by file."""
    found: list[Problem] = []
    for file, text in texts.items():
        try:
            parse(text, file, file)
        except BadExercise as error:
            found += error.problems
    return found


def written(exercise: Exercise) -> str:
    """The exercise as it would be typed."""
    size = f"{exercise.fewest}–{exercise.most}" if exercise.most > exercise.fewest else str(exercise.fewest)
    lists = {
        STEPS: [f"{step.minutes} min: {step.text}" for step in exercise.steps],
        QUESTIONS: exercise.questions,
        BRING_BACK: exercise.bring_back,
    }
    parts = [f"# {exercise.title}", exercise.purpose, f"Grupper: {size}"]
    parts += [f"## {name}\n" + "\n".join(f"- {line}" for line in lines) for name, lines in lists.items()]
    return "\n\n".join(parts) + "\n"


@dataclass(slots=True)
class _Reading:
    file: str
    problems: set[Problem] = field(default_factory=set)
    title: str = ""
    purpose: list[str] = field(default_factory=list)
    groups: tuple[int, int] | None = None
    lists: dict[str, list[str]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    under: str | None = None

    def all(self, text: str) -> None:
        for number, line in self._lines(text):
            self._line(number, line)

    def exercise(self, id: str) -> Exercise:
        """What was read, whether it is whole or not."""
        self._missing()
        fewest, most = self.groups or (SMALLEST, LARGEST)
        return Exercise(
            id=id,
            title=self.title,
            purpose=" ".join(self.purpose),
            fewest=fewest,
            most=most,
            steps=tuple(self.steps),
            questions=tuple(self.lists.get(QUESTIONS, ())),
            bring_back=tuple(self.lists.get(BRING_BACK, ())),
        )

    def _missing(self) -> None:
        if not self.title:
            self._wrong(1, Flaw.NO_TITLE)
        if not self.purpose:
            self._wrong(1, Flaw.NO_PURPOSE)
        if self.groups is None:
            self._wrong(1, Flaw.NO_GROUPS)
        if len(" ".join(self.purpose)) > LONGEST_PURPOSE:
            self._wrong(1, Flaw.TOO_LONG, most=LONGEST_PURPOSE)
        for name in MOST:
            if not self.lists.get(name):
                self._wrong(1, Flaw.MISSING, name=name)

    def _lines(self, text: str) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
            for each in unreadable(line.replace("\t", " ")):
                self._wrong(number, Flaw.INVISIBLE, code=f"U+{ord(each):04X}")
            words = " ".join(line.split())
            if words:
                yield number, words

    def _line(self, number: int, line: str) -> None:
        if line.startswith("#"):
            self._heading(number, line)
        elif self.under is None:
            self._before_lists(number, line)
        elif line.startswith("- "):
            self._item(number, line.removeprefix("- "), self.under)
        else:
            self._wrong(number, Flaw.STRAY)

    def _heading(self, number: int, line: str) -> None:
        if line.startswith("# ") and not self.title:
            self.title = line.removeprefix("# ")
            self._measure(number, self.title, LONGEST_TITLE)
            return
        name = line.removeprefix("## ")
        if name not in MOST:
            self._wrong(number, Flaw.HEADING, known=", ".join(f"## {each}" for each in MOST))
        elif name in self.lists:
            self._wrong(number, Flaw.TWICE, name=name)
        self.under = name
        self.lists.setdefault(name, [])

    def _before_lists(self, number: int, line: str) -> None:
        found = _GROUPS.fullmatch(line)
        if found is None:
            self.purpose.append(line)
            return
        fewest = int(found[1])
        most = int(found[2] or fewest)
        self.groups = (fewest, most)
        if not SMALLEST <= fewest <= most <= LARGEST:
            self._wrong(number, Flaw.BAD_GROUPS, smallest=SMALLEST, largest=LARGEST)

    def _item(self, number: int, line: str, name: str) -> None:
        self._measure(number, line, LONGEST_LINE)
        held = self.lists[name]
        held.append(line)
        if len(held) > MOST.get(name, MOST_OTHERS):
            self._wrong(number, Flaw.TOO_MANY, name=name, most=MOST.get(name, MOST_OTHERS))
        if name == STEPS:
            self._step(number, line)

    def _step(self, number: int, line: str) -> None:
        found = _STEP.fullmatch(line)
        if found is None:
            self._wrong(number, Flaw.NO_MINUTES)
            return
        minutes = int(found[1])
        if not 1 <= minutes <= LONGEST_STEP:
            self._wrong(number, Flaw.BAD_MINUTES, most=LONGEST_STEP)
        self.steps.append(Step(minutes, found[2]))

    def _measure(self, number: int, words: str, most: int) -> None:
        if len(words) > most:
            self._wrong(number, Flaw.TOO_LONG, most=most)

    def _wrong(self, number: int, flaw: Flaw, /, **details: object) -> None:
        self.problems.add(Problem(self.file, number, flaw.format(**details)))
