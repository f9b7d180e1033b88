"""Persons, jobcenters, events, instruments: found by name, shown in notebooks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import podium
from podium.library.names import AmbiguousName, UnknownName


@pytest.fixture(scope="module")
def facts() -> Iterator[podium.Graph]:
    """A graph without a release: what the register knows."""
    with podium.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Köln", "Jobcenter Köln"),
        ("Jobcenter Köln", "Jobcenter Köln"),
        ("koeln", "Jobcenter Köln"),
        ("id:organisation/jobcenter-koeln", "Jobcenter Köln"),
        ("https://w3id.org/podium/id/organisation/jobcenter-koeln", "Jobcenter Köln"),
        ("StädteRegion Aachen", "Jobcenter StädteRegion Aachen"),
    ],
)
def test_a_jobcenter_goes_by_name_place_or_iri(facts: podium.Graph, typed: str, name: str) -> None:
    assert facts.jobcenter(typed).name == name


def test_the_type_of_carrier_comes_from_the_register(facts: podium.Graph) -> None:
    assert facts.jobcenter("Köln").carrier_type == "gE"
    assert facts.jobcenter("Jobcenter Stuttgart").carrier_type == "zkT"
    stuttgart = facts.jobcenter("Jobcenter Stuttgart").carriers()
    assert stuttgart.loc[stuttgart["carrier_type"] == "zkT", "from"].dt.year.to_list() == [2012]


def test_an_unknown_name_is_an_error_that_helps(graph: podium.Graph) -> None:
    with pytest.raises(UnknownName, match=r"No person is called 'Hubertus Hail'; did you mean 'Hubertus Heil'\?"):
        graph.person("Hubertus Hail")
    with pytest.raises(UnknownName, match="knows no person"):
        graph.person("id:person/niemand")
    with pytest.raises(UnknownName, match="No jobcenter is called 'Atlantis'"):
        graph.jobcenter("Atlantis")


def test_an_ambiguous_name_lists_the_candidates(facts: podium.Graph) -> None:
    with pytest.raises(AmbiguousName) as error:
        facts.organisation("Agentur für Arbeit Nord")
    names = [name for _, name in error.value.candidates]
    assert len(names) > 1
    assert all("Nord" in name for name in names)
    for iri, name in error.value.candidates[:10]:
        assert f"{name}  <{iri}>" in str(error.value)


def test_a_series_is_meant_by_its_name_and_an_edition_by_its_year(graph: podium.Graph) -> None:
    series, edition = graph.event("Tag der Jobcenter"), graph.event("Tag der Jobcenter 2021")
    assert series.is_series and not edition.is_series
    # One edition is called as the series is in a release; the name means the series all the same.
    assert graph.event("Tag der kommunalen Jobcenter").is_series
    assert edition in series.editions
    assert [event.date for event in series.editions] == sorted(event.date or "" for event in series.editions)
    assert edition.date == "2021-04-27"
    assert "Hubertus Heil" in set(edition.speakers()["speaker_name"])
    assert set(edition.speakers()["contribution"]) < set(series.speakers()["contribution"])


def test_a_person_has_offices_roles_contributions_and_quotations(graph: podium.Graph) -> None:
    heil = graph.person("Heil")
    assert heil.gender == "m"
    offices = heil.offices()
    assert (offices["organisation_name"] == "Bundesministerium für Arbeit und Soziales").any()
    assert {"Bundesminister"} <= set(heil.roles()["title"])
    assert (heil.contributions()["speaker"] == heil.iri).all()
    assert heil.quotes()["form"].eq("direct").all()
    assert repr(heil) == "Person('Hubertus Heil', 'id:person/hubertus-heil')"
    assert heil == graph.person("Hubertus Heil")


def test_an_instrument_has_its_legal_basis_and_who_spoke_about_it(graph: podium.Graph) -> None:
    assert graph.instrument("Bürgergeld").legal_basis
    assert len(graph.instrument("Bürgergeld").spoken_about()) > 0
    assert graph.instrument("Bürgergeld").over_time()["year"].notna().all()


def test_notebooks_show_name_facts_and_first_rows(graph: podium.Graph, facts: podium.Graph) -> None:
    html = graph.person("Heil")._repr_html_()
    assert "<b>Hubertus Heil</b>" in html
    assert "Offices by the register" in html and "Contributions" in html
    assert re.search(r"… and \d+ more", html)
    assert "Trägerform: gE" in graph.jobcenter("Köln")._repr_html_()
    assert "Editions" in graph.event("Tag der Jobcenter")._repr_html_()
    assert "legal basis: §§ 95–109 SGB III" in graph.instrument("Kurzarbeitergeld")._repr_html_()
    assert "No release speaks of it" in facts.instrument("Kurzarbeitergeld")._repr_html_()


def test_what_a_release_calls_itself_is_shown_as_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>"
    (tmp_path / "a.md").write_text(
        f"---\ntitle: '{hostile}'\npublished: 2021-04-28\n---\n"
        f"„{hostile} Das hilft“, sagte Bundesminister Hubertus Heil beim Tag der Jobcenter 2021 über Bürgergeld.\n",
        encoding="utf-8",
    )
    with podium.open() as graph:
        graph.ingest(tmp_path)
        reading = podium.read((tmp_path / "a.md").read_text(encoding="utf-8"), title=hostile)
        shown = [
            graph.person("Heil"), graph.event("Tag der Jobcenter 2021"), graph.explain("Hubertus Heil"), reading,
            graph.ask.quotes_of_person(), graph.ask.releases_of_publisher(), reading.table(),
        ]  # fmt: skip
        pages = [str(one._repr_html_()) for one in shown]
    assert sum("&lt;script&gt;" in page for page in pages) >= 5
    assert not any("<script" in page for page in pages)
