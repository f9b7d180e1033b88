"""Remembers that every release in a folder conforms to the shapes, for as long as nobody else writes into it.

The mark is a file beside the database. It holds a digest of the database's own files (RocksDB never changes a file of
data, it only adds and removes them, under numbers that rise) and a digest of all that a verdict depends on: checks,
shapes, ontology, register. So it is void as soon as another program writes, and as soon as Podium itself changes.
Podium marks a store after an ingest that checked each release before it was written, and after a check without a
violation; a process that is killed leaves no mark.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from podium.store.versions import checks_version

__all__ = ["MARK", "mark", "marked", "state"]

MARK = "podium-checked"


def marked(folder: Path) -> bool:
    """Whether the database in `folder` is, file by file, the one that was marked."""
    try:
        return (folder / MARK).read_text(encoding="ascii") == state(folder)
    except (OSError, ValueError):
        return False


def mark(folder: Path, as_of: str) -> None:
    """Mark the database in the state `as_of`; where that cannot be written, the next check simply reads everything."""
    with contextlib.suppress(OSError):
        (folder / MARK).write_text(as_of, encoding="ascii")


def state(folder: Path) -> str:
    """Digest of the database's files (name, size, time) and of the version of the checks."""
    digest = hashlib.sha256(checks_version().encode())
    with os.scandir(folder) as entries:
        files = sorted(
            (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
            for entry in entries
            if entry.name.endswith((".sst", ".log"))
        )
    digest.update(repr(files).encode())
    return digest.hexdigest()
