"""What the library does not know is asked where the network reads, answered there, settled, and made a lesson of."""

import pytest

from cards.actions import AnswerQuestion, KeepAnswer, KeepQuestion, MarkHelpful, Rate, SendAnswer
from cards.lesson_actions import PreviewLesson, SendLesson
from cards.people_actions import ForgetMe, SaveProfile
from knowledge import open_questions
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown, texts_of
from tests.dialogs.digest_network import keep
from tests.dialogs.filling import fields_of, filled_in, opened, sent
from tests.dialogs.lessons import decided
from tests.dialogs.polling import standing
from tests.dialogs.test_ask import RISK, button

CHANNEL = "19:general@thread.tacv2"
ROOF = "hur isolerar man taket på en gammal tvättstuga i Orsa?"
ANSWER = "Vi lade 40 centimeter cellulosa på taket till den gamla tvättstugan i Orsa."


def begun(bot: RunningBot) -> list[Shown]:
    """What begins threads in the channel, as it stands now."""
    starts = [each.body["activity"] for each in bot.connector.calls if each.path == "/v3/conversations"]
    return [Shown(card, texts_of(card)) for each in starts if (card := each["attachments"][0]["content"])]


def thread_of(bot: RunningBot) -> str:
    """The thread that the latest question begins."""
    return list(bot.connector.messages)[-1]


async def asked(bot: RunningBot, who: Chat, question: str = ROOF) -> str:
    id = await keep(who, question)
    await bot.settle()
    return id


async def test_one_click_has_it_asked_in_the_channel_without_a_name(bot: RunningBot, anna: Chat) -> None:
    [answer] = await anna.say(ROOF)
    assert "Då postas frågan i kanalen, utan ditt namn" in answer.text
    kept = await anna.click(KeepQuestion.model_validate(button(answer, "keep_question")))
    assert "Svaren kommer hit" in kept.text
    await bot.settle()
    [card] = begun(bot)
    assert ROOF in card.text
    assert "Väntar på svar" in card.text
    assert "Anna" not in str(card.card)


async def test_the_nearest_cases_stand_beside_it(bot: RunningBot, anna: Chat) -> None:
    await asked(bot, anna, "vad sa Borlänge i sitt föredrag Räkna aldrig bort Borlänge?")
    [card] = begun(bot)
    assert "Närmast i fallbanken:" in card.text


async def test_an_answer_that_did_not_help_can_be_asked_of_the_network(bot: RunningBot, anna: Chat) -> None:
    [answer] = await anna.say(RISK)
    assert "keep_question" not in str(answer.card)
    rated = await anna.click(Rate(answer=button(answer, "rate")["answer"], helped=False))
    await anna.click(KeepQuestion.model_validate(button(rated, "keep_question")))
    await bot.settle()
    assert RISK in begun(bot)[-1].text


@pytest.mark.parametrize("findable", ["true", "false"])
async def test_who_has_been_through_it_is_mentioned_only_if_they_may_be_found(
    bot: RunningBot, anna: Chat, findable: str
) -> None:
    profile = SaveProfile(home="Orsa", been_words="tvättstuga", findable=findable)
    await bot.channel("Eva").click(profile)
    await asked(bot, anna)
    [card] = begun(bot)
    mentioned = [each["mentioned"]["id"] for each in card.card["msteams"].get("entities", [])]
    assert mentioned == (["directory-eva"] if findable == "true" else [])
    assert ("Eva" in card.text) is (findable == "true")


async def test_an_answer_by_the_form_stands_at_the_question_and_where_it_was_asked(bot: RunningBot, anna: Chat) -> None:
    id = await asked(bot, anna)
    eva = bot.channel("Eva", thread=thread_of(bot))
    form = await eva.click(AnswerQuestion(question=id))
    before = len(bot.connector.calls)
    await eva.click(SendAnswer.model_validate(filled_in(form, "send_answer", words=ANSWER)))
    await bot.settle()
    calls = bot.connector.calls[before:]
    reply, question = map(Shown.of_message, sorted(calls, key=lambda call: call.method))
    assert reply.thread == f"{CHANNEL};messageid=thread"
    for shown in (reply, question):
        assert ANSWER in shown.text
    assert "Har fått svar" in question.text


async def test_the_form_is_beside_the_question_so_that_others_answers_take_nothing_from_it(
    bot: RunningBot, anna: Chat
) -> None:
    id = await asked(bot, anna)
    [question] = begun(bot)
    eva = bot.channel("Eva", thread=thread_of(bot))
    form = await opened(eva, question, "Svara")
    await bot.channel("Bo").click(SendAnswer(question=id, words="Fråga i Mora."))
    await bot.settle()
    wrong = await sent(eva, form, "Skicka svaret", words=ANSWER, link="orsa")
    assert fields_of(wrong)["words"] == ANSWER
    thanks = await sent(eva, wrong, "Skicka svaret", link="")
    assert "Tack!" in thanks.text
    await bot.settle()
    changed = [call for call in bot.connector.calls if call.method == "PUT"][-1]
    assert all(said in str(changed.body) for said in (ANSWER, "Fråga i Mora."))


async def test_a_client_without_dialogs_gets_the_form_in_the_thread(bot: RunningBot, anna: Chat) -> None:
    id = await asked(bot, anna)
    eva = bot.channel("Eva", thread=thread_of(bot))
    [form] = await eva.submit(AnswerQuestion(question=id))
    assert form.thread == eva.place["conversation"]["id"]
    [thanks] = await eva.submit(SendAnswer.model_validate(filled_in(form, "send_answer", words=ANSWER)))
    assert "Tack!" in thanks.text


