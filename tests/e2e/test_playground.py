"""Erfa in a real client: asked, read, opened and clicked as a person does."""

import re

import pytest
from playwright.sync_api import expect

from cards.texts import text
from tests.e2e.client import CARD, Client

RISK = "hur delar Sundsvall och Timrå risken i Torsboda?"
SHARED = "Sundsvall och Timrå delar på risk och avkastning"
TORSBODA = "Torsboda – två kommuner, ett markbolag"
LUDVIKA = "Ludvika – Hitachi Energy och guldläget"


def sv(key: str) -> str:
    return text("sv", key)


def test_a_question_in_the_channel_gets_a_cited_answer(teams: Client) -> None:
    card = teams.channel().post(RISK).newest
    expect(card).to_contain_text(re.compile(rf"{SHARED}.* \[1\]"))
    expect(card).to_contain_text(re.compile("1. Sundsvall och Timrå fördjupar samarbetet.*uppgift från 8 mars 2022"))
    source = card.get_by_role("link", name="Sundsvall och Timrå fördjupar samarbetet")
    expect(source).to_have_attribute("href", re.compile(r"^https://newsroom\.notified\.com/sundsvall-kommun/"))


def test_an_answer_leads_to_its_case_and_back(teams: Client) -> None:
    thread = teams.channel().post(RISK)
    expect(thread.click(sv("ask-read-more"))).to_contain_text(TORSBODA)
    expect(thread.click(sv("page-later"))).to_contain_text("Sida 2 av")
    expect(thread.click(sv("case-back-to-answer"))).to_contain_text(SHARED)
    expect(thread.cards).to_have_count(1)


def test_a_follow_up_in_the_thread_points_back(teams: Client) -> None:
    thread = teams.channel().post("vad säger SCB:s prognos om befolkningen i Ludvika?")
    expect(thread.newest).to_contain_text("Ludvika")
    expect(thread.say("och Borlänge då?")).to_contain_text("färre invånare i Borlänge")


def test_a_thumb_is_thanked_for(teams: Client) -> None:
    thread = teams.channel().post(RISK)
    expect(thread.click(sv("ask-helped"))).to_contain_text("Tack!")


def test_what_is_unknown_is_said_and_kept(teams: Client) -> None:
    thread = teams.channel().post("vad kostar parkeringen i Mora?")
    expect(thread.newest).to_contain_text("Det vet jag inte.")
    expect(thread.click(sv("ask-keep"))).to_contain_text(text("sv", "ask-kept", how="asked"))
    expect(thread.newest.get_by_role("button", name=sv("ask-keep"))).to_have_count(0)


def test_municipalities_are_compared_row_by_row(teams: Client) -> None:
    card = teams.channel().post("vilka kommuner köpte mark i förväg?").newest
    expect(card).to_contain_text(sv("ask-compared"))
    expect(card).to_contain_text("[2]")


def test_a_case_is_chosen_from_the_library(teams: Client) -> None:
    thread = teams.channel().post("fall")
    thread.choose(LUDVIKA)
    expect(thread.click(sv("cases-open"))).to_contain_text(LUDVIKA)
    expect(thread.click(sv("case-back-to-list"))).to_contain_text("Fallbanken")


def test_a_case_is_opened_by_its_name(teams: Client) -> None:
    expect(teams.channel().post("fall torsboda").newest).to_contain_text(TORSBODA)


def test_an_example_is_answered_in_the_thread(teams: Client) -> None:
    thread = teams.channel().post("hej")
    expect(thread.newest).to_contain_text(sv("intro-title"))
    expect(thread.click_for_more(sv("example-risk"))).to_contain_text(SHARED)


@pytest.mark.parametrize(("words", "key"), [("", "said-nothing"), ("🙂", "said-nothing"), ("hjälp", "help-title")])
def test_there_is_no_dead_end(teams: Client, words: str, key: str) -> None:
    expect(teams.channel().post(words).newest).to_contain_text(sv(key))


def test_whoever_installed_it_leads(teams: Client) -> None:
    expect(teams.channel().post("ledare").newest).to_contain_text("Anna Bergström")


def test_english_is_answered_in_english(teams: Client) -> None:
    card = teams.channel().post("How do Sundsvall and Timrå share the risk in Torsboda?").newest
    expect(card).to_contain_text(SHARED)
    expect(card).to_contain_text(text("en", "sources"))


def test_a_personal_chat_needs_no_mention(teams: Client) -> None:
    chat = teams.personal()
    expect(chat.say(RISK)).to_contain_text(SHARED)
    expect(chat.click(sv("ask-read-more"))).to_contain_text(TORSBODA)


def test_a_digest_is_set_up_previewed_and_sent(teams: Client) -> None:
    teams.channel().post("vad kostar simhallen i Orsa?").click(sv("ask-keep"))
    thread = teams.channel().post("utskick")
    expect(thread.newest).to_contain_text(sv("digest-status-off"))
    thread.choose(text("sv", "digest-often", every="week"), sv("digest-label-every"))
    expect(thread.click(sv("digest-save"))).to_contain_text(sv("digest-saved"))
    expect(thread.click(sv("digest-preview-open"))).to_contain_text("vad kostar simhallen i Orsa?")
    expect(thread.click(sv("digest-send"))).to_contain_text(sv("digest-sent"))
    digest = teams.posted(text("sv", "digest-why", occasion="now"))
    expect(digest.newest).to_contain_text("vad kostar simhallen i Orsa?")
    expect(thread.click(sv("digest-history"))).to_contain_text(text("sv", "digest-state", state="posted"))
    expect(digest.click_for_more(sv("digest-answer"))).to_contain_text(sv("question-answer"))
    digest.newest.get_by_label(sv("question-label-words")).fill("Orsa har ingen simhall.")
    expect(digest.click(sv("question-send"))).to_contain_text(sv("question-thanks"))
    told = teams.page.locator(CARD, has_text="Orsa har ingen simhall.")
    expect(told).to_have_count(2)  # beside the question in the channel, and where it was asked
    for card in told.all():
        expect(card).to_contain_text("vad kostar simhallen i Orsa?")


def test_a_digest_of_one_s_own_is_asked_for_in_private(teams: Client) -> None:
    chat = teams.personal()
    before = chat.cards.count()
    chat.write("utskick")
    expect(chat.seen(before + 2)).to_contain_text(sv("digest-own"))
    expect(chat.click(sv("digest-own-start"))).to_contain_text(sv("digest-own-started"))
    expect(chat.click(sv("digest-stop"))).to_contain_text("avslutat")
