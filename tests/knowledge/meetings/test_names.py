"""What is written in the place of names."""

import pytest

from knowledge.meetings.names import Name, names_in, owners, parts, proper, shown, without

KARIN, EMELIE, ANDERS = Name("Karin Ek", "Leksand"), Name("Emelie Kroon", "Borås"), Name("Anders Lund", "Anders Lund")
NAMES = (KARIN, EMELIE, ANDERS)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("Karin Ek (Leksand)", "Leksand"),
        ("Karin Ek - Borås kommun", "Borås"),
        ("Karin Ek, Leksands kommun", "Leksand"),
        ("Karin Ek | Malung-Sälens kommun", "Malung-Sälen"),
        ("Šefika Begić (Mora)", "Mora"),
        ("Ek Anna | Leksand", "Leksand"),
        ("Karin Lund", "Karin Lund"),
        ("Karin Ek (Gäst)", "Karin Ek (Gäst)"),
        ("Per-Erik Dahlin", "Per-Erik Dahlin"),
    ],
)
def test_a_name_that_tells_its_municipality_is_written_as_that(said: str, instead: str) -> None:
    assert names_in([said, f" {said} "]) == (Name(said, instead),)


@pytest.mark.parametrize("said", ["", "alla", "Leksand", "Leksand och Mora kommun", "Vi som var med på mötet i går"])
def test_what_is_nobodys_name_is_none(said: str) -> None:
    assert names_in([said]) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Karin Ek skickar mallen.", "Leksand skickar mallen."),
        ("Karin skickar Karins mall.", "Leksand skickar Leksands mall."),
        ("Emelies lista", "Borås lista"),
        ("Karin och Emelie ringer Anders Lund.", "Leksand och Borås ringer Anders Lund."),
        ("Karins-mallen och Karinas", "Leksands-mallen och Karinas"),
        ("", ""),
    ],
)
def test_names_are_replaced_in_text(text: str, written: str) -> None:
    assert shown(text, NAMES) == written


PEOPLE = names_in(["Karin Ståhlberg (Leksand)", "Bo Falk (Mora)", "Per Ek (Orsa)", "Ros-Marie Åkesson (Rättvik)"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ståhlberg ringer.", "Leksand ringer."),
        ("Vi läser Ståhlbergs lista.", "Vi läser Leksands lista."),
        ("Då Ståhlberg ringde fick vi svar.", "Då Leksand ringde fick vi svar."),
        ("Eva Ståhlberg ringer.", "Eva Ståhlberg ringer."),
        ("Falk ringer.", "Mora ringer."),
    ],
)
def test_a_surname_alone_is_replaced_where_the_whole_name_is_known(text: str, written: str) -> None:
    assert shown(text, PEOPLE) == written


def test_a_surname_that_two_have_or_that_is_a_municipality_says_nothing() -> None:
    names = names_in(["Karin Ek (Leksand)", "Bo Ek (Mora)", "Anders Lund (Orsa)"])
    assert shown("Ek ringer Lunds kommun.", names) == "Ek ringer Lunds kommun."


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Per capita-kostnaden i Ekshärad", "Per capita-kostnaden i Ekshärad"),
        ("Bo bra hemma är temat", "Bo bra hemma är temat"),
        ("Vi räknade. Per år blir det lite.", "Vi räknade. Per år blir det lite."),
        ("Per ringer Trafikverket.", "Orsa ringer Trafikverket."),
        ("Per och Karin berättade.", "Orsa och Leksand berättade."),
        ("Bo berättade om vägen.", "Mora berättade om vägen."),
        ("Pers lista", "Orsas lista"),
        ("Vi frågar Bo om vägen.", "Vi frågar Mora om vägen."),
        ("Karin snart klar", "Leksand snart klar"),
        ("Per", "Orsa"),
    ],
)
def test_a_word_that_is_a_name_too_is_a_word_where_it_opens_a_sentence(text: str, written: str) -> None:
    assert shown(text, PEOPLE) == written


def test_a_first_name_that_two_have_says_nothing() -> None:
    names = (KARIN, Name("Karin Ståhl", "Mora"))
    assert shown("Karin ringer Karin Ståhl.", names) == "Karin ringer Mora."


def test_what_is_written_is_not_replaced_again() -> None:
    assert shown("Karin Ek", (Name("Karin Ek", "Bo"), Name("Bo Ek", "Falun"))) == "Bo"


def test_a_name_is_replaced_without_what_it_tells_of_itself() -> None:
    assert shown("Karin Ek ringer.", names_in(["Karin Ek (Mora)"])) == "Mora ringer."


def test_text_without_names_holds_no_part_of_them() -> None:
    assert (
        without("Karin Ek ringer Emelies chef i Leksand om Lunds plan.", parts(NAMES))
        == "N N ringer N chef i Leksand om N plan."
    )
    assert without("Ingen alls.", parts(())) == "Ingen alls."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Anna Svensson på länsstyrelsen vet. Tidigt är bra.", "N N på länsstyrelsen vet. Tidigt är bra."),
        ("Vi frågar Eva-Lena McDonald (Borås) och Bos chef.", "Vi frågar N N (Borås) och N chef."),
        ("Beslut: Skicka mallen till SBA, Mora och Leksand.", "Beslut: Skicka mallen till SBA, Mora och Leksand."),
        ("Då Per ringer vet vi. Per ringer i dag.", "Då N ringer vet vi. N ringer i dag."),
        ("”Tidigt” sa Annas kollega. Anna höll med.", "”Tidigt” sa N kollega. N höll med."),
        ("Anna höll med.", "Anna höll med."),
    ],
)
def test_what_is_written_as_a_name_inside_a_sentence_may_be_one(text: str, left: str) -> None:
    assert without(text, proper([text])) == left


@pytest.mark.parametrize(
    ("owner", "each"),
    [
        ("Jonas Wikner, Ulrika Sandgren", ["Jonas Wikner", "Ulrika Sandgren"]),
        ("Leksand och Mora", ["Leksand", "Mora"]),
        ("alla", ["alla"]),
        ("", []),
    ],
)
def test_several_may_do_something(owner: str, each: list[str]) -> None:
    assert owners(owner) == each
