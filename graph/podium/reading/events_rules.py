"""Which phrases are gatherings of their own, and which may name one that was named before."""

import re

from podium.reading.document import Document
from podium.reading.events_headings import (
    in_dated_line,
    is_invited_to,
    is_lead,
    is_subheading,
    is_taken_up,
    is_whole_heading,
)
from podium.reading.events_identity import is_row_word, row_words
from podium.reading.events_kinds import (
    is_at_venue,
    is_celebrated,
    is_dated_ceremony,
    is_kickoff,
    is_no_body,
    is_no_offer,
    is_of_something,
    is_own_visit,
    is_reason,
    is_visit,
    takes_place_then,
)
from podium.reading.events_nouns import is_feast
from podium.reading.events_phrases import Gathering, is_of_town
from podium.reading.events_signs import (
    HELD_AT,
    holds,
    is_agent,
    is_attended,
    is_cause,
    is_counted,
    is_crowded,
    is_dated_itself,
    is_definite,
    is_joined,
    is_labelled,
    is_led,
    is_on_programme,
    is_opened,
    is_performed,
    is_preceding,
    is_taken_part_in,
    is_timed,
    is_wanted,
)
from podium.reading.events_unlisted import SMALL, is_open_house, is_proven
from podium.reading.lexicon import words_of

__all__ = ["accepts", "is_title", "refers"]

_HABITUAL = re.compile(
    r"(?:gewohnt|üblich|gewöhnlich|regelmäßig|sonstig|derartig|ähnlich|vergleichbar|echt|richtig|typisch|klassisch)"
    r"(?:e|en|er|es|em)$"
)
_GIVEN = frozenset(words_of("event_words.txt", "given"))
_DAYS_BEFORE = (["am", "Vorabend"], ["am", "Vortag"], ["tags", "zuvor"])
_HOURS = (["am", "Mittag"], ["am", "Vormittag"], ["am", "Nachmittag"], ["am", "Abend"])
_HELD = "mbvn"  # needs of nouns of which "fand am Dienstag im Rathaus statt" tells enough
_LOOSE = frozenset(["any", "visit", "kickoff"])  # families of nouns that say little by themselves
_TOLD_BY_DAY = frozenset("conference panel press workshop fair".split())  # families whose compounds need only a day
_MOST = 10  # tokens of a name in quotation marks


def refers(found: Gathering) -> bool:
    """Whether a phrase can mean a gathering named before: definite, and without anything that tells it apart."""
    if is_labelled(found) or row_words(found):
        return False
    if found.article == "im" and found.noun.form.lower() == found.noun.ending and found.noun.needs == "n":
        return False  # "Im Gespräch: X", "im Dialog"
    if found.noun.form == "Austausch" and found.preposition not in HELD_AT:
        return False  # "der Austausch ist wichtig"
    if _is_sequel(found) and found.noun.family == "ceremony":
        return False
    if any(map(is_counted, found.described)) and found.preposition in HELD_AT:
        return False  # "Beim ersten Treffen vor zwei Jahren"
    if found.of and found.noun.family != "any":  # "die Veranstaltung des DGB" may well have been named
        return False
    definite = is_definite(found.article)
    return found.noun.needs == "r" or (definite and (found.noun.needs in ("m", "v", "n") or is_feast(found.noun)))


def is_title(doc: Document, found: Gathering) -> bool:
    """Whether quotation marks hold no more than the phrase, so that they are its name's: zum „Gipfel in der Heide“."""
    quote = doc.quotes[doc.quote_at[found.head]]
    if found.first != quote.first + 1 or found.end != quote.last or quote.last - quote.first >= _MOST:
        return False
    before = doc.lowers[max(0, quote.first - 3) : quote.first]
    described = len(before) > 1 and (is_row_word(before[-1]) or is_counted(before[-1]))
    if described:
        before = before[:-1]  # beim sechsten „Frühstück der Betriebe“
    before = before[-2:]
    if not before or before[-1] in HELD_AT:
        return bool(before)
    return is_definite(before[-1]) and (described or before[0] in HELD_AT)


