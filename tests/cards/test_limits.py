"""Teams takes every card: valid by the schema, under 28 KB, at most six actions in a row, however much is shown."""

from collections import Counter
from dataclasses import replace
from datetime import UTC
from itertools import combinations

import pytest

from cards import (
    ask,
    curating,
    digests,
    evaluations,
    lesson_review,
    lessons,
    library,
    meeting_drafts,
    meetings,
    merging,
    open_questions,
    poll_forms,
    polls,
    posts,
    round_forms,
    rounds,
    triads,
)
from cards.actions import SendAnswer, decode, in_network
from cards.card import Card
from cards.curating_actions import Look
from cards.lesson_actions import PreviewLesson
from cards.meeting_actions import ListActions, MarkAction, OpenMeeting
from cards.poll_actions import PollFields
from cards.polls import Viewer
from cards.rounds import Count as Taking
from cards.texts import text
from knowledge.ask import Answer, Outcome
from knowledge.curating import Line
from knowledge.digests.selection import Kind
from knowledge.lessons import telling
from knowledge.lessons.telling import TEXTS
from knowledge.library.case import parse
from knowledge.library.catalogue import shipped
from knowledge.library.library import Found, Library
from knowledge.library.merging import merged
from knowledge.library.model import Case, Phase, Section, Source
from knowledge.meetings import model, summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.drafts import Draft
from knowledge.meetings.names import Name
from knowledge.open_questions import Answered
from knowledge.people import HOMES
from knowledge.polls.drafts import Problem
from knowledge.polls.model import Ballot, Count, Names, Poll, Question, Said, Tally
from knowledge.polls.model import Kind as QuestionKind
from knowledge.rounds.history import Coverage
from knowledge.rounds.model import Met
from tests.cards import (
    assignment_samples,
    curating_samples,
    exercise_samples,
    gathering_samples,
    lesson_samples,
    meeting_samples,
    poll_samples,
    reading,
    round_samples,
)
from tests.cards.digest_samples import ASKED, ZONE, digest, item
from tests.cards.people_samples import FOUND
from tests.cards.samples import a_case, given, passage, trouble
from tests.knowledge.lessons.samples import LESSON
from tests.knowledge.library.samples import sample

LONG_URL = "https://kommun.example/" + "mycket-lang-adress/" * 25
SENTENCE = ("Österåkers åldrade åar är över ängen. " * 20)[:600]


def fits(card: Card) -> None:
    """Also where its buttons say which network they mean."""
    card = in_network(card, "19:" + "x" * 60 + "@thread.tacv2")
    assert reading.schema_errors(card) == []
    assert reading.size(card) < reading.LARGEST
    assert all(len(row) <= reading.MOST_IN_A_ROW for row in reading.rows(card))


def sources(count: int, url: str = LONG_URL) -> tuple[Source, ...]:
    return tuple(
        Source(f"k{n}", f"{n} " + "Lång källa " * 10, "Åre kommun", f"{url}{n}", "2024-05-06") for n in range(count)
    )


def large_case(number: int = 1, statements: int = 100) -> Case:
    """A case with statements as long as they may be, resting on 60 sources with long addresses."""
    known = sources(60)
    said = (
        passage(f"stor-{number}", n, SENTENCE, *(known[(n * 5 + k) % 60] for k in range(5))) for n in range(statements)
    )
    title = f"{number} " + "Örnsköldsvik och Övertorneå med en mycket lång rubrik " * 2
    section = Section("Å" * 120, tuple(said))
    places = (f"Örnsköldsviks kommun {number}", f"Övertorneå kommun {number}")
    intro = "Ingressen är lång. " * 40
    return a_case(f"stor-{number}", title[:120], section, municipalities=places, phase=Phase.PERMIT, intro=intro)


def all_pages(case: Case, language: str) -> list[Card]:
    cards = [library.case(case, language, page=number) for number in range(len(case.passages))]
    return list({card.summary + str(card.content): card for card in cards}.values())


def test_every_sample_fits(card: Card) -> None:
    fits(card)


@pytest.mark.parametrize("case", shipped(), ids=lambda case: case.id)
def test_every_page_of_every_shipped_case_fits(case: Case, language: str) -> None:
    for card in all_pages(case, language):
        fits(card)


def test_the_whole_list_fits(language: str) -> None:
    fits(library.cases(shipped(), language))
    fits(library.cases(shipped(), language, word="mark"))


def test_every_shipped_case_can_be_chosen(language: str) -> None:
    [choosing] = reading.of_type(library.cases(shipped(), language), "Input.ChoiceSet")
    assert {each["value"] for each in choosing["choices"]} == {case.id for case in shipped()}


