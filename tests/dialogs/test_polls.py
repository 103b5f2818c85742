"""Making polls: on one line, in a form, with what is wrong told at its field."""

from collections.abc import AsyncIterator

import pytest

from cards.actions import decode
from cards.poll_actions import EditPoll, ListPolls, PostPoll, PreviewPoll
from knowledge.polls.model import Kind, Names, Question, Shown
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.polling import LINE, begin, filled_in, held, line, made, poll, polls, pressed, standing, titles

OPTIONS = ("tisdag 9", "onsdag 13", "torsdag 10")


@pytest.fixture
async def anna(bot: RunningBot) -> AsyncIterator[Chat]:
    """Anna, who leads."""
    yield await begin(bot)


# On one line


@pytest.mark.parametrize("words", [LINE, LINE.replace("omröstning", "Omröstning:"), LINE.replace("omr", "omrr")])
async def test_one_line_is_posted_at_once(bot: RunningBot, anna: Chat, words: str) -> None:
    [shown] = await line(anna, words)
    assert shown.thread == anna.place["conversation"]["id"]
    assert shown.text.startswith("När ska vi ses?")
    assert all(option in shown.text for option in OPTIONS)
    assert titles(shown) == ["Välj", "Välj", "Välj", "Mitt svar", "Hantera"]
    assert "Ingen har svarat" not in shown.text
    assert "0 av 6 har svarat" in shown.text
    assert "torsdag 12 mars kl. 16.00" in shown.text
    made = await poll(bot)
    assert made.questions == (Question("När ska vi ses?", Kind.ONE, OPTIONS),)
    assert (made.names, made.shown, made.members) == (Names.NOBODY, Shown.AT_ONCE, 6)


async def test_english_is_answered_in_english(bot: RunningBot, anna: Chat) -> None:
    [shown] = await line(anna, "poll When do we meet? | Tuesday | Wednesday")
    assert "0 of 6 have answered" in shown.text
    assert "16:00" in shown.text


async def test_a_group_chat_has_polls_of_its_own(bot: RunningBot, anna: Chat) -> None:
    [shown] = await line(bot.group("Bo"))
    assert shown.thread == activities.group()["conversation"]["id"]
    assert await polls(bot) == []


async def test_where_teams_does_not_tell_who_is_there_a_poll_is_made_all_the_same(bot: RunningBot, anna: Chat) -> None:
    bot.connector.failures = [503]
    [shown] = await line(anna)
    made = await poll(bot)
    assert (made.members, made.viewers) == (0, ())
    assert "Ingen har svarat än" in shown.text
    assert "refresh" not in shown.card


async def test_the_same_line_again_makes_no_second_poll(bot: RunningBot, anna: Chat) -> None:
    await line(anna)
    [told] = await line(anna, LINE + " ")
    assert "finns redan" in told.text
    assert len(await polls(bot)) == 1


async def test_the_same_line_in_another_thread_is_another_poll(bot: RunningBot, anna: Chat) -> None:
    await line(anna)
    await line(bot.channel("Anna", thread="2"))
    assert len(await polls(bot)) == 2


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("Fråga? | ja", "minst två alternativ"),
        ("Fråga? | ja |", "minst två alternativ"),
        ("Fråga? | ja | JA", "likadana"),
        ("Fråga? | " + " | ".join(map(str, range(11))), "högst tio"),
        ("x" * 3000 + " | ja | nej", "högst 300 tecken"),
        ("| ja | nej", "saknas text"),
        ("Ska **vi**? | ja | nej", "utan formatering"),
        ("Fråga? | ja | " + "å" * 101, "högst 100 tecken"),
    ],
)
async def test_what_is_wrong_on_a_line_is_told_in_the_form(
    bot: RunningBot, anna: Chat, words: str, problem: str
) -> None:
    [form] = await anna.say(f"omröstning {words}")
    assert problem in form.text
    question, *options = words.split("|")
    assert held(form)["question"] == question.strip()
    assert held(form)["options"].split("\n") == [each.strip() for each in options]
    await bot.settle()
    assert await polls(bot) == []


async def test_nobody_is_mentioned_in_a_poll(bot: RunningBot, anna: Chat) -> None:
    bo = activities.person("Bo")
    mention = {"type": "mention", "mentioned": bo, "text": "<at>Bo</at>"}
    own = {"type": "mention", "mentioned": activities.BOT, "text": "<at>Erfa</at>"}
    said = "<at>Erfa</at> omröstning Ska <at>Bo</at> leda? | ja | nej"
    [form] = await anna.say("", text=said, entities=[own, mention])
    assert "utan @" in form.text
    assert held(form)["question"] == "Ska Bo leda?"
    assert await polls(bot) == []


# In the form


async def test_the_form_is_empty_but_for_what_is_most_often_wanted(anna: Chat) -> None:
    [form] = await anna.say("omröstning")
    assert form.text.startswith("Ny omröstning")
    assert held(form) == {
        "question": "",
        "options": "",
        "kind": "one",
        "names": "nobody",
        "shown": "at_once",
        "date": "2026-03-12",
        "time": "16:00",
        "remind": "false",
    }


