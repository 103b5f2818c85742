"""Answering an open question: the form, and the answer into the thread where it was asked."""

from dataclasses import asdict
from datetime import timedelta

from cards import open_questions as cards
from cards.actions import AnswerQuestion, SendAnswer
from cards.texts import text
from dialogs.memory import Memory
from dialogs.turn import Replace, Reply, Turn, Whisper
from knowledge import open_questions, posts
from knowledge.posts import Post
from knowledge.store.contract import Transaction

TIMELY = timedelta(days=1)  # how long it may take to get into Teams
_WEB = ("https://", "http://")


async def answer_question(memory: Memory, turn: Turn, action: AnswerQuestion) -> list[Reply]:
    """Open the form."""
    asked = await memory.store.run(lambda tx: open_questions.find(tx, turn.network, action.question))
    if asked is None:
        return _closed(turn)
    empty = SendAnswer(question=action.question, digest=action.digest)
    return [Replace(cards.form(asked, empty, turn.language))]


async def send_answer(memory: Memory, turn: Turn, action: SendAnswer) -> list[Reply]:
    """Post what was filled in, unless somebody else was quicker, and close the question."""
    bad = _bad(action)
    if not bad:
        sent = await memory.store.run(lambda tx: _answer(tx, turn, action))
        return [Replace(cards.thanks(action.digest, turn.language))] if sent else _closed(turn)
    asked = await memory.store.run(lambda tx: open_questions.find(tx, turn.network, action.question))
    return [Replace(cards.form(asked, action, turn.language, bad=bad))] if asked else _closed(turn)


def _bad(action: SendAnswer) -> set[str]:
    """The fields that cannot be taken as they are."""
    words, link = action.words.strip(), action.link.strip()
    short_enough = 0 < len(words) <= cards.LONGEST_ANSWER
    web = not link or (link.startswith(_WEB) and " " not in link and len(link) <= cards.LONGEST_LINK)
    return {name for name, good in (("words", short_enough), ("link", web)) if not good}


def _answer(tx: Transaction, turn: Turn, action: SendAnswer) -> bool:
    asked = open_questions.close(tx, turn.network, action.question)
    if asked is None:
        return False
    name = turn.person.name if action.named == "true" else ""
    card = cards.answered(asked, action, name, turn.language)
    conversation = "" if asked.asker else asked.thread
    about = (turn.person.id,) if name else ()
    post = Post(f"question/{asked.id}", conversation, asked.asker, asdict(card), turn.at, turn.at + TIMELY, about)
    posts.intend(tx, turn.network, post)
    return True


def _closed(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "question-closed"))]
