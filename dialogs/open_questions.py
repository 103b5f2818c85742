"""An open question: asked where the network reads, answered by a form or in its thread, settled by whoever asked."""

from dataclasses import asdict, replace
from datetime import timedelta

from cards import lessons as lesson_cards
from cards import open_questions as cards
from cards.actions import AnswerQuestion, KeepAnswer, MarkHelpful, SendAnswer
from cards.card import Card
from cards.help import notice
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Form, Place, Replace, Reply, Say, Turn, Whisper, for_them_alone
from knowledge import contacts, open_questions, posts, presence
from knowledge.answers import Given
from knowledge.lessons.beginnings import begin, id_of, prefilled
from knowledge.lessons.model import Lesson
from knowledge.lessons.telling import one_line
from knowledge.library import catalogue
from knowledge.library.front import is_web_address
from knowledge.open_questions import Answered, OpenQuestion
from knowledge.posts import Post
from knowledge.store.contract import Transaction

TIMELY = timedelta(days=1)  # how long it may take to get into Teams
ASKED = "open-question"


def ask_network(tx: Transaction, turn: Turn, given: Given) -> bool:
    """Keep what was not answered and have it posted in the channel; one that asks the same is joined instead.

    Says whether it was joined.
    """
    known = open_questions.similar(tx, turn.network, given.answer.question)
    if known and known.id != given.id:
        joined = open_questions.join(tx, turn.network, known.id, turn.person.id)
        _redraw(tx, turn, joined or known)
        return True
    private = turn.place is Place.PERSONAL
    open_questions.keep(tx, turn.network, given, turn.person.id if private else "", turn.at)
    question = open_questions.join(tx, turn.network, given.id, turn.person.id)
    channel = presence.channel_of(tx, turn.person.id) if private else turn.channel
    if question and channel:
        _post(tx, turn, question, channel)
    return False


async def answer_question(context: Context, turn: Turn, action: AnswerQuestion) -> list[Reply]:
    """Open the form beside the card, which may change at any time: others answer too."""
    asked = await context.store.run(lambda tx: open_questions.find(tx, turn.network, action.question))
    if asked is None or asked.is_settled:
        return _closed(turn)
    return [Form(cards.form(asked, SendAnswer(question=action.question), turn.language))]


async def send_answer(context: Context, turn: Turn, action: SendAnswer) -> list[Reply]:
    """Post what was filled in where the question was asked."""
    bad = _bad(action)
    if not bad:
        name = turn.person.name if action.named == "true" else ""
        reply = Answered(turn.person.id, name, action.words.strip(), action.link.strip(), turn.at)
        sent = await context.store.run(lambda tx: _answer(tx, turn, action.question, reply))
        return [Replace(notice(text(turn.language, "question-thanks"), turn.language))] if sent else _closed(turn)
    asked = await context.store.run(lambda tx: open_questions.find(tx, turn.network, action.question))
    return [Replace(cards.form(asked, action, turn.language, bad=bad))] if asked else _closed(turn)


async def take_reply(context: Context, turn: Turn) -> list[Reply]:
    """What is said to Erfa in the thread of a question, and asks nothing itself, is an answer; nothing elsewhere."""
    words = turn.words.strip()
    if turn.place is not Place.CHANNEL or not words or words.endswith("?") or len(words) > cards.LONGEST_ANSWER:
        return []

    def work(tx: Transaction) -> bool:
        asked = next((each for each in open_questions.unsettled(tx, turn.network) if _is_here(tx, turn, each)), None)
        reply = Answered(turn.person.id, turn.person.name, words, "", turn.at)
        return asked is not None and _answer(tx, turn, asked.id, reply)

    taken = await context.store.run(work)
    return [Say(notice(text(turn.language, "question-taken"), turn.language))] if taken else []


