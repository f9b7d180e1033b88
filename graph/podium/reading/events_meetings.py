"""Gatherings that only a verb tells of: "trafen sich am Montag im Kreishaus", "hatte sich mit … ausgetauscht"."""

from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_deeds import tells_of_day
from podium.reading.events_frames import Groups, frames_by_word, groups_of
from podium.reading.events_left import modifiers
from podium.reading.events_noun_phrases import phrase_end
from podium.reading.events_nouns import Noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, kind
from podium.reading.values import value

__all__ = ["is_day_before", "is_meeting_verb", "read_meeting"]

_VENUE = "@venue"
_IN = frozenset(["im", "in", "auf", "an", "beim"])
_MOST = 60  # tokens of a sentence around the verb
_HABIT = frozenset(words_of("event_words.txt", "habit"))
_DAY_BEFORE = frozenset(["vortag", "vorabend"])
_AHEAD = frozenset(["wird", "werden", "will", "wollen", "soll", "sollen", "würde", "würden", "nicht"])


@value
class _Frame:
    """Words that tell of a meeting; `feasts`: nouns of what is celebrated; `housed`: only where a house is named."""

    groups: Groups
    noun: Noun
    feasts: frozenset[str]
    housed: bool


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    return frames_by_word("event_meetings.csv", _frame)


def _frame(row: dict[str, str]) -> _Frame:
    needs = row["needs"].split()
    groups = groups_of(group for group in needs if group != _VENUE)
    noun = Noun(row["noun"], "m", row["family"], row["noun"].lower(), False)
    return _Frame(groups, noun, frozenset(row["for"].split()), _VENUE in needs)


@cache
def is_meeting_verb(form: str) -> bool:
    """Whether a word form can tell of people who come together."""
    return form in _frames()


def read_meeting(doc: Document, at: int, organisations: Organisations) -> Gathering | None:
    """The meeting of a named day that the verb at token `at` tells of; its phrase stands at the verb."""
    if doc.words[at] not in _frames() or doc.quote_at[at] >= 0:
        return None
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    first, end = max(first, at - _MOST), min(end, at + _MOST)
    lowers = frozenset(doc.lowers[first:end])
    frame = next((f for f in _frames()[doc.words[at]] if _fits(doc, f, lowers, first, end)), None)
    if frame is None or lowers & _HABIT or lowers & _AHEAD:
        return None
    if not (tells_of_day(doc, first, end) or _DAY_BEFORE & lowers):
        return None
    what = _feast(doc, frame, first, end) if frame.feasts else _partners(doc, first, end, organisations)
    if what is None:
        return None
    name = f"{frame.noun.form} {what}".strip()
    return Gathering(at, at + 1, at, frame.noun, name, "", "", (), "", "", what, "", False)


def _fits(doc: Document, frame: _Frame, lowers: frozenset[str], first: int, end: int) -> bool:
    """Whether a sentence has the words of a frame, and a house in which people met where that asks for one."""
    if not all(group & lowers for group in frame.groups):
        return False
    return not frame.housed or any(
        doc.lowers[n] in _IN and any(map(is_venue, doc.words[n + 1 : n + 4])) for n in range(first, end)
    )


def is_day_before(doc: Document, at: int) -> bool:
    """Whether the sentence of a token tells of the day before the one that the text is about: "am Vortag"."""
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    return not _DAY_BEFORE.isdisjoint(doc.lowers[first : min(end, first + _MOST)])


def _feast(doc: Document, frame: _Frame, first: int, end: int) -> str | None:
    """What is celebrated: "zum 20-jährigen Bestehen"; None where the sentence does not say."""
    at = next((n for n in range(first, end) if doc.words[n] in frame.feasts and doc.quote_at[n] < 0), None)
    if at is None:
        return None
    _, adjectives, number = modifiers(doc.words, at, first)
    words = [number] if number else []
    words += [w[:-1] + "n" if w.endswith(("er", "es")) else w if w.endswith("en") else w + "n" for w in adjectives]
    return " ".join(["zum", *words, doc.words[at]])


def _partners(doc: Document, first: int, end: int, organisations: Organisations) -> str:
    """With whom: "mit Vertretern der Kammern"; "" where that is a person by name or the sentence does not say."""
    for at in range(first, end - 1):
        if doc.words[at] != "mit" or doc.quote_at[at] >= 0:
            continue
        stop = phrase_end(doc, at + 1, end, organisations, True)
        words = doc.words[at + 1 : stop] if stop else []
        if words and words[-1][:1].isupper() and not any(kind(word) & FIRST for word in words):
            return doc.phrase(at, stop)
    return ""
