"""The front matter of a case file: YAML in, checked fields and their line numbers out."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, HttpUrl, TypeAdapter, ValidationError
from pydantic import StringConstraints as Text
from pydantic_core import ErrorDetails, PydanticCustomError

from knowledge.library.model import THEMES, Kind, Phase, Visibility
from knowledge.library.problems import Fault, Findings

FROM_FILES = (Kind.CASE, Kind.THEME, Kind.PROJECT, Kind.LESSON)
KEY_LIMIT = 60
TITLE_LIMIT = 120
_KEY = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{KEY_LIMIT - 1}}}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-\d{2})?)?", re.ASCII)
_URL = re.compile(r"https?://[^\s/?#@\\<>\"]+([/?#][^\s\\<>\"]*)?")  # no @ before the path: no credentials
_URLS = TypeAdapter(HttpUrl)
_DEPTH = 4  # fields, sources, one source, a value
_UNREADABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINER = "\u200d"  # holds composed emoji together
_LOST = "\ufffd\ufffe\uffff"


def unreadable(text: str) -> list[str]:
    """The characters in `text` that nobody can see or that lost their meaning on the way: controls, text
    direction overrides, soft hyphens, private and replacement characters."""
    return [] if text.isprintable() and "\ufffd" not in text else [each for each in text if _is_unreadable(each)]


def _is_unreadable(character: str) -> bool:
    return character != _JOINER and (character in _LOST or unicodedata.category(character) in _UNREADABLE)


def is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None


def _refuse(fault: Fault, **details: object) -> PydanticCustomError:
    return PydanticCustomError(fault.name, "refused", details)


def _key(value: str) -> str:
    if not is_key(value):
        raise _refuse(Fault.BAD_KEY, limit=KEY_LIMIT)
    return value


def _among(allowed: Sequence[str]) -> Callable[[object], object]:
    def check(value: object) -> object:
        if value not in allowed:
            raise _refuse(Fault.NOT_AMONG, allowed=", ".join(allowed))
        return value

    return check


def _day(value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) and _DAY.fullmatch(value) else "")
    except ValueError as error:
        raise _refuse(Fault.BAD_DAY) from error


def _date(value: str) -> str:
    """A date, a month or a year that exists."""
    try:
        date.fromisoformat(f"{value}-01-01"[:10] if _DATE.fullmatch(value) else "")
    except ValueError as error:
        raise _refuse(Fault.BAD_DATE) from error
    return value


def is_web_address(text: str) -> bool:
    """Whether it is a whole http or https address, without credentials and without what nobody can see."""
    if not _URL.fullmatch(text) or unreadable(text):
        return False
    try:
        _URLS.validate_python(text)
    except ValidationError:
        return False
    return True


def _url(value: str) -> str:
    if not is_web_address(value):
        raise _refuse(Fault.BAD_URL)
    return value


Filled = Annotated[str, Text(min_length=1)]
Key = Annotated[str, AfterValidator(_key)]
Theme = Annotated[str, BeforeValidator(_among(THEMES))]


class FrontSource(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Filled
    publisher: Filled
    url: Annotated[str, AfterValidator(_url)] = ""
    date: Annotated[str, AfterValidator(_date)] = ""
    date_note: str = ""


class Front(BaseModel):
    """The fields of a case file, checked one by one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Key
    title: Annotated[str, Text(min_length=1, max_length=TITLE_LIMIT)]
    kind: Annotated[Kind, BeforeValidator(_among(FROM_FILES))]
    municipality: tuple[Filled, ...]
    phase: Annotated[Phase, BeforeValidator(_among(tuple(Phase)))] | None = None
    themes: tuple[Theme, ...]
    also: tuple[Filled, ...] = ()
    merged: tuple[Key, ...] = ()
    checked: Annotated[date, BeforeValidator(_day)]
    visibility: Annotated[Visibility, BeforeValidator(_among(tuple(Visibility)))]
    sources: dict[Key, FrontSource]


