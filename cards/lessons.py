"""A lesson as its author sees it: the form, how it will look, what has become of it."""

from collections.abc import Mapping, Sequence

from cards.actions import execute
from cards.card import Card, Json
from cards.dates import day
from cards.forms import many_of, one_of, text_input, tick, wrong
from cards.lesson_actions import (
    ConfirmLesson,
    EditLesson,
    ListLessons,
    PreviewLesson,
    SendLesson,
    ShowLesson,
    WithdrawLesson,
)
from cards.parts import (
    bold,
    buttons,
    card,
    faint,
    group,
    heading,
    link,
    paragraphs,
    plain,
    quiet,
    row,
    sentence,
    short,
    title,
    within,
)
from cards.people import home_named
from cards.phases import named
from cards.texts import text
from knowledge.lessons.model import Lesson, State, Told
from knowledge.lessons.shelf import publisher
from knowledge.lessons.telling import LONGEST, TEXTS, Problem
from knowledge.library.library import Found
from knowledge.library.model import THEMES, Phase
from knowledge.people import HOMES

YES = "true"
NO_PHASE = "none"
FIELDS = tuple(PreviewLesson.model_fields.keys() - {"verb", "lesson"})
MOST_TYPED = 3400  # bytes of a field that are shown again, so that what is too long can be told so
LISTED = 16_000  # bytes
LONGEST_NAME = 120
LONGEST_LINK = 60


def door(language: str) -> Card:
    """For where others read: whoever clicks tells their own, and sees the form alone."""
    head = text(language, "lesson-door")
    opening = execute(text(language, "lesson-door-open"), ListLessons())
    return card(language, head, [title(head), sentence(text(language, "lesson-door-what")), *buttons([opening])])


def own(lessons: Sequence[Lesson], language: str, *, note: str = "") -> Card:
    """What somebody told, each with what has become of it; `note` says what was just done."""
    head = text(language, "lesson-own")
    lines = list(within((_line(each, language) for each in lessons), LISTED))
    left = len(lessons) - len(lines)
    more = [quiet(text(language, "lesson-more", count=left))] if left else []
    new = execute(text(language, "lesson-new"), EditLesson())
    said = [plain(bold(note))] if note else []
    return card(language, note or head, [title(head), *said, group(lines), *more, *buttons([new])])


def _line(each: Lesson, language: str) -> Json:
    name = short(each.told.title, LONGEST_NAME)
    become = status(each, language)
    opening = execute(text(language, "lesson-open"), ShowLesson(lesson=each.id), about=f"{name}: {become}")
    return row(plain(name, faint(f" · {become}")), opening)


def status(shown: Lesson, language: str) -> str:
    """How far it has come: *väntar på processledaren*."""
    return text(language, "lesson-status", state=shown.state, before=str(shown.is_in_library).lower())


def form(
    typed: PreviewLesson, problems: Mapping[str, Problem], language: str, *, reason: str = "", question: str = ""
) -> Card:
    """What to fill in, holding what was typed, each problem at its field; `reason` is what a leader asks for."""
    head = text(language, "lesson-form")
    count = text(language, "lesson-problems", count=len(problems))
    said = [plain(bold(count))] if problems else [sentence(text(language, "lesson-form-what"))]
    asked = [plain(faint(text(language, "lesson-answers") + " "), short(question, LONGEST_NAME))] if question else []
    fields = {**_texts(typed, language), **_choices(typed, language)}
    inputs = [part for name, field in fields.items() for part in (field, *_below(name, problems, language))]
    see = execute(text(language, "lesson-preview"), PreviewLesson(lesson=typed.lesson), filled_in=FIELDS)
    summary = count if problems else head
    return card(language, summary, [title(head), *said, *asked, *_reason(reason, language), *inputs, *buttons([see])])


def form_of(shown: Lesson, language: str) -> Card:
    """The form with what was told so far."""
    return form(as_typed(shown.id, shown.told), {}, language, reason=shown.reason, question=shown.question)


