"""Files that somebody sends in a private chat, fetched from where Teams keeps them and from nowhere else."""

from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import structlog
from yarl import URL

from bot.hosts import keeps_files
from bot.settings import Settings
from dialogs.turn import OutOfReach
from knowledge.documents.files import SIZE_LIMIT
from knowledge.documents.unreadable import Reason, Unreadable

SECONDS = 10.0
CHUNK = 64 * 1024  # bytes

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Downloads:
    """The address of a file carries the right to read it for some minutes: the bot shows no token of its own."""

    settings: Settings
    session: aiohttp.ClientSession
    seconds: float = SECONDS

    async def fetch(self, url: str) -> bytes:
        """The file at `url`; redirects are not followed. Raises OutOfReach, or Unreadable where it is too large."""
        try:
            return await self._fetch(url)
        except OutOfReach as error:
            log.warning("file_out_of_reach", cause=str(error))
            raise

    async def _fetch(self, url: str) -> bytes:
        if not keeps_files(self.settings, url):
            raise OutOfReach(f"{_where(url)} keeps no files of Teams")
        timeout = aiohttp.ClientTimeout(total=self.seconds)
        try:
            async with self.session.get(URL(url, encoded=True), allow_redirects=False, timeout=timeout) as answer:
                if answer.status != HTTPStatus.OK:
                    raise OutOfReach(f"{_where(url)} answered {answer.status}")
                return await _read(answer)
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
            raise OutOfReach(f"{_where(url)}: {type(error).__name__}") from error


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    """What it says of its length is not believed; what it unpacks to counts."""
    content = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > SIZE_LIMIT:
            raise Unreadable(Reason.TOO_LARGE)
    return bytes(content)


def _where(url: str) -> str:
    """For the log: the rest of the address is a key to the file."""
    try:
        return URL(url).host or "no host"
    except ValueError:
        return "no address"
