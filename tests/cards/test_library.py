"""A case turned page by page loses nothing; the list opens what is chosen in it."""

from cards import library
from cards.actions import ListCases, OpenCase, ShowAnswer, decode
from cards.card import Card
from knowledge.library.catalogue import shipped
from knowledge.library.model import Case
from tests.cards import reading
from tests.cards.samples import BYARNA, CASES, HOUSING, NORRBY, SECRET, a_case


def pages(case: Case) -> list[Card]:
    """Every page of a case, turned to with the button of the one before."""
    cards = [library.case(case, "sv")]
    while later := [turn for turn in turns(cards[-1]) if turn.page == len(cards)]:
        cards.append(library.case(case, "sv", page=later[0].page))
    return cards


def turns(card: Card) -> list[OpenCase]:
    decoded = [decode(action["data"]) for action in reading.actions(card)]
    return [action for action in decoded if isinstance(action, OpenCase)]


def test_every_statement_stands_on_one_page() -> None:
    for case in shipped():
        shown = [text for card in pages(case) for text in reading.literal(card)]
        for passage in case.passages:
            assert sum(passage.text in text for text in shown) >= 1, passage.id


def test_a_page_is_not_longer_than_one_reads() -> None:
    assert [sum("[" in text for text in reading.literal(card)) for card in pages(NORRBY)] == [3, 8, 10, 3]


def test_every_mark_has_its_source_on_the_page() -> None:
    for case in shipped():
        for card in pages(case):
            numbers = {line.split("\\.")[0] for line in reading.markdown(card) if line[0].isdigit()}
            marks = {mark.strip("[]") for text in reading.literal(card) for mark in text.split() if is_mark(mark)}
            assert numbers == marks


def is_mark(word: str) -> bool:
    return word.startswith("[") and word.endswith("]") and word[1:-1].isdigit()


def test_a_page_turns_both_ways_and_keeps_the_answer() -> None:
    card = library.case(NORRBY, "sv", page=1, answer_id="svar")
    back = [decode(action["data"]) for action in reading.actions(card)]
    expected = [OpenCase(case="norrby", answer="svar", page=page) for page in (0, 2)]
    assert back == [*expected, ShowAnswer(answer="svar")]


def test_a_case_opened_from_the_list_leads_back_to_it() -> None:
    [back] = reading.actions(library.case(HOUSING, "sv"))
    assert decode(back["data"]) == ListCases()


def test_a_page_that_is_no_more_is_the_last() -> None:
    assert library.case(NORRBY, "sv", page=100) == pages(NORRBY)[-1]


def test_a_confidential_case_says_so_on_every_page(language: str) -> None:
    word = {"sv": "Ej offentlig", "en": "Confidential"}[language]
    assert word in reading.words(library.case(SECRET, language))
    assert word not in reading.words(library.case(NORRBY, language))


def test_what_is_chosen_is_opened() -> None:
    card = library.cases(CASES, "sv")
    [opening] = reading.actions(card)
    [choosing] = reading.of_type(card, "Input.ChoiceSet")
    for choice in choosing["choices"]:
        assert decode({**opening["data"], choosing["id"]: choice["value"]}) == OpenCase(case=choice["value"])


def test_themes_come_last_in_the_list() -> None:
    [choosing] = reading.of_type(library.cases(tuple(reversed(CASES)), "sv"), "Input.ChoiceSet")
    names = [each["title"].split()[0] for each in choosing["choices"]]
    assert names == ["Industribyn", "Norrby", "Söderby", "Bostäder"]


def test_the_list_is_in_swedish_order() -> None:
    places = ("Örby", "Ärla", "Zinkgruvan", "Åby")
    card = library.cases([a_case(place, place, municipalities=(place,)) for place in places], "sv")
    [choosing] = reading.of_type(card, "Input.ChoiceSet")
    assert [each["title"] for each in choosing["choices"]] == ["Zinkgruvan", "Åby", "Ärla", "Örby"]
    assert "Zinkgruvan, Åby, Ärla, Örby" in reading.literal(card)


def test_the_overview_names_municipality_phase_and_theme() -> None:
    shown = reading.literal(library.cases(CASES, "sv"))
    assert "Norrby, Söderby, Västerby (Industribyn), Österby (Industribyn)" in shown
    assert "förfrågan: Industribyn" in shown
    assert "bostäder (1), mark (3)" in shown


def test_a_narrowed_list_tells_the_cases_apart() -> None:
    card = library.cases((BYARNA, NORRBY), "sv", word="mark")
    assert "2 fall och teman som rör ”mark”" in reading.markdown(card)
    assert "Norrby – en fabrik som dröjde · Norrby · skede: bygge" in reading.literal(card)
