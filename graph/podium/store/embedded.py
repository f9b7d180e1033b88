"""The store as a folder on disk (RocksDB, by Oxigraph), or in memory."""

import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from podium.errors import StoreError, UsageError
from podium.store.base import Quads, QueryResult, Store, in_graph, replacement, retraction
from podium.store.mark import mark, marked, state

__all__ = ["EmbeddedStore", "memory_store", "open_folder"]

_PAUSES = (0.05, 0.2, 0.5)  # seconds
_MEMORY = "memory"  # the location of a store without a folder
_MANY = 20  # graphs from which on a bulk load is faster than a transaction each

# What RocksDB writes before its file CURRENT: only these mean that the making was interrupted.
_UNFINISHED = re.compile(r"LOCK|LOG(\.old\.\d+)?|IDENTITY|MANIFEST-\d+|OPTIONS-\d+|\d+\.(log|sst)|.*\.dbtmp")


class EmbeddedStore(Store):
    """A store inside this process, made by `open_folder` or `memory_store`."""

    def __init__(self, store: ox.Store, location: str, *, read_only: bool = False) -> None:
        self.location = location
        self.read_only = read_only
        self._store: ox.Store | None = store
        self._as_of = ""  # the state of a folder opened for reading, when it was opened

    @property
    def oxigraph(self) -> ox.Store:
        """The pyoxigraph store itself, for what this class does not offer (bulk work, oxrdflib)."""
        self.checked = self.checked and self.read_only  # whoever has it may write what nobody checked
        return self._open()

    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"The store {self.location} is closed")
        return self._store

    def query(self, sparql: str) -> QueryResult:
        """See `Store.query`."""
        try:
            return self._open().query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise UsageError(f"This is no valid SPARQL query: {error}") from error
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot answer: {error}") from error

    def put(self, graph: str, quads: Quads) -> None:
        """See `Store.put`."""
        listed = in_graph(graph, quads)
        store = self._writable()
        try:
            if store.contains_named_graph(ox.NamedNode(graph)):
                store.update(replacement(graph, listed))
            else:
                store.extend(listed)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot be written: {error}") from error

    def put_new(self, graphs: Iterable[tuple[str, Quads]]) -> None:
        """See `Store.put_new`; many are loaded as one file of the database, which is there or not."""
        listed = list(graphs)
        serialised = [quads for _, quads in listed if isinstance(quads, bytes)]
        if len(listed) < _MANY:
            super().put_new(listed)
        elif len(serialised) == len(listed):
            self._bulk_load(b"".join(serialised))
        else:
            self.load_quads(quad for graph, quads in listed for quad in in_graph(graph, quads))

    def _bulk_load(self, nquads: bytes) -> None:
        try:  # lenient: our own serialisation need not be checked again
            self._writable().bulk_load(input=nquads, format=ox.RdfFormat.N_QUADS, lenient=True)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot be written: {error}") from error

    def forget(self, graph: str) -> bool:
        """See `Store.forget`."""
        checked = self.checked
        store = self._writable()
        name = ox.NamedNode(graph)
        known = store.contains_named_graph(name)
        try:
            store.remove_graph(name)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot be written: {error}") from error
        self.checked = checked  # no release rests on another one
        return known

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """See `Store.quads`."""
        return self._open().quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)

    def load_quads(self, quads: Iterable[ox.Quad]) -> None:
        """See `Store.load_quads`."""
        try:
            self._writable().bulk_extend(quads)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot be written: {error}") from error

    def retract(self, graph: str, subjects: Iterable[str]) -> None:
        """See `Store.retract`."""
        try:
            self._writable().update(retraction(graph, subjects))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The store {self.location} cannot be written: {error}") from error

    def close(self) -> None:
        """See `Store.close`."""
        if self._store is not None and not self.read_only:
            self._store.flush()
        in_folder = self._store is not None and self.location != _MEMORY
        self._store = None
        if in_folder and self.checked:
            mark(Path(self.location), self._as_of or state(Path(self.location)))

    def _writable(self) -> ox.Store:
        if self.read_only:
            raise StoreError(f"The store {self.location} was opened for reading only")
        return self.oxigraph


def memory_store() -> EmbeddedStore:
    """An empty store in memory."""
    return EmbeddedStore(ox.Store(), _MEMORY)


def open_folder(folder: Path, *, read_only: bool = False, create: bool = False) -> EmbeddedStore:
    """Open the store in `folder`; see `podium.store.open_store` for the flags and errors."""
    exists = _is_store(folder)
    if not exists and not create:
        raise StoreError(f"No store at {folder}: run `podium ingest SOURCE --store {folder}` first")
    try:
        if read_only and exists:
            as_of, checked = state(folder), marked(folder)
            opened = EmbeddedStore(_reader(folder), str(folder), read_only=True)
            opened.checked, opened._as_of = checked, as_of
            return opened
        folder.mkdir(parents=True, exist_ok=True)
        checked = not exists or marked(folder)  # asked before it is opened, which alone changes its files
        opened = EmbeddedStore(ox.Store(str(folder)), str(folder))
        opened.checked = checked
        return opened
    except (OSError, RuntimeError) as error:
        raise StoreError(_reason(folder, error)) from error


def _reader(folder: Path) -> ox.Store:
    """A reader; tried again where a writer put files together between their listing and their opening."""
    for pause in _PAUSES:
        try:
            return ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise
            time.sleep(pause)
    return ox.Store.read_only(str(folder))


def _is_store(folder: Path) -> bool:
    """Whether a store is there; StoreError if something else is, so that it is not written into."""
    if not folder.exists():
        return False
    if not folder.is_dir():
        raise StoreError(f"{folder} is a file, not the folder of a store")
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError as error:
        raise StoreError(f"The folder {folder} cannot be read: {error.strerror}") from error
    if "CURRENT" in names:
        return True
    if all(_UNFINISHED.fullmatch(name) for name in names):
        return False
    raise StoreError(f"{folder} is a folder, but no Podium store: name another with --store")


def _reason(folder: Path, error: Exception) -> str:
    message = str(error)
    if "lock" in message.lower():
        return f"The store {folder} is open for writing in another process: wait until that has ended"
    if isinstance(error, PermissionError) or "ermission denied" in message:
        return f"The store {folder} may not be opened: permission denied"
    return f"The store {folder} cannot be opened: {message}"