def accepts(doc: Document, found: Gathering, date: str | None, place: str, heading: bool, others: bool) -> bool:
    """Whether a phrase names a single gathering of its own, by the rules for nouns of its kind (`events.csv`).

    `date` and `place` are what its sentence names as day and place, `heading` whether it stands in one, `others`
    whether the text has named a gathering before.
    """
    needs, family = found.noun.needs, found.noun.family
    if heading and others and is_whole_heading(doc, found):
        return True  # "Rundgang durch die Werkstätten", and below "Es schloss sich ein Rundgang an"
    if is_of_town(found.noun, found.described[-1] if found.described else ""):
        return heading or bool(date) or holds(doc, found)
    if found.noun.form == "Rundgang" and found.of and is_on_programme(doc, found):
        return True  # "Den Auftakt machte ein Rundgang durch die Werkstatt"
    if needs == "r" or _is_part(doc, found, date, others) or (needs == "n" and is_open_house(doc, found)):
        return False
    if found.noun.family == "negotiation" and any(a.startswith("laufend") for a in found.described):
        return False  # "in der laufenden Tarifrunde"
    if found.noun.form == "Ernennung" and found.article.startswith(("sein", "ihr")):
        return False  # "nach ihrer Ernennung zur Direktorin"
    if found.noun.family == "negotiation" and date and (found.place or place) and row_words(found):
        return True  # "Die zweite Tarifverhandlung ist am Mittwoch in Bremen vertagt worden"
    if is_wanted(doc, found) or is_cause(doc, found) or is_agent(doc, found) or is_performed(doc, found):
        return False
    if heading and needs in "mn" and family != "kickoff" and is_taken_up(doc, found):
        return True
    if needs in _HELD and (is_invited_to(doc, found, heading) or is_taken_part_in(doc, found)):
        return True
    if found.preposition == "nach" and not (found.article or found.adjectives or is_labelled(found)):
        return False  # "nach Anhörung der Ausschüsse"
    if found.noun.form == "Termin" and doc.words[found.end : found.end + 1] == [":"]:
        return False  # "Nächster Termin: Am 9. September spricht …"
    if date and (in_dated_line(doc, found) or (needs == "m" and family in _TOLD_BY_DAY and _says_more(found))):
        return True
    if _is_habitual(found) and not (is_labelled(found) or date):
        return False
    changes = found.noun.ending.endswith("wechsel")  # "Hünfeld. Stabwechsel bei der KAB: …", which is no gathering
    named = found.noun.form not in _GIVEN and not changes
    if not heading and needs != "p" and family not in _LOOSE and named and is_lead(doc, found):
        return True  # "Ulm. Examensfeier unter freiem Himmel: 42 Fachleute erhielten …"
    own = needs in _HELD or (found.noun.form in _GIVEN and found.of)
    if own and not heading and _says_which(found) and is_dated_itself(doc, found):
        return True  # "die Ideen der Zukunftskonferenz vom Montag"
    held = needs in _HELD or found.noun.form == "Forum"
    if date and held and (found.place or place or found.adjectives) and takes_place_then(doc, found):
        return True
    if needs == "p":
        if not others:
            return found.noun.form == "Forum" and is_counted(found.number)  # "19. Forum zum Tag der Arbeit"
        return (is_labelled(found) or bool(row_words(found))) and not _is_house(doc, found)
    if family == "ceremony" and found.preposition in ("bei", "beim") and _is_sequel(found):
        return True  # "Beim anschließenden Empfang"
    small = needs == "n" and heading and found.venue and found.noun.ending in SMALL and not found.article
    if small and (not others or is_subheading(doc, found)):
        return True  # "Gedankenaustausch im Jobcenter"
    if heading and needs in "nv" and not others and found.place and is_attended(doc, found):
        return True  # "Feierabendrunde der IHK in Herzberg", and below "Rund 90 Gäste kamen"
    if needs in "bn" and heading and len(date or "") == 10 and (found.place or place) and not found.article:
        return True  # "IHK-Ausbildertag am 18. Oktober in Weiden"
    if needs == "n":
        return is_proven(doc, found, date, place)
    if needs == "b":
        return is_no_body(doc, found, date)
    if needs == "v":
        return is_no_offer(doc, found, date, others)
    if found.noun.form in _GIVEN and is_joined(doc, found) and _is_gathered(doc, found, date, place, others):
        return True  # "waren zu ihrer Verabschiedung ins Kloster gekommen", "Zur Eröffnung kamen rund 70 Gäste"
    if found.noun.form in _GIVEN and not (is_of_something(found) or (date and is_dated_ceremony(found, others))):
        return is_celebrated(doc, found, date)
    if family == "panel" and others and not found.preposition and doc.words[found.end : found.end + 2] in _HOURS:
        return True  # "Besonders gefragt war die Gesprächsrunde am Mittag"
    if needs == "m" and family == "visit":
        if not others and is_opened(doc, found):
            return True  # "Zu Beginn des zweistündigen Besuchs stellte X … vor"
        at = found.preposition in ("bei", "beim") or is_joined(doc, found)
        compound = bool(date) and at and len(found.noun.form) > len("Besuch")  # "gestern bei einem Betriebsbesuch"
        return compound or is_own_visit(found, date) or is_visit(doc, found, heading)
    if needs == "m" and family == "kickoff":
        return is_kickoff(found, date)
    if needs == "a":
        return heading or is_labelled(found) or bool(found.article or found.preposition or found.place or date)
    if heading:
        return _is_own(found) or (family != "any" and len(date or "") == 10 and not found.article)
    return _is_told(doc, found, date, place)


