"""People in a real client: one's own profile, others found and asked, what is kept shown and forgotten."""

import pytest
from playwright.sync_api import expect

from cards.people_actions import SaveProfile
from cards.texts import text
from tests.e2e.client import Client
from tests.e2e.conftest import Started
from tests.e2e.others import Others

KARIN = {"home": "Falun", "role": "näringslivschef", "been_through": "bostäder", "been_words": "Torsboda-fallet"}


def sv(key: str, **arguments: str | int) -> str:
    return text("sv", key, **arguments)


@pytest.fixture(scope="module", autouse=True)
def _karin(started: Started) -> None:
    """Karin, whom the one user of the Playground cannot be, wants to be found."""
    others = Others(started.bot, f"{started.playground}/_connector")
    others.click(0, SaveProfile.model_validate({**KARIN, "findable": "true"}))


def test_what_is_missing_is_said_at_the_field_and_nothing_chosen_is_lost(teams: Client) -> None:
    thread = teams.channel().post("min profil")
    thread.click(sv("people-door-profile-open"))
    thread.choose("Falun", sv("people-label-home"))
    thread.newest.get_by_label(sv("people-yes-findable")).check()
    again = thread.click(sv("people-save"))
    expect(again).to_contain_text(sv("people-error-been-words"))
    expect(again.get_by_role("combobox", name=sv("people-label-home"))).to_have_value("Falun")
    expect(again.get_by_label(sv("people-yes-findable"))).to_be_checked()


def test_a_profile_is_opened_filled_in_and_saved_in_the_channel(teams: Client) -> None:
    thread = teams.channel().post("min profil")
    expect(thread.newest).to_contain_text(sv("people-door-profile-what"))
    expect(thread.click(sv("people-door-profile-open"))).to_contain_text("Anna Bergström")
    thread.choose("Avesta", sv("people-label-home"))
    thread.newest.get_by_label(sv("people-label-role")).fill("planarkitekt")
    thread.newest.get_by_label(sv("people-label-been-words")).fill("markförvärv, vattenverk")
    thread.newest.get_by_label(sv("people-yes-findable")).check()
    thread.newest.get_by_role("combobox", name=sv("people-label-been-through")).click()
    thread.page.get_by_role("menuitemcheckbox", name="mark", exact=True).click()
    thread.page.keyboard.press("Escape")
    expect(thread.click(sv("people-save"))).to_contain_text(sv("people-saved"))


def test_somebody_is_found_with_why_and_asked_in_the_channel(teams: Client) -> None:
    thread = teams.channel().post("vem kan jag prata med om bostäder?")
    expect(thread.newest).to_contain_text("Karin Hed · Falun · näringslivschef")
    expect(thread.newest).to_contain_text("Har gått igenom: bostäder")
    expect(thread.click(sv("contacts-ask"))).to_contain_text("Fråga Karin Hed i kanalen")
    thread.newest.get_by_label(sv("contacts-form-label")).fill("Hur fick ni fram tomterna?")
    thread.newest.get_by_role("button", name=sv("contacts-send")).click()
    posted = thread.seen(2)
    expect(posted).to_contain_text("Karin Hed, Anna Bergström har en fråga till dig")
    expect(posted).to_contain_text("Hur fick ni fram tomterna?")


def test_an_answer_names_somebody(teams: Client) -> None:
    card = teams.channel().post("hur många bostäder planerar Ludvika?").newest
    expect(card).to_contain_text("Fråga gärna Karin Hed (Falun), som har gått igenom: bostäder.")


def test_nobody_fits_and_the_library_goes_on(teams: Client) -> None:
    thread = teams.channel().post("vem har jobbat med elnät?", cards=2)
    expect(thread.cards.first).to_contain_text("Ingen av dem som har valt att synas")


def test_all_that_is_kept_is_shown_and_forgotten(teams: Client) -> None:
    thread = teams.channel().post("mina uppgifter")
    shown = thread.click(sv("personal-door-data-open"))
    expect(shown).to_contain_text("Namn: Anna Bergström")
    expect(shown).to_contain_text("planarkitekt")
    expect(shown).to_contain_text("mark, markförvärv, vattenverk")
    expect(thread.click(sv("personal-file"))).to_contain_text(sv("personal-file-how"))
    thread.click(sv("personal-door-data-open"))
    expect(thread.click(sv("personal-door-forget-open"))).to_contain_text(sv("personal-forget"))
    expect(thread.click(sv("personal-forget-yes"))).to_contain_text(sv("personal-forgotten"))


def test_in_private_the_profile_comes_at_once(teams: Client) -> None:
    teams.channel().post("hej")
    chat = teams.personal()
    expect(chat.say("min profil")).to_contain_text(sv("people-profile"))
    expect(chat.say("glöm mig")).to_contain_text(sv("personal-forget"))
