"""A meeting in a real client: planned in the form, refused and mended, answered, prepared; its day asked for."""

from urllib.request import urlopen

from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import expect

from cards.texts import text
from tests.e2e.client import Client

TITLE = "Bostäder när många flyttar in"


def sv(key: str, **more: str) -> str:
    return text("sv", key, **more)


def test_a_meeting_is_planned_answered_and_prepared(teams: Client) -> None:
    thread = teams.channel().post("träff")
    thread.fill(sv("gathering-label-place"), "Kommunhuset i Falun")
    expect(thread.click(sv("gathering-post"))).to_contain_text("Skriv en rubrik.")
    thread.fill(sv("gathering-label-title"), TITLE)
    expect(thread.newest.get_by_label(sv("gathering-label-place"))).to_have_value("Kommunhuset i Falun")
    thread.fill(sv("gathering-label-presenting"), "Leksand – Leksands utveckling")
    thread.fill(sv("gathering-label-prepare"), "Läs om Ludvika i fallbanken.")
    thread.newest.get_by_role("button", name=sv("gathering-post")).click()
    meeting = teams.posted(TITLE)
    meeting.newest.get_by_role("button", name=sv("gathering-answer", answer="yes")).click()
    expect(meeting.newest).to_contain_text("Kommer: 1")
    with meeting.page.context.expect_event("request", lambda asked: asked.url.endswith(".ics")) as fetched:
        meeting.newest.get_by_role("link", name=sv("gathering-calendar")).click()
    with urlopen(fetched.value.url) as answer:
        [event] = IcsCalendarStream.calendar_from_ics(answer.read().decode()).events
    assert event.summary == TITLE
    meeting.click_for_more(sv("gathering-manage"))
    expect(meeting.click(sv("gathering-prepare-open"))).to_contain_text(sv("gathering-prepared-cases"))


def test_a_meeting_of_which_the_day_is_asked_for(teams: Client) -> None:
    thread = teams.channel().post("träff")
    thread.fill(sv("gathering-label-title"), "Risk")
    asked = thread.click(sv("gathering-ask-date"))
    expect(asked.get_by_label(sv("poll-question"))).to_have_value(sv("gathering-poll-question", title="Risk"))
    thread.click(sv("poll-preview"))
    poll = thread.click_for_more(sv("poll-post"))
    option = poll.get_by_role("button", name=sv("poll-choose")).nth(1).get_attribute("title") or ""
    thread.vote(option)
    expect(thread.newest).to_contain_text("1 av 6 har svarat")
    again = teams.channel().post("träffar")
    expect(again.newest.get_by_label(sv("gathering-label-title"))).to_have_value("Risk")
    expect(again.click(sv("gathering-take-date", option=option))).to_contain_text(sv("gathering-date-taken"))


def test_an_exercise_and_a_home_assignment(teams: Client) -> None:
    thread = teams.channel().post("träff")
    thread.fill(sv("gathering-label-title"), "Samverkan")
    thread.choose("17:00", sv("gathering-label-ends"))
    thread.choose("16:00", sv("gathering-label-begins"))
    thread.newest.get_by_role("button", name=sv("gathering-post")).click()
    meeting = teams.posted("Samverkan")
    meeting.click_for_more(sv("gathering-manage"))
    expect(meeting.click(sv("exercises-title"))).to_contain_text("Fallklinik")
    expect(meeting.click(sv("gatherings-open"))).to_contain_text("minut 0–8")
    expect(meeting.click(sv("exercise-put-out"))).to_contain_text("Ingen har svarat att de kommer.")
    meeting.newest.get_by_role("button", name=sv("exercise-put-out-alone")).click()
    expect(meeting.newest).to_contain_text(sv("exercise-bring-back"))
    meeting.looks.save(meeting.page, meeting.newest)
    brought = meeting.cards.count()
    meeting.click_for_more(sv("exercise-bring-back"))
    meeting.choose(sv("exercise-group", number="2"))
    meeting.fill(sv("exercise-sentences"), "Ring tidigt.")
    expect(meeting.click(sv("exercise-save"))).to_contain_text(sv("exercise-thanks"))
    expect(meeting.cards.nth(brought - 1)).to_contain_text("Ring tidigt.")
    assignment = teams.channel().post("hemuppgift Ring en grannkommun.")
    assignment.newest.get_by_role("button", name=sv("assignment-give")).click()
    given = teams.posted("Ring en grannkommun.")
    expect(given.click_for_more(sv("assignment-try"))).to_contain_text(sv("assignment-shared"))
    given.choose("Leksand")
    given.fill(sv("assignment-label-report"), "De ringde tillbaka.")
    expect(given.click(sv("assignment-we-try"))).to_contain_text("Sparat.")
    expect(given.cards.first).to_contain_text("De ringde tillbaka.")
