"""What a button carries comes back as the action it was, and anything else is refused."""

import pytest

from cards.actions import (
    Action,
    AnswerQuestion,
    Ask,
    BadAction,
    ItIsThere,
    KeepQuestion,
    ListCases,
    ListTroubles,
    OpenCase,
    PostAgain,
    Rate,
    ShowAnswer,
    decode,
    execute,
    opening,
)
from cards.meeting_actions import (
    CorrectMeeting,
    DiscardDraft,
    DraftSummary,
    ListActions,
    ListDrafts,
    ListMeetings,
    MarkAction,
    OpenDraft,
    OpenMeeting,
    PublishDraft,
    RemoveMeeting,
    SaveDraft,
    Then,
)

ACTIONS = (
    Ask(example="risk"),
    ListCases(in_place=False),
    OpenCase(case="ludvika", answer="svar", page=3),
    ShowAnswer(answer="svar"),
    Rate(answer="svar", helped=False),
    KeepQuestion(answer="svar"),
    ListTroubles(network="19:nät"),
    PostAgain(network="19:nät", post="inlägg"),
    ItIsThere(network="19:nät", post="inlägg"),
    DraftSummary(title="Träff", held="2026-03-05", words="Beslut"),
    OpenDraft(draft="utkast", page=2),
    ListDrafts(),
    SaveDraft(draft="utkast", page=1, then=Then.LATER),
    PublishDraft(draft="utkast", seen="1"),
    DiscardDraft(draft="utkast", sure=True),
    ListMeetings(page=2),
    OpenMeeting(meeting="möte", page=2),
    CorrectMeeting(meeting="möte"),
    RemoveMeeting(meeting="möte", sure=True, post=True),
    ListActions(digest="utskick", page=2),
    MarkAction(meeting="möte", action="4", done=True, digest="utskick", page=2),
)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.verb)
def test_a_button_brings_back_its_action(action: Action) -> None:
    button = execute("Knapp", action)
    assert decode(button["data"]) == action
    assert decode(button["fallback"]["data"]) == action
    assert button["verb"] == action.verb


def test_a_button_that_opens_a_dialog_brings_back_its_action() -> None:
    action = AnswerQuestion(question="fråga")
    assert decode(opening("Svara", action)["data"]) == action


def test_an_input_fills_in_what_the_button_leaves_out() -> None:
    button = execute("Öppna", OpenCase(case="ludvika"), filled_in=("case",))
    assert decode({**button["data"], "case": "vansbro"}) == OpenCase(case="vansbro")
    assert "case" not in button["fallback"]["data"]


@pytest.mark.parametrize(
    "data",
    [
        None,
        "open_case",
        {},
        {"verb": "vote"},
        {"verb": "open_case"},
        {"verb": "open_case", "case": ""},
        {"verb": "open_case", "case": "x" * 201},
        {"verb": "open_case", "case": ["ludvika"]},
        {"verb": "open_case", "case": "ludvika", "page": -1},
        {"verb": "open_case", "case": "ludvika", "page": 101},
        {"verb": "rate", "answer": "svar"},
        {"verb": "save_draft", "draft": "utkast"},
        {"verb": "publish_draft", "draft": "utkast"},
        {"verb": "save_draft", "draft": "utkast", "then": "elsewhere"},
        {"verb": "draft_summary", "words": "x" * 100_001},
        {"verb": "rate", "answer": "svar", "helped": "kanske"},
    ],
)
def test_what_no_button_of_ours_carries_is_refused(data: object) -> None:
    with pytest.raises(BadAction):
        decode(data)


def test_a_draft_brings_back_as_many_fields_as_it_has() -> None:
    button = execute("Spara", SaveDraft(draft="utkast", then=Then.CLOSE))
    action = decode({**button["data"], "tick-1": "true", "text-1": "Ny text", "msteams": {"type": "invoke"}})
    assert isinstance(action, SaveDraft)
    assert action.filled_in == {"tick-1": "true", "text-1": "Ny text"}


def test_what_a_client_adds_is_passed_over() -> None:
    assert decode({"verb": "ask", "example": "risk", "msteams": {"type": "invoke"}}) == Ask(example="risk")
