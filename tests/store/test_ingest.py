"""Ingest: what is new, unchanged, replaced, rejected; the same input always gives the same quads."""

from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest

from podium.errors import UsageError
from podium.export.rdf import nquads
from podium.inference import forget
from podium.ingest import Summary, ingest
from podium.namespaces import GRAPH_INFERRED, GRAPH_REGISTER
from podium.release import Release
from podium.resources import examples
from podium.store import Store, memory_store, open_store
from podium.store.facts import GRAPH_ONTOLOGY, update_facts
from podium.store.lookup import find_releases

TEXT = """Tag der Jobcenter

Berlin, 28. April 2021. „Danke“, sagte Martina Würker, Geschäftsführerin des Jobcenters Köln.
"""
FRONT = "---\nid: rel-1\nurl: https://example.org/presse/1\n---\n"


def counts(summary: Summary) -> tuple[int, int, int, int]:
    return summary.new, summary.unchanged, summary.replaced, len(summary.rejected)


def graphs(store: Store) -> dict[str, frozenset[str]]:
    return {iri: frozenset(map(str, store.quads(iri))) for iri in store.release_hashes()}


def hash_of(text: str) -> str:
    return Release(text, "", "").sha256


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "sub" / "b.md").write_text(FRONT + TEXT, encoding="utf-8")
    (folder / "leer.txt").write_text("")
    return folder


def test_new_then_unchanged_then_replaced(folder: Path) -> None:
    store = memory_store()
    assert counts(ingest([str(folder)], store)) == (2, 0, 0, 1)
    before, bytes_before = graphs(store), nquads(store)
    assert counts(ingest([str(folder)], store)) == (0, 2, 0, 1)
    assert nquads(store) == bytes_before

    (folder / "a.txt").write_text(TEXT + "Nachtrag.\n", encoding="utf-8")
    assert counts(ingest([str(folder)], store)) == (0, 1, 1, 1)
    after = graphs(store)
    changed = {iri for iri in after if after[iri] != before.get(iri)}
    assert [store.release_hashes()[iri] for iri in changed] == [hash_of(TEXT + "Nachtrag.\n")]
    assert before.keys() == after.keys()


def test_changed_metadata_and_options_count_as_changes(folder: Path) -> None:
    store = memory_store()
    ingest([str(folder)], store)
    (folder / "sub" / "b.md").write_text(FRONT.replace("---\nid", "---\ntitle: Neu\nid") + TEXT, encoding="utf-8")
    assert counts(ingest([str(folder)], store)) == (0, 1, 1, 1)
    assert counts(ingest([str(folder)], store, all_persons=True)) == (0, 0, 2, 1)


def test_the_same_folder_anywhere_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    copied = tmp_path / "elsewhere" / "copy"
    copied.parent.mkdir()
    one, two = memory_store(), open_store(tmp_path / "store", create=True)
    ingest([str(folder)], one)
    folder.rename(copied)
    ingest([str(copied)], two)
    assert nquads(one) == nquads(two)


def test_workers_give_the_same_bytes(tmp_path: Path) -> None:
    for path in sorted(examples().glob("*.md"))[:30]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "leer.txt").touch()
    one, two = memory_store(), memory_store()
    seen_one: list[str] = []
    seen_two: list[str] = []
    first = ingest([str(tmp_path)], one, progress=lambda source, _: seen_one.append(source))
    second = ingest([str(tmp_path)], two, workers=2, progress=lambda source, _: seen_two.append(source))
    assert counts(first) == counts(second) == (30, 0, 0, 1)
    assert seen_one == seen_two
    assert nquads(one) == nquads(two)


def test_two_texts_under_one_name_in_one_run(tmp_path: Path) -> None:
    for name, text in (("x/a.txt", TEXT), ("y/a.txt", TEXT + "Anders."), ("z/a.txt", TEXT)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    store = memory_store()
    summary = ingest([str(tmp_path / part) for part in "xyz"], store)
    assert counts(summary) == (1, 1, 0, 1)
    assert str(summary.rejected[0]) == (
        f"{tmp_path}/y/a.txt: has the same name as {tmp_path}/x/a.txt, but another text "
        "(give each an id or url of its own in front matter)"
    )
    assert list(store.release_hashes().values()) == [hash_of(TEXT)]


def test_exit_codes(folder: Path, tmp_path: Path) -> None:
    store = memory_store()
    assert ingest([str(folder / "a.txt")], store).exit_code == 0
    assert ingest([str(folder)], store).exit_code == 1
    assert ingest([str(folder / "leer.txt")], store).exit_code == 1
    assert ingest([str(folder / "nix"), str(folder / "a.txt")], store).exit_code == 1
    assert ingest([str(folder / "nix")], store).exit_code == 2
    (tmp_path / "void").mkdir()
    assert ingest([str(tmp_path / "void")], store).exit_code == 2


def test_an_endpoint_holds_the_same(folder: Path, servers: ModuleType) -> None:
    local = memory_store()
    ingest([str(folder)], local)
    with servers.sparql_server() as server, open_store(server.url) as remote:
        assert counts(ingest([str(folder)], remote)) == (2, 0, 0, 1)
        assert nquads(remote) == nquads(local)
        assert counts(ingest([str(folder)], remote)) == (0, 2, 0, 1)


def test_workers_must_be_some(folder: Path) -> None:
    with pytest.raises(UsageError, match="at least 1"):
        ingest([str(folder)], memory_store(), workers=0)


def test_register_and_ontology_come_first_and_once() -> None:
    store = memory_store()
    assert update_facts(store)
    assert set(store.fingerprints()) == {GRAPH_REGISTER, GRAPH_ONTOLOGY}
    before = nquads(store)
    assert not update_facts(store)
    store.put(GRAPH_REGISTER, [])  # as if it were of an older version
    assert update_facts(store)
    assert nquads(store) == before


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/presse/1",
        "sub/b.md",
        "in/sub/b.md",
        "./in/sub/b.md",
        "/somewhere/in/sub/b.md",
        Release("", "https://example.org/presse/1", "").iri,
        f"<{Release('', 'https://example.org/presse/1', '').iri}>",
        Release("", "https://example.org/presse/1", "").iri.replace("https://w3id.org/podium/id/", "id:"),
    ],
)
def test_a_release_is_found_again(folder: Path, name: str) -> None:
    store = memory_store()
    ingest([str(folder)], store)
    assert find_releases(store, name) == [Release("", "https://example.org/presse/1", "").iri]


def test_a_release_is_found_by_the_id_of_its_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: rel-7\n---\n" + TEXT, encoding="utf-8")
    store = memory_store()
    ingest([str(tmp_path)], store)
    assert find_releases(store, "rel-7") == list(store.release_hashes())
    assert find_releases(store, "rel-8") == []


def test_forgetting_leaves_what_others_say(folder: Path) -> None:
    alone, both = memory_store(), memory_store()
    (other,) = (folder / "a.txt",)
    ingest([str(other)], alone)
    ingest([str(folder)], both)
    (iri,) = find_releases(both, "sub/b.md")
    assert forget(both, [iri]) == 1
    assert nquads(both) == nquads(alone)


def test_every_quad_of_a_release_is_in_its_graph() -> None:
    store = memory_store()
    ingest([str(examples())], store)
    own = {GRAPH_REGISTER, GRAPH_ONTOLOGY, GRAPH_INFERRED, *store.release_hashes()}
    assert {quad.graph_name.value for quad in store.quads() if isinstance(quad.graph_name, ox.NamedNode)} == own
    assert not any(isinstance(term, ox.BlankNode) for quad in store.quads() for term in (quad.subject, quad.object))
