"""`python -m bot library`: a process of its own, without a bot and beside a running one."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import pytest

from knowledge import networks
from knowledge.documents.files import SIZE_LIMIT
from knowledge.exercises import shelf
from knowledge.lessons import lifecycle
from knowledge.library import catalogue, changes
from knowledge.library.model import Case
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from tests.bot.conftest import Dialogs
from tests.bot.conversation import RunningBot
from tests.knowledge.documents.presentations import presentation
from tests.knowledge.library.samples import GOOD, sample

ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    code: int
    said: list[str]
    complained: str


class Shell:
    """Types commands about case files in `cases`, for a bot whose data folder is `data`."""

    def __init__(self, folder: Path) -> None:
        self.data, self.cases = folder, folder / "cases"
        self.cases.mkdir()

    def write(self, name: str, text: str) -> Path:
        file = self.cases / f"{name}.md"
        file.write_text(text, "utf-8")
        return file

    async def library(self, *arguments: str | Path, language: str = "sv") -> Done:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "library", *map(str, arguments)),
            cwd=ROOT,
            env={**os.environ, "ERFA_DATA": str(self.data), "ERFA_LANGUAGE": language, "PYTHONUTF8": "1"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complained = await process.communicate()
        return Done(process.returncode or 0, said.decode().splitlines(), complained.decode())


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


async def test_what_is_exported_is_what_is_imported(shell: Shell, tmp_path: Path) -> None:
    await shell.library("import", shell.write("exempel", GOOD), "--network", "dalarna")
    folder = tmp_path / "ut"
    done = await shell.library("export", folder, "--network", "dalarna")
    assert (done.code, done.said) == (0, [f"{len(catalogue.shipped()) + 1} fall i {folder}."])
    again = await shell.library("import", folder, "--network", "dalarna")
    assert again.said[-1] == f"0 tillagda, 0 ändrade, {len(catalogue.shipped()) + 1} oförändrade."
    assert (await shell.library("check", folder)).code == 0
    refused = await shell.library("export", folder, "--network", "dalarna")
    assert (refused.code, "inte tom" in refused.complained) == (1, True)


async def test_a_running_bot_is_asked_for_the_export(
    bot: RunningBot, dialogs: Dialogs, shell: Shell, tmp_path: Path
) -> None:
    done = await shell.library("export", tmp_path / "ut", "--network", "dalarna")
    assert done.code == 0
    assert (tmp_path / "ut" / "ludvika.md").exists()


async def test_the_shipped_cases_are_checked_when_nothing_else_is_named(shell: Shell) -> None:
    done = await shell.library("check")
    assert (done.code, done.said) == (
        0,
        [f"{len(catalogue.shipped()) + len(shelf.shipped())} filer kontrollerade, inga fel."],
    )


async def test_check_tells_file_line_and_reason(shell: Shell) -> None:
    shell.write("annat", sample("annat", "an"))
    file = shell.write("exempel", GOOD.replace("{#ex-4 .lucka}", "").replace("## Tid", "# Tid"))
    done = await shell.library("check", shell.cases)
    assert done.code == 1
    assert [line.rpartition(": ")[0] for line in done.said] == [f"{file}:31", f"{file}:33", ""]
    assert done.said[-1] == "2 filer kontrollerade, 2 fel."
    assert (await shell.library("check", shell.cases / "annat.md", language="en")).said == [
        "One file checked, no problems."
    ]


async def test_import_tells_what_it_changed(shell: Shell) -> None:
    shell.write("exempel", GOOD)
    annat = shell.write("annat", sample("annat", "an"))
    assert (await shell.library("import", shell.cases)).said == [
        "annat: tillagt",
        "exempel: tillagt",
        "2 tillagda, 0 ändrade, 0 oförändrade.",
    ]
    annat.write_text(annat.read_text("utf-8").replace("delar på", "bär"), "utf-8")
    assert (await shell.library("import", shell.cases)).said == [
        "annat: ändrat",
        "exempel: oförändrat",
        "0 tillagda, 1 ändrade, 1 oförändrade.",
    ]


async def test_nothing_is_imported_when_one_file_is_bad(shell: Shell) -> None:
    shell.write("exempel", GOOD)
    bad = shell.write("annat", sample("annat", "an").replace("kind: fall", "kind: saga"))
    done = await shell.library("import", shell.cases)
    assert (done.code, done.said) == (1, [])
    assert done.complained.startswith(f"{bad}:4: ")
    assert done.complained.endswith("Inget fall lades in.\n")
    assert (await shell.library("import", shell.cases / "exempel.md")).said[0] == "exempel: tillagt"


async def test_a_file_that_cannot_be_read_stops_the_import(shell: Shell) -> None:
    shell.write("exempel", GOOD)
    (shell.cases / "annat.md").write_bytes(b"\xff")
    done = await shell.library("import", shell.cases)
    assert (done.code, done.said) == (1, [])
    assert f"{shell.cases / 'annat.md'}:1: " in done.complained


async def test_a_confidential_case_needs_a_network(shell: Shell) -> None:
    file = shell.write("exempel", sample(visibility="ej offentlig"))
    done = await shell.library("import", file)
    assert (done.code, done.said) == (1, [])
    assert "--network" in done.complained
    assert (await shell.library("import", file, "--network", "dalarna")).said[0] == "exempel: tillagt"


async def _seen(dialogs: Dialogs, network: str) -> dict[str, Case]:
    found = await dialogs.small.store.run(lambda tx: catalogue.cases(tx, network))
    return {case.id: case for case in found}


async def test_a_running_bot_knows_at_once(bot: RunningBot, dialogs: Dialogs, shell: Shell) -> None:
    file = shell.write("exempel", GOOD)
    before = await dialogs.small.store.run(lambda tx: changes.version(tx, "dalarna"))
    done = await shell.library("import", file, "--network", "dalarna")
    assert (done.code, done.said[0]) == (0, "exempel: tillagt")
    assert "exempel" in await _seen(dialogs, "dalarna")
    assert "exempel" not in await _seen(dialogs, "norrbotten")
    assert before != await dialogs.small.store.run(lambda tx: changes.version(tx, "dalarna"))


async def test_a_running_bot_refuses_with_the_same_words(bot: RunningBot, dialogs: Dialogs, shell: Shell) -> None:
    file = shell.write("exempel", GOOD.replace("## Tid", "# Tid"))
    problem = (await shell.library("check", file)).said[0]
    done = await shell.library("import", file)
    assert (done.code, done.said) == (1, [])
    assert done.complained == f"{problem}\nInget fall lades in.\n"
    assert "exempel" not in await _seen(dialogs, "dalarna")


async def test_a_whole_library_goes_to_a_running_bot_at_once(bot: RunningBot, shell: Shell) -> None:
    for number in range(40):
        shell.write(f"fall-{number}", sample(f"fall-{number}", f"f{number}") + "\n" * 60_000)
    done = await shell.library("import", shell.cases)
    assert (done.code, done.said[-1]) == (0, "40 tillagda, 0 ändrade, 0 oförändrade.")


async def test_a_document_becomes_drafts_that_wait_for_a_leader(shell: Shell, tmp_path: Path) -> None:
    await appointed(tmp_path)
    file = slides(shell)
    done = await shell.library("import", file, "--network", "dalarna")
    assert (done.code, done.said) == (
        0,
        ["2 utkast väntar på nätverkets processledare, under ”fall” och ”Vårda fallbanken”."],
    )
    again = await shell.library("import", file, "--network", "dalarna")
    assert again.said == ["Inga nya utkast. 2 fanns redan."]
    async with opened(tmp_path) as store:
        waiting = await store.run(lambda tx: lifecycle.nobodys(tx, "dalarna"))
        assert [each.told.situation for each in waiting] == [
            "Ur bildspelet höst.pptx, bild 2.",
            "Ur bildspelet höst.pptx, bild 3.",
        ]
        cases = await store.run(lambda tx: catalogue.cases(tx, "dalarna", leader_in_private=True))
    assert cases == list(catalogue.shipped())


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (presentation(), (), "säg vilket (--network)"),
        (presentation(), ("--network", "norrbotten"), "norrbotten har ingen processledare"),
        (b"PK", ("--network", "dalarna"), "verkar vara skadad"),
        (presentation([("Kort", ["Hej."])]), ("--network", "dalarna"), "så mycket text"),
        (b"0" * SIZE_LIMIT, ("--network", "dalarna"), "20 MB"),
    ],
    ids=["whose", "leaderless", "broken", "short", "large"],
)
async def test_a_document_that_gives_no_drafts_says_why(
    shell: Shell, tmp_path: Path, content: bytes, arguments: tuple[str, ...], said: str
) -> None:
    await appointed(tmp_path)
    done = await shell.library("import", slides(shell, content), *arguments)
    assert (done.code, done.said) == (1, [])
    assert said in done.complained
    assert done.complained.endswith("Inga utkast gjordes.\n")


async def test_markdown_that_is_no_case_is_a_document(shell: Shell) -> None:
    file = shell.write("minnen", "# Dialog i tid\n\nTre kommuner höll öppna kvällar innan planen ritades.\n")
    assert "minnen.md är ett dokument, inte ett fall" in (await shell.library("import", file)).complained


async def test_a_running_bot_takes_the_drafts(bot: RunningBot, dialogs: Dialogs, shell: Shell) -> None:
    store = dialogs.small.store
    refused = await shell.library("import", slides(shell), "--network", "dalarna")
    assert "har ingen processledare" in refused.complained
    await store.run(lambda tx: networks.appoint(tx, "dalarna", LEADER))
    done = await shell.library("import", slides(shell), "--network", "dalarna")
    assert (done.code, done.said[0].startswith("2 utkast")) == (0, True)
    assert len(await store.run(lambda tx: lifecycle.nobodys(tx, "dalarna"))) == 2


LEADER = networks.Leader("directory-anna", "Anna")


def slides(shell: Shell, content: bytes | None = None) -> Path:
    file = shell.cases / "höst.pptx"
    file.write_bytes(presentation() if content is None else content)
    return file


async def appointed(folder: Path) -> None:
    async with opened(folder) as store:
        await store.run(lambda tx: networks.appoint(tx, "dalarna", LEADER))


@contextlib.asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Store]:
    store = await EmbeddedStore.open(folder)
    try:
        yield store
    finally:
        await store.close()
