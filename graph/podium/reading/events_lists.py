"""Gatherings in a list of places: "Die Kundgebungen im Überblick:" and below it "Kassel, Königsplatz, 11 Uhr: …"."""

import re
from collections.abc import Iterator

from podium.reading.document import Document
from podium.reading.events_nouns import Noun, gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.lexicon import words_of
from podium.reading.places import Places, place_at

__all__ = ["listed_gatherings"]

_PLURALS = frozenset(words_of("speech_words.txt", "lists of gatherings"))
_NUMBER = re.compile(r"\d")
_MOST_WORDS = 12  # tokens of a place with its venue


def listed_gatherings(doc: Document, known: Places) -> Iterator[Gathering]:
    """One gathering for each point of a list that opens with a town, in order; its name is noun, town and venue."""
    for number, block in enumerate(doc.blocks):
        if block.kind != "item" or block.lead < 0:
            continue
        first, end = doc.block_tokens[number]
        noun = _noun(doc, block.lead)
        town = place_at(doc.words, first, known, loose=False) if noun is not None and first < end else None
        if noun is None or town is None or town[0] >= end or doc.words[town[0]] not in (",", ":", "(", "–"):
            continue
        stop = _venue_end(doc, town[0], end)
        place = doc.phrase(first, stop)
        name = f"{noun.form} {place}"
        yield Gathering(first, stop, first, noun, name, "", "", (), "", place, "", place, stop > town[0])


def _noun(doc: Document, lead: int) -> Noun | None:
    """The gathering that the line above the list names in the plural, in the singular."""
    for token in range(*doc.block_tokens[lead]):
        lower = doc.types[token].lower
        if lower in _PLURALS and doc.types[token].cap:
            singular = doc.words[token].removesuffix("n") if lower.endswith("feiern") else doc.words[token][:-2]
            return gathering_noun(singular) or Noun("Veranstaltung", "m", "any", "veranstaltung", False)
    return None


def _venue_end(doc: Document, at: int, end: int) -> int:
    """End of ", Königsplatz" behind a town: the part up to the next mark, if it holds no number; else `at`."""
    if doc.words[at] != ",":
        return at
    stop = at + 1
    while stop < min(end, at + _MOST_WORDS) and doc.words[stop] not in (",", ":", "–", "(", ".", ";"):
        stop += 1
    words = doc.words[at + 1 : stop]
    plain = bool(words) and not any(_NUMBER.search(word) for word in words) and words[0][:1].isupper()
    return stop if plain else at
