"""Finding things by the names the press gives them; hard cases are rows of the CSV files beside this one."""

import csv
from pathlib import Path

import pytest

from podium.register import Register, load

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def register() -> Register:
    return load()


@pytest.mark.parametrize("case", cases("jobcenter_names.csv"), ids=lambda case: case["written"])
def test_jobcenter(register: Register, case: dict[str, str]) -> None:
    found = register.jobcenter(case["written"])
    assert (found.name if found else "") == case["jobcenter"]
    assert (register.carrier_type(found, "2024-05") if found else None) == (case["carrier_type"] or None)


def test_every_jobcenter_is_found_by_its_own_name(register: Register) -> None:
    assert [each.name for each in register.jobcenters if register.jobcenter(each.name) is not each] == []


@pytest.mark.parametrize(
    ("name", "date", "form"),
    [
        ("Jobcenter Köln", "2021-04-28", "gE"),
        ("Jobcenter Köln", "2010-06", None),  # an Arbeitsgemeinschaft, which the register does not list
        ("Jobcenter Wuppertal", "2012", "zkT"),
        ("Jobcenter Wuppertal", "2011-12-31", None),
        ("Jobcenter Kreis Coesfeld", "2006-01-01", "zkT"),
        ("Jobcenter Hanau", "2025-12-31", None),  # founded on 2026-01-01
        ("Jobcenter Hanau", "2026-03", "gE"),
        ("Jobcenter Mecklenburgische Seenplatte-Nord", "2020", "gE"),
        ("Jobcenter Mecklenburgische Seenplatte-Nord", "2026-02", None),  # merged at the end of 2025
        ("Jobcenter Entenhausen", "2021", None),
    ],
)
def test_carrier_type_on_a_date(register: Register, name: str, date: str, form: str | None) -> None:
    assert register.carrier_type(name, date) == form


@pytest.mark.parametrize("case", cases("holders.csv"), ids=lambda case: " ".join(case.values()))
def test_holders(register: Register, case: dict[str, str]) -> None:
    found = register.holders(case["title"], case["date"], case["organisation"] or None)
    assert sorted(tenure.person for tenure in found) == sorted(filter(None, case["holders"].split("|")))


def test_tenure_needs_no_certainty_but_no_contradiction(register: Register) -> None:
    person = "https://w3id.org/podium/id/person/felix-baumeier"
    day_after = register.tenure(person, "Geschäftsführer", "2021-04-28", "Jobcenter Landkreis Leipzig")
    assert day_after is not None and day_after.seen == ("2021-04-27",)
    minister = "https://w3id.org/podium/id/person/hubertus-heil"
    assert register.tenure(minister, "Bundesminister", "2021-04-28", "BMAS") is not None
    assert register.tenure(minister, "Bundesminister", "2017-04-28", "BMAS") is None


@pytest.mark.parametrize(
    ("name", "date", "found"),
    [
        ("BMAS", None, "Bundesministerium für Arbeit und Soziales"),
        ("bundesministerium fuer arbeit und soziales", None, "Bundesministerium für Arbeit und Soziales"),
        ("Bundesarbeitsministerium", "1999", "Bundesministerium für Arbeit und Sozialordnung"),
        ("Bundesarbeitsministerium", "2021-04-28", "Bundesministerium für Arbeit und Soziales"),
        ("Bundesfamilienministerium", "2024", "Bundesministerium für Familie, Senioren, Frauen und Jugend"),
        ("Bundesfamilienministerium", "2026", "Bundesministerium für Bildung, Familie, Senioren, Frauen und Jugend"),
        ("BA", None, "Bundesagentur für Arbeit"),
        ("BA", "2003-05", "Bundesanstalt für Arbeit"),
        ("ba", None, None),  # the case of an abbreviation counts
        ("Städtetag", None, "Deutscher Städtetag"),
        ("ver.di", None, "Vereinte Dienstleistungsgewerkschaft"),
        ("IG Metall", None, "Industriegewerkschaft Metall"),
        ("Grüne", None, "Bündnis 90/Die Grünen"),
        ("Regionaldirektion Bayern", None, "Regionaldirektion Bayern der Bundesagentur für Arbeit"),
        ("Arbeitsagentur Köln", None, "Agentur für Arbeit Köln"),
        ("Landkreis Leipzig", None, "Landkreis Leipzig"),
        ("Stadt Leipzig", None, "Stadt Leipzig"),
        ("Brandenburg", None, "Brandenburg"),
        ("Bundesstadt Bonn", None, "Stadt Bonn"),
        ("Ministerium für Zauberei", None, None),
    ],
)
def test_organisation(register: Register, name: str, date: str | None, found: str | None) -> None:
    organisation = register.organisation_on(name, date) if date else register.organisation(name)
    assert (organisation.name if organisation else None) == found


@pytest.mark.parametrize(
    ("series", "date", "published", "day"),
    [
        ("Tag der Jobcenter", None, "2021-04-28", "2021-04-27"),
        ("Tag der Jobcenter", None, "2022-09-16", "2022-09-15"),
        ("Tag der Jobcenter", None, "2023-10-01", "2023-11-07"),  # announced
        ("Tag der Jobcenter", None, "2022-01-10", None),  # none within sixty days
        ("Tag der Jobcenter", None, "2021", None),  # a year says too little
        ("Tag der Jobcenter", "2021", None, "2021-04-27"),
        ("Tag der Jobcenter", "2017-05-09", "2017-05-09", "2017-05-09"),
        ("Tag der Jobcenter", "2017-05-10", "2017-05-09", None),
        ("ASMK", None, "2019-11-28", "2019-11-27"),
        ("Tag der offenen Tür", None, "2021-04-28", None),
    ],
)
def test_edition(register: Register, series: str, date: str | None, published: str | None, day: str | None) -> None:
    found = register.edition(series, date, published)
    assert (found.date_from if found else None) == day


def test_persons(register: Register) -> None:
    (heil,) = register.person("Hubertus Heil")
    assert (heil.iri, heil.gender, heil.party, heil.origin) == (
        "https://w3id.org/podium/id/person/hubertus-heil", "m", "SPD", "office",
    )  # fmt: skip
    assert [each.origin for each in register.person("Jutta Rump")] == ["participant"]
    assert [each.gender for each in register.person("Rita Süssmuth")] == ["f"]
    assert len(register.person("Michael Müller")) == 2  # a head of a jobcenter and a mayor of Berlin
    assert register.person("Erika Mustermann") == ()


def test_place_names(register: Register) -> None:
    places = register.place_names()
    assert {"Köln", "Leipzig", "Hamm", "Halle", "Frankfurt (Oder)", "Brandenburg", "Siegen-Wittgenstein"} <= places
    assert not {"Heil", "Scheele", "Jobcenter"} & places
