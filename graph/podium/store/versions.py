"""Fingerprints: what a named graph was made from, so that nothing is made twice and nothing stays out of date."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from podium import resources
from podium.release import Release

__all__ = ["checks_version", "facts_version", "reader_version", "release_fingerprint"]

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def reader_version() -> str:
    """SHA-256 of all that decides what a text is read as: rules, lexicons, register, mapping to quads."""
    parts = ("namespaces.py", "release.py", "reading", "identity", "register", "triples")
    return _digest([*(_PACKAGE / part for part in parts), resources.ontology() / "register"])


@cache
def facts_version() -> str:
    """SHA-256 of all that the register graph and the ontology graph are made from."""
    return _digest([_PACKAGE / "namespaces.py", _PACKAGE / "register", _PACKAGE / "triples", resources.ontology()])


@cache
def checks_version() -> str:
    """SHA-256 of all that the verdict on a release depends on: checks, shapes, ontology, register."""
    return hashlib.sha256((facts_version() + _digest([_PACKAGE / "checks"])).encode()).hexdigest()


def release_fingerprint(release: Release, *options: object) -> str:
    """SHA-256 of a release, the reader's version and the options of the ingest; equal means equal quads."""
    known = (release.key, release.source, release.url, release.title, release.publisher, release.published)
    made_from = [reader_version(), release.sha256, known, options]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
