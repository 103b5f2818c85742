"""The introduction, the help and the short sentences of conversation."""

from cards.actions import Ask, ListCases, execute
from cards.card import Card, Json
from cards.parts import bold, buttons, card, group, heading, plain, quiet, sentence, title
from cards.texts import text

EXAMPLES = ("risk", "land", "housing", "northvolt")
COMMANDS = (
    *("ask", "cases", "contribute", "contacts", "profile", "data", "forget", "poll", "evaluation", "digest"),
    *("triads", "gathering", "assignment", "summary", "meetings", "to-do", "leader", "help"),
)


def introduction(language: str, installer: str = "") -> Card:
    """Who Erfa is, what it does and four things to ask; `installer` is who added it, where known."""
    by = [plain(text(language, "intro-by", name=installer))] if installer else []
    body = [title(text(language, "intro-title")), sentence(text(language, "intro-what")), *by, *_how(language)]
    return card(language, text(language, "intro-title"), [*body, *_examples(language)])


def help_card(language: str, *, transcripts: bool) -> Card:
    """What can be written, and how to reach Erfa in a channel and in a chat; `transcripts` if they are fetched."""
    commands = [
        plain(bold(text(language, f"help-{command}-typed")), f" – {text(language, f'help-{command}-does')}")
        for command in COMMANDS
    ]
    body = [title(text(language, "help-title")), sentence(text(language, "help-ask-anything")), group(commands)]
    fetched = quiet(text(language, "help-transcripts", fetched="yes" if transcripts else "no"))
    return card(language, text(language, "help-title"), [*body, fetched, *_how(language), *_examples(language)])


def notice(words: str, language: str) -> Card:
    """One sentence to the reader."""
    return card(language, words, [plain(words)])


def example(name: str, language: str) -> str | None:
    """The example question of that name."""
    return text(language, f"example-{name}") if name in EXAMPLES else None


def _how(language: str) -> list[Json]:
    lines = [sentence(text(language, key)) for key in ("how-mention", "how-sources")]
    return [group([heading(text(language, "how-title")), *lines])]


def _examples(language: str) -> list[Json]:
    asking = [execute(text(language, f"example-{name}"), Ask(example=name)) for name in EXAMPLES]
    shown = buttons([*asking, execute(text(language, "intro-cases"), ListCases(in_place=False))])
    return [group([heading(text(language, "intro-try")), *shown])]
