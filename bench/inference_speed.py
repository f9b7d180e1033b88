"""How long the rules take over stores of rising size, and after an ingest of one release.

python -m bench.inference_speed FOLDER SIZE… (stores are made in FOLDER, about 180 MB a thousand releases)
"""

import sys
import time
from pathlib import Path

from bench.big_store import fill
from podium.checks.whole import release_graphs
from podium.inference import rebuild, refresh, subjects
from podium.namespaces import GRAPH_INFERRED
from podium.store import EmbeddedStore, open_store


def main(folder: Path, sizes: list[int]) -> None:
    """Print seconds of processor time, whole and a release."""
    for size in sizes:
        place = folder / f"store-{size}"
        fresh = not place.exists()
        with open_store(place, create=True) as store:
            assert isinstance(store, EmbeddedStore)
            count = fill(store, size) if fresh else len(release_graphs(store))
            store.forget(GRAPH_INFERRED)  # what the graph costs where there is none yet
            start = time.process_time()
            statements = rebuild(store)
            whole = time.process_time() - start
            one = release_graphs(store)[count // 2]
            start = time.process_time()
            again = refresh(store, subjects(store, [one]))
            step = time.process_time() - start
        print(
            f"{count:7,} releases: {statements:9,} statements, {whole:6.1f} s, {1e3 * whole / count:.2f} ms a release; "
            f"after one release: {again} statements, {1e3 * step:.0f} ms"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]])