@pytest.mark.parametrize("word", ["", "mark"])
def test_a_long_list_fits_and_says_what_it_leaves_out(language: str, word: str) -> None:
    card = library.cases([large_case(number, 1) for number in range(150)], language, word=word)
    fits(card)
    [choosing] = reading.of_type(card, "Input.ChoiceSet")
    shown = len(choosing["choices"])
    assert 50 < shown < 150
    assert text(language, "cases-left-out", shown=shown, count=150) in reading.markdown(card)


def test_a_large_case_fits_on_every_page(language: str) -> None:
    fits(library.inserted(large_case(), large_case().passages[:3], language))
    cards = all_pages(large_case(), language)
    assert len(cards) > 10
    for card in cards:
        fits(card)


def rest(case: Case, count: int) -> tuple[Found, ...]:
    held = Library([case])
    return tuple(each for passage in case.passages[:count] if (each := held.find(passage.id)))


@pytest.mark.parametrize("url", [LONG_URL, "https://kommun.example/" + "a" * 1_950])
@pytest.mark.parametrize(("outcome", "count"), [(Outcome.ANSWERED, 3), (Outcome.COMPARED, 8), (Outcome.UNKNOWN, 1)])
def test_a_large_answer_fits(outcome: Outcome, count: int, url: str, language: str) -> None:
    cases = []
    for number in range(count):
        said = passage(f"fall-{number}", 1, SENTENCE, *sources(5, f"{url}{number}/"))
        cases.append(
            a_case(f"fall-{number}", "Å" * 120, Section("Läget", (said,)), municipalities=("Örnsköldsvik",) * 2)
        )
    statements = tuple(found for case in cases for found in rest(case, 1))
    answer = Answer(
        question="å" * 1000,
        outcome=outcome,
        statements=statements,
        near=statements[:3],
        differing=statements[:3],
        without=("lulea",) * 5,
        related=tuple(cases[:3]),
        following="å" * 1000,
        labels=("Örnsköldsvik, Örnsköldsvik",) * count if outcome is Outcome.COMPARED else (),
    )
    fits(ask.answer(given(answer, language, from_button=True), rated=True))


def test_very_many_troubles_fit(language: str) -> None:
    card = posts.troubles([trouble(number, summary="Å" * 2000) for number in range(500)], UTC, language)
    fits(card)
    assert text(language, "posts-more", count=492) in reading.markdown(card)


def largest_poll(kind: QuestionKind, language: str) -> Poll:
    """Everything as long as it may be: question, options, names, those whom Teams is told of."""
    options = tuple(f"{number} " + "Å" * 98 for number in range(10))
    asked = Question("Å" * 300, kind, options if kind in {QuestionKind.ONE, QuestionKind.SEVERAL} else ())
    viewers = tuple(f"29:{number:03}" + "x" * 100 for number in range(60))
    return poll_samples.poll(asked, names=Names.ALL, viewers=viewers, language=language)


def largest_tally(shown: Poll) -> Tally:
    names = tuple(f"Åsa Österåkersdotter {number}" for number in range(500))
    said = tuple(Said("Å" * 1000, name) for name in names)
    counts = (Count((500,) * each.choices, (names,) * each.choices, said) for each in shown.questions)
    return Tally(500, tuple(counts))


@pytest.mark.parametrize("kind", QuestionKind)
def test_the_largest_poll_fits(kind: QuestionKind, language: str) -> None:
    shown = largest_poll(kind, language)
    tally = largest_tally(shown)
    answer = "Å" * 1000 if kind is QuestionKind.WORDS else tuple(range(shown.questions[0].choices))
    for each in (shown, replace(shown, closed_at=shown.closes_at)):
        fits(polls.poll(each, tally, UTC))
        fits(polls.poll(each, tally, UTC, Viewer(Ballot((answer,)), manages=True)))
        fits(poll_forms.managed(each, 500, UTC))


def test_the_largest_evaluation_fits(language: str) -> None:
    asked = tuple(replace(each, words="Å" * 300) for each in poll_samples.evaluation(language).questions)
    shown = replace(poll_samples.evaluation(language, change="Å" * 500), questions=asked)
    tally = largest_tally(shown)
    fits(polls.poll(shown, tally, UTC, Viewer(typed=["Å" * 5000] * 5, error="Å" * 300)))
    over = replace(shown, closed_at=shown.closes_at)
    card = evaluations.result(over, tally, poll_samples.MEETINGS * 3, UTC)
    fits(card)
    assert any("svar till" in each or "more answers" in each for each in reading.markdown(card))
    fits(poll_forms.managed(over, 500, UTC))
    fits(poll_forms.questions(["Å" * 5000] * 5, language))


