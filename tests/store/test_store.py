"""What holds for every store: graphs are replaced as a whole, queries see them all, texts come back unchanged."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from podium.errors import StoreError, UsageError
from podium.namespaces import ID, POD
from podium.store import Store, memory_store, open_store

R1, R2 = f"{ID}release/eins-00000001", f"{ID}release/zwei-00000002"


def quad(graph: str, value: str, predicate: str = "textHash", subject: str | None = None) -> ox.Quad:
    return ox.Quad(
        ox.NamedNode(subject or graph), ox.NamedNode(POD + predicate), ox.Literal(value), ox.NamedNode(graph)
    )


def values(store: Store) -> list[str]:
    rows = store.query("SELECT ?o { ?s ?p ?o } ORDER BY ?o")
    return [row["o"].value for row in rows]  # type: ignore[union-attr]


def test_queries_see_the_union_of_all_graphs(store: Store) -> None:
    store.put(R1, [quad(R1, "a")])
    store.put(R2, [quad(R2, "b")])
    assert values(store) == ["a", "b"]
    assert bool(store.query(f"ASK {{ GRAPH <{R2}> {{ ?s ?p 'b' }} }}"))
    assert {str(triple) for triple in store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")} == {
        str(quad(R1, "a").triple),
        str(quad(R2, "b").triple),
    }


def test_put_replaces_its_own_graph_only(store: Store) -> None:
    store.put(R1, [quad(R1, "a"), quad(R1, "b")])
    store.put(R2, [quad(R2, "z")])
    store.put(R1, [quad(R1, "c")])
    assert values(store) == ["c", "z"]
    assert store.release_hashes() == {R1: "c", R2: "z"}
    store.put(R1, [])
    assert values(store) == ["z"]


def test_a_quad_of_another_graph_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(ValueError, match="outside of graph"):
        store.put(R1, [quad(R1, "a"), quad(R2, "b")])
    assert values(store) == []


def test_forget(store: Store) -> None:
    store.put(R1, [quad(R1, "a")])
    store.put(R2, [quad(R2, "b")])
    assert store.forget(R1)
    assert not store.forget(R1)
    assert values(store) == ["b"]


def test_quads_of_one_graph_or_all(store: Store) -> None:
    store.load_quads([quad(R1, "a"), quad(R2, "b")])
    assert list(store.quads(R1)) == [quad(R1, "a")]
    assert sorted(map(str, store.quads())) == sorted(map(str, [quad(R1, "a"), quad(R2, "b")]))


def test_many_new_graphs_at_once(store: Store) -> None:
    graphs = [f"{ID}release/r{number}" for number in range(50)]
    store.put_new((graph, [quad(graph, graph)]) for graph in graphs)
    assert store.release_hashes() == {graph: graph for graph in graphs}


def test_a_query_that_is_none(store: Store) -> None:
    with pytest.raises(UsageError, match="query"):
        store.query("SELEKT * WHERE")


def test_a_query_cannot_change_anything(store: Store) -> None:
    store.put(R1, [quad(R1, "a")])
    with pytest.raises(UsageError):
        store.query(f"DROP GRAPH <{R1}>")
    assert values(store) == ["a"]


HARD = [
    "„Zitat“ »so« ‚und‘",
    "a\u00adb",
    "u\u0308",
    "😀",
    "a\r\nb\tc",
    '\\ " \\u0041 \\n',
    "{?x} # }",
    "x\u0001y\u0085z\ufeff",
]


@pytest.mark.parametrize("text", HARD)
def test_texts_come_back_unchanged(store: Store, text: str) -> None:
    store.put(R1, [quad(R1, text)])
    assert values(store) == [text]
    store.put(R1, [quad(R1, text), quad(R1, text, "rule")])  # the way of a replacement
    assert values(store) == [text, text]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5, unique=True))
def test_any_text_survives_a_replacement(texts: list[str]) -> None:
    store = memory_store()
    store.put(R1, [quad(R1, "old")])
    store.put(R1, [quad(R1, text) for text in texts])
    assert sorted(q.object.value for q in store.quads(R1)) == sorted(texts)  # type: ignore[union-attr]


def test_a_folder_is_there_again_after_closing(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.put(R1, [quad(R1, "a")])
    with open_store(tmp_path / "s", read_only=True) as store:
        assert values(store) == ["a"]
        with pytest.raises(StoreError, match="for reading only"):
            store.put(R1, [])
    with pytest.raises(StoreError, match="is closed"):
        store.query("ASK {}")


def test_reading_beside_a_writer(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as writer:
        writer.put(R1, [quad(R1, "a")])
        with open_store(tmp_path / "s", read_only=True) as reader:
            assert values(reader) == ["a"]
            with pytest.raises(StoreError, match="open for writing in another process"):
                open_store(tmp_path / "s")


@pytest.mark.parametrize("read_only", [True, False])
def test_no_store(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreError, match=r"No store at .*: run `podium ingest SOURCE --store .*` first"):
        open_store(tmp_path / "nix", read_only=read_only)
    assert not (tmp_path / "nix").exists()


def test_other_peoples_folders_and_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    for place in (tmp_path, tmp_path / "thesis.txt"):
        with pytest.raises(StoreError, match=r"no Podium store|is a file"):
            open_store(place, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_damaged_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.put(R1, [quad(R1, "a")])
    (tmp_path / "s" / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "s")


def test_a_store_whose_making_was_interrupted(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "000001.dbtmp"):
        (folder / name).touch()
    with pytest.raises(StoreError, match="No store"):
        open_store(folder)
    with open_store(folder, create=True) as store:
        store.put(R1, [quad(R1, "a")])


def test_the_default_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(create=True) as store:
        assert store.location == "podium-store"
    monkeypatch.setenv("PODIUM_STORE", str(tmp_path / "other"))
    with open_store(create=True) as store:
        assert store.location == str(tmp_path / "other")
