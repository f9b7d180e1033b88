"""Measures on networks small enough to count by hand, and that they are the same in every process."""

import os
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import podium
from podium.errors import UsageError
from podium.network import bridges, centralities, communities, edges, nodes, over_time
from podium.network.paths import between


def columns(answer: object, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in answer.to_dict("records")]  # type: ignore[attr-defined]


def test_who_joins_two_groups_is_between_them() -> None:
    """Two triangles, joined at c–x."""
    two = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x"), ("x", "y"), ("y", "z"), ("x", "z")])
    found = centralities(two)
    assert columns(found.head(2), "iri", "neighbours", "degree", "betweenness") == [
        ("c", 3, 0.6, 0.6),
        ("x", 3, 0.6, 0.6),
    ]
    assert found.loc[0, "closeness"] == round(5 / 7, 6)
    assert "not who has influence" in found.attrs["meaning"]


def test_strength_counts_shared_events() -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_edge("a", "b", weight=5)
    network.add_edge("b", "c", weight=1)
    assert columns(centralities(network), "iri", "neighbours", "strength") == [("b", 2, 6), ("a", 1, 5), ("c", 1, 1)]


def test_of_two_sorts_shares_are_of_the_other_sort() -> None:
    """Two persons, three events: who was at all three has a degree of 1, though four other nodes are there."""
    network: nx.Graph[str] = nx.Graph(two_mode=True)
    network.add_nodes_from(["p1", "p2"], kind="person")
    network.add_nodes_from(["e1", "e2", "e3"], kind="event")
    network.add_edges_from([("p1", "e1"), ("p1", "e2"), ("p1", "e3"), ("p2", "e3")])
    assert columns(centralities(network).head(3), "iri", "degree") == [("p1", 1.0), ("e3", 1.0), ("e1", 0.5)]


def test_groups_are_numbered_by_size() -> None:
    network = nx.Graph([("a", "b"), ("c", "d"), ("d", "e"), ("c", "e")])
    found = communities(network)
    assert columns(found, "iri", "community", "size", "inside") == [
        ("c", 1, 3, 1.0), ("d", 1, 3, 1.0), ("e", 1, 3, 1.0), ("a", 2, 2, 1.0), ("b", 2, 2, 1.0)
    ]  # fmt: skip
    assert found.attrs["modularity"] == 0.375


def chain() -> "nx.Graph[str]":
    """Two municipal nodes reach the federal one only over `host`; `guest` hangs beside."""
    network: nx.Graph[str] = nx.Graph()
    for node, level in (
        ("city", "municipal"),
        ("kreis", "municipal"),
        ("host", ""),
        ("bund", "federal"),
        ("guest", ""),
    ):
        network.add_node(node, level=level)
    network.add_edges_from([("city", "host"), ("kreis", "host"), ("host", "bund"), ("bund", "guest")])
    return network


def test_a_bridge_lies_on_the_paths_between_two_levels() -> None:
    found = bridges(chain())
    assert columns(found, "iri", "between", "neighbours_municipal", "neighbours_federal", "cut") == [
        ("host", 1.0, 2, 1, True)
    ]
    assert found.attrs["pairs"] == 2
    assert bridges(chain(), "land", "federal").empty


def test_without_levels_there_are_no_bridges() -> None:
    with pytest.raises(UsageError, match="has a level"):
        bridges(nx.Graph([("a", "b")]))


def test_measures_want_simple_networks() -> None:
    with pytest.raises(UsageError, match="undirected"):
        centralities(nx.DiGraph([("a", "b")]))


@pytest.mark.parametrize("measure", [centralities, communities, bridges, nodes, edges])
def test_an_empty_network_has_an_empty_answer_with_columns(measure: object) -> None:
    found = measure(nx.Graph())  # type: ignore[operator]
    assert found.empty
    assert len(found.columns) >= 5


