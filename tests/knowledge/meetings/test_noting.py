"""What is noted of a talk: of each kind what is worth most, well apart, with what it points back to."""

from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weights import AGAIN, ALONE, DUE, HAND, LISTED, NEXT, OWNER, RETURN, UNDECIDED, Weights, weights
from tests.knowledge.meetings.talks import NOTHING, TODAY, transcript

FAR = "Anna Ek: Det regnar.\nBo Falk: Det gör det.\nCia Lund: Hos oss med.\nDan Ås: Jag fryser lite.\n"
BY_WORD = dict.fromkeys([*Kind, UNDECIDED, OWNER, HAND, RETURN, DUE, LISTED, *NEXT], NOTHING) | {
    Kind.LEARNED: Weights({"insikt": 3.0, "viktig": 1.0}, bias=-1.0, least=0.5),
    Kind.DECISION: Weights({"spikar": 5.0, "sida": 1.0, "sent": 0.5}, bias=-1.0, least=0.5),
    Kind.QUESTION: Weights({"?": 3.0}, bias=-1.0, least=0.5),
    UNDECIDED: Weights({"bordlagger": 9.0}, bias=-6.0, least=0.0),
    # again as it is alone
    **{
        again: Weights({f"{kind} +0 over {step}": 1.0 for step in (0, 4)}, bias=-1.0, least=-0.5)
        for kind, again in AGAIN.items()
    },
}


def noted(said: str, kind: Kind) -> tuple[Candidate, ...]:
    return understand_transcript(transcript(f"{FAR}{said.strip()}\n{FAR}"), TODAY, BY_WORD).of(kind)


def test_of_two_that_stand_close_the_one_worth_more_is_noted() -> None:
    [learned] = noted("Bo Falk: Det är en insikt.\nCia Lund: Det är en viktig insikt från Mora.", Kind.LEARNED)
    assert learned.text == "Det är en viktig insikt från Mora."


def test_what_was_learned_stands_in_the_order_it_was_said() -> None:
    said = f"Bo Falk: Första var en insikt om vatten.\n{FAR}Cia Lund: Andra var en viktig insikt om mark."
    assert [each.speaker for each in noted(said, Kind.LEARNED)] == ["Bo Falk", "Cia Lund"]


def test_at_most_eight_decisions_and_questions_are_shown_the_likeliest_first() -> None:
    said = "".join(f"Anna Ek: Vi spikar mall {number} i dag.\n{FAR}" for number in range(9))
    found = noted(f"{said}Anna Ek: Sent i dag spikar vi sida tio.\n{FAR}", Kind.DECISION)
    assert len(found) == 8
    assert "sida tio" in found[0].text
    asked = "".join(f"Bo Falk: Vem betalar ledning {number} hos er?\n{FAR}" for number in range(10))
    assert len(noted(asked, Kind.QUESTION)) == 8


def test_what_is_said_not_to_be_decided_is_no_decision_nor_what_led_up_to_it() -> None:
    assert noted("Anna Ek: Vi spikar eller bordlägger filmen.", Kind.DECISION) == ()
    assert noted("Bo Falk: Vi spikar filmen.\nCia Lund: Nja.\nAnna Ek: Vi bordlägger den.", Kind.DECISION) == ()
    assert noted(f"Bo Falk: Vi spikar filmen.\n{FAR}Anna Ek: Vi bordlägger brevet.", Kind.DECISION)


def test_what_says_little_itself_is_given_what_it_points_back_to() -> None:
    [decision] = noted("Bo Falk: Ska vi rita en gemensam karta?\nAnna Ek: Ja, då spikar vi det.", Kind.DECISION)
    assert decision.text == "Vi spikar det (Ska vi rita en gemensam karta?)"
    assert decision.quote == "Ska vi rita en gemensam karta? … Ja, då spikar vi det."
    assert decision.speaker == "Anna Ek"


def test_one_word_alone_is_neither_learning_nor_decision() -> None:
    assert noted("Bo Falk: Insikt.", Kind.LEARNED) == ()


def test_what_fills_the_air_between_is_left_out_of_the_text_but_not_of_the_quote() -> None:
    [learned] = noted("Bo Falk: Ja. Det är en viktig insikt från Mora.", Kind.LEARNED)
    assert (learned.text, learned.quote) == (
        "Det är en viktig insikt från Mora.",
        "Ja. Det är en viktig insikt från Mora.",
    )


def test_there_are_weights_for_every_kind_that_is_noted() -> None:
    kinds = {*ALONE, *AGAIN.values(), OWNER, HAND, RETURN, DUE, LISTED, *NEXT}
    assert {*weights()} == kinds
    assert all(each.signs for each in weights().values())