def _texts(typed: PreviewLesson, language: str) -> dict[str, Json]:
    return {
        name: text_input(
            name,
            text(language, "lesson-label", field=name),
            _cut(getattr(typed, name)),
            most=LONGEST[name],
            lines=name in TEXTS,
        )
        for name in ("title", *TEXTS)
    }


def _choices(typed: PreviewLesson, language: str) -> dict[str, Json]:
    def label(name: str) -> str:
        return text(language, "lesson-label", field=name)

    homes = {home: home_named(home, language) for home in HOMES}
    phases = {NO_PHASE: text(language, "lesson-no-phase")} | {each.value: named(each, language) for each in Phase}
    phase = typed.phase if typed.phase in phases else NO_PHASE
    home = typed.home if typed.home in homes else ""
    themes = ",".join(each for each in typed.themes.split(",") if each in THEMES)
    return {
        "home": one_of("home", label("home"), home, homes, text(language, "people-error-home")),
        "phase": one_of("phase", label("phase"), phase, phases, text(language, "lesson-error-phase")),
        "themes": many_of("themes", label("themes"), themes, {each: each for each in THEMES}),
        "link": text_input("link", label("link"), _cut(typed.link), most=LONGEST["link"]),
        "named": _tick("named", typed.named, language),
        "public": _tick("public", typed.public, language),
    }


def _tick(name: str, typed: str, language: str) -> Json:
    words = text(language, "lesson-yes", field=name)
    return tick(name, text(language, "lesson-label", field=name), words, YES if typed == YES else "false")


def _cut(typed: str) -> str:
    return typed.encode()[:MOST_TYPED].decode(errors="ignore")


def _below(name: str, problems: Mapping[str, Problem], language: str) -> list[Json]:
    if name not in problems:
        return []
    most = LONGEST.get(name, 0)
    return [wrong(text(language, "lesson-problem", problem=problems[name], most=most))]


def _reason(reason: str, language: str) -> list[Json]:
    """What a leader wrote, line by line."""
    lines = list(map(plain, paragraphs(reason)))
    return [group([plain(bold(text(language, "lesson-reason"))), *lines])] if lines else []


def preview(shown: Lesson, alike: Sequence[Found], language: str) -> Card:
    """How it will look, beside what the library already says that is like it."""
    head = text(language, "lesson-previewed")
    doing = [
        execute(text(language, "lesson-send"), SendLesson(lesson=shown.id)),
        execute(text(language, "lesson-change"), EditLesson(lesson=shown.id)),
    ]
    body = [plain(bold(head)), group(drawn(shown, language), separator=True), *like(alike, language)]
    return card(language, head, [*body, group(buttons(doing), separator=True)])


def drawn(shown: Lesson, language: str) -> list[Json]:
    """What is told, as it is cited."""
    told = shown.told
    sections = [
        group([heading(text(language, "lesson-section", field=name)), *map(plain, getattr(told, name).split("\n"))])
        for name in TEXTS
        if getattr(told, name)
    ]
    source = [sentence(link(short(told.link, LONGEST_LINK), told.link))] if told.link else []
    return [title(told.title), plain(faint(_about(shown, language))), *sections, *source]


def _about(shown: Lesson, language: str) -> str:
    told = shown.told
    phase = [text(language, "case-phase", phase=named(told.phase, language))] if told.phase else []
    themes = [text(language, "case-themes", themes=", ".join(told.themes))] if told.themes else []
    seen = text(language, "lesson-seen", public=str(told.public).lower())
    return " · ".join((publisher(told, shown.name), *phase, *themes, seen))


def like(alike: Sequence[Found], language: str) -> list[Json]:
    """What the library already says that is like it."""
    if not alike:
        return []
    lines = [plain(each.passage.text, faint(f" · {each.case.title}")) for each in alike]
    return [group([plain(bold(text(language, "lesson-alike"))), *lines], separator=True)]


