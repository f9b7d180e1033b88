"""Passages: stretches of a release's text as resources, with Web Annotation selectors.

A passage's IRI is the release's with the fragment `#char=start,end` of RFC 5147, in code points.
"""

import re
from collections.abc import Iterable

from podium.release import Release
from podium.triples.terms import TYPE, Literal, NamedNode, Quad, integer, node, oa, pod

__all__ = ["Passages", "without_reach"]

_CONTEXT = 32  # code points of prefix and suffix, as Web Annotation clients use to find a quotation again
_PRIVATE = re.compile(r"[@\d]")  # a context with a digit or an at-sign could be half a number or address
_PASSAGE, _START, _END, _QUOTED = pod("Passage"), pod("start"), pod("end"), pod("quotedText")
_HAS_SOURCE, _HAS_SELECTOR = oa("hasSource"), oa("hasSelector")
_POSITION, _OA_START, _OA_END = oa("TextPositionSelector"), oa("start"), oa("end")
_QUOTE, _EXACT, _PREFIX, _SUFFIX = oa("TextQuoteSelector"), oa("exact"), oa("prefix"), oa("suffix")
_REACH = re.compile(r"\S+@\S+|(?<!\w)(?:\+49|0)[\d\s/()–-]{6,}\d")


class Passages:
    """Writes each passage of one release once and hands out its IRI."""

    def __init__(self, release: Release, quads: list[Quad]) -> None:
        self._text = release.text
        self._iri = release.iri
        self._node = node(release.iri)
        self._quads = quads
        self._known: dict[tuple[int, int], NamedNode] = {}

    def __call__(self, start: int, end: int) -> NamedNode:
        """IRI of the passage `text[start:end]`, written at its first use."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = NamedNode(f"{self._iri}#char={start},{end}")
            self._write(known, start, end)
        return known

    def _write(self, passage: NamedNode, start: int, end: int) -> None:
        graph, text, iri, write = self._node, self._text, passage.value, self._quads.append
        position, quote = NamedNode(iri + "&position"), NamedNode(iri + "&quote")
        first, last, words = integer(start), integer(end), Literal(text[start:end])
        write(Quad(passage, TYPE, _PASSAGE, graph))
        write(Quad(passage, _HAS_SOURCE, graph, graph))
        write(Quad(passage, _START, first, graph))
        write(Quad(passage, _END, last, graph))
        write(Quad(passage, _QUOTED, words, graph))
        write(Quad(passage, _HAS_SELECTOR, position, graph))
        write(Quad(position, TYPE, _POSITION, graph))
        write(Quad(position, _OA_START, first, graph))
        write(Quad(position, _OA_END, last, graph))
        write(Quad(passage, _HAS_SELECTOR, quote, graph))
        write(Quad(quote, TYPE, _QUOTE, graph))
        write(Quad(quote, _EXACT, words, graph))
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        if before and not _PRIVATE.search(before):
            write(Quad(quote, _PREFIX, Literal(before), graph))
        if after and not _PRIVATE.search(after):
            write(Quad(quote, _SUFFIX, Literal(after), graph))


def without_reach(text: str, span: tuple[int, int], needed: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """`span`, cut so that it holds no e-mail address or telephone number but all `needed` spans, where it can."""
    start, end = span
    wanted = [s for s in needed if start <= s[0] and s[1] <= end]
    first = min((s[0] for s in wanted), default=start)
    last = max((s[1] for s in wanted), default=start + 1)
    for match in _REACH.finditer(text, start, end):
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last:
            end = match.start()
            break
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return start, end
