"""From sources to the store: each release read once, written as a whole, and only when something changed."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from typing import Literal

import pyoxigraph as ox

from podium.errors import PodiumError, StoreError, UsageError
from podium.release import Release
from podium.sources import MAX_BYTES, Document, Rejection, Skipped, documents, release_of
from podium.store import Store
from podium.store.base import FINGERPRINT
from podium.store.facts import update_facts
from podium.store.versions import release_fingerprint

__all__ = ["Outcome", "Summary", "ingest", "release_quads"]

Outcome = Literal["new", "unchanged", "replaced", "rejected"]

_AHEAD = 16  # releases a worker has waiting, so that it never runs dry
_BATCH = 100  # new releases written together: twice as fast as one by one, and still all or nothing


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
class _Job:
    """A release on its way, and where it was found; `fingerprint` says what its quads are made from."""

    release: Release
    place: str
    fingerprint: str
    outcome: Outcome


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
    last ingest. Otherwise its graph is replaced in one transaction. `progress` is called once a release, with its
    source. With workers the reading is done in processes of their own (started afresh, so a script that calls
    this needs `if __name__ == "__main__"`). Raises StoreError when the store fails; bad input is in the summary.
    """
    update_facts(store)
    summary = Summary()
    options: dict[str, object] = {"all_persons": all_persons, "min_confidence": min_confidence}
    found = documents(sources, max_bytes=max_bytes)
    jobs = _jobs(found, encoding, store.fingerprints(), options, summary, progress)
    writer = _Writer(store)
    for job, result in _read(jobs, workers, all_persons, min_confidence):
        if isinstance(result, str):
            summary.rejected.append(Rejection(job.place, result))
            progress(job.place, "rejected")
            continue
        name = ox.NamedNode(job.release.iri)
        quads = [*result, ox.Quad(name, FINGERPRINT, ox.Literal(job.fingerprint), name)]
        writer.write(job.release.iri, quads, job.outcome)
        setattr(summary, job.outcome, getattr(summary, job.outcome) + 1)
        progress(job.place, job.outcome)
    writer.finish()
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


def _jobs(
    found: Iterable[Document | Rejection | Skipped],
    encoding: str | None,
    present: dict[str, str],
    options: dict[str, object],
    summary: Summary,
    progress: Callable[[str, Outcome], None],
) -> Iterator[_Job]:
    """What has to be read; all else goes into the summary."""
    met: dict[str, tuple[str, str]] = {}
    for item in found:
        if isinstance(item, Skipped):
            summary.skipped.append(item)
            continue
        release = _release(item, encoding, met) if isinstance(item, Document) else item
        if isinstance(release, Rejection):
            summary.rejected.append(release)
            progress(item.source, "rejected")
            continue
        fingerprint = release_fingerprint(release, **options)
        if present.get(release.iri) == fingerprint or release.iri in met:
            summary.unchanged += 1
            progress(item.source, "unchanged")
        else:
            outcome: Outcome = "replaced" if release.iri in present else "new"
            yield _Job(release, item.source, fingerprint, outcome)
        met.setdefault(release.iri, (item.source, release.sha256))


def _release(document: Document, encoding: str | None, met: dict[str, tuple[str, str]]) -> Release | Rejection:
    """The release, with the path below what was ingested as its source, so that the quads do not depend on where
    that is; rejected where another text of this run (`met`: IRI → place, hash) has the same key.
    """
    release = release_of(document, encoding)
    if isinstance(release, Rejection):
        return release
    place, sha256 = met.get(release.iri, ("", release.sha256))
    if sha256 != release.sha256:
        reason = f"has the same {'address' if release.url else 'name'} as {place}, but another text"
        return Rejection(document.source, reason, "give each an id or url of its own in front matter")
    return replace(release, source=document.key or document.source)


class _Writer:
    """Writes graphs: changed ones at once, new ones together as soon as there are many."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[tuple[str, list[ox.Quad]]] = []

    def write(self, graph: str, quads: list[ox.Quad], outcome: Outcome) -> None:
        """Take the quads of a release."""
        if outcome == "replaced":
            self._store.put(graph, quads)
            return
        self._waiting.append((graph, quads))
        if len(self._waiting) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Write what waits."""
        self._store.put_new(self._waiting)
        self._waiting.clear()


def _read(
    jobs: Iterable[_Job], workers: int, all_persons: bool, min_confidence: float
) -> Iterator[tuple[_Job, list[ox.Quad] | str]]:
    """Quads of each job in order, or the reason why it could not be read."""
    if workers < 1:
        raise UsageError(f"The number of workers must be at least 1, not {workers}")
    if workers == 1:
        for job in jobs:
            result = _attempt(job.release, all_persons, min_confidence)
            yield job, result
        return
    waiting: deque[tuple[_Job, Future[bytes | str]]] = deque()
    with _pool(workers) as pool:
        for job in jobs:
            waiting.append((job, pool.submit(_attempt_serialised, job.release, all_persons, min_confidence)))
            if len(waiting) >= _AHEAD * workers:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes started afresh: a fork would share the open store and its threads."""
    # Ctrl-C reaches the whole process group; only the parent answers it.
    quiet = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=signal.signal, initargs=quiet)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise StoreError("A worker process died (out of memory?): run again with fewer --workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(job: _Job, future: "Future[bytes | str]") -> tuple[_Job, list[ox.Quad] | str]:
    result = future.result()
    if isinstance(result, str):
        return job, result
    return job, list(ox.parse(input=result, format=ox.RdfFormat.N_QUADS))


def _attempt(release: Release, all_persons: bool, min_confidence: float) -> list[ox.Quad] | str:
    """One release that trips a rule must not end the ingest of thousands; what the register lacks must."""
    try:
        return release_quads(release, all_persons, min_confidence)
    except PodiumError:
        raise
    except Exception as error:
        return f"could not be read: {type(error).__name__}: {error} (a fault in Podium's rules, please report it)"


def _attempt_serialised(release: Release, all_persons: bool, min_confidence: float) -> bytes | str:
    """As N-Quads, which cross between processes six times faster than pickled quads."""
    quads = _attempt(release, all_persons, min_confidence)
    return quads if isinstance(quads, str) else ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
