"""Text from people and sources stays text: no link, mention or markup comes of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

import pytest

from cards import (
    ask,
    contacts,
    digests,
    evaluations,
    help,
    leaders,
    library,
    meeting_drafts,
    meetings,
    open_questions,
    poll_forms,
    polls,
    posts,
)
from cards.actions import SendAnswer
from cards.card import Card
from cards.parts import clean, escape, link, short
from cards.poll_actions import PollFields
from cards.polls import Viewer
from knowledge.ask import Answer, Outcome
from knowledge.library.library import Library
from knowledge.library.model import Case, Section, Source
from knowledge.meetings import summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.names import Name
from knowledge.open_questions import Answered
from knowledge.polls.drafts import Problem
from knowledge.polls.model import Ballot, Count, Names, Question, Said, Tally
from knowledge.polls.model import Kind as QuestionKind
from knowledge.posts import Why
from tests.cards import (
    assignment_samples,
    curating_samples,
    digest_samples,
    exercise_samples,
    gathering_samples,
    lesson_samples,
    meeting_samples,
    people_samples,
    poll_samples,
    reading,
    round_samples,
)
from tests.cards.digest_samples import PARKING, ZONE
from tests.cards.samples import a_case, given, passage, trouble

HOSTILE = {
    "link": "[Klicka här](https://evil.example)",
    "image": "![bild](https://evil.example/spy.png)",
    "reference": "[^1] [1]: https://evil.example",
    "autolink": "<https://evil.example>",
    "mention": "<at>Alla</at>",
    "html": "<script>alert(1)</script><b>fet</b> &lt;i&gt;",
    "emphasis": "**fet** _kursiv_ ~~struken~~ `kod`",
    "list": "- punkt",
    "number": "2025. Ett år",
    "heading": "# Rubrik",
    "escaped": "\\[Klicka\\](https://evil.example)",
    "closing": "](https://evil.example) [x",
    "lines": "ett\n\n# två\r\n- tre\u2028fyra",
    "direction": "\u202eetremmok\u202c \u2066vänster\u2069",
    "invisible": "Lud\u200bvi\u2060ka\ufeff\x00\x07",
    "endless": "å" * 2000,
}
MARKUP = re.compile(r"(?<!\\)(?:\\\\)*([`*_~\[\]<>])")
LINKED = re.compile(r"(?<!\\)\[((?:\\.|[^\\\[\]])*)\]\(([^\s()<>]+)\)")
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
SAFE = "https://kommun.example/sida"
IN_TEAMS = (f"{contacts.CHAT}?users=", "https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/")


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


def case_of(hostile: str) -> Case:
    """A case that says it everywhere, as long as the library allows."""
    name, words = hostile[:120], hostile[:600]
    source = Source("k", hostile, hostile, SAFE, date_note=hostile)
    said = replace(passage("fall", 1, words, source), uncertain=True)
    return a_case("fall", name, Section(name, (said,)), municipalities=(name,), themes=(name,), intro=words)


def cards_of(hostile: str) -> Iterator[Card]:
    case = case_of(hostile)
    [found] = [found for each in case.passages if (found := Library([case]).find(each.id))]
    for outcome in Outcome:
        answer = Answer(
            question=hostile,
            outcome=outcome,
            statements=(found,),
            near=(found,),
            differing=(found,),
            without=(hostile,),
            related=(case,),
            following=hostile,
            labels=(hostile,),
        )
        yield ask.answer(given(answer, "sv", from_button=True), rated=True)
    yield library.case(case, "sv", answer_id="svar")
    yield library.inserted(case, case.passages, "sv")
    yield library.cases([case, case], "sv")
    yield library.cases([case, case], "sv", word=hostile)
    yield library.no_cases(hostile, "sv")
    yield help.introduction("sv", hostile)
    yield help.notice(hostile, "sv")
    yield leaders.leaders([hostile, hostile], "sv")
    yield leaders.appointed([hostile], "sv")
    yield from people_samples.saying(hostile)
    yield from gathering_samples.saying(hostile)
    yield from exercise_samples.saying(hostile)
    yield from assignment_samples.saying(hostile)
    yield from round_samples.saying(hostile)
    yield from lesson_samples.saying(hostile)
    yield from curating_samples.saying(hostile)
    yield from cards_of_polls(hostile)
    yield from cards_of_evaluations(hostile)
    yield posts.troubles([trouble(summary=hostile), trouble(why=Why.LATE, summary=hostile)], UTC, "sv", note=hostile)
    yield from cards_of_digests(hostile)
    yield from cards_of_meetings(hostile)


def cards_of_digests(hostile: str) -> Iterator[Card]:
    told = (digest_samples.NORRBY, PARKING, digest_samples.SCHOOL, digest_samples.OPEN_POLL, digest_samples.UNPOSTED)
    items = [replace(each, title=hostile) for each in (*told, digest_samples.GATHERING)]
    shown = digest_samples.digest(*items, replace(digest_samples.MINE, title=hostile))
    yield digests.digest(shown, ZONE, "sv")
    yield digests.preview(shown, ZONE, "sv")
    yield digests.everything(shown, ZONE, "sv")
    asked = replace(digest_samples.ASKED, question=hostile)
    for link_typed in (hostile[:1000], SAFE):
        typed = SendAnswer(question="q", words=hostile, link=link_typed)
        yield open_questions.form(asked, typed, "sv", bad=("words", "link"))
        reply = Answered("bo", hostile, hostile[:2000], link_typed, asked.kept)
        replied = replace(asked, replies=(reply, reply))
        yield open_questions.answered(replied, 0, "sv")
        yield open_questions.asked(asked, [hostile], "sv")
        yield open_questions.asked(replace(replied, helped=1), [hostile], "sv")


def cards_of_polls(hostile: str) -> Iterator[Card]:
    """A poll that says it everywhere: more than may be typed, for what is kept may be older than the rules."""
    words, option = hostile[:300], hostile[:100]
    asked = Question(words, QuestionKind.ONE, (option, option + "2"))
    shown = replace(poll_samples.poll(asked, names=Names.ALL), viewers=("29:x",))
    count = Count((1, 0), ((hostile[:200],), ()))
    problems = {"question": Problem.MARKUP}
    fields = PollFields(draft="x", question=hostile, options=hostile, kind=hostile[:40], date=hostile[:40])
    for each in (shown, replace(shown, closed_at=shown.closes_at)):
        yield polls.poll(each, Tally(1, (count,)), UTC)
        yield polls.poll(each, Tally(1, (count,)), UTC, Viewer(Ballot(((0,),)), note=hostile[:300]))
        yield poll_forms.managed(each, 1, UTC, note=hostile[:300])
        yield poll_forms.listed([(each, 1)], UTC, "sv", private=False)
    yield poll_forms.form(fields, problems, "sv")
    yield poll_forms.previewed(shown, PollFields(question=words, options=hostile[:1000]), UTC)
    yield poll_forms.closing(shown)
    yield poll_forms.reminder(shown, 1, UTC)
    yield poll_forms.questions([hostile] * 5, "sv", {1: Problem.LONG})


def cards_of_evaluations(hostile: str) -> Iterator[Card]:
    said = Count(said=(Said(hostile, hostile[:100]),))
    asked = tuple(replace(each, words=hostile[:300]) for each in poll_samples.evaluation("sv").questions)
    shown = replace(poll_samples.evaluation("sv", change=hostile[:500]), questions=asked)
    tally = Tally(6, (*poll_samples.EVALUATED.counts[:3], said, said))
    yield polls.poll(shown, tally, UTC, Viewer(typed=[hostile] * 5, error=hostile[:300]))
    over = replace(shown, closed_at=shown.closes_at)
    yield evaluations.result(over, tally, poll_samples.MEETINGS, UTC)
    yield poll_forms.managed(over, 6, UTC)


def cards_of_meetings(hostile: str) -> Iterator[Card]:
    said = Candidate(Kind.ACTION, hostile, hostile, speaker=hostile[:50], owner=hostile[:50])
    learned = replace(said, kind=Kind.LEARNED, owner="")
    draft = replace(meeting_samples.draft(said, learned), title=hostile[:120], names=(Name(hostile, hostile[:90]),))
    summary = summaries.summarise(draft)
    to_do = Action(summary.id, "1", hostile, hostile)
    yield meeting_drafts.new([draft], draft.date, "sv", private=True)
    yield meeting_drafts.ready(draft, "sv")
    yield from (meeting_drafts.draft(draft, "sv", page=number) for number in range(3))
    yield meeting_drafts.discarding(draft, "sv")
    yield meetings.post(summary, "sv")
    yield meetings.meeting(summary, None, {}, "sv", leader=True)
    yield meetings.passages(summary, "sv")
    yield meetings.meetings([summary], "sv")
    yield meetings.removing(summary, None, "sv")
    yield meetings.to_do([(to_do, hostile)], draft.date, "sv", marked=replace(to_do, done=draft.date))


def test_no_markup_comes_of_it(hostile: str) -> None:
    for card in cards_of(hostile):
        for text in reading.markdown(card):
            ours = LINKED.sub(lambda found: found[1], text)
            assert not MARKUP.search(ours), text
            assert not re.match(r"\s*([-+#]|\d+[.)])", text), text


def test_no_markup_comes_of_a_choice_or_a_box_to_tick(hostile: str) -> None:
    for card in cards_of(hostile):
        boxes = reading.of_type(card, "Input.Toggle")
        choices = (each for field in reading.of_type(card, "Input.ChoiceSet") for each in field["choices"])
        assert not any(MARKUP.search(each["title"]) for each in (*boxes, *choices))


def test_every_link_leads_to_its_source(hostile: str) -> None:
    for card in cards_of(hostile):
        addresses = [found[2] for text in reading.markdown(card) for found in LINKED.finditer(text)]
        assert all(each == SAFE or each.startswith(IN_TEAMS) for each in addresses)


def test_a_card_mentions_nobody_and_opens_nothing_by_itself(hostile: str) -> None:
    for card in cards_of(hostile):
        assert card.content["msteams"] == {"width": "Full"}
        assert {action["type"] for action in reading.actions(card)} <= {"Action.Execute", "Action.Submit"}


def test_nothing_unseen_is_shown(hostile: str) -> None:
    for card in cards_of(hostile):
        buttons = [node for node in reading.nodes(card.content) if node["type"].startswith(("Action.", "Input.Toggle"))]
        titles = [button[name] for button in buttons for name in ("title", "tooltip") if name in button]
        choices = [choice["title"] for each in reading.of_type(card, "Input.ChoiceSet") for choice in each["choices"]]
        for shown in (card.summary, card.content["fallbackText"], *titles, *choices, reading.words(card)):
            assert not UNSEEN.search(shown.replace("\n", " "))


def test_a_hostile_card_is_a_valid_card(hostile: str) -> None:
    for card in cards_of(hostile):
        assert reading.schema_errors(card) == []
        assert reading.size(card) < reading.LARGEST


def test_what_was_said_is_still_read(hostile: str) -> None:
    card = library.case(case_of(hostile), "sv")
    assert clean(hostile[:600]) in "\n".join(reading.literal(card))


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "HTTPS", "", " https://a.example"],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert link("Titel", url) == "Titel"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/x_(y)", "https://a.example/x_%28y%29"),
        ("https://a.example/x y", "https://a.example/x%20y"),
        ("https://a.example/x) [z](https://evil.example", "https://a.example/x%29%20%5Bz%5D%28https://evil.example"),
        ('https://a.example/"<b>', "https://a.example/%22%3Cb%3E"),
        ("https://a.example/?a=1&b=å#c", "https://a.example/?a=1&b=å#c"),
        ("http://a.example/\u202ex", "http://a.example/x"),
    ],
)
def test_an_address_cannot_leave_its_link(url: str, written: str) -> None:
    assert link("Titel [1]", url) == f"[Titel \\[1\\]]({written})"


def test_ordinary_text_is_left_alone() -> None:
    words = "Åre kommun (2024): 1 000 kr – ”ja” & 50 % #1 f.d. A/B, 👨‍👩‍👧 3-4"
    assert escape(words) == words


def test_a_short_text_keeps_its_beginning() -> None:
    assert short("Hållbar utveckling", 10) == "Hållbar u…"
    assert short("Hållbar  utveckling", 9) == "Hållbar…"
    assert short("Hållbar", 7) == "Hållbar"
