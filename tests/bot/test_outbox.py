"""What Erfa posts on its own: where, when, in which order, and what becomes of it when Teams will not have it."""

from datetime import timedelta
from functools import partial

import pytest

from knowledge import networks, posts
from knowledge.posts import State, Why
from tests.bot.activities import BOT, TEAM
from tests.bot.conversation import RunningBot
from tests.bot.loopback import HangUp
from tests.bot.posting import CHANNEL, HOUR, begin, card, change, found, intend, post, standing, take_back, told
from tests.patience import until


@pytest.fixture(autouse=True)
async def _network(bot: RunningBot) -> None:
    await begin(bot)


# Where and when


async def test_in_a_channel_it_begins_a_thread(bot: RunningBot) -> None:
    kept = await post(bot)
    [call] = bot.connector.calls
    assert call.path == "/v3/conversations"
    assert call.body["channelData"] == {"channel": {"id": CHANNEL}}
    assert call.body["activity"]["from"] == BOT
    assert call.body["activity"]["summary"] == "Nytt"
    assert (kept.state, kept.posted_at) == (State.POSTED, bot.clock())
    assert list(bot.connector.messages) == [kept.activity_id]
    assert kept.thread == f"{CHANNEL};messageid={kept.activity_id}"


async def test_its_card_carries_its_id_where_nobody_sees_it(bot: RunningBot) -> None:
    kept = await post(bot)
    [(_, activity)] = bot.connector.messages.values()
    [attachment] = activity["attachments"]
    plain = card("Nytt")["content"]
    assert attachment["content"] == {**plain, "body": [{**plain["body"][0], "id": kept.id}]}


@pytest.mark.parametrize("body", [[], [{"type": "Input.Text", "id": "name", "label": "Namn"}]])
async def test_an_input_keeps_its_id(bot: RunningBot, body: list[dict[str, str]]) -> None:
    content = {**card("x")["content"], "body": body}
    kept = await post(bot, card={"content": content, "summary": "x"})
    [(_, activity)] = bot.connector.messages.values()
    *own, last = activity["attachments"][0]["content"]["body"]
    assert (own, last["id"]) == (body, kept.id)


@pytest.mark.parametrize("conversation", [f"{CHANNEL};messageid=17", "19:group@thread.v2", "a:personal-anna"])
async def test_in_a_thread_or_chat_it_is_one_message_more(bot: RunningBot, conversation: str) -> None:
    kept = await post(bot, conversation=conversation)
    assert standing(bot, conversation) == ["Nytt"]
    assert (kept.state, kept.thread) == (State.POSTED, conversation)


async def test_to_a_person_it_goes_to_the_chat_they_have_with_the_bot(bot: RunningBot) -> None:
    await bot.personal("Bo").say("hej")
    kept = await post(bot, conversation="", person="directory-bo")
    assert standing(bot, "a:personal-bo")[-1:] == ["Nytt"]
    assert kept.thread == "a:personal-bo"


async def test_to_a_person_who_never_wrote_a_chat_is_opened_once(bot: RunningBot) -> None:
    for number in (1, 2):
        await post(bot, f"triad/{number}", conversation="", person="directory-cia")
    assert [shown.text for shown in told(bot, "Cia")] == ["Nytt", "Nytt"]
    opened = [call.body for call in bot.connector.calls if call.path == "/v3/conversations"]
    assert [body["members"] for body in opened] == [[{"id": "directory-cia"}]]
    assert await bot.store.run(lambda tx: networks.chat(tx, "directory-cia"))


async def test_it_waits_for_its_time(bot: RunningBot) -> None:
    id = await intend(bot, not_before=bot.clock() + HOUR, not_after=bot.clock() + 2 * HOUR)
    await bot.pass_(minutes=59)
    assert standing(bot) == []
    await bot.pass_(minutes=1)
    assert standing(bot) == ["Nytt"]
    assert (await found(bot, id)).state is State.POSTED


async def test_what_a_turn_intends_is_posted_after_it(bot: RunningBot) -> None:
    """Nobody wakes the clock but the turn itself."""
    await intend(bot)
    await bot.channel("Anna").say("hej")
    await until(lambda: "Nytt" in standing(bot))


