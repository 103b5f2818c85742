"""The digest previewed, sent by hand, read, listed and removed."""

from cards.actions import OpenCase
from cards.digest_actions import ListDigests, PreviewDigest, RemoveDigest, ShowDigest
from knowledge.library.catalogue import put_case
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.digest_network import UNKNOWN, WEEKLY, add, carried, case, digests, keep, posted, until_monday
from tests.dialogs.test_ask import button


async def test_the_preview_is_what_is_posted(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await add(bot)
    await keep(bot.channel("Bo"))
    preview = await leader.click(PreviewDigest())
    assert preview.text.startswith("Förhandsvisning.")
    assert digests(bot) == []
    sending = carried(preview, "Skicka nu")
    sent = await leader.click(sending)
    assert "Utskicket är på väg till kanalen." in sent.text
    await bot.settle()
    [digest] = digests(bot)
    [_, previewed, _] = preview.card["body"]
    without_marker = [{key: value for key, value in each.items() if key != "id"} for each in digest.card["body"]]
    assert previewed["items"] == without_marker


async def test_a_second_click_posts_no_second_one(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await add(bot)
    sending = carried(await leader.click(PreviewDigest()), "Skicka nu")
    for _ in range(2):
        await leader.click(sending)
        await bot.settle()
        await bot.pass_(minutes=3)
    assert len(digests(bot)) == 1


async def test_the_scheduled_one_of_the_same_day_then_has_nothing_to_say(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await add(bot)
    await bot.pass_(days=3, hours=22)
    await leader.click(carried(await leader.click(PreviewDigest()), "Skicka nu"))
    await bot.settle()
    await bot.pass_(hours=1)
    assert len(digests(bot)) == 1


async def test_with_nothing_new_there_is_nothing_to_preview(leader: Chat) -> None:
    await leader.click(WEEKLY)
    told = await leader.click(PreviewDigest())
    assert "Inget är nytt" in told.text


async def test_it_can_be_sent_by_hand_alone(bot: RunningBot, leader: Chat) -> None:
    await add(bot)
    preview = await leader.click(PreviewDigest())
    await leader.click(carried(preview, "Skicka nu"))
    await bot.settle()
    [digest] = digests(bot)
    assert "Processledaren valde att skicka det nu." in digest.text


async def test_what_is_new_to_one_network_is_not_told_in_another(bot: RunningBot, leader: Chat) -> None:
    await add(bot, network="19:elsewhere@thread.tacv2")
    await bot.group("Eva").say(UNKNOWN)
    assert "Inget är nytt" in (await leader.click(PreviewDigest())).text


async def test_confidential_cases_stay_out(bot: RunningBot, leader: Chat) -> None:
    secret = case("hemlig", "Ännu ej offentlig", secret=True)
    await bot.store.run(lambda tx: put_case(tx, activities.TEAM, secret, bot.clock()))
    assert "Inget är nytt" in (await leader.click(PreviewDigest())).text


async def test_a_case_opens_for_who_clicked_and_leads_back(bot: RunningBot, leader: Chat) -> None:
    digest = await posted(bot, leader)
    eva = bot.channel("Eva", thread="digest")
    before = len(bot.connector.calls)
    case = await eva.click(OpenCase.model_validate(button(digest, "open_case")))
    assert case.text.startswith("Nyby – ett nytt fall")
    again = await eva.click(carried(case, "Tillbaka till utskicket"))
    assert again.text == digest.text
    assert len(bot.connector.calls) == before, "nothing was posted or changed for others"


async def test_all_can_be_seen_where_not_all_has_room(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    for number in range(12):
        await add(bot, f"fall-{number}", f"Fall nummer {number}")
    await until_monday(bot)
    [digest] = digests(bot)
    assert "… och 4 till" in digest.text
    whole = await bot.channel("Bo").click(carried(digest, "Visa alla"))
    assert all(f"Fall nummer {number}" in whole.text for number in range(12))
    assert (await bot.channel("Bo").click(carried(whole, "Tillbaka till utskicket"))).text == digest.text


async def test_the_history_links_to_what_stands_in_the_channel(bot: RunningBot, leader: Chat) -> None:
    await posted(bot, leader)
    history = await leader.click(ListDigests())
    assert "9 mars 2026" in history.text
    assert "ett fall och en fråga som väntar på svar" in history.text
    assert "](https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/posted-" in history.text


async def test_a_digest_is_removed_once_one_is_sure(bot: RunningBot, leader: Chat) -> None:
    await posted(bot, leader)
    history = await leader.click(ListDigests())
    asked = await leader.click(carried(history, "Ta bort"))
    assert "Ska utskicket från 9 mars 2026 tas bort?" in asked.text
    await bot.settle()
    assert not [call for call in bot.connector.calls if call.method == "DELETE"]
    removed = await leader.click(carried(asked, "Ja, ta bort"))
    assert "borttaget" in removed.text
    await bot.settle()
    [deleted] = [call for call in bot.connector.calls if call.method == "DELETE"]
    assert "/activities/posted-" in deleted.path
    preview = await leader.click(PreviewDigest())
    assert "Nyby – ett nytt fall" in preview.text, "nobody could read it any more"


async def test_what_did_not_arrive_is_shown_to_the_leader(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await add(bot)
    bot.connector.fail_with = 403
    await until_monday(bot)
    bot.connector.fail_with = 0
    [form] = await leader.say("utskick")
    assert "inte kommit fram som det skulle" in form.text
    assert button(form, "list_troubles") == {"verb": "list_troubles", "network": activities.TEAM}


async def test_a_digest_that_is_gone_says_so(bot: RunningBot, leader: Chat) -> None:
    for action in (ShowDigest(digest="gone"), ShowDigest(digest="gone", all=True)):
        told = await bot.channel("Bo").click(action)
        assert told.card == {}
        assert told.text == "Det utskicket finns inte kvar hos mig. Skriv ”utskick” så ser du när nästa kommer."
    assert (await leader.click(RemoveDigest(digest="gone", sure=True))).card == {}
