"""Every word a user sees, from the Fluent catalogues in locale/{sv,en}."""

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")
LONGEST_ARGUMENT = 900  # characters; Fluent takes no more than 1,000


class MissingText(LookupError):
    """A catalogue lacks a text, or a text lacks an argument: a defect of ours."""


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("cards") / "locale" / language
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def load() -> None:
    """Read the catalogues now, so that nobody waits for it later."""
    for language in LANGUAGES:
        _bundle(language)


def text(language: str, key: str, **arguments: str | int) -> str:
    """The text `key` in `language` (one of LANGUAGES), arguments cut where too long. Raises MissingText."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        raise MissingText(f"{key} is not in the catalogue of {language}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingText(f"{key} has no text in the catalogue of {language}")
    given = {name: each[:LONGEST_ARGUMENT] if isinstance(each, str) else each for name, each in arguments.items()}
    words, errors = bundle.format_pattern(pattern, given)
    if errors:
        raise MissingText(f"{key} in {language}: {errors[0]}")
    return str(words)
