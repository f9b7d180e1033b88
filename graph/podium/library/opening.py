"""`podium.open`: a graph in a folder, behind an endpoint, or in memory."""

from pathlib import Path
from weakref import WeakValueDictionary

from podium.errors import StoreError
from podium.library.graph import Graph
from podium.store import Store, memory_store, open_store
from podium.store.facts import update_facts

__all__ = ["open"]

# By folder, so that running a notebook's cell again does not meet the lock of its first run.
_opened: WeakValueDictionary[Path, Graph] = WeakValueDictionary()


def open(store: str | Path | None = None, *, create: bool = True, read_only: bool = False) -> Graph:
    """Open a graph: a folder, the `http(s)` address of a SPARQL endpoint, or None for one in memory.

    A folder that is missing is made, unless `create` is false. A folder that this program has open already is the
    same graph again; while another program writes into it, `read_only=True` shows it as it is at this moment. Raises
    StoreError where there is no store, where something else is in the folder, or where another program writes.

    >>> import podium
    >>> with podium.open() as graph:
    ...     graph.jobcenter("Köln").carrier_type
    'gE'
    """
    if store is None:
        return Graph(_with_facts(memory_store()))
    place = str(store)
    if place.startswith(("http://", "https://")):
        return Graph(open_store(place))
    if read_only:
        return Graph(open_store(Path(place).expanduser(), read_only=True))
    folder = Path(place).expanduser().resolve()
    known = _opened.get(folder)
    if known is not None and not known.closed:
        return known
    try:
        opened = open_store(Path(place).expanduser(), create=create)
    except StoreError as error:
        if "another process" in str(error):
            raise StoreError(f"{error}, or open it with read_only=True") from error
        raise
    graph = Graph(_with_facts(opened))
    _opened[folder] = graph
    return graph


def _with_facts(store: Store) -> Store:
    """A new store gets ontology and register at once, so that it can be asked before the first ingest."""
    if not store.fingerprints():
        update_facts(store)
    return store
