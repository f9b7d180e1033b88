"""A release made ready for the rules: normal text, tokens, blocks, quotations, sentences."""

from bisect import bisect_left, bisect_right
from functools import cache
from typing import Any

import spacy
from spacy.util import compile_infix_regex

from podium.reading.blocks import Block, find_blocks
from podium.reading.normal import Normal, normalise
from podium.reading.quotes import Quote, pair_quotes
from podium.reading.sentences import split_sentences
from podium.reading.words import Word, word
from podium.release import Release

__all__ = ["Document"]


class Document:
    """Tokens of a release with their structure; read-only for the rules.

    Token numbers index `words` (strings), `types` (`Word`), `starts` and `ends` (offsets in the normal text `text`),
    `quote_at` (number of the outermost quote around a token or -1) and `sentence_at`. `sentences` are triples (first
    token, token after the last, block number). `tagged` is the spaCy Doc of a user's own pipeline, or None.
    """

    __slots__ = (
        "block_tokens", "blocks", "ends", "normal", "quote_at", "quotes", "release", "sentence_at", "sentences", "starts",
        "tagged", "text", "types", "words",
    )  # fmt: skip

    def __init__(self, release: Release, pipeline: str | None = None) -> None:
        self.release = release
        self.normal: Normal = normalise(release.text)
        self.text: str = self.normal.text
        doc = _pipeline(pipeline)(self.text) if pipeline else _tokenizer()(self.text)
        self.tagged: Any = doc if pipeline else None
        self.words, self.starts, self.ends = _tokens(doc)
        self.types: list[Word] = [word(w) for w in self.words]
        self.blocks: list[Block] = find_blocks(self.text)
        self.block_tokens = [
            (bisect_left(self.starts, b.start), bisect_left(self.starts, b.end)) for b in self.blocks
        ]
        gaps = [i == 0 or self.starts[i] > self.ends[i - 1] for i in range(len(self.words))]
        self.quotes: list[Quote] = pair_quotes(self.words, gaps, self.block_tokens)
        self.sentences = split_sentences(self.text, self.starts, self.blocks, self.quotes)
        self.quote_at = [-1] * len(self.words)
        for number, quote in enumerate(self.quotes):
            if quote.parent < 0:
                self.quote_at[quote.first : quote.last + 1] = [number] * (quote.last + 1 - quote.first)
        self.sentence_at = [n for n, (first, end, _) in enumerate(self.sentences) for _ in range(first, end)]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Raw span (code points of `release.text`) of the tokens first … end-1."""
        return self.normal.span(self.starts[first], self.ends[end - 1])

    def phrase(self, first: int, end: int) -> str:
        """Normal text of the tokens first … end-1, with single blanks."""
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split()) if end > first else ""

    def block(self, token: int) -> Block:
        """Block that holds a token."""
        return self.blocks[self.sentences[self.sentence_at[token]][2]]

    def token_from(self, offset: int) -> int:
        """First token that begins at or after a normal offset."""
        return bisect_left(self.starts, offset)

    def token_at(self, offset: int) -> int:
        """Token that holds a normal offset (or the one before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)


def _tokens(doc: Any) -> tuple[list[str], list[int], list[int]]:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in doc:
        text = token.text
        if text.isspace():
            continue
        start = token.idx
        words.append(text)
        starts.append(start)
        ends.append(start + len(text))
    return words, starts, ends


@cache
def _tokenizer() -> Any:
    nlp = spacy.blank("de")
    # spaCy's German rules leave marks inside words where a blank is missing ("sagte:„Ja“und").
    infixes = [*nlp.Defaults.infixes, r"[„“”»«\"]", r"(?<=\w):(?=[„“\"»A-ZÄÖÜ])", r"(?<=[a-zäöüß])\.(?=[A-ZÄÖÜ][a-zäöüß])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp.tokenizer


@cache
def _pipeline(name: str) -> Any:
    return spacy.load(name)
