"""Outer sentences: sentences with each quotation and each bracket folded into one atom."""

from collections.abc import Iterable, Sequence
from functools import partial, reduce
from itertools import count, repeat
from operator import or_
from typing import NamedTuple

from podium.reading.document import Document
from podium.reading.speech.signals import BRACKET, OF_FORMS, SIGNALS

__all__ = ["Atom", "Sentence", "outer_sentences"]

_BRACKETS = {"(": ")", "[": "]"}
_READ = frozenset(["body", "item", "heading", "boilerplate", "caption"])


class Atom(NamedTuple):
    """A token, a whole quotation or a whole bracket: tokens first … end-1, `kind` "w", "q" or "b".

    `text` is the lower-case word, the mark for punctuation, "„“" for a quotation, "()" for a bracket; `quote` the
    number of the quotation.
    """

    first: int
    end: int
    kind: str
    text: str
    quote: int = -1


_atom = partial(tuple.__new__, Atom)  # from its five fields


class Sentence:
    """An outer sentence: token range, block number, place in the list of outer sentences; its atoms when asked for.

    `bits` are those of all tokens of the text (`speech.signals`), `signals` those of its words taken together, `quoted`
    says whether it holds (part of) a quotation.
    """

    __slots__ = ("_atoms", "_doc", "bits", "block", "end", "first", "number", "quoted", "signals")

    def __init__(self, doc: Document, number: int, first: int, end: int, block: int, bits: Sequence[int]) -> None:
        self.number, self.first, self.end, self.block, self.bits = number, first, end, block, bits
        self.signals = reduce(or_, filter(None, bits[first:end]), 0)
        self.quoted = max(doc.quote_at[first:end], default=-1) >= 0
        self._doc = doc
        self._atoms: tuple[Atom, ...] | None = None

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Its tokens with each quotation and each bracket folded into one."""
        if self._atoms is None:
            folds = self.quoted or self.signals & BRACKET
            self._atoms = tuple((_fold if folds else _plain)(self._doc, self.first, self.end))
        return self._atoms


def outer_sentences(doc: Document) -> list[Sentence]:
    """Outer sentences of the blocks that can hold speech, in order.

    A sentence that lies wholly inside a quotation begun in an earlier paragraph is left out; one that ends such a
    quotation begins with the atom of that whole quotation.
    """
    result: list[Sentence] = []
    bits = doc.values(OF_FORMS) if doc.tagged is None else SIGNALS.of(doc.types)
    quote_at = doc.quote_at
    pieces = doc.sentences
    at = 0
    while at < len(pieces):
        first, end, block = pieces[at]
        at += 1
        while at < len(pieces) and pieces[at][2] == block and _inside(quote_at, end):
            end = pieces[at][1]
            at += 1
        if doc.blocks[block].kind not in _READ:
            continue
        begun = quote_at[first]
        if begun >= 0 and doc.quotes[begun].first < first and doc.quotes[begun].last >= end - 1:
            continue  # the middle of a quotation over several paragraphs
        result.append(Sentence(doc, len(result), first, end, block, bits))
    return result


def _inside(quote_at: list[int], boundary: int) -> bool:
    """Whether a boundary between two tokens falls inside one quotation."""
    return boundary < len(quote_at) and quote_at[boundary] >= 0 and quote_at[boundary] == quote_at[boundary - 1]


def _fold(doc: Document, first: int, end: int) -> list[Atom]:
    words, quote_at = doc.words, doc.quote_at
    atoms: list[Atom] = []
    plain = at = first
    while at < end:
        number = quote_at[at]
        if number >= 0:
            quote = doc.quotes[number]
            folded = Atom(quote.first, quote.last + 1, "q", "„“", number)
        elif words[at] in _BRACKETS and (close := _closing(words, at, end)):
            folded = Atom(at, close + 1, "b", "()")
        else:
            at += 1
            continue
        atoms += _plain(doc, plain, at)
        atoms.append(folded)
        plain = at = max(at + 1, folded.end)
    atoms += _plain(doc, plain, end)
    return atoms


def _plain(doc: Document, first: int, end: int) -> Iterable[Atom]:
    """Each token as an atom; no Python call is made for each, since nearly all are one."""
    return map(_atom, zip(count(first), range(first + 1, end + 1), repeat("w"), doc.lowers[first:end], repeat(-1)))


def _closing(words: list[str], start: int, end: int) -> int:
    opening, closing, depth = words[start], _BRACKETS[words[start]], 0
    for i in range(start, min(end, start + 60)):
        if words[i] == opening:
            depth += 1
        elif words[i] == closing:
            depth -= 1
            if depth == 0:
                return i
    return 0
