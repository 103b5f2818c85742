"""Transcripts give candidates: what people promise, decide, learn and ask, in their own words."""

from datetime import date, time

import pytest

from knowledge.meetings.documents import read_text
from knowledge.meetings.model import Kind
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.understand import understand
from tests.knowledge.meetings.talks import EACH_PROMISE, SMALL_TALK, TODAY, only, talk


def test_candidates_are_guesses_with_a_quote_a_time_and_a_speaker() -> None:
    found = talk("Bo Falk: Jag skickar listan till er på måndag.")
    [action] = found.of(Kind.ACTION)
    assert not found.certain
    assert (action.speaker, action.quote) == ("Bo Falk", "Jag skickar listan till er på måndag.")
    assert action.at is not None
    assert action.worth > 0


@pytest.mark.parametrize(
    ("said", "owner", "due"),
    [
        ("Bo Falk: Jag skickar listan i morgon.", "Bo Falk", "2026-02-13"),
        ("Bo Falk: Jag kan höra av mig till Gävle.", "Bo Falk", None),
        ("Anna Ek: Kan du boka lokalen, Bo?\nBo Falk: Ja, det gör jag.", "Bo Falk", None),
        (
            "Anna Ek: Skulle du kunna räkna på det?\nBo Falk: Absolut.\n"
            "Anna Ek: När kan du vara klar?\nBo Falk: Den tjugonde.",
            "Bo Falk",
            "2026-02-20",
        ),
        ("Anna Ek: Bo, du får skriva in det i listan.", "Bo Falk", None),
        ("Anna Ek: Jag vill att alla lägger upp sin karta senast den sjätte mars.", "alla", "2026-03-06"),
        ("Bo Falk: I'll send the report to you by Friday, och det är allt.", "Bo Falk", "2026-02-13"),
        ("Anna Ek: Kan du ringa dom, Göran?\nSammanträdesrum 2: Ja, det gör jag.", "Göran", None),
        ("Sammanträdesrum 2: Gunilla här. Jag skickar rapporten.", "Gunilla", None),
        ("Sammanträdesrum 2: Jag skickar rapporten.", "Sammanträdesrum 2", None),
    ],
)
def test_an_action_has_who_and_when(said: str, owner: str, due: str | None) -> None:
    action = only(said, Kind.ACTION)
    assert (action.owner, action.due) == (owner, date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    "said",
    [
        "Anna Ek: Kan du boka lokalen?\nBo Falk: Nej, tyvärr.",
        "Bo Falk: Jag kan inte skicka listan.",
        "Bo Falk: Jag ska försöka vara kort.",
        "Bo Falk: Jag delar min skärm, ser ni den?",
        "Bo Falk: Får jag fråga en sak?",
        "Bo Falk: Vi skickade listan i höstas.",
    ],
)
def test_what_nobody_will_do_is_no_action(said: str) -> None:
    assert talk(said).of(Kind.ACTION) == ()


def test_an_action_belongs_to_the_last_who_took_it() -> None:
    action = only(
        "Bo Falk: Jag bokar lunchen med bolagen. Eller, kan inte du göra det i stället, Cia?\n"
        "Cia Lund: Jo, då gör jag det.",
        Kind.ACTION,
    )
    assert action.owner == "Cia Lund"


def test_an_action_that_is_taken_over_much_later_is_still_one() -> None:
    action = only(
        "Anna Ek: Vem skriver checklistan?\nBo Falk: Jag kan ta det.\nAnna Ek: Tack.\n"
        + SMALL_TALK * 5
        + "Bo Falk: Du, checklistan hinner jag inte med.\nAnna Ek: Kan någon annan ta den i stället?\n"
        "Cia Lund: Jag kan ta över den efter Bo.",
        Kind.ACTION,
    )
    assert action.owner == "Cia Lund"


def test_the_day_of_an_action_is_the_last_that_was_said() -> None:
    action = only("Bo Falk: Jag skickar listan den andra mars. Nej, den femte mars får det bli.", Kind.ACTION)
    assert action.due == date(2026, 3, 5)


def test_the_day_before_one_that_was_named_is_meant() -> None:
    said = "Anna Ek: Rapporten ska in den tjugonde.\nBo Falk: Jag skickar siffrorna till er, dagen innan."
    assert only(said, Kind.ACTION).due == date(2026, 2, 19)


