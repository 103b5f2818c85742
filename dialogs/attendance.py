"""Whether one comes to a planned meeting, and the meeting in one's own calendar."""

from cards import gatherings
from cards.gathering_actions import Attend, FetchCalendar, SeeGathering
from cards.gathering_calendar import calendar_file, file_name
from cards.texts import text
from dialogs import gathering_posts
from dialogs.context import Context
from dialogs.turn import File, Place, Replace, Reply, Turn, Whisper
from knowledge import people
from knowledge.gatherings import lifecycle
from knowledge.gatherings.lifecycle import Given, NotAhead
from knowledge.store.contract import Transaction


async def attend(context: Context, turn: Turn, action: Attend) -> list[Reply]:
    """Count who clicked where their profile says they are from; a receipt for them alone."""

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return Whisper(text(turn.language, "gathering-gone"))
        home = people.shown_home(tx, turn.network, turn.person.id, context.today(turn))
        if not turn.again:
            try:
                lifecycle.answer(tx, held, turn.person.id, Given(action.answer, home, turn.person.name), turn.at)
            except NotAhead:
                return Whisper(text(turn.language, "gathering-not-ahead"))
        return Whisper(gatherings.receipt(action.answer, home, turn.language), secret=True)

    return [await context.store.run(work)]


async def see(context: Context, turn: Turn, action: SeeGathering) -> list[Reply]:
    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return Whisper(text(turn.language, "gathering-gone"))
        standing = gathering_posts.standing(tx, context, held, ahead=held.is_ahead(turn.at))
        return Replace(gatherings.gathering(standing, context.zone, back=True), alone=True)

    return [await context.store.run(work)]


async def fetch_calendar(context: Context, turn: Turn, action: FetchCalendar) -> list[Reply]:
    """The file, in private; for where the bot has no address to fetch it from."""
    held = await context.store.run(lambda tx: lifecycle.find(tx, turn.network, action.gathering))
    if held is None:
        return [Whisper(text(turn.language, "gathering-gone"))]
    if turn.place is not Place.PERSONAL:
        return [Whisper(text(turn.language, "gathering-calendar-in-private"))]
    what = text(turn.language, "gathering-calendar-what")
    return [File(file_name(held, context.zone), what, calendar_file(held, context.zone), action)]
