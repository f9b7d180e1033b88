"""How far readings agree with annotations: hits, precision, recall and F1 for each kind of thing.

A gold file is a JSON object as in `tests/reading/development`; a reading is what `Reading.as_dict()` gives. Facts are
paired one to one within a text, figures over several texts are micro-averaged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bench.facts import KINDS, Gold, Json, reading_facts
from bench.matching import pair

__all__ = ["KINDS", "Count", "Error", "Score", "score", "total"]

# A second title of an office that was found, or a second form of an organisation, is not held against a reading.
_TWICE = ("roles", "role titles", "speaker with role", "organisations")


@dataclass(frozen=True, slots=True)
class Count:
    """Facts that agree, facts of the reading, facts of the gold."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.hits + other.hits, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None where there is none."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is nothing on either side."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else None


class Error(NamedTuple):
    """One fact that a reading missed (`missed`) or has wrongly, as printed."""

    kind: str
    missed: bool
    fact: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one text by kind, and its errors."""

    counts: Mapping[str, Count]
    errors: tuple[Error, ...]


def score(annotation: Json, reading: Json) -> Score:
    """Compares one reading with its annotation; KeyError where either lacks a key of its format."""
    gold = Gold(annotation)
    expected, found = gold.facts(), reading_facts(reading, gold)
    counts: dict[str, Count] = {}
    errors: list[Error] = []
    for kind in KINDS:
        wanted, given = expected[kind], found[kind]
        edges = [[j for j, fact in enumerate(given) if gold.same(kind, want, fact)] for want in wanted]
        partner = pair(edges)
        again = {j for row in edges for j in row if j not in partner} if kind in _TWICE else set()
        counts[kind] = Count(len(partner), len(given) - len(again), len(wanted))
        hit = set(partner.values())
        errors += [Error(kind, True, gold.printed(kind, want)) for i, want in enumerate(wanted) if i not in hit]
        wrong = [fact for j, fact in enumerate(given) if j not in partner and j not in again]
        errors += [Error(kind, False, " · ".join(map(str, fact))) for fact in wrong]
    return Score(counts, tuple(errors))


def total(scores: Iterable[Score]) -> dict[str, Count]:
    """Sums over texts, kind by kind."""
    result = dict.fromkeys(KINDS, Count())
    for one in scores:
        result = {kind: result[kind] + one.counts[kind] for kind in KINDS}
    return result
