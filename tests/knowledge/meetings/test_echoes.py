"""What is said again nearly word for word."""

import pytest

from knowledge.meetings.documents import read_text
from knowledge.meetings.echoes import echoes
from knowledge.meetings.speech import talk


def echoed(*turns: str) -> list[str]:
    lines = [f"[0:{number:02}] {'Anna Ek' if number % 2 else 'Bo Falk'}: {turn}" for number, turn in enumerate(turns)]
    said = talk(read_text("\n".join(lines)))
    return [phrase.text for _, phrase in echoes(said.sentences, said)]


def test_words_that_another_sentence_has_too_are_found_in_both() -> None:
    found = echoed("Kan vi ta hur man sadlar om folk mitt i livet?", "Sadla om folk mitt i livet, så får det heta.")
    assert found == ["sadlar om folk mitt i livet", "Sadla om folk mitt i livet"]


@pytest.mark.parametrize(
    "turns",
    [
        ("Vem äger vattnet?", "Vattnet är en sak för domstolen."),  # fewer than three words in a row
        ("Det är den tolfte mars.", "Ja, det är den tolfte mars."),  # a day
        ("Det var det som det var.", "Det var det som det var."),  # nothing with a meaning
    ],
)
def test_other_words_are_none(turns: tuple[str, ...]) -> None:
    assert echoed(*turns) == []
