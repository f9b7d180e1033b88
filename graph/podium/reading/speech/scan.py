"""What every rule of speech looks at: one outer sentence, with its text and who can speak in it."""

from dataclasses import dataclass

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.words import Word

__all__ = ["Scan"]


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence under reading."""

    doc: Document
    actors: Actors
    sentence: Sentence

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Atoms of the sentence."""
        return self.sentence.atoms

    def word(self, at: int) -> Word:
        """The word form with which atom number `at` begins."""
        return self.doc.types[self.sentence.atoms[at].first]
