"""`python -m bot move`: typed as an operator types it."""

from pathlib import Path

import pytest

from knowledge.store.embedded import EmbeddedStore
from tests.bot import shell
from tests.bot.conversation import RunningBot
from tests.bot.shell import Done
from tests.knowledge.store.works import put
from tests.postgres import Server


async def move(folder: Path, to: str, **settings: str) -> Done:
    return await shell.run("-m", "bot", "move", "--to", to, env=shell.environment(folder, **settings))


async def fill(folder: Path) -> None:
    store = await EmbeddedStore.open(folder)
    for number in range(3):
        await store.run(put(f"k/{number}", {"n": number}))
    await store.close()


async def test_a_store_moves_to_a_database_and_back(tmp_path: Path, postgres: Server) -> None:
    url = postgres.new_url()
    await fill(tmp_path / "data")
    done = await move(tmp_path / "data", url)
    assert done == (0, "Moved 3 documents and entries, read both stores anew and found them the same.\n", "")
    again = await move(tmp_path / "data", url)
    assert again.code == 1 and again.complained.startswith("Not moved: There is something")
    assert (await move(tmp_path / "data", str(tmp_path / "back"), ERFA_STORE=url)).code == 0
    store = await EmbeddedStore.open(tmp_path / "back")
    assert [entry.value["n"] for entry in await store.run(lambda tx: tx.query("k/"))] == [0, 1, 2]
    await store.close()


async def test_a_store_that_a_bot_is_running_on_stays(bot: RunningBot, tmp_path: Path) -> None:
    done = await move(tmp_path, str(tmp_path / "elsewhere"))
    assert done.code == 1 and "in use" in done.complained


@pytest.mark.parametrize("wrong", ["postgresql://erfa:hemligt@host/erfa?no=such", "mysql://erfa:hemligt@host/erfa"])
async def test_what_is_no_address_is_refused_without_telling_the_password(tmp_path: Path, wrong: str) -> None:
    done = await move(tmp_path, wrong)
    assert done.code == 2 and done.complained.startswith("--to ") and "hemligt" not in done.complained
