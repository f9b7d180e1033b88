"""Which phrases are gatherings of their own, and which may name one that was named before."""

import re

from podium.reading.document import Document
from podium.reading.events_identity import is_row_word, row_words
from podium.reading.events_nouns import gathering_noun, is_feast
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.events_signs import (
    HELD_AT,
    holds,
    in_dated_line,
    is_agent,
    is_attended,
    is_cause,
    is_counted,
    is_dated_itself,
    is_definite,
    is_feasted,
    is_joined,
    is_labelled,
    is_lead,
    is_led,
    is_on_programme,
    is_opened,
    is_performed,
    is_preceding,
    is_spoken_at,
    is_subheading,
    is_wanted,
    is_whole_heading,
    takes_place,
)
from podium.reading.events_unlisted import SMALL, is_proven
from podium.reading.lexicon import words_of

__all__ = ["accepts", "is_title", "refers"]

_NOT_OPENED = re.compile(
    r"gesetz|haushalt|paket|reform|novelle|entwurf|verfahren|konto|rahmen|erklärung|verfassung|antrag|resolution|"
    r"möglich|chance|perspektive|markt|beschluss|weg",
    re.I,
)
_HABITUAL = re.compile(
    r"(?:gewohnt|üblich|gewöhnlich|regelmäßig|sonstig|derartig|ähnlich|vergleichbar|echt|richtig|typisch|klassisch)"
    r"(?:e|en|er|es|em)$"
)
_PRESENTED = frozenset("bei beim während zur anlässlich".split())
_GIVEN = frozenset(words_of("event_words.txt", "given"))
_SEASONAL = re.compile(r"(?:Herbst|Frühjahrs|Frühlings|Sommer|Winter|Sonder|Jahres)-?\w{4}")
_DAYS_BEFORE = (["am", "Vorabend"], ["am", "Vortag"], ["tags", "zuvor"])
_HOURS = (["am", "Mittag"], ["am", "Vormittag"], ["am", "Nachmittag"], ["am", "Abend"])
_LASTS = re.compile(r"\w+tägige")
_HELD = "mbvn"  # needs of nouns of which "fand am Dienstag im Rathaus statt" tells enough
_LOOSE = frozenset(["any", "visit", "kickoff"])  # families of nouns that say little by themselves
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
    if needs == "r" or _is_part(doc, found, date, others):
        return False
    if is_wanted(doc, found) or is_cause(doc, found) or is_agent(doc, found) or is_performed(doc, found):
        return False
    if found.preposition == "nach" and not (found.article or found.adjectives or is_labelled(found)):
        return False  # "nach Anhörung der Ausschüsse"
    if found.noun.form == "Termin" and doc.words[found.end : found.end + 1] == [":"]:
        return False  # "Nächster Termin: Am 9. September spricht …"
    if date and in_dated_line(doc, found):
        return True
    if _is_habitual(found) and not (is_labelled(found) or date):
        return False
    if not heading and needs != "p" and family not in _LOOSE and found.noun.form not in _GIVEN and is_lead(doc, found):
        return True  # "Ulm. Examensfeier unter freiem Himmel: 42 Fachleute erhielten …"
    own = needs in _HELD or (found.noun.form in _GIVEN and found.of)
    if own and not heading and _says_which(found) and is_dated_itself(doc, found):
        return True  # "die Ideen der Zukunftskonferenz vom Montag"
    held = needs in _HELD or found.noun.form == "Forum"
    if date and held and (found.place or place or found.adjectives) and _takes_place_then(doc, found):
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
        return _is_no_body(doc, found, date)
    if needs == "v":
        return _is_no_offer(doc, found, date, others)
    if found.noun.form in _GIVEN and found.place and is_joined(doc, found):
        return True  # "waren zu ihrer Verabschiedung ins Kloster gekommen"
    if found.noun.form in _GIVEN and not (_is_given(found) or (date and _is_dated(found, others))):
        return _is_celebrated(doc, found, date)
    if family == "panel" and others and not found.preposition and doc.words[found.end : found.end + 2] in _HOURS:
        return True  # "Besonders gefragt war die Gesprächsrunde am Mittag"
    if needs == "m" and family == "visit":
        return _is_visit(doc, found, heading)
    if needs == "m" and family == "kickoff":
        return _is_kickoff(found, date)
    if needs == "a":
        return heading or is_labelled(found) or bool(found.article or found.preposition or found.place or date)
    if heading:
        return _is_own(found) or (family != "any" and len(date or "") == 10 and not found.article)
    return _is_told(doc, found, date, place)


def _is_sequel(found: Gathering) -> bool:
    """Whether an adjective says that it followed what was told."""
    return any(adjective.lower().startswith("anschließend") for adjective in found.described)