_FAULTS = {
    "missing": Fault.MISSING,
    "extra_forbidden": Fault.UNKNOWN_FIELD,
    "string_type": Fault.NOT_TEXT,
    "string_too_short": Fault.EMPTY,
    "string_too_long": Fault.TOO_LONG,
    "tuple_type": Fault.NOT_LIST,
    "dict_type": Fault.NOT_MAPPING,
    "model_type": Fault.NOT_MAPPING,
}

Place = tuple[str | int, ...]


@dataclass(slots=True)
class FrontReading:
    """`fields` is what stands there as plain texts, lists and mappings; `lines` where; `front` None if refused."""

    fields: dict[str, Any]
    lines: dict[Place, int] = field(default_factory=dict)
    front: Front | None = None

    def line(self, place: Place) -> int:
        """The line of a field, or of the nearest thing round it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_front(text: str, first_line: int, findings: Findings) -> FrontReading:
    """Read the YAML in `text`, which begins at `first_line` of its file; what is wrong goes to `findings`."""
    reading = FrontReading({})
    root = _compose(text, first_line, findings)
    if root is not None:
        reading.fields = _Plain(first_line, findings, reading.lines).mapping(root, ())
        reading.front = _check(reading, findings)
    return reading


class _CleverYaml(yaml.MarkedYAMLError):
    """An anchor, an alias, a tag or too deep nesting: what could make a small file huge."""


class _Loader(yaml.BaseLoader):
    """Keeps every value a text as written, so that none turns into a number or yes/no; refuses what is clever."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if self._depth > _DEPTH or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _CleverYaml(problem_mark=event.start_mark)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _compose(text: str, first_line: int, findings: Findings) -> yaml.MappingNode | None:
    line, column, fault = 0, 1, Fault.NOT_FIELDS
    try:
        root = yaml.compose(text, Loader=_Loader)
        if isinstance(root, yaml.MappingNode):
            return root
    except yaml.MarkedYAMLError as error:
        fault = Fault.CLEVER_YAML if isinstance(error, _CleverYaml) else Fault.NOT_YAML
        if mark := error.problem_mark or error.context_mark:
            line, column = mark.line, mark.column + 1
    except (ValueError, OverflowError):  # an escape beyond Unicode
        fault = Fault.NOT_YAML
    findings.add(first_line + line, fault, column=column)
    return None


@dataclass(frozen=True, slots=True)
class _Plain:
    """Turns YAML nodes into plain values and notes the line of each."""

    first_line: int
    findings: Findings
    lines: dict[Place, int]

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            self._pair(values, key, value, place)
        return values

    def _pair(self, values: dict[str, Any], key: yaml.Node, value: yaml.Node, place: Place) -> None:
        line = self._line(key)
        name = self._text(key) if isinstance(key, yaml.ScalarNode) else ""
        if not name:
            self.findings.add(line, Fault.NOT_FIELDS)
        elif name in values:
            self.findings.add(line, Fault.TWICE, name=name)
        elif not _absent(value):
            self.lines[*place, name] = line
            values[name] = self._value(value, (*place, name))

    def _value(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, self._line(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(each, (*place, number)) for number, each in enumerate(node.value))
        return self._text(node)

    def _text(self, node: yaml.Node) -> str:
        """Escapes can bring in what the raw text did not hold, so it is looked at again."""
        text = unicodedata.normalize("NFC", str(node.value))
        text = re.sub(r"[ \n\t]+", " ", text).strip(" ")
        for each in unreadable(text):
            self.findings.add(self._line(node), Fault.INVISIBLE, code=f"U+{ord(each):04X}")
        return text

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line


def _absent(node: yaml.Node) -> bool:
    """A field with nothing after its colon is as good as left out."""
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style is None


def _check(reading: FrontReading, findings: Findings) -> Front | None:
    try:
        return Front.model_validate(reading.fields)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            _report(error, reading, findings)
        return None


def _report(error: ErrorDetails, reading: FrontReading, findings: Findings) -> None:
    place = tuple(each for each in error["loc"] if each != "[key]")
    name = ".".join(each for each in place if isinstance(each, str))
    fault = _FAULTS.get(error["type"]) or Fault[error["type"]]
    findings.add(reading.line(place), fault, field=name, **error.get("ctx", {}))