async def mark_helpful(context: Context, turn: Turn, action: MarkHelpful) -> list[Reply]:
    """Whoever asked, or a leader, says which answer helped: the question is settled."""

    def work(tx: Transaction) -> Card | None:
        asked = open_questions.find(tx, turn.network, action.question)
        if asked is None or not (turn.leader or turn.person.id in asked.askers):
            return None
        settled = open_questions.settle(tx, turn.network, action.question, action.reply)
        if settled is None:
            return None
        _redraw(tx, turn, settled)
        card = cards.answered(settled, action.reply, turn.language)
        kept = posts.belonging(tx, turn.network, _reply_post(settled, action.reply))
        if kept:
            posts.change(tx, turn.network, kept.id, asdict(card), turn.at)
        return card

    card = await context.store.run(work)
    return [Replace(card)] if card else [Whisper(text(turn.language, "question-not-asked"))]


async def keep_answer(context: Context, turn: Turn, action: KeepAnswer) -> list[Reply]:
    """Whoever answered makes a lesson of it: in the form, so that nothing is kept that they did not send."""

    def work(tx: Transaction) -> Card | None:
        asked = open_questions.find(tx, turn.network, action.question)
        reply = asked.replies[action.reply] if asked and action.reply < len(asked.replies) else None
        if asked is None or reply is None or reply.author != turn.person.id:
            return None
        situation = text(turn.language, "question-situation", question=asked.question)
        told = prefilled(reply.words, title=asked.question, situation=situation, link=reply.link)
        drafted = Lesson(
            id_of(asked.id, str(action.reply)),
            reply.author,
            reply.name,
            "",
            replace(told, named=bool(reply.name)),
            reply.at,
            question=one_line(asked.question),
        )
        return lesson_cards.form_of(begin(tx, turn.network, drafted), turn.language)

    card = await context.store.run(work)
    return for_them_alone(turn, card) if card else [Whisper(text(turn.language, "question-not-answered"))]


def _bad(action: SendAnswer) -> set[str]:
    """The fields that cannot be taken as they are."""
    words, link = action.words.strip(), action.link.strip()
    short_enough = 0 < len(words) <= cards.LONGEST_ANSWER
    web = not link or (is_web_address(link) and len(link) <= cards.LONGEST_LINK)
    return {name for name, good in (("words", short_enough), ("link", web)) if not good}


def _answer(tx: Transaction, turn: Turn, id: str, reply: Answered) -> bool:
    asked = open_questions.answer(tx, turn.network, id, reply)
    if asked is None:
        return False
    number = len(asked.replies) - 1
    card = cards.answered(asked, number, turn.language)
    conversation = "" if asked.asker else asked.thread
    about = (turn.person.id,) if reply.name else ()
    name = _reply_post(asked, number)
    posts.intend(
        tx, turn.network, Post(name, conversation, asked.asker, asdict(card), turn.at, turn.at + TIMELY, about)
    )
    _redraw(tx, turn, asked)
    return True


def _post(tx: Transaction, turn: Turn, question: OpenQuestion, channel: str) -> None:
    """In the channel, mentioning somebody who wants to be found and has been through it.

    One asked in private goes with whoever asked it, should they be forgotten.
    """
    contact = contacts.best(tx, turn.network, question.question, turn.person.id, turn.at.date())
    card = cards.asked(question, _titles(tx, turn, question), turn.language, contact=contact)
    about = tuple(filter(None, (contact.profile.person if contact else "", question.asker)))
    name = f"{ASKED}/{question.id}"
    posts.intend(tx, turn.network, Post(name, channel, "", asdict(card), turn.at, turn.at + TIMELY, about))


def _redraw(tx: Transaction, turn: Turn, question: OpenQuestion) -> None:
    kept = posts.belonging(tx, turn.network, f"{ASKED}/{question.id}")
    if kept:
        card = cards.asked(question, _titles(tx, turn, question), turn.language)
        posts.change(tx, turn.network, kept.id, asdict(card), turn.at)


def _titles(tx: Transaction, turn: Turn, question: OpenQuestion) -> list[str]:
    """As everybody sees them: a confidential case is not among them."""
    labels = (catalogue.label(tx, turn.network, each) for each in question.cases)
    return [label.title for label in labels if label]


def _is_here(tx: Transaction, turn: Turn, question: OpenQuestion) -> bool:
    kept = posts.belonging(tx, turn.network, f"{ASKED}/{question.id}")
    return kept is not None and kept.thread == turn.thread


def _reply_post(question: OpenQuestion, number: int) -> str:
    return f"question/{question.id}/{number}"


def _closed(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "question-closed"))]