def _takes_place_then(doc: Document, found: Gathering) -> bool:
    """Whether it is the subject of "fand … statt"."""
    return not found.preposition and takes_place(doc, found)


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


def _is_no_body(doc: Document, found: Gathering, date: str | None) -> bool:
    """A noun that also names a body: titled, where somebody is "auf dem" or "beim" it, or held on a day."""
    if is_labelled(found) or found.preposition in ("auf", "beim") or _SEASONAL.match(found.noun.form):
        return True
    if date and is_joined(doc, found):
        return True
    return bool(date or any(map(_LASTS.match, found.described))) and holds(doc, found)


def _is_no_offer(doc: Document, found: Gathering, date: str | None, others: bool) -> bool:
    """A noun that also names a website or the like ("Jobbörse"): with title, number, venue, or held on a day."""
    if found.noun.ending == "andacht" and others and not (date or found.venue or found.preposition):
        return False  # "Am Anfang der Synode stand eine Andacht": a part of it
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
    if (found.preposition == "mit" and found.article == "dem") or (date and is_joined(doc, found)):
        return True  # "Mit dem Gottesdienst begann …"
    return is_labelled(found) or found.venue or (bool(date) and holds(doc, found))


def _is_given(found: Gathering) -> bool:
    """Whether an opening, award or farewell is one of something, and not the opening of another gathering."""
    housed = found.place and (found.noun.form != "Verabschiedung" or _is_at_venue(found))  # "Verabschiedung im Landtag"
    if not (found.of or housed) or _NOT_OPENED.search(found.of):
        return False
    if found.noun.family == "presentation" and found.preposition not in _PRESENTED:
        return False  # "nach Vorstellung der Regierung" is an opinion
    return found.preposition in HELD_AT and not any(map(gathering_noun, found.of.split()))


def _is_dated(found: Gathering, others: bool) -> bool:
    """Whether somebody is at a ceremony of which the sentence only names the day: "bei der Ehrung heute"."""
    if others and found.noun.form == "Eröffnung":
        return False  # it is that of the fair that was named
    return found.noun.family == "ceremony" and found.preposition == "bei" and not found.of


def _is_celebrated(doc: Document, found: Gathering, date: str | None) -> bool:
    """Whether "Die feierliche Eröffnung fand … statt", "feierten die Einweihung des …" tell of an opening as such."""
    if found.preposition or not is_definite(found.article):
        return False
    if date and found.of and is_feasted(doc, found):
        return True
    return bool(found.adjectives) and takes_place(doc, found)


def _is_visit(doc: Document, found: Gathering, heading: bool) -> bool:
    """A visit of some house, where somebody is "beim" it or it is a station of a journey."""
    if not (found.of or found.venue) or (heading and not found.venue):
        return False
    described = not found.article and bool(found.described)  # "Hoher Besuch im Jobcenter X"
    return described or found.preposition in HELD_AT or is_on_programme(doc, found)


def _is_kickoff(found: Gathering, date: str | None) -> bool:
    """An outset: "zum Auftakt auf dem Marktplatz" on a day, or "beim Auftakt" of something or somewhere."""
    if found.preposition == "zum":
        return found.venue and bool(date)
    return found.preposition in ("bei", "beim") and bool(found.place or found.of)


def _is_told(doc: Document, found: Gathering, date: str | None, place: str) -> bool:
    """Any other gathering: something tells which one, and somebody is "auf" or "bei" it, or it is held."""
    if found.noun.family == "rally" and not found.preposition and is_definite(found.article):
        return True  # "Unterstützung bekam die Protestaktion von …"
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
        or (held and bool(place or date))
        or (not common and bool(date or _says_more(found)))
    )
    if not apart:
        return not common and is_definite(found.article) and is_led(doc, found)
    if found.title or found.preposition in HELD_AT or held:
        return True
    return bool(date and (row_words(found) or _is_at_venue(found) or found.number))


def _says_more(found: Gathering) -> bool:
    """Whether adjectives or the first part of the noun say which one it is."""
    return bool(found.adjectives) or "-" in found.noun.form or len(found.noun.form) > len(found.noun.ending) + 2


def _says_which(found: Gathering) -> bool:
    """Whether an article and the noun or its adjectives say which one it is; sessions are told by their day."""
    return is_definite(found.article) and (_says_more(found) or found.noun.family not in _LOOSE)


def _is_at_venue(found: Gathering) -> bool:
    """Whether the phrase names a house: "der Bürgerdialog im Rathaus", not "die Konferenz vor der Presse"."""
    return found.venue and any(map(is_venue, found.place.split()))
