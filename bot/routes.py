"""Which dialog answers what, and what is done when it is due: the whole bot on one screen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.teams import Routes
from cards import actions, digest_settings
from cards import digests as digest_cards
from dialogs import ask, digests, help, leaders, library, open_questions, posts
from dialogs.commands import Command, choose
from dialogs.memory import Memory
from dialogs.turn import Reply, Turn
from knowledge.digests import personal, sending, sources
from knowledge.digests import settings as digest
from knowledge.digests.sending import Desk
from knowledge.library.libraries import Libraries
from knowledge.question import spoken
from knowledge.store.contract import Store


def desk(settings: Settings) -> Desk:
    """What digests are made of, and how."""
    zone = ZoneInfo(settings.timezone)
    return Desk(
        sources=(sources.cases, sources.questions, sources.older_case),
        zone=zone,
        language=settings.language,
        draw=lambda shown: asdict(digest_cards.digest(shown, zone, settings.language)),
        regret=asdict(digest_settings.undelivered(settings.language)),
    )


def commands(memory: Memory, desk: Desk) -> tuple[Command, ...]:
    return (
        Command(("fråga",), ("ask",), partial(ask.ask, memory), sentence=True),
        Command(("fall", "fallbanken"), ("cases", "case"), partial(library.cases, memory)),
        Command(("utskick", "utskicket"), ("digest", "digests"), partial(digests.digest, memory, desk), bare=True),
        Command(("ledare", "processledare"), ("leader", "leaders"), partial(leaders.leaders, memory)),
        Command(("hjälp",), ("help",), help.show_help, bare=True),
        Command(("hej", "hejsan", "hallå", "tjena"), ("hello", "hi"), help.hello, bare=True),
        Command(("tack",), ("thanks",), help.thanks, bare=True),
    )


def open_routes(store: Store, settings: Settings) -> Routes:
    memory, makes = Memory(store, Libraries(store)), desk(settings)
    typed = commands(memory, makes)
    clicked: Mapping[type, Callable[..., Awaitable[list[Reply]]]] = {
        actions.Ask: partial(ask.ask_example, memory),
        actions.ListCases: partial(library.list_cases, memory),
        actions.OpenCase: partial(library.open_case, memory),
        actions.ShowAnswer: partial(ask.show_answer, memory),
        actions.Rate: partial(ask.rate, memory),
        actions.KeepQuestion: partial(ask.keep_question, memory),
        actions.ListTroubles: partial(posts.list_troubles, memory, makes.zone),
        actions.PostAgain: partial(posts.post_again, memory, makes.zone),
        actions.ItIsThere: partial(posts.it_is_there, memory, makes.zone),
        actions.AnswerQuestion: partial(open_questions.answer_question, memory),
        actions.SendAnswer: partial(open_questions.send_answer, memory),
        actions.ShowDigestSettings: partial(digests.show_settings, memory, makes),
        actions.SaveDigestSettings: partial(digests.save, memory, makes),
        actions.PreviewDigest: partial(digests.preview, memory, makes),
        actions.SendDigest: partial(digests.send, memory, makes),
        actions.ListDigests: partial(digests.history, memory, makes),
        actions.RemoveDigest: partial(digests.remove, memory, makes),
        actions.ShowDigest: partial(digests.show, memory, makes),
        actions.SubscribeDigest: partial(digests.subscribe, memory, makes),
        actions.StopDigest: partial(digests.stop, memory),
    }
    due = {digest.KIND: partial(sending.run, desk=makes), personal.KIND: partial(personal.run, desk=makes)}

    async def answer(turn: Turn) -> list[Reply]:
        if turn.action is not None:
            return await clicked[type(turn.action)](turn, turn.action)
        chosen = choose(typed, turn)
        if chosen:
            return await chosen.command.run(chosen.turn, chosen.rest)
        return await ask.ask(memory, replace(turn, language=spoken(turn.words, turn.language)), turn.words)

    return Routes(answer, help.introduce, due)
