"""What was promised early in a talk and is moved to another day, or handed over, long after."""

from collections.abc import Sequence
from datetime import date

import pytest

from knowledge.meetings.model import Candidate, Kind
from tests.knowledge.meetings.talks import said

# Today is Thursday 12 February 2026.

PROMISE = (
    "A: Kan du skriva en lathund om buller, Bo? / B: Jag skriver lathunden till fredagen den tjugonde februari. / "
    "A: Tack."
)
OTHERS = " / C: Det är inte så lätt att veta. / D: Nej, vi har sett det förut. / A: Nja." * 6


def actions(later: str) -> Sequence[Candidate]:
    return said(f"{PROMISE}{OTHERS} / {later}{OTHERS}").of(Kind.ACTION)


@pytest.mark.parametrize(
    ("later", "day"),
    [
        # its owner says that the day does not suit, and names another
        (
            "B: Fredag den tjugonde går inte, jag ska på begravning. / A: Nej. / B: Ni får lathunden på tisdagen i "
            "stället, den tjugofjärde februari.",
            date(2026, 2, 24),
        ),
        # others ask when instead
        (
            "B: Jag sa den tjugonde om lathunden, men då är alla på mässa. / A: När blir det då? / B: En vecka senare, "
            "den tjugosjunde. / A: Tjugosjunde februari.",
            date(2026, 2, 27),
        ),
        # the first day is not named again
        (
            "B: Lathunden kommer en vecka senare än jag sa, den tjugosjunde februari. / A: Tjugosjunde.",
            date(2026, 2, 27),
        ),
        # it is asked for, and granted
        (
            "B: Du Anna, jag tittar i kalendern. / B: Den tjugonde är jag i domstol, den där lathunden. / "
            "A: Vad vill du ha i stället? / B: Får jag till den tjugofemte? / A: Den tjugofemte, det får du.",
            date(2026, 2, 25),
        ),
        # another says that the day is too early
        (
            "B: Jag ser nu att mannen som kan buller är på mässa, det gäller lathunden. / A: Så den tjugonde blir för "
            "snart. / B: Ja, lathunden får bli onsdag den fjärde mars. / A: Fjärde mars, då flyttar vi den.",
            date(2026, 3, 4),
        ),
        # by its number, where they have come to other months
        (
            "C: Fullmäktige är den tolfte mars. / B: Den där tjugonde, då ligger systemet nere. / B: Lathunden kommer "
            "den tjugofemte februari i stället. / A: Okej.",
            date(2026, 2, 25),
        ),
        # in other words, and so that the new one follows from the weekday
        (
            "B: Fredag den tjugonde spricker, den där lathunden. / B: Säg tisdag den tjugofjärde. / A: Tjugofjärde.",
            date(2026, 2, 24),
        ),
        (
            "B: Fredagen går inte med lathunden, då är vi på mässa. / B: Kan jag få tisdagen efter, den tjugofjärde? / "
            "A: Det får du.",
            date(2026, 2, 24),
        ),
        # its owner is away then
        (
            "B: Den tjugonde är jag ju i Bryssel, den där lathunden. / B: Ni får den tisdag den tjugofjärde. / "
            "A: Tjugofjärde.",
            date(2026, 2, 24),
        ),
        # whoever leads notes it
        (
            "B: Fast vänta, lathunden, siffrorna kommer ju den nittonde. / A: Hur mycket behöver du? / B: En vecka "
            "till, fredag den tjugosjunde. / A: Tjugosjunde februari, ändrat.",
            date(2026, 2, 27),
        ),
        (
            "B: Den tjugonde, lathunden, då har fullmäktige den uppe. / B: Onsdagen före är bättre, den artonde. / "
            "A: Lathunden ändras från den tjugonde till den artonde.",
            date(2026, 2, 18),
        ),
        # they come back to it, and its day does not suit, without a word of that
        (
            "B: Du Anna, en sak om lathunden. / B: Fredag den tjugonde har vi årsmöte med bolaget. / B: Ni får den "
            "måndag den andra mars. / A: Andra mars.",
            date(2026, 3, 2),
        ),
        # too short a time
        (
            "B: Då blir tjugonde lite kort för mig. / B: Kan jag få fredagen efter med lathunden, den tjugosjunde? / "
            "A: Det får du.",
            date(2026, 2, 27),
        ),
        # it was unwise
        (
            "B: Lathunden, den tjugonde var dumt av mig. / B: Den fjärde mars är bättre. / A: Fjärde mars då.",
            date(2026, 3, 4),
        ),
        # in English
        (
            "B: Sorry, can I change one thing? / B: I said the twentieth for the lathund. / B: Could I have Tuesday, "
            "the twenty-fourth? / A: Tuesday the twenty-fourth, of course.",
            date(2026, 2, 24),
        ),
        # in dialect
        (
            "B: Jo, ja sit å tänk på lathunden. / B: På fredag den tjugonde ä ja int hemma. / B: Ja får skriv den ti "
            "måndag den andra mars. / A: Andra mars.",
            date(2026, 3, 2),
        ),
    ],
)
def test_what_its_owner_moves_has_the_new_day(later: str, day: date) -> None:
    [action] = actions(later)
    assert (action.owner, action.due) == ("Bo Falk", day)


