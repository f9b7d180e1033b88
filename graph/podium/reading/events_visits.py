"""Visits told by a phrase: "war zu Besuch im Jobcenter X", "hat sich bei der Tafel Y ein Bild gemacht"."""

import re
from bisect import bisect_left
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations
from podium.reading.events_deeds import tells_of_day
from podium.reading.events_frames import Groups, frames_by_word, groups_of
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_special import visit_of
from podium.reading.forms import PerForm
from podium.reading.values import value

__all__ = ["told_visits", "triggers"]

_ARTICLES = frozenset(["das", "die", "der", "den", "dem"])
_PREPOSITIONS = frozenset("bei in mit von für an zu vor nach auf über durch".split())
_INSIDE = frozenset(["in", "bei", "zu"])
_OFFICE = re.compile(r"inisterium|Staatskanzlei|Senatsverwaltung|tag$")  # "die Staatssekretärin im Ministerium …"
_LAND = re.compile(r"(?:Land)?[Kk]reis |Land |Stadt |Region |Gemeinde ")
_RECEIVES = frozenset(["empfing", "empfingen"])
_MOST = 80  # tokens of a sentence


@value
class _Frame:
    """Words that tell of a visit; the house stands behind one of `where`; only with a day, only in a heading."""

    groups: Groups
    where: frozenset[str]
    dated: bool
    heading: bool


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    return frames_by_word("visit_frames.csv", _frame)


def _frame(row: dict[str, str]) -> _Frame:
    groups, where = groups_of(row["needs"].split()), frozenset(row["where"].split())
    return _Frame(groups, where, row["dated"] == "yes", row["dated"] == "heading")


@cache
def triggers() -> PerForm[str, bool]:
    """Which word forms can tell of a visit."""
    return PerForm(lambda form: form in _frames())


def told_visits(
    doc: Document, organisations: Organisations, skipped: frozenset[str]
) -> dict[int, tuple[Gathering, int]]:
    """Visits by the token of the word that tells of them, with the number of the organisation visited."""
    found: dict[int, tuple[Gathering, int]] = {}
    for at in doc.places(triggers()):
        if doc.quote_at[at] >= 0 or doc.block(at).kind in skipped:
            continue
        first, end, _ = doc.sentences[doc.sentence_at[at]]
        first, end = max(first, at - _MOST), min(end, at + _MOST)
        lowers = frozenset(doc.lowers[first:end])
        if doc.words[at] in _RECEIVES and any(map(_is_gathering, doc.words[first:end])):
            continue  # "empfing sie zu einem Fachgespräch im X"
        for frame in _frames()[doc.words[at]]:
            if all(group & lowers for group in frame.groups) and _is_when(doc, frame, at, first, end):
                house = _house(doc, organisations, frame, at, first, end)
                if house is not None:
                    found[at] = visit_of(house, at, organisations), house.entity
                    break
    return found


def _is_gathering(form: str) -> bool:
    """Whether a word names a gathering, which "Auftakt" by itself does not."""
    noun = gathering_noun(form)
    return noun is not None and noun.family != "kickoff"


def _is_when(doc: Document, frame: _Frame, at: int, first: int, end: int) -> bool:
    """Whether a frame needs no day, or its sentence names one or is a heading: "Politik informiert sich im X"."""
    if frame.heading or not frame.dated:
        return not frame.heading or doc.block(at).kind == "heading"
    return tells_of_day(doc, first, end)


def _house(doc: Document, organisations: Organisations, frame: _Frame, at: int, first: int, end: int) -> Mention | None:
    """The organisation of the sentence behind one of the frame's words, the one nearest to the trigger."""
    mentions = organisations.mentions
    best: Mention | None = None
    for mention in mentions[bisect_left(mentions, first, key=lambda m: m.first) :]:
        if mention.first >= end:
            break
        opening = doc.lowers[mention.phrase[0]]
        before = doc.lowers[mention.phrase[0] - 1] if mention.phrase[0] > first else ""
        own = doc.lowers[mention.first - 1] if mention.first else ""
        fits = opening in frame.where or before in frame.where or own in frame.where
        if fits and "der" in frame.where and not frame.where & {opening, before, own} - {"der"}:
            article = mention.phrase[0] - (opening != "der") if own != "der" else mention.first - 1
            fits = article < 1 or doc.lowers[article - 1] in _INSIDE or "dem" in frame.where
        if fits and frame.where <= _ARTICLES:  # "war das Jobcenter", not "war bei der Kammer"
            article = mention.phrase[0] - (opening not in _ARTICLES)
            fits = article < 1 or doc.lowers[article - 1] not in _PREPOSITIONS
        fits = fits and not _OFFICE.search(organisations.entities[mention.entity].name)
        if fits and frame.dated and "im" in frame.where and _LAND.match(organisations.entities[mention.entity].name):
            return None  # "hat sich im Landkreis … informiert" is more than a visit to a house
        if fits and (best is None or abs(mention.first - at) < abs(best.first - at)):
            best = mention
    return best
