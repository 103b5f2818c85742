"""What the catalogues hold and what the code asks of them, both read from their sources."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Identifier, Junk, Message, SelectExpression, VariableReference
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
CODE = ("bot", "dialogs", "cards", "knowledge", "manifest")
KEY = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of a catalogue: its variables, and for those that choose between variants the keys of these."""

    file: str
    variables: frozenset[str]
    variants: dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A call of `text`: the key as a pattern, the names of the arguments, and where it stands.

    `fills` says whether the call fills in a text: with all its variables, or as many as can be read from the code.
    """

    key: str
    arguments: frozenset[str | None]
    where: str

    def fills(self, entry: Entry) -> bool:
        return entry.variables == self.arguments or (
            None in self.arguments and entry.variables > self.arguments - {None}
        )


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.variants: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 – named by Fluent
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 – named by Fluent
        keys = {each.key.name if isinstance(each.key, Identifier) else each.key.value for each in node.variants}
        assert isinstance(node.selector, VariableReference)
        self.variants.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


@cache
def catalogue(language: str) -> dict[str, Entry]:
    files = sorted((ROOT / "cards" / "locale" / language).glob("*.ftl"))
    return {key: entry for file in files for key, entry in _entries(file)}


def keys(language: str) -> list[str]:
    """Every key as often as it stands in the files."""
    files = sorted((ROOT / "cards" / "locale" / language).glob("*.ftl"))
    return [key for file in files for key, _ in _entries(file)]


def _entries(file: Path) -> Iterator[tuple[str, Entry]]:
    for part in FluentParser().parse(file.read_text("utf-8")).body:
        if isinstance(part, Message):
            found = _Variables()
            found.visit(part)
            yield part.id.name, Entry(file.name, frozenset(found.names), found.variants)


def junk(language: str) -> list[str]:
    """What Fluent could not read, file by file."""
    files = sorted((ROOT / "cards" / "locale" / language).glob("*.ftl"))
    parts = ((file.name, part) for file in files for part in FluentParser().parse(file.read_text("utf-8")).body)
    return [f"{name}: {part.content}" for name, part in parts if isinstance(part, Junk)]


@cache
def modules(*folders: str) -> dict[str, ast.Module]:
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return {str(file.relative_to(ROOT)): ast.parse(file.read_text("utf-8")) for file in files}


def asked() -> list[Asked]:
    """Every call of `text` whose key can be read from the code."""
    return [
        Asked(pattern, frozenset(each.arg for each in node.keywords), f"{file}:{node.lineno}")
        for file, module in modules(*CODE).items()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "text"
        for argument in node.args[1:2]
        for pattern in _patterns(argument)
    ]


def mentioned() -> set[str]:
    """Every piece of code that is, or builds, something that may be a key; as patterns."""
    nodes = (node for module in modules(*CODE).values() for node in ast.walk(module))
    return {pattern for node in nodes if isinstance(node, ast.expr) for pattern in _patterns(node)}


def _patterns(node: ast.expr) -> list[str]:
    """The key of a constant or an f-string; both keys where one is chosen."""
    if isinstance(node, ast.IfExp):
        return [*_patterns(node.body), *_patterns(node.orelse)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.escape(node.value)]
    if isinstance(node, ast.JoinedStr):
        fixed = [each.value if isinstance(each, ast.Constant) else None for each in node.values]
        named = [part for part in fixed if isinstance(part, str)]
        if named and all(KEY.fullmatch(part) for part in named):
            return ["".join(re.escape(part) if isinstance(part, str) else KEY.pattern for part in fixed)]
    return []


def is_number(keys: set[str]) -> bool:
    """Whether variants are chosen by a number."""
    return "one" in keys or all(key.isdigit() or key == "other" for key in keys)
