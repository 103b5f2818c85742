"""A round of talks in a real client: called, joined by several, closed; a group proposed and agreed on."""

from playwright.sync_api import expect

from cards.people_actions import SaveProfile
from cards.round_actions import JoinRound, SeeRound, ShowRounds
from cards.texts import text
from tests.e2e.client import Client
from tests.e2e.others import Others, carried

SHOWN = -1  # the number of whom the Playground shows: Anna Bergström
COLLEAGUES = (
    {"home": "Falun", "role": "näringslivschef", "been_through": "bostäder,energi", "faces": "mark"},
    {"home": "Mora", "role": "planarkitekt", "been_through": "mark", "faces": "kompetens"},
)


def sv(key: str, **arguments: str | int) -> str:
    return text("sv", key, **arguments)


def test_a_round_is_called_joined_and_agreed_on(teams: Client, others: Others) -> None:
    thread = teams.channel().post("triader")
    expect(thread.newest).to_contain_text(sv("round-new"))
    thread.newest.get_by_role("button", name=sv("round-call")).click()
    called = teams.posted("Triadsamtal: vill du vara med?")
    called.click_for_more(sv("round-join"))
    called.choose("Avesta", sv("people-label-home"))
    called.newest.get_by_role("combobox", name=sv("people-label-faces")).click()
    called.page.get_by_role("menuitemcheckbox", name="energi", exact=True).click()
    called.page.keyboard.press("Escape")
    expect(called.click(sv("round-form-join"))).to_contain_text("Du är med.")

    round = carried(others.click(SHOWN, ShowRounds()), "close_round")["round"]
    for number, told in enumerate(COLLEAGUES):
        others.click(number, SaveProfile.model_validate(told))
        others.click(number, JoinRound(round=round))
    expect(teams.card("3 är med.")).to_be_visible()

    called.cards.first.get_by_role("button", name=sv("round-manage")).click()
    called.seen(3)
    called.click(sv("round-close"))
    called.newest.get_by_role("button", name=sv("round-close-yes")).click()
    news = teams.card(sv("round-news", size=3))
    news.get_by_role("button", name=sv("round-see-group")).click()
    proposal = teams.card("Varför ni?")
    expect(proposal).to_contain_text("Du står inför energi. Karin Hed har gått igenom det.")
    for number in range(len(COLLEAGUES)):
        others.press(number, others.click(number, SeeRound(round=round)), "accept_group")
    proposal.get_by_role("button", name=sv("triad-yes")).click()
    teams.posted(sv("triad-question"))
    expect(teams.card(sv("triad-times"))).to_contain_text("berättar,")


def test_who_has_met_whom(teams: Client) -> None:
    thread = teams.channel().post("triader")
    shown = thread.click(sv("round-coverage"))
    expect(shown).to_contain_text("Avesta:")
    thread.click(sv("round-back"))
    expect(thread.click(sv("round-protocol-edit"))).to_contain_text(sv("round-protocol"))
