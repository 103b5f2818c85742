"""Finding people to talk to: who has been through, or faces, what somebody asks about. Only those who said yes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge import people
from knowledge.library.tokens import fold, words
from knowledge.people import Challenges, Profile
from knowledge.question import Term, as_term, understand
from knowledge.store.contract import Transaction

OTHER_WORD = 0.85  # what a word alike is worth against the word itself
COMPOUND = 0.7  # what a part of the word asked for is worth: *bostäder* when *bostadsförsörjning* is asked for
FITS_FROM = 0.6
SAYS_SO_FROM = 0.85  # from where somebody is named beside an answer, without having been asked for
FACES = 0.75  # what facing it is worth against having been through it
ABOUT_THEM = 0.5  # what name, role and municipality are worth
SHORTEST_COMPOUND = 4
SHORTEST_MISTYPED = 5
MISTYPED = 0.8  # one letter wrong in five to nine, two in ten or more

# A question that asks for people, folded and without punctuation; the group is what it wants them for. Whom to ring at
# an office is a question to the library.
_BEFORE = (
    r"^(?:(?:hej|du|ok|okej|men|och|erfa|jag undrar|finns det|finns|vet du|kanner du till|kanner du|ar det|har) )*"
)
_WHO = r"(?:vem|vilka|nagon|nan|nagra)(?: (?:annan|andra|mer|har|som|redan|tidigare|sjalv))*"
_MAY_I = r"(?:(?:kan|ska|skulle|bor|borde) (?:jag|vi|man)|(?:jag|vi|man) (?:kan|ska|skulle|bor|borde))(?: kunna)?"
_TALK = r"(?:prata|tala|snacka|fraga|kontakta|ringa|bolla|vanda (?:mig|oss)|hora av (?:mig|oss))"
_DONE = (
    r"(?:jobbat|arbetat|jobbar|arbetar|sysslat|sysslar|hallit pa|erfarenhet|gatt igenom|varit med om|varit igenom"
    r"|(?:kan|vet) (?:nagot|nat|mer|mycket|mest) om)"
)
_AMONG_US = re.compile(r"\s(?:i n[äa]tverket|av er|in the network)\b", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:med|om|av|från|på|kring|till|to|about|with|of|on)\b\W*)+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NOT_AT = r"(?!(?: till)? (?:pa|i|hos|at|in)\b)"
_ANYONE = r"^(?:(?:is there|do you know|does|has|have|hi|hello|erfa) )*(?:who|anyone|anybody|someone|somebody)"
_HERE = r"(?: (?:here|else|who|that|has|have|can|already))*"
_TO_TALK = (
    re.compile(rf"{_BEFORE}{_WHO} {_MAY_I} {_TALK}\b{_NOT_AT}(.*)"),
    re.compile(
        rf"{_ANYONE}{_HERE} (?:(?:can|could|should) (?:i|we)|(?:i|we) (?:can|could|should)) "
        rf"(?:talk|speak|turn|ask|contact|call)\b{_NOT_AT}(.*)"
    ),
)
_WITH_EXPERIENCE = (
    re.compile(rf"{_BEFORE}{_WHO} {_DONE}\b(.*)"),
    re.compile(
        rf"{_ANYONE}{_HERE} (?:worked (?:with|on)|(?:with |any )?experience|gone through|been through|dealt)\b(.*)"
    ),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants people for (*bostäder*), which may be nothing in particular.

    `instead` is what the library may be asked where nobody is found.
    """

    about: str
    instead: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to talk to, and what of the asked they have been through or face; all they told where none was asked."""

    profile: Profile
    been_through: tuple[str, ...]
    faces: tuple[str, ...]


def asked_for(question: str) -> Wanted | None:
    """What a question wants people for; None if it wants none.

    Whom to ring the library may know; that somebody *has worked with it* would only lead it to who has work.
    """
    said = _AMONG_US.sub("", question)
    plain = " ".join(words(said))
    for patterns in (_TO_TALK, _WITH_EXPERIENCE):
        found = next((match for each in patterns if (match := each.match(plain))), None)
        if found:
            about = _last(said, len(found[1].split()))
            return Wanted(about, about if about and patterns is _WITH_EXPERIENCE else question)
    return None


def _last(said: str, count: int) -> str:
    """The last `count` words as they were written, without what merely leads to them."""
    starts = [match.start() for match in _WORD.finditer(said)][-count:] if count else []
    return _LEADING.sub("", said[starts[0] :] if starts else "").strip(" ?!.,")


def find(tx: Transaction, network: str, asked: str, besides: str, today: date) -> list[Contact]:
    """Those in the network who fit what is `asked`, best first, all where nothing is; never the one who asks."""
    profiles = [each for each in people.findable(tx, network, today) if each.person != besides]
    terms = _terms(asked, profiles)
    if not terms:
        return [_contact(each, ()) for each in sorted(profiles, key=lambda each: fold(each.name))]
    scored = sorted(((_score(each, terms), _turn(each, asked), each) for each in profiles), key=lambda row: row[:2])
    return [_contact(each, terms) for score, _, each in reversed(scored) if score > 0]


def best(tx: Transaction, network: str, question: str, besides: str, today: date) -> Contact | None:
    """The one to name beside an answer: who has been through something that the question says in so many words."""
    terms = [term for term in understand(question).terms if term.weight == 1]
    for contact in find(tx, network, question, besides, today):
        fitting = _fitting(contact.profile.been_through, terms, SAYS_SO_FROM)
        if fitting:
            return Contact(contact.profile, fitting, ())
    return None


def facing(tx: Transaction, network: str, asked: str, today: date) -> list[tuple[Profile, tuple[str, ...]]]:
    """Those in the network who face something of what is `asked`, and that; anything where nothing is."""
    profiles = people.findable(tx, network, today)
    terms = _terms(asked, profiles)
    faced = ((each, _fitting(each.faces, terms, FITS_FROM) if terms else each.faces.phrases) for each in profiles)
    return [(each, phrases) for each, phrases in faced if phrases]


def _contact(profile: Profile, terms: Sequence[Term]) -> Contact:
    been_through = _fitting(profile.been_through, terms, FITS_FROM)
    faces = _fitting(profile.faces, terms, FITS_FROM)
    if been_through or faces:
        return Contact(profile, been_through, faces)
    return Contact(profile, profile.been_through.phrases, profile.faces.phrases)


def _fitting(challenges: Challenges, terms: Sequence[Term], enough: float) -> tuple[str, ...]:
    return tuple(each for each in challenges.phrases if any(_strength(term, each) >= enough for term in terms))


def _terms(asked: str, profiles: Iterable[Profile]) -> tuple[Term, ...]:
    """The words with meaning, in the spelling of the profiles where they are mistyped."""
    told = {word for each in profiles for text in _texts(each) for word in words(text)}
    return tuple(_spelt(term, told) for term in understand(asked).terms)


def _spelt(term: Term, told: set[str]) -> Term:
    if term.alike or len(term.word) < SHORTEST_MISTYPED or term.word in told:
        return term
    near = process.extractOne(term.word, told, scorer=OSA.normalized_similarity, score_cutoff=MISTYPED)
    return as_term(near[0]) if near else term


def _score(profile: Profile, terms: Iterable[Term]) -> float:
    fields = (
        (1.0, profile.been_through.phrases),
        (FACES, profile.faces.phrases),
        (ABOUT_THEM, (profile.role, profile.home, profile.name)),
    )
    return sum(
        term.weight * max((worth * _strength(term, text) for worth, texts in fields for text in texts), default=0.0)
        for term in terms
    )


def _turn(profile: Profile, asked: str) -> str:
    """Whose turn it is among equals: another for each question, so that it is not always the same."""
    return sha256(f"{asked}\n{profile.person}".encode()).hexdigest()


def _texts(profile: Profile) -> tuple[str, ...]:
    told = (*profile.been_through.phrases, *profile.faces.phrases)
    return (*told, profile.role, profile.home, profile.name)


def _strength(term: Term, text: str) -> float:
    """How well a text says what is asked, 0 to 1."""
    best = max((_likeness(term, word) for word in words(text)), default=0.0)
    return best if best >= FITS_FROM else 0.0


def _likeness(term: Term, word: str) -> float:
    if any(_says(each, word) for each in (term.word, *term.inflected)):
        return 1.0
    if any(_says(each, word) for each in term.alike):
        return OTHER_WORD
    whole = as_term(word) if len(word) >= SHORTEST_COMPOUND else None
    return COMPOUND if whole and any(_says(each, term.word) for each in whole.spellings) else 0.0


def _says(spelling: str, word: str) -> bool:
    return word.startswith(spelling[:-1]) if spelling.endswith("*") else word == spelling