def test_whoever_takes_it_over_says_by_when() -> None:
    action = only(
        "Bo Falk: Jag bokar lokalen den här veckan.\nAnna Ek: Du har mycket, Bo. Ska jag ta lokalen i stället?\n"
        "Bo Falk: Ja tack, gärna!\nAnna Ek: Då bokar jag den. Säg senast den sjätte.",
        Kind.ACTION,
    )
    assert (action.owner, action.due) == ("Anna Ek", date(2026, 3, 6))


def test_two_things_with_a_day_each_are_two_actions_however_close() -> None:
    found = talk("Bo Falk: Jag skickar mallen på måndag. Jag bokar bussen till Mora på tisdag.").of(Kind.ACTION)
    bus, template = sorted(found, key=lambda each: each.text)
    assert [template.due, bus.due] == [date(2026, 2, 16), date(2026, 2, 17)]
    [one] = talk("Bo Falk: Jag skriver anteckningar i dag. Ni har dom senast i morgon.").of(Kind.ACTION)
    assert one.due == date(2026, 2, 13)


def test_a_day_with_an_hour_is_the_meetings_rather_than_one_that_is_promised() -> None:
    found = talk(
        "Anna Ek: Nästa träff då. Torsdagen den nittonde mars, nio till tolv, är det någon som inte kan?\n"
        "Bo Falk: Jag kan.\nBo Falk: Jag skickar inbjudan den åttonde april."
    )
    assert found.next_meeting
    assert found.next_meeting.date == date(2026, 3, 19)


@pytest.mark.parametrize(
    "said",
    ["Då ses vi torsdag den nittonde mars, klockan nio.", "Träffen är alltså torsdag den nittonde mars, halv tio."],
)
def test_the_next_meeting_need_not_be_called_the_next(said: str) -> None:
    found = talk(f"Anna Ek: {said}").next_meeting
    assert found
    assert found.date == date(2026, 3, 19)


def test_until_next_time_is_the_day_of_the_next_meeting() -> None:
    action = only(
        "Bo Falk: Jag frågar juristen till nästa gång.\n"
        + SMALL_TALK * 3
        + "Anna Ek: Då tar vi nästa träff torsdag den nittonde mars.",
        Kind.ACTION,
    )
    assert action.due == date(2026, 3, 19)


def test_a_moved_meeting_is_at_the_new_day() -> None:
    meeting = talk(
        "Anna Ek: Och så nästa träff. Jag hade tänkt den artonde mars.\nBo Falk: Den artonde är dålig för mig.\n"
        "Anna Ek: Den nittonde då? Torsdag.\nBo Falk: Det går bra.\n"
        "Anna Ek: Då tar vi torsdag den nittonde mars, nio till tolv, i Leksand. Temat är bostäder."
    ).next_meeting
    assert meeting is not None
    assert (meeting.date, meeting.time) == (date(2026, 3, 19), time(9))
    assert (meeting.place, meeting.theme) == ("Leksand", "bostäder")


def test_without_a_word_of_a_next_meeting_there_is_none() -> None:
    assert talk("Bo Falk: Vi hade ett möte den femte mars.").next_meeting is None


def test_five_to_eight_sentences_tell_what_was_discussed_grouped_by_theme() -> None:
    said = "".join(
        f"{first}: Bostadsbolaget i kommun {number} bygger lägenheter med hyresrätt nära stationen i år.\n"
        f"{second}: Elnätet hos granne {number} saknar effekt för nya fabriker fram till nästa årtionde.\n"
        for number in range(20)
        for first, second in (("Bo Falk", "Cia Lund"), ("Dan Ås", "Eva Qvist"))
    )
    discussed = talk(said).of(Kind.DISCUSSED)
    themes = [each.theme for each in discussed]
    assert 5 <= len(discussed) <= 8
    assert {"bostäder", "energi"} <= {*themes}
    assert themes == sorted(themes, key=themes.index)


