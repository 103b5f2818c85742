"""Questions and what follows from them, asked of the running bot."""

from typing import Any

import pytest

from cards.actions import Ask, KeepQuestion, OpenCase, Rate, ShowAnswer
from tests.bot.conversation import Chat, RunningBot, Shown

RISK = "hur delar Sundsvall och Timrå risken i Torsboda?"
UNKNOWN = "Det vet jag inte."


def button(shown: Shown, verb: str) -> dict[str, Any]:
    """What the first button of that verb carries."""
    return next(each["data"] for each in actions_of(shown.card) if each["data"]["verb"] == verb)


def actions_of(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [action for each in part for action in actions_of(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") in {"Action.Execute", "Action.Submit"} else []
    return own + [action for key, each in part.items() if key != "fallback" for action in actions_of(each)]


async def test_a_question_gets_a_cited_answer(anna: Chat) -> None:
    [answer] = await anna.say(RISK)
    first, *_ = answer.text.splitlines()
    assert "delar" in first
    assert "Sundsvall och Timrå" in first
    assert first.endswith("[1]")
    assert "](https://newsroom.notified.com/sundsvall-kommun/" in answer.text
    assert "Sundsvalls kommun" in answer.text
    assert "8 mars 2022" in answer.text


async def test_the_answer_stands_in_the_asker_s_thread(bot: RunningBot) -> None:
    [here] = await bot.channel("Anna", thread="one").say(RISK)
    [there] = await bot.channel("Bo", thread="two").say(RISK)
    assert "one" in here.thread
    assert "two" in there.thread


@pytest.mark.parametrize("question", ["fråga " + RISK, "Fråga: " + RISK, "frga " + RISK])
async def test_the_word_ask_may_stand_first(anna: Chat, question: str) -> None:
    [answer] = await anna.say(question)
    assert "risk" in answer.text.splitlines()[0]


async def test_what_the_library_does_not_say_is_not_answered(anna: Chat) -> None:
    [answer] = await anna.say("vad kostar parkeringen i Mora?")
    assert answer.text.startswith(UNKNOWN)


async def test_a_gap_it_knows_of_is_told(anna: Chat) -> None:
    [answer] = await anna.say("vad sa borlänge i sitt föredrag räkna aldrig bort borlänge?")
    assert answer.text.startswith(UNKNOWN)
    assert "föredrag" in answer.text


async def test_english_is_answered_in_english(anna: Chat) -> None:
    [answer] = await anna.say("How many jobs will EcoDataCenter bring to Borlänge?")
    assert "Sources" in answer.text
    assert "200" in answer.text


async def test_a_follow_up_carries_on(anna: Chat) -> None:
    await anna.say("hur många invånare har Ludvika?")
    [answer] = await anna.say("och Borlänge då?")
    assert "51 400" in answer.text
    assert "hur många invånare har Ludvika?" in answer.text


async def test_a_follow_up_in_another_thread_knows_nothing_of_it(bot: RunningBot) -> None:
    await bot.channel("Anna", thread="one").say("hur många invånare har Ludvika?")
    [answer] = await bot.channel("Bo", thread="two").say("och Borlänge då?")
    assert "följdfråga" not in answer.text


async def test_what_it_points_back_to_may_be_what_was_bought(anna: Chat) -> None:
    await anna.say("hur mycket mark köpte Volvo i Mariestad?")
    [answer] = await anna.say("vad kostade det?")
    assert "257 miljoner" in answer.text


async def test_a_follow_up_after_a_day_stands_alone(bot: RunningBot, anna: Chat) -> None:
    await anna.say("hur många invånare har Ludvika?")
    bot.clock.pass_(hours=25)
    [answer] = await anna.say("och Borlänge då?")
    assert "följdfråga" not in answer.text


async def test_several_municipalities_get_a_row_each(anna: Chat) -> None:
    [answer] = await anna.say("hur många invånare har Ludvika och Borlänge?")
    assert "26 600" in answer.text
    assert "51 400" in answer.text
    assert "[2]" in answer.text


async def test_sources_that_differ_both_stand(anna: Chat) -> None:
    [answer] = await anna.say("scb:s prognos för ludvika till 2033")
    assert "1 600" in answer.text
    assert "9 procent" in answer.text
    assert "skiljer sig åt" in answer.text


async def test_a_case_opens_in_place_and_leads_back(anna: Chat) -> None:
    [answer] = await anna.say(RISK)
    case = await anna.click(OpenCase.model_validate(button(answer, "open_case")))
    assert "Torsboda" in case.text.splitlines()[0]
    again = await anna.click(ShowAnswer.model_validate(button(case, "show_answer")))
    assert again.text == answer.text


async def test_a_thumb_is_counted_and_thanked_for(anna: Chat) -> None:
    [answer] = await anna.say(RISK)
    thanked = await anna.click(Rate.model_validate(button(answer, "rate")))
    assert "Tack!" in thanked.text
    assert "inte" not in thanked.text.splitlines()[-1]


async def test_an_unanswered_question_is_kept_as_open(anna: Chat) -> None:
    [answer] = await anna.say("vad kostar parkeringen i Mora?")
    kept = await anna.click(KeepQuestion.model_validate(button(answer, "keep_question")))
    assert "sparad" in kept.text


async def test_a_button_of_an_answer_that_is_gone_says_so(anna: Chat) -> None:
    told = await anna.click(Rate(answer="20200101T000000-gone", helped=True))
    assert "finns inte kvar" in told.text
    assert told.card == {}


async def test_another_network_s_answer_is_not_shown(bot: RunningBot, anna: Chat) -> None:
    [answer] = await anna.say(RISK)
    told = await bot.group("Eva").click(ShowAnswer(answer=button(answer, "rate")["answer"]))
    assert told.card == {}


async def test_an_example_s_button_asks_it(anna: Chat) -> None:
    [answer] = await anna.click_for_message(Ask(example="risk"))
    assert answer.text.startswith("Hur delar Sundsvall och Timrå risken")
    assert "[1]" in answer.text


@pytest.mark.parametrize("words", ["", "   ", "🙂", "?!", "fråga"])
async def test_nothing_to_answer_gets_a_hint(anna: Chat, words: str) -> None:
    [answer] = await anna.say(words)
    assert "Skriv en fråga" in answer.text


async def test_20_000_characters_are_asked_to_be_fewer(anna: Chat) -> None:
    [answer] = await anna.say("risk " * 4000)
    assert "1 000" in answer.text.replace("\u00a0", " ")
