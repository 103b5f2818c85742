"""Meetings of every shape, and the cards around them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from cards import meeting_drafts, meetings
from cards.card import Card
from cards.help import notice
from cards.meeting_actions import ListActions
from cards.texts import text
from knowledge.meetings import drafts, summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Kind, NextMeeting, Part, Understood
from knowledge.meetings.summary import Summary
from knowledge.posts import Kept, Post, Why

HELD, DUE = date(2026, 3, 5), date(2026, 3, 20)
NOW = datetime(2026, 3, 5, 15, tzinfo=UTC)
CHANNEL = "19:general@thread.tacv2"

FOUND = (
    Candidate(
        Kind.LEARNED,
        "Tidiga samråd sparar tid i tillståndsprövningen.",
        "Tidiga samråd, det var lärdomen.",
        timedelta(seconds=760),
        "Karin Ek",
    ),
    Candidate(Kind.LEARNED, "Länsstyrelsen vill träffa bolaget före kommunen."),
    Candidate(
        Kind.DECISION,
        "Vi tar fram en gemensam checklista för första kontakten, högst två sidor.",
        "Är nån emot? Nej. Då säger vi så.",
        timedelta(hours=1, minutes=2),
        "Karin Ek",
    ),
    Candidate(
        Kind.ACTION, "Karin skickar mallen till alla.", "Jag skickar mallen.", timedelta(0), "Karin Ek", "Karin Ek", DUE
    ),
    Candidate(Kind.ACTION, "Bokar lokal i kulturhuset.", owner="Leksand", due=date(2027, 1, 15)),
    Candidate(Kind.QUESTION, "Vem äger vägen till industriområdet?", speaker="Emelie Kroon", at=timedelta(seconds=-3)),
    Candidate(Kind.TRY, "Mora provar att bjuda in grannarna före samrådet."),
    Candidate(Kind.NEXT, "19 mars kl. 9.00, Leksand. Tema: bostäder"),
)
IN_DOUBT = (
    replace(FOUND[3], doubtful=(Part.DAY,), other_due=date(2026, 4, 1)),
    replace(FOUND[3], doubtful=(Part.DAY,)),
    replace(FOUND[3], due=None, doubtful=(Part.DAY,), other_due=DUE),
    replace(FOUND[3], doubtful=(Part.OWNER,), other_owner="Emelie Kroon"),
    replace(FOUND[3], doubtful=(Part.OWNER, Part.DAY), other_owner="alla", other_due=date(2026, 4, 1)),
    Candidate(
        Kind.NEXT,
        "19 mars kl. 9.00, Leksand. Tema: bostäder",
        "Ska vi säga den nittonde, klockan nio? … Kom till Leksand … Då tar vi bostäder.",
        timedelta(seconds=5400),
        "Karin Ek",
        doubtful=(Part.PLACE, Part.THEME),
    ),
)
TALKED = tuple(Candidate(Kind.DISCUSSED, f"Vi talade om fråga {number} en stund.") for number in range(6))
NEXT = NextMeeting(date(2026, 5, 12), time(9), "Leksand", "bostäder")


def draft(*found: Candidate, certain: bool = True) -> Draft:
    said = Understood("Träff om tillstånd", HELD, found or FOUND, None, certain)
    return drafts.begin("20260305-0a", said, "Träff om tillstånd", HELD, CHANNEL)


DRAFT = draft()
LONG_DRAFT = drafts.called(draft(*FOUND, *TALKED, *FOUND, certain=False), {"Karin Ek": "Leksand"})
WAITING = [replace(DRAFT, id=f"2026030{number}-0a", date=date(2026, 3, number)) for number in range(1, 8)]
SHORT = replace(summaries.summarise(draft(*FOUND[:3])), post="post")
FULL = replace(summaries.summarise(draft(*FOUND, *FOUND, *TALKED)), post="post", corrected=date(2026, 3, 8))
OLDER = replace(SHORT, id="20251104-0b", title="Träff i Mora", held=date(2025, 11, 4))
POST = Post("meeting/20260305-0a", CHANNEL, "", {"content": {}, "summary": ""}, NOW, NOW + timedelta(days=2))
POSTED = Kept("post", "19:team@thread.tacv2", 1, POST, shown=1, activity_id="1700000000017")
ACTIONS = [
    Action("20260305-0a", "4", "Skickar mallen till alla.", "Mora", DUE),
    Action("20260305-0a", "5", "Bokar lokal i kulturhuset.", "Leksand", date(2026, 2, 1)),
    Action("gone", "1", "Frågar länsstyrelsen."),
]
TO_DO = [(each, "" if each.meeting == "gone" else "Träff om tillstånd") for each in ACTIONS]
DONE = replace(ACTIONS[0], done=HELD)
MUCH = [(replace(ACTIONS[2], id=f"{number}", text=f"Frågar kommun {number}."), "") for number in range(30)]
MANY = [replace(SHORT, id=f"{number}", title=f"Träff {number}") for number in range(60, 0, -1)]

Draw = Callable[[str], Card]


def page(shown: Draft, number: int = 0) -> Draw:
    return lambda language: meeting_drafts.draft(shown, language, page=number)


def meeting(shown: Summary, kept: Kept | None, *, leader: bool) -> Draw:
    return lambda language: meetings.meeting(shown, kept, {"4": HELD}, language, leader=leader)


def unreadable(reason: str) -> Draw:
    return lambda language: notice(text(language, "meeting-unreadable", reason=reason), language)


def preview(language: str) -> Card:
    where = text(language, "meeting-where", last="true")
    return meeting_drafts.preview(DRAFT, meetings.post(FULL, language), language, where=where)


CARDS: dict[str, Draw] = {
    "meeting-new": lambda language: meeting_drafts.new([], HELD, language, private=True),
    "meeting-new-in-channel": lambda language: meeting_drafts.new(WAITING, HELD, language, private=False),
    "meeting-new-unfinished": lambda language: meeting_drafts.new(WAITING, HELD, language, private=False, alone=True),
    "meeting-ready": lambda language: meeting_drafts.ready(DRAFT, language),
    "meeting-ready-elsewhere": lambda language: meeting_drafts.ready_elsewhere(DRAFT, language),
    "meeting-draft": page(DRAFT),
    "meeting-draft-sent": lambda language: meeting_drafts.draft(DRAFT, language, other=True),
    "meeting-draft-guessed": page(LONG_DRAFT),
    "meeting-draft-in-doubt": page(draft(*IN_DOUBT, certain=False)),
    "meeting-draft-last-page": page(LONG_DRAFT, 9),
    "meeting-draft-empty": page(replace(DRAFT, lines=(), names=())),
    "meeting-preview": preview,
    "meeting-preview-correction": lambda language: meeting_drafts.preview(
        DRAFT, meetings.post(SHORT, language), language, where=None
    ),
    "meeting-preview-changed": lambda language: meeting_drafts.preview(
        DRAFT, meetings.post(SHORT, language), language, where="", changed=True
    ),
    "meeting-overtaken": lambda language: meeting_drafts.overtaken(
        DRAFT, {"title": "Träff i Mora", "text-4": "Karin skickar mallen till Mora.", "due-4": ""}, language, page=0
    ),
    "meeting-published": lambda language: meeting_drafts.published("post", language),
    "meeting-discarding": lambda language: meeting_drafts.discarding(DRAFT, language),
    "meeting-post": lambda language: meetings.post(FULL, language),
    "meeting-post-short": lambda language: meetings.post(SHORT, language),
    "meeting-opened": meeting(FULL, POSTED, leader=False),
    "meeting-opened-leader": meeting(SHORT, None, leader=True),
    "meeting-opened-post-absent": meeting(SHORT, replace(POSTED, shown=0, why=Why.LATE), leader=True),
    "meeting-passages": lambda language: meetings.passages(FULL, language),
    "meeting-removing": lambda language: meetings.removing(SHORT, POSTED, language),
    "meetings": lambda language: meetings.meetings([FULL, OLDER], language),
    "meetings-second-page": lambda language: meetings.meetings(MANY, language, page=1),
    "meetings-none": lambda language: meetings.meetings([], language),
    "meetings-removed": lambda language: meetings.meetings([], language, note=text(language, "meetings-removed")),
    "to-do": lambda language: meetings.to_do(TO_DO, HELD, language),
    "to-do-none": lambda language: meetings.to_do([], HELD, language),
    "to-do-marked": lambda language: meetings.to_do(TO_DO[1:], HELD, language, marked=DONE),
    "to-do-unmarked": lambda language: meetings.to_do(TO_DO, HELD, language, marked=ACTIONS[0]),
    "to-do-from-digest": lambda language: meetings.to_do(
        TO_DO[1:], HELD, language, here=ListActions(digest="2026-03-02"), marked=DONE
    ),
    "to-do-second-page": lambda language: meetings.to_do(MUCH, HELD, language, here=ListActions(page=1)),
    "meeting-unreadable": unreadable("encrypted"),
}
