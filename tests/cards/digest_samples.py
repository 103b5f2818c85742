"""Digests of every shape, and the cards around them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cards import digest_settings, digests, open_questions
from cards.actions import SendAnswer
from cards.card import Card
from cards.digest_actions import SaveDigestSettings
from cards.digest_settings import Overview
from cards.help import notice
from cards.texts import text
from knowledge.digests.issues import Digest, Issue, Occasion
from knowledge.digests.personal import Subscription
from knowledge.digests.selection import Item, Kind, Standing, select
from knowledge.digests.settings import Settings
from knowledge.open_questions import Answered, OpenQuestion
from knowledge.posts import Kept, Post, Spot, Why
from knowledge.recurrence import Every
from tests.cards import people_samples

ZONE = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
NETWORK = "19:team@thread.tacv2"
CHANNEL = "19:general@thread.tacv2"
QUESTION_ID = "20260226T120000-abcdefghijkl"


def item(kind: Kind, subject: str, title: str, worth: float = 3.0, count: int = 0) -> Item:
    standing = {Kind.WAITING_QUESTION: Standing.REMAINS, Kind.CASE_AGAIN: Standing.FILLS}.get(kind, Standing.NEW)
    return Item(kind, subject, title, MONDAY - timedelta(days=4), worth, standing, ("mark",), count)


NORRBY = item(Kind.NEW_CASE, "norrby", "Norrby – en fabrik som dröjde")
BYARNA = item(Kind.CHANGED_CASE, "byarna", "Industribyn – två kommuner, ett bolag", 2.0)
PARKING = item(Kind.QUESTION, QUESTION_ID, "Hur har ni löst parkeringen vid fabriken under byggtiden?")
SCHOOL = item(Kind.WAITING_QUESTION, "20260213T080000-abcdefghijkl", "Vem betalade skolan?", 1.0)
HERE = Spot("19:general@thread.tacv2;messageid=1700000000001", "1700000000002")
OPEN_POLL = replace(item(Kind.OPEN_POLL, "poll-1", "När ska vi ses i vår?"), at=MONDAY + timedelta(days=3), spot=HERE)
CLOSED_POLL = replace(item(Kind.CLOSED_POLL, "poll-2", "Vad ska nästa träff handla om?", 2.0), spot=HERE)
UNPOSTED = replace(item(Kind.CLOSED_POLL, "poll-3", "Ses vi digitalt?", 2.0), spot=None)
TALKS = replace(item(Kind.OPEN_ROUND, "round-1", "", count=3), at=MONDAY + timedelta(days=5), spot=HERE)
ONE_MORE = item(Kind.CONTACTS, "contacts", "", 2.0, count=1)
FOUR_MORE = item(Kind.CONTACTS, "contacts", "", 2.0, count=4)
MINE = item(Kind.CASE_AGAIN, "soderby", "Söderby – gruvan", 0.5, count=3)
MANY = [item(Kind.NEW_CASE, f"fall-{number}", f"Fall {number} – med en rubrik") for number in range(12)]


NOTES = replace(item(Kind.MEETING, "mote-20260226-0a", "Träff om tillstånd", 2.0), standing=Standing.REMAINS)
DUE = item(Kind.DUE_ACTION, "20260226-0a/4", "Leksand: skickar mallen till alla")
DUE = replace(DUE, at=datetime(2026, 3, 6, tzinfo=UTC))
SAID = replace(DUE, subject="20260226-0a/5", title="Leksand: bokar lokal, senast 6 mars")
LATE = item(Kind.OVERDUE_ACTION, "20260226-0a/6", "Mora: frågar länsstyrelsen, senast 20 februari")
LATE = replace(LATE, at=datetime(2026, 2, 20, tzinfo=UTC))


def digest(*items: Item, occasion: Occasion = Occasion.WEEK, person: str = "") -> Digest:
    return Digest("2026-03-02", NETWORK, person, occasion, MONDAY - WEEK, select(items))


GATHERING = item(Kind.GATHERING, "träff-1", "Bostäder när många flyttar in")
FULL = digest(NORRBY, BYARNA, PARKING, SCHOOL)
MEETINGS = digest(NORRBY, NOTES, DUE, SAID, LATE)
THIN = digest(NORRBY, MINE, occasion=Occasion.NOW)
CROWDED = digest(*MANY, PARKING, SCHOOL, occasion=Occasion.MONTH)
LIVELY = digest(NORRBY, OPEN_POLL, CLOSED_POLL, UNPOSTED, TALKS, FOUR_MORE)
OWN = digest(NORRBY, PARKING, occasion=Occasion.OWN, person="anna")
WEEKLY = Settings(Every.WEEK, 0, time(8), CHANNEL)
RUNNING = Overview(NETWORK, WEEKLY, datetime(2026, 3, 9, 8, tzinfo=ZONE), here=True, moves=False)
ASKED = OpenQuestion(QUESTION_ID, PARKING.title, f"{CHANNEL};messageid=1", "", ("norrby",), ("mark",), PARKING.at)
EMPTY = SendAnswer(question=QUESTION_ID)
FILLED_IN = EMPTY.model_copy(
    update={
        "words": "Vi hyrde mark av grannen.\nDet kostade lite.",
        "link": "https://norrby.example/p",
        "named": "true",
    }
)
HIRED = Answered("directory-asa", "Åsa Öberg", FILLED_IN.words, FILLED_IN.link, PARKING.at)
DECK = Answered("bo", "", "Vi byggde ett däck.", "", PARKING.at)
WITH_ANSWERS = replace(ASKED, askers=("anna",), replies=(HIRED, DECK))
SETTLED = replace(WITH_ANSWERS, helped=1)


def issue(id: str, days: int, shown: Digest = FULL, *, removed: bool = False) -> Issue:
    return Issue(replace(shown, id=id), MONDAY - timedelta(days=days), f"post-{id}", removed)


def kept(**what: object) -> Kept:
    post = Post("digest/2026-03-02", CHANNEL, "", {"content": {}, "summary": ""}, MONDAY, MONDAY + timedelta(hours=12))
    return replace(Kept("post", NETWORK, 1, post), **what)  # type: ignore[arg-type]


SENT = [
    (issue("e", 0), kept()),
    (issue("d", 7), kept(shown=1, activity_id="1700000000017")),
    (issue("c", 14, THIN), kept(unclear=True)),
    (issue("b", 21), kept(why=Why.REFUSED)),
    (issue("a", 28, CROWDED, removed=True), None),
]


def settings(shown: Overview = RUNNING, note: str = "", typed: SaveDigestSettings | None = None, *bad: str) -> "Draw":
    def draw(language: str) -> Card:
        said = text(language, note) if note else ""
        return digest_settings.settings(shown, language, typed=typed, bad=bad, note=said)

    return draw


Draw = Callable[[str], Card]
TYPED = SaveDigestSettings(every="often", weekday="8", at="03:00", pauses="august")

CARDS: dict[str, Draw] = {
    "digest": lambda language: digests.digest(FULL, ZONE, language),
    "digest-meetings": lambda language: digests.digest(MEETINGS, ZONE, language),
    "digest-gathering": lambda language: digests.digest(digest(GATHERING, PARKING), ZONE, language),
    "digest-thin": lambda language: digests.digest(THIN, ZONE, language),
    "digest-crowded": lambda language: digests.digest(CROWDED, ZONE, language),
    "digest-lively": lambda language: digests.digest(LIVELY, ZONE, language),
    "digest-one-more": lambda language: digests.digest(digest(ONE_MORE), ZONE, language),
    "digest-own": lambda language: digests.digest(OWN, ZONE, language),
    "digest-everything": lambda language: digests.everything(CROWDED, ZONE, language),
    "digest-preview": lambda language: digests.preview(THIN, ZONE, language),
    "digest-settings": settings(),
    "digest-settings-off": settings(Overview(NETWORK, Settings(), None, here=False, moves=False)),
    "digest-settings-saved": settings(RUNNING, "digest-saved"),
    "digest-settings-nothing": settings(RUNNING, "digest-nothing"),
    "digest-settings-elsewhere": settings(replace(RUNNING, here=False, moves=True, failing=1, troubled=2)),
    "digest-settings-wrong": settings(RUNNING, "", TYPED, "every", "weekday", "at", "sections", "pauses", "channel"),
    "digest-only-leaders": lambda language: digest_settings.only_leaders(RUNNING, language, private=False),
    "digest-only-leaders-private": lambda language: digest_settings.only_leaders(RUNNING, language, private=True),
    "digest-history": lambda language: digest_settings.history(SENT, ZONE, language),
    "digest-history-none": lambda language: digest_settings.history([], ZONE, language),
    "digest-removing": lambda language: digest_settings.removing(issue("d", 7), ZONE, language),
    "digest-own-form": lambda language: digest_settings.own(None, NETWORK, language),
    "digest-own-held": lambda language: digest_settings.own(
        Subscription("anna", ("mark", "energi")), NETWORK, language, note=text(language, "digest-own-started")
    ),
    "digest-own-undelivered": digest_settings.undelivered,
    "question-form": lambda language: open_questions.form(ASKED, EMPTY, language),
    "question-form-wrong": lambda language: open_questions.form(
        ASKED, EMPTY.model_copy(update={"link": "norrby.example"}), language, bad=("words", "link")
    ),
    "question-form-channel": lambda language: open_questions.form(ASKED, SendAnswer(question=QUESTION_ID), language),
    "question-thanks": lambda language: notice(text(language, "question-thanks"), language),
    "question-answered": lambda language: open_questions.answered(WITH_ANSWERS, 0, language),
    "question-answered-unnamed": lambda language: open_questions.answered(WITH_ANSWERS, 1, language),
    "question-helped": lambda language: open_questions.answered(SETTLED, 1, language),
    "question-asked": lambda language: open_questions.asked(ASKED, ["Norrby – en fabrik som dröjde"], language),
    "question-asked-twice": lambda language: open_questions.asked(replace(ASKED, askers=("a", "b")), [], language),
    "question-asked-mentioning": lambda language: open_questions.asked(
        ASKED, ["Norrby – en fabrik som dröjde"], language, contact=people_samples.FOUND
    ),
    "question-asked-answered": lambda language: open_questions.asked(WITH_ANSWERS, [], language),
    "question-asked-settled": lambda language: open_questions.asked(SETTLED, [], language),
}
