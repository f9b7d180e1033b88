"""One pass over a text for its organisations: what it found so far, and where sentences and the furniture begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from podium.reading.document import Document
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found, Known, KnownName
from podium.reading.places import Places
from podium.register.model import RegisteredOrganisation
from podium.register.register import Register

__all__ = ["Scan", "furniture_start", "head_word", "sentence_start"]


@dataclass(slots=True)
class Scan:
    """One pass over a text: what was found, abbreviations introduced, and nouns that may refer back.

    `printed` are the words of the text, a letterhead's in usual spelling; `words` those of them that are read now.
    """

    doc: Document
    register: Register
    known: Known
    places: Places
    found: list[Found]
    local: dict[str, Found]
    bare: list[tuple[int, int, str]]
    publisher: RegisteredOrganisation | None
    words: Sequence[str]
    printed: Sequence[str]
    floor: int = 0


def sentence_start(doc: Document, at: int) -> int:
    """First token of the sentence that holds token `at`."""
    return doc.sentences[doc.sentence_at[at]][0]


def head_word(entry: KnownName) -> str:
    """Noun by which a known organisation can be meant later ("der Verband", "die Gewerkschaft")."""
    return _head_in(entry.name) or entry.type or entry.name


@cache
def _head_in(name: str) -> str:
    return next((head.form for head in map(head_of, name.split()) if head), "")


def furniture_start(doc: Document) -> int:
    """First token of the furniture of a page: headings and tags after the last text ("GdP Bayern", "GdP Berlin")."""
    number = len(doc.blocks)
    while number and (doc.blocks[number - 1].kind in ("heading", "item", "meta") or _tags(doc, number - 1)):
        number -= 1
    if (len(doc.blocks) - number < 2 and not (number < len(doc.blocks) and _tags(doc, number))) or not any(
        b.kind == "body" for b in doc.blocks[:number]
    ):
        return len(doc.words)
    if doc.text[: doc.blocks[number].start].rstrip().endswith(":"):
        return len(doc.words)  # a list of guests that the last line announces
    return doc.block_tokens[number][0]


def _tags(doc: Document, number: int) -> bool:
    block = doc.blocks[number]
    return doc.text[block.start : block.start + 20].startswith(
        ("Schlagw", "Stichw", "Tags", "Mehr zum Thema", "Themen:")
    )
