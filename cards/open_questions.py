"""Open questions: the form to answer one with, and the answer in the thread where it was asked."""

from collections.abc import Collection

from cards.actions import SendAnswer, execute
from cards.card import Card, Json
from cards.digest_actions import ShowDigest
from cards.forms import text_input, tick, wrong
from cards.parts import bold, buttons, card, faint, link, paragraphs, plain, quiet, sentence, short, title
from cards.texts import text
from knowledge.open_questions import OpenQuestion

LONGEST_ANSWER = 2000  # characters
LONGEST_LINK = 1000
LONGEST_QUESTION = 300


def form(asked: OpenQuestion, typed: SendAnswer, language: str, *, bad: Collection[str] = ()) -> Card:
    """What to fill in; `typed` is what was, of which the fields `bad` are wrong."""
    head = text(language, "question-answer")
    fields = {
        "words": text_input("words", _label("words", language), typed.words, most=LONGEST_ANSWER, lines=True),
        "link": text_input("link", _label("link", language), typed.link, most=LONGEST_LINK),
        "named": tick("named", _label("named", language), text(language, "question-name-me"), typed.named),
    }
    inputs = [part for name, field in fields.items() for part in (field, *_wrong(name, bad, language))]
    sending = SendAnswer(question=asked.id, digest=typed.digest)
    doing = [
        execute(text(language, "question-send"), sending, filled_in=tuple(fields)),
        _back(typed.digest, language, past_inputs=True),
    ]
    where = quiet(text(language, "question-where"))
    return card(language, head, [title(head), _asked(asked), *inputs, where, *buttons(doing)])


def thanks(digest: str, language: str) -> Card:
    """To who answered: where the answer stands now."""
    words = text(language, "question-thanks")
    return card(language, words, [sentence(words), *buttons([_back(digest, language)])])


def answered(asked: OpenQuestion, given: SendAnswer, name: str, language: str) -> Card:
    """The answer as it is read where the question was asked; `name` is who gave it, if they said it may be shown."""
    head = text(language, "question-answered")
    words = [plain(line) for line in paragraphs(given.words)]
    source = [sentence(link(short(given.link, LONGEST_QUESTION), given.link))] if given.link else []
    by = text(language, "question-by", name=name) if name else text(language, "question-by-somebody")
    return card(language, head, [title(head), _asked(asked), *words, *source, plain(faint(by))])


def _asked(asked: OpenQuestion) -> Json:
    return plain(bold(short(asked.question, LONGEST_QUESTION)))


def _label(field: str, language: str) -> str:
    return text(language, f"question-label-{field}")


def _wrong(field: str, bad: Collection[str], language: str) -> list[Json]:
    return [wrong(text(language, "question-error", field=field, most=LONGEST_ANSWER))] if field in bad else []


def _back(digest: str, language: str, *, past_inputs: bool = False) -> Json:
    title = text(language, "digest-back-to-digest")
    return execute(title, ShowDigest(digest=digest), past_inputs=past_inputs)
