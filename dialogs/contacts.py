"""People to talk to: found by what they told of themselves, asked in a chat or where the network reads it."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta

from cards import contacts as cards
from cards.help import notice
from cards.people_actions import AskContact, SendContactQuestion, ShowContacts
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Place, Replace, Reply, Say, Turn, Whisper, for_them_alone
from knowledge import contacts, people, posts, presence
from knowledge.contacts import Contact
from knowledge.people import Profile
from knowledge.posts import Post
from knowledge.store.contract import Transaction

POSTED_WITHIN = timedelta(hours=1)


async def show_contacts(context: Context, turn: Turn, asked: str) -> list[Reply]:
    """List those who fit what is `asked`, or all."""
    found = await find(context, turn, asked)
    return [Say(cards.contacts(found, asked, turn.language) if found else cards.none(asked, turn.language))]


async def show_all(context: Context, turn: Turn, action: ShowContacts) -> list[Reply]:
    """All of them in the place of a digest, with the way back to it."""
    found = await find(context, turn, "")
    if not found:
        return [Replace(cards.none("", turn.language, digest=action.digest))]
    return [Replace(cards.contacts(found, "", turn.language, digest=action.digest))]


async def find(context: Context, turn: Turn, asked: str) -> list[Contact]:
    return await context.store.run(lambda tx: contacts.find(tx, turn.network, asked, turn.person.id, turn.at.date()))


def told(found: Sequence[Contact], asked: str, turn: Turn) -> Say:
    """What is said to a question that asks for people."""
    if found:
        return Say(cards.contacts(found, asked, turn.language, from_question=True))
    return Say(cards.none(asked, turn.language))


async def ask_contact(context: Context, turn: Turn, action: AskContact) -> list[Reply]:
    """The form to ask somebody with."""
    profile = await context.store.run(lambda tx: _findable(tx, turn, action.person))
    if profile is None:
        return _gone(turn)
    return for_them_alone(turn, cards.form(profile, secrets.token_urlsafe(9), turn.language))


async def send_question(context: Context, turn: Turn, action: SendContactQuestion) -> list[Reply]:
    """Ask somebody in this thread, or from a private chat in the channel; once, however often it is clicked."""
    profile = await context.store.run(lambda tx: _findable(tx, turn, action.person))
    if profile is None:
        return _gone(turn)
    words = action.words.strip()
    if not words or len(words) > cards.LONGEST_QUESTION:
        return for_them_alone(turn, cards.form(profile, action.question, turn.language, typed=action.words, bad=True))
    await context.store.run(lambda tx: _post(tx, turn, profile, action.question, words))
    return for_them_alone(turn, notice(text(turn.language, "contacts-sent"), turn.language))


def _findable(tx: Transaction, turn: Turn, person: str) -> Profile | None:
    """Somebody who is found here today."""
    profile = people.find(tx, turn.network, person)
    return profile if profile and profile.is_found(turn.at.date()) else None


def _post(tx: Transaction, turn: Turn, profile: Profile, question: str, words: str) -> None:
    card = asdict(cards.posted(profile, turn.person.name, words, turn.language))
    about = (turn.person.id, profile.person)
    asked = Post(f"contact/{question}", _where(tx, turn), "", card, turn.at, turn.at + POSTED_WITHIN, about)
    posts.intend(tx, turn.network, asked)


def _where(tx: Transaction, turn: Turn) -> str:
    """The thread; from a private chat the channel they last wrote in."""
    return presence.channel_of(tx, turn.person.id) if turn.place is Place.PERSONAL else turn.thread


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "contacts-gone"))]
