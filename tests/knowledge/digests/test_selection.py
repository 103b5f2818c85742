"""Which of what there is to tell a digest tells."""

from datetime import UTC, datetime, timedelta

from knowledge.digests.selection import MOST_ITEMS, MOST_OTHERS, THIN, Item, Kind, Section, Standing, select

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
STANDING = {Kind.WAITING_QUESTION: Standing.REMAINS, Kind.CASE_AGAIN: Standing.FILLS}


def item(subject: str, worth: float = 2.0, kind: Kind = Kind.NEW_CASE, hours: int = 0) -> Item:
    standing = STANDING.get(kind, Standing.NEW)
    return Item(kind, subject, subject.title(), NOON + timedelta(hours=hours), worth, standing)


WAITING = item("waiting", 1.0, Kind.WAITING_QUESTION)
OLDER, OLDEST = item("older", 0.9, Kind.CASE_AGAIN), item("oldest", 0.5, Kind.CASE_AGAIN)


def told(*items: Item) -> list[str]:
    return [each.subject for group in select(items) for each in group.items]


def test_nothing_new_is_nothing_to_tell() -> None:
    assert select([]) == ()
    assert select([WAITING, OLDER]) == ()


def test_what_is_worth_more_comes_first_and_of_equals_the_later() -> None:
    assert told(item("a", 2.0), item("b", 3.0), item("c", 2.0, hours=1)) == ["b", "c", "a"]


def test_what_there_is_a_day_for_comes_first_the_earliest_before_the_later() -> None:
    due, late = item("due", kind=Kind.DUE_ACTION, hours=24), item("late", kind=Kind.OVERDUE_ACTION, hours=-24)
    meetings = [item(f"in-{days}", kind=Kind.GATHERING, hours=24 * days) for days in (9, 2)]
    assert told(item("news"), due, late, *meetings) == ["in-2", "in-9", "news", "late", "due"]
    assert told(*(item(f"due-{n}", kind=Kind.DUE_ACTION, hours=n) for n in reversed(range(10)))) == [
        f"due-{n}" for n in range(MOST_ITEMS)
    ]


def test_what_is_worth_little_makes_room() -> None:
    many = [item(f"case-{number}", 3.0) for number in range(MOST_ITEMS)]
    [group] = select([item("little", 1.0), *many])
    assert len(group.items) == MOST_ITEMS
    assert [each.subject for each in group.others] == ["little"]
    assert group.left == 1


def test_every_section_has_its_best_in_it() -> None:
    many = [item(f"case-{number}", 3.0) for number in range(MOST_ITEMS)]
    cases, questions = select([*many, WAITING, item("q", 1.5, Kind.QUESTION)])
    assert (cases.section, questions.section) == (Section.CASES, Section.QUESTIONS)
    assert [each.subject for each in questions.items] == ["q"]
    assert (cases.left, questions.left) == (1, 1)


def test_a_thin_digest_has_one_older_case() -> None:
    assert told(item("new"), OLDEST, OLDER) == ["new", "older"]
    assert told(*(item(f"case-{number}") for number in range(THIN)), OLDER) == [f"case-{n}" for n in range(THIN)]


def test_what_is_told_as_new_is_not_told_as_older() -> None:
    assert told(item("older"), OLDER, OLDEST) == ["older", "oldest"]


def test_many_others_are_counted_though_not_all_are_listed() -> None:
    [group] = select(item(f"case-{number}") for number in range(100))
    assert (len(group.items), len(group.others), group.left) == (MOST_ITEMS, MOST_OTHERS, 100 - MOST_ITEMS)
