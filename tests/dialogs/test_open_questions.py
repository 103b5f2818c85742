"""Open questions answered from the digest, in the thread where they were asked."""

import pytest

from cards.actions import AnswerQuestion, MarkHelpful, SendAnswer
from cards.digest_actions import PreviewDigest
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.digest_network import CHANNEL, UNKNOWN, carried, fields, keep, posted
from tests.dialogs.test_ask import button


async def test_a_question_is_answered_in_the_thread_where_it_was_asked(bot: RunningBot, leader: Chat) -> None:
    digest = await posted(bot, leader)
    eva = bot.channel("Eva", thread="digest")
    form = await eva.click(AnswerQuestion.model_validate(button(digest, "answer_question")))
    assert UNKNOWN in form.text
    sending = carried(form, "Skicka svaret")
    assert isinstance(sending, SendAnswer)
    words = {"words": "Ingenting alls.\nSedan 2024.", "link": "https://mora.example/p", "named": "false"}
    await bot.settle()
    before = len(bot.connector.calls)
    thanks = await eva.click(sending.model_copy(update=words))
    assert "Tack!" in thanks.text
    await bot.settle()
    calls = sorted(bot.connector.calls[before:], key=lambda call: call.method)
    answer, changed = map(Shown.of_message, calls)
    assert "Har fått svar" in changed.text
    assert answer.thread == f"{CHANNEL};messageid=question"
    assert answer.text.startswith("Svar från nätverket")
    for said in (UNKNOWN, "Ingenting alls.", "Sedan 2024.", "](https://mora.example/p)"):
        assert said in answer.text
    assert "Eva" not in answer.text


async def test_the_name_is_shown_only_if_one_says_so(bot: RunningBot, leader: Chat) -> None:
    await posted(bot, leader)
    id = await keep(bot.channel("Bo"), "vad kostar parkeringen i Orsa?")
    await bot.channel("Eva").click(SendAnswer(question=id, words="Inget.", named="true"))
    await bot.settle()
    assert "Svaret kommer från Eva." in str(bot.connector.posted[-1])


async def test_an_answered_question_is_asked_no_more_but_takes_further_answers(bot: RunningBot, leader: Chat) -> None:
    await posted(bot, leader)
    id = await keep(bot.channel("Bo"), "vad kostar parkeringen i Orsa?")
    await bot.channel("Eva").click(SendAnswer(question=id, words="Inget."))
    await bot.settle()
    assert "Orsa" not in (await leader.click(PreviewDigest())).text
    assert "Tack!" in (await leader.click(SendAnswer(question=id, words="Fem kronor."))).text


async def test_a_settled_question_takes_no_more_answers(bot: RunningBot, leader: Chat) -> None:
    id = await keep(bot.channel("Bo"))
    answer = SendAnswer(question=id, words="Inget.")
    await bot.channel("Eva").click(answer)
    await bot.channel("Bo").click(MarkHelpful(question=id, reply=0))
    await bot.settle()
    before = len(bot.connector.calls)
    for action in (answer.model_copy(update={"words": "Nej."}), AnswerQuestion(question=id)):
        told = await leader.click(action)
        assert (told.card, told.text) == ({}, "Den frågan har redan fått svar.")
    await bot.settle()
    assert len(bot.connector.calls) == before


@pytest.mark.parametrize(
    ("filled_in", "error"),
    [
        ({"words": "  \n"}, "Skriv ett svar"),
        ({"words": "å" * 2001}, "Skriv ett svar på högst 2"),
        ({"words": "Ja.", "link": "mora.example"}, "Skriv en hel webbadress"),
        ({"words": "Ja.", "link": "javascript:alert(1)"}, "Skriv en hel webbadress"),
        ({"words": "Ja.", "link": "https://a.example/x y"}, "Skriv en hel webbadress"),
    ],
)
async def test_an_answer_that_cannot_be_taken_is_kept_in_the_form(
    bot: RunningBot, leader: Chat, filled_in: dict[str, str], error: str
) -> None:
    id = await keep(leader)
    told = await bot.channel("Eva").click(SendAnswer.model_validate({"question": id, "named": "true", **filled_in}))
    assert error in told.text
    values = {each["id"]: each.get("value", "") for each in fields(told.card)}
    assert values == {"link": "", "named": "true", **filled_in}


async def test_who_asked_in_private_gets_the_answer_in_private(bot: RunningBot, leader: Chat) -> None:
    await bot.channel("Bo").say("hej")
    id = await keep(bot.personal("Bo"))
    await leader.click(SendAnswer(question=id, words="Inget."))
    await bot.settle()
    assert bot.connector.posted[-1]["conversation"]["id"] == "a:personal-bo"


async def test_another_network_cannot_answer(bot: RunningBot, leader: Chat) -> None:
    id = await keep(leader)
    told = await bot.group("Eva").click(SendAnswer(question=id, words="Inget."))
    assert told.card == {}
