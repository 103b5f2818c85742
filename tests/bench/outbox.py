"""Post through a hostile Teams while the poster is killed: `python -m tests.bench.outbox --posts 1000 --kills 20`.

Twice at once: where the app may read the channels, and where it may not. 30 % of the calls fail. In the end every post
has to be there once, or, where nobody may look, be there at most once and shown to a leader when that is in doubt.
"""

import argparse
import asyncio
import contextlib
import random
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.pace import Limit
from cards.help import notice
from knowledge import networks, posts
from knowledge.networks import Address
from knowledge.posts import Kept, Post, State
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from tests.bench.hostile import Hostile
from tests.bench.outbox_bot import NETWORK
from tests.bot.loopback import serving

CONVERSATION = (Limit(7, 1), Limit(8, 2), Limit(60, 30))
ALTOGETHER = (Limit(25, 1),)
BUSY = "19:busy@thread.tacv2"
BUSY_SHARE = 0.1
IN_A_CHANNEL = 2
UP_SECONDS = (2.0, 6.0)  # between two kills
WIDEST = 5.0  # seconds over which throughput is taken; a killed bot takes some to come back


@dataclass(frozen=True)
class Result:
    read_back: bool
    kills: int
    seconds: float
    there: Counter[str]
    kept: list[Kept]
    calls: list[tuple[float, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description="Post through a hostile Teams while the poster is killed.")
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    given = parser.parse_args()
    for result in asyncio.run(_both(given.posts, given.kills)):
        _report(result)


async def _both(count: int, kills: int) -> list[Result]:
    return await asyncio.gather(*(_run(count, kills, read_back) for read_back in (True, False)))


async def _run(count: int, kills: int, read_back: bool) -> Result:
    hostile = Hostile()
    with tempfile.TemporaryDirectory() as folder:
        async with serving(hostile.app()) as url:
            await _intend(Path(folder), url, count)
            started = asyncio.get_running_loop().time()
            killed = await _post(Path(folder), url, kills, read_back)
            seconds = asyncio.get_running_loop().time() - started
        kept = await _kept(Path(folder), count)
    return Result(read_back, killed, seconds, Counter(marker for marker, _, _ in hostile.messages), kept, hostile.calls)


async def _intend(folder: Path, url: str, count: int) -> None:
    now = datetime.now(UTC)
    drawn = notice("Nytt i nätverket", "sv")
    card = {"content": drawn.content, "summary": drawn.summary}
    busy = int(count * BUSY_SHARE)

    def intend(tx: Transaction) -> None:
        networks.remember_address(tx, NETWORK, Address(url, "28:erfa", "Erfa", "tenant"))
        for number in range(count):
            channel = BUSY if number < busy else f"19:{number // IN_A_CHANNEL}@thread.tacv2"
            posts.intend(tx, NETWORK, Post(f"digest/{number}", channel, "", card, now, now + timedelta(hours=1)))

    store = await EmbeddedStore.open(folder)
    await store.run(intend)
    await store.close()


async def _post(folder: Path, url: str, kills: int, read_back: bool) -> int:
    """Let a bot post until nothing is left to do, killed every few seconds; says how often it was."""
    for killed in range(kills + 1):
        flags = ["--read-back"] if read_back else []
        script = [sys.executable, "-m", "tests.bench.outbox_bot", str(folder), url, *flags]
        bot = await asyncio.create_subprocess_exec(
            *script, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(random.uniform(*UP_SECONDS) if killed < kills else None):
                    await _until_done(bot)
                    return killed
        finally:
            bot.kill()
            await bot.wait()
    return kills


async def _until_done(bot: asyncio.subprocess.Process) -> None:
    assert bot.stdout
    while line := await bot.stdout.readline():
        if int(line) == 0:
            return
    raise AssertionError("the bot ended by itself")


async def _kept(folder: Path, count: int) -> list[Kept]:
    store = await EmbeddedStore.open(folder)
    entries = await store.run(lambda tx: [posts.belonging(tx, NETWORK, f"digest/{number}") for number in range(count)])
    await store.close()
    return [each for each in entries if each]


def _report(result: Result) -> None:
    unclear = [each.id for each in result.kept if each.state is State.UNCLEAR]
    posted = [each.id for each in result.kept if each.state is State.POSTED]
    times = Counter(result.there[each.id] for each in result.kept)
    missing = sum(not result.there[id] for id in posted)
    heading = "where the app may read" if result.read_back else "where it may not"
    sys.stdout.write(
        f"{heading}: {len(result.kept)} posts, {result.kills} kills, {result.seconds:.0f} s\n"
        f"  there once {times[1]}, twice or more {sum(times.values()) - times[0] - times[1]},"
        f" not there {times[0]}\n"
        f"  said to be posted {len(posted)} (not there: {missing});"
        f" shown to a leader {len(unclear)} (there: {sum(result.there[id] > 0 for id in unclear)})\n"
        f"  calls {len(result.calls)}, {_busiest(result.calls, WIDEST) / WIDEST:.1f}/s in the busiest {WIDEST:.0f} s;"
        f" most in all {_most([at for at, _ in result.calls], ALTOGETHER)};"
        f" in one channel {_most_in_one(result.calls)}\n"
    )


def _busiest(calls: Iterable[tuple[float, str]], seconds: float) -> int:
    return _highest(sorted(at for at, _ in calls), seconds)


def _most(moments: Iterable[float], limits: Iterable[Limit]) -> str:
    ordered = sorted(moments)
    return ", ".join(f"{_highest(ordered, each.seconds)}/{each.seconds:g} s" for each in limits)


def _most_in_one(calls: Iterable[tuple[float, str]]) -> str:
    channels: dict[str, list[float]] = {}
    for at, channel in calls:
        channels.setdefault(channel, []).append(at)
    highest = {
        limit: max(_highest(sorted(moments), limit.seconds) for moments in channels.values()) for limit in CONVERSATION
    }
    return ", ".join(f"{count}/{limit.seconds:g} s" for limit, count in highest.items())


def _highest(ordered: list[float], seconds: float) -> int:
    """The most of these moments in any window of so many seconds."""
    return max((bisect_left(ordered, at + seconds) - place for place, at in enumerate(ordered)), default=0)


if __name__ == "__main__":
    main()
