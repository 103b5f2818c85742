"""Hello, help, thanks, leaders: the conversation around the questions."""

import pytest

from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot


def mentioning(name: str) -> list[activities.Json]:
    """The bot and one person, as Teams marks them in the text."""
    return [
        {"type": "mention", "mentioned": who, "text": f"<at>{who['name']}</at>"}
        for who in (activities.BOT, activities.person(name))
    ]


@pytest.mark.parametrize("words", ["hej", "Hej!", "hallå", "hello", "hi"])
async def test_hello_is_answered_with_who_erfa_is(anna: Chat, words: str) -> None:
    [answer] = await anna.say(words)
    assert "Erfa" in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "title"), [("hjälp", "Det här kan jag"), ("hjalp", "Det här kan jag"), ("help", "What I can do")]
)
async def test_help_is_given_in_the_language_of_the_word(anna: Chat, words: str, title: str) -> None:
    [answer] = await anna.say(words)
    assert answer.text.startswith(title)


async def test_help_with_something_is_a_question(anna: Chat) -> None:
    [answer] = await anna.say("hjälp mig förstå vad eftervård är")
    assert "eftervård" in answer.text


@pytest.mark.parametrize("words", ["tack!", "Tack så mycket!", "tack ska du ha"])
async def test_thanks_are_accepted(anna: Chat, words: str) -> None:
    [answer] = await anna.say(words)
    assert answer.text.startswith("Varsågod")


@pytest.mark.parametrize(
    "words",
    ["Leder kommunen arbetet i Torsboda?", "Falla tillbaka på staten, kan man det?", "call for tender in Boden"],
)
async def test_a_question_that_begins_nearly_as_a_command_is_a_question(anna: Chat, words: str) -> None:
    [answer] = await anna.say(words)
    assert not answer.text.startswith(("The network has no leader", "7 fall", "Boden – mark"))


async def test_a_picture_alone_is_told_to_be_unreadable(anna: Chat) -> None:
    picture = {"contentType": "image/png", "contentUrl": "https://example.se/bild.png"}
    [answer] = await anna.say("", attachments=[picture])
    assert "bilder" in answer.text


async def test_one_introduction_names_the_installer(bot: RunningBot, anna: Chat) -> None:
    [introduction] = await anna.install()
    assert "Anna" in introduction.text
    assert await bot.channel("Bo").install() == []


async def test_the_installer_leads_and_appoints(bot: RunningBot, anna: Chat) -> None:
    await anna.install()
    [told] = await anna.say("ledare")
    assert "Anna" in told.text
    [appointed] = await anna.say("ledare <at>Bo</at>", entities=mentioning("Bo"))
    assert "Bo är nu processledare" in appointed.text
    [told] = await bot.channel("Eva").say("ledare")
    assert "Anna och Bo" in told.text


async def test_only_a_leader_appoints(bot: RunningBot, anna: Chat) -> None:
    await anna.install()
    [told] = await bot.channel("Bo").say("ledare <at>Bo</at>", entities=mentioning("Bo"))
    assert "Bara en processledare" in told.text


async def test_only_people_are_appointed(anna: Chat) -> None:
    await anna.install()
    channel = {"id": "19:general@thread.tacv2", "name": "Allmänt"}
    marked = [*mentioning("Bo"), {"type": "mention", "mentioned": channel, "text": "<at>Allmänt</at>"}]
    [appointed] = await anna.say("ledare <at>Bo</at> <at>Allmänt</at>", entities=marked)
    assert appointed.text == "Bo är nu processledare här."
