"""Which actions are listed: those that are likely enough to be right with who and by when."""

import pytest

from knowledge.meetings.actions import Dated, Task
from knowledge.meetings.listing import signs_of_listing
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.noting import Noted
from knowledge.meetings.promises import Promise, Way
from knowledge.meetings.speech import Said
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.utterances import Utterance
from knowledge.meetings.weights import LISTED, Weights
from tests.knowledge.meetings.talks import EACH_PROMISE, SMALL_TALK, TODAY, transcript

TWICE = (
    f"{SMALL_TALK * 2}Bo Falk: Jag bokar salen till den tjugonde februari.\n{SMALL_TALK}"
    f"Cia Lund: Jag ringer länsstyrelsen på måndag.\n{SMALL_TALK * 2}"
)


def listed(signs: dict[str, float]) -> list[str]:
    """Who owns what is listed, by what each sign counts for."""
    by = EACH_PROMISE | {LISTED: Weights(signs, bias=0.0, least=0.0)}
    actions: tuple[Candidate, ...] = understand_transcript(transcript(TWICE), TODAY, by).of(Kind.ACTION)
    return [each.owner for each in actions]


@pytest.mark.parametrize(
    ("signs", "owners"),
    [
        ({}, ["Bo Falk", "Cia Lund"]),
        ({"later other": -1.0}, ["Cia Lund"]),
        ({"earlier other": -1.0}, ["Bo Falk"]),
        ({"earlier own": -1.0, "later own": -1.0}, ["Bo Falk", "Cia Lund"]),
        ({"worth over 0.5": -1.0}, []),
        ({"day over 0.4": -1.0}, []),
        ({"owner over 0.5": -1.0}, []),
        ({"worth over 6.0": -1.0}, ["Bo Falk", "Cia Lund"]),
    ],
)
def test_what_is_less_likely_to_be_right_is_not_listed(signs: dict[str, float], owners: list[str]) -> None:
    assert listed(signs) == owners


def found(owner: str, index: int) -> Dated:
    said = Said(index, turn=index, line=index, speaker=owner, at=None, text="Jag bokar salen.")
    noted = Noted(Utterance(index, (said,)), worth=1.2)
    owners = [(owner, 0.85), ("Dan Ås", 0.15)]
    return Dated(Task(Promise(owner, [said], Way.OWN), noted, owners), days=[(TODAY, 0.75), (None, 0.25)])


def test_signs_tell_worth_and_chances_in_steps_and_what_is_promised_close_to_it() -> None:
    first, second, far = found("Bo Falk", 10), found("Bo Falk", 13), found("Cia Lund", 19)
    assert signs_of_listing(first, [first, second, far]) == {
        *("worth over 0.25", "worth over 0.5", "worth over 0.75", "worth over 1.0"),
        *("owner over 0.5", "owner over 0.8"),
        *("day over 0.4", "day over 0.5", "day over 0.6", "day over 0.7"),
        *("later own", "later own 2"),
    }
