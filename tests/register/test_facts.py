"""The register's files: complete, sourced, without contradictions that can be seen by counting."""

import csv
import re
from collections import Counter
from itertools import combinations

import pytest

from podium.register import RegisteredTenure, RegisterError, files, load
from podium.register.dates import first_day, last_day
from podium.register.office_kinds import office_kind

FILES = sorted(path.name for path in files.folder().glob("*.csv"))
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DATED = ("valid_from", "valid_until", "carrier_since", "seen", "date_from", "date_until", "since", "value")

# Anlage to the KomtrZV, number of authorised municipal carriers in each Land.
MUNICIPAL = {
    "Nordrhein-Westfalen": 18, "Hessen": 16, "Niedersachsen": 16, "Baden-Württemberg": 11, "Bayern": 10,
    "Brandenburg": 7, "Sachsen-Anhalt": 6, "Rheinland-Pfalz": 5, "Sachsen": 5, "Thüringen": 4, "Saarland": 3,
    "Schleswig-Holstein": 2, "Mecklenburg-Vorpommern": 1,
}  # fmt: skip


def test_404_jobcenters_of_which_104_are_municipal() -> None:
    current = [each for each in load().jobcenters if each.valid_until is None]
    assert len(current) == 404
    assert Counter(each.land for each in current if each.carrier_type == "zkT") == MUNICIPAL
    assert Counter(each.carrier_type for each in current) == {"gE": 300, "zkT": 104}


def test_municipal_jobcenters_are_those_of_the_authorised_carriers() -> None:
    register = load()
    authorised = {each.ags for each in register.municipal_carriers if each.status == "zugelassen"}
    assert {ags for each in register.jobcenters if each.carrier_type == "zkT" for ags in each.ags} == authorised
    since = {each.ags: each.valid_from for each in register.municipal_carriers if each.status == "zugelassen"}
    for each in register.jobcenters:
        if each.carrier_type == "zkT":
            assert each.arrangements[0].valid_from == since[each.ags[0]], each.row


