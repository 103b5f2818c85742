"""Evaluations of meetings: begun by a leader, answered in half a minute, compared."""

from collections.abc import AsyncIterator

import pytest

from cards.actions import decode
from cards.poll_actions import AnnounceChange, ClosePoll, EditEvaluation, FillIn, ManagePoll, SaveEvaluation, SeePoll
from knowledge.polls.model import Kind, Names
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.polling import (
    PEOPLE,
    begin,
    filled_in,
    held,
    inputs_of,
    line,
    poll,
    polls,
    pressed,
    standing,
    titles,
)

WORDS = ("Studiebesöket", "Kortare pass")


@pytest.fixture
async def anna(bot: RunningBot) -> AsyncIterator[Chat]:
    """Anna, who leads."""
    yield await begin(bot)


async def answer(bot: RunningBot, name: str, *steps: int, words: tuple[str, str] = ("", "")) -> Shown:
    typed = [*map(str, steps), *words]
    fields = {f"answer_{at}": each for at, each in enumerate(typed)}
    return await bot.channel(name).click(decode({"verb": "fill_in", "poll": (await poll(bot)).id, **fields}))


async def evaluated(bot: RunningBot, anna: Chat, *steps: int, people: int = 5) -> Shown:
    """An evaluation from beginning to end; gives its result."""
    await line(anna, "utvärdering")
    for name in PEOPLE[:people]:
        await answer(bot, name, *steps, words=WORDS)
    await bot.pass_(days=4)
    return standing(bot)


async def test_a_leader_has_the_five_questions_posted(bot: RunningBot, anna: Chat) -> None:
    [shown] = await line(anna, "utvärdering")
    assert shown.text.startswith("Utvärdering av träffen")
    fields = inputs_of(shown.card)
    assert [each["type"] for each in fields] == ["Input.ChoiceSet"] * 3 + ["Input.Text"] * 2
    assert "nya eller fördjupade kontakter" in fields[1]["label"]
    assert "anonyma" in shown.text
    held_poll = await poll(bot)
    assert (held_poll.names, held_poll.evaluation) == (Names.NOBODY, True)
    assert [each.kind for each in held_poll.questions] == [Kind.SCALE] * 3 + [Kind.WORDS] * 2


async def test_others_may_not_and_in_private_nobody(bot: RunningBot, anna: Chat) -> None:
    [told] = await line(bot.channel("Bo"), "utvärdering")
    assert "Bara en processledare" in told.text
    [told] = await bot.personal("Anna").say("utvärdering")
    assert "kanal" in told.text
    assert await polls(bot) == []


async def test_a_question_about_evaluations_begins_none(bot: RunningBot, anna: Chat) -> None:
    await line(anna, "utvärdering av medborgardialogen i Kiruna, hur gick den?")
    assert await polls(bot) == []


async def test_one_at_a_time(bot: RunningBot, anna: Chat) -> None:
    await line(anna, "utvärdering")
    [told] = await line(anna, "evaluation")
    assert "open evaluation" in told.text
    assert len(await polls(bot)) == 1
    await bot.pass_(days=4)
    await line(anna, "utvärdering")
    assert len(await polls(bot)) == 2


async def test_what_is_filled_in_is_kept_changed_and_taken_back(bot: RunningBot, anna: Chat) -> None:
    [shown] = await line(anna, "utvärdering")
    typed = {"answer_0": "5", "answer_1": "", "answer_2": "3", "answer_3": "Studiebesöket", "answer_4": ""}
    own = await bot.channel("Bo").click(filled_in(shown, typed, "Skicka svaret"))
    assert own.text.startswith("Tack. Ditt svar är noterat.")
    assert "1 av 6 har svarat." in own.text
    assert held(own) == typed
    assert titles(own) == ["Ändra svaret", "Ta tillbaka mitt svar"]
    own = await bot.channel("Bo").click(filled_in(own, {**typed, "answer_0": "4"}, "Ändra svaret"))
    assert held(own)["answer_0"] == "4"
    own = await bot.channel("Bo").click(pressed(own, "Ta tillbaka mitt svar"))
    assert set(held(own).values()) == {""}
    assert "0 av 6 har svarat" in own.text


async def test_nothing_filled_in_is_told(bot: RunningBot, anna: Chat) -> None:
    await line(anna, "utvärdering")
    assert "Skriv eller välj något" in (await bot.channel("Bo").click(FillIn(poll=(await poll(bot)).id))).text