async def test_a_question_alone_is_kept_in_the_form(anna: Chat) -> None:
    [form] = await anna.say("omröstning När ska vi ses?")
    assert held(form)["question"] == "När ska vi ses?"
    assert "behöver ändras" not in form.text


async def test_it_is_seen_before_it_is_posted(bot: RunningBot, anna: Chat) -> None:
    [form] = await anna.say("omröstning När ska vi ses?")
    typed = {**held(form), "options": "\n".join(OPTIONS), "names": "all", "remind": "true"}
    seen = await anna.click(filled_in(form, typed))
    assert seen.text.startswith("Så här kommer omröstningen att se ut")
    assert "Alla ser vem som har svarat vad." in seen.text
    assert "påminnelse" in seen.text
    assert titles(seen) == ["Posta", "Ändra"]
    await bot.settle()
    assert await polls(bot) == []
    changing = await anna.click(pressed(seen, "Ändra"))
    assert held(changing) == typed


async def test_it_is_posted_once_however_often_it_is_clicked(bot: RunningBot, anna: Chat) -> None:
    [form] = await anna.say("omröstning")
    typed = {**held(form), "question": "När?", "options": "nu\nsedan"}
    seen = await anna.click(filled_in(form, typed))
    for _ in range(2):
        assert "är postad" in (await anna.click(pressed(seen, "Posta"))).text
        await bot.pass_(minutes=5)
    assert len(await polls(bot)) == 1
    assert standing(bot).text.startswith("När?")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"question": ""}, "saknas text"),
        ({"options": "ja"}, "minst två"),
        ({"date": "2026-03-01"}, "redan varit"),
        ({"date": "2027-03-01"}, "högst 90 dagar"),
        ({"time": "i morgon"}, "både dag och klockslag"),
        ({"kind": "three"}, "Välj ett av alternativen"),
        ({"question": "@Bo?"}, "utan @"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept(
    bot: RunningBot, anna: Chat, typed: dict[str, str], problem: str
) -> None:
    [form] = await anna.say("omröstning")
    filled = {**held(form), "question": "När?", "options": "nu\nsedan", **typed}
    told = await anna.click(filled_in(form, filled))
    assert problem in told.text
    assert "Ett fält behöver ändras" in told.text
    kept = {name: value for name, value in filled.items() if name != "kind"}
    assert {name: value for name, value in held(told).items() if name != "kind"} == kept
    await anna.click(decode({"verb": "post_poll", **filled}))
    await bot.settle()
    assert await polls(bot) == []


async def test_a_poll_whose_time_passed_while_it_was_looked_at_is_not_posted(bot: RunningBot, anna: Chat) -> None:
    [form] = await anna.say("omröstning")
    typed = {**held(form), "question": "När?", "options": "nu\nsedan"}
    seen = await anna.click(filled_in(form, typed))
    bot.clock.pass_(days=8)
    assert "redan varit" in (await anna.click(pressed(seen, "Posta"))).text
    assert await polls(bot) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "several"}, "ett eller flera"),
        ({"kind": "scale", "options": ""}, "skala från 1"),
        ({"kind": "words", "options": ""}, "egna ord"),
        ({"names": "leaders"}, "processledarna ser vem"),
        ({"shown": "on_closing"}, "när omröstningen stänger"),
        ({"shown": "after_voting"}, "när du har svarat"),
        ({"date": "2026-03-29", "time": "02:30"}, "söndag 29 mars kl. 03.30"),
    ],
)
async def test_the_card_says_what_was_chosen(bot: RunningBot, anna: Chat, fields: dict[str, str], said: str) -> None:
    await made(bot, anna, **fields)
    assert said in standing(bot).text


# Elsewhere


async def test_in_private_polls_are_listed_not_made(bot: RunningBot, anna: Chat) -> None:
    await line(anna)
    [listed] = await bot.personal("Anna").say("omröstning Vad? | ja | nej")
    assert "När ska vi ses?" in listed.text
    assert "kanal" in listed.text
    for action in (EditPoll(), PostPoll(question="När?", options="nu\nsedan")):
        assert "kanal" in (await bot.personal("Anna").click(action)).text
    assert len(await polls(bot)) == 1


async def test_open_and_past_polls_are_listed(bot: RunningBot, anna: Chat) -> None:
    [form] = await anna.say("omröstning")
    assert "Här finns inga omröstningar" in (await anna.click(pressed(form, "Visa omröstningar"))).text
    await line(anna)
    await bot.pass_(days=8)
    await line(anna, "omröstning Var? | här | där")
    listed = await anna.click(ListPolls())
    assert listed.text.index("Öppna") < listed.text.index("Var?") < listed.text.index("Avslutade")
    assert "Stängde torsdag 12 mars kl. 16.00. 0 av 6 har svarat." in listed.text
    again = await anna.click(pressed(listed, "Ny omröstning"))
    assert again.text.startswith("Ny omröstning")


async def test_another_network_lists_its_own(bot: RunningBot, anna: Chat) -> None:
    await line(anna)
    assert "inga omröstningar" in (await bot.group("Bo").click(ListPolls())).text


async def test_a_preview_of_nothing_is_a_form(anna: Chat) -> None:
    told = await anna.click(PreviewPoll())
    assert "6 fält behöver ändras" in told.text
