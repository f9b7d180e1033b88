"""Passages: stretches of a release's text as resources, with Web Annotation selectors.

A passage's IRI is the release's with the fragment `#char=start,end` of RFC 5147, in code points.
"""

import re
from collections.abc import Iterable

from podium.release import Release
from podium.triples.terms import TYPE, NamedNode, Quad, integer, node, oa, plain, pod

__all__ = ["Passages", "without_reach"]

_CONTEXT = 32  # code points of prefix and suffix, as Web Annotation clients use to find a quotation again
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
        graph, text, iri = self._node, self._text, passage.value
        position, quote = NamedNode(iri + "&position"), NamedNode(iri + "&quote")
        first, last = integer(start), integer(end)
        self._quads += (
            Quad(passage, TYPE, pod("Passage"), graph),
            Quad(passage, oa("hasSource"), graph, graph),
            Quad(passage, pod("start"), first, graph),
            Quad(passage, pod("end"), last, graph),
            Quad(passage, pod("quotedText"), plain(text[start:end]), graph),
            Quad(passage, oa("hasSelector"), position, graph),
            Quad(position, TYPE, oa("TextPositionSelector"), graph),
            Quad(position, oa("start"), first, graph),
            Quad(position, oa("end"), last, graph),
            Quad(passage, oa("hasSelector"), quote, graph),
            Quad(quote, TYPE, oa("TextQuoteSelector"), graph),
            Quad(quote, oa("exact"), plain(text[start:end]), graph),
        )
        for name, context in (
            ("prefix", text[max(0, start - _CONTEXT) : start]),
            ("suffix", text[end : end + _CONTEXT]),
        ):
            if context and "@" not in context and not any(map(str.isdigit, context)):
                self._quads.append(Quad(quote, oa(name), plain(context), graph))


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
