"""Folders of annotated releases and what Podium reads in them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import track

from podium.errors import PodiumError
from podium.reading import read
from podium.register import load
from podium.release import Release
from podium.sources import releases

__all__ = ["DEVELOPMENT", "GOLD", "HELD_OUT", "Annotated", "BadFolder", "annotated", "progress", "reading_of"]

_TESTS = Path(__file__).resolve().parents[1] / "tests" / "reading"
DEVELOPMENT = _TESTS / "development"
GOLD = _TESTS / "gold"
HELD_OUT = _TESTS / "held_out"  # only its figures are looked at

_T = TypeVar("_T")


class BadFolder(PodiumError, ValueError):
    """A folder without annotated releases, or an annotation that cannot be read; names the path."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A release with its annotation."""

    release: Release
    annotation: dict[str, Any]

    @property
    def name(self) -> str:
        """`<id>` of the file."""
        return Path(self.release.source).stem


@cache
def annotated(folder: Path) -> tuple[Annotated, ...]:
    """Releases `<id>.txt` of a folder that have an annotation `<id>.json`, by file name. Raises BadFolder."""
    found = tuple(_pair(path) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").is_file())
    if not found:
        raise BadFolder(f"{folder}: no annotated releases (<id>.txt with <id>.json) there")
    return found


def _pair(path: Path) -> Annotated:
    release = next(iter(releases([str(path)])))
    if not isinstance(release, Release):
        raise BadFolder(str(release))
    try:
        return Annotated(release, json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise BadFolder(f"{path.with_suffix('.json')}: no annotation ({error})") from error


@cache
def reading_of(release: Release) -> dict[str, Any]:
    """What Podium reads in a release, as `podium read --format jsonl` says it."""
    return read(release, load()).as_dict()


def progress(items: Iterable[_T], what: str, number: int) -> Iterator[_T]:
    """The items, with a progress bar on stderr where that is a terminal."""
    return iter(track(items, what, total=number, console=Console(stderr=True), transient=True))
