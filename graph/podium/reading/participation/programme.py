"""Points of a programme that name who speaks without a noun of speech: "15:30 Uhr Ausblick: Landrat X"."""

import re

from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.lexicon import words_of
from podium.reading.participation.people import with_partners
from podium.reading.speech.outline import Sentence

__all__ = ["PARTS", "in_point"]

_TIME = re.compile(r"\d{1,2}[.:]\d\d")
_FAR = 8  # tokens in which the time of a point stands
PARTS = frozenset(["ws", "workshop", "forum", "panel", "fachforum", "impuls", "session"])
_SILENT = frozenset(words_of("speech_words.txt", "points without speech"))
_MARKS = frozenset([":", ",", "–", "-", "|", "“", "«", '"', "mit", "von", "(", "·", "•"])


def in_point(doc: Document, sentence: Sentence, people: list[Mention]) -> list[Mention]:
    """Who speaks at a point of a programme, which begins with a time and names them behind a mark; else nobody."""
    lowers = doc.lowers[sentence.first : sentence.end]
    begins = doc.block_tokens[sentence.block][0]
    opening = doc.lowers[begins : begins + _FAR]
    if sentence.first - begins >= _FAR or not (opening[0][:1].isdigit() or opening[0] in PARTS):
        return []
    if not (_TIME.match(opening[0]) or "uhr" in opening or opening[0] in PARTS):
        return []
    if any(lower in _SILENT or lower.endswith(_LONG) for lower in lowers):
        return []
    first = people[0].phrase[0]
    if doc.lowers[first - 1] not in _MARKS:
        return []
    return with_partners(doc, people)


_LONG = tuple(word for word in _SILENT if len(word) > 5)
