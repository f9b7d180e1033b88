"""`podium.examples`: read once, kept safely, never trusted when damaged."""

import gzip
from pathlib import Path

import pytest

import podium
from podium.library import bundled


def releases(graph: podium.Graph) -> int:
    return len(graph.store.release_hashes())


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graph: podium.Graph) -> Path:
    """A cache of its own that holds the file of this version, as `examples` has written it."""
    kept = bundled._place().read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    bundled._place().parent.mkdir()
    bundled._place().write_bytes(kept)
    return bundled._place()


def test_what_is_kept_is_what_is_read(cache: Path, tmp_path: Path) -> None:
    for path in sorted((Path(podium.__file__).parent / "examples").glob("*.md"))[::20]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with podium.open() as read, podium.examples() as kept:
        assert read.ingest(tmp_path).new == 4
        for release in read.store.release_hashes():
            assert set(read.store.quads(release)) == set(kept.store.quads(release))


def test_two_graphs_are_independent(cache: Path) -> None:
    one, other = podium.examples(), podium.examples()
    one.forget(*one.ask.releases_of_publisher()["release"])
    assert (releases(one), releases(other)) == (0, 67)


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_file_is_read_anew(cache: Path, damage: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = cache.read_bytes()
    cache.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    # The 67 releases themselves are read in the test above; here two suffice.
    folder = cache.parent / "two"
    folder.mkdir()
    for path in sorted((Path(podium.__file__).parent / "examples").glob("*.md"))[:2]:
        (folder / path.name).write_bytes(path.read_bytes())
    place = bundled._place()
    monkeypatch.setattr(bundled.resources, "examples", lambda: folder)
    monkeypatch.setattr(bundled, "_place", lambda: place)
    assert releases(podium.examples()) == 2
    assert gzip.decompress(cache.read_bytes())
    assert releases(podium.examples()) == 2


def test_the_name_changes_with_the_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    monkeypatch.setattr(bundled.resources, "examples", lambda: tmp_path)
    before = bundled._place()
    (tmp_path / "a.md").write_text("b")
    assert bundled._place() != before


def test_older_files_go_and_an_unwritable_cache_is_no_error(
    cache: Path, tmp_path: Path, graph: podium.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = cache.with_name("examples-0.nq.gz")
    older.write_bytes(b"")
    bundled._keep(graph.store, cache)
    assert not older.exists()
    (tmp_path / "file").write_text("")
    bundled._keep(graph.store, tmp_path / "file" / "podium" / "examples-1.nq.gz")
