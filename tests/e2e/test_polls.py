"""Polls in a real client: made on one line and in a form, answered by several, closed."""

from playwright.sync_api import expect

from cards.texts import text
from tests.e2e.client import Client
from tests.e2e.others import Others

LINE = "omröstning När ska vi ses? | tisdag 9 | onsdag 13 | torsdag 10"


def sv(key: str) -> str:
    return text("sv", key)


def test_a_poll_of_one_line(teams: Client, others: Others) -> None:
    thread = teams.channel().post(LINE)
    expect(thread.newest).to_contain_text("0 av 6 har svarat")
    thread.vote("tisdag 9")
    expect(thread.newest).to_contain_text("1 av 6 har svarat")
    for number, option in enumerate(("tisdag 9", "onsdag 13", "tisdag 9", "onsdag 13")):
        others.vote(number, option)
    expect(thread.newest).to_contain_text("3 svar (60 %)")
    thread.seen(1)
    expect(thread.click(sv("poll-see"))).to_contain_text("Ditt svar: tisdag 9.")
    others.vote(4, "torsdag 10")
    expect(thread.newest).to_contain_text("6 av 6 har svarat")
    expect(thread.newest).not_to_contain_text("Ditt svar")


def test_a_poll_from_the_form_is_previewed_answered_and_closed(teams: Client, others: Others) -> None:
    thread = teams.channel().post("omröstning Var ska vi ses?")
    thread.fill(sv("poll-options"), "Falun\nMora\nLudvika")
    thread.choose("Alla", sv("poll-names-label"))
    expect(thread.click(sv("poll-preview"))).to_contain_text(sv("poll-previewed"))
    expect(thread.click_for_more(sv("poll-post"))).to_contain_text("Var ska vi ses?")
    thread.vote("Mora")
    for number, option in enumerate(("Falun", "Mora")):
        others.vote(number, option)
    expect(thread.newest).to_contain_text("2 svar (67 %)")
    expect(thread.newest).to_contain_text("Anna Bergström, Lars Nygård")
    thread.seen(2)
    thread.click_for_more(sv("poll-manage"))
    expect(thread.click(sv("poll-close"))).to_contain_text(sv("poll-close-sure"))
    expect(thread.click(sv("poll-close-yes"))).to_contain_text(sv("poll-close-done"))
    expect(thread.cards.nth(1)).to_contain_text("Flest valde Mora (2 svar).")


def test_what_is_wrong_is_told_in_the_form(teams: Client) -> None:
    thread = teams.channel().post("omröstning Ska vi ses? | ja | ja")
    expect(thread.newest).to_contain_text("likadana")
    expect(thread.newest.get_by_label(sv("poll-question"))).to_have_value("Ska vi ses?")


def test_an_evaluation_is_filled_in(teams: Client) -> None:
    thread = teams.channel().post("utvärdering")
    for number in range(3):
        thread.newest.get_by_role("radio", name="5 – i hög grad").nth(number).check()
    thread.fill(sv("evaluation-usual-3"), "Studiebesöket i Ludvika")
    expect(thread.click(sv("poll-send"))).to_contain_text(sv("poll-sent"))
    expect(thread.newest).to_contain_text("1 av 6 har svarat")
    expect(thread.newest.get_by_label(sv("evaluation-usual-3"))).to_have_value("Studiebesöket i Ludvika")


def test_polls_are_listed(teams: Client) -> None:
    thread = teams.channel().post("omröstning")
    expect(thread.click(sv("poll-list"))).to_contain_text("När ska vi ses?")
