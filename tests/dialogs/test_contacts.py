"""People to talk to, asked of the running bot: who is named, who never is, and how somebody is asked."""

import json

import pytest

from cards.actions import KeepQuestion, Rate, ShowAnswer
from cards.people_actions import AskContact, ForgetMe, SaveProfile, SendContactQuestion, ShowMyData
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown, texts_of
from tests.bot.loopback import Call
from tests.dialogs.filling import fields_of, filled_in

EVA = {
    "home": "Falun",
    "role": "näringslivschef",
    "been_through": "tillstånd,bostäder",
    "been_words": "upphandling av vattenverk",
}
BO = {"home": "Borlänge", "been_through": "bostäder", "faces": "tillstånd"}
HOUSING = "hur många bostäder planerar Ludvika?"
UNKNOWN = "vilken färg har vattenverket?"


async def tell(bot: RunningBot, name: str, told: dict[str, str], *, findable: bool = True) -> None:
    await bot.channel(name).click(SaveProfile.model_validate({**told, "findable": str(findable).lower()}))


def asking(bot: RunningBot) -> list[Call]:
    """What was posted so far that mentions somebody."""
    return [call for call in bot.connector.calls if '"mention"' in json.dumps(call.body)]


async def posted(bot: RunningBot) -> list[Call]:
    """The questions that are posted, once all that is due is done."""
    await bot.settle()
    return asking(bot)


@pytest.mark.parametrize(
    "words", ["kontakter bostäder", "vem kan jag prata med om bostäder?", "vem i nätverket har jobbat med bostäder?"]
)
async def test_who_said_yes_is_found_with_why_and_where_from(bot: RunningBot, anna: Chat, words: str) -> None:
    await tell(bot, "Eva", EVA)
    [shown] = await anna.say(words)
    assert "Eva · Falun · näringslivschef" in shown.text.replace("\n", "")
    assert "Har gått igenom: " in shown.text
    assert "bostäder" in shown.text
    assert "tillstånd" not in shown.text


