"""Which dialog answers what, and what is done when it is due: the whole bot on one screen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.personal import keepers
from bot.settings import Settings
from bot.teams import Due, Prepared, Routes
from cards import (
    actions,
    assignment_actions,
    curating_actions,
    digest_actions,
    digest_settings,
    exercise_actions,
    gathering_actions,
    lesson_actions,
    meeting_actions,
    people_actions,
    poll_actions,
    round_actions,
)
from dialogs import (
    ask,
    assignments,
    attendance,
    contacts,
    curating,
    digests,
    evaluations,
    exercises,
    gathering_notes,
    gathering_posts,
    gatherings,
    help,
    leaders,
    lesson_documents,
    lesson_notes,
    lesson_review,
    lessons,
    library,
    meeting_drafts,
    meetings,
    merging,
    open_questions,
    people,
    personal,
    poll_answers,
    poll_management,
    polls,
    posts,
    round_management,
    rounds,
    triads,
)
from dialogs.commands import Command, choose
from dialogs.gathering_posts import Planner
from dialogs.meetings import Secretary
from dialogs.memory import Memory
from dialogs.turn import Reply, Turn
from knowledge import assignments as homework
from knowledge.contacts import Wanted, asked_for
from knowledge.digests import personal as own_digest
from knowledge.digests import sending, sources
from knowledge.digests import settings as digest
from knowledge.digests.sending import Desk
from knowledge.exercises import sessions
from knowledge.gatherings import lifecycle as planned
from knowledge.lessons import lifecycle as lessons_due
from knowledge.library.libraries import Libraries
from knowledge.polls import lifecycle
from knowledge.question import spoken
from knowledge.rounds import lifecycle as a_round
from knowledge.store.contract import Store


def desk(settings: Settings) -> Desk:
    """What digests are made of, and how."""
    zone = ZoneInfo(settings.timezone)
    return Desk(
        sources=(
            sources.gatherings_ahead,
            sources.cases,
            sources.meetings,
            sources.due_actions,
            sources.questions,
            sources.polls,
            sources.open_rounds,
            sources.contacts,
            sources.older_case,
        ),
        zone=zone,
        language=settings.language,
        draw=partial(digests.drawn, zone=zone, language=settings.language),
        regret=asdict(digest_settings.undelivered(settings.language)),
    )


def commands(
    memory: Memory, desk: Desk, secretary: Secretary, planner: Planner, *, transcripts: bool
) -> tuple[Command, ...]:
    zone = desk.zone
    kept = keepers(zone, desk.language)
    return (
        Command(("fråga",), ("ask",), partial(ask.ask, memory), sentence=True),
        Command(("fall", "fallbanken"), ("cases", "case"), partial(library.cases, memory)),
        Command(("bidra",), ("contribute",), partial(lessons.contribute, memory), bare=True),
        Command(("kontakter",), ("contacts",), partial(contacts.show_contacts, memory)),
        Command(("min profil",), ("my profile",), partial(people.profile, memory), bare=True),
        Command(("mina uppgifter",), ("my data",), partial(personal.my_data, memory, kept), bare=True),
        Command(("glöm mig",), ("forget me",), partial(personal.forget_me, memory, kept), bare=True),
        Command(("utskick", "utskicket"), ("digest", "digests"), partial(digests.digest, memory, desk), bare=True),
        Command(
            ("omröstning", "omröstningar"), ("poll", "polls"), partial(polls.poll, memory, desk.zone), sentence=True
        ),
        Command(("utvärdering",), ("evaluation",), partial(evaluations.evaluation, memory, zone), bare=True),
        Command(
            ("sammanfatta", "sammanfattning"),
            ("summarise", "summarize", "summary"),
            partial(meeting_drafts.summarise, secretary),
            bare=True,
            pasted=True,
        ),
        Command(
            ("träff", "träffar", "träffen", "nästa träff"),
            ("next meeting", "gathering", "gatherings"),
            partial(gatherings.gathering, planner),
            bare=True,
        ),
        Command(
            ("hemuppgift", "hemuppgifter"),
            ("home assignment", "assignment"),
            partial(assignments.assignment, planner),
            sentence=True,
        ),
        Command(("möten", "mötena"), ("meetings",), partial(meetings.meetings, secretary), bare=True),
        Command(("att göra",), ("to do", "todo"), partial(meetings.to_do, secretary), bare=True),
        Command(
            ("triader", "triad", "triadsamtal", "parsamtal"),
            ("triads", "pairs"),
            partial(rounds.triads, memory, zone),
            bare=True,
        ),
        Command(("ledare", "processledare"), ("leader", "leaders"), partial(leaders.leaders, memory)),
        Command(("hjälp",), ("help",), partial(help.show_help, transcripts), bare=True),
        Command(("hej", "hejsan", "hallå", "tjena"), ("hello", "hi"), help.hello, bare=True),
        Command(("tack",), ("thanks",), help.thanks, bare=True),
    )


async def _sent(memory: Memory, secretary: Secretary, turn: Turn) -> list[Reply]:
    """A presentation becomes lessons, any other file notes of a meeting, unless the command it came with says."""
    if lesson_documents.is_presentation(turn):
        return await lesson_documents.take(memory, turn)
    return await meeting_drafts.summarise(secretary, turn, "")


def open_routes(store: Store, settings: Settings) -> Routes:
    memory, makes = Memory(store, Libraries(store)), desk(settings)
    kept = keepers(makes.zone, makes.language)
    zone = makes.zone
    secretary = Secretary(memory, zone, makes.language)
    planner = Planner(memory, zone, makes.language, settings.address)
    typed = commands(memory, makes, secretary, planner, transcripts=settings.transcripts)
    clicked: Mapping[type, Callable[..., Awaitable[list[Reply]]]] = {
        actions.Ask: partial(ask.ask_example, memory),
        actions.ListCases: partial(library.list_cases, memory),
        actions.SearchCases: partial(library.search, memory),
        actions.OpenCase: partial(library.open_case, memory),
        actions.ShowAnswer: partial(ask.show_answer, memory),
        actions.Rate: partial(ask.rate, memory),
        actions.KeepQuestion: partial(ask.keep_question, memory, open_questions.ask_network),
        actions.ListTroubles: partial(posts.list_troubles, memory, zone),
        actions.PostAgain: partial(posts.post_again, memory, zone),
        actions.ItIsThere: partial(posts.it_is_there, memory, zone),
        people_actions.ShowProfile: partial(people.show_profile, memory),
        people_actions.SaveProfile: partial(people.save_profile, memory),
        people_actions.ShowContacts: partial(contacts.show_all, memory),
        people_actions.AskContact: partial(contacts.ask_contact, memory),
        people_actions.SendContactQuestion: partial(contacts.send_question, memory),
        people_actions.ShowMyData: partial(personal.show_my_data, memory, kept),
        people_actions.FetchMyData: partial(personal.fetch_my_data, memory, kept),
        people_actions.ForgetMe: partial(personal.forget, memory, kept),
        actions.AnswerQuestion: partial(open_questions.answer_question, memory),
        actions.SendAnswer: partial(open_questions.send_answer, memory),
        actions.MarkHelpful: partial(open_questions.mark_helpful, memory),
        actions.KeepAnswer: partial(open_questions.keep_answer, memory),
        curating_actions.Curate: partial(curating.curate, memory),
        curating_actions.RetireCase: partial(curating.retire, memory),
        curating_actions.RestoreCase: partial(curating.restore, memory),
        curating_actions.ChooseOther: partial(merging.choose, memory),
        curating_actions.MergeCases: partial(merging.merge, memory),
        curating_actions.ExportLibrary: partial(curating.export, memory),
        lesson_actions.ListLessons: partial(lessons.list_lessons, memory),
        lesson_actions.EditLesson: partial(lessons.edit, memory),
        lesson_actions.PreviewLesson: partial(lessons.preview, memory),
        lesson_actions.SaveMessage: partial(lessons.save_message, memory),
        lesson_actions.SendLesson: partial(lessons.send, memory),
        lesson_actions.ShowLesson: partial(lessons.show, memory),
        lesson_actions.WithdrawLesson: partial(lessons.withdraw, memory),
        lesson_actions.ConfirmLesson: partial(lessons.confirm, memory),
        lesson_actions.ClaimLesson: partial(lesson_documents.claim, memory),
        lesson_actions.ListWaiting: partial(lesson_review.list_waiting, memory),
        lesson_actions.DecideLesson: partial(lesson_review.decide, memory),
        digest_actions.ShowDigestSettings: partial(digests.show_settings, memory, makes),
        digest_actions.SaveDigestSettings: partial(digests.save, memory, makes),
        digest_actions.PreviewDigest: partial(digests.preview, memory, makes),
        digest_actions.SendDigest: partial(digests.send, memory, makes),
        digest_actions.ListDigests: partial(digests.history, memory, makes),
        digest_actions.RemoveDigest: partial(digests.remove, memory, makes),
        digest_actions.ShowDigest: partial(digests.show, memory, makes),
        digest_actions.SubscribeDigest: partial(digests.subscribe, memory, makes),
        digest_actions.StopDigest: partial(digests.stop, memory),
        poll_actions.EditPoll: partial(polls.edit, zone),
        poll_actions.PreviewPoll: partial(polls.preview, zone),
        poll_actions.PostPoll: partial(polls.post, memory, zone),
        poll_actions.ListPolls: partial(polls.list_polls, memory, zone),
        poll_actions.Vote: partial(poll_answers.vote, memory, zone),
        poll_actions.FillIn: partial(poll_answers.fill_in, memory, zone),
        poll_actions.Withdraw: partial(poll_answers.withdraw, memory, zone),
        poll_actions.SeePoll: partial(poll_answers.see, memory, zone),
        poll_actions.ManagePoll: partial(poll_management.manage, memory, zone),
        poll_actions.ClosePoll: partial(poll_management.close, memory, zone),
        poll_actions.DeletePoll: partial(poll_management.delete, memory),
        poll_actions.BeginEvaluation: partial(evaluations.begin_under, memory, zone),
        poll_actions.ExportPoll: partial(poll_management.export, memory, zone),
        poll_actions.EditEvaluation: partial(evaluations.edit, memory),
        poll_actions.SaveEvaluation: partial(evaluations.save, memory),
        poll_actions.AnnounceChange: partial(poll_management.announce_change, memory, zone),
        meeting_actions.DraftSummary: partial(meeting_drafts.begin, secretary),
        meeting_actions.OpenDraft: partial(meeting_drafts.open_draft, secretary),
        meeting_actions.SaveDraft: partial(meeting_drafts.save, secretary),
        meeting_actions.PublishDraft: partial(meeting_drafts.publish, secretary),
        meeting_actions.DiscardDraft: partial(meeting_drafts.discard, secretary),
        meeting_actions.ListMeetings: partial(meetings.list_meetings, secretary),
        meeting_actions.OpenMeeting: partial(meetings.open_meeting, secretary),
        meeting_actions.CorrectMeeting: partial(meetings.correct, secretary),
        meeting_actions.RemoveMeeting: partial(meetings.remove, secretary),
        meeting_actions.MarkAction: partial(meetings.mark, secretary),
        assignment_actions.EditAssignment: partial(assignments.edit, planner),
        assignment_actions.GiveAssignment: partial(assignments.give, planner),
        assignment_actions.OpenTrying: partial(assignments.open_trying, planner),
        assignment_actions.SaveTrying: partial(assignments.save_trying, planner),
        assignment_actions.WithdrawTrying: partial(assignments.withdraw, planner),
        assignment_actions.DeleteAssignment: partial(assignments.delete, planner),
        exercise_actions.ListExercises: partial(exercises.list_exercises, planner),
        exercise_actions.SeeExercise: partial(exercises.see, planner),
        exercise_actions.PutOut: partial(exercises.put_out, planner),
        exercise_actions.EditExercise: partial(exercises.edit, planner),
        exercise_actions.SaveExercise: partial(exercises.save, planner),
        exercise_actions.RemoveExercise: partial(exercises.remove, planner),
        exercise_actions.OpenSentences: partial(exercises.open_sentences, planner),
        exercise_actions.SaveSentences: partial(exercises.save_sentences, planner),
        gathering_actions.EditGathering: partial(gatherings.edit, planner),
        gathering_actions.PlanGathering: partial(gatherings.plan, planner),
        gathering_actions.AskForDate: partial(gatherings.ask_for_date, planner),
        gathering_actions.TakeDate: partial(gatherings.take_date, planner),
        gathering_actions.ListGatherings: partial(gatherings.list_gatherings, planner),
        gathering_actions.SeeGathering: partial(attendance.see, planner),
        gathering_actions.Attend: partial(attendance.attend, planner),
        gathering_actions.FetchCalendar: partial(attendance.fetch_calendar, planner),
        gathering_actions.ManageGathering: partial(gatherings.manage, planner),
        gathering_actions.PrepareGathering: partial(gatherings.prepare, planner),
        gathering_actions.BeginReflection: partial(gathering_notes.reflect, planner),
        gathering_actions.GatherNotes: partial(gathering_notes.gather, planner),
        gathering_actions.CancelGathering: partial(gatherings.cancel, planner),
        gathering_actions.DeleteGathering: partial(gatherings.delete, planner),
        round_actions.CallRound: partial(rounds.call, memory, zone),
        round_actions.JoinRound: partial(rounds.join, memory, zone),
        round_actions.JoinFrom: partial(rounds.join_from, memory, zone),
        round_actions.LeaveRound: partial(rounds.leave, memory, zone),
        round_actions.SeeRound: partial(rounds.see, memory, zone),
        round_actions.ShowRounds: partial(round_management.show_rounds, memory, zone),
        round_actions.CloseRound: partial(round_management.close, memory, zone),
        round_actions.CancelRound: partial(round_management.cancel, memory),
        round_actions.ShowCoverage: partial(round_management.show_coverage, memory),
        round_actions.EditProtocol: partial(round_management.edit_protocol, memory),
        round_actions.SaveProtocol: partial(round_management.save_protocol, memory),
        round_actions.AcceptGroup: partial(triads.accept, memory, zone),
        round_actions.DeclineGroup: partial(triads.decline, memory),
        round_actions.TellMet: partial(triads.tell_met, memory),
    }
    due: dict[str, Due] = {
        digest.KIND: partial(sending.run, desk=makes),
        own_digest.KIND: partial(own_digest.run, desk=makes),
        lessons_due.CHECK: partial(lesson_notes.ask_again, language=makes.language),
        lifecycle.CLOSE: partial(poll_management.close_in_time, zone=zone),
        lifecycle.REDRAW: partial(poll_management.redraw, zone=zone),
        lifecycle.REMIND: partial(poll_management.remind, zone=zone),
        planned.REMIND: partial(gathering_posts.remind, planner=planner),
        sessions.REDRAW: exercises.redraw,
        planned.HOMEWORK: assignments.remind,
        homework.REDRAW: assignments.redraw,
        planned.REDRAW: partial(gathering_posts.redraw_in_time, planner=planner),
        a_round.CLOSE: partial(round_management.close_in_time, zone=zone),
        a_round.REDRAW: partial(round_management.redraw, zone=zone),
        a_round.SILENCE: triads.fall_silent,
        a_round.ASK: triads.ask_met,
    }
    prepared: dict[str, Prepared] = {a_round.FORM: partial(triads.form, memory, zone)}

    async def answer(turn: Turn) -> list[Reply]:
        if turn.action is not None:
            return await clicked[type(turn.action)](turn, turn.action)
        chosen = choose(typed, turn)
        if chosen:
            return await chosen.command.run(chosen.turn, chosen.rest)
        if taken := await open_questions.take_reply(memory, turn):
            return taken
        if turn.files:
            return await _sent(memory, secretary, turn)
        asking = replace(turn, language=spoken(turn.words, turn.language))
        wanted = asked_for(turn.words)
        if wanted is None:
            return await ask.ask(memory, asking, turn.words)
        return await _about_people(asking, wanted)

    async def _about_people(turn: Turn, wanted: Wanted) -> list[Reply]:
        """Where nobody is found, the library may still know."""
        found = await contacts.find(memory, turn, wanted.about)
        told = contacts.told(found, wanted.about, turn)
        return [told] if found else [told, *await ask.ask(memory, turn, wanted.instead)]

    return Routes(answer, help.introduce, due, prepared)