def opened(shown: Lesson, language: str, *, version: int = 0) -> Card:
    """A lesson with what its author may do about it; `version` is an earlier one, 0 the latest that was told."""
    if 0 < version <= len(shown.versions):
        return _earlier(shown, version, language)
    body = [plain(bold(status(shown, language))), *_reason(shown.reason, language)]
    told = group(drawn(shown, language), separator=True)
    return card(language, shown.told.title, [*body, told, *_versions(shown, language), *_doing(shown, language)])


def _doing(shown: Lesson, language: str) -> list[Json]:
    change = "lesson-correct" if shown.is_in_library else "lesson-change"
    doing = {
        "lesson-send": SendLesson(lesson=shown.id) if shown.state is State.DRAFT else None,
        "lesson-holds": ConfirmLesson(lesson=shown.id) if shown.state is State.APPROVED else None,
        change: EditLesson(lesson=shown.id),
        "lesson-withdraw": WithdrawLesson(lesson=shown.id),
        "lesson-back": ListLessons(),
    }
    return buttons(execute(text(language, key), action) for key, action in doing.items() if action)


def _versions(shown: Lesson, language: str) -> list[Json]:
    """Each version that stood in the library, the latest first."""
    numbered = list(enumerate(shown.versions, 1))[::-1]
    lines = [
        row(
            plain(text(language, "lesson-version", number=number, date=day(language, each.at.date()))),
            execute(
                text(language, "lesson-open"),
                ShowLesson(lesson=shown.id, version=number),
                about=text(language, "lesson-version", number=number, date=day(language, each.at.date())),
            ),
        )
        for number, each in numbered[:10]
    ]
    return [group([heading(text(language, "lesson-versions")), *lines])] if lines else []


def _earlier(shown: Lesson, number: int, language: str) -> Card:
    version = shown.versions[number - 1]
    as_then = Lesson(shown.id, shown.author, shown.name, "", version.told, version.at)
    words = text(language, "lesson-version", number=number, date=day(language, version.at.date()))
    back = execute(text(language, "lesson-back-to-lesson"), ShowLesson(lesson=shown.id))
    told = group(drawn(as_then, language), separator=True)
    return card(language, words, [plain(bold(words)), told, *buttons([back])])


def withdrawing(shown: Lesson, language: str) -> Card:
    """Whether they are sure."""
    words = text(language, "lesson-withdraw-sure", before=str(shown.is_in_library).lower())
    doing = [
        execute(text(language, "lesson-withdraw-yes"), WithdrawLesson(lesson=shown.id, sure=True)),
        execute(text(language, "lesson-back-to-lesson"), ShowLesson(lesson=shown.id)),
    ]
    return card(language, words, [title(shown.told.title), sentence(words), *buttons(doing)])


def done(key: str, language: str) -> Card:
    """What was just done, and the way back to what one has told."""
    words = text(language, key)
    return card(language, words, [sentence(words), *buttons([execute(text(language, "lesson-back"), ListLessons())])])


def told_of(typed: PreviewLesson) -> Told:
    """What was typed."""
    phase = typed.phase if typed.phase in set(Phase) else None
    return Told(
        title=typed.title,
        situation=typed.situation,
        did=typed.did,
        went=typed.went,
        again=typed.again,
        home=typed.home,
        phase=Phase(phase) if phase else None,
        themes=tuple(filter(None, (each.strip() for each in typed.themes.split(",")))),
        link=typed.link,
        named=typed.named == YES,
        public=typed.public == YES,
    )


def as_typed(lesson: str, told: Told) -> PreviewLesson:
    """What is told as the form has it."""
    return PreviewLesson(
        lesson=lesson,
        title=told.title,
        situation=told.situation,
        did=told.did,
        went=told.went,
        again=told.again,
        home=told.home,
        phase=told.phase or NO_PHASE,
        themes=",".join(told.themes),
        link=told.link,
        named=YES if told.named else "false",
        public=YES if told.public else "false",
    )
