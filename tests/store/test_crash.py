"""Killed at any moment, a store has whole releases only, and a rerun gives the same quads."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from podium.resources import examples
from podium.store import open_store

COPIES = 2
ATTEMPTS, KILLS = 10, 2
Graphs = dict[str, frozenset[str]]


def command(source: Path, store: Path) -> list[str]:
    return [sys.executable, "-m", "podium", "ingest", str(source), "--store", str(store)]


def releases(folder: Path, edition: str) -> Path:
    """The bundled releases several times over, each with an id of its own and a sentence that tells the edition."""
    folder.mkdir()
    for number in range(COPIES):
        for path in examples().glob("*.md"):
            body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
            text = f"---\nid: {number}-{path.stem}\npublished: 2020-01-01\n---\n{body}\nFassung {edition}.\n"
            (folder / f"{number}-{path.name}").write_text(text, encoding="utf-8")
    return folder


def graphs(store: Path) -> Graphs:
    found: dict[str, set[str]] = {}
    with open_store(store) as opened:
        for quad in opened.quads():
            found.setdefault(str(quad.graph_name), set()).add(str(quad.triple))
    return {graph: frozenset(triples) for graph, triples in found.items()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], list[Graphs]]:
    """Two editions of a folder, and what each gives when nothing happens."""
    base = tmp_path_factory.mktemp("crash")
    folders = [releases(base / edition, edition) for edition in ("eins", "zwei")]
    for folder in folders:
        complete(folder, base / f"store-{folder.name}")
    return folders, [graphs(base / f"store-{folder.name}") for folder in folders]


def complete(source: Path, store: Path) -> float:
    """An ingest that is left in peace; the seconds it takes."""
    begin = time.monotonic()
    subprocess.run(command(source, store), check=True, capture_output=True)
    return time.monotonic() - begin


def killed_after(seconds: float, source: Path, store: Path) -> bool:
    """Start, wait, kill -9; says whether it was still running."""
    process = subprocess.Popen(command(source, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return running


def test_kill_during_the_first_ingest(whole: tuple[list[Path], list[Graphs]], tmp_path: Path) -> None:
    folders, expected = whole
    chance, kills, needed = random.Random(20101), 0, complete(folders[0], tmp_path / "timing")
    for attempt in range(ATTEMPTS):
        store = tmp_path / str(attempt)
        kills += killed_after(chance.uniform(0.3, 1.0) * needed, folders[0], store)
        if (store / "CURRENT").exists():
            for graph, triples in graphs(store).items():
                assert triples == expected[0][graph], graph
        needed = complete(folders[0], store)
        assert graphs(store) == expected[0]
        if kills >= KILLS:
            return
    pytest.fail(f"Only {kills} of {ATTEMPTS} processes were still running when they were killed")


def test_kill_during_a_replacement(whole: tuple[list[Path], list[Graphs]], tmp_path: Path) -> None:
    folders, expected = whole
    chance, kills, store = random.Random(20102), 0, tmp_path / "store"
    complete(folders[0], store)
    needed = complete(folders[1], store)
    for attempt in range(ATTEMPTS):
        current = attempt % 2
        kills += killed_after(chance.uniform(0.3, 1.0) * needed, folders[current], store)
        found = graphs(store)
        assert found.keys() == expected[0].keys()
        for graph, triples in found.items():
            assert triples in (expected[0][graph], expected[1][graph]), graph
        needed = complete(folders[current], store)
        assert graphs(store) == expected[current]
        if kills >= KILLS:
            return
    pytest.fail(f"Only {kills} of {ATTEMPTS} processes were still running when they were killed")
