"""A release made ready for the rules: normal text, tokens, blocks, quotations, sentences."""

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import compress, count
from operator import attrgetter, gt
from typing import Any, TypeVar

from podium.reading.blocks import Block, find_blocks
from podium.reading.forms import PerForm, Together
from podium.reading.normal import Normal, normalise
from podium.reading.quotes import Quote, pair_quotes
from podium.reading.sentences import split_sentences
from podium.reading.tagged import Tagged, tag, with_verbs
from podium.reading.tokens import tokenise
from podium.release import Release

__all__ = ["Document"]

V = TypeVar("V")
_lower = attrgetter("lower")


class Document:
    """Tokens of a release with their structure; read-only for the rules.

    Token numbers index `words` (strings, `forms` the different ones), `lowers` (in lower case), `types` (`Word`),
    `starts` and `ends` (offsets in the normal text `text`), `quote_at` (number of the outermost quote around a token or
    -1) and `sentence_at`. `sentences` are triples (first token, token after the last, block number). `tagged` is what a
    user's own spaCy pipeline says, or None.
    """

    __slots__ = (
        "_as_printed", "_places", "_values", "block_tokens", "blocks", "ends", "forms", "lowers", "normal", "quote_at",
        "quotes", "release", "sentence_at", "sentences", "starts", "tagged", "text", "types", "words",
    )  # fmt: skip

    def __init__(self, release: Release, pipeline: str | None = None) -> None:
        self.release = release
        self.normal: Normal = normalise(release.text)
        self.text: str = self.normal.text
        self._as_printed = self.text == release.text
        self.words, self.types, self.starts, self.ends = tokenise(self.text)
        self.lowers = list(map(_lower, self.types))
        self.forms = frozenset(self.words)
        self.tagged: Tagged | None = tag(pipeline, self.text, self.starts, self.ends) if pipeline else None
        if self.tagged:
            self.types = with_verbs(self.types, self.tagged)
        self.blocks: list[Block] = find_blocks(self.text)
        self.block_tokens = [(bisect_left(self.starts, b.start), bisect_left(self.starts, b.end)) for b in self.blocks]
        gaps = [True, *map(gt, self.starts[1:], self.ends)]
        self.quotes: list[Quote] = pair_quotes(self.words, gaps, self.block_tokens)
        self.sentences = split_sentences(self.text, self.starts, self.blocks, self.quotes)
        self.quote_at = [-1] * len(self.words)
        for number, quote in enumerate(self.quotes):
            if quote.parent < 0:
                self.quote_at[quote.first : quote.last + 1] = [number] * (quote.last + 1 - quote.first)
        self.sentence_at: list[int] = []
        for number, (first, end, _) in enumerate(self.sentences):
            self.sentence_at += [number] * (end - first)
        self._places: list[tuple[PerForm[str, Any], list[int]]] = []
        self._values: list[tuple[PerForm[str, Any], list[Any]]] = []

    def look_up(self, tables: Together[str]) -> None:
        """Look up several tables of word forms at once, so that `places` or `values` of each are known."""
        places, values = tables.of(self.words)
        self._places += zip(tables.tables, places, strict=True)
        self._values += zip(tables.whole, values, strict=True)

    def places(self, table: PerForm[str, Any]) -> list[int]:
        """Tokens of which a table of word forms says something, in order."""
        for known, places in self._places:
            if known is table:
                return places
        return table.places(self.words)

    def values(self, table: PerForm[str, V]) -> list[V]:
        """What a table of word forms says of each token; not to be changed."""
        for known, values in self._values:
            if known is table:
                return values
        return table.of(self.words)

    def tokens_of(self, forms: AbstractSet[str]) -> Iterable[int]:
        """Tokens that are one of some words, in order."""
        return () if forms.isdisjoint(self.forms) else compress(count(), map(forms.__contains__, self.words))

    def places_in(self, table: PerForm[str, Any], first: int, end: int) -> list[int]:
        """Those of `places` that are among the tokens first … end-1."""
        places = self.places(table)
        return places[bisect_left(places, first) : bisect_left(places, end)]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Raw span (code points of `release.text`) of the tokens first … end-1."""
        start, stop = self.starts[first], self.ends[end - 1]
        return (start, stop) if self._as_printed else self.normal.span(start, stop)

    def phrase(self, first: int, end: int) -> str:
        """Normal text of the tokens first … end-1, with single blanks."""
        if end - first == 1:
            return self.words[first]
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split()) if end > first else ""

    def block(self, token: int) -> Block:
        """Block that holds a token."""
        return self.blocks[self.sentences[self.sentence_at[token]][2]]

    def token_from(self, offset: int) -> int:
        """First token that begins at or after a normal offset."""
        return bisect_left(self.starts, offset)
