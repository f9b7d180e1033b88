"""What the page costs: building it, its size, and how quickly a browser shows, redraws and filters it.

    .venv/bin/python bench/page.py [--releases 10000] [--runs 5] [--work DIR]

Stores are made of copies of the bundled releases: each copy has releases, people and events of its own and shares the
organisations, so that texts and proportions are real ones. Times of the browser: the fastest and the median of
`--runs`; where other programs use the processor too, the fastest is the page's own. Building is processor time, the
fastest of three.
"""

import argparse
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from playwright.sync_api import sync_playwright

from podium import resources
from podium.ingest import ingest
from podium.store import Store, memory_store, open_store
from podium.view import LIMIT, page

_OWN = re.compile(rb"(https://w3id\.org/podium/id/(?:release|person|event|tenure)/[^>#]+)")


def copies(number: int) -> Iterator[bytes]:
    """N-Quads of the bundled releases, `number` times, and once the register."""
    with memory_store() as store:
        ingest([str(resources.examples())], store)
        graphs = {quad.graph_name for quad in store.quads()}
        register = {graph for graph in graphs if "/graph/" in str(graph) or "/ontology" in str(graph)}
        yield _nquads(quad for quad in store.quads() if quad.graph_name in register)
        releases = _nquads(quad for quad in store.quads() if quad.graph_name not in register)
    for copy in range(number):
        yield _OWN.sub(rb"\1-%d" % copy, releases)


def _nquads(quads: Iterator[ox.Quad]) -> bytes:
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    return written


def store_of(releases: int, folder: Path) -> Store:
    """A store on disk with at least that many releases; made once."""
    location = folder / f"store-{releases}"
    if not location.exists():
        bundled = sum(1 for _ in resources.examples().iterdir())
        with open_store(location, create=True) as store:
            for nquads in copies(-(-releases // bundled)):
                store.load_quads(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    return open_store(location, read_only=True)


def built(store: Store, limit: int) -> tuple[str, float]:
    """The page and the seconds of CPU that it took."""
    start = time.process_time()
    html = page(store, limit=limit)
    return html, time.process_time() - start


def row(what: str, figure: str, wanted: str = "") -> None:
    """One line of the table."""
    print(f"{what:<58} {figure:>16}  {wanted}", flush=True)


def times(runs: int, measure: Callable[[], float]) -> list[float]:
    """Several measurements."""
    return [measure() for _ in range(runs)]


def told(found: list[float]) -> str:
    """The fastest and the median, in milliseconds."""
    return f"{min(found):.0f} / {statistics.median(found):.0f} ms"


_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
_DRAWN = "() => performance.getEntriesByName('podium-drawn')[0].startTime"
# Reading a pixel waits until the picture is really drawn.
_PIXEL = "document.querySelector('#graph canvas').getContext('2d').getImageData(0, 0, 1, 1);"
_TIMED = "() => {{ const start = performance.now(); {} " + _PIXEL + " return performance.now() - start; }}"
_REDRAW = _TIMED.format("podium.network.renderer._redraw();")
_FILTER = _TIMED.format("document.querySelector('#by-kind input').click(); podium.network.renderer._redraw();")


def in_browser(path: Path, runs: int) -> dict[str, list[float]]:
    """Milliseconds until the page is painted and its picture drawn; of a redraw and a filter with everything shown."""
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"]
        )

        def opened() -> Any:
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            tab.goto(path.as_uri())
            tab.wait_for_function("() => performance.getEntriesByName('podium-drawn').length")
            return tab

        first: list[float] = []
        drawn: list[float] = []
        for _ in range(runs):
            tab = opened()
            first.append(tab.evaluate(_PAINT))
            drawn.append(tab.evaluate(_DRAWN))
            tab.close()
        tab = opened()
        tab.locator("#everything").click()
        tab.wait_for_timeout(1500)
        points = tab.evaluate("() => podium.places().size")
        redraw = times(2 * runs, lambda: float(tab.evaluate(_REDRAW)))
        filtered = times(2 * runs, lambda: float(tab.evaluate(_FILTER)))
        browser.close()
    return {"points": [points], "paint": first, "drawn": drawn, "redraw": redraw, "filter": filtered}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, help="where the stores are kept; else in a folder that is removed")
    given = parser.parse_args()
    folder = given.work or Path(tempfile.mkdtemp(prefix="podium-page-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _measure(folder, given.releases, given.runs)
    finally:
        if given.work is None:
            shutil.rmtree(folder)


def _measure(folder: Path, releases: int, runs: int) -> None:
    with store_of(releases, folder) as store:
        seconds = [built(store, LIMIT)[1] for _ in range(min(runs, 3))]
        row(f"building the page ({LIMIT} things), {releases} releases", f"{min(seconds):.1f} s CPU", "≤ 5 s")
        for limit, painted in ((1000, 500), (5000, 2000)):
            html, cpu = built(store, limit)
            path = folder / f"page-{limit}.html"
            path.write_text(html, "utf-8")
            row(f"building the page ({limit} things)", f"{cpu:.1f} s CPU")
            row(f"file, {limit} things", f"{len(html.encode()) / 1e6:.2f} MB", "≤ 2 MB" if limit == 1000 else "")
            found = in_browser(path, runs)
            points = f"all {found['points'][0]:.0f} points"
            row(f"first paint, {limit} things", told(found["paint"]), f"≤ {painted} ms")
            row(f"first picture, {limit} things", told(found["drawn"]))
            row(f"redraw, {points}", told(found["redraw"]), "≤ 100 ms")
            row(f"filter applied, {points}", told(found["filter"]), "≤ 150 ms")


if __name__ == "__main__":
    main()
