"""Killed at any moment, a store has whole releases only, and a rerun gives the same quads."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from podium.namespaces import GRAPH_INFERRED
from podium.resources import examples
from podium.store import open_store

RELEASES = 120  # more than one batch
ATTEMPTS, KILLS = 10, 2
INFERRED = f"<{GRAPH_INFERRED}>"  # made anew by the next ingest, so only then it must be whole
Graphs = dict[str, frozenset[str]]


class Ingests:
    """Processes that ingest, started by crash_server.py."""

    def __init__(self) -> None:
        script = str(Path(__file__).with_name("crash_server.py"))
        self._server = subprocess.Popen(
            [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def start(self, source: Path, store: Path) -> int:
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(f"{source}\t{store}\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())

    def status(self) -> int:
        assert self._server.stdout
        return int(self._server.stdout.readline())

    def complete(self, source: Path, store: Path) -> float:
        """An ingest that is left in peace; the seconds it takes."""
        begin = time.monotonic()
        self.start(source, store)
        assert self.status() == 0
        return time.monotonic() - begin

    def kill(self, seconds: float, source: Path, store: Path) -> bool:
        """Start, wait, kill -9; says whether it was still running."""
        process = self.start(source, store)
        time.sleep(seconds)
        with suppress(ProcessLookupError):  # it has ended already
            os.kill(process, signal.SIGKILL)
        return os.WIFSIGNALED(self.status())

    def stop(self) -> None:
        self._server.communicate()


@pytest.fixture(scope="module")
def ingests() -> Iterator[Ingests]:
    server = Ingests()
    yield server
    server.stop()


def releases(folder: Path, edition: str) -> Path:
    """The bundled releases several times over, each with an id of its own and a sentence that tells the edition."""
    folder.mkdir()
    bundled = sorted(examples().glob("*.md"))
    for number in range(RELEASES):
        path = bundled[number % len(bundled)]
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
def whole(tmp_path_factory: pytest.TempPathFactory, ingests: Ingests) -> tuple[list[Path], list[Graphs]]:
    """Two editions of a folder, and what each gives when nothing happens."""
    base = tmp_path_factory.mktemp("crash")
    folders = [releases(base / edition, edition) for edition in ("eins", "zwei")]
    for folder in folders:
        ingests.complete(folder, base / f"store-{folder.name}")
    return folders, [graphs(base / f"store-{folder.name}") for folder in folders]


def test_kill_during_the_first_ingest(whole: tuple[list[Path], list[Graphs]], ingests: Ingests, tmp_path: Path) -> None:
    folders, expected = whole
    chance, kills, needed = random.Random(20101), 0, ingests.complete(folders[0], tmp_path / "timing")
    for attempt in range(ATTEMPTS):
        store = tmp_path / str(attempt)
        kills += ingests.kill(chance.uniform(0.05, 1.0) * needed, folders[0], store)
        if (store / "CURRENT").exists():
            for graph, triples in graphs(store).items():
                assert triples == expected[0][graph] or graph == INFERRED, graph
        needed = ingests.complete(folders[0], store)
        assert graphs(store) == expected[0]
        if kills >= KILLS:
            return
    pytest.fail(f"Only {kills} of {ATTEMPTS} processes were still running when they were killed")


def test_kill_during_a_replacement(whole: tuple[list[Path], list[Graphs]], ingests: Ingests, tmp_path: Path) -> None:
    folders, expected = whole
    chance, kills, store = random.Random(20102), 0, tmp_path / "store"
    ingests.complete(folders[0], store)
    needed = ingests.complete(folders[1], store)
    for attempt in range(ATTEMPTS):
        current = attempt % 2
        kills += ingests.kill(chance.uniform(0.05, 1.0) * needed, folders[current], store)
        found = graphs(store)
        assert found.keys() | {INFERRED} == expected[0].keys()
        for graph, triples in found.items():
            assert triples in (expected[0][graph], expected[1][graph]) or graph == INFERRED, graph
        needed = ingests.complete(folders[current], store)
        assert graphs(store) == expected[current]
        if kills >= KILLS:
            return
    pytest.fail(f"Only {kills} of {ATTEMPTS} processes were still running when they were killed")
