"""What Erfa knows about words: nothing in it contradicts itself, says nothing or says something twice."""

import re
from importlib.resources import files

import pytest
import yaml

from knowledge.library.tokens import words
from knowledge.question import LIGHT, as_term, stem_pieces, telling, vocabulary

_ENTRY = re.compile(r"[^\W_]+\*?")  # one word, or a stem: what a hyphen or a plus divides is never met whole


def _data() -> dict[str, list[str]]:
    """The lists as they are written, under their names."""
    data = yaml.safe_load((files("knowledge") / "words.yaml").read_text(encoding="utf-8"))
    return {
        "stop": [word for text in data["stop"].values() for word in text.split()],
        "light": data["light"].split(),
        "spellings": [each for pair in data["spellings"].items() for each in pair],
        "idioms": [each for pair in data["idioms"].items() for each in pair],
        "alike": [entry for group in data["alike"] for entry in group.split()],
        "places": data["places"].split(),
    }


def _groups() -> tuple[tuple[str, ...], ...]:
    return vocabulary().alike


@pytest.mark.parametrize("name", _data())
def test_every_entry_is_text_that_folds_to_something(name: str) -> None:
    assert [entry for entry in _data()[name] if not isinstance(entry, str) or not words(entry)] == []


def test_no_word_is_both_left_out_and_light() -> None:
    known = vocabulary()
    assert known.light & frozenset().union(*known.stop.values()) == set()


def test_no_light_word_is_there_twice() -> None:
    light = words(" ".join(_data()["light"]))
    assert [word for word in set(light) if light.count(word) > 1] == []


def test_an_entry_is_one_word_or_the_stem_of_one() -> None:
    assert [entry for group in _groups() for entry in group if not _ENTRY.fullmatch(entry)] == []


def test_a_stem_is_long_enough_to_be_looked_for() -> None:
    """Of a stem of two letters the index has no pieces: it is found in no statement."""
    assert [entry for group in _groups() for entry in group if entry.endswith("*") and not stem_pieces(entry)] == []


def test_a_group_has_several_entries_each_once() -> None:
    assert [group for group in _groups() if len(group) < 2 or len(set(group)) < len(group)] == []


def test_no_group_is_there_twice() -> None:
    groups = [frozenset(group) for group in _groups()]
    assert [group for group in groups if groups.count(group) > 1] == []


@pytest.mark.parametrize("stem", ["kund*", "mark*", "kop*", "svar*", "andra*", "miljo*", "lokal*", "stal*", "handel*"])
def test_a_stem_that_begins_other_words_too_is_written_out(stem: str) -> None:
    """*Kunde*, *marknad*, *koppla*, *svar*, *andra*, *miljon*, *lokalt*, *ställa* and *händelse* are other words."""
    assert [group for group in _groups() if stem in group] == []


def test_what_an_idiom_says_is_no_idiom() -> None:
    idioms = vocabulary().idioms
    assert [(said, idiom) for said in idioms.values() for idiom in idioms if f" {idiom} " in f" {said} "] == []


def test_an_idiom_is_not_cut_by_an_earlier_one() -> None:
    idioms = list(vocabulary().idioms)
    pairs = ((early, late) for at, early in enumerate(idioms) for late in idioms[at + 1 :])
    assert [(early, late) for early, late in pairs if f" {early} " in f" {late} "] == []


def test_an_idiom_is_several_words_as_the_question_has_them() -> None:
    idioms = vocabulary().idioms
    assert [idiom for idiom in idioms if words(idiom) != idiom.split() or len(idiom.split()) < 2] == []


def test_a_spelling_is_one_word_and_changes_it() -> None:
    spellings = vocabulary().spellings
    assert [typed for typed, meant in spellings.items() if words(typed) != [typed] or typed == meant] == []


def test_what_is_meant_is_not_itself_misspelled() -> None:
    spellings = vocabulary().spellings
    assert [meant for meant in spellings.values() if meant in spellings] == []


@pytest.mark.parametrize(
    ("everyday", "written"),
    [
        ("punga ut", "kostnad*"),
        ("göra sig av med", "salj*"),
        ("bommade igen", "stang*"),
        ("plöja ner", "invester*"),
        ("farhågor", "varn*"),
        ("dra till sig", "attrahera*"),
        ("grönt ljus", "bevilj*"),
        ("på is", "forsen*"),
        ("wastewater", "reningsverk*"),
        ("landfill", "deponi*"),
        ("referendum", "folkomrost*"),
        ("commuters", "pendl*"),
    ],
)
def test_everyday_words_stand_for_those_of_a_statement(everyday: str, written: str) -> None:
    [word] = telling(everyday)
    assert written in as_term(word).alike


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("kunde", "order*"),
        ("marknaden", "tomt*"),
        ("svaret", "problem*"),
        ("hela länet", "garanti*"),
        ("responsible", "svara"),
    ],
)
def test_words_that_only_look_alike_are_kept_apart(word: str, other: str) -> None:
    assert all(other not in as_term(each).alike for each in words(word))


def test_a_word_that_says_little_weighs_little() -> None:
    assert as_term("stammer").weight == LIGHT
