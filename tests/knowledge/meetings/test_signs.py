"""The utterances of a talk, and the signs by which each is known."""

from knowledge.meetings.joining import promised
from knowledge.meetings.model import Document, Form
from knowledge.meetings.signs import Heard, heard
from knowledge.meetings.speech import talk
from tests.knowledge.meetings.talks import SMALL_TALK, transcript


def listen(said: str) -> Heard:
    spoken = talk(transcript(f"{SMALL_TALK * 2}{said}\n{SMALL_TALK * 2}"))
    return heard(spoken, promised(spoken))


def signs_of(said: str, start: str) -> frozenset[str]:
    all_heard = listen(said)
    [place] = [each.index for each in all_heard.spoken if each.sentences[0].text.startswith(start)]
    return all_heard.signs[place]


def test_an_utterance_is_one_line_unless_that_is_a_speech() -> None:
    sentence = "Vi byggde en skola vid sjön och den blev full på ett år."
    speech = " ".join([sentence] * 10)
    spoken = listen(f"Cia Lund: Kort sagt. Mycket kort.\nDan Ås: {speech}").spoken
    [short] = [each for each in spoken if each.speaker == "Cia Lund"]
    long = [each for each in spoken if each.speaker == "Dan Ås"]
    assert len(short.sentences) == 2
    assert sum(len(each.sentences) for each in long) == 10
    assert len(long) > 1
    assert max(each.size for each in long) <= 45


def test_words_and_pairs_of_words_are_signs_and_where_sentences_begin_and_end() -> None:
    signs = signs_of("Cia Lund: Vem betalar? Ingen vet.", "Vem")
    assert {"vem", "vem betalar", "betalar ?", "< vem", "vet >"} <= signs


def test_names_towns_and_figures_are_signs_of_their_sort_only() -> None:
    signs = signs_of("Cia Lund: Bo ringde Rättvik 14 gånger.", "Bo")
    assert {"#name", "#place", "#number", "#name ringde"} <= signs
    assert signs.isdisjoint({"bo", "rattvik", "14"})


def test_who_speaks_round_it_and_what_they_say_are_signs() -> None:
    signs = signs_of("Cia Lund: Där var vi naiva.\nCia Lund: Avtalet sa ingenting.\nDan Ås: Klokt.", "Avtalet")
    assert {"@-1same", "@-1same naiva", "@+1other", "@+1other klokt", "@+1other @learned.praised"} <= signs
    assert "@chair" not in signs


def test_a_promise_and_a_day_are_signs_where_they_are_made() -> None:
    said = "Anna Ek: Kan du boka lokalen, Cia?\nCia Lund: Ja, på fredag."
    assert {"@promise", "@promise:plea"} <= signs_of(said, "Kan du")
    assert {"@promise", "@settled", "@day"} <= signs_of(said, "Ja, på")


def test_what_all_are_to_do_and_by_when_are_signs() -> None:
    assert {"@all", "@all by day"} <= signs_of("Anna Ek: Ett avtal var. Senast på fredag.", "Ett avtal")
    assert {"@all"} <= signs_of("Anna Ek: Samtliga kommuner, hörni.", "Samtliga")
    assert signs_of("Anna Ek: Ni får den allihop på fredag.", "Ni får").isdisjoint({"@all", "@all by day"})


def test_a_talk_of_nothing_has_no_utterances() -> None:
    spoken = talk(Document(Form.TRANSCRIPT, ()))
    assert heard(spoken, []) == Heard((), ())
