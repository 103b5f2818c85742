"""What of a transcript may well be otherwise than it was understood, and where it was said."""

from datetime import date, timedelta

import pytest

from knowledge.meetings.documents import read_text
from knowledge.meetings.model import Candidate, Kind, Part, Understood
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weights import Weights, weights
from tests.knowledge.meetings.talks import said

TODAY = date(2026, 2, 12)  # a Thursday
BEFORE = (
    "[00:00] Anna Ek: Hej och välkomna. / [00:09] Cia Lund: Vi har sett att tidiga samråd sparar tid. / "
    "[00:20] Anna Ek: Kan du skicka mallen, Bo?"
)
AFTER = (
    "[02:00] Anna Ek: Då tar vi nästa träff. / [02:09] Anna Ek: Torsdag den nittonde mars klockan nio. / "
    "[02:20] Cia Lund: Det går bra. / [02:30] Anna Ek: I Leksand, i kulturhuset. / "
    "[02:40] Anna Ek: Temat är bostäder. / [02:50] Anna Ek: Tack för i dag, hej då!"
)


def understood(between: str) -> Understood:
    lines = "\n".join(" / ".join(filter(None, (BEFORE, between, AFTER))).split(" / "))
    return understand_transcript(read_text(lines), TODAY, weights())


def mailed(between: str) -> Candidate:
    [found] = [each for each in understood(between).of(Kind.ACTION) if each.owner.startswith("Bo")]
    return found


def test_a_day_that_is_said_plainly_is_not_in_doubt() -> None:
    found = mailed(
        "[00:25] Bo Falk: Ja, jag skickar den senast fredagen den tjugonde februari. / [00:30] Cia Lund: Mm."
    )
    assert (found.due, found.doubtful, found.other_due) == (date(2026, 2, 20), (), None)


def test_where_another_day_is_nearly_as_likely_it_is_told() -> None:
    found = mailed(
        "[00:25] Bo Falk: Ja, jag skickar den på måndag. / [00:30] Anna Ek: När har du styrelse? / "
        "[00:36] Bo Falk: På tisdag. / [00:40] Cia Lund: Mm."
    )
    assert found.doubtful == (Part.DAY,)
    assert found.other_due != found.due


def test_where_another_is_nearly_as_likely_to_do_it_they_are_told() -> None:
    [found] = said("A: Kan någon av er skicka mallen, Bo eller Dan? / D: Ja, det går bra.").of(Kind.ACTION)
    assert (found.owner, found.doubtful, found.other_owner) == ("Dan Ås", (Part.OWNER,), "Bo Falk")


def test_who_takes_it_plainly_is_not_in_doubt() -> None:
    found = mailed("[00:25] Bo Falk: Ja, jag skickar mallen på fredag. / [00:30] Cia Lund: Mm.")
    assert (found.owner, found.doubtful, found.other_owner) == ("Bo Falk", (), "")


def test_what_is_in_doubt_comes_after_what_is_not() -> None:
    sure, unsure = said("A: Dan skickar mallen. / B: Jag kan skicka mallen, Dan. / D: Tack.").of(Kind.ACTION)
    assert (sure.owner, sure.doubtful) == ("Bo Falk", ())
    assert (unsure.owner, unsure.doubtful) == ("Dan Ås", (Part.OWNER,))
    assert sure.at
    assert unsure.at
    assert unsure.at < sure.at


def test_the_next_meeting_is_told_with_what_was_said_of_it_and_when() -> None:
    [found] = understood("").of(Kind.NEXT)
    assert found.quote == "Torsdag den nittonde mars klockan nio. … I Leksand, i kulturhuset. Temat är bostäder."
    assert (found.at, found.speaker) == (timedelta(minutes=2, seconds=9), "Anna Ek")


def test_what_is_settled_plainly_of_the_next_meeting_is_not_in_doubt() -> None:
    [found] = understood("").of(Kind.NEXT)
    assert Part.DAY not in found.doubtful
    assert Part.HOUR not in found.doubtful


@pytest.mark.parametrize("signs", [{"a": 2.0, "b": 1.0}, {"a": -3.0}, {}])
def test_chances_are_shares_in_the_order_of_worth(signs: dict[str, float]) -> None:
    its = Weights(signs, bias=0.5, least=0.0)
    choices = {None: ["c"], 1: ["a"], 2: ["b"], 3: ["a", "b"]}
    chances = its.chances(choices)
    assert sum(chance for _, chance in chances) == pytest.approx(1)
    assert chances[0][0] == its.best(choices)
    assert sorted(chances, key=lambda each: -its.worth(choices[each[0]])) == chances
