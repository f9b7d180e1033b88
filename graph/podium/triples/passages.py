"""Passages: stretches of a release's text as resources, with Web Annotation selectors.

A passage's IRI is the release's with the fragment `#char=start,end` of RFC 5147, in code points.
"""

import re
from collections.abc import Iterable

from podium.release import Release
from podium.triples.terms import TYPE, NamedNode, Quad, node, oa, pod, quoted, xsd

__all__ = ["Passages", "without_reach"]

_CONTEXT = 32  # code points of prefix and suffix, as Web Annotation clients use to find a quotation again
_PRIVATE = re.compile(r"[@\d]")  # a context with a digit or an at-sign could be half a number or address
_PASSAGE, _HAS_SOURCE, _HAS_SELECTOR = pod("Passage"), oa("hasSource"), oa("hasSelector")
_POSITION, _QUOTE = oa("TextPositionSelector"), oa("TextQuoteSelector")
# What N-Quads have between the passage's IRI and a value; a number's opening mark included.
_START, _END, _QUOTED = f'> {pod("start")} "', f'> {pod("end")} "', f"> {pod('quotedText')} "
_OA_START, _OA_END = f'&position> {oa("start")} "', f'&position> {oa("end")} "'
_EXACT, _PREFIX, _SUFFIX = (f"&quote> {oa(name)} " for name in ("exact", "prefix", "suffix"))
_REACH = re.compile(r"\S+@\S+|(?<!\w)(?:\+49|0)[\d\s/()–-]{6,}\d")
_HINT = re.compile(r"[@+0](?:(?<=@)|[\d\s/()–-]{6})")  # every match of the slower `_REACH` holds one


class Passages:
    """Writes each passage of one release once and hands out its IRI.

    What has a literal goes to `statements` as N-Quads, the rest to `quads`; `Writer` says why.
    """

    def __init__(self, release: Release, quads: list[Quad], statements: list[str]) -> None:
        self._text = release.text
        self._iri = release.iri
        self._graph = node(release.iri)
        self._in_graph = f" {self._graph} .\n"
        self._number = f'"^^{xsd("integer")}{self._in_graph}'  # what closes it
        self._quads, self._statements = quads, statements
        self._known: dict[tuple[int, int], NamedNode] = {}

    def __call__(self, start: int, end: int) -> NamedNode:
        """IRI of the passage `text[start:end]`, written at its first use."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._write(f"{self._iri}#char={start},{end}", start, end)
        return known

    def _write(self, iri: str, start: int, end: int) -> NamedNode:
        text, release, graph, number = self._text, self._graph, self._in_graph, self._number
        passage, position, quote = NamedNode(iri), NamedNode(f"{iri}&position"), NamedNode(f"{iri}&quote")
        self._quads += (
            Quad(passage, TYPE, _PASSAGE, release),
            Quad(passage, _HAS_SOURCE, release, release),
            Quad(passage, _HAS_SELECTOR, position, release),
            Quad(position, TYPE, _POSITION, release),
            Quad(passage, _HAS_SELECTOR, quote, release),
            Quad(quote, TYPE, _QUOTE, release),
        )
        words = quoted(text[start:end])
        statements = (
            f"<{iri}{_START}{start}{number}<{iri}{_END}{end}{number}<{iri}{_QUOTED}{words}{graph}"
            f"<{iri}{_OA_START}{start}{number}<{iri}{_OA_END}{end}{number}<{iri}{_EXACT}{words}{graph}"
        )
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        if before and not _PRIVATE.search(before):
            statements += f"<{iri}{_PREFIX}{quoted(before)}{graph}"
        if after and not _PRIVATE.search(after):
            statements += f"<{iri}{_SUFFIX}{quoted(after)}{graph}"
        self._statements.append(statements)
        return passage


def without_reach(text: str, span: tuple[int, int], needed: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """`span`, cut so that it holds no e-mail address or telephone number but all `needed` spans, where it can."""
    start, end = span
    blank = start < end and (text[start].isspace() or text[end - 1].isspace())
    if not blank and not _HINT.search(text, start, end):
        return span
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
