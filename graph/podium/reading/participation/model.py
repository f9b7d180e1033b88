"""A person who spoke or is to speak, as the text says in a clause of its own."""

from podium.reading.entities import Mention
from podium.reading.values import value

__all__ = ["Participation"]


@value
class Participation:
    """One person, the kind of act, and the words that say so.

    `cue` is the token range of the word that says so, `printed` the text's own word for the act; `content`: the clause
    also says what ("In seinem Vortrag ging X der Frage nach …"), so that it is an utterance rather than mere
    participation.
    """

    person: int
    mention: Mention
    act: str
    printed: str | None
    cue: tuple[int, int]
    sentence: int
    announced: bool
    content: bool
    rule: str
