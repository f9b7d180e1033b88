"""Documents from the file system: files, folders, globs, archives, standard input."""

import glob
import os
import re
import stat
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from podium.sources.values import Document, Rejection, Skipped

__all__ = ["count_files", "file_documents", "stdin_document"]

KINDS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
# Text that lies beside releases and is none; anything else in a folder that cannot be read is named as rejected.
_BESIDE = {".json", ".jsonl", ".csv", ".tsv", ".yaml", ".yml", ".toml", ".ini", ".py", ".js", ".css", ".log", ".ttl",
           ".rq", ".nq", ".bib", ".license", ".sha256", ".lock"}  # fmt: skip
_OF_STORE = {"CURRENT", "IDENTITY"}  # what the folder of a store holds (RocksDB)
# What an archive that is broken, encrypted or packed in an unknown way raises.
_UNREADABLE = (zipfile.BadZipFile, tarfile.TarError, EOFError, RuntimeError, NotImplementedError, OSError)
_MAGIC = re.compile(r"[*?\[]")

Found = Document | Rejection | Skipped


def file_documents(source: str, max_bytes: int) -> Iterator[Found]:
    """Documents of a file, a folder (recursive, in order of names), an archive, or a glob (`**` is recursive).

    Hidden files and folders and stores that lie in a folder are left out, links to folders are not followed. A file
    larger than `max_bytes`, unreadable or of an unreadable kind is a rejection; nothing is raised.
    """
    path = Path(source)
    try:
        exists = path.exists()
    except (OSError, ValueError) as error:
        yield Rejection(source, f"cannot be read: {_reason(error)}")
        return
    if not exists and _MAGIC.search(source):
        yield from _globbed(source, max_bytes)
    elif not exists and not path.is_symlink():
        yield Rejection(source, "no such file or folder", missing=True)
    elif path.is_dir() and all((path / name).is_file() for name in _OF_STORE):
        yield Rejection(source, "is the folder of a store, not of releases (to ask it, give it with --store)")
    elif path.is_dir():
        yield from _folder(path, path, max_bytes)
    else:
        yield from _file(path, path.name, max_bytes)


def count_files(source: str) -> int | None:
    """Files of a file or folder that may hold a release; None for archives, feeds and globs."""
    path = Path(source)
    if not path.is_dir():
        return 1 if path.is_file() and KINDS.get(path.suffix.lower()) in ("text", "html") else None
    files = [found for found in _walk(path) if isinstance(found, Path) and found.suffix.lower() not in _BESIDE]
    return None if any(file.name.lower().endswith(ARCHIVES) for file in files) else len(files)


def stdin_document(max_bytes: int) -> Document | Rejection:
    """What comes on standard input, as one document; its key is made from its content later."""
    data = sys.stdin.buffer.read(max_bytes + 1)
    if len(data) > max_bytes:
        return _too_large("-", max_bytes)
    return Document(data, "-", "")


def _globbed(pattern: str, max_bytes: int) -> Iterator[Found]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute patterns)
    if not paths:
        yield Rejection(pattern, "no file matches", missing=True)
    fixed = re.split(r"[\\/]", pattern[: _MAGIC.search(pattern).start()])[:-1]  # type: ignore[union-attr]
    base = Path("/".join(fixed) or ("/" if pattern.startswith("/") else "."))
    for path in map(Path, paths):
        if path.is_dir():
            if "**" not in pattern:  # with ** the files below come by themselves
                yield from _folder(path, base, max_bytes)
        else:
            yield from _file(path, _key(path, base), max_bytes)


def _folder(folder: Path, base: Path, max_bytes: int) -> Iterator[Found]:
    beside: Counter[str] = Counter()
    for path in _walk(folder):
        if isinstance(path, Rejection):
            yield path
        elif path.suffix.lower() in _BESIDE:
            beside[path.suffix.lower()] += 1
        else:
            yield from _file(path, _key(path, base), max_bytes)
    if beside:
        yield Skipped(_shown(folder), tuple(sorted(beside)), beside.total())