async def test_posts_of_one_place_follow_each_other_in_order(bot: RunningBot) -> None:
    for number in range(6):
        await intend(bot, f"poll/{number}", f"Nummer {number}")
    bot.connector.slow = 0.02
    await bot.settle()
    assert standing(bot) == [f"Nummer {number}" for number in range(6)]


async def test_a_place_that_does_not_answer_holds_up_no_other(bot: RunningBot) -> None:
    bot.connector.open.clear()
    await intend(bot, "slow")
    bot.alarm.wake()
    await until(lambda: len(bot.connector.calls) == 1)
    await intend(bot, "quick", conversation="19:other@thread.tacv2")
    bot.alarm.wake()
    await until(lambda: len(bot.connector.calls) == 2)
    assert [call.body["channelData"]["channel"]["id"] for call in bot.connector.calls] == [
        CHANNEL,
        "19:other@thread.tacv2",
    ]
    bot.connector.open.set()
    await bot.settle()
    assert len(bot.connector.messages) == 2


# Changed and taken back


async def test_a_change_is_made_in_place(bot: RunningBot) -> None:
    kept = await post(bot)
    await change(bot, kept.id, "Nyare")
    assert standing(bot) == ["Nyare"]
    put = bot.connector.calls[-1]
    assert (put.method, put.path) == ("PUT", f"/v3/conversations/{kept.thread}/activities/{kept.activity_id}")
    assert put.body["attachments"][0]["content"]["body"][0]["id"] == kept.id, "it lost its mark"


async def test_many_changes_become_one(bot: RunningBot) -> None:
    kept = await post(bot)
    later = bot.clock() + timedelta(seconds=1)
    for number in range(5):
        drawn = card(f"{number} röster")
        await bot.store.run(partial(posts.change, network=TEAM, id=kept.id, card=drawn, not_before=later))
    await bot.pass_(seconds=1)
    assert [call.method for call in bot.connector.calls] == ["POST", "PUT"]
    assert standing(bot) == ["4 röster"]


async def test_what_is_taken_back_is_deleted(bot: RunningBot) -> None:
    kept = await post(bot)
    assert (await take_back(bot, kept.id)).state is State.TAKEN_BACK
    assert bot.connector.messages == {}


async def test_what_is_changed_and_taken_back_while_it_is_being_posted(bot: RunningBot) -> None:
    bot.connector.open.clear()
    first, second = await intend(bot, "first", "Ett"), await intend(bot, "second", "Två", conversation="19:b@thread.v2")
    bot.alarm.wake()
    await until(lambda: len(bot.connector.calls) == 2)
    await bot.store.run(lambda tx: posts.change(tx, TEAM, first, card("Ett igen"), bot.clock()))
    await bot.store.run(lambda tx: posts.take_back(tx, TEAM, second, bot.clock()))
    bot.connector.open.set()
    await bot.settle()
    assert standing(bot) == ["Ett igen"]
    assert standing(bot, "19:b@thread.v2") == []


async def test_a_deletion_of_what_is_gone_is_done(bot: RunningBot) -> None:
    kept = await post(bot)
    bot.connector.failures = [404]
    assert (await take_back(bot, kept.id)).state is State.TAKEN_BACK


async def test_a_change_of_what_somebody_deleted_is_given_up(bot: RunningBot) -> None:
    kept = await post(bot)
    bot.connector.failures = [404]
    assert (await change(bot, kept.id, "Nyare")).why is Why.GONE


@pytest.mark.parametrize("failure", [500, 502, 429, *HangUp])
async def test_a_change_that_fails_is_repeated(bot: RunningBot, failure: int | HangUp) -> None:
    kept = await post(bot)
    bot.connector.failures, bot.connector.again_after = [failure], "60"
    await change(bot, kept.id, "Nyare")
    await bot.pass_(seconds=90)
    assert (await found(bot, kept.id)).shown == 2
    assert standing(bot) == ["Nyare"]


# What Teams does not take


@pytest.mark.parametrize("status", [429, 412])
async def test_it_comes_again_when_teams_wants_it(bot: RunningBot, status: int) -> None:
    bot.connector.failures, bot.connector.again_after = [status], "60"
    kept = await post(bot)
    await bot.pass_(seconds=59)
    assert (kept.state, len(bot.connector.calls)) == (State.WAITING, 1)
    await bot.pass_(seconds=30)
    assert standing(bot) == ["Nytt"]


