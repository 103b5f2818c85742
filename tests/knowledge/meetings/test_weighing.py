"""What utterances are worth by themselves, and by what those round them are worth."""

from knowledge.meetings.joining import promised
from knowledge.meetings.signs import Heard, heard
from knowledge.meetings.speech import talk
from knowledge.meetings.weighing import signs_round, weighed
from knowledge.meetings.weights import AGAIN, ALONE, Weights, weights
from tests.knowledge.meetings.talks import SMALL_TALK, transcript


def listen(said: str) -> Heard:
    spoken = talk(transcript(f"{SMALL_TALK}{said}\n{SMALL_TALK}"))
    return heard(spoken, promised(spoken))


def test_each_is_known_by_what_it_and_those_beside_it_are_worth() -> None:
    worths = {str(kind): [-20.0, -20.0] for kind in ALONE} | {"decision": [-20.0, -7.5]}
    first, second = map(frozenset, signs_round(worths))
    assert {"decision +1 over -9", "decision +1 over -8", "no -1"} <= first
    assert {"decision +0 over -9", "decision +0 over -8", "no +1"} <= second
    assert "decision +1 over -7" not in first


def test_every_kind_is_weighed_for_every_utterance() -> None:
    spoken = listen("Cia Lund: Vi ringer varandra först. Ja?\nDan Ås: Självklart.")
    found = weighed(spoken, weights())
    assert set(found.worths) == {*ALONE, *AGAIN.values()}
    assert {len(its) for its in found.worths.values()} == {len(spoken.spoken)}


def test_what_is_weighed_again_is_weighed_by_what_stands_round_it() -> None:
    nothing = {kind: Weights({}, bias=-10.0, least=0.0) for kind in ALONE}
    agreed = {again: Weights({"no +1": 3.0}, bias=-1.0, least=0.0) for again in AGAIN.values()}
    found = weighed(listen("Cia Lund: Vi ringer varandra."), nothing | agreed)
    for again in AGAIN.values():
        *before, last = found.worths[again]
        assert (set(before), last) == ({-1.0}, 2.0)


def test_a_talk_of_nothing_is_worth_nothing() -> None:
    assert set(map(len, weighed(Heard((), ()), weights()).worths.values())) == {0}
