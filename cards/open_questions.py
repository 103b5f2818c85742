"""Open questions: asked where the network reads, the form to answer one with, the answers and what became of them."""

from collections.abc import Collection, Sequence

from cards.actions import AnswerQuestion, KeepAnswer, MarkHelpful, SendAnswer, execute, opening
from cards.card import Card, Json
from cards.forms import text_input, tick, wrong
from cards.parts import (
    bold,
    buttons,
    card,
    escape,
    faint,
    group,
    link,
    mention,
    mentioning,
    paragraphs,
    plain,
    quiet,
    sentence,
    short,
    title,
    within,
)
from cards.texts import text
from knowledge.contacts import Contact
from knowledge.open_questions import Answered, OpenQuestion

LONGEST_ANSWER = 2000  # characters
LONGEST_LINK = 1000
LONGEST_QUESTION = 300
LONGEST_SHOWN = 400  # characters of an answer beneath its question
LONGEST_REASON = 80
MOST_CASES = 3
ROOM = 16_000  # bytes for the answers beneath a question


def asked(question: OpenQuestion, cases: Sequence[str], language: str, *, contact: Contact | None = None) -> Card:
    """The question as all read it, with the titles of the nearest `cases` and its answers so far.

    `contact` is somebody who has been through it, to be told of it.
    """
    head = text(language, "question-head")
    state = "settled" if question.is_settled else "answered" if question.replies else "open"
    status = text(language, "question-status", state=state, count=len(question.askers))
    near = text(language, "question-near", titles=", ".join(short(each, 100) for each in cases[:MOST_CASES]))
    body = [
        title(head),
        _asked(question),
        plain(faint(status)),
        *([plain(near)] if cases and not question.replies else []),
        *_replies(question, language),
    ]
    doing = opening(text(language, "question-reply"), AnswerQuestion(question=question.id))
    how = [] if question.is_settled else [quiet(text(language, "question-how"), "Medium"), *buttons([doing])]
    summary = f"{head}: {short(question.question, 200)}"
    if contact is None:
        return card(language, summary, [*body, *how])
    profile = contact.profile
    mentioned = mention(profile.person, short(profile.name))
    why = escape(", ".join(short(each, LONGEST_REASON) for each in contact.been_through[:MOST_CASES]))
    told = sentence(text(language, "question-mention", mention=mentioned["text"], why=why))
    return mentioning(card(language, summary, [*body, told, *how]), mentioned)


def _replies(question: OpenQuestion, language: str) -> list[Json]:
    """The answers, the one that helped first, none with a name: those stand in the thread."""
    numbered = sorted(enumerate(question.replies), key=lambda each: each[0] != question.helped)
    lines = [_reply(reply, number == question.helped, language) for number, reply in numbered]
    return [group(list(within(lines, ROOM)), separator=True)] if lines else []


def _reply(reply: Answered, helped: bool, language: str) -> Json:
    mark = bold(text(language, "question-helped") + " ") if helped else ""
    return plain("• ", mark, short(reply.words, LONGEST_SHOWN))


def form(asked: OpenQuestion, typed: SendAnswer, language: str, *, bad: Collection[str] = ()) -> Card:
    """What to fill in; `typed` is what was, of which the fields `bad` are wrong."""
    head = text(language, "question-answer")
    fields = {
        "words": text_input("words", _label("words", language), typed.words, most=LONGEST_ANSWER, lines=True),
        "link": text_input("link", _label("link", language), typed.link, most=LONGEST_LINK),
        "named": tick("named", _label("named", language), text(language, "question-name-me"), typed.named),
    }
    inputs = [part for name, field in fields.items() for part in (field, *_wrong(name, bad, language))]
    send = execute(text(language, "question-send"), SendAnswer(question=asked.id), filled_in=tuple(fields))
    where = quiet(text(language, "question-where"))
    return card(language, head, [title(head), _asked(asked), *inputs, where, *buttons([send])])


def answered(asked: OpenQuestion, number: int, language: str) -> Card:
    """An answer as it is read where the question was asked, with what whoever asked or answered may do about it."""
    given = asked.replies[number]
    head = text(language, "question-answered")
    words = map(plain, paragraphs(given.words))
    source = [sentence(link(short(given.link, LONGEST_QUESTION), given.link))] if given.link else []
    by = text(language, "question-by", name=given.name) if given.name else text(language, "question-by-somebody")
    helped = asked.helped == number
    mark = (
        []
        if asked.is_settled
        else [execute(text(language, "question-mark"), MarkHelpful(question=asked.id, reply=number))]
    )
    keeping = opening(text(language, "question-keep"), KeepAnswer(question=asked.id, reply=number))
    said = [plain(bold(text(language, "question-helped-note")))] if helped else []
    body = [title(head), _asked(asked), *words, *source, plain(faint(by)), *said, *buttons([*mark, keeping])]
    return card(language, head, [*body, quiet(text(language, "question-keep-how"))])


def _asked(asked: OpenQuestion) -> Json:
    return plain(bold(short(asked.question, LONGEST_QUESTION)))


def _label(field: str, language: str) -> str:
    return text(language, f"question-label-{field}")


def _wrong(field: str, bad: Collection[str], language: str) -> list[Json]:
    return [wrong(text(language, "question-error", field=field, most=LONGEST_ANSWER))] if field in bad else []
