"""Who has not been seen for two years is told so, and forgotten a month later unless they say that they are there."""

from datetime import UTC
from pathlib import Path

import pytest

from bot.personal import keepers
from knowledge import people, personal, presence
from knowledge.networks import Leader, appoint
from knowledge.people import Profile
from knowledge.personal import Someone
from tests.bot.activities import TEAM
from tests.bot.conversation import RunningBot
from tests.bot.posting import standing
from tests.traces import left_in

BO = Profile("directory-bo", "Bo Öster", home="Falun")
FAREWELL = "Jag glömmer dig snart"


@pytest.fixture(autouse=True)
async def _bo(bot: RunningBot) -> None:
    """Bo, who leads and has a profile, writes in the channel and in a chat of his own, and then no more."""
    await bot.channel("Bo").say("hej")
    await bot.personal("Bo").say("hej")
    await bot.store.run(lambda tx: people.save(tx, TEAM, BO))
    await bot.store.run(lambda tx: appoint(tx, TEAM, Leader(BO.person, BO.name)))


def told(bot: RunningBot, name: str = "bo") -> list[str]:
    return [each for each in standing(bot, f"a:personal-{name}") if each.startswith(FAREWELL)]


async def kept(bot: RunningBot, person: str = BO.person) -> int:
    return len(await bot.store.run(lambda tx: personal.tell(tx, keepers(UTC, "sv"), Someone(person))))


async def test_nobody_is_told_before_two_years_have_passed(bot: RunningBot) -> None:
    await bot.pass_(days=725)
    assert told(bot) == []
    assert await kept(bot) == 4


async def test_they_are_told_once_on_which_day(bot: RunningBot) -> None:
    await bot.pass_(days=760)  # from 5 March 2026
    [words] = told(bot)
    assert "Den 3 maj 2028" in words
    await bot.pass_(days=29)
    assert len(told(bot)) == 1
    assert await kept(bot) == 5, "with what was told to him"


async def test_a_month_later_not_a_byte_is_left(bot: RunningBot, tmp_path: Path) -> None:
    await bot.pass_(days=760)
    await bot.pass_(days=31)
    assert await kept(bot) == 0
    assert left_in(tmp_path, ("Bo Öster", "directory-bo", "personal-bo", TEAM)) == [TEAM]


async def test_who_says_anything_in_time_is_kept(bot: RunningBot) -> None:
    await bot.pass_(days=760)
    await bot.personal("Bo").say("jag är kvar")
    await bot.pass_(days=40)
    assert await kept(bot) == 5
    assert len(told(bot)) == 1
    await bot.pass_(days=760)
    assert len(told(bot)) == 2


async def test_who_goes_on_writing_is_left_alone(bot: RunningBot) -> None:
    await bot.personal("Anna").say("hej")
    for _ in range(3):
        await bot.pass_(days=400)
        await bot.personal("Anna").say("hej igen")
    assert told(bot, "anna") == []
    assert await kept(bot, "directory-anna") == 2
    assert await kept(bot) == 0


async def test_who_never_wrote_in_private_is_told_in_a_chat_that_is_opened(bot: RunningBot) -> None:
    await bot.channel("Cia").say("hej")
    await bot.pass_(days=760)
    assert any(each.startswith(FAREWELL) for each in standing(bot, "a:chat-directory-cia"))


async def test_who_cannot_be_told_is_forgotten_all_the_same_and_no_leader_hears_of_it(bot: RunningBot) -> None:
    await bot.group("Cia").say("hej")
    await bot.pass_(days=760)
    await bot.pass_(days=31)
    assert await bot.store.run(lambda tx: presence.find(tx, "directory-cia")) is None


async def test_a_farewell_that_does_not_come_through_is_no_trouble_for_leaders(bot: RunningBot) -> None:
    bot.connector.fail_with = 403
    await bot.pass_(days=760)
    bot.connector.fail_with = 0
    await bot.settle()
    assert not [entry for entry in await bot.stored() if entry.key.startswith("troubles/")]
    await bot.pass_(days=31)
    assert await kept(bot) == 0
