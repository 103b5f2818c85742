"""`library import` of a document: drafts of lessons, which wait for a leader of one network to see to them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter

from bot import control
from bot.settings import Settings
from bot.stores import open_store
from cards.texts import text
from dialogs.lesson_documents import drafts
from knowledge import networks
from knowledge.documents.files import SIZE_LIMIT, suffix_of
from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.lessons import lifecycle
from knowledge.lessons.documents import SUFFIXES
from knowledge.lessons.model import Lesson
from knowledge.library.case import is_case
from knowledge.library.changes import ALL_NETWORKS
from knowledge.store.contract import Store, StoreError, StoreInUse, Transaction

_OFFER = "library-offer"
_DRAFTS = TypeAdapter(list[Lesson])


class NotOffered(Exception):
    """No drafts came of a document; the text says why, for whoever typed the command."""


def commands(store: Store, language: str) -> Mapping[str, control.Command]:
    """What the running bot does for the command line."""

    async def offer(arguments: control.Json) -> control.Json:
        made = _DRAFTS.validate_python(arguments["drafts"])
        try:
            return {"came": await store.run(lambda tx: _offer(tx, arguments["network"], made, language))}
        except (NotOffered, StoreError) as error:
            raise control.CommandFailed(str(error)) from error

    return {_OFFER: offer}


def is_document(path: Path) -> bool:
    """Whether a file is one to draft lessons from: a Markdown file is, unless it begins as a case does."""
    suffix = suffix_of(path.name)
    if not path.is_file() or suffix not in SUFFIXES:
        return False
    return suffix != ".md" or not is_case(path.read_bytes())


async def bring_in(settings: Settings, network: str, path: Path) -> str:
    """What came of a document, in a sentence. Raises NotOffered, OSError, StoreError, CommandFailed, NotRunning."""
    language = settings.language
    if network == ALL_NETWORKS:
        raise NotOffered(text(language, "import-whose-drafts", file=path.name))
    made = _drafts(network, path, language)
    came = await _offered(settings, network, made)
    return text(language, "import-drafted", count=came, known=len(made) - came)


def _drafts(network: str, path: Path, language: str) -> list[Lesson]:
    try:
        if path.stat().st_size >= SIZE_LIMIT:
            raise Unreadable(Reason.TOO_LARGE)
        made = drafts(network, path.name, path.read_bytes(), datetime.now(UTC), language)
    except Unreadable as error:
        raise NotOffered(text(language, "lesson-unreadable", reason=error.reason)) from error
    if not made:
        raise NotOffered(text(language, "lesson-none-in-document"))
    return made


async def _offered(settings: Settings, network: str, made: list[Lesson]) -> int:
    try:
        store = await open_store(settings)
    except StoreInUse:
        arguments = {"network": network, "drafts": _DRAFTS.dump_python(made, mode="json")}
        answer = await control.ask(settings.data, _OFFER, arguments)
        return int(answer["came"])
    try:
        return await store.run(lambda tx: _offer(tx, network, made, settings.language))
    finally:
        await store.close()


def _offer(tx: Transaction, network: str, made: list[Lesson], language: str) -> int:
    if not networks.leaders(tx, network):
        raise NotOffered(text(language, "import-no-leader", network=network))
    return lifecycle.offer(tx, network, made)
