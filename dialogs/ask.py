"""Questions: answered from the library, opened, thumbed, or kept as open."""

from cards import ask as cards
from cards import help as help_cards
from cards.actions import Ask, KeepQuestion, Rate, ShowAnswer
from cards.texts import text
from dialogs import meeting_drafts, open_questions
from dialogs.context import Context
from dialogs.turn import Replace, Reply, Say, Turn, Whisper
from knowledge import answers, contacts
from knowledge.answers import Given
from knowledge.ask import answer
from knowledge.contacts import Contact
from knowledge.meetings.pasted import is_notes

MOST_CHARACTERS = 1000


async def ask(context: Context, turn: Turn, question: str) -> list[Reply]:
    """Answer what somebody wrote; a page of notes asks nothing, and is no question to keep."""
    if not any(char.isalpha() for char in question):
        key = "said-picture" if turn.attachments else "said-nothing"
        return [Say(help_cards.notice(text(turn.language, key), turn.language))]
    if is_notes(question):
        return await meeting_drafts.take_notes(context, turn, question)
    if len(question) > MOST_CHARACTERS:
        words = text(turn.language, "said-too-long", most=MOST_CHARACTERS)
        return [Say(help_cards.notice(words, turn.language))]
    return [await _answered(context, turn, question, from_button=False)]


async def ask_example(context: Context, turn: Turn, action: Ask) -> list[Reply]:
    """Answer an example; the card names the question, since nobody wrote it."""
    question = help_cards.example(action.example, turn.language)
    if question is None:
        return [Whisper(text(turn.language, "answer-gone"))]
    return [await _answered(context, turn, question, from_button=True)]


async def _answered(context: Context, turn: Turn, question: str, *, from_button: bool) -> Say:
    library = await context.library(turn)
    talk = await context.store.run(lambda tx: answers.talk(tx, turn.network, turn.thread, turn.at))
    found = answer(library, question, talk)
    given = Given(answers.new_id(turn.at), found, turn.language, turn.thread, from_button)
    await context.store.run(lambda tx: answers.keep(tx, turn.network, given, turn.at))
    return Say(cards.answer(given, await _contact(context, turn, given)))


async def show_answer(context: Context, turn: Turn, action: ShowAnswer) -> list[Reply]:
    """Back from a case to the answer."""
    given = await _find(context, turn, action.answer)
    return [Replace(cards.answer(given, await _contact(context, turn, given)))] if given else _gone(turn)


async def rate(context: Context, turn: Turn, action: Rate) -> list[Reply]:
    given = await _find(context, turn, action.answer)
    if given is None:
        return _gone(turn)
    person = turn.person.id
    await context.store.run(
        lambda tx: answers.rate(tx, turn.network, answers.Thumb(action.answer, person, action.helped), turn.at)
    )
    return [Replace(cards.answer(given, await _contact(context, turn, given), rated=action.helped))]


async def keep_question(context: Context, turn: Turn, action: KeepQuestion) -> list[Reply]:
    """Whoever asked wants the network to answer."""
    given = await _find(context, turn, action.answer)
    if given is None:
        return _gone(turn)
    joined = await context.store.run(lambda tx: open_questions.ask_network(tx, turn, given))
    kept = cards.Kept.JOINED if joined else cards.Kept.ASKED
    return [Replace(cards.answer(given, await _contact(context, turn, given), kept=kept))]


async def _contact(context: Context, turn: Turn, given: Given) -> Contact | None:
    """Somebody who has been through what was asked about, and wants to be found."""
    asked = f"{given.answer.question} {given.answer.following}"
    return await context.store.run(lambda tx: contacts.best(tx, turn.network, asked, turn.person.id, turn.at.date()))


async def _find(context: Context, turn: Turn, answer_id: str) -> Given | None:
    library = await context.library(turn)
    return await context.store.run(lambda tx: answers.find(tx, turn.network, answer_id, library))


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "answer-gone"))]