async def test_who_left_the_team_is_not_found_though_teams_tells_only_its_own_id(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    await tell(bot, "Bo", BO)
    url, who = bot.connector.url, activities.person("Anna")
    await bot.post(activities.activity("conversationUpdate", url, anna.place, who, membersRemoved=[{"id": "29:eva"}]))
    [shown] = await anna.say("kontakter")
    assert "Eva" not in shown.text
    assert "Bo" in shown.text
    await bot.post(activities.activity("conversationUpdate", url, anna.place, who, membersAdded=[{"id": "29:eva"}]))
    bot.clock.pass_(minutes=2)
    [shown] = await anna.say("kontakter")
    assert "Eva" in shown.text


async def test_all_are_listed_without_a_word(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    await tell(bot, "Bo", BO)
    [shown] = await anna.say("kontakter")
    assert shown.text.index("Bo") < shown.text.index("Eva")


async def test_english_asks_and_is_answered_in_english(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    for words in ("contacts housing", "who can I talk to about housing?"):
        [shown] = await anna.say(words)
        assert "Has been through:" in shown.text


async def test_a_chat_link_where_the_address_is_known(bot: RunningBot, anna: Chat) -> None:
    bot.connector.members["29:eva"] = {**activities.person("Eva"), "userPrincipalName": "eva+x@falun.example"}
    await tell(bot, "Eva", EVA)
    await tell(bot, "Bo", BO)
    [shown] = await anna.say("kontakter")
    assert "[Chatta med Eva](https://teams.microsoft.com/l/chat/0/0?users=eva%2Bx%40falun.example)" in shown.text
    assert "Chatta med Bo" not in shown.text


async def test_a_question_for_people_that_nobody_fits_goes_on_to_the_library(bot: RunningBot, anna: Chat) -> None:
    [nobody, answer] = await anna.say("vem har jobbat med bostäder i Ludvika?")
    assert "Ingen av dem som har valt att synas" in nobody.text
    assert "bostäder i Ludvika" in nobody.text
    assert "Källor" in answer.text


async def test_a_question_about_cases_stays_one(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    [answer] = await anna.say("vilka kommuner köpte mark i förväg?")
    assert "Så här ser det ut i fallen" in answer.text


async def test_an_answer_names_who_has_been_through_it_in_one_quiet_line(bot: RunningBot, anna: Chat) -> None:
    [before] = await anna.say(HOUSING)
    await tell(bot, "Eva", EVA)
    bot.clock.pass_(minutes=2)
    [answer] = await anna.say(HOUSING)
    [line] = set(answer.text.splitlines()) - set(before.text.splitlines())
    assert line == "Fråga gärna Eva (Falun), som har gått igenom: bostäder."


async def test_where_the_library_does_not_know_somebody_may(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    [answer] = await anna.say(UNKNOWN)
    assert answer.text.startswith("Det vet jag inte.")
    assert "Fråga gärna Eva" in answer.text
    kept = await anna.click(KeepQuestion.model_validate(filled_in(answer, "keep_question")))
    assert "Fråga gärna Eva" in kept.text


async def test_the_line_stays_when_the_answer_is_drawn_again(bot: RunningBot, anna: Chat) -> None:
    await tell(bot, "Eva", EVA)
    [answer] = await anna.say(HOUSING)
    rating = Rate.model_validate(filled_in(answer, "rate"))
    assert "Fråga gärna Eva" in (await anna.click(rating)).text
    assert "Fråga gärna Eva" in (await anna.click(ShowAnswer(answer=rating.answer))).text
    await tell(bot, "Eva", EVA, findable=False)
    assert "Eva" not in (await anna.click(ShowAnswer(answer=rating.answer))).text


async def test_nobody_is_told_of_themselves(bot: RunningBot) -> None:
    await tell(bot, "Eva", EVA)
    eva = bot.channel("Eva")
    for words in ("kontakter", "kontakter bostäder", "vem kan jag prata med om bostäder?", HOUSING):
        assert "näringslivschef" not in str([shown.card for shown in await eva.say(words)])
        assert "Eva" not in str([shown.card for shown in await eva.say(f"{words} tack")])


async def all_that_is_told(bot: RunningBot, chat: Chat) -> str:
    """Everything that somebody may come to see by asking, clicking and reading what is posted."""
    words = ("kontakter", "kontakter bostäder", "kontakter Eva", "kontakter Falun", "kontakter näringslivschef")
    asked = ("vem har jobbat med tillstånd?", "vem kan jag prata med?", HOUSING, UNKNOWN, "Eva", "vem är Eva Falun?")
    others = ("hjälp", "hej", "ledare", "fall", "min profil", "mina uppgifter", "glöm mig")
    shown = [each for said in (*words, *asked, *others) for each in await chat.say(said)]
    clicks = (
        AskContact(person="directory-eva"),
        SendContactQuestion(person="directory-eva", question="q", words="Hej"),
    )
    shown += [await chat.click(each) for each in (*clicks, ShowMyData())]
    metrics = await bot.get("/metrics")
    return "\n".join([*(f"{each.card} {each.text}" for each in shown), str(metrics.body)])


@pytest.mark.parametrize("hidden", ["never said yes", "took it back", "pauses", "was forgotten", "said yes elsewhere"])
async def test_no_one_who_did_not_say_yes_appears_anywhere(
    bot: RunningBot, anna: Chat, hidden: str, capfd: pytest.CaptureFixture[str]
) -> None:
    eva = bot.group("Eva") if hidden == "said yes elsewhere" else bot.channel("Eva")
    yes = hidden != "never said yes"
    await eva.click(SaveProfile.model_validate({**EVA, "findable": str(yes).lower()}))
    match hidden:
        case "took it back":
            await tell(bot, "Eva", EVA, findable=False)
        case "pauses":
            await eva.click(SaveProfile.model_validate({**EVA, "findable": "true", "paused": "2026-03-05"}))
        case "was forgotten":
            await eva.click(ForgetMe(sure=True))
    capfd.readouterr()
    told = await all_that_is_told(bot, anna)
    log = "".join(capfd.readouterr())
    for trace in ("upphandling av", "directory-eva", "29:eva"):
        assert trace not in told
        assert trace not in log
    assert "Fråga gärna" not in told
    assert "Eva ·" not in told
    assert asking(bot) == []


async def test_whether_somebody_hides_makes_no_difference(bot: RunningBot, anna: Chat) -> None:
    [before] = await anna.say("kontakter tillstånd")
    await tell(bot, "Eva", EVA, findable=False)
    bot.clock.pass_(minutes=2)
    [after] = await anna.say("kontakter tillstånd")
    assert after.card == before.card


async def form_for_eva(bot: RunningBot, chat: Chat) -> Shown:
    await tell(bot, "Eva", EVA)
    [listed] = await chat.say("kontakter bostäder")
    return await chat.click(AskContact.model_validate(filled_in(listed, "ask_contact")))


async def send(chat: Chat, form: Shown, words: str) -> Shown:
    return await chat.click(SendContactQuestion.model_validate(filled_in(form, "send_contact_question", words=words)))


async def test_somebody_is_asked_in_the_thread_and_mentioned(bot: RunningBot, anna: Chat) -> None:
    form = await form_for_eva(bot, anna)
    assert "Fråga Eva i kanalen" in form.text
    sent = await send(anna, form, "Hur gjorde ni?\n\n<at>Bo</at> **alla** @Alla")
    assert "läggs nu i kanalen" in sent.text
    [call] = await posted(bot)
    assert call.body["conversation"]["id"] == anna.place["conversation"]["id"]
    card = call.body["attachments"][0]["content"]
    mentioned = {"id": "directory-eva", "name": "Eva"}
    assert card["msteams"]["entities"] == [{"type": "mention", "text": "<at>Eva</at>", "mentioned": mentioned}]
    text = texts_of(card)
    assert "<at>Eva</at>, Anna har en fråga till dig:" in text
    assert "Hur gjorde ni?" in text
    marked = [part["text"] for part in card["body"] if part["type"] == "TextBlock"]
    assert not any("Bo" in each or "Alla" in each for each in marked)


async def test_from_a_private_chat_it_is_asked_in_the_channel(bot: RunningBot, anna: Chat) -> None:
    await anna.say("hej")
    private = bot.personal("Anna")
    form = await form_for_eva(bot, private)
    await send(private, form, "Hur gjorde ni?")
    [call] = await posted(bot)
    assert call.path == "/v3/conversations"
    assert call.body["channelData"]["channel"]["id"] == "19:general@thread.tacv2"


async def test_asked_once_however_often_it_is_clicked(bot: RunningBot, anna: Chat) -> None:
    form = await form_for_eva(bot, anna)
    for minutes in (0, 5, 0):
        bot.clock.pass_(minutes=minutes)
        await send(anna, form, "Hur gjorde ni?")
    await posted(bot)
    other = await anna.click(AskContact(person="directory-eva"))
    await send(anna, other, "En sak till")
    assert ["En sak till" in json.dumps(call.body) for call in await posted(bot)] == [False, True]


@pytest.mark.parametrize("words", ["", "  \n ", "x" * 1001])
async def test_a_question_that_cannot_be_asked_is_kept_in_the_form(bot: RunningBot, anna: Chat, words: str) -> None:
    form = await form_for_eva(bot, anna)
    again = await send(anna, form, words)
    assert "högst" in again.text
    assert fields_of(again)["words"] == words
    assert filled_in(again, "send_contact_question")["question"] == filled_in(form, "send_contact_question")["question"]
    assert asking(bot) == []


async def test_who_took_the_yes_back_can_no_longer_be_asked(bot: RunningBot, anna: Chat) -> None:
    form = await form_for_eva(bot, anna)
    await tell(bot, "Eva", EVA, findable=False)
    for told in (await send(anna, form, "Hej"), await anna.click(AskContact(person="directory-eva"))):
        assert told.card == {}
        assert "går inte längre att fråga" in told.text
    assert asking(bot) == []


async def test_a_question_that_does_not_come_through_is_between_those_two(bot: RunningBot, anna: Chat) -> None:
    form = await form_for_eva(bot, anna)
    bot.connector.fail_with = 403
    await send(anna, form, "Hur gjorde ni?")
    await bot.settle()
    assert not [entry for entry in await bot.stored() if entry.key.startswith(("troubles/", "networks/trouble"))]
    assert not [entry for entry in await bot.stored() if "trouble/" in str(entry.value)]
