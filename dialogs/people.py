"""One's own profile: opened by whoever it belongs to, and shown to nobody else."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from cards import people as cards
from cards.card import Card
from cards.people_actions import SaveProfile, ShowProfile
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Place, Reply, Say, Turn, for_them_alone
from knowledge import people
from knowledge.library.model import THEMES
from knowledge.people import HOMES, Challenges, Profile

MOST_NAMES = 50


async def profile(context: Context, turn: Turn, _: str) -> list[Reply]:
    """In private the profile, elsewhere the way to it."""
    return [Say(await _form(context, turn) if turn.place is Place.PERSONAL else cards.door(turn.language))]


async def show_profile(context: Context, turn: Turn, _: ShowProfile) -> list[Reply]:
    return for_them_alone(turn, await _form(context, turn))


async def save_profile(context: Context, turn: Turn, action: SaveProfile) -> list[Reply]:
    """Keep what was filled in, if all of it can be."""
    bad = _bad(action, turn.at.date())
    if bad:
        return for_them_alone(turn, await _form(context, turn, typed=action, bad=bad))
    if not turn.has_network:
        return for_them_alone(turn, cards.no_network(turn.language))
    said = replace(_filled_in(action, turn), address=await turn.ask_address())
    await context.store.run(lambda tx: people.save(tx, turn.network, said))
    return for_them_alone(turn, await _form(context, turn, note=text(turn.language, "people-saved")))


async def _form(
    context: Context, turn: Turn, *, typed: SaveProfile | None = None, bad: tuple[str, ...] = (), note: str = ""
) -> Card:
    if not turn.has_network:
        return cards.no_network(turn.language)
    known = await context.store.run(lambda tx: people.find(tx, turn.network, turn.person.id))
    today = turn.at.date()
    held = replace(known, name=turn.person.name) if known else Profile(turn.person.id, turn.person.name)
    own = cards.Own(held, known is not None, found=held.is_found(today), paused=held.is_paused(today))
    return cards.profile(own, turn.language, typed=typed, bad=bad, note=note)


def _bad(typed: SaveProfile, today: date) -> tuple[str, ...]:
    """The fields that cannot be taken as they are."""
    paused = _day(typed.paused)
    told = typed.been_through or typed.faces or typed.been_words.strip() or typed.faces_words.strip()
    good = {
        "home": typed.home in HOMES,
        "been_words": bool(told) or not _is_yes(typed.findable),
        "paused": not typed.paused or (paused is not None and paused >= today),
    }
    short = {name: len(getattr(typed, name)) <= most for name, most in cards.MOST.items()}
    return tuple(name for name in {**good, **short} if not (good.get(name, True) and short.get(name, True)))


def _filled_in(typed: SaveProfile, turn: Turn) -> Profile:
    """What `typed` says, if it is not bad."""
    return Profile(
        person=turn.person.id,
        name=turn.person.name,
        home=typed.home,
        role=typed.role.strip(),
        been_through=_challenges(typed.been_through, typed.been_words),
        faces=_challenges(typed.faces, typed.faces_words),
        would_ask=typed.would_ask.strip(),
        findable=turn.at if _is_yes(typed.findable) else None,
        matchable=turn.at if _is_yes(typed.matchable) else None,
        paused=_day(typed.paused),
        not_with=tuple(filter(None, (name.strip() for name in typed.not_with.splitlines())))[:MOST_NAMES],
    )


def _challenges(themes: str, words: str) -> Challenges:
    chosen = {each.strip() for each in themes.split(",")}
    return Challenges(tuple(each for each in THEMES if each in chosen), words.strip())


def _is_yes(typed: str) -> bool:
    return typed == cards.YES


def _day(typed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(typed)
    return None
