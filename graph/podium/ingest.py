"""From sources to the store: each release read once, written as a whole, and only when something changed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Literal

import pyoxigraph as ox

from podium.errors import PodiumError, StoreError, UsageError
from podium.inference import Changes
from podium.release import Release
from podium.sources import MAX_BYTES, Document, Rejection, Skipped, documents, release_of
from podium.store import Store
from podium.store.base import FINGERPRINT, Quads
from podium.store.facts import update_facts
from podium.store.versions import release_fingerprint
from podium.workers import Workers

__all__ = ["Outcome", "Summary", "ingest", "release_quads"]

Outcome = Literal["new", "unchanged", "replaced", "rejected"]
Found = Document | Rejection | Skipped

_BATCH = 100  # new releases written together: twice as fast as one by one, and still all or nothing
_CHUNK, _CHUNK_BYTES = 8, 1_000_000  # documents that go to a worker together
_AHEAD = 4  # chunks a worker has waiting, so that it never runs dry


@dataclass(slots=True)
class Summary:
    """What an ingest did: counts, and everything that was not taken."""

    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """Releases that are in the store now."""
        return self.new + self.unchanged + self.replaced

    @property
    def exit_code(self) -> int:
        """0 done, 1 some input was rejected, 2 nothing could be read at all."""
        if not self.taken and all(rejection.missing for rejection in self.rejected):
            return 2
        return 1 if self.rejected else 0


@dataclass(frozen=True, slots=True)
class _Settings:
    """What decides, beside the text, what a release is read as; `present` are the fingerprints in the store."""

    encoding: str | None
    all_persons: bool
    min_confidence: float
    present: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A release that was read; `quads` is None where the store has the same already."""

    graph: str
    place: str
    has_address: bool
    sha256: str
    outcome: Outcome
    quads: Quads | None


def ingest(
    sources: Iterable[str],
    store: Store,
    *,
    workers: int = 1,
    all_persons: bool = False,
    min_confidence: float = 0.0,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    progress: Callable[[str, Outcome], None] = lambda source, outcome: None,
) -> Summary:
    """Read `sources` into `store`; the same input gives the same quads, whatever the number of workers.

    A release is left alone when its text, its metadata, the rules, the register and the options are those of its
    last ingest. Otherwise its graph is replaced in one transaction. `progress` is called once a release, with
    where it was found. With workers the reading is done in processes of their own (started afresh, so a script
    that calls this needs `if __name__ == "__main__"`). Raises StoreError when the store fails; bad input is in
    the summary.
    """
    if workers < 1:
        raise UsageError(f"The number of workers must be at least 1, not {workers}")
    checked = store.checked  # each release is checked before it is written, so what was known to conform still does
    if update_facts(store) and len(store.fingerprints()) > 2:
        checked = False  # releases that stay as they are may rest on what the register no longer says
    settings = _Settings(encoding, all_persons, min_confidence, store.fingerprints())
    changes = Changes(store)
    summary, writer, met = Summary(), _Writer(store, changes), dict[str, _Read]()
    for result in _results(documents(sources, max_bytes=max_bytes), settings, workers):
        if isinstance(result, Skipped):
            summary.skipped.append(result)
            continue
        rejection = result if isinstance(result, Rejection) else _duplicate(result, met)
        if rejection is not None:
            summary.rejected.append(rejection)
            progress(rejection.source, "rejected")
            continue
        assert isinstance(result, _Read)
        outcome: Outcome = "unchanged" if result.graph in met else result.outcome
        if outcome != "unchanged" and result.quads is not None:
            writer.write(result.graph, result.quads, outcome)
        met.setdefault(result.graph, replace(result, quads=None))
        setattr(summary, outcome, getattr(summary, outcome) + 1)
        progress(result.place, outcome)
    writer.finish()
    changes.finish()
    store.checked = checked
    return summary


def release_quads(release: Release, all_persons: bool = False, min_confidence: float = 0.0) -> list[ox.Quad]:
    """Quads of one release, without contributions below `min_confidence`."""
    from podium.reading import read
    from podium.register import load
    from podium.triples.reading import reading_quads

    register = load()
    reading = read(release, register)
    kept = tuple(said for said in reading.contributions if said.confidence >= min_confidence)
    return reading_quads(replace(reading, contributions=kept), register, all_persons=all_persons)


