"""The graph of the register."""

from collections import Counter

import pytest
from pyoxigraph import BlankNode, Literal, Quad, Store

from podium.register import load
from podium.triples.register import register_quads
from podium.triples.terms import REGISTER_GRAPH, date, decimal, german, integer, node, pod

PREFIXES = """
PREFIX pod: <https://w3id.org/podium/ontology#>
PREFIX id: <https://w3id.org/podium/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
"""


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(register_quads(load()))


@pytest.fixture(scope="module")
def store(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(PREFIXES + query, use_default_graph_as_union=True)
    return [tuple(term.value if term is not None else "" for term in row) for row in found]  # type: ignore[union-attr]


def test_all_in_one_graph_without_blank_nodes(quads: list[Quad]) -> None:
    assert {quad.graph_name for quad in quads} == {REGISTER_GRAPH}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_nothing_is_said_twice(quads: list[Quad]) -> None:
    assert [quad for quad, count in Counter(quads).items() if count > 1] == []


def test_two_runs_are_the_same(quads: list[Quad]) -> None:
    assert list(register_quads(load())) == quads


def test_every_thing_has_one_label_source_and_row(store: Store) -> None:
    kinds = "pod:Organisation pod:District pod:CarrierArrangement pod:Tenure pod:Instrument pod:EventSeries pod:Event"
    query = """SELECT ?thing WHERE { VALUES ?kind { %s } ?thing a ?kind
        OPTIONAL { ?thing rdfs:label ?label } OPTIONAL { ?thing dcterms:source ?source }
        OPTIONAL { ?thing pod:registerRow ?row } }
        GROUP BY ?thing
        HAVING (COUNT(DISTINCT ?label) != 1 || COUNT(DISTINCT ?source) != 1 || COUNT(DISTINCT ?row) != 1)"""
    assert rows(store, query % kinds) == []


def test_carriers_of_a_joint_facility_and_of_a_municipal_jobcenter(store: Store) -> None:
    query = """SELECT ?type ?carrier WHERE { ?jobcenter rdfs:label "%s"@de ; pod:currentArrangement ?arrangement .
        ?arrangement a ?type ; pod:carrier/rdfs:label ?carrier
        FILTER(?type != pod:CarrierArrangement) } ORDER BY ?carrier"""
    ontology = "https://w3id.org/podium/ontology#"
    assert rows(store, query % "Jobcenter Köln") == [
        (ontology + "JointFacilityArrangement", "Bundesagentur für Arbeit"),
        (ontology + "JointFacilityArrangement", "Stadt Köln"),
    ]
    assert rows(store, query % "Kommunales Jobcenter Landkreis Leipzig") == [
        (ontology + "MunicipalArrangement", "Landkreis Leipzig")
    ]


def test_a_municipal_jobcenter_is_a_unit_of_its_kommune_and_a_joint_facility_of_nobody(store: Store) -> None:
    query = 'SELECT ?parent WHERE { ?j rdfs:label "%s"@de ; org:subOrganizationOf/rdfs:label ?parent }'
    assert rows(store, query % "Kommunales Jobcenter Landkreis Leipzig") == [("Landkreis Leipzig",)]
    assert rows(store, query % "Jobcenter Köln") == []


def test_404_current_arrangements(store: Store) -> None:
    assert rows(store, "SELECT (COUNT(*) AS ?n) WHERE { ?j pod:currentArrangement ?a }") == [("404",)]


def test_a_beginning_is_stated_only_where_a_source_states_it(store: Store) -> None:
    query = 'SELECT ?from WHERE { ?a pod:ofJobcenter/rdfs:label "%s"@de OPTIONAL { ?a pod:from ?from } }'
    assert rows(store, query % "Jobcenter Köln") == [("",)]
    assert rows(store, query % "Jobcenter Wuppertal") == [("2012-01-01",)]


def test_seen_in_office_is_no_beginning(store: Store) -> None:
    query = """SELECT ?seen ?from WHERE { ?t pod:holder id:person\\/felix-baumeier ; pod:inOrganisation ?o
        OPTIONAL { ?t pod:seenInOffice ?seen } OPTIONAL { ?t pod:from ?from } }"""
    assert rows(store, query) == [("2021-04-27", "")]


def test_current_ministers(store: Store) -> None:
    query = """SELECT ?name WHERE { ?p pod:currentTenure ?t ; rdfs:label ?name . ?t pod:ofOffice ?o .
        ?o pod:titleMasculine "Bundesminister für Arbeit und Soziales"@de }"""
    assert rows(store, query) == [("Bärbel Bas",)]


def test_instrument_with_its_law_and_what_replaced_it(store: Store) -> None:
    query = """SELECT ?law ?next WHERE { ?i a pod:Instrument ; rdfs:label "Arbeitslosengeld II"@de ;
        pod:legalBasis/eli:title ?law ; pod:replacedBy/rdfs:label ?next }"""
    assert rows(store, query) == [("§ 19 SGB II a. F.", "Bürgergeld")]


def test_edition_with_listed_participants(store: Store) -> None:
    query = """SELECT ?name WHERE { id:event\\/tag-der-jobcenter-2021-04-27 pod:listedParticipant/rdfs:label ?name ;
        pod:series/rdfs:label "Tag der Jobcenter"@de } ORDER BY ?name"""
    assert [name for (name,) in rows(store, query)] == [
        "Detlef Scheele", "Felix Baumeier", "Hubertus Heil", "Jutta Rump", "Martina Würker", "Regine Schmalhorst",
        "Reinhard Sager",
    ]  # fmt: skip


def test_members_of_the_bundestag_are_not_written(store: Store) -> None:
    assert rows(store, 'SELECT ?p WHERE { ?p rdfs:label "Rita Süssmuth"@de }') == []


def test_terms() -> None:
    assert date("2021-04-28").datatype.value.endswith("#date")
    assert date("2021-04").datatype.value.endswith("#gYearMonth")
    assert date("2021").datatype.value.endswith("#gYear")
    for text in ("28.04.2021", "2021-4-28", "", "2021-"):
        with pytest.raises(ValueError, match="not an ISO"):
            date(text)
    assert (decimal(1).value, decimal(0.85).value, decimal(0.123456).value) == ("1.0", "0.85", "0.1235")
    assert german("Köln") == Literal("Köln", language="de")
    assert integer(7).value == "7"
    assert pod("speaker") == node("https://w3id.org/podium/ontology#speaker")
