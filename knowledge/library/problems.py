"""What can be wrong with a case file, in the words an editor reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """Every message; what stands in braces is filled in where the fault is found."""

    # the file
    TOO_LARGE = "Filen är för stor: {size} byte, högst {limit} går."
    NOT_UTF8 = "Filen är inte sparad som UTF-8 (tecknet nummer {column} på raden går inte att läsa)."
    NO_CASES = "Här finns inga fall: inga filer som slutar på .md."
    INVISIBLE = "Tecknet {code} syns inte eller går inte att läsa. Ta bort det."
    # the front matter
    NO_FRONT = "Filen ska börja med en rad --- följd av fallets uppgifter."
    OPEN_FRONT = "Fallets uppgifter ska avslutas med en egen rad ---."
    NOT_YAML = "Uppgifterna går inte att läsa vid tecken {column}: titta efter kolon, citattecken och indrag."
    NOT_FIELDS = "Uppgifterna ska skrivas som fält: värde, ett på varje rad."
    CLEVER_YAML = "Ankare, alias, typmärken (& * !) och mer än fyra nivåer används inte här."
    TWICE = "{name} står två gånger."
    MISSING = "Fältet {field} saknas."
    UNKNOWN_FIELD = "Fältet {field} finns inte."
    NOT_TEXT = "{field} ska vara en text."
    NOT_LIST = "{field} ska vara en lista, till exempel [mark, risk]."
    NOT_MAPPING = "{field} ska ha fält under sig, ett på varje rad."
    EMPTY = "{field} får inte vara tomt."
    TOO_LONG = "{field} är för långt: högst {max_length} tecken."
    BAD_KEY = "{field} ska bestå av små bokstäver a–z, siffror och bindestreck, högst {limit} tecken."
    NOT_FILE_NAME = "id är {id} men filen heter {name}; de ska vara lika."
    NOT_AMONG = "{field} har ett okänt värde. Välj bland: {allowed}."
    BAD_DAY = "{field} ska vara ett datum som finns, skrivet 2026-03-05."
    BAD_DATE = "{field} ska vara ett datum som finns, skrivet 2026-03-05, 2026-03 eller 2026."
    FUTURE = "{field} ligger i framtiden."
    BAD_URL = "{field} ska vara en hel webbadress som börjar med https:// eller http://, utan blanksteg och lösenord."
    UNUSED_SOURCE = "Källan {source} används inte av något påstående."
    CONFIDENTIAL_FOR_ALL = "Ett fall som är ej offentligt kan bara läggas in i ett namngivet nätverk (--network)."
    MERGED_FOR_ALL = "Ett fall som andra är ihopslagna med kan bara läggas in i ett namngivet nätverk (--network)."
    MERGED_WITH_ITSELF = "Ett fall kan inte vara ihopslaget med sig självt (merged: {id})."
    # the body
    NO_INTRO = "Ingressen saknas: en till två meningar före den första rubriken."
    STATEMENT_TOO_LONG = "Texten är {length} tecken; högst {limit} går. Dela den."
    NO_SECTIONS = "Fallet har inga avsnitt: skriv minst en rubrik med ## och påståenden under."
    HEADING = "En rubrik skrivs på en egen rad med ##, ett blanksteg och rubrikens text."
    EMPTY_SECTION = "Avsnittet {heading} har inga påståenden."
    STRAY = "Texten hör inte hemma här: ett påstående börjar med - och fortsätter på indragna rader."
    NO_STATEMENT = "Påståendet har ingen text."
    BRACES = "Klamrarna går inte ihop: märkningen skrivs {{#id}} och står sist i påståendet."
    FOOTNOTE_PLACE = "Fotnoter skrivs [^källa] och står sist i påståendet, före märkningen."
    NO_FOOTNOTE = "Påståendet har ingen källa."
    UNKNOWN_SOURCE = "Källan {source} finns inte bland fallets källor."
    NO_ID = "Påståendet ska ha precis ett id, skrivet {{#id}}."
    SAME_ID = "{id} används redan i {file}, rad {line}."
    UNKNOWN_MARK = "Märket {mark} finns inte. De som finns är #id, .osäker, .lucka och mot=."
    AGAINST_ITSELF = "Påståendet kan inte stå mot sig självt (mot={id})."
    # across cases
    ID_TAKEN = "{id} används redan i fallet {case}."
    NO_TARGET = "mot={id}: det påståendet finns inte."
    NOT_MUTUAL = "mot={id}: det påståendet pekar inte tillbaka med mot={back}."


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`line` counts from 1; `message` is a whole Swedish sentence."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class BadCase(ValueError):
    """Case files with problems: all that were found, in order of file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(slots=True)
class Findings:
    """Collects what is wrong with one file while it is read."""

    file: str
    problems: set[Problem] = field(default_factory=set)

    def add(self, line: int, fault: Fault, /, **details: object) -> None:
        self.problems.add(Problem(self.file, line, fault.format(**details)))
