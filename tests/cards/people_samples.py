"""People made by hand, the cards that show them, and those that show what is said in bad faith."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from cards import ask, contacts, people, personal
from cards.card import Card
from cards.people_actions import SaveProfile
from cards.texts import text
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.contacts import Contact
from knowledge.people import AGENCY, Challenges, Profile
from knowledge.personal import Fact

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
ASA = Profile(
    "directory-asa",
    "Åsa Öberg",
    address="asa.oberg@norrby.example",
    home="Avesta",
    role="näringslivschef",
    been_through=Challenges(("mark", "bostäder"), "markförvärv, Torsboda-fallet"),
    faces=Challenges(("energi",), "elnät"),
    would_ask="Hur länge får man vänta på anslutning?",
    findable=NOW,
    not_with=("Bo Ek",),
)
BO = replace(ASA, person="directory-bo", name="Bo Ek", address="", home=AGENCY, role="", faces=Challenges())
PAUSED = replace(ASA, paused=date(2026, 6, 1))
FOUND = Contact(ASA, ("mark", "markförvärv"), ("energi",))
SECOND = Contact(BO, ("bostäder",), ())
SEVERAL = [replace(SECOND, profile=replace(BO, name=f"Bo Ek {number}")) for number in range(5)]
NEW = people.Own(Profile("directory-cia", "Cia Dal"), known=False, found=False, paused=False)
OWN = people.Own(ASA, known=True, found=True, paused=False)
FACTS = (
    Fact(
        "profile",
        {
            "name": "Åsa Öberg",
            "address": "asa.oberg@norrby.example",
            "home": "Avesta",
            "role": "näringslivschef",
            "been-through": ("mark", "bostäder"),
            "faces": (),
            "would-ask": "",
            "findable": NOW,
            "matchable": False,
            "paused": date(2026, 6, 1),
            "not-with": ("Bo Ek",),
        },
        "19:natverk@thread.tacv2",
    ),
    Fact("private-question", {"question": "Vad kostade vägen?", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("private-question", {"question": "Och bron?", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("thumb", {"question": "Vad kostade vägen?", "helped": True, "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("open-question", {"question": "Och bron?", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("question-answer", {"question": "Och bron?", "text": "Fem miljoner.", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("lesson", {"text": "Tidig dialog om vattnet", "home": "Leksand", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("poll", {"question": "När ses vi?", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("ballot", {"question": "När ses vi?", "answer": ("tisdag", "onsdag")}, "19:natverk@thread.tacv2"),
    Fact("assignment", {"text": "Ring grannkommunen.", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("trying", {"text": "Ring.", "home": "Avesta", "report": "Bra."}, "19:natverk@thread.tacv2"),
    Fact("exercise", {"title": "Triadsamtal", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("gathering", {"title": "Bostäder", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("attendance-yes", {"title": "Bostäder", "home": "Avesta"}, "19:natverk@thread.tacv2"),
    Fact("digest", {"themes": ("mark",), "thread": "19:kanal@thread.tacv2;messageid=1"}, "19:natverk@thread.tacv2"),
    Fact("post-to", {"text": "Jag glömmer dig snart", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("post-about", {"text": "Bo Ek frågar Åsa Öberg: Hur?", "at": NOW}, "19:natverk@thread.tacv2"),
    Fact("seen", {"month": "2026-03", "channel": "19:kanal@thread.tacv2"}, "19:natverk@thread.tacv2"),
    Fact("leader", {"name": "Åsa Öberg"}, "19:natverk@thread.tacv2"),
    Fact("chat", {"chat": "a:chatt", "tenant": "katalog"}),
)
EMPTY = SaveProfile()
BAD = ("home", "role", "been_words", "paused")

CARDS: dict[str, Callable[[str], Card]] = {
    "profile-door": people.door,
    "profile-no-network": people.no_network,
    "profile-new": lambda language: people.profile(NEW, language),
    "profile": lambda language: people.profile(OWN, language),
    "profile-saved": lambda language: people.profile(OWN, language, note=text(language, "people-saved")),
    "profile-paused": lambda language: people.profile(people.Own(PAUSED, True, False, True), language),
    "profile-hidden": lambda language: people.profile(people.Own(ASA, True, False, False), language),
    "profile-bad": lambda language: people.profile(NEW, language, typed=EMPTY, bad=BAD),
    "contacts": lambda language: contacts.contacts([FOUND, SECOND], "mark", language),
    "contacts-all": lambda language: contacts.contacts([FOUND, SECOND], "", language),
    "contacts-more": lambda language: contacts.contacts([FOUND, *SEVERAL], "mark", language, from_question=True),
    "contacts-none": lambda language: contacts.none("flygplats", language),
    "contacts-none-at-all": lambda language: contacts.none("", language),
    "contacts-form": lambda language: contacts.form(ASA, "q", language),
    "contacts-form-bad": lambda language: contacts.form(ASA, "q", language, typed=" ", bad=True),
    "contacts-posted": lambda language: contacts.posted(ASA, "Bo Ek", "Hur gjorde ni?\n\nOch när?", language),
    "data-door": lambda language: personal.door("data", language),
    "forget-door": lambda language: personal.door("forget", language),
    "data": lambda language: personal.data(FACTS, UTC, language),
    "data-none": lambda language: personal.data([], UTC, language),
    "data-copy": lambda language: personal.copy(FACTS, language),
    "data-copy-large": lambda language: personal.copy(FACTS * 20, language),
    "forget": lambda language: personal.confirm(language, leads=False),
    "forget-leader": lambda language: personal.confirm(language, leads=True),
    "forgotten": personal.forgotten,
    "farewell": lambda language: personal.farewell(date(2026, 4, 4), language),
}


def profile_saying(hostile: str) -> Profile:
    """A profile that says it everywhere, as long as the form allows."""
    told = Challenges(("mark",), hostile[:300])
    return replace(
        ASA,
        person=hostile[:200],
        name=hostile,
        address=hostile,
        role=hostile[:100],
        been_through=told,
        faces=told,
        would_ask=hostile[:500],
        not_with=(hostile[:500],),
    )


def saying(hostile: str) -> Iterator[Card]:
    """Every card with it wherever people may write."""
    profile = profile_saying(hostile)
    contact = Contact(profile, profile.been_through.phrases, profile.faces.phrases)
    facts = [Fact("profile", {"name": hostile, "been-through": (hostile,)}, hostile), Fact("leader", {"name": hostile})]
    yield people.profile(people.Own(profile, True, True, False), "sv")
    yield contacts.contacts([contact], hostile, "sv")
    yield contacts.none(hostile, "sv")
    yield contacts.form(profile, "q", "sv", typed=hostile)
    yield personal.data(facts, UTC, "sv")
    yield personal.copy(facts, "sv")
    yield ask.answer(Given("svar", Answer("?", Outcome.UNKNOWN), "sv", "19:tråd"), contact)
