"""Attribution of quotations: who said what, compared with the public benchmark's annotation of news articles.

The benchmark is "Dataset of Quotation Attribution in German News Articles" (Petersen-Frey and Biemann, LREC-COLING
2024); one JSON file an article, with `originalText`, `tokens` and `annotations`. A quotation that was found is right
if its tokens have an F1 of at least 0.5 with a real one and its speaker covers that one's head: here the first word
that begins with a capital or, in a longer name, half of such words; for a pronoun the pronoun. The benchmark's own
scorer (`bench/reading.py --scorer`) knows heads better; this one needs nothing but the data.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.matching import pair
from bench.scoring import Count
from podium.errors import PodiumError

__all__ = ["Article", "BadArticle", "articles", "count", "right_ones"]

_ALIKE = 0.5
_SMALL = frozenset("der die das dem den des ein eine einer eines einem einen sein seine ihr ihre laut nach so".split())
Tokens = frozenset[int]


class BadArticle(PodiumError, ValueError):
    """A file of the benchmark that is not in its format; names the file."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: text, words with their offsets (code points), and the real quotations."""

    name: str
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: tuple[tuple[Tokens, Tokens], ...]  # tokens of the words said, tokens of the speaker

    def tokens(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """Numbers of the tokens that share a character with the spans."""
        numbers: set[int] = set()
        for start, end in spans:
            numbers.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(numbers)


def articles(folder: Path) -> Iterator[Article]:
    """Articles of a folder of the benchmark, by file name. Raises BadArticle."""
    for path in sorted(folder.glob("*.json")):
        try:
            yield _article(json.loads(path.read_text(encoding="utf-8")))
        except (KeyError, TypeError, ValueError) as error:
            raise BadArticle(f"{path}: no article of the benchmark ({type(error).__name__}: {error})") from error


def _article(raw: Mapping[str, Any]) -> Article:
    text, places = raw["originalText"], [(t["charBegin"], t["charEnd"]) for t in raw["tokens"]]
    parts = [(frozenset(a["quote"]["tokenIds"]), frozenset(a["speaker"]["tokenIds"])) for a in raw["annotations"]]
    words = tuple(text[start:end] for start, end in places)
    starts, ends = tuple(start for start, _ in places), tuple(end for _, end in places)
    return Article(raw["documentName"], text, words, starts, ends, tuple(parts))


def right_ones(article: Article, contributions: Sequence[Mapping[str, Any]]) -> set[int]:
    """Numbers of the contributions (`Reading.as_dict()`) that attribute a real quotation rightly, one to one."""
    found = [(article.tokens(c["quote"]), article.tokens(c["speaker_span"])) for c in contributions]
    edges = [
        [j for j, (quote, speaker) in enumerate(found) if _f1(quote, real) >= _ALIKE and _covers(article, speaker, who)]
        for real, who in article.quotations
    ]
    return set(pair(edges))


def count(article: Article, contributions: Sequence[Mapping[str, Any]]) -> Count:
    """Attributions right, attributions made, quotations with a speaker."""
    named = sum(bool(c["quote"] and c["speaker_span"]) for c in contributions)
    return Count(len(right_ones(article, contributions)), named, sum(bool(who) for _, who in article.quotations))


def _f1(a: Tokens, b: Tokens) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _covers(article: Article, speaker: Tokens, real: Tokens) -> bool:
    """Whether a speaker that was found holds the head of the real one."""
    nouns = [k for k in sorted(real) if article.words[k][:1].isupper() and article.words[k].lower() not in _SMALL]
    if not nouns:
        return not speaker.isdisjoint(real)
    return nouns[0] in speaker or 2 * len(speaker.intersection(nouns)) > len(nouns)
