"""Which dialog answers what: the whole bot on one screen."""

from dataclasses import replace
from functools import partial

from bot.teams import Routes
from cards.actions import Ask, KeepQuestion, ListCases, OpenCase, Rate, ShowAnswer
from dialogs import ask, help, leaders, library
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


def open_routes(store: Store) -> Routes:
    memory = Memory(store, Libraries(store))
    typed = commands(memory)
    clicked = {
        Ask: partial(ask.ask_example, memory),
        ListCases: partial(library.list_cases, memory),
        OpenCase: partial(library.open_case, memory),
        ShowAnswer: partial(ask.show_answer, memory),
        Rate: partial(ask.rate, memory),
        KeepQuestion: partial(ask.keep_question, memory),
    }

    async def answer(turn: Turn) -> list[Reply]:
        if turn.action is not None:
            return await clicked[type(turn.action)](turn, turn.action)
        chosen = choose(typed, turn)
        if chosen:
            return await chosen.command.run(chosen.turn, chosen.rest)
        return await ask.ask(memory, replace(turn, language=spoken(turn.words, turn.language)), turn.words)

    return Routes(answer, help.introduce)
