"""What every rule of speech looks at: one outer sentence, with its text and who can speak in it."""

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.words import Word

__all__ = ["Scan"]


class Scan:
    """A sentence under reading, with its atoms."""

    __slots__ = ("actors", "atoms", "doc", "sentence")

    def __init__(self, doc: Document, actors: Actors, sentence: Sentence) -> None:
        self.doc, self.actors, self.sentence = doc, actors, sentence
        self.atoms: tuple[Atom, ...] = sentence.atoms

    def word(self, at: int) -> Word:
        """The word form with which atom number `at` begins."""
        return self.doc.types[self.atoms[at].first]