def test_every_district_has_one_jobcenter_and_berlin_twelve() -> None:
    register = load()
    served = Counter(ags for each in register.jobcenters if each.valid_until is None for ags in each.ags)
    assert set(served) == {each.ags for each in register.districts if each.valid_until is None}
    assert {ags: count for ags, count in served.items() if count > 1} == {"11000": 12}


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"about.csv", "bundestag_members.csv"}])
def test_every_row_has_a_source(name: str) -> None:
    assert [row.where for row in files.rows(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("name", FILES)
def test_dates_are_dates_and_cells_are_clean(name: str) -> None:
    for row in files.rows(name):
        for column in DATED:
            for cell in files.several(row.get(column) or ""):
                if column != "value" or row["key"] == "as_of":
                    assert DATE.fullmatch(cell), (row.where, column)
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), (row.where, column)


@pytest.mark.parametrize("name", FILES)
def test_files_are_utf8_with_plain_line_ends_and_no_row_twice(name: str) -> None:
    text = (files.folder() / name).read_bytes().decode("utf-8")
    assert "\r" not in text and "\ufeff" not in text and text.endswith("\n")
    rows = list(csv.reader(text.splitlines()))
    assert [row for row, count in Counter(map(tuple, rows)).items() if count > 1] == []


def test_intervals_do_not_run_backwards() -> None:
    for tenure in load().tenures:
        if tenure.valid_from and tenure.valid_until:
            assert first_day(tenure.valid_from) <= last_day(tenure.valid_until), tenure.row


def test_iris_are_unique() -> None:
    register = load()
    for group in (
        (*register.organisations, *register.jobcenters), register.districts, register.tenures,
        register.instruments, register.series, register.editions,
    ):  # fmt: skip
        iris = Counter(each.iri for each in group)
        assert [iri for iri, count in iris.items() if count > 1] == []


def test_offices_belong_to_known_organisations() -> None:
    register = load()
    known = {each.iri for each in (*register.organisations, *register.jobcenters)}
    assert [each.row for each in register.tenures if each.organisation_iri not in known] == []


def test_parents_and_related_instruments_are_known() -> None:
    register = load()
    assert [o.row for o in register.organisations if o.parent and register.organisation(o.parent) is None] == []
    names = {each.name for each in register.instruments}
    assert {n for each in register.instruments for n in (each.broader, each.replaced_by) if n} <= names


def test_municipalities_of_districts_are_organisations() -> None:
    register = load()
    municipal = {each.iri for each in register.organisations if each.kind == "municipality"}
    assert {each.municipality for each in register.districts} <= municipal
    for jobcenter in register.jobcenters:
        assert set(jobcenter.carriers) <= {
            *municipal,
            "https://w3id.org/podium/id/organisation/bundesagentur-fuer-arbeit",
        }


def certain(tenure: RegisteredTenure) -> tuple[str, str] | None:
    """First and last day on which the tenure is certain."""
    start = tenure.valid_from or (tenure.seen[0] if tenure.seen else None)
    if start is None:
        return None
    if tenure.valid_until:
        return last_day(start), first_day(tenure.valid_until)
    end = load().as_of if tenure.open else (tenure.seen[-1] if tenure.seen else start)
    return last_day(start), first_day(end)


def test_no_two_persons_hold_a_seat_for_one() -> None:
    register = load()
    offices: dict[str, list[tuple[str, str, RegisteredTenure]]] = {}
    for tenure in register.tenures:
        days = certain(tenure)
        if register.seats(tenure) == 1 and days and days[0] < days[1]:
            offices.setdefault(tenure.office_iri, []).append((*days, tenure))
    assert offices
    for held in offices.values():
        for (a_from, a_until, a), (b_from, b_until, b) in combinations(held, 2):
            assert a_until <= b_from or b_until <= a_from, (a.row, b.row)


def test_shared_seats_are_listed() -> None:
    register = load()
    shared = {tenure.person for tenure in register.tenures if register.seats(tenure) == 2}
    assert {"Kathrin Sonnenholzner", "Michael Groß"} <= shared


def test_unverified_rows_say_so() -> None:
    register = load()
    assert register.organisation("Agentur für Arbeit Mainz").unverified  # type: ignore[union-attr]
    assert not register.organisation("BMAS").unverified  # type: ignore[union-attr]
    assert sum(each.unverified for each in register.jobcenters) == 5


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bundesministerin für Arbeit und Soziales", "bundesminister"),
        ("Bundesarbeitsminister", "bundesminister"),
        ("Sozialministerin", "landesminister"),
        ("Senatorin für Arbeit", "landesminister"),
        ("Parlamentarische Staatssekretärin", "staatssekretaer"),
        ("Staatsministerin bei der Bundesministerin für Arbeit und Soziales", "staatssekretaer"),
        ("Ministerpräsidentin", "regierungschef"),
        ("Bundeskanzler", "regierungschef"),
        ("Vizepräsident", "stellvertretung"),
        ("stellvertretende Vorsitzende", "stellvertretung"),
        ("Präsidentin", "praesident"),
        ("Vorstandsvorsitzender", "vorstandsvorsitz"),
        ("Vorsitzende des Vorstands", "vorstandsvorsitz"),
        ("Vorständin Ressourcen", "vorstand"),
        ("Vorsitzende der Geschäftsführung", "geschaeftsfuehrung"),
        ("Hauptgeschäftsführer", "geschaeftsfuehrung"),
        ("Vorsitzende", "vorsitz"),
        ("Abteilungsleiterin", "bereichsleitung"),
        ("Leiterin der Abteilung II", "bereichsleitung"),
        ("Jobcenterleiter", "leitung"),
        ("BA-Chefin", "leitung"),
        ("Oberbürgermeisterin", "buergermeister"),
        ("Landrätin", "landrat"),
        ("Pressesprecherin", "sprecher"),
        ("Beauftragte für Chancengleichheit", "beauftragter"),
        ("Bundestagsabgeordneter", "abgeordneter"),
        ("Professorin", "wissenschaft"),
        ("Fotograf", "sonstiges"),
    ],
)
def test_office_kind(title: str, kind: str) -> None:
    assert office_kind(title) == kind


def test_a_broken_file_is_named_with_its_line(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(files, "folder", lambda: tmp_path)
    (tmp_path / "x.csv").write_text("name,source\nA,here\nB\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"x\.csv:3: 1 cells, the header has 2"):
        list(files.rows("x.csv"))
    (tmp_path / "y.csv").write_text("name,source\nA,\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"y\.csv:2: 'source' is empty"):
        list(files.rows("y.csv", ("source",)))
    with pytest.raises(RegisterError, match="cannot be read"):
        list(files.rows("missing.csv"))