def _duplicate(result: _Read, met: dict[str, _Read]) -> Rejection | None:
    """Why a release cannot be the one of that key that was met before in this run; None where it can."""
    first = met.get(result.graph)
    if first is None or first.sha256 == result.sha256:
        return None
    reason = f"has the same {'address' if result.has_address else 'name'} as {first.place}, but another text"
    return Rejection(result.place, reason, "give each an id or url of its own in front matter")


class _Writer:
    """Writes graphs: changed ones at once, new ones together as soon as there are many; `changes` hears of each."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store, self._changes = store, changes
        self._waiting: list[tuple[str, Quads]] = []

    def write(self, graph: str, quads: Quads, outcome: Outcome) -> None:
        """Take the quads of a release."""
        if outcome == "replaced":
            self._changes.replacing(graph)
            self._store.put(graph, quads)
            self._changes.written(graph)
            return
        self._waiting.append((graph, quads))
        if len(self._waiting) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        graphs = [graph for graph, _ in self._waiting]
        self._changes.replacing(*graphs)
        self._store.put_new(self._waiting)
        self._changes.written(*graphs)
        self._waiting.clear()


def _results(found: Iterable[Found], settings: _Settings, workers: int) -> Iterator[_Read | Rejection | Skipped]:
    """What became of each document, in order."""
    if workers == 1:
        for item in found:
            yield _read(item, settings) if isinstance(item, Document) else item
        return
    waiting: deque[Future[list[_Read | Rejection | Skipped]]] = deque()
    with _pool(workers, settings) as pool:
        for chunk in _chunks(found):
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) >= _AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _read(document: Document, settings: _Settings) -> _Read | Rejection:
    """One document; a release that trips a rule is a rejection, so that it does not end the ingest of thousands."""
    release = release_of(document, settings.encoding)
    if isinstance(release, Rejection):
        return release
    # The path below what was ingested, so that the quads do not depend on where that is.
    release = replace(release, source=document.key or document.source)
    options = (settings.all_persons, settings.min_confidence)
    fingerprint, known = release_fingerprint(release, *options), settings.present.get(release.iri)
    about = (release.iri, document.source, release.url is not None, release.sha256)
    if known == fingerprint:
        return _Read(*about, "unchanged", None)
    from podium.checks.validate import check_quads  # here, so that an ingest with nothing to do starts fast

    try:
        quads = release_quads(release, *options)
    except (PodiumError, ImportError):  # what is missing for one release is missing for all
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {error} (a fault in Podium's rules, please report it)"
        return Rejection(document.source, f"could not be read: {fault}")
    violations = check_quads(quads)
    if violations:
        more = f" (and {len(violations) - 1} more)" if len(violations) > 1 else ""
        reason = f"does not conform to the shapes: {violations[0]}{more}"
        return Rejection(document.source, reason, "a fault in Podium's rules, please report it")
    name = ox.NamedNode(release.iri)
    quads.append(ox.Quad(name, FINGERPRINT, ox.Literal(fingerprint), name))
    return _Read(*about, "new" if known is None else "replaced", quads)


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Documents in bundles: one by one, they would spend their time on the way between the processes."""
    chunk: list[Found] = []
    size = 0
    for item in found:
        chunk.append(item)
        size += len(item.data) if isinstance(item, Document) else 0
        if len(chunk) >= _CHUNK or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


@contextmanager
def _pool(workers: int, settings: _Settings) -> Iterator[Workers]:
    """Processes that read; what they have not begun is dropped at the end."""
    pool = Workers(workers, _start_worker, (settings,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise StoreError("A worker process died (out of memory?): run again with fewer --workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


_settings: _Settings | None = None  # of a worker process, set once when it starts


def _start_worker(settings: _Settings) -> None:
    global _settings
    _settings = settings


def _work(chunk: list[Found]) -> list[_Read | Rejection | Skipped]:
    """A bundle in a worker; quads go back as N-Quads, six times faster than pickled."""
    assert _settings is not None
    results = [_read(item, _settings) if isinstance(item, Document) else item for item in chunk]
    return [_serialised(result) if isinstance(result, _Read) else result for result in results]


def _serialised(result: _Read) -> _Read:
    if result.quads is None or isinstance(result.quads, bytes):
        return result
    return replace(result, quads=ox.serialize(result.quads, format=ox.RdfFormat.N_QUADS) or b"")
