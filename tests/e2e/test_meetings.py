"""A meeting summarised in a real client: pasted, ticked, published in the channel, asked about, followed up."""

import re
from pathlib import Path

from playwright.sync_api import expect

from cards.texts import text
from tests.e2e.client import CARD, Client

NOTES = """Träff om tillstånd
## Vad vi lärde
- Tidiga samråd sparar tid i tillståndsprövningen.
- Länsstyrelsen vill träffa bolaget före kommunen.
- En fast kontaktperson räcker långt.
- Kartor säger mer än ord.
- Grannarna vill höras i tid.
## Beslut
- Vi tar fram en gemensam checklista för första kontakten, högst två sidor.
- Utvärderingen kortas till tre frågor.
## Att göra
- Leksand skickar mallen för spelregler till alla, senast 20 mars
- Mora bokar lokal
## Öppna frågor
- Vem äger vägen till industriområdet?
## Vad vi prövar hemma
- Falun bjuder in grannarna före samrådet.
## Nästa träff
- 19 mars kl. 9–12 i Leksand. Tema: bostäder
"""
TRANSCRIPT = Path(__file__).parents[1] / "bench" / "transcripts" / "heldout1.vtt"
CHECKLIST = "Vi tar fram en gemensam checklista för första kontakten, högst två sidor."


def sv(key: str, **arguments: str) -> str:
    return text("sv", key, **arguments)


def test_notes_become_a_post_in_the_channel(teams: Client) -> None:
    expect(teams.channel().post("sammanfatta").newest).to_contain_text(sv("meeting-new-no-files"))
    chat = teams.personal()
    expect(chat.say("sammanfatta")).to_contain_text(sv("meeting-new-files"))
    chat.fill(sv("meeting-label-title"), "Träff om tillstånd")
    chat.fill(sv("meeting-label-words"), NOTES)
    draft = chat.click(sv("meeting-make"))
    expect(draft.get_by_label(CHECKLIST)).to_be_checked()
    draft.get_by_label("Utvärderingen kortas till tre frågor.").uncheck()
    draft.get_by_title(CHECKLIST).click()
    field = draft.locator("textarea:visible").filter(has_text="checklista")
    expect(field).to_have_value(CHECKLIST)
    field.fill("Vi tar fram en checklista för första kontakten på två sidor.")
    preview = chat.click(sv("meeting-preview"))
    expect(preview).to_contain_text("Vi tar fram en checklista för första kontakten på två sidor.")
    expect(preview).not_to_contain_text("Utvärderingen")
    expect(chat.click(sv("meeting-publish"))).to_contain_text(sv("meeting-published"))
    post = teams.channel().page.locator(CARD).filter(has_text=re.compile("^Träff om tillståndMötesanteckningar")).first
    expect(post).to_contain_text("Vem äger vägen till industriområdet?")
    expect(post).not_to_contain_text("Grannarna vill höras i tid.", use_inner_text=True)
    post.get_by_role("button", name=sv("meeting-more")).click()
    expect(post).to_contain_text("Grannarna vill höras i tid.", use_inner_text=True)
    expect(post.get_by_role("button", name=sv("meeting-more"))).to_be_hidden()
    teams.looks.save(teams.page, post)


def test_the_meeting_is_evaluated_under_its_post(teams: Client) -> None:
    expect(teams.personal().click(sv("evaluation-begin"))).to_contain_text(sv("evaluation-posted"))
    evaluation = teams.channel().page.locator(CARD).filter(has_text=re.compile(f"^{sv('evaluation-title')}")).first
    expect(evaluation).to_contain_text(sv("evaluation-usual-0"))
    teams.looks.save(teams.page, evaluation)
    evaluation.get_by_role("button", name=sv("poll-manage")).click()
    for title in ("poll-close", "poll-close-yes"):  # a channel has one evaluation at a time
        teams.page.get_by_role("button", name=sv(title), exact=True).last.click()
    expect(teams.page.get_by_role("button", name=sv("poll-close-yes"), exact=True)).to_have_count(0)


def test_what_was_decided_is_answered_and_followed_up(teams: Client) -> None:
    answer = teams.channel().post("vad beslutade vi om checklistan?")
    expect(answer.newest).to_contain_text("Vi tar fram en checklista för första kontakten på två sidor. [1]")
    expect(answer.newest).to_contain_text("Träff om tillstånd, nätverkets mötesanteckningar")
    expect(answer.click(sv("ask-read-more"))).to_contain_text("Vad vi prövar hemma")
    to_do = teams.channel().post("att göra")
    expect(to_do.newest).to_contain_text("Skickar mallen")
    to_do.newest.get_by_role("button", name=sv("to-do-mark")).first.click()
    expect(to_do.newest).to_contain_text("Markerat som klart")
    listed = teams.channel().post("möten")
    expect(listed.click(sv("meetings-open"))).to_contain_text(sv("meetings-post"))
    teams.looks.save(teams.page, listed.newest)
    choice = listed.click(sv("meetings-keep"))
    choice.get_by_label("Länsstyrelsen vill träffa bolaget före kommunen.").check()
    form = listed.click(sv("meetings-keep-next"))
    expect(form.get_by_label(sv("lesson-label", field="did"))).to_have_value(
        "Länsstyrelsen vill träffa bolaget före kommunen."
    )
    listed = teams.channel().post("Möten!")
    listed.click(sv("meetings-open"))
    expect(listed.click(sv("meetings-remove"))).to_contain_text(sv("meetings-remove-both"))


def test_a_transcript_becomes_suggestions_and_a_second_post(teams: Client) -> None:
    chat = teams.personal()
    expect(chat.newest).to_contain_text(sv("evaluation-posted"))
    chat.say("Sammanfatta!")  # within a minute the same words would be taken for the same message
    chat.fill(sv("meeting-label-title"), "Träff om elnät")
    chat.fill(sv("meeting-label-words"), TRANSCRIPT.read_text("utf-8"))
    draft = chat.click(sv("meeting-make"))
    expect(draft).to_contain_text(sv("meeting-draft-guessed"))
    boxes = draft.get_by_role("checkbox")
    expect(boxes.first).not_to_be_checked()
    boxes.first.check()
    teams.looks.save(teams.page, draft)
    chat.click(sv("meeting-later"))
    chat.click(sv("meeting-preview"))
    expect(chat.click(sv("meeting-publish"))).to_contain_text(sv("meeting-published"))


def test_notes_are_corrected_and_removed(teams: Client) -> None:
    chat = teams.personal()
    chat.say("möten")
    chat.click(sv("meetings-open"))
    draft = chat.click(sv("meetings-correct"))
    draft.get_by_label(sv("meeting-label-title")).fill("Träff om elnätet")
    chat.click(sv("meeting-preview"))
    expect(chat.click(sv("meeting-publish-again"))).to_contain_text(sv("meeting-republished"))
    post = teams.channel().page.locator(CARD).filter(has_text=re.compile("^Träff om elnätetMötesanteckningar"))
    expect(post.first).to_contain_text("rättad")
    teams.looks.save(teams.page, post.first)
    chat = teams.personal()
    expect(chat.newest).to_contain_text(sv("meeting-republished"))
    chat.say("Möten!")
    chat.click(sv("meetings-open"))
    chat.click(sv("meetings-remove"))
    expect(chat.click(sv("meetings-remove-keep"))).to_contain_text(sv("meetings-removed"))
