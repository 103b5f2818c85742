"""20,000 hostile bodies, signed and unsigned: none breaks the bot, none changes anything, none makes others wait."""

import asyncio
import gc
import selectors
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.bot.activities import TENANT
from tests.bot.conftest import Dialogs
from tests.bot.conversation import RunningBot, running
from tests.bot.hostile import bodies
from tests.bot.issuer import APP, Issuer, reachable

EACH = 10_000
AT_ONCE = 16
LONGEST_STALL = 0.1  # seconds
SETTINGS: dict[str, Any] = {
    "app_id": APP,
    "app_password": "secret",
    "app_tenant_id": TENANT,
    "service_hosts": ("127.0.0.1",),
}


class Watching(selectors.DefaultSelector):
    """Knows the longest time for which the event loop's thread computed without looking at what has come in.

    Its own time, so that a busy machine does no harm.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begin()

    def begin(self) -> None:
        self.longest = 0.0
        self._since = time.thread_time()

    def select(self, timeout: float | None = None) -> Any:
        self.longest = max(self.longest, time.thread_time() - self._since)
        events = super().select(timeout)
        self._since = time.thread_time()
        return events


class Setting:
    """Bots with an app id, one after the other, each with a store of its own."""

    def __init__(self, folder: Path, watching: Watching) -> None:
        self.folder = folder
        self.watching = watching
        self.issuer = Issuer()
        self.dialogs = Dialogs()

    @asynccontextmanager
    async def bot(self, name: str) -> AsyncIterator[RunningBot]:
        async with running(self.folder / name, self.dialogs.open, **SETTINGS) as bot:
            assert (await bot.get("/readyz")).status == 200
            yield bot

    def headers(self, bot: RunningBot) -> dict[str, str]:
        token = self.issuer.token(bot.connector.url)
        return {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    async def statuses(self, bot: RunningBot, sent: Sequence[bytes], headers: dict[str, str]) -> list[int]:
        """What each is answered; meanwhile the event loop never stands still for long."""
        got = [0] * len(sent)
        waiting = iter(enumerate(sent))

        async def work() -> None:
            for number, body in waiting:
                got[number] = (await bot.post(None, data=body, headers=headers)).status

        gc.collect()
        gc.freeze()  # what the tests hold is not for the bot to look through
        await asyncio.sleep(0)
        self.watching.begin()
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        gc.unfreeze()
        assert self.watching.longest < LONGEST_STALL
        return got


Test = Callable[[Setting], Coroutine[Any, Any, None]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Test], None]:
    """Runs a test on an event loop that is watched, with an issuer in reach."""

    async def main(test: Test, watching: Watching) -> None:
        setting = Setting(tmp_path, watching)
        async with reachable(setting.issuer, tmp_path) as reach:
            monkeypatch.setenv("HTTPS_PROXY", reach.proxy)
            monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(reach.certificate))
            await test(setting)

    def run(test: Test) -> None:
        watching = Watching()
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(watching)) as runner:
            runner.run(main(test, watching))

    return run


def test_unsigned(run: Callable[[Test], None]) -> None:
    async def test(setting: Setting) -> None:
        async with setting.bot("unsigned") as bot:
            before = await bot.stored()
            sent = list(bodies(1, EACH, bot.connector.url))
            got = await setting.statuses(bot, sent, {"Content-Type": "application/json"})
            assert Counter(got) == {401: EACH}
            assert await bot.stored() == before
            assert bot.connector.calls == []

    run(test)


def test_signed(run: Callable[[Test], None]) -> None:
    """What is refused is sent to a second bot, whose store must stay as it is."""

    async def test(setting: Setting) -> None:
        async with setting.bot("first") as bot:
            sent = list(bodies(2, EACH, bot.connector.url))
            got = await setting.statuses(bot, sent, setting.headers(bot))
            assert "erfa_failures_total 0.0" in (await bot.get("/metrics")).body
            url = bot.connector.url.encode()
        assert set(got) <= {200, 400, 401, 403, 404}
        assert Counter(got)[400] > EACH / 4, "the bodies are not very hostile"
        async with setting.bot("second") as bot:
            before = await bot.stored()
            own = bot.connector.url.encode()
            refused = [
                body.replace(url, own) for body, status in zip(sent, got, strict=True) if status not in {200, 404}
            ]
            assert set(await setting.statuses(bot, refused, setting.headers(bot))) <= {400, 401, 403}
            assert await bot.stored() == before
            assert bot.connector.calls == []

    run(test)
