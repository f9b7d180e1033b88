"""What the scorer takes for the same thing, and what it keeps apart."""

import pytest
from bench.equality import person_name, same_event, same_instrument, same_office, same_organisation


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Frau Dr. Eva Stein", "eva stein"),
        ("Prof. Dr. h. c. Karl Mustermann", "karl mustermann"),
        ("Dipl.-Ing. Jan Feld", "jan feld"),
        ("Eva Stein (MdB)", "eva stein mdb"),
        ("Martina Herr", "martina"),
        ("Eva  Lösch-Grün", "eva lösch-grün"),
    ],
)
def test_names_lose_titles(printed: str, name: str) -> None:
    assert person_name(printed) == name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bundesarbeitsminister", "Bundesminister für Arbeit und Soziales"),
        ("Bundesarbeitsministerin", "Arbeitsminister"),
        ("Arbeits- und Sozialministerin", "Sozialminister"),
        ("Ministerpräsidentin", "Ministerpräsident"),
        ("Vize-Präsidentin", "Vizepräsident"),
        ("stellvertretender Vorsitzender", "stellv. Vorsitzende"),
        ("OB", "Oberbürgermeisterin"),
        ("BA-Vorstandsvorsitzende", "Vorstandsvorsitzende"),
        ("Jobcenterleiter", "Leiter"),
        ("ehemalige Bundesministerin", "Bundesministerin"),
        ("Landrätin", "Landrat"),
        ("Vorsitzende der Geschäftsführung", "Vorsitzender der Geschäftsführung"),
    ],
)
def test_same_office(a: str, b: str) -> None:
    assert same_office(a, b)
    assert same_office(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ministerpräsident", "Minister"),
        ("Bundesarbeitsminister", "Bundesfamilienministerin"),
        ("Bundesarbeitsminister", "Landesarbeitsminister"),
        ("Vizepräsident", "Präsident"),
        ("stellvertretende Vorsitzende", "Vorsitzende"),
        ("Oberbürgermeister", "Bürgermeister"),
        ("Hauptgeschäftsführer", "Geschäftsführer"),
        ("Generalsekretär", "Staatssekretär"),
        ("Ehrensenator", "Senator"),
    ],
)
def test_other_office(a: str, b: str) -> None:
    assert not same_office(a, b)
    assert not same_office(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Agentur für Arbeit Landau", "Arbeitsagentur Landau", True),
        ("Job-Center Köln", "Jobcenter Köln", True),
        ("Jobcenter Köln", "Jobcenter Bonn", False),
        ("Deutscher Landkreistag", "Deutschen Landkreistages", True),
        ("ver.di", "Verdi", True),
        ("Land NRW", "Land Nordrhein-Westfalen", True),
        ("Caritas", "Diakonie", False),
    ],
)
def test_organisations(a: str, b: str, same: bool) -> None:
    assert same_organisation(a, b) is same
    assert same_organisation(b, a) is same


def test_events() -> None:
    assert same_event("Tag der Jobcenter 2023", "Tag der Jobcenter")
    assert not same_event("4. Tag der Optionskommunen", "5. Tag der Optionskommunen")
    assert not same_event("Sommerfest", "Pressekonferenz")


def test_instruments_have_several_forms() -> None:
    assert same_instrument("SGB II | Zweites Buch Sozialgesetzbuch", "des Zweiten Buches Sozialgesetzbuch") is True
    assert same_instrument("SGB II", "SGB III") is False
