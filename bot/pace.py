"""How fast the bot may speak: the limits Teams sets, kept by what it posts on its own so that Teams need not refuse.

Source of the numbers: "Optimize your bot with rate limiting in Teams" in Microsoft's documentation. A conversation
there is a private chat, a group chat or a channel with all its threads: 7 in 1 second, 8 in 2, 60 in 30, 1,800 in an
hour. The limit for all together is 30 or 50 a second for an app in a tenant, depending on the page: 25 stays clear of
both.

Calls that leave one after the other do not arrive as far apart. So a window is a little longer than Teams' own, and all
together leave evenly: a second's calls in one burst would meet those of the next.
"""

import asyncio
import contextlib
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import NamedTuple

MOST_WATCHED = 1000  # conversations
MOST_BEGUN = 4  # calls that are ready to leave

Before = Callable[[], Awaitable[None]]


class Limit(NamedTuple):
    """At most `calls` in any `seconds`."""

    calls: int
    seconds: float


CONVERSATION = (Limit(7, 1.1), Limit(8, 2.1), Limit(60, 30.1), Limit(1800, 3600.1))
ALTOGETHER = (Limit(1, 1 / 24),)


class Window:
    """The moments of the last calls, in order, and when `limits` allow one more."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._limits = tuple(limits)
        self._taken: deque[float] = deque(maxlen=max(limit.calls for limit in self._limits))

    def free(self) -> float:
        """The first moment at which one more call is within every limit."""
        full = [limit for limit in self._limits if len(self._taken) >= limit.calls]
        return max((self._taken[-limit.calls] + limit.seconds for limit in full), default=0.0)

    def take(self, moment: float) -> None:
        self._taken.append(moment)


class Gate:
    """Lets through one call after the other, in the order they came, each when the limits allow it."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._window = Window(limits)
        self._one_at_a_time = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def passing(self) -> AsyncIterator[None]:
        """Begins when one more call is allowed, and counts it in the end."""
        now = asyncio.get_running_loop().time
        async with self._one_at_a_time:
            while (wait := self._window.free() - now()) > 0:  # noqa: ASYNC110 – answers are counted meanwhile
                await asyncio.sleep(wait)
            yield
            self.count()

    def count(self) -> None:
        self._window.take(asyncio.get_running_loop().time())


class Pace:
    """Who waits for an answer goes before what the bot posts on its own, which waits for its turn."""

    def __init__(self) -> None:
        self._all = Gate(ALTOGETHER)
        self._conversations: OrderedDict[str, Gate] = OrderedDict()
        self._ready = asyncio.Semaphore(MOST_BEGUN)

    async def at_once(self, conversation: str, before: Before | None = None) -> None:
        """Count a call that may not wait, once what comes `before` it is done."""
        if before:
            await before()
        for gate in (self._gate(conversation), self._all):
            gate.count()

    async def in_turn(self, conversation: str, before: Before | None = None) -> None:
        """Wait until a call to `conversation` is within every limit, and count it.

        What comes `before` it is done when little but the limit for all still keeps it: few calls wait after it.
        """
        async with self._gate(conversation).passing(), self._ready:
            if before:
                await before()
            async with self._all.passing():
                pass

    def _gate(self, conversation: str) -> Gate:
        """Forgets the conversation that has been silent longest when there are too many."""
        channel = conversation.partition(";messageid=")[0]
        gate = self._conversations.setdefault(channel, Gate(CONVERSATION))
        self._conversations.move_to_end(channel)
        if len(self._conversations) > MOST_WATCHED:
            self._conversations.popitem(last=False)
        return gate
