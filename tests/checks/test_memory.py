"""A store that only checked ingests have written to is known to conform; anything else makes the check read again."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from podium.checks.whole import check_store
from podium.ingest import ingest
from podium.store import open_store
from podium.store.mark import MARK

TEXT = """---
publisher: Bundesministerium für Arbeit und Soziales
published: 2021-04-28
---
Berlin. Bundesarbeitsminister Hubertus Heil sagte, die Jobcenter leisteten viel.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store into which one release was ingested."""
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    with open_store(tmp_path / "store", create=True) as store:
        ingest([str(tmp_path / "a.md")], store)
    return tmp_path / "store"


def read(folder: Path) -> tuple[int, bool]:
    """How many releases the check had to read, and whether the store conforms."""
    with open_store(folder, read_only=True) as store:
        report = check_store(store)
    assert report.releases >= 1
    return report.read, not report.violations


def wrong(graph: str) -> ox.Quad:
    release = ox.NamedNode(graph)
    return ox.Quad(release, ox.NamedNode("http://purl.org/dc/terms/language"), ox.Literal("en"), release)


def release_of(folder: Path) -> str:
    with open_store(folder, read_only=True) as store:
        return next(iter(store.release_hashes()))


def test_an_ingest_checks_what_it_writes(folder: Path) -> None:
    assert read(folder) == (0, True)


def test_full_reads_again(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert check_store(store, full=True).read == 1


def test_a_second_ingest_and_a_forget_keep_what_is_known(folder: Path) -> None:
    (folder.parent / "b.md").write_text(TEXT.replace("viel", "mehr"), encoding="utf-8")
    with open_store(folder) as store:
        ingest([str(folder.parent / "a.md"), str(folder.parent / "b.md")], store)
    assert read(folder) == (0, True)
    with open_store(folder) as store:
        store.forget(release_of(folder))
    assert read(folder) == (0, True)


def test_another_program_writes(folder: Path) -> None:
    """Not even a write that leaves the number of quads alone goes unnoticed."""
    graph = release_of(folder)
    foreign = ox.Store(str(folder))
    foreign.remove(next(foreign.quads_for_pattern(None, wrong(graph).predicate, None, ox.NamedNode(graph))))
    foreign.add(wrong(graph))
    del foreign
    assert read(folder) == (1, False)


def test_a_graph_is_put_that_nobody_checked(folder: Path) -> None:
    graph = release_of(folder)
    with open_store(folder) as store:
        store.put(graph, [*store.quads(graph), wrong(graph)])
    assert read(folder) == (1, False)


def test_an_ingest_into_a_store_with_a_mistake_does_not_hide_it(folder: Path) -> None:
    graph = release_of(folder)
    with open_store(folder) as store:
        store.load_quads([wrong(graph)])
    with open_store(folder) as store:
        ingest([str(folder.parent / "a.md")], store)
    assert read(folder) == (1, False)


def test_a_check_without_violation_is_remembered(folder: Path) -> None:
    (folder / MARK).unlink()
    assert read(folder) == (1, True)
    assert read(folder) == (0, True)


def test_another_version_of_the_shapes_reads_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("podium.store.mark.checks_version", lambda: "another")
    assert read(folder) == (1, True)


def test_a_process_that_is_killed_leaves_no_mark(folder: Path) -> None:
    """It writes without closing the store; the files it leaves are not those that were marked."""
    graph = release_of(folder)
    store = open_store(folder)
    store.load_quads([wrong(graph)])
    del store
    assert read(folder) == (1, False)


def test_many_releases_are_shared_among_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("podium.checks.whole._MANY", 1)
    graph = release_of(folder)
    with open_store(folder) as store:
        store.load_quads([wrong(graph)])
    with open_store(folder, read_only=True) as store:
        alone, shared = check_store(store, workers=1), check_store(store, workers=2)
    assert alone.violations == shared.violations
    assert {violation.shape for violation in shared.violations} == {"release-language"}
    assert shared.quads == alone.quads


def test_a_release_that_does_not_conform_is_rejected_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules cannot be made to write such quads from outside, so the mapping gets a fault of its own here."""
    from podium.triples import reading

    written = reading.reading_quads

    def faulty(*given: object, **options: object) -> list[ox.Quad]:
        quads = written(*given, **options)  # type: ignore[arg-type]
        return [*quads, wrong(quads[0].graph_name.value)]  # type: ignore[union-attr]

    monkeypatch.setattr(reading, "reading_quads", faulty)
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    with open_store(tmp_path / "store", create=True) as store:
        summary = ingest([str(tmp_path / "a.md")], store)
        assert store.release_hashes() == {}
    (rejection,) = summary.rejected
    assert "does not conform to the shapes: release-language" in str(rejection)
    assert 'The language must be "de"' in str(rejection)
    assert summary.exit_code == 1