@pytest.mark.parametrize(
    ("opening", "later"),
    [
        ("Jag heter Eva och arbetar med vindkraftverk, vattendomar, bergtäkter och industrispår.", ""),
        ("", "Den fjärde juni ser vi på vindkraftverk, vattendomar, bergtäkter och industrispår."),
    ],
)
def test_who_is_there_and_when_they_do_things_is_not_what_was_discussed(opening: str, later: str) -> None:
    said = "".join(
        f"Bo Falk: Bostadsbolaget i kommun {number} bygger lägenheter med hyresrätt nära stationen i år.\n"
        f"Cia Lund: Elnätet hos granne {number} saknar effekt för nya fabriker fram till nästa årtionde.\n"
        for number in range(30)
    )
    asked = "Bo Falk: Är det vindkraftverk, vattendomar, bergtäkter och industrispår vi talar om?\n"
    found = talk(f"Eva Qvist: {opening or 'Hej.'}\n{said}Dan Ås: {later or 'Ja.'}\n{asked}{said}").of(Kind.DISCUSSED)
    assert not [each.text for each in found if each.speaker in ("Eva Qvist", "Dan Ås")]


def test_hesitation_and_stutter_are_left_out() -> None:
    action = only("Bo Falk: Eh, jag jag skickar liksom ut mallen till nån i Mora.", Kind.ACTION)
    assert action.text == "Skickar ut mallen till någon i Mora"


def test_a_transcript_without_times_is_understood_too() -> None:
    said = "Bo Falk: Elnätet saknar effekt för nya fabriker i hela länet fram till nästa årtionde.\n" * 3
    found = understand_transcript(
        read_text(SMALL_TALK * 4 + said + "Anna Ek: Jag skickar listan.\n"), TODAY, EACH_PROMISE
    )
    assert [each.at for each in found.of(Kind.ACTION)] == [None]
    assert found.of(Kind.DISCUSSED)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ek, Anna (Leksand)", "Anna Ek (Leksand)"),
        ("Anna Ek, Leksands kommun", "Anna Ek (Leksands kommun)"),
        ("Anna Ek, Leksand", "Anna Ek (Leksand)"),
        ("Begić, Šefika (Mora)", "Šefika Begić (Mora)"),
        ("Dahl, Øyvind", "Øyvind Dahl"),
    ],
)
def test_a_name_that_is_written_last_name_first_is_turned(written: str, name: str) -> None:
    said = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {written}>Jag skickar listan på fredag.</v>\n"
    [action] = understand(read_text(said), TODAY).of(Kind.ACTION)
    assert (action.owner, action.speaker) == (name, name)


def test_a_day_that_was_set_before_anybody_took_it_on_is_when_it_is_due() -> None:
    said = "Anna Ek: Rapporten ska in senast den tjugonde. Vem tar den?\nBo Falk: Jag skickar in den."
    assert only(said, Kind.ACTION).due == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("said", "owner", "due"),
    [
        (
            "Anna Ek: Nämnden har möte den sjunde maj. Kan du åka dit, Cia?\nCia Lund: Den sjunde är jag i Rom.\n"
            "Bo Falk: Jag kan åka. Jag skriver till er dagen efter.",
            "Bo Falk",
            "2026-05-08",
        ),
        ("Bo Falk: Den tolfte april har dom möte. Jag skriver till er den femtonde.", "Bo Falk", "2026-04-15"),
        ("Bo Falk: Den andra april är för sent. Jag skickar listan fredag den sjätte.", "Bo Falk", "2026-03-06"),
        (
            "Bo Falk: Bilderna fixar jag, jag har en kamera.\nAnna Ek: När då?\nBo Falk: Nästa helg.",
            "Bo Falk",
            "2026-02-22",
        ),
        (
            "Anna Ek: Kan du boka rummet till tisdag?\nBo Falk: Nej, men på torsdag kan jag göra det.",
            "Bo Falk",
            "2026-02-19",
        ),
        (
            "Anna Ek: Pelle, kan du ringa dom?\nKommunhuset Malung: Det gör jag direkt efter mötet.",
            "Pelle",
            "2026-02-12",
        ),
    ],
)
def test_owner_and_day_are_those_that_were_settled_on(said: str, owner: str, due: str) -> None:
    action = only(said, Kind.ACTION)
    assert (action.owner, action.due) == (owner, date.fromisoformat(due))
