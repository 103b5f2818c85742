"""Posts that did not come through as they should, for those who lead the network."""

from collections.abc import Sequence
from datetime import tzinfo

from cards.actions import ItIsThere, PostAgain, execute
from cards.card import Card, Json
from cards.dates import day
from cards.parts import bold, buttons, card, group, plain, quiet, sentence, short, title
from cards.texts import text
from knowledge.posts import Kept

MOST_SHOWN = 8
LONGEST_NAME = 120


def troubles(found: Sequence[Kept], zone: tzinfo, language: str, *, note: str = "") -> Card:
    """What is unclear or was given up, the latest first; `note` says what just came of a click."""
    said = [plain(bold(note))] if note else []
    if not found:
        return card(language, note or text(language, "posts-fine"), [*said, sentence(text(language, "posts-fine"))])
    head = text(language, "posts-troubles", count=len(found))
    left_out = len(found) - MOST_SHOWN
    more = [quiet(text(language, "posts-more", count=left_out), "Medium")] if left_out > 0 else []
    shown = [_trouble(each, zone, language) for each in reversed(found[-MOST_SHOWN:])]
    return card(language, note or head, [*said, title(head), *shown, *more])


def _trouble(kept: Kept, zone: tzinfo, language: str) -> Json:
    """What was to be read in private is not shown to others, not even in one line."""
    private = bool(kept.post.person)
    name = text(language, "posts-private") if private else short(str(kept.post.card["summary"]), LONGEST_NAME)
    date = day(language, (kept.tried_at or kept.post.not_before).astimezone(zone).date())
    about = [plain(bold(name)), quiet(date, "None")]
    if not kept.unclear:
        there = "true" if kept.shown else "false"
        return group([*about, sentence(text(language, "posts-why", why=kept.why, there=there))], separator=True)
    unclear = sentence(text(language, "posts-unclear", private="true" if private else "false"))
    deciding = [
        execute(text(language, "posts-there"), ItIsThere(network=kept.network, post=kept.id), about=name),
        execute(text(language, "posts-again"), PostAgain(network=kept.network, post=kept.id), about=name),
    ]
    return group([*about, unclear, *buttons(deciding)], separator=True)
