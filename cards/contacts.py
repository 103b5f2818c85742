"""People to talk to: listed, named beside an answer, asked in the channel."""

from collections.abc import Sequence
from urllib.parse import urlencode

from cards.actions import execute
from cards.card import Card, Json
from cards.digest_actions import ShowDigest
from cards.forms import text_input, wrong
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
    plain,
    quiet,
    sentence,
    short,
    title,
)
from cards.people import home_named
from cards.people_actions import AskContact, SendContactQuestion
from cards.texts import text
from knowledge.contacts import Contact
from knowledge.people import Profile

CHAT = "https://teams.microsoft.com/l/chat/0/0"
MOST_LISTED = 5
MOST_REASONS = 3
LONGEST_REASON = 80
LONGEST_ASKED = 100
LONGEST_QUESTION = 1000  # characters


def contacts(
    found: Sequence[Contact], asked: str, language: str, *, from_question: bool = False, digest: str = ""
) -> Card:
    """Those found for what is `asked`, best first; `from_question` says that nobody typed the command.

    `digest` is the card to return to.
    """
    head = text(language, "contacts-title")
    searched = [plain(faint(text(language, "contacts-asked", asked=short(asked, LONGEST_ASKED))))] if asked else []
    people = [
        group(_contact(each, language), separator=bool(number)) for number, each in enumerate(found[:MOST_LISTED])
    ]
    count = len(found) - len(people)
    more = [sentence(text(language, "contacts-more", count=count))] if count > 0 else []
    cases = [quiet(text(language, "contacts-cases"))] if from_question else []
    how = quiet(text(language, "contacts-how"), "Medium")
    return card(language, head, [title(head), *searched, *people, *more, how, *cases, *_back(digest, language)])


def none(asked: str, language: str, *, digest: str = "") -> Card:
    """Nobody was found; the same whether or not somebody hides."""
    key = "contacts-none" if asked else "contacts-none-at-all"
    words = text(language, key, asked=short(asked, LONGEST_ASKED)) if asked else text(language, key)
    return card(language, words, [plain(words), quiet(text(language, "contacts-none-how")), *_back(digest, language)])


def _back(digest: str, language: str) -> Sequence[Json]:
    return buttons([execute(text(language, "digest-back-to-digest"), ShowDigest(digest=digest))]) if digest else []


def beside(contact: Contact, language: str) -> Json:
    """The quiet line beside an answer."""
    profile = contact.profile
    why, home = _reasons(contact.been_through), home_named(profile.home, language)
    words = text(language, "contacts-beside", name=short(profile.name), home=home, why=why)
    return plain(faint(words), spacing="Medium")


def form(profile: Profile, question: str, language: str, *, typed: str = "", bad: bool = False) -> Card:
    """To ask somebody where all can read it; `question` is the name of the question."""
    name = short(profile.name)
    head = text(language, "contacts-form", name=name)
    label = text(language, "contacts-form-label")
    field = text_input("words", label, typed, most=LONGEST_QUESTION, lines=True)
    error = [wrong(text(language, "contacts-form-error", most=LONGEST_QUESTION))] if bad else []
    action = SendContactQuestion(person=profile.person, question=question)
    send = execute(text(language, "contacts-send"), action, filled_in=("words",))
    what = plain(text(language, "contacts-form-what", name=name))
    return card(language, head, [title(head), what, field, *error, *buttons([send])])


def posted(profile: Profile, asker: str, question: str, language: str) -> Card:
    """The question as all read it; it mentions who is asked, and nobody else whatever it says."""
    mentioned = mention(profile.person, short(profile.name))
    asking = short(asker)
    summary = text(language, "contacts-posted-summary", asker=asking, name=short(profile.name), question=question)
    body = [
        sentence(text(language, "contacts-posted", mention=mentioned["text"], asker=escape(asking))),
        *(plain(line) for line in question.splitlines() if line.strip()),
        quiet(text(language, "contacts-posted-how", asker=escape(asking)), "Medium"),
    ]
    return mentioning(card(language, short(summary, 200), body), mentioned)


def _contact(contact: Contact, language: str) -> list[Json]:
    profile = contact.profile
    about = [home_named(profile.home, language), profile.role]
    facts = (("contacts-been-through", contact.been_through), ("contacts-faces", contact.faces))
    why = [
        plain(faint(text(language, key) + " "), _reasons(phrases), spacing="None") for key, phrases in facts if phrases
    ]
    asking = execute(
        text(language, "contacts-ask"), AskContact(person=profile.person), about=short(profile.name, LONGEST_REASON)
    )
    return [
        plain(bold(short(profile.name, LONGEST_REASON)), *(f" · {short(each, 100)}" for each in about if each)),
        *why,
        *_chat(profile, language),
        *buttons([asking]),
    ]


def _reasons(phrases: Sequence[str]) -> str:
    return ", ".join(short(each, LONGEST_REASON) for each in phrases[:MOST_REASONS])


def _chat(profile: Profile, language: str) -> list[Json]:
    if not profile.address:
        return []
    url = f"{CHAT}?{urlencode({'users': profile.address})}"
    return [quiet(link(text(language, "contacts-chat", name=short(profile.name)), url), "None")]
