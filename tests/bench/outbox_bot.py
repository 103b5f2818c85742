"""A bot that does nothing but post, to be killed: `python -m tests.bench.outbox_bot FOLDER URL [--read-back]`.

It prints how many posts are still to be looked after, each half second.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from prometheus_client import CollectorRegistry

from bot import logs
from bot.app import no_token, utc_now
from bot.calls import Caller, open_session
from bot.clock import Clock
from bot.connector import Connector
from bot.graph import Graph
from bot.metrics import Metrics
from bot.outbox import Outbox
from bot.pace import Pace
from bot.settings import Settings
from knowledge import posts
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix

NETWORK = "19:team@thread.tacv2"


async def main(folder: Path, url: str, read_back: bool) -> None:
    metrics = Metrics(CollectorRegistry())
    store = await EmbeddedStore.open(folder)
    async with open_session(trust_proxies=False) as session:
        caller = Caller(session, no_token, lambda _: True, Pace().in_turn, metrics.called)
        graph = Graph(caller, url) if read_back else None
        outbox = Outbox(Settings(data=folder), store, Connector(caller), graph, metrics, utc_now)
        async with Clock(store, {posts.KIND: outbox.work()}, metrics, utc_now).running(0):
            while True:
                sys.stdout.write(f"{await store.run(_open)}\n")
                sys.stdout.flush()
                await asyncio.sleep(0.5)


def _open(tx: Transaction) -> int:
    return len(tx.query(prefix("networks", NETWORK, "posts-due"), limit=10_000))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("url")
    parser.add_argument("--read-back", action="store_true")
    given = parser.parse_args()
    logs.configure(debug=False)
    asyncio.run(main(given.folder, given.url, given.read_back))