def test_a_day_is_known_by_a_number_that_may_count_other_things() -> None:
    promise = "A: Kan du fråga nätbolaget, Bo? / B: Jag frågar dem till den första mars. / A: Tack."
    moved = "B: Den första är jag i domstol hela dagen. / B: Sätt den fjärde mars i stället. / A: Den fjärde mars."
    [action] = said(f"{promise}{OTHERS} / {moved}{OTHERS}").of(Kind.ACTION)
    assert action.due == date(2026, 3, 4)


@pytest.mark.parametrize(
    "later",
    [
        # another's day
        "C: Fredag den tjugonde går inte för mig, jag kommer till kontoret på tisdag den tjugofjärde.",
        # of something else
        "B: Fredag går inte för dansen, den blir den femte mars.",
        # the next meeting
        "A: När ses vi nästa gång? / B: Fredag den tjugonde går inte, jag har nämnd. / B: Kan vi ta den tjugofjärde i "
        "stället? / A: Den tjugofjärde då.",
        # the same day once more
        "A: Bo, lathunden? / B: Den tjugonde februari, som jag sa.",
    ],
)
def test_what_is_not_moved_keeps_its_day(later: str) -> None:
    [action] = actions(later)
    assert (action.owner, action.due) == ("Bo Falk", date(2026, 2, 20))


def test_what_is_promised_just_before_is_another_action() -> None:
    both = actions(
        "B: Jag mejlar anteckningarna på måndag. / A: Och lathunden, hur går det med den? / B: Fredag den tjugonde går "
        "inte. / B: Ni får lathunden den tjugofjärde februari i stället."
    )
    assert both[0].due == date(2026, 2, 24)
    assert [each.quote for each in both[1:]] == ["Jag mejlar anteckningarna på måndag."]


def test_where_it_is_moved_is_quoted_with_it() -> None:
    [action] = actions("B: Fredag den tjugonde går inte. / B: Ni får lathunden den tjugofjärde februari i stället.")
    assert action.quote.endswith(" … Ni får lathunden den tjugofjärde februari i stället.")


def test_it_moves_within_a_few_sentences_too() -> None:
    [action] = said(
        f"{PROMISE} / C: Får jag läsa den först? / B: Jovisst. / C: Jag är på kurs till den tjugotredje. / "
        f"B: Fredag den tjugonde går inte då. / B: Vi säger tisdag den tjugofjärde i stället. / A: Ja.{OTHERS}"
    ).of(Kind.ACTION)
    assert action.due == date(2026, 2, 24)


def test_of_two_promises_the_one_that_is_spoken_of_is_moved() -> None:
    both = said(
        f"{PROMISE}{OTHERS} / A: Och kartan, Bo? / B: Kartan ritar jag till fredagen den tjugonde februari. / A: Tack."
        f"{OTHERS} / B: Den där kartan, fredag den tjugonde går inte. / B: Ni får den tjugofjärde i stället.{OTHERS}"
    ).of(Kind.ACTION)
    guide, chart = sorted(both, key=lambda each: "kartan" in each.quote.lower())
    assert [guide.due, chart.due] == [date(2026, 2, 20), date(2026, 2, 24)]


@pytest.mark.parametrize(
    "later",
    [
        # its owner has just said that they cannot do it
        "B: Lathunden hinner jag inte, jag ska till Umeå. / A: Aj. / C: Jag tar lathunden.",
        "B: Jag har ju nämnden nu. Får jag lämna över? / C: Ge hit. Lathunden är min.",
        "B: Jag slutar på fredag, så lathunden borde jag inte lova. / A: Aj. / C: Men jag skriver den.",
        "B: Lathunden, är det någon som? / C: Ge mig den. / B: Tack.",
        "B: Lathunden hade jag helt förträngt. / A: Aj. / C: Jag tar lathunden.",
        # it is told whose place somebody took
        "A: Men vem skriver lathunden? / C: Ge hit den. / B: Tack. / A: Cia i stället för Bo.",
    ],
)
def test_what_is_given_back_long_after_changes_hands(later: str) -> None:
    assert [each.owner for each in actions(later)] == ["Cia Lund"]


def test_what_somebody_asks_to_be_given_is_theirs() -> None:
    turns = (
        "B: Jag sammanställer enkäten till fredag. / C: Ge mig enkäten, jag har en praktikant. / B: Säkert? / C: Ja."
    )
    assert [each.owner for each in said(f"A: Vem sammanställer enkäten? / {turns}").of(Kind.ACTION)] == ["Cia Lund"]


def test_what_changes_hands_long_after_is_told_by_name() -> None:
    handed = actions("C: Jag kan ta över lathunden efter Bo.")
    assert [(each.owner, each.due) for each in handed] == [("Cia Lund", date(2026, 2, 20))]


def test_what_is_done_instead_of_something_else_does_not_take_over_what_was_promised_long_before() -> None:
    both = actions("B: Det var länge sedan. / C: Jag skriver en debattartikel i stället.")
    assert [each.owner for each in both] == ["Bo Falk", "Cia Lund"]
