"""Kill a writing process again and again: `python -m tests.bench.store_kill --kills 200`.

After each kill the store is opened and must hold all that was ever acknowledged, whole.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.store.writer import Acknowledged, check, write_and_kill

BACK_TO_BACK = 4  # kills between two looks: most recoveries are themselves killed or left to the next writer
A_FRESH_START = 100  # kills before a new folder, so that checking stays quick


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill a writing process again and again.")
    parser.add_argument("--kills", type=int, default=200)
    kills = parser.parse_args().kills
    written = 0
    for done in range(0, kills, A_FRESH_START):
        written += _series(min(A_FRESH_START, kills - done))
        sys.stdout.write(f"{min(done + A_FRESH_START, kills)} kills, {written:,} acknowledged: none lost, none torn\n")


def _series(kills: int) -> int:
    acknowledged: Acknowledged = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, kills + 1):
            write_and_kill(Path(folder), acknowledged)
            if number % BACK_TO_BACK == 0 or number == kills:
                asyncio.run(_look(Path(folder), acknowledged))
    return sum(acknowledged.values())


async def _look(folder: Path, acknowledged: Acknowledged) -> None:
    store = await EmbeddedStore.open(folder)
    await check(store, acknowledged)
    await store.close()


if __name__ == "__main__":
    main()
