"""The towns and houses that a sentence names; which of them is meant is learnt."""

import pytest

from knowledge.meetings import places
from knowledge.meetings.speech import talk
from tests.knowledge.meetings.talks import SMALL_TALK, transcript


def towns(lines: str) -> list[tuple[str, str]]:
    """Those of the last line, each with how it is named."""
    known = talk(transcript(f"{SMALL_TALK}{lines}"))
    return [(each.name, each.kind) for each in places.towns(known.sentences[-1], known)]


def halls(line: str) -> list[str]:
    known = talk(transcript(f"{SMALL_TALK}Anna Ek: {line}"))
    return [each.name for each in places.halls(known.sentences[-1], known)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Vi ses i Leksand.", ["Leksand"]),
        ("Det är Ludvikas tur.", ["Ludvika"]),
        ("Då åker vi till Grangärde.", ["Grangärde"]),
        ("Vi är i Stora Skedvi, i bygdegården.", ["Stora Skedvi"]),
        ("Vi håller till i Folkets hus.", []),
        ("Då är det hos Bo.", []),
        ("Vi tar den på Teams.", ["Teams"]),
        ("Anteckningarna ligger i Teams-mappen.", []),
    ],
)
def test_a_town_is_a_municipality_or_a_place_they_come_to(said: str, expected: list[str]) -> None:
    assert [name for name, _ in towns(f"Anna Ek: {said}")] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Vi tar Meken i Smedjebacken.", ["Meken"]),
        ("Vi håller till i Folkets hus.", ["Folkets hus"]),
        ("Det blir gamla tingshuset i Mora.", ["gamla tingshuset"]),
        ("Säter Rådhuset, tack.", ["Rådhuset"]),
        ("Vi får brandstationens övre sal.", ["brandstationens övre sal"]),
        ("Nolby bygdegård är varm.", ["Nolby bygdegård"]),
        ("Ja, vi är i Wahlmanska huset.", ["Wahlmanska huset"]),
        ("Lärcentrum har plats.", ["Lärcentrum"]),
        ("Vi ses den nionde.", []),
    ],
)
def test_a_house_is_called_by_a_name_or_known_to_all(said: str, expected: list[str]) -> None:
    assert halls(said) == expected


def test_a_host_invites_to_their_own_town() -> None:
    assert towns("Cia Lund: Vi i Hedemora har plats.\nCia Lund: Ni får komma till oss.") == [("Hedemora", "home")]
    assert towns("Cia Lund: Vi i Hedemora har plats.\nAnna Ek: Då är vi hos Cia.") == [("Hedemora", "host")]


def test_what_is_only_called_like_a_house_does_not_invite() -> None:
    assert not towns("Cia Lund: Vi i Hedemora har plats.\nCia Lund: Det får stå i anteckningarna.")
    assert towns("Cia Lund: Vi i Hedemora har plats.\nCia Lund: Kulturhuset är ledigt.") == [("Hedemora", "home")]


def test_a_village_that_they_came_to_is_known_again() -> None:
    assert towns("Cia Lund: Kom till oss i Djurås.\nAnna Ek: Djurås, kulturhuset.") == [("Djurås", "town")]
