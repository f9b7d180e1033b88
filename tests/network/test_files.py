"""GraphML and GEXF: what is written is read back, with umlauts and types."""

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import podium
from podium.cli import cli
from podium.errors import SourceError, UsageError
from podium.network import read, write
from podium.store import open_store


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
@pytest.mark.parametrize("kind", ["persons", "organisations-instruments"])
def test_a_network_comes_back_as_it_was(graph: podium.Graph, tmp_path: Path, kind: str, ending: str) -> None:
    network = graph.network(kind, since=2015)
    back = read(write(network, tmp_path / f"netz-{kind}.{ending}"))
    for node, attributes in network.nodes(data=True):
        assert attributes.items() <= back.nodes[node].items()
    for one, other, attributes in network.edges(data=True):
        assert attributes.items() <= back.edges[one, other].items()
        assert type(back.edges[one, other]["weight"]) is int
    assert len(back) == len(network)
    assert back.number_of_edges() == network.number_of_edges()
    assert any("ü" in label for label in dict(back.nodes(data="label")).values())


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_equal_networks_are_equal_files(tmp_path: Path, ending: str) -> None:
    one: nx.Graph[str] = nx.Graph([("a", "b"), ("c", "b")])
    other: nx.Graph[str] = nx.Graph([("b", "c"), ("b", "a")])
    assert write(one, tmp_path / f"1.{ending}").read_bytes() == write(other, tmp_path / f"2.{ending}").read_bytes()


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None)
@given(label=st.text(), number=st.integers(-(2**31), 2**31 - 1), share=st.floats(0, 1), held=st.booleans())
@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_any_text_can_be_written(
    tmp_path: Path, ending: str, label: str, number: int, share: float, held: bool
) -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_node("a", label=label, number=number, share=share, held=held, nothing=None)
    back = read(write(network, tmp_path / f"a.{ending}")).nodes["a"]
    assert (back["number"], back["share"], back["held"]) == (number, share, held)
    assert "nothing" not in back
    if label.isprintable() and label.strip():
        assert back["label"] == label


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"must end in \.graphml or \.gexf"):
        write(nx.Graph(), tmp_path / "netz.txt")
    with pytest.raises(UsageError, match="cannot be written"):
        write(nx.Graph(), tmp_path / "nirgends" / "netz.gexf")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_network_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.graphml").write_text("kein XML")
    with pytest.raises(SourceError, match=r"a\.graphml is not a network"):
        read(tmp_path / "a.graphml")
    with pytest.raises(SourceError, match="cannot be read"):
        read(tmp_path / "fehlt.gexf")


def test_the_command_writes_the_same_file(graph: podium.Graph, tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.load_quads(graph.store.quads())
    command = ["export", "--store", str(tmp_path / "store"), "--network", "persons", "--since", "2021"]
    out = ["--out", str(tmp_path / "a.gexf")]
    done = CliRunner().invoke(cli, [*command, "--format", "gexf", *out], catch_exceptions=False)
    assert done.exit_code == 0
    expected = write(graph.network("persons", since=2021), tmp_path / "b.gexf")
    assert (tmp_path / "a.gexf").read_bytes() == expected.read_bytes()
    wrong = CliRunner().invoke(cli, [*command, "--format", "csv"])
    assert str(wrong.exception) == "A network is written as graphml or gexf, not as csv"
    alone = CliRunner().invoke(cli, ["export", "--format", "gexf", "--since", "2021"])
    assert str(alone.exception) == "--since and --until go with --network"