async def test_a_step_that_is_none_is_refused(bot: RunningBot, anna: Chat) -> None:
    await line(anna, "utvärdering")
    for typed in ("0", "6", "fem", "1,2"):
        told = await bot.channel("Bo").click(FillIn(poll=(await poll(bot)).id, answer_0=typed))
        assert "finns inte i omröstningen" in told.text


async def test_the_result_is_a_post_of_its_own(bot: RunningBot, anna: Chat) -> None:
    result = await evaluated(bot, anna, 5, 4, 3)
    assert result.text.startswith("Utvärdering av träffen 5 mars 2026")
    assert "5 av 6 har svarat." in result.text
    assert "Gav träffen dig nya kunskaper?\n 5,0" in result.text
    assert result.text.count("”Studiebesöket”") == 5
    assert result.thread == anna.place["conversation"]["id"]
    questions = standing(bot, -2)
    assert "Resultatet står i ett eget inlägg" in questions.text
    assert inputs_of(questions.card) == []
    assert (await bot.channel("Bo").click(SeePoll(poll=(await poll(bot)).id))).text == result.text


async def test_few_answers_are_not_shown(bot: RunningBot, anna: Chat) -> None:
    result = await evaluated(bot, anna, 5, 4, 3, people=4)
    assert "Färre än fem svarade" in result.text
    assert "Studiebesöket" not in result.text
    assert "5,0" not in result.text


async def test_meetings_are_compared_from_the_second_on(bot: RunningBot, anna: Chat) -> None:
    first = await evaluated(bot, anna, 5, 4, 3)
    assert "Träff för träff" not in first.text
    second = await evaluated(bot, anna, 4, 4, 4)
    assert "Träff för träff" in second.text
    [chart] = [part for part in second.card["body"] if part["type"] == "Chart.Line"]
    assert [each["values"][0]["y"] for each in chart["data"]] == [5.0, 4.0, 3.0]
    assert "5 mars 2026: \n5,0 · 4,0 · 3,0" in second.text
    assert "9 mars 2026: \n4,0 · 4,0 · 4,0" in second.text


async def test_a_leader_says_what_changes(bot: RunningBot, anna: Chat) -> None:
    await evaluated(bot, anna, 5, 4, 3)
    managing = await anna.click(ManagePoll(poll=(await poll(bot)).id))
    told = await anna.click(filled_in(managing, {"change": "Kortare\npass"}, "Visa under resultatet"))
    assert "står nu under resultatet" in told.text
    await bot.settle()
    assert "Det här ändrar vi\nKortare pass" in standing(bot).text


@pytest.mark.parametrize(
    ("words", "error"), [("", "saknas text"), ("å" * 501, "högst 500"), ("<b>x</b>", "formatering")]
)
async def test_a_change_that_cannot_be_shown_is_told(bot: RunningBot, anna: Chat, words: str, error: str) -> None:
    before = await evaluated(bot, anna, 5, 4, 3)
    told = await anna.click(AnnounceChange(poll=(await poll(bot)).id, change=words))
    assert error in told.text
    assert held(told)["change"] == words
    await bot.settle()
    assert standing(bot).text == before.text


async def test_leaders_edit_the_questions(bot: RunningBot, anna: Chat) -> None:
    await line(anna, "utvärdering")
    managing = await anna.click(ManagePoll(poll=(await poll(bot)).id))
    form = await anna.click(pressed(managing, "Ändra frågorna"))
    typed = {**held(form), "question_4": "Vad tar du med dig hem?"}
    assert "är sparade" in (await anna.click(filled_in(form, typed, "Spara"))).text
    await anna.click(ClosePoll(poll=(await poll(bot)).id, sure=True))
    await bot.pass_(minutes=2)
    [shown] = await line(anna, "utvärdering")
    assert inputs_of(shown.card)[-1]["label"] == "Vad tar du med dig hem?"


async def test_questions_that_cannot_be_asked_are_told(anna: Chat) -> None:
    typed = [f"Fråga {number}?" for number in range(5)]
    typed[1], typed[3] = "", "x" * 301
    fields = {f"question_{at}": each for at, each in enumerate(typed)}
    told = await anna.click(decode({"verb": "save_evaluation", **fields}))
    assert "saknas text" in told.text
    assert "högst 300 tecken" in told.text
    assert held(told) == fields


async def test_others_edit_no_questions(bot: RunningBot, anna: Chat) -> None:
    for action in (EditEvaluation(), SaveEvaluation()):
        assert "Bara en processledare" in (await bot.channel("Bo").click(action)).text
