"""Which dialog answers what: the whole bot on one screen."""

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.teams import Routes
from cards import actions
from dialogs import ask, help, leaders, library, posts
from dialogs.commands import Command, choose
from dialogs.memory import Memory
from dialogs.turn import Reply, Turn
from knowledge.library.libraries import Libraries
from knowledge.question import spoken
from knowledge.store.contract import Store


def commands(memory: Memory) -> tuple[Command, ...]:
    return (
        Command(("fråga",), ("ask",), partial(ask.ask, memory), sentence=True),
        Command(("fall", "fallbanken"), ("cases", "case"), partial(library.cases, memory)),
        Command(("ledare", "processledare"), ("leader", "leaders"), partial(leaders.leaders, memory)),
        Command(("hjälp",), ("help",), help.show_help, bare=True),
        Command(("hej", "hejsan", "hallå", "tjena"), ("hello", "hi"), help.hello, bare=True),
        Command(("tack",), ("thanks",), help.thanks, bare=True),
    )


def open_routes(store: Store, settings: Settings) -> Routes:
    memory, zone = Memory(store, Libraries(store)), ZoneInfo(settings.timezone)
    typed = commands(memory)
    clicked = {
        actions.Ask: partial(ask.ask_example, memory),
        actions.ListCases: partial(library.list_cases, memory),
        actions.OpenCase: partial(library.open_case, memory),
        actions.ShowAnswer: partial(ask.show_answer, memory),
        actions.Rate: partial(ask.rate, memory),
        actions.KeepQuestion: partial(ask.keep_question, memory),
        actions.ListTroubles: partial(posts.list_troubles, memory, zone),
        actions.PostAgain: partial(posts.post_again, memory, zone),
        actions.ItIsThere: partial(posts.it_is_there, memory, zone),
    }

    async def answer(turn: Turn) -> list[Reply]:
        if turn.action is not None:
            return await clicked[type(turn.action)](turn, turn.action)
        chosen = choose(typed, turn)
        if chosen:
            return await chosen.command.run(chosen.turn, chosen.rest)
        return await ask.ask(memory, replace(turn, language=spoken(turn.words, turn.language)), turn.words)

    return Routes(answer, help.introduce)
