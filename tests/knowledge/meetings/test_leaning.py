"""Days that are told by another day: which of those named before is counted from, and what stands beside it."""

from datetime import date

import pytest

from knowledge.meetings.due import days, leans_on_next

TODAY = date(2026, 2, 12)  # a Thursday
NEXT_MEETING = date(2026, 3, 19)  # a Thursday


def read(before: str, text: str) -> list[str]:
    return sorted(str(each.date) for each in days(text, before, TODAY, NEXT_MEETING))


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        # a weekday before or after another day is not the coming one
        ("Dom möts den tredje mars", "Fredagen innan", "2026-02-27"),
        ("Vi är i Säter på tisdag", "Torsdagen efter.", "2026-02-19"),
        # said in other words beside it
        ("Valet är den tjugonde mars", "Fredagen före, den trettonde.", "2026-03-13"),
        ("", "Säg måndagen efter påsk då.", "2026-04-06"),
        ("", "Tisdagen efter pingst.", "2026-05-26"),
        # a weekday of the week before or after
        ("Säsongen slutar den första mars", "Veckan därpå, torsdagen.", "2026-03-05"),
        ("Lovet är vecka nio, det börjar den tjugotredje", "På tisdag veckan därpå.", "2026-03-03"),
        # counted from what it leans on, not from what was named last
        ("Nämnden möts den tredje mars. Utskottet är på tisdag", "Dagen efter nämnden.", "2026-03-04"),
        ("Vi säger onsdag den fjärde mars", "Dan efter då?", "2026-03-05"),
        ("Nationaldagen är en lördag i år", "Måndagen direkt efter.", "2026-06-08"),
        ("Stämman är den tjugonionde mars", "Dan efter så har jag den.", "2026-03-30"),
        ("Nämnden möts den tionde mars", "Jag skriver till er morgonen efter vad det blev.", "2026-03-11"),
        ("Enkäten stänger den sjunde mars", "Tre dagar efter att den har stängt.", "2026-03-10"),
        ("Nämnden möts den tionde mars", "Dagen efteråt får ni höra.", "2026-03-11"),
        ("Ledningen har möte på måndag", "Dagen efter mötet, på tisdag alltså.", "2026-02-17"),
        ("Skolan slutar den elfte juni", "En vecka efter den, då vet jag.", "2026-06-18"),
        ("Du får den i slutet av nästa vecka", "Say Friday.", "2026-02-20"),
        # where that is past, from the next meeting
        ("Han hittades på söndagen", "Man säger till en vecka före.", "2026-03-12"),
    ],
)
def test_a_day_leans_on_the_one_it_belongs_to(before: str, text: str, expected: str) -> None:
    assert read(before, text) == [expected]


def test_until_then_is_the_day_named_before_it_or_the_next_meeting() -> None:
    assert read("Licensen går ut den sista februari", "Jag har det fixat tills dess.") == ["2026-02-28", "2026-03-19"]
    assert read("", "Vi läser det till dess.") == ["2026-03-19"]
    assert read("Licensen går ut den sista februari", "Jag gör det dagen innan dess.") == ["2026-02-27"]


@pytest.mark.parametrize("text", ["Alla tar med den till Säter.", "Ta med era kartor.", "Du tar med ballongen."])
def test_what_is_brought_along_is_for_the_next_meeting(text: str) -> None:
    assert leans_on_next(text)
    assert read("", text) == ["2026-03-19"]


@pytest.mark.parametrize("text", ["Ta med allt.", "Jag tar med det till chefen."])
def test_what_is_only_taken_along_is_not(text: str) -> None:
    assert not leans_on_next(text)


def test_a_bare_day_is_of_the_month_that_was_named_last() -> None:
    assert read("Dom träffas den nionde april. Du får den i mars", "Den fjortonde ungefär.") == ["2026-03-14"]


def test_a_month_that_is_past_is_not_the_one_that_is_meant() -> None:
    assert read("Besiktning har jag väntat på sen i oktober", "Den tjugosjunde.") == ["2026-02-27"]


def test_a_weekday_is_the_day_of_that_name_which_was_named_before() -> None:
    assert read("Tisdagen den tredje mars? Eller onsdag den fjärde", "Onsdag passar mig.") == ["2026-03-04"]
    assert read("Tisdagen den tredje mars", "Onsdag passar mig.") == ["2026-02-18"]


@pytest.mark.parametrize("text", ["Vi bestämmer inget i dag.", "Samma tid som i dag.", "Det är inte bestämt idag."])
def test_what_is_not_to_be_today_is_beside_the_point(text: str) -> None:
    assert [each.aside for each in days(text, "", TODAY, NEXT_MEETING)] == [True]


def test_so_long_after_something_else_is_not_so_long_from_now() -> None:
    assert read("", "Ge mig en vecka från det att jag får den, alltså senast den tjugonde.") == ["2026-02-20"]
    assert read("", "Ge mig en vecka från nu.") == ["2026-02-19"]


def test_before_lunch_is_no_day_beside_one() -> None:
    assert read("", "Du får dom på måndag, före lunch.") == ["2026-02-16"]


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Jag träffar dem onsdag i nästa vecka. Så onsdagen har du svar", "Ja, onsdagen.", "2026-02-18"),
        ("Ni får den i slutet av nästa vecka", "Då har vi den på fredagen.", "2026-02-20"),
        ("Det blir före advent", "Senast fredag.", "2026-02-13"),
        ("Svaret har ni sista april. Vad är det för dag?", "Torsdag.", "2026-04-30"),
        (
            "Sista mars lovade jag. På onsdag är jag bortrest hela dagen",
            "Då blir det nog fredagen den veckan i stället.",
            "2026-02-20",
        ),
        ("På måndag ses vi. Konsulten säger vecka tolv", "Räkna med fredagen den veckan.", "2026-03-20"),
        ("Ni får den i slutet av nästa vecka", "På fredag ringer jag.", "2026-02-13"),
    ],
)
def test_a_weekday_is_the_one_they_speak_of(before: str, text: str, expected: str) -> None:
    assert read(before, text) == [expected]


def test_the_day_after_needs_nothing_after_it() -> None:
    assert read("De kommer hit den sjuttonde mars", "Då hör jag av mig dagen därpå och berättar.") == ["2026-03-18"]


def test_whoever_counts_from_a_day_may_know_then_or_come_back_with_it() -> None:
    assert read("De sammanträder den sjuttonde mars", "Dagen efter vet jag hur det gick.") == ["2026-03-18"]
    assert read("Vi möts den sjuttonde mars", "Ni hör av mig dagen efter med vad de sa.") == ["2026-03-18"]


def test_a_day_may_open_a_sentence_alone() -> None:
    assert read("Kan jag få till i mars?", "Tionde.") == ["2026-03-10"]
