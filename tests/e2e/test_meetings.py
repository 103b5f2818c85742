"""A meeting summarised in a real client: pasted, ticked, published in the channel, asked about, followed up."""

import re

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
CHECKLIST = "Vi tar fram en gemensam checklista för första kontakten, högst två sidor."


def sv(key: str) -> str:
    return text("sv", key)


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
    expect(listed.click(sv("meetings-remove"))).to_contain_text(sv("meetings-remove-both"))
