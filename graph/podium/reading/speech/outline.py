"""Outer sentences: sentences with each quotation and each bracket folded into one atom."""

from dataclasses import dataclass

from podium.reading.document import Document

__all__ = ["Atom", "Sentence", "outer_sentences"]

_BRACKETS = {"(": ")", "[": "]"}
_READ = frozenset(["body", "item", "heading", "boilerplate", "caption"])


@dataclass(frozen=True, slots=True)
class Atom:
    """A token, a whole quotation or a whole bracket: tokens first … end-1, `kind` "w", "q" or "b".

    `text` is the lower-case word, the mark for punctuation, "„“" for a quotation, "()" for a bracket; `quote` the
    number of the quotation.
    """

    first: int
    end: int
    kind: str
    text: str
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """An outer sentence: its atoms, token range, block number and place in the list of outer sentences."""

    number: int
    first: int
    end: int
    block: int
    atoms: tuple[Atom, ...]

    def has_quote(self) -> bool:
        """Whether it holds (part of) a quotation."""
        return any(a.kind == "q" for a in self.atoms)


def outer_sentences(doc: Document) -> list[Sentence]:
    """Outer sentences of the blocks that can hold speech, in order.

    A sentence that lies wholly inside a quotation begun in an earlier paragraph is left out; one that ends such a
    quotation begins with the atom of that whole quotation.
    """
    result: list[Sentence] = []
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
        result.append(Sentence(len(result), first, end, block, _atoms(doc, first, end)))
    return result


def _inside(quote_at: list[int], boundary: int) -> bool:
    """Whether a boundary between two tokens falls inside one quotation."""
    return boundary < len(quote_at) and quote_at[boundary] >= 0 and quote_at[boundary] == quote_at[boundary - 1]


def _atoms(doc: Document, first: int, end: int) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    words, quote_at = doc.words, doc.quote_at
    i = first
    while i < end:
        number = quote_at[i]
        if number >= 0:
            quote = doc.quotes[number]
            atoms.append(Atom(quote.first, quote.last + 1, "q", "„“", number))
            i = max(i + 1, quote.last + 1)
            continue
        word = words[i]
        if word in _BRACKETS:
            close = _closing(words, i, end)
            if close:
                atoms.append(Atom(i, close + 1, "b", "()"))
                i = close + 1
                continue
        atoms.append(Atom(i, i + 1, "w", doc.types[i].lower))
        i += 1
    return tuple(atoms)


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