@pytest.mark.parametrize("status", [401, 302])
async def test_our_own_trouble_is_tried_again_until_it_is_too_late(bot: RunningBot, status: int) -> None:
    bot.connector.fail_with = status
    kept = await post(bot)
    for _ in range(100):
        assert (await found(bot, kept.id)).state is State.WAITING
        await bot.pass_(seconds=30)
    bot.connector.fail_with = 0
    await bot.pass_(minutes=9)
    assert standing(bot) == ["Nytt"]


async def test_what_does_not_get_through_in_time_is_given_up(bot: RunningBot) -> None:
    bot.connector.fail_with = 401
    kept = await post(bot)
    bot.connector.fail_with = 0
    bot.clock.pass_(hours=1)
    await bot.settle()
    assert (await found(bot, kept.id)).why is Why.LATE
    assert standing(bot) == []


@pytest.mark.parametrize(
    ("status", "why"), [(403, Why.REFUSED), (404, Why.REFUSED), (400, Why.UNFIT), (413, Why.UNFIT)]
)
async def test_what_is_refused_for_good_is_given_up_and_the_leader_told(bot: RunningBot, status: int, why: Why) -> None:
    bot.connector.failures = [status]
    assert (await post(bot)).why is why
    await bot.pass_(hours=1)
    assert standing(bot) == []
    [message] = told(bot, "Anna")
    assert "Ett inlägg kom inte fram" in message.text
    assert "Nytt" in message.text


async def test_a_card_too_large_for_teams_is_given_up(bot: RunningBot) -> None:
    assert (await post(bot, words="x" * 30_000)).why is Why.UNFIT
    assert standing(bot) == []


async def test_a_network_that_was_never_heard_from_is_waited_for(bot: RunningBot) -> None:
    post = posts.Post("digest/1", "19:norr@thread.tacv2", "", card("Nytt"), bot.clock(), bot.clock() + HOUR)
    await bot.store.run(lambda tx: posts.intend(tx, "19:norr", post))
    await bot.settle()
    assert bot.connector.calls == []
    address = await bot.store.run(lambda tx: networks.address(tx, TEAM))
    assert address
    await bot.store.run(lambda tx: networks.remember_address(tx, "19:norr", address))
    await bot.pass_(seconds=2)
    assert standing(bot, "19:norr@thread.tacv2") == ["Nytt"]


@pytest.mark.parametrize("failure", [500, 403])
async def test_a_chat_that_cannot_be_opened_leaves_nothing_in_doubt(bot: RunningBot, failure: int) -> None:
    bot.connector.failures = [failure]
    kept = await post(bot, conversation="", person="directory-bo")
    assert kept.state is (State.WAITING if failure == 500 else State.GIVEN_UP)
    await bot.pass_(seconds=2)
    assert len(told(bot, "Bo")) == (1 if failure == 500 else 0)


# Telling the leaders


async def test_the_leaders_are_told_of_much_at_once_in_one_message(bot: RunningBot) -> None:
    bot.connector.failures = [403] * 3
    for number in range(3):
        await intend(bot, f"digest/{number}", f"Nummer {number}", conversation=f"19:{number}@thread.tacv2")
    await bot.settle()
    [message] = told(bot, "Anna")
    assert "3 inlägg kom inte fram" in message.text
    bot.connector.failures = [403]
    await bot.pass_(hours=1)
    await post(bot, "digest/4")
    assert len(told(bot, "Anna")) == 2


async def test_a_leader_who_cannot_be_told_is_not_told_of_that(bot: RunningBot) -> None:
    bot.connector.fail_with = 403
    await post(bot)
    await bot.pass_(days=1)
    assert [call.method for call in bot.connector.calls] == ["POST", "POST"], "the post, and the chat with Anna"


async def test_it_can_be_measured(bot: RunningBot) -> None:
    bot.connector.failures = [500]
    await post(bot)
    await bot.pass_(seconds=2)
    metrics = (await bot.get("/metrics")).body
    assert 'erfa_posts_total{outcome="ambiguous",step="post"} 1.0' in metrics
    assert 'erfa_posts_total{outcome="notreadable",step="look"} 1.0' in metrics
    assert "erfa_posts_unclear 1.0" in metrics
