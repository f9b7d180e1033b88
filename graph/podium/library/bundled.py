"""`podium.examples`: a graph of the bundled releases, ready to be asked."""

import gzip
import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from podium import resources
from podium.library.graph import Graph
from podium.store import Store, memory_store

__all__ = ["examples"]


def examples() -> Graph:
    """A graph in memory with the releases that come with Podium (retold from public facts, with links to originals).

    Reading them takes some seconds, so what was read is kept in `$XDG_CACHE_HOME/podium` (else `~/.cache/podium`),
    under a name that changes with every rule, row and text; where nothing can be written, they are read again.

    >>> import podium
    >>> graph = podium.examples()
    >>> len(graph.ask("releases-of-publisher")) > 50
    True
    """
    store = memory_store()
    kept = _place()
    if not _load(store, kept):
        from podium.ingest import ingest

        ingest([str(resources.examples())], store)
        _keep(store, kept)
    return Graph(store)


def _place() -> Path:
    """The file in the cache, named by all that decides its content."""
    from podium.store.versions import checks_version, reader_version

    digest = hashlib.sha256(f"{reader_version()} {checks_version()} {ox.__version__}".encode())
    for path in sorted(resources.examples().iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(home) / "podium" / f"examples-{digest.hexdigest()[:32]}.nq.gz"


def _load(store: Store, kept: Path) -> bool:
    """Whether the file was there and whole (gzip has a checksum)."""
    try:
        quads = gzip.decompress(kept.read_bytes())
        if not quads:  # of an empty file gzip does not complain
            return False
        store.load_quads(ox.parse(input=quads, format=ox.RdfFormat.N_QUADS))
    except (OSError, EOFError, zlib.error, SyntaxError):
        return False
    return True


def _keep(store: Store, kept: Path) -> None:
    """Write the file whole or not at all; older ones go."""
    data = ox.serialize(store.quads(), format=ox.RdfFormat.N_QUADS) or b""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, prefix=".examples-", delete=False) as file:
            file.write(gzip.compress(data, 1, mtime=0))
        Path(file.name).replace(kept)
        for older in kept.parent.glob("examples-*.nq.gz"):
            if older != kept:
                older.unlink(missing_ok=True)