def test_the_largest_form_fits(language: str) -> None:
    typed = PollFields(question="Å" * 4000, options="Å\n" * 2000, date="Å" * 40)
    fits(poll_forms.form(typed, dict.fromkeys(("question", "options", "kind", "closes"), Problem.LONG), language))
    most = PollFields(question="Å" * 300, options="\n".join(["Å" * 100] * 10))
    fits(poll_forms.previewed(largest_poll(QuestionKind.ONE, language), most, UTC))


def test_the_longest_lesson_fits(language: str) -> None:
    for words in ("å" * 1500, "👩" * 750, "a\n" * 749):
        for card in lesson_samples.saying(words):
            fits(card)
    shown = lesson_samples.lesson_saying("å" * 1500)
    fits(lessons.own([shown] * 300, language))
    fits(lesson_review.waiting([shown] * 300, language))


def test_very_much_to_tend_fits(language: str) -> None:
    lines = [Line(f"{number:0>200}", "Å" * 900, ("Å" * 900,)) for number in range(200)]
    for look in Look:
        of_lessons = look in curating_samples.OF_LESSONS
        fits(curating.part(look, curating_samples.WAITING * 200 if of_lessons else lines, language))


def test_very_large_cases_can_be_merged(language: str) -> None:
    told = {f"x{number}": sample(f"x{number}", f"x{number}").replace("delar på", "å" * 500) for number in range(100)}
    cases = [replace(parse(words, f"{id}.md"), title="Å" * 120) for id, words in told.items()]
    fits(merging.choosing(cases[0], cases * 5, language))
    fits(merging.preview(cases[0], cases[1], merged(cases[0], cases[1:]), language))


def test_a_lesson_beyond_all_measure_can_still_be_told_so(language: str) -> None:
    typed = PreviewLesson.model_validate({"lesson": LESSON.id, **dict.fromkeys(("title", "link", *TEXTS), "👩" * 5000)})
    fits(lessons.form(typed, dict.fromkeys(lessons.FIELDS, telling.Problem.LONG), language))


def test_very_many_polls_fit(language: str) -> None:
    shown = [(replace(largest_poll(QuestionKind.ONE, language), id=f"{number}"), 500) for number in range(1000)]
    fits(poll_forms.listed(shown, UTC, language, private=False))


def test_the_largest_planned_meeting_assignment_and_exercise_fit(language: str) -> None:
    for samples in (gathering_samples, assignment_samples, exercise_samples):
        for card in samples.largest(language):
            fits(card)


def test_the_largest_round_and_group_fit(language: str) -> None:
    people = [round_samples.large(number) for number in range(4)]
    shown = replace(round_samples.shown(language, *people), protocol="Å" * 1500)
    viewers = tuple(f"29:{number:03}" + "x" * 100 for number in range(60))
    asked = round_samples.a_round(language, named=True, viewers=viewers)
    fits(rounds.call(asked, Taking(500, ("Å" * 100,) * 500), UTC))
    fits(triads.proposal(shown, people[0].person, language))
    fits(triads.agreed(shown, language))
    fits(triads.met(round_samples.a_group(*people, met=Met.YES, learned="Å" * 500), language))
    fits(triads.learned(round_samples.a_group(*people), language, typed="Å" * 5000))


def test_the_largest_coverage_fits(language: str) -> None:
    met = Counter({frozenset(pair): 100 for pair in combinations(HOMES, 2)})
    fits(round_forms.coverage(Coverage(HOMES, met), ["Å" * 500] * 500, language))
    fits(round_forms.protocol("Å" * 5000, language, error=True))


def test_a_word_of_any_length_is_answered(language: str) -> None:
    card = library.no_cases("å" * 20_000, language)
    fits(card)
    assert len(card.summary) < 120
    fits(library.cases(shipped(), language, word="å" * 20_000))


def long_draft(lines: int, names: int = 60) -> Draft:
    """A draft whose lines are all as long as they may be."""
    said = model.Candidate(model.Kind.ACTION, "å" * 2000, "ä" * 2000, owner="Ö" * 100, speaker="Ö" * 100)
    found = [replace(said, kind=kind) for kind in model.Kind for _ in range(lines)]
    called = tuple(Name(f"{number} " + "å" * 200, "ö" * 100) for number in range(names))
    return replace(meeting_samples.draft(*found), title="å" * 120, id="x" * 200, names=called)


def many_to_do(letters: int) -> Draft:
    """A draft of as many fields as there may be, with so many letters in each text."""
    said = model.Candidate(model.Kind.ACTION, "å" * letters, owner="Ö" * 20, due=meeting_samples.HELD)
    return meeting_samples.draft(*[said] * 100)


