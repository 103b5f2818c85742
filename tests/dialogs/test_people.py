"""One's own profile: opened by whoever it belongs to, kept as filled in, seen by nobody else."""

from typing import Any

import pytest

from cards.people_actions import SaveProfile, ShowProfile
from knowledge import people
from knowledge.people import Challenges, Profile
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import fields_of, filled_in

ANNA: dict[str, Any] = {
    "home": "Avesta",
    "role": "planarkitekt",
    "been_through": "bostäder,mark",
    "been_words": "Torsboda-fallet",
    "faces": "energi",
    "findable": "true",
    "not_with": "Eva\nBo Ek\n",
}


async def kept(bot: RunningBot, name: str = "anna") -> Profile | None:
    return await bot.store.run(lambda tx: people.find(tx, activities.TEAM, f"directory-{name}"))


async def test_in_the_channel_there_is_only_the_way_to_it(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    [door] = await anna.say("min profil")
    assert fields_of(door) == {}
    assert "Anna" not in door.text
    assert "Avesta" not in str(door.card)
    opened = await anna.click(ShowProfile.model_validate(filled_in(door, "show_profile")))
    assert fields_of(opened)["home"] == "Avesta"


async def test_who_clicks_sees_their_own(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    opened = await bot.channel("Bo").click(ShowProfile())
    assert "Bo" in opened.text
    assert "planarkitekt" not in str(opened.card)
    assert not any(fields_of(opened)[name] for name in ("home", "role", "been_through", "been_words", "not_with"))
    assert "Du har ingen profil" in opened.text


@pytest.mark.parametrize("name", ["findable", "matchable"])
async def test_nothing_is_on_by_itself(anna: Chat, name: str) -> None:
    assert fields_of(await anna.click(ShowProfile()))[name] == "false"


async def test_it_is_kept_as_filled_in(bot: RunningBot, anna: Chat) -> None:
    saved = await anna.click(SaveProfile(**ANNA))
    assert "Profilen är sparad." in saved.text
    assert "Andra i nätverket kan hitta dig." in saved.text
    profile = await kept(bot)
    assert profile
    assert profile.findable == bot.clock.time
    assert profile.matchable is None
    assert (profile.name, profile.home, profile.role) == ("Anna", "Avesta", "planarkitekt")
    assert profile.been_through == Challenges(("mark", "bostäder"), "Torsboda-fallet")
    assert profile.not_with == ("Eva", "Bo Ek")


async def test_what_the_form_shows_saves_the_same_again(bot: RunningBot, anna: Chat) -> None:
    saved = await anna.click(SaveProfile(**ANNA))
    before = await kept(bot)
    bot.clock.pass_(days=1)
    await anna.click(SaveProfile(**fields_of(saved)))
    assert await kept(bot) == before


async def test_in_private_the_form_comes_at_once_filled_in(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    private = bot.personal("Anna")
    [form] = await private.say("min profil")
    assert fields_of(form)["been_words"] == "Torsboda-fallet"
    await private.click(SaveProfile(**{**fields_of(form), "role": "chef"}))
    profile = await kept(bot)
    assert profile
    assert profile.role == "chef"


async def test_who_is_known_from_no_network_is_told_how_to_be(bot: RunningBot) -> None:
    private = bot.personal("Anna")
    [told] = await private.say("my profile")
    assert "which network" in told.text
    refused = await private.click(SaveProfile(**ANNA))
    assert "vilket nätverk" in refused.text
    assert not any("profiles" in entry.key for entry in await bot.stored())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"home": ""}, "Välj kommun"),
        ({"home": "Paris"}, "Välj kommun"),
        ({"been_through": "", "been_words": " ", "faces": ""}, "inget att hitta dig på"),
        ({"paused": "2026-03-04"}, "senare dag"),
        ({"paused": "snart"}, "senare dag"),
        ({"role": "x" * 101}, "Skriv kortare"),
        ({"not_with": "x" * 501}, "Skriv kortare"),
    ],
)
async def test_what_cannot_be_kept_is_told_at_the_field_and_nothing_typed_is_lost(
    bot: RunningBot, anna: Chat, wrong: dict[str, str], says: str
) -> None:
    typed = {**ANNA, "would_ask": "Hur hyr man ut?", **wrong}
    again = await anna.click(SaveProfile(**typed))
    assert says in again.text
    assert {name: value for name, value in fields_of(again).items() if name in typed} == typed
    assert await kept(bot) is None


async def test_a_pause_may_be_today_where_the_network_is(bot: RunningBot, anna: Chat) -> None:
    bot.clock.pass_(hours=15)  # past midnight in Stockholm, not in UTC
    refused = await anna.click(SaveProfile(**ANNA, paused="2026-03-05"))
    assert "senare dag" in refused.text
    saved = await anna.click(SaveProfile(**ANNA, paused="2026-03-06"))
    assert "pausad till och med 6 mars 2026" in saved.text


async def test_taking_the_yes_back_hides_at_once(anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    saved = await anna.click(SaveProfile(**{**ANNA, "findable": "false"}))
    assert "Ingen kan hitta dig." in saved.text


async def test_the_address_is_asked_of_teams_and_kept_only_for_a_yes(bot: RunningBot, anna: Chat) -> None:
    bot.connector.members["29:anna"] = {**activities.person("Anna"), "userPrincipalName": "anna@avesta.example"}
    await anna.click(SaveProfile(**{**ANNA, "findable": "false"}))
    hidden = await kept(bot)
    assert hidden
    assert hidden.address == ""
    await anna.click(SaveProfile(**ANNA))
    shown = await kept(bot)
    assert shown
    assert shown.address == "anna@avesta.example"


async def test_a_guest_s_address_is_their_mail(bot: RunningBot, anna: Chat) -> None:
    guest = {"userPrincipalName": "anna_avesta.example#EXT#@host.example", "email": "anna@avesta.example"}
    bot.connector.members["29:anna"] = {**activities.person("Anna"), **guest}
    await anna.click(SaveProfile(**ANNA))
    profile = await kept(bot)
    assert profile
    assert profile.address == "anna@avesta.example"


@pytest.mark.parametrize("gone", [True, False])
async def test_who_teams_does_not_tell_of_is_kept_without_an_address(bot: RunningBot, anna: Chat, gone: bool) -> None:
    if gone:
        del bot.connector.members["29:anna"]
    await anna.click(SaveProfile(**ANNA))
    profile = await kept(bot)
    assert profile
    assert profile.address == ""


async def test_a_client_that_would_show_it_to_all_is_not_given_it(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    [told] = await anna.submit(ShowProfile())
    assert told.card == {}
    assert "i en egen chatt" in told.text
    private = bot.personal("Anna")
    [form] = await private.submit(ShowProfile())
    assert fields_of(form)["home"] == "Avesta"


async def test_networks_know_nothing_of_each_other(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(**ANNA))
    elsewhere = await bot.group("Anna").click(ShowProfile())
    assert fields_of(elsewhere)["home"] == ""


@pytest.mark.parametrize("words", ["min profil", "Min profil!", "min profl", "my profile"])
async def test_the_command_is_known(anna: Chat, words: str) -> None:
    [door] = await anna.say(words)
    assert filled_in(door, "show_profile")


@pytest.mark.parametrize("words", ["min profil är hemlig, varför?", "min kommun vill köpa mark"])
async def test_a_sentence_is_no_command(anna: Chat, words: str) -> None:
    shown: Shown
    [shown] = await anna.say(words)
    assert "Öppna min profil" not in shown.text
