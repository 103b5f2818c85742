"""Browsing the library, and who may see what."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.actions import KeepQuestion, ListCases, OpenCase, Rate, ShowAnswer
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.importing import import_cases
from knowledge.store.embedded import EmbeddedStore
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, running
from tests.dialogs.test_ask import button

TODAY = datetime(2026, 3, 5, tzinfo=UTC)
SECRET = "Bolaget Hemligt Stål"
CONFIDENTIAL = f"""---
id: hemlig
title: "Ännu ej offentlig etablering"
kind: fall
municipality: [Gagnef]
phase: förfrågan
themes: [mark]
checked: 2026-03-05
visibility: ej offentlig
sources:
  samtal: {{title: "Samtal", publisher: "Gagnefs kommun", date: "2026-03-01"}}
---

{SECRET} söker mark.

## Markförfrågan

- {SECRET} har i mars 2026 frågat Gagnefs kommun om 80 hektar mark. [^samtal] {{#gag-01}}
  ? hur mycket mark vill {SECRET.lower()} ha i gagnef
"""


async def test_all_cases_are_listed_by_municipality_phase_and_theme(anna: Chat) -> None:
    [listed] = await anna.say("fall")
    assert listed.text.startswith("Fallbanken")
    for word in ("Torsboda", "Ludvika", "Kommun", "Skede", "Tema", "bygge"):
        assert word in listed.text


@pytest.mark.parametrize("words", ["fall ludvika", "fall Ludvikas", "fall ludvka", "Fall: ludvika", "cases ludvika"])
async def test_a_case_is_opened_by_its_name(anna: Chat, words: str) -> None:
    [opened] = await anna.say(words)
    assert opened.text.startswith("Ludvika")
    assert "Källor" in opened.text or "Sources" in opened.text


async def test_a_theme_narrows_the_list(anna: Chat) -> None:
    [listed] = await anna.say("fall medborgardialog")
    assert "Kiruna" in listed.text
    assert "Hofors" not in listed.text


async def test_a_company_leads_to_its_case(anna: Chat) -> None:
    [opened] = await anna.say("fall lyko")
    assert opened.text.startswith("Vansbro")


async def test_a_word_that_no_case_has_says_so_and_what_to_do(anna: Chat) -> None:
    [told] = await anna.say("fall xyzzy")
    assert "xyzzy" in told.text
    assert "fall mark" in told.text


async def test_pages_are_turned(anna: Chat) -> None:
    first = await anna.click(OpenCase(case="ludvika"))
    second = await anna.click(OpenCase(case="ludvika", page=1))
    assert "Nästa sida" in first.text
    assert "Föregående sida" in second.text
    assert first.text != second.text


async def test_a_case_that_is_gone_says_so(anna: Chat) -> None:
    told = await anna.click(OpenCase(case="atlantis"))
    assert "finns inte längre" in told.text
    assert told.card == {}


async def test_the_list_comes_in_place_or_as_a_message(anna: Chat) -> None:
    in_place = await anna.click(ListCases())
    [message] = await anna.click_for_message(ListCases(in_place=False))
    assert in_place.text == message.text


async def _import(folder: Path, network: str, text: str, name: str = "hemlig.md") -> None:
    store = await EmbeddedStore.open(folder)
    await import_cases(store, network, {name: text}, TODAY)
    await store.close()


def _everything(leader: Chat) -> list[str]:
    return ["fall", "fall hemlig", "fall gagnef", f"hur mycket mark vill {SECRET} ha i Gagnef?", "gagnef"]


async def test_a_confidential_case_is_seen_by_a_leader_in_private_only(tmp_path: Path) -> None:
    await _import(tmp_path, activities.TEAM, CONFIDENTIAL)
    async with running(tmp_path, open_routes) as bot:
        leader, other = bot.channel("Anna"), bot.channel("Bo")
        await leader.install()
        await other.say("hej")
        for words in _everything(leader):
            for who in (leader, other, bot.personal("Bo"), bot.group("Anna"), bot.personal("Eva")):
                for shown in await who.say(words):
                    assert SECRET not in shown.text.replace(words, "")
                    assert "Ännu ej offentlig" not in shown.text
        [answer] = await bot.personal("Anna").say(f"hur mycket mark vill {SECRET} ha i Gagnef?")
        assert "80 hektar" in answer.text


async def test_buttons_of_a_confidential_answer_do_nothing_for_others(tmp_path: Path) -> None:
    await _import(tmp_path, activities.TEAM, CONFIDENTIAL)
    async with running(tmp_path, open_routes) as bot:
        leader, other = bot.channel("Anna"), bot.channel("Bo")
        await leader.install()
        await leader.say("hej")
        [answer] = await bot.personal("Anna").say(f"hur mycket mark vill {SECRET} ha i Gagnef?")
        id = button(answer, "rate")["answer"]
        for who in (leader, other):
            for action in (Rate(answer=id, helped=True), ShowAnswer(answer=id), KeepQuestion(answer=id)):
                told = await who.click(action)
                assert "finns inte kvar" in told.text
                assert told.card == {}


async def test_a_chat_that_is_not_said_to_be_personal_sees_nothing_confidential(tmp_path: Path) -> None:
    await _import(tmp_path, activities.TEAM, CONFIDENTIAL)
    async with running(tmp_path, open_routes) as bot:
        leader = bot.channel("Anna")
        await leader.install()
        await leader.say("hej")
        place = activities.personal("Anna")
        place["conversation"]["conversationType"] = "meeting"
        [shown] = await Chat(bot, place, activities.person("Anna")).say("fall gagnef")
        assert SECRET not in shown.text


async def test_a_case_imported_for_all_is_answered_from(tmp_path: Path) -> None:
    public = CONFIDENTIAL.replace("ej offentlig\nsources", "offentlig\nsources")
    await _import(tmp_path, ALL_NETWORKS, public)
    async with running(tmp_path, open_routes) as bot:
        [answer] = await bot.channel("Bo").say(f"hur mycket mark vill {SECRET} ha i Gagnef?")
        assert "80 hektar" in answer.text


async def test_a_case_of_one_network_is_unknown_in_another(bot: RunningBot, tmp_path: Path) -> None:
    public = CONFIDENTIAL.replace("ej offentlig\nsources", "offentlig\nsources")
    await _import(tmp_path / "other", "19:other@thread.tacv2", public)
    async with running(tmp_path / "other", open_routes) as there:
        [answer] = await there.channel("Bo").say(f"hur mycket mark vill {SECRET} ha i Gagnef?")
        assert "80 hektar" not in answer.text