_EDGES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda e: e[0] != e[1]))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(_EDGES)
def test_measures_of_any_network(pairs: list[tuple[str, str]]) -> None:
    network = nx.Graph(pairs)
    central = centralities(network)
    assert sorted(central["iri"]) == sorted(network)
    assert int(central["neighbours"].sum()) == 2 * network.number_of_edges()
    assert central[["degree", "betweenness", "closeness"]].apply(lambda c: c.between(0, 1)).all(axis=None)
    groups = communities(network)
    assert sorted(groups["iri"]) == sorted(network)
    assert groups["inside"].between(0, 1).all()
    assert communities(nx.Graph(reversed(pairs))).equals(groups)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(_EDGES.filter(bool))
def test_figures_are_those_of_networkx(pairs: list[tuple[str, str]]) -> None:
    network = nx.Graph(pairs)
    found = centralities(network).set_index("iri")
    for column, expected in (
        ("degree", nx.degree_centrality(network)),
        ("betweenness", nx.betweenness_centrality(network)),
        ("closeness", nx.closeness_centrality(network)),
    ):
        assert found[column].to_dict() == pytest.approx(expected, abs=1e-6)
    others = sorted(network)[1:4]
    plain = nx.convert_node_labels_to_integers(network, ordering="sorted")
    expected = nx.betweenness_centrality_subset(plain, [0, 1], list(range(1, 1 + len(others))))
    assert between(plain, [0, 1], list(range(1, 1 + len(others)))) == pytest.approx(
        [2 * expected[node] for node in range(len(plain))], abs=1e-9
    )


_TWO_SORTS = st.lists(st.tuples(st.sampled_from("pqrs"), st.sampled_from("1234")), min_size=1)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(_TWO_SORTS)
def test_figures_of_two_sorts_are_those_of_networkx(pairs: list[tuple[str, str]]) -> None:
    network = nx.Graph(pairs, two_mode=True)
    for node in network:
        network.nodes[node]["kind"] = "person" if node.isalpha() else "event"
    persons = [node for node in network if node.isalpha()]
    found = centralities(network).set_index("iri")
    assert found["degree"].to_dict() == pytest.approx(nx.bipartite.degree_centrality(network, persons), abs=1e-6)
    assert found["closeness"].to_dict() == pytest.approx(nx.bipartite.closeness_centrality(network, persons), abs=1e-6)
    if len(persons) > 1 and len(network) - len(persons) > 1:  # where networkx divides by nothing
        expected = nx.bipartite.betweenness_centrality(network, persons)
        assert found["betweenness"].to_dict() == pytest.approx(expected, abs=1e-6)


def test_every_process_has_the_same_figures() -> None:
    code = (
        "import podium\ng = podium.examples()\nn = g.network('persons')\n"
        "for m in (podium.network.centralities, podium.network.communities, podium.network.bridges):\n"
        "    print(m(n).to_csv())\n"
        "print(podium.network.over_time(g).to_csv())\nfrom podium.network.files import as_gexf, as_graphml\n"
        "print(as_gexf(n).decode(), as_graphml(n).decode())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 10_000


def test_windows_lie_side_by_side_and_count_who_comes_and_goes(graph: podium.Graph) -> None:
    found = over_time(graph, "persons", years=3)
    assert (found["until"] - found["since"]).eq(2).all()
    assert found["since"].diff().dropna().eq(3).all()
    for row in found.to_dict("records"):
        network = graph.network("persons", since=row["since"], until=row["until"])
        assert (row["nodes"], row["edges"]) == (network.number_of_nodes(), network.number_of_edges())
    before = found["nodes"].shift(fill_value=0)
    assert (found["nodes"] == before + found["new"] - found["gone"]).all()


def test_windows_may_overlap_and_must_be_whole_years(graph: podium.Graph) -> None:
    assert len(over_time(graph, years=3, step=1)) > len(over_time(graph, years=3))
    with pytest.raises(UsageError, match="at least one year"):
        over_time(graph, years=0)
    with pytest.raises(UsageError, match="No kind of network"):
        over_time(graph, "leute")


def test_a_graph_without_releases_has_no_windows() -> None:
    with podium.open() as empty:
        assert over_time(empty).empty
        assert "density" in over_time(empty).columns
        assert len(empty.network("persons")) == 0