async def test_what_is_said_to_erfa_in_its_thread_is_an_answer(bot: RunningBot, anna: Chat) -> None:
    await asked(bot, anna)
    [thanks, *_] = await bot.channel("Eva", thread=thread_of(bot)).say(ANSWER)
    assert "tagit vara på svaret" in thanks.text
    await bot.settle()
    assert ANSWER in str(bot.connector.calls[-1].body)


async def test_a_question_in_its_thread_is_a_question(bot: RunningBot, anna: Chat) -> None:
    await asked(bot, anna)
    [answer] = await bot.channel("Eva", thread=thread_of(bot)).say(RISK)
    assert "risk" in answer.text
    [elsewhere] = await bot.channel("Eva", thread="elsewhere").say(ANSWER)
    assert "tagit vara på" not in elsewhere.text


async def test_the_same_in_other_words_is_joined(bot: RunningBot, anna: Chat) -> None:
    await asked(bot, anna)
    [answer] = await bot.channel("Bo", thread="bo").say("isolera taket på gamla tvättstugan i Orsa, hur?")
    joined = await bot.channel("Bo", thread="bo").click(KeepQuestion.model_validate(button(answer, "keep_question")))
    assert "redan frågat nätverket" in joined.text
    await bot.settle()
    assert len(begun(bot)) == 1
    assert "2 undrar samma sak" in str(bot.connector.calls[-1].body)


async def test_who_asked_says_what_helped_and_nobody_else(bot: RunningBot, anna: Chat) -> None:
    id = await asked(bot, anna)
    await bot.channel("Eva").click(SendAnswer(question=id, words=ANSWER))
    told = await bot.channel("Eva").click(MarkHelpful(question=id, reply=0))
    assert (told.card, "Bara den som frågade" in told.text) == ({}, True)
    marked = await anna.click(MarkHelpful(question=id, reply=0))
    assert "hade nytta av svaret" in marked.text
    await bot.settle()
    assert "Besvarad" in str(bot.connector.calls[-1].body) or "Besvarad" in str(bot.connector.calls[-2].body)


async def test_whoever_answered_makes_a_lesson_that_answers_the_question_later(bot: RunningBot, leader: Chat) -> None:
    id = await asked(bot, leader)
    eva = bot.channel("Eva")
    await eva.click(SendAnswer(question=id, words=ANSWER))
    told = await leader.click(KeepAnswer(question=id, reply=0))
    assert (told.card, "Bara den som svarade" in told.text) == ({}, True)
    form = await eva.click(KeepAnswer(question=id, reply=0))
    assert fields_of(form)["did"] == ANSWER
    assert fields_of(form)["named"] == "false"
    preview = await eva.click(
        PreviewLesson.model_validate(filled_in(form, "preview_lesson", home="Orsa", public="true"))
    )
    lesson = filled_in(preview, "send_lesson")["lesson"]
    await eva.click(SendLesson(lesson=lesson))
    await decided(leader, lesson)
    [answer] = await bot.channel("Bo").say(ROOF)
    assert answer.text.startswith(ANSWER)


async def test_the_lesson_is_written_beside_the_answer_so_that_marking_it_takes_nothing_from_it(
    bot: RunningBot, anna: Chat
) -> None:
    id = await asked(bot, anna)
    eva = bot.channel("Eva")
    await eva.click(SendAnswer(question=id, words=ANSWER))
    await bot.settle()
    form = await opened(eva, standing(bot), "Spara som lärdom")
    await anna.click(MarkHelpful(question=id, reply=0))
    await bot.settle()
    wrong = await sent(eva, form, "Förhandsgranska", went="Det blev varmare.", home="")
    assert "Ett fält behöver ändras." in wrong.text
    assert fields_of(wrong)["went"] == "Det blev varmare."
    assert "Det blev varmare." in (await sent(eva, wrong, "Förhandsgranska", home="Orsa")).text


async def test_asked_in_private_it_is_answered_in_private(bot: RunningBot, anna: Chat) -> None:
    await anna.say("hej")
    private = bot.personal("Anna")
    id = await asked(bot, private)
    [card] = begun(bot)
    assert "Anna" not in str(card.card)
    await bot.channel("Eva").click(SendAnswer(question=id, words=ANSWER))
    await bot.settle()
    to = [
        call.body["conversation"]["id"]
        for call in bot.connector.calls
        if call.method == "POST" and ANSWER in str(call.body)
    ]
    assert to == ["a:personal-anna"]
    assert "hade nytta" in (await private.click(MarkHelpful(question=id, reply=0))).text


async def test_the_same_answer_twice_is_one(bot: RunningBot, anna: Chat) -> None:
    id = await asked(bot, anna)
    eva = bot.channel("Eva")
    await eva.click(SendAnswer(question=id, words=ANSWER))
    bot.clock.pass_(minutes=2)
    await eva.click(SendAnswer(question=id, words=ANSWER))
    question = await bot.store.run(lambda tx: open_questions.find(tx, activities.TEAM, id))
    assert question
    assert len(question.replies) == 1


async def test_who_is_forgotten_is_in_none_of_it(bot: RunningBot, anna: Chat) -> None:
    id = await asked(bot, anna)
    await bot.channel("Eva").click(SendAnswer(question=id, words=ANSWER, named="true"))
    [data] = await bot.personal("Eva").say("mina uppgifter")
    assert ANSWER in data.text
    await bot.channel("Eva").click(ForgetMe(sure=True))
    await anna.click(ForgetMe(sure=True))
    question = await bot.store.run(lambda tx: open_questions.find(tx, activities.TEAM, id))
    assert question
    assert (question.askers, question.replies[0].author, question.replies[0].name) == ((), "", "")
