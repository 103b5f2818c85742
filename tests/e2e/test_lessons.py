"""A lesson in a real client: told, seen, sent, approved and cited; and a question that the network answers."""

from playwright.sync_api import expect

from cards.texts import text
from tests.e2e.client import Client

DID = "Vi höll tre öppna bryggkvällar i Leksand innan planen ritades."


def sv(key: str, **arguments: str | int) -> str:
    return text("sv", key, **arguments)


def label(field: str) -> str:
    return sv("lesson-label", field=field)


def test_a_lesson_is_told_approved_and_cited(teams: Client) -> None:
    thread = teams.channel().post("bidra")
    thread.click(sv("lesson-door-open"))
    thread.fill(label("title"), "Bryggkvällar om vattnet")
    thread.fill(label("situation"), "Ett bolag ville ha 40 hektar vid sjön.")
    thread.fill(label("did"), DID)
    thread.choose("Leksand", label("home"))
    expect(thread.click(sv("lesson-preview"))).to_contain_text(DID)
    expect(thread.click(sv("lesson-send"))).to_contain_text("väntar nu på en processledare")
    tending = teams.channel().post("fall")
    tending.click(sv("curate-open"))
    expect(tending.newest).to_contain_text("Lärdomar som väntar på beslut")
    tending.click(sv("curate-look"))
    expect(tending.click(sv("review-read"))).to_contain_text(DID)
    expect(tending.click(sv("review-approved"))).to_contain_text("finns i fallbanken")
    answer = teams.channel().post("vad gjorde Leksand med bryggkvällarna?").newest
    expect(answer).to_contain_text("tre öppna bryggkvällar")
    expect(answer).to_contain_text("Bryggkvällar om vattnet, Leksand")


def test_the_network_is_asked_and_answers(teams: Client) -> None:
    thread = teams.channel().post("hur isolerar man taket på en gammal tvättstuga i Orsa?")
    expect(thread.click(sv("ask-keep"))).to_contain_text("postas i kanalen, utan ditt namn")
    question = teams.posted("En fråga till nätverket")
    question.click_for_more(sv("question-reply"))  # Teams opens a dialog; the simulator, which knows none, a message
    question.fill(sv("question-label-words"), "Vi lade 40 centimeter cellulosa på taket.")
    expect(question.click(sv("question-send"))).to_contain_text(sv("question-thanks"))
    expect(question.cards.first).to_contain_text("40 centimeter cellulosa")
    answered = thread.seen(2)
    expect(answered).to_contain_text("Svar från nätverket")
    expect(thread.click(sv("question-mark"))).to_contain_text("hade nytta av svaret")


def test_cases_about_the_same_are_merged(teams: Client) -> None:
    thread = teams.channel().post("fall ludvika")
    expect(thread.click(sv("merge-open"))).to_contain_text(sv("merge-what"))
    thread.choose("Avesta")
    preview = thread.click(sv("merge-see"))
    expect(preview).to_contain_text(sv("merge-preview"))
    expect(preview).to_contain_text(sv("merge-new"))
    expect(thread.click(sv("merge-yes"))).to_contain_text(sv("merge-done"))
    expect(thread.click(sv("curate-back"))).to_contain_text(text("sv", "curate-part", look="retired"))
    expect(teams.channel().post("fall avesta").newest).to_contain_text("Ludvika")
