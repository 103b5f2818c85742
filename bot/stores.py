"""Where what Erfa remembers is kept: in a folder of this machine's, or in a database that several machines share."""

from bot.settings import Settings
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.postgres import PostgresStore


async def open_store(settings: Settings) -> Store:
    """Raises StoreInUse, StoreMismatch and, for a folder, StoreUnavailable: a database may come later."""
    url = settings.store.get_secret_value()
    return await (PostgresStore.open(url) if url else EmbeddedStore.open(settings.data))
