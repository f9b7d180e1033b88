"""Rules for nouns of one kind: which also name a body or an offer, are of something, are a visit or an outset."""

import re
from itertools import pairwise

from podium.reading.document import Document
from podium.reading.events_identity import row_words
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.events_signs import (
    HELD_AT,
    holds,
    is_definite,
    is_feasted,
    is_joined,
    is_labelled,
    is_on_programme,
    is_preceding,
    is_spoken_at,
    takes_place,
)

__all__ = [
    "is_at_venue",
    "is_celebrated",
    "is_dated_ceremony",
    "is_kickoff",
    "is_no_body",
    "is_no_offer",
    "is_of_something",
    "is_own_visit",
    "is_reason",
    "is_visit",
    "takes_place_then",
]

_OWN = frozenset(["ihrem", "seinem"])
_WHOSE = frozenset(["ihrer", "seiner"])
_REASONS = re.compile(r"(?:Haupt|Schwerpunkt)?(?:[Tt]hema|[Gg]egenstand)$|Anlass$|Rahmen$")
_ROW = re.compile(r"(?:[Rr]eihe|[Ss]erie|[Tt]our|[Zz]yklus|[Ww]ochen?)\b")
_WAS = frozenset("war waren stand standen bot boten bildete bildeten".split())
_NOT_OPENED = re.compile(
    r"gesetz|haushalt|paket|reform|novelle|entwurf|verfahren|konto|rahmen|erklärung|verfassung|antrag|resolution|"
    r"möglich|chance|perspektive|markt|beschluss|weg",
    re.I,
)
_PRESENTED = frozenset("bei beim während zur anlässlich".split())
_SEASONAL = re.compile(r"(?:Herbst|Frühjahrs|Frühlings|Sommer|Winter|Sonder|Jahres)-?\w{4}")
_LASTS = re.compile(r"\w+tägige")


def is_no_body(doc: Document, found: Gathering, date: str | None) -> bool:
    """A noun that also names a body: titled, where somebody is "auf dem" or "beim" it, or held on a day."""
    if is_labelled(found) or found.preposition in ("auf", "beim") or _SEASONAL.match(found.noun.form):
        return True
    if (date and is_joined(doc, found)) or (found.of and takes_place_then(doc, found)):
        return True
    return bool(date or any(map(_LASTS.match, found.described))) and holds(doc, found)


def is_reason(doc: Document, found: Gathering) -> bool:
    """Whether something was its topic, or it was why people met: "war Thema einer Tagung", "Anlass war das Treffen"."""
    before = doc.words[max(0, found.first - 4) : found.first]
    topic = any(_REASONS.match(word) for word in before[-2:]) and bool(found.article)
    start, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return (topic and not _WAS.isdisjoint(doc.lowers[start:end])) or (
        len(before) > 1 and any(_REASONS.match(a) and b in _WAS for a, b in pairwise(before))
    )


def is_no_offer(doc: Document, found: Gathering, date: str | None, others: bool) -> bool:
    """A noun that also names a website or the like ("Jobbörse"): with title, number, venue, or held on a day."""
    if found.noun.ending == "andacht" and others and not (date or found.preposition):
        return False  # "Am Anfang der Synode stand eine Andacht", "hielt eine Andacht über …": a part of it
    if found.noun.family == "ceremony" and (found.preposition == "in" or is_on_programme(doc, found)):
        return True  # "In einer kurzen Andacht sprach …"
    if date and (found.noun.family == "exercise" or is_preceding(doc, found)):
        return True
    if found.noun.form == "Station" and date and row_words(found):
        return True  # "Nächste Station der Tour ist am 31. Juli in Güstrow"
    if found.preposition == "bei" and found.of.startswith(("von „", "des „", "der „")):
        return True  # "bei der Premiere von „Warten auf Bescheid“"
    if found.preposition in ("bei", "beim") and (date or ((found.place or found.of) and is_spoken_at(doc, found))):
        return True
    if found.preposition == "mit" and date and found.noun.family == "ceremony" and _is_one_of_two(doc, found):
        return True  # "Mit einem Gottesdienst und einem Festakt ist am Freitag …"
    if (found.preposition == "mit" and found.article == "dem") or (date and is_joined(doc, found)):
        return True  # "Mit dem Gottesdienst begann …"
    return is_labelled(found) or found.venue or (bool(date) and holds(doc, found))


def is_of_something(found: Gathering) -> bool:
    """Whether an opening, award or farewell is one of something, and not the opening of another gathering."""
    whose = found.article in _WHOSE and found.preposition in ("bei", "auf")  # "Bei ihrer Verabschiedung im X"
    housed = found.place and (found.noun.form != "Verabschiedung" or whose or is_at_venue(found))
    if not (found.of or housed) or _NOT_OPENED.search(found.of):
        return False
    if found.noun.family == "presentation" and found.preposition not in _PRESENTED:
        return False  # "nach Vorstellung der Regierung" is an opinion
    return found.preposition in HELD_AT and not any(map(gathering_noun, found.of.split()))


def is_dated_ceremony(found: Gathering, others: bool) -> bool:
    """Whether somebody is at a ceremony of which the sentence only names the day: "bei der Ehrung heute"."""
    if others and found.noun.form == "Eröffnung":
        return False  # it is that of the fair that was named
    return found.noun.family == "ceremony" and found.preposition == "bei" and not found.of


def is_celebrated(doc: Document, found: Gathering, date: str | None) -> bool:
    """Whether "Die feierliche Eröffnung fand … statt", "feierten die Einweihung des …" tell of an opening as such."""
    if found.preposition or not is_definite(found.article):
        return False
    if date and found.of and is_feasted(doc, found):
        return True
    return bool(found.adjectives) and takes_place(doc, found)


def is_visit(doc: Document, found: Gathering, heading: bool) -> bool:
    """A visit of some house, where somebody is "beim" it or it is a station of a journey."""
    if not (found.of or found.venue) or (heading and not found.venue):
        return False
    if heading and found.first == doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]:
        return True  # "Besuch im Sozialkaufhaus", below which the text tells of it
    described = not found.article and bool(found.described)  # "Hoher Besuch im Jobcenter X"
    return described or found.preposition in HELD_AT or is_on_programme(doc, found)


def is_own_visit(found: Gathering, date: str | None) -> bool:
    """A visit of a town by whom the text speaks of, on a day: "am Montag bei ihrem Besuch in Bernburg"."""
    return bool(date and found.place) and found.article in _OWN and found.preposition in ("bei", "von")


def is_kickoff(found: Gathering, date: str | None) -> bool:
    """An outset: "zum Auftakt auf dem Marktplatz" or of a row on a day, or "beim Auftakt" of something or somewhere."""
    if found.preposition == "zum":
        return bool(date) and (found.venue or bool(_ROW.search(found.of)))
    return found.preposition in ("bei", "beim") and bool(found.place or found.of)


def takes_place_then(doc: Document, found: Gathering) -> bool:
    """Whether it is the subject of "fand … statt"."""
    return not found.preposition and takes_place(doc, found)


def is_at_venue(found: Gathering) -> bool:
    """Whether the phrase names a house: "der Bürgerdialog im Rathaus", not "die Konferenz vor der Presse"."""
    return found.venue and any(map(is_venue, found.place.split()))


def _is_one_of_two(doc: Document, found: Gathering) -> bool:
    """Whether "und" joins another gathering to it."""
    behind = doc.words[found.end : found.end + 3]
    return behind[:1] == ["und"] and any(map(gathering_noun, behind))
