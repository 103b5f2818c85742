"""`library check`, `import` and `export`: case files, and documents to draft lessons from, for whoever keeps them."""

import argparse
import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import as_file
from pathlib import Path

from bot import control, documents
from bot.commands import Subparsers, complain, say
from bot.settings import Settings
from bot.stores import open_store
from cards.texts import text
from knowledge.exercises import shelf
from knowledge.library import exporting
from knowledge.library.catalogue import Change, shipped_folder
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.check import all_problems, case_files, check, read_all, read_texts
from knowledge.library.importing import import_cases
from knowledge.library.problems import BadCase
from knowledge.store.contract import Store, StoreError, StoreInUse

Changes = list[tuple[str, Change]]
_IMPORT, _EXPORT = "library-import", "library-export"


def commands(store: Store) -> Mapping[str, control.Command]:
    """What the running bot does for the command line."""

    async def bring_in(arguments: control.Json) -> control.Json:
        try:
            changes = await import_cases(store, arguments["network"], arguments["texts"], datetime.now(UTC))
        except (BadCase, StoreError) as error:
            raise control.CommandFailed(str(error)) from error
        return {"changes": changes}

    async def take_out(arguments: control.Json) -> control.Json:
        try:
            return {"texts": await store.run(lambda tx: exporting.texts(tx, arguments["network"]))}
        except StoreError as error:
            raise control.CommandFailed(str(error)) from error

    return {_IMPORT: bring_in, _EXPORT: take_out}


def add_library(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("library", help="check case files, or add them to the library")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    checking = actions.add_parser("check", help="tell what is wrong with cases and exercises, with file and line")
    checking.add_argument("path", type=Path, nargs="?", metavar="PATH", help="a file or folder; else the shipped ones")
    checking.set_defaults(run=_check)
    importing = actions.add_parser("import", help="add cases, or drafts of lessons, also while the bot runs")
    importing.add_argument("path", type=Path, metavar="PATH", help="a case, a folder of .md files, or a document")
    importing.add_argument("--network", default=ALL_NETWORKS, metavar="ID", help="whose library; else every network's")
    importing.set_defaults(run=_import)
    writing = actions.add_parser("export", help="write all cases as files that import reads, also while the bot runs")
    writing.add_argument("path", type=Path, metavar="DIR", help="a new or empty folder")
    writing.add_argument("--network", default=ALL_NETWORKS, metavar="ID", help="whose library; else every network's")
    writing.set_defaults(run=_export)


def _check(arguments: argparse.Namespace, settings: Settings) -> int:
    try:
        with as_file(shipped_folder()) as cases, as_file(shelf.shipped_folder()) as exercises:
            paths = [arguments.path] if arguments.path else [cases, exercises]
            problems = [problem for path in paths for problem in check(path, datetime.now(UTC).date())]
            files = sum(len(case_files(path)) for path in paths)
    except OSError as error:
        complain(str(error))
        return 1
    for problem in problems:
        say(str(problem))
    say(text(settings.language, "library-checked", files=files, problems=len(problems)))
    return 1 if problems else 0


def _import(arguments: argparse.Namespace, settings: Settings) -> int:
    if documents.is_document(arguments.path):
        return _draft(arguments, settings)
    try:
        changes = asyncio.run(_bring_in(settings, arguments.network, _good_texts(arguments.path)))
    except (BadCase, StoreError, OSError, control.CommandFailed, control.NotRunning) as error:
        complain(str(error))
        complain(text(settings.language, "import-refused"))
        return 1
    for case, change in changes:
        say(text(settings.language, f"import-{change}", case=case))
    count = Counter(change for _, change in changes)
    say(text(settings.language, "import-done", **{each.value: count[each] for each in Change}))
    return 0


def _draft(arguments: argparse.Namespace, settings: Settings) -> int:
    try:
        say(asyncio.run(documents.bring_in(settings, arguments.network, arguments.path)))
    except (documents.NotOffered, StoreError, OSError, control.CommandFailed, control.NotRunning) as error:
        complain(str(error))
        complain(text(settings.language, "import-refused-drafts"))
        return 1
    return 0


def _export(arguments: argparse.Namespace, settings: Settings) -> int:
    folder: Path = arguments.path
    try:
        if folder.exists() and any(folder.iterdir()):
            complain(text(settings.language, "export-not-empty", folder=str(folder)))
            return 1
        texts = asyncio.run(_take_out(settings, arguments.network))
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in texts.items():
            (folder / name).write_text(words, "utf-8", newline="\n")
    except (StoreError, OSError, control.CommandFailed, control.NotRunning) as error:
        complain(str(error))
        return 1
    say(text(settings.language, "export-done", count=len(texts), folder=str(folder)))
    return 0


async def _take_out(settings: Settings, network: str) -> Mapping[str, str]:
    try:
        store = await open_store(settings)
    except StoreInUse:
        answer = await control.ask(settings.data, _EXPORT, {"network": network})
        found: Mapping[str, str] = answer["texts"]
        return found
    try:
        return await store.run(lambda tx: exporting.texts(tx, network))
    finally:
        await store.close()


def _good_texts(path: Path) -> dict[str, str]:
    """The files' texts, looked through before the store is touched. Raises BadCase, OSError."""
    texts, problems = read_texts(path)
    if problems:
        raise BadCase(sorted({*problems, *all_problems(read_all(texts, datetime.now(UTC).date()))}))
    return texts


async def _bring_in(settings: Settings, network: str, texts: Mapping[str, str]) -> Changes:
    try:
        store = await open_store(settings)
    except StoreInUse:
        answer = await control.ask(settings.data, _IMPORT, {"network": network, "texts": texts})
        return [(case, Change(change)) for case, change in answer["changes"]]
    try:
        return await import_cases(store, network, texts, datetime.now(UTC))
    finally:
        await store.close()
