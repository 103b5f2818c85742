"""The zip itself, and Microsoft's rules for the icons in it.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
"""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from manifest.app import App
from manifest.package import manifest, package
from tests.manifest.png import Picture, decode

WHITE = (255, 255, 255)
PADDING = 48  # Teams may crop the colour icon this far in from each side


@pytest.fixture
def members(app: App) -> dict[str, bytes]:
    with ZipFile(BytesIO(package(app))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def colour(members: dict[str, bytes]) -> Picture:
    return decode(members["color.png"])


@pytest.fixture
def outline(members: dict[str, bytes]) -> Picture:
    return decode(members["outline.png"])


def test_the_zip_holds_what_the_manifest_names_and_nothing_else(members: dict[str, bytes]) -> None:
    content = json.loads(members["manifest.json"])
    named = [*content["icons"].values(), *(each["file"] for each in content["localizationInfo"]["additionalLanguages"])]
    assert sorted(members) == sorted(["manifest.json", *named])


def test_the_manifest_in_the_zip_is_readable_swedish(members: dict[str, bytes], app: App) -> None:
    assert json.loads(members["manifest.json"]) == manifest(app)
    assert "Fråga hur andra kommuner har gjort" in members["manifest.json"].decode()


def test_the_same_app_gives_the_same_bytes(app: App) -> None:
    assert package(app) == package(app.model_copy())
    with ZipFile(BytesIO(package(app))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_host_gives_other_bytes(app: App) -> None:
    assert package(app) != package(app.model_copy(update={"host": "other.example.se"}))


def test_the_icons_have_the_sizes_teams_wants(colour: Picture, outline: Picture) -> None:
    assert (colour.width, colour.height) == (192, 192)
    assert (outline.width, outline.height) == (32, 32)


def test_the_colour_icon_is_an_opaque_square_in_the_accent_colour(colour: Picture, app: App) -> None:
    accent = tuple(bytes.fromhex(manifest(app)["accentColor"].lstrip("#")))
    assert {len(pixel) for pixel in colour.pixels} == {3}
    assert {colour.rows[y][x] for x in (0, -1) for y in (0, -1)} == {accent}


def test_nothing_of_the_colour_icon_is_lost_when_teams_crops_it(colour: Picture) -> None:
    background = colour.rows[0][0]
    inside = range(PADDING - 1, 192 - PADDING + 1)  # one pixel of soft edge
    drawn = {(x, y) for y, row in enumerate(colour.rows) for x, pixel in enumerate(row) if pixel != background}
    assert drawn
    assert all(x in inside and y in inside for x, y in drawn)


def test_the_outline_icon_is_pure_white_on_transparent(outline: Picture) -> None:
    assert {pixel[:3] for pixel in outline.pixels} == {WHITE}
    strengths = {pixel[3] for pixel in outline.pixels}
    assert {0, 255} <= strengths


def test_the_outline_icon_has_no_padding(outline: Picture) -> None:
    drawn = [(x, y) for y, row in enumerate(outline.rows) for x, pixel in enumerate(row) if pixel[3]]
    for places in zip(*drawn, strict=True):
        assert min(places) <= 1
        assert max(places) >= 30