def _is_gathered(doc: Document, found: Gathering, date: str | None, place: str, others: bool) -> bool:
    """Whether it has a place of its own, day and place, or is the first that a text tells of and guests are counted."""
    return bool(found.place or (date and place)) or (not others and is_crowded(doc, found))


def _is_sequel(found: Gathering) -> bool:
    """Whether an adjective says that it followed what was told."""
    return any(adjective.lower().startswith("anschließend") for adjective in found.described)


def _is_own(found: Gathering) -> bool:
    """Whether the phrase itself says which one it is: title, number, place, or of whom."""
    if found.title or found.number or found.place:
        return True
    return bool(found.of) and (found.noun.family != "any" or found.preposition in HELD_AT)


def _is_part(doc: Document, found: Gathering, date: str | None, others: bool) -> bool:
    """Whether a panel is but a part of a gathering named before: without title, town, day or hour of its own."""
    if found.noun.family != "panel" or not others or found.title or (found.place and not found.venue):
        return False
    timed = not found.preposition and doc.words[found.end : found.end + 2] in _HOURS
    return not (date and row_words(found)) and not timed


def _is_habitual(found: Gathering) -> bool:
    """Whether an adjective says that none in particular is meant: "die gewohnte Fachtagung", "eine derartige Messe"."""
    return any(_HABITUAL.match(a.lower()) for a in found.described)


def _is_house(doc: Document, found: Gathering) -> bool:
    """Whether a text names a "Werkstatt „…“" time and again, which then is a house."""
    return found.noun.form == "Werkstatt" and bool(found.title) and doc.text.count(found.title) > 1


def _is_told(doc: Document, found: Gathering, date: str | None, place: str) -> bool:
    """Any other gathering: something tells which one, and somebody is "auf" or "bei" it, or it is held."""
    if found.noun.family == "rally" and not found.preposition and is_definite(found.article):
        return True  # "Unterstützung bekam die Protestaktion von …"
    if (date or place or found.place) and is_reason(doc, found):
        return True
    common, held = found.noun.family == "any" and not _says_more(found), holds(doc, found)
    if is_opened(doc, found) or (common and date and found.preposition in HELD_AT):
        return True
    if common and found.preposition not in HELD_AT and not (found.venue or is_labelled(found) or date):
        return False  # "die größte Veranstaltung in Koblenz"
    if is_preceding(doc, found):
        return True  # "Vorausgegangen war ein Workshop mit 40 Fachkräften"
    apart = (
        _is_own(found)
        or doc.words[found.end : found.end + 2] in _DAYS_BEFORE
        or (held and (bool(place or date) or is_timed(doc, found)))
        or (not common and bool(date or _says_more(found)))
    )
    if not apart:
        return not common and is_definite(found.article) and is_led(doc, found)
    if found.title or found.preposition in HELD_AT or held:
        return True
    return bool(date and (row_words(found) or is_at_venue(found) or found.number))


def _says_more(found: Gathering) -> bool:
    """Whether adjectives or the first part of the noun say which one it is."""
    return bool(found.adjectives) or "-" in found.noun.form or len(found.noun.form) > len(found.noun.ending) + 2


def _says_which(found: Gathering) -> bool:
    """Whether an article and the noun or its adjectives say which one it is; sessions are told by their day."""
    return is_definite(found.article) and (_says_more(found) or found.noun.family not in _LOOSE)