def _walk(folder: Path) -> Iterator[Path | Rejection]:
    """Regular files and broken links below a folder, by name; named pipes and devices would block."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Rejection(_shown(folder), f"cannot be read: {_reason(error)}")
        return
    if {entry.name for entry in entries} >= _OF_STORE:
        return  # "podium ingest ." with its store there
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_symlink() or entry.is_file():
            path = Path(entry.path)
            if not (entry.is_symlink() and path.is_dir()):
                yield path


def _file(path: Path, key: str, max_bytes: int) -> Iterator[Found]:
    source = _shown(path)
    name = path.name.lower()
    if path.suffix.lower() in _BESIDE:
        yield Skipped(source, (path.suffix.lower(),), 1)
        return
    try:
        if name.endswith(ARCHIVES):
            yield from _archive(path, key, max_bytes)
            return
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = b"" if stat.S_ISREG(status.st_mode) and status.st_size > max_bytes else file.read(max_bytes + 1)
        if status.st_size > max_bytes or len(data) > max_bytes:
            yield _too_large(source, max_bytes)
        else:
            yield Document(data, source, key, KINDS.get(path.suffix.lower(), ""))
    except (OSError, ValueError) as error:
        yield Rejection(source, f"cannot be read: {_reason(error)}")


def _archive(path: Path, key: str, max_bytes: int) -> Iterator[Found]:
    """Members by name; `source` is `archive.zip/member`."""
    source = _shown(path)
    prefix = f"{key}/" if "/" in key else ""
    beside: Counter[str] = Counter()
    try:
        for member, size, stream in _members(path):
            inner = _text(member)
            parts = PurePosixPath(inner)
            if any(part.startswith(".") or part == "__MACOSX" for part in parts.parts):
                continue
            if parts.suffix.lower() in _BESIDE:
                beside[parts.suffix.lower()] += 1
            elif size > max_bytes:
                yield _too_large(f"{source}/{inner}", max_bytes)
            else:
                yield _member(stream, f"{source}/{inner}", prefix + inner, max_bytes)
    except _UNREADABLE as error:
        yield Rejection(source, f"is no readable archive: {_reason(error)}")
    if beside:
        yield Skipped(source, tuple(sorted(beside)), beside.total())


class _Lazy:
    """A member that is opened only when it is read."""

    def __init__(self, archive: zipfile.ZipFile | tarfile.TarFile, member: zipfile.ZipInfo | tarfile.TarInfo) -> None:
        self._archive, self._member = archive, member

    def open(self) -> IO[bytes] | None:
        """The member's bytes as a stream."""
        if isinstance(self._archive, zipfile.ZipFile):
            return self._archive.open(self._member)  # type: ignore[arg-type]
        return self._archive.extractfile(self._member)  # type: ignore[arg-type]


def _members(path: Path) -> Iterator[tuple[str, int, _Lazy]]:
    if path.name.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                if not info.is_dir():
                    yield info.filename, info.file_size, _Lazy(archive, info)
    else:
        with tarfile.open(path) as tape:
            for member in sorted(tape.getmembers(), key=lambda member: member.name):
                if member.isfile():
                    yield member.name, member.size, _Lazy(tape, member)


def _member(lazy: _Lazy, source: str, key: str, max_bytes: int) -> Document | Rejection:
    try:
        stream = lazy.open()
        data = stream.read(max_bytes + 1) if stream else b""
    except _UNREADABLE as error:
        return Rejection(source, f"cannot be read: {_reason(error)}")
    if len(data) > max_bytes:  # the archive's own statement of the size may be wrong
        return _too_large(source, max_bytes)
    return Document(
        data, source, unicodedata.normalize("NFC", key), KINDS.get(PurePosixPath(source).suffix.lower(), "")
    )


def _too_large(source: str, max_bytes: int) -> Rejection:
    limit = f"{max_bytes / 1_000_000:g} MB"
    return Rejection(source, f"is larger than {limit}", "split it into releases, or raise --max-megabytes")


def _key(path: Path, base: Path) -> str:
    try:
        relative = path.relative_to(base)
    except ValueError:
        relative = Path(path.name)
    return unicodedata.normalize("NFC", _text(relative.as_posix()))


def _shown(path: Path) -> str:
    return _text(path.as_posix())


def _text(name: str) -> str:
    """A file's name as valid text, also where it is no valid UTF-8 on disk."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
