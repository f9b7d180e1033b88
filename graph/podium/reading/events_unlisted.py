"""Gatherings of an unlisted kind ("Praxisdialog", "Stadtteilrunde"): what shows that one was, and what is a house."""

from podium.reading.document import Document
from podium.reading.events_identity import is_row_word, row_words
from podium.reading.events_phrases import Gathering
from podium.reading.events_signs import (
    HELD_AT,
    holds,
    is_counted,
    is_definite,
    is_given,
    is_joined,
    is_labelled,
    is_meeting,
    is_opened,
    is_planned,
    is_spoken_at,
    is_staged,
    is_there,
)

__all__ = ["SMALL", "is_open_house", "is_proven"]

# How nouns for small gatherings end, of which a house or whose they are tells enough.
SMALL = frozenset("gespräch dialog austausch abend nachmittag vormittag runde jubiläum begrüßung ehrung".split())
_EVENINGS = frozenset("abend nachmittag vormittag".split())
_MET = frozenset("trafen getroffen zusammengekommen zusammengefunden versammelten".split())
_HOUSES = tuple("treff café cafe salon camp akademie arena".split())
_OPENS = frozenset("eröffnet öffnet öffnete öffnen geöffnet eröffnete eingeweiht eröffnung einweihung".split())


def is_proven(doc: Document, found: Gathering, date: str | None, place: str) -> bool:
    """An unlisted kind: titled, numbered, another one on a day; or somebody is there on a day or the text shows it."""
    if _is_edition(found) and found.preposition not in HELD_AT:
        return False
    if is_labelled(found) or (date and row_words(found)) or is_opened(doc, found):
        return True  # "eine zweite Wahlarena folgt am 27. Mai", "auf dem Podium des Wirtschaftstalks"
    counted = found.preposition in HELD_AT and any(is_counted(a.lower()) or is_row_word(a) for a in found.adjectives)
    if counted and not date and found.noun.form == "Termin":
        return False  # "beim ersten Termin", which somebody had
    if counted and (is_there(found) or (found.place and not found.of)):
        return True  # "kamen zur ersten Stadtteilrunde", "bei der dritten Auflage in Celle"
    if found.preposition == "mit" and found.venue and found.article.startswith("ein") and holds(doc, found):
        return True  # "Der Montag klang mit einem Kaminabend im Missionshaus aus"
    if found.venue and found.noun.ending in _EVENINGS and not found.preposition and is_definite(found.article):
        return len(found.noun.form) > len(found.noun.ending)  # "Der Gesprächsabend im Rathaus war gut besucht"
    said = date or place or found.place or found.of or _is_met_at(doc, found)
    if is_there(found) and said and is_joined(doc, found):
        return True  # "Zur Abschlussrunde im Café trafen sich alle wieder"
    if is_planned(doc, found) and len(found.noun.form) > len(found.noun.ending):
        return True  # "Im Jobcenter X stand anschließend ein Arbeitsgespräch auf dem Plan"
    if not is_there(found):
        met = is_meeting(doc, found, bool(date), bool(place or found.place))
        return met or (bool(date) and is_given(doc, found))
    if (date and found.noun.ending != "akademie") or (found.of and found.noun.ending in SMALL):
        return True
    if doc.block(found.head).kind == "caption" and found.preposition in ("bei", "beim"):
        return True  # "Bildtext: Volles Haus beim Grenzgängerabend"
    spoken = is_spoken_at(doc, found)
    if spoken and found.article == "beim":
        return True  # "Beim Unternehmerlunch hielt sie eine Rede"
    return bool(date or place or found.place or found.of) and (spoken or is_staged(doc))


def _is_met_at(doc: Document, found: Gathering) -> bool:
    """Whether people met for it, whatever its day: "Angehörige trafen sich zum Erzählcafé"."""
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not _MET.isdisjoint(doc.lowers[first:end])


def _is_edition(found: Gathering) -> bool:
    """Whether the noun only counts something that was named: "Auflage", "Ausgabe", which books have as well."""
    return found.noun.form in ("Auflage", "Ausgabe")


def is_open_house(doc: Document, found: Gathering) -> bool:
    """Whether what a title names is a house that opens: "Der Nachbarschaftstreff „Kiez“ ist eröffnet worden"."""
    if not found.noun.ending.endswith(_HOUSES) or found.preposition in ("bei", "beim"):
        return False
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not _OPENS.isdisjoint(doc.lowers[first:end])
