"""Two cases about the same thing made one: which, and how it will read."""

from collections.abc import Iterator, Sequence

from cards.actions import OpenCase, execute
from cards.card import Card, Json
from cards.curating_actions import ChooseOther, MergeCases
from cards.forms import one_of
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, sentence, short, title, within
from cards.texts import text
from knowledge.library.model import Case, Kind

CHOICES = 12_000  # bytes
ROOM = 18_000
LONGEST_NAME = 120


def choosing(shown: Case, others: Sequence[Case], language: str) -> Card:
    """Which other case to merge it with, the nearest first."""
    head = text(language, "merge-choose", title=short(shown.title, LONGEST_NAME))
    listed = within(({"title": each.title, "value": each.id} for each in others), CHOICES)
    choices = {each["value"]: each["title"] for each in listed}
    first = others[0].id
    field = one_of("other", text(language, "merge-label"), first, choices, text(language, "merge-error"))
    seeing = execute(text(language, "merge-see"), MergeCases(case=shown.id, other=first), filled_in=("other",))
    back = execute(text(language, "merge-back"), OpenCase(case=shown.id), past_inputs=True)
    what = sentence(text(language, "merge-what"))
    return card(language, head, [title(head), what, field, *buttons([seeing, back])])


def preview(kept: Case, other: Case, whole: Case, language: str) -> Card:
    """How they will read as one: where something comes from the `other` in full, and else how much there is."""
    head = text(language, "merge-preview")
    new = {passage.id for passage in whole.passages} - {passage.id for passage in kept.passages}
    what = text(language, "merge-into", other=short(other.title, LONGEST_NAME), count=len(new))
    lines = list(_lines(whole, new, language))
    shown = list(within(lines, ROOM))
    more = [quiet(text(language, "merge-more"))] if len(shown) < len(lines) else []
    body = [plain(bold(head)), plain(what), group([title(whole.title), *shown], separator=True), *more]
    return card(language, head, [*body, group(buttons(_doing(kept, other, language)), separator=True)])


def _lines(whole: Case, new: set[str], language: str) -> Iterator[Json]:
    for section in whole.sections:
        if new.isdisjoint(each.id for each in section.passages):
            unchanged = text(language, "merge-unchanged", count=len(section.passages))
            yield plain(bold(section.heading), faint(f" · {unchanged}"))
            continue
        yield heading(section.heading)
        for each in section.passages:
            mark = bold(text(language, "merge-new") + " ") if each.id in new else ""
            yield plain(mark, each.text)


def _doing(kept: Case, other: Case, language: str) -> Iterator[Json]:
    yield execute(text(language, "merge-yes"), MergeCases(case=kept.id, other=other.id, sure=True))
    if (kept.kind is Kind.LESSON) == (other.kind is Kind.LESSON):
        turned = MergeCases(case=other.id, other=kept.id)
        yield execute(text(language, "merge-turn", title=short(other.title)), turned)
    yield execute(text(language, "merge-other"), ChooseOther(case=kept.id))
