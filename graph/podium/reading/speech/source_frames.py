"""What a source phrase frames: the sentence without it, with a quotation of its own where there is nothing else."""

from collections.abc import Iterator, Sequence

from podium.reading.speech.fragments import fragment_form
from podium.reading.speech.outline import Atom
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import (
    FINAL,
    Stretch,
    after_semicolon,
    back_over_marks,
    forward_over_marks,
    quotes_and_words,
    tokens_of,
    without_final_marks,
)
from podium.reading.speech.utterance import Frame, Utterance
from podium.reading.values import replace

__all__ = ["BOUNDS", "SOURCE_FINAL", "has_capital", "said_around", "said_in"]

BOUNDS = frozenset([",", ":", ";", ".", "!", "?", "–", "-"])
SOURCE_FINAL = FINAL | {":"}


def has_capital(scan: Scan, first: int, end: int) -> bool:
    """Whether some tokens hold a capitalised word."""
    return any(word.cap for word in scan.doc.types[first:end])


def said_around(scan: Scan, source: Stretch, frame: Frame, rule: str) -> Iterator[Utterance]:
    """Utterances of a sentence without the atoms of its source; nothing if those are all."""
    atoms = scan.atoms
    start, end = source
    last = without_final_marks(atoms, SOURCE_FINAL)
    before = (after_semicolon(atoms, start), back_over_marks(atoms, start))
    after = (forward_over_marks(atoms, end, last), last)
    regions = [(a, b) for a, b in (before, after) if a < b]
    if rule == "so" and before[1] - before[0] > 1 and _is_quoted(atoms, before):
        yield from _quoted_around(atoms, before, after, replace(frame, words=(tokens_of(atoms, source),)), rule)
        return
    if regions:
        yield from said_in(scan, regions, replace(frame, words=(tokens_of(atoms, source),)), rule)


def _is_quoted(atoms: Sequence[Atom], before: Stretch) -> bool:
    """Whether a quotation behind a colon ends what stands before a source: "X äußert dazu: „…“, so Y"."""
    return atoms[before[1] - 1].kind == "q" and atoms[before[1] - 2].text == ":"


def _quoted_around(
    atoms: Sequence[Atom], before: Stretch, after: Stretch, frame: Frame, rule: str
) -> Iterator[Utterance]:
    """The quotation before a source, and those behind it ("so X und weiter: „…“")."""
    quotes, words = quotes_and_words(atoms, [after])
    for quote in (atoms[before[1] - 1], *(quotes if words <= _AND_FURTHER else ())):
        yield frame.says("direct", rule, (quote.first, quote.end))


_AND_FURTHER = 2  # words


def said_in(scan: Scan, regions: Sequence[Stretch], frame: Frame, rule: str) -> Iterator[Utterance]:
    """Utterances in some stretches of atoms: quotations that stand alone, else indirect speech with its fragments."""
    atoms = scan.atoms
    quotes, words = quotes_and_words(atoms, regions)
    if quotes and words <= 1:
        for quote in quotes:
            yield frame.says("direct", rule, (quote.first, quote.end))
        return
    whole = [tokens_of(atoms, region) for region in regions]
    behind_colon = rule == "so" and len(regions) == 2 and atoms[regions[1][0] - 1].text == ":"
    if behind_colon and quotes:  # "… müsse man fördern, so X: „…“"
        yield frame.says("indirect", rule, whole[0])
        for quote in quotes_and_words(atoms, regions[1:])[0]:
            yield frame.says("direct", rule, (quote.first, quote.end))
        quotes, _ = quotes_and_words(atoms, regions[:1])
    else:
        yield frame.says("indirect", rule, *whole)
    for quote in quotes:
        if quote.end - quote.first >= 3:
            yield frame.says(fragment_form(scan.doc, quote), rule + "-nested", (quote.first, quote.end), nested=True)
