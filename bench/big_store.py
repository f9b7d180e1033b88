"""Big stores for measurements: the bundled releases, each many times under other keys.

python -m bench.big_store 10000 /tmp/podium-10000 [--unchecked]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from podium import resources
from podium.ingest import release_quads
from podium.release import Release
from podium.sources import documents, release_of
from podium.sources.values import Document
from podium.store import EmbeddedStore, open_store
from podium.store.facts import update_facts

__all__ = ["bundled", "fill"]


def bundled() -> Iterator[tuple[str, bytes]]:
    """IRI and N-Quads of each bundled release."""
    for document in documents([str(resources.examples())]):
        release = release_of(document, None) if isinstance(document, Document) else None
        if isinstance(release, Release):
            yield release.iri, ox.serialize(release_quads(release), format=ox.RdfFormat.N_QUADS) or b""


def fill(store: EmbeddedStore, releases: int, *, checked: bool = True) -> int:
    """Put at least so many releases into an empty store; says how many.

    A copy has its own IRI and graph; people, organisations and events are shared, as among real releases. `checked`:
    leave the store as an ingest does, which checks each release (here each is one that the ingest takes).
    """
    update_facts(store)
    originals = list(bundled())
    copies = -(-releases // len(originals))
    for copy in range(copies):
        store.put_new(
            (f"{iri}-{copy}", quads.replace(iri.encode(), f"{iri}-{copy}".encode())) for iri, quads in originals
        )
    store.checked = checked
    return copies * len(originals)


if __name__ == "__main__":
    place = Path(sys.argv[2])
    if place.exists():
        raise SystemExit(f"{place} exists already")
    with open_store(place, create=True) as opened:
        assert isinstance(opened, EmbeddedStore)
        print(f"{fill(opened, int(sys.argv[1]), checked='--unchecked' not in sys.argv):,} releases in {place}")
