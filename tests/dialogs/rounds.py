"""A network with a round of talks, and people who take part in it."""

from collections.abc import Mapping

from cards.people_actions import SaveProfile
from cards.round_actions import AcceptGroup, JoinRound, SeeRound
from knowledge.rounds import records
from knowledge.rounds.model import Group, Round
from knowledge.store.contract import Transaction
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.polling import begin, filled_in, held, standing

NAMES = ("Anna", "Bo", "Cia")
HOMES = {"Anna": "Avesta", "Bo": "Borlänge", "Cia": "Falun", "Dan": "Gagnef", "Eva": "Mora", "Fia": "Orsa"}
CHALLENGES: Mapping[str, Mapping[str, str]] = {
    "Anna": {"faces": "energi"},
    "Bo": {"been_through": "energi", "faces": "mark"},
    "Cia": {"been_through": "mark", "faces": "bostäder"},
}


async def profiles(bot: RunningBot, *names: str, **more: str) -> None:
    """Those named tell where they work and what they face, and nothing of being matched."""
    for name in names or HOMES:
        told = {"home": HOMES[name], **CHALLENGES.get(name, {"faces": "tillstånd"}), **more}
        await bot.channel(name).click(SaveProfile.model_validate(told))


async def called(bot: RunningBot, anna: Chat, **fields: str) -> Round:
    """A round that Anna calls with what the form holds, but for these fields."""
    bot.clock.pass_(minutes=2)
    [form] = await anna.say("triader")
    await anna.click(filled_in(form, {**held(form), **fields}, "Fråga i kanalen"))
    await bot.settle()
    return await latest(bot)


async def a_round(bot: RunningBot, *names: str, **fields: str) -> Round:
    """A round that those named have joined."""
    anna = await begin(bot)
    await profiles(bot, *names)
    round = await called(bot, anna, **fields)
    await join(bot, round, *names)
    return round


async def join(bot: RunningBot, round: Round, *names: str) -> None:
    for name in names:
        await bot.channel(name).click(JoinRound(round=round.id))
    await bot.pass_(seconds=2)


async def proposed(bot: RunningBot, *names: str, **fields: str) -> Round:
    """A round whose time is over, and whose groups have been proposed."""
    round = await a_round(bot, *names, **fields)
    await bot.pass_(days=8)
    return round


async def say_yes(bot: RunningBot, group: Group, *names: str) -> None:
    for name in names:
        await bot.channel(name).click(AcceptGroup(group=group.id))
    await bot.settle()


async def agreed(bot: RunningBot) -> Group:
    """Anna, Bo and Cia, who have all said yes."""
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    await say_yes(bot, group, *NAMES)
    [group] = await groups(bot)
    return group


async def own(bot: RunningBot, round: Round, name: str) -> Shown:
    """What the round is to somebody."""
    return await bot.channel(name).click(SeeRound(round=round.id))


async def latest(bot: RunningBot) -> Round:
    return (await rounds(bot))[0]


async def rounds(bot: RunningBot) -> list[Round]:
    return await bot.store.run(lambda tx: records.rounds(tx, TEAM))


async def groups(bot: RunningBot) -> list[Group]:
    """Those of all rounds."""

    def look(tx: Transaction) -> list[Group]:
        return [group for round in records.rounds(tx, TEAM) for group in records.groups(tx, round)]

    return await bot.store.run(look)


def in_channel(bot: RunningBot) -> list[Shown]:
    """All that can be read in Teams by everybody."""
    every = [standing(bot, number) for number in range(len(bot.connector.messages))]
    return [each for each in every if not each.thread.startswith("a:")]
