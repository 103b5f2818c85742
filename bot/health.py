"""Whether the bot could answer if it were asked now."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.adapter import SigningKeys
from bot.renewal import Unavailable
from bot.settings import Settings
from knowledge.store.contract import Store, StoreError, Transaction
from knowledge.store.keys import key


@dataclass(frozen=True, slots=True)
class Health:
    """Asked by whatever sends traffic to the bot."""

    settings: Settings
    store: Store
    keys: SigningKeys

    async def problem(self) -> str:
        """What is in the way of answering; empty when nothing is."""
        try:
            await self.store.run(_write)
            if not self.settings.local:
                await self.keys.ready()
        except StoreError:
            return "the store cannot be written"
        except Unavailable:
            return "the signing keys cannot be had"
        return ""


def _write(transaction: Transaction) -> None:
    transaction.put(key("ready"), {"at": datetime.now(UTC).isoformat()})
