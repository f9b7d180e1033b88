"""Subjects by the dependency tree that a user's own spaCy pipeline gives."""

from podium.reading.document import Document
from podium.reading.speech.actors import Actors

__all__ = ["subject_by_tree"]


def subject_by_tree(doc: Document, actors: Actors, cue: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """Tokens of the subject of a verb of saying whose parts are `cue`; None without a parser or a speaker there.

    German treebanks hang the subject on the finite verb (TIGER), Universal Dependencies on the full verb: both count.
    """
    if doc.tagged is None:
        return None
    for first, end in cue:
        for token in range(first, end):
            subject = doc.tagged.subjects.get(token)
            if subject is not None and actors.can_speak(*subject):
                return subject
    return None
