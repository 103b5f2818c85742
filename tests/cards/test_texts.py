"""The catalogues say the same in every language, all that the code asks for and nothing else."""

import ast
import itertools
import re
from collections.abc import Iterator

import pytest

from cards.texts import LANGUAGES, MissingText, text
from tests.cards import catalogues
from tests.cards.catalogues import Entry, asked, catalogue, is_number

SWEDISH, ENGLISH = (catalogue(language) for language in LANGUAGES)
PHRASE = re.compile(r"[^\W\d_]{2,}[,.:!?]? +[^\W\d_]{2,}")
SWEDISH_WORD = re.compile("(?=.*[åäö])(?=.*[a-z])", re.IGNORECASE)
SAME_IN_BOTH = {"play-team", "play-channel", "play-group"}  # names of a sample network


def test_every_catalogue_is_read_whole(language: str) -> None:
    assert catalogues.junk(language) == []


def test_no_key_stands_twice(language: str) -> None:
    keys = catalogues.keys(language)
    assert sorted(set(keys)) == sorted(keys)


def test_the_languages_have_the_same_texts_in_the_same_files() -> None:
    assert {key: entry.file for key, entry in SWEDISH.items()} == {key: entry.file for key, entry in ENGLISH.items()}


@pytest.mark.parametrize("key", SWEDISH)
def test_the_languages_fill_in_the_same(key: str) -> None:
    assert SWEDISH[key].variables == ENGLISH[key].variables


@pytest.mark.parametrize("key", SWEDISH)
def test_every_text_is_asked_for(key: str) -> None:
    assert any(re.fullmatch(pattern, key) for pattern in catalogues.mentioned())


@pytest.mark.parametrize("call", asked(), ids=lambda call: f"{call.where}")
def test_every_text_asked_for_exists_and_gets_its_arguments(call: catalogues.Asked) -> None:
    found = [entry for key, entry in SWEDISH.items() if re.fullmatch(call.key, key)]
    assert any(map(call.fills, found))


def samples(entry: Entry) -> Iterator[dict[str, str | int]]:
    """Arguments that choose each variant at least once."""
    values: dict[str, list[str | int]] = {name: ["Värde"] for name in entry.variables}
    for name, keys in entry.variants.items():
        values[name] = [0, 1, 2, 1500] if is_number(keys) else sorted(keys)
    for chosen in itertools.product(*values.values()):
        yield dict(zip(values, chosen, strict=True))


@pytest.mark.parametrize("key", SWEDISH)
def test_every_variant_can_be_said(key: str, language: str) -> None:
    for arguments in samples(catalogue(language)[key]):
        said = text(language, key, **arguments)
        assert said == said.strip()
        assert said
        assert not re.search(r"[{}$]|\s{2}|None", said)


@pytest.mark.parametrize("key", sorted(SWEDISH.keys() - SAME_IN_BOTH))
def test_english_is_not_left_in_swedish(key: str) -> None:
    entry = SWEDISH[key]
    assert [text("sv", key, **each) for each in samples(entry)] != [text("en", key, **each) for each in samples(entry)]


@pytest.mark.parametrize(("count", "said"), [(1, "ett fall"), (2, "2 fall och teman"), (1000, "1\xa0000 fall")])
def test_one_is_not_several(count: int, said: str) -> None:
    assert said in text("sv", "cases-all", count=count)


def test_what_is_filled_in_is_not_read_as_fluent() -> None:
    assert "{ $name } { and }" in text("sv", "intro-by", name="{ $name } { and }")


def test_a_text_that_is_not_there_is_a_defect() -> None:
    with pytest.raises(MissingText):
        text("sv", "no-such-text")
    with pytest.raises(MissingText):
        text("sv", "intro-by")


def spoken(module: ast.Module) -> Iterator[tuple[int, str]]:
    """String constants, with their lines, that somebody may come to read: not docstrings, not what errors say."""
    silent = {id(each) for node in ast.walk(module) for each in _silent(node)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value


@pytest.mark.parametrize("file", catalogues.modules("cards", "dialogs"))
def test_words_live_in_the_catalogues(file: str) -> None:
    module = catalogues.modules("cards", "dialogs")[file]
    assert [(line, said) for line, said in spoken(module) if PHRASE.search(said) or SWEDISH_WORD.search(said)] == []
