"""The end of a meeting: one thing that everybody takes with them, and the notes begun with what was gathered."""

from datetime import UTC, timedelta
from itertools import chain

from cards import gathering_forms, meeting_drafts
from cards.card import Card
from cards.gathering_actions import BeginReflection, GatherNotes
from cards.texts import text
from dialogs import polling
from dialogs.context import Context, for_leaders
from dialogs.gathering_posts import thread_of
from dialogs.turn import Place, Replace, Reply, Turn, Whisper, for_them_alone
from knowledge.gatherings import harvest, lifecycle
from knowledge.gatherings.model import Gathering
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import Draft
from knowledge.polls import drafts as poll_drafts
from knowledge.polls.model import Kind, Names, Poll, Question, Shown
from knowledge.store.contract import Transaction

OPEN_FOR = timedelta(days=2)


@for_leaders("gathering-only-leaders")
async def reflect(context: Context, turn: Turn, action: BeginReflection) -> list[Reply]:
    """Ask in the thread of the meeting, once the leader has said whether by name; one such question for a meeting."""
    if turn.place is Place.PERSONAL:
        return [Whisper(text(turn.language, "reflection-only-in-channel"))]
    members, viewers = await polling.audience(turn, turn.thread)

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return Whisper(text(turn.language, "gathering-gone"))
        if not action.names:
            return Replace(gathering_forms.reflecting(held), alone=True)
        asked = Poll(
            id=harvest.reflection_of(held),
            network=turn.network,
            maker=turn.person.id,
            conversation=thread_of(tx, held),
            language=held.language,
            questions=(Question(text(held.language, "reflection-question"), Kind.WORDS),),
            names=Names(action.names),
            shown=Shown.AT_ONCE,
            made_at=turn.at,
            closes_at=poll_drafts.later(turn.at, OPEN_FOR, context.zone).astimezone(UTC),
            members=members,
            viewers=viewers,
        )
        new = polling.begin(tx, asked, context.zone, turn.at)
        return Whisper(text(turn.language, "reflection-begun" if new else "reflection-exists"))

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def gather(context: Context, turn: Turn, action: GatherNotes) -> list[Reply]:
    """Go on with the notes of the meeting, or begin them, with what was gathered since.

    Any notes of its day are its own, where it was the only meeting then.
    """

    def work(tx: Transaction) -> Card | None:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return None
        draft = harvest.into(tx, turn.network, _draft(tx, context, turn, held), context.zone)
        drafts.save(tx, turn.network, draft, turn.at)
        return meeting_drafts.draft(draft, turn.language)

    card = await context.store.run(work)
    return for_them_alone(turn, card) if card else [Whisper(text(turn.language, "gathering-gone"))]


def _draft(tx: Transaction, context: Context, turn: Turn, held: Gathering) -> Draft:
    id, gatherings = harvest.notes_of(held), lifecycle.every(tx, turn.network)
    known = [*drafts.every(tx, turn.network), *map(summaries.to_correct, summaries.every(tx, turn.network))]
    own = (each for each in known if each.id == id)
    of_its_day = (each for each in known if harvest.meeting_of(each, gatherings, context.zone) == held)
    day = harvest.day_of(held, context.zone)
    begun = Draft(id, held.plan.title, day, (), (), certain=True, channel=held.conversation)
    return next(chain(own, of_its_day), begun)