@pytest.mark.parametrize("draft", [long_draft(12), *map(many_to_do, (1, 40, 120))])
def test_every_page_of_a_long_draft_fits(draft: Draft, language: str) -> None:
    cards = [meeting_drafts.draft(draft, language, page=number) for number in range(60)]
    assert cards[-1] == cards[-2]
    for card in cards:
        fits(card)


def test_the_largest_post_fits_wherever_it_is_shown(language: str) -> None:
    lines = 1
    while not meetings.is_too_large(meetings.post(summaries.summarise(long_draft(lines + 1)), language)):
        lines += 1
    draft = long_draft(lines)
    summary = summaries.summarise(draft)
    done = {item.id: draft.date for item in summary.of(model.Kind.ACTION)}
    fits(meetings.post(summary, language))
    for page in range(lines * len(model.Kind)):
        fits(meetings.meeting(summary, meeting_samples.POSTED, done, language, page=page, leader=True))
    fits(meetings.passages(summary, language))
    where = text(language, "meeting-where", last="false")
    fits(meeting_drafts.preview(draft, meetings.post(summary, language), language, where=where))


def test_of_many_meetings_each_is_on_a_page_that_fits(language: str) -> None:
    summary = replace(summaries.summarise(meeting_samples.DRAFT), title="å" * 120)
    found = [replace(summary, id=f"{number}") for number in range(300)]
    carried = buttons_of([meetings.meetings(found, language, page=number, note="å" * 200) for number in range(60)])
    assert [each.meeting for each in carried if isinstance(each, OpenMeeting)] == [each.id for each in found]


def test_of_much_to_do_each_is_on_a_page_that_fits(language: str) -> None:
    held = meeting_samples.HELD
    to_do = [Action("x" * 50, str(number), "å" * 1000, "ö" * 100, held) for number in range(200)]
    told, done = [(each, "å" * 120) for each in to_do], replace(to_do[0], done=held)
    turned = [ListActions(digest="d" * 20, page=number) for number in range(60)]
    carried = buttons_of([meetings.to_do(told, held, language, here=each, marked=done) for each in turned])
    marks = [each for each in carried if isinstance(each, MarkAction)]
    assert [each.action for each in marks if each.done] == [each.id for each in to_do]


def buttons_of(pages: list[Card]) -> list[object]:
    """What the buttons of all pages carry; those after the last page are the last one again."""
    for page in pages:
        fits(page)
    assert pages[-1] == pages[-2]
    return [decode(each["data"]) for page in pages[: pages.index(pages[-1]) + 1] for each in reading.actions(page)]


def test_many_drafts_fit(language: str) -> None:
    fits(meeting_drafts.new([long_draft(1)] * 100, meeting_samples.HELD, language, private=True))


def test_sources_without_room_for_links_are_still_named() -> None:
    said = passage("fall", 1, SENTENCE, *sources(40, "https://kommun.example/" + "a" * 1_950))
    card = library.case(a_case("fall", "Fall", Section("Läget", (said,))), "sv")
    fits(card)
    lines = [line for line in reading.markdown(card) if "Lång källa" in line]
    assert len(lines) == 40
    assert "](https://" in lines[0]
    assert "](https://" not in lines[-1]


def test_the_longest_digest_fits(language: str) -> None:
    kinds = (Kind.NEW_CASE, Kind.QUESTION, Kind.WAITING_QUESTION)
    items = [item(kind, f"{number:0>200}", "Å" * 1000) for kind in kinds for number in range(100)]
    shown = replace(digest(*items), id="x" * 200, network="19:" + "x" * 197, person="anna")
    fits(digests.digest(shown, ZONE, language))
    fits(digests.preview(shown, ZONE, language))
    everything = digests.everything(shown, ZONE, language)
    fits(everything)
    listed = len(reading.of_type(everything, "ColumnSet"))
    assert text(language, "digest-left-out", shown=listed, count=300) in reading.markdown(everything)


def test_the_longest_answer_to_a_question_fits(language: str) -> None:
    asked = replace(ASKED, question="å" * 1000)
    typed = SendAnswer(question="x" * 200, words="å\n" * 1000, link="https://a.example/" + "å" * 980)
    fits(open_questions.form(asked, typed, language, bad=("words", "link")))
    reply = Answered("x" * 200, "Å" * 200, typed.words, typed.link, asked.kept)
    for answered in (replace(asked, replies=(reply,) * 20), replace(asked, replies=(reply,) * 20, helped=19)):
        fits(open_questions.answered(answered, 0, language))
        fits(open_questions.asked(answered, ["Å" * 500] * 20, language))
    fits(open_questions.asked(asked, ["Å" * 500] * 20, language, contact=FOUND))
