"""How often each rule of speech was right: the evidence behind the confidence of a contribution."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.facts import Gold, Json, mode_of
from bench.quotation_scoring import Article, right_ones

__all__ = ["Evidence", "Verdict", "article_verdicts", "confidence", "lower_bound", "release_verdicts", "tally"]

Verdict = tuple[Mapping[str, Any], bool]  # a contribution of a reading, and whether it is right

# Below this many contributions in releases, the articles count as well; below the second, nothing is known.
RARE = 15
UNKNOWN = 3
CAUTIOUS = 0.5

_Z = 1.2816  # quantile of the normal distribution for a one-sided bound of 90 %


@dataclass(slots=True)
class Evidence:
    """Contributions of one rule: right and all, in releases and in news articles."""

    releases: Counter[bool] = field(default_factory=Counter)
    articles: Counter[bool] = field(default_factory=Counter)

    @property
    def counted(self) -> Counter[bool]:
        """What the confidence rests on."""
        return self.releases if self.releases.total() >= RARE else self.releases + self.articles


def lower_bound(right: int, everything: int) -> float:
    """Wilson's lower bound (1927) of a share, one-sided, 90 %; 0.0 without any case."""
    if not everything:
        return 0.0
    share, z2 = right / everything, _Z * _Z
    centre = share + z2 / (2 * everything)
    spread = _Z * math.sqrt((share * (1 - share) + z2 / (4 * everything)) / everything)
    return (centre - spread) / (1 + z2 / everything)


def confidence(evidence: Evidence) -> float:
    """Confidence of a rule, two decimals, rounded down."""
    counts = evidence.counted
    if counts.total() < UNKNOWN:
        return CAUTIOUS
    return math.floor(100 * lower_bound(counts[True], counts.total())) / 100


def release_verdicts(annotation: Json, reading: Json) -> list[Verdict]:
    """Each contribution of a release whose speaker the text names, and whether its speaker speaks in that mode there.

    What somebody says who is not named (speaker null, or added by the register) the annotation does not have.
    """
    gold = Gold(annotation)
    named = {x["id"]: x["name"] for x in (*reading["persons"], *reading["organisations"]) if x["named"]}
    said = {(s["speaker"], s["mode"]) for s in annotation["speech"]}

    def is_right(name: str, mode: str) -> bool:
        return any(
            mode == m and (gold.is_person(who, name) if who in gold.persons else gold.is_organisation(who, name))
            for who, m in said
        )

    judged = [c for c in reading["contributions"] if c["speaker"] in named]
    return [(c, is_right(named[c["speaker"]], mode_of(c["form"]))) for c in judged]


def article_verdicts(article: Article, contributions: Sequence[Mapping[str, Any]]) -> list[Verdict]:
    """Each attribution in an article, and whether quotation and head of the speaker are right."""
    right = right_ones(article, contributions)
    return [(c, n in right) for n, c in enumerate(contributions) if c["quote"] and c["speaker_span"]]


def tally(releases: Iterable[Verdict], in_articles: Iterable[Verdict]) -> dict[str, Evidence]:
    """Evidence by rule, the most frequent rules first."""
    found: dict[str, Evidence] = {}
    for contribution, right in releases:
        found.setdefault(contribution["rule"], Evidence()).releases[right] += 1
    for contribution, right in in_articles:
        found.setdefault(contribution["rule"], Evidence()).articles[right] += 1
    weight = {rule: (-e.releases.total(), -e.articles.total(), rule) for rule, e in found.items()}
    return {rule: found[rule] for rule in sorted(found, key=weight.__getitem__)}
