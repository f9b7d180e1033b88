"""Networks from contributions: who is joined with whom, how often, when, and on what evidence."""

import datetime

import pytest
from networkx import Graph

import podium
from podium.errors import UsageError
from podium.network import KINDS
from podium.network.kinds import from_said, within
from podium.network.said import Said, Thing, said

P, O, E, I = (f"https://w3id.org/podium/id/{kind}/" for kind in ("person", "organisation", "event", "instrument"))  # noqa: E741
R = "https://w3id.org/podium/id/release/"

KNOWN = {
    P + "a": Thing("Anna Älter", "person", gender="f"),
    P + "b": Thing("Bernd Bär", "person", gender="m"),
    P + "c": Thing("Carla Couß", "person"),
    O + "kreis": Thing("Landkreis Nord", "organisation", "municipality"),
    O + "bmas": Thing("Bundesministerium für Arbeit und Soziales", "organisation", "ministry"),
    E + "tag": Thing("Tag der Jobcenter 2021", "event"),
    E + "tagung": Thing("Fachtagung", "event"),
    I + "geld": Thing("Bürgergeld", "instrument"),
}


def contribution(
    number: int, speaker: str, when: str = "2021-04-27", event: str | None = None, release: str = "1", **more: object
) -> Said:
    key = None if event is None else event if when else f"{event} {R}{release}"
    values = {"kind": "rede", "announced": False, **more}
    return Said(f"{R}{release}#c{number}", R + release, speaker, when=when, event=key, event_iri=event, **values)  # type: ignore[arg-type]


def edges(network: "Graph[str]", *names: str) -> dict[tuple[str, str], tuple[object, ...]]:
    def short(iri: str) -> str:
        return iri.rsplit("/", 1)[-1]

    return {
        (short(one), short(other)): tuple(found[name] for name in names)
        for one, other, found in network.edges(data=True)
    }


def test_two_at_the_same_event_are_joined_once_however_often_they_spoke() -> None:
    network = from_said(
        [
            contribution(1, P + "a", event=E + "tag"),
            contribution(2, P + "b", event=E + "tag"),
            contribution(3, P + "b", event=E + "tag", release="2"),
        ],
        KNOWN,
        "persons",
    )
    assert edges(network, "weight", "events") == {("a", "b"): (1, "Tag der Jobcenter 2021")}
    assert network.edges[P + "a", P + "b"]["evidence"].split() == [f"{R}1#c1", f"{R}1#c2", f"{R}2#c3"]
    assert dict(network.nodes(data="contributions")) == {P + "a": 1, P + "b": 2}
    assert network.nodes[P + "a"] == {
        "label": "Anna Älter", "kind": "person", "contributions": 1, "level": "", "gender": "f"
    }  # fmt: skip


def test_an_event_without_a_date_joins_within_one_release_only() -> None:
    one, other = contribution(1, P + "a", "", E + "tagung"), contribution(2, P + "b", "", E + "tagung", "2")
    assert edges(from_said([one, other], KNOWN, "persons")) == {}
    same = contribution(3, P + "c", "", E + "tagung")
    assert edges(from_said([one, other, same], KNOWN, "persons"), "weight") == {("a", "c"): (1,)}


def test_persons_and_organisations_are_joined_by_roles() -> None:
    network = from_said(
        [
            contribution(1, P + "a", "2020", organisations=(O + "bmas",), by_register=True),
            contribution(2, P + "b", "2019-03", organisations=(O + "kreis",)),
            contribution(3, P + "b", "2021", organisations=(O + "kreis",), by_register=True),
            contribution(4, P + "c"),
        ],
        KNOWN,
        "persons-organisations",
    )
    assert edges(network, "weight", "first", "last", "origin") == {
        ("bmas", "a"): (1, "2020", "2020", "register"),
        ("kreis", "b"): (2, "2019-03", "2021", "release"),
    }
    assert network.nodes[O + "kreis"]["level"] == network.nodes[P + "b"]["level"] == "municipal"
    assert network.nodes[P + "a"]["level"] == "federal"


def test_organisations_speak_themselves_or_through_persons() -> None:
    network = from_said(
        [
            contribution(1, O + "bmas", topics=(I + "geld",)),
            contribution(2, P + "b", organisations=(O + "kreis",), topics=(I + "geld",)),
            contribution(3, P + "c", topics=(I + "geld",)),
        ],
        KNOWN,
        "organisations-instruments",
    )
    assert edges(network, "weight") == {("geld", "bmas"): (1,), ("geld", "kreis"): (1,)}


def test_the_level_of_a_person_is_that_of_most_contributions_else_of_the_title() -> None:
    network = from_said(
        [
            contribution(1, P + "a", event=E + "tag", organisations=(O + "kreis",)),
            contribution(2, P + "a", event=E + "tag", organisations=(O + "kreis",)),
            contribution(3, P + "a", event=E + "tag", organisations=(O + "bmas",)),
            contribution(4, P + "b", event=E + "tag", title="Landrat"),
            contribution(5, P + "c", event=E + "tag", title="Vorsitzende"),
        ],
        KNOWN,
        "persons",
    )
    assert dict(network.nodes(data="level")) == {P + "a": "municipal", P + "b": "municipal", P + "c": ""}


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, ["2020", "2021-03", "2021-04-27", ""]),
        (2021, 2021, ["2021-03", "2021-04-27"]),
        ("2021-04", None, ["2021-04-27"]),
        ("2020-06-01", "2021-03-15", ["2020", "2021-03"]),
        (datetime.date(2021, 4, 28), None, []),
    ],
)
def test_a_date_with_less_precision_fits_every_day_in_it(since: object, until: object, kept: list[str]) -> None:
    given = [contribution(n, P + "a", when) for n, when in enumerate(["2020", "2021-03", "2021-04-27", ""])]
    assert [one.when for one in within(given, since, until)] == kept  # type: ignore[arg-type]


def test_what_was_only_announced_counts_if_asked_for() -> None:
    given = [contribution(1, P + "a", announced=True), contribution(2, P + "b")]
    assert [one.speaker for one in within(given, None, None)] == [P + "b"]
    assert len(within(given, None, None, announced=True)) == 2


@pytest.mark.parametrize(("kind", "since"), [("person", 2021), ("persons", "gestern"), ("persons", "2021-4")])
def test_wrong_kinds_and_times_are_errors(graph: podium.Graph, kind: str, since: str | int) -> None:
    with pytest.raises(UsageError, match=r"there are persons, organisations|is an ISO date"):
        graph.network(kind, since=since)


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_edge_of_the_bundled_releases_can_be_explained(graph: podium.Graph, kind: str) -> None:
    network = graph.network(kind)
    assert network.number_of_edges() > 5
    known = {one.iri for one in said(graph.store)}
    for _, _, found in network.edges(data=True):
        evidence = found["evidence"].split()
        assert evidence and set(evidence) <= known
        assert found["weight"] >= 1
    first = next(iter(network.edges(data="evidence")))[2].split()[0]
    assert graph.explain(first).evidence
    assert list(network) == sorted(network)


def test_persons_at_the_same_event_as_the_question_of_the_library_says(graph: podium.Graph) -> None:
    """The network agrees with `ask`, which joins the same facts in SPARQL."""
    network = graph.network("persons-events")
    asked = graph.ask.speakers()
    persons = asked[asked["speaker"].str.contains("/id/person/")]
    assert {tuple(sorted(edge)) for edge in network.edges} == {
        tuple(sorted(pair)) for pair in zip(persons["speaker"].astype(str), persons["event"].astype(str), strict=True)
    }
