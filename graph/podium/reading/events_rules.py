"""Which phrases are gatherings of their own, and which name one that was named before."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.document import Document
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.gazetteer import stem
from podium.reading.lexicon import words_of

__all__ = ["accepts", "elsewhere", "is_another", "is_title", "refers", "same"]

_AT = frozenset("bei beim auf in im an am während zu zum zur anlässlich nach vor mit".split())
_DEFINITE = re.compile(r"(?:der|die|das|des|dem|den|am|im|zum|zur|beim|vom|ins|dies\w+|sein\w*|ihr\w*|unser\w*)$")
_HOLDS = frozenset(words_of("event_words.txt", "held"))
_ANOTHER = re.compile(r"(?:weiter|nächst|zweit|dritt|viert|fünft|ander|kommend|folgend|erneut)(?:e|en|er|es|em)$")
_COUNTED = re.compile(r"(?:erst|sechst|siebt|acht|neunt|zehnt|elft|zwölft)(?:e|en|er|es|em)$|\d{1,3}\.$")
_NOT_OPENED = re.compile(
    r"gesetz|haushalt|paket|reform|novelle|entwurf|verfahren|konto|rahmen|erklärung|verfassung|antrag|resolution|möglich|chance|perspektive|markt|beschluss|weg",
    re.I,
)
_HABITUAL = re.compile(
    r"(?:gewohnt|üblich|gewöhnlich|regelmäßig|sonstig|derartig|ähnlich|vergleichbar|echt|richtig|typisch|klassisch)(?:e|en|er|es|em)$"
)
_PRESENTED = frozenset("bei beim während zur anlässlich".split())
_GIVEN = frozenset(words_of("event_words.txt", "given"))


def refers(found: Gathering) -> bool:
    """Whether a phrase can mean a gathering named before: definite, and without anything that tells it apart."""
    if found.title or found.number or _another(found):
        return False
    if found.article == "im" and found.noun.form.lower() == found.noun.ending and found.noun.needs == "n":
        return False  # "Im Gespräch: X", "im Dialog"
    if found.of and found.noun.family != "any":  # "die Veranstaltung des DGB" may well have been named
        return False
    return (
        bool(_DEFINITE.match(found.article)) and found.noun.needs in ("m", "r", "v", "n")
    ) or found.noun.needs == "r"


def accepts(doc: Document, found: Gathering, date: str | None, place: str, heading: bool, others: bool) -> bool:
    """Whether a phrase names a single gathering of its own; `place` is what else its sentence names as a place."""
    noun = found.noun
    part = noun.family == "panel" and others and not found.title and (found.venue or not found.place)
    part = part and not (date and _another(found))
    if noun.needs == "r" or part or _wanted(doc, found) or _is_cause(doc, found) or _is_agent(doc, found):
        return False
    if date and _in_dated_line(doc, found):
        return True
    if _habitual(found) and not (found.title or found.number or date):
        return False
    if noun.needs == "p":
        house = noun.form == "Werkstatt" and bool(found.title) and doc.text.count(found.title) > 1
        return others and bool(found.title or found.number) and not house
    if noun.needs == "n":
        if date and _another(found):
            return True  # "eine zweite Wahlarena folgt am 27. Mai"
        return bool(found.title or found.number) or (bool(date or place or found.place) and _staged(doc, found))
    if noun.needs == "b":
        return bool(found.title) or _held_at(found) or (bool(date) and _holds(doc, found))
    if noun.needs == "v":
        told = found.noun.family == "ceremony" and (  # "In einer kurzen Andacht sprach …"
            found.preposition == "in" or (found.article in _INDEFINITE and _on_programme(doc, found))
        )
        return told or bool(found.title or found.number or found.venue) or (bool(date) and _holds(doc, found))
    if noun.form in _GIVEN and not _given(found):
        return _celebrated(doc, found)
    if noun.family == "visit" and noun.needs == "m":
        on_the_way = found.preposition in _AT or (found.article in _INDEFINITE and _on_programme(doc, found))
        on_the_way = on_the_way or (not found.article and bool(found.described))  # "Hoher Besuch im Jobcenter X"
        return bool(found.of or found.venue) and on_the_way and (found.venue or not heading)
    if noun.family == "kickoff" and noun.needs == "m":
        outset = found.preposition == "zum" and found.venue and bool(date)  # "zum Auftakt auf dem Marktplatz"
        return outset or (found.preposition in ("bei", "beim") and bool(found.place or found.of))
    if noun.needs == "a":
        return heading or bool(found.article or found.preposition or found.number or found.title or found.place or date)
    own = bool(
        found.title or found.number or found.place or (found.of and (noun.family != "any" or found.preposition in _AT))
    )
    if heading:
        return own or (noun.family != "any" and len(date or "") == 10 and not found.article)
    held = _holds(doc, found)
    if (
        noun.family == "any"
        and found.preposition not in _AT
        and not (found.venue or found.title or found.number or date)
    ):
        return False  # "die größte Veranstaltung in Koblenz"
    told = own or (held and bool(place or date)) or (noun.family != "any" and bool(date or _telling(found)))
    if not told:
        return noun.family != "any" and bool(_DEFINITE.match(found.article)) and _led(doc, found)
    return (
        bool(found.title)
        or found.preposition in _AT
        or held
        or bool(date and (_another(found) or _at_venue(found) or found.number))
    )


def _staged(doc: Document, found: Gathering) -> bool:
    """Whether somebody is "beim Praxisdialog" in a text that shows a gathering: guests, a greeting, a stage."""
    special = len(found.noun.form) > len(found.noun.ending) or len(found.noun.ending) > _BARE
    there = found.preposition in _THERE and special
    return there and not _SCENE.isdisjoint(doc.lowers)


_BARE = 9  # letters of a noun that says little by itself: "Gespräch", "Dialog"
_THERE = frozenset("bei beim zu zum zur auf während".split())
_SCENE = frozenset(words_of("event_words.txt", "scene"))


def _at_venue(found: Gathering) -> bool:
    """Whether the phrase names a house: "der Bürgerdialog im Rathaus", not "die Konferenz vor der Presse"."""
    return found.venue and any(map(is_venue, found.place.split()))


def _in_dated_line(doc: Document, found: Gathering) -> bool:
    """Whether a line of dates names it behind day and hour: "7. Dezember, 8.30 Uhr: Unternehmerfrühstück …"."""
    first = doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]
    lead = doc.words[first : found.first]
    return lead[-1:] in ([":"], ["|"], ["–"], ["-"]) and len(lead) <= _LEAD and bool(_DAY.match(lead[0]))


_LEAD = 14  # tokens of a day with its hours
_DAY = re.compile(r"\d{1,2}\.|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?$")


def is_title(doc: Document, found: Gathering) -> bool:
    """Whether quotation marks hold no more than the phrase, so that they are its name's: zum „Gipfel in der Heide“."""
    quote = doc.quotes[doc.quote_at[found.head]]
    before = doc.lowers[max(0, quote.first - 3) : quote.first]
    described = len(before) > 1 and bool(_ANOTHER.match(before[-1]) or _COUNTED.match(before[-1]))
    if described:
        before = before[:-1]  # beim sechsten „Frühstück der Betriebe“
    before = before[-2:]
    held = before[-1:] and (
        before[-1] in _AT or (bool(_DEFINITE.match(before[-1])) and (described or before[0] in _AT))
    )
    whole = found.first == quote.first + 1 and found.end == quote.last
    return bool(held) and whole and quote.last - quote.first < 10


def _habitual(found: Gathering) -> bool:
    """Whether an adjective says that none in particular is meant: "die gewohnte Fachtagung", "eine derartige Messe"."""
    return any(_HABITUAL.match(a.lower()) for a in found.described)


def _held_at(found: Gathering) -> bool:
    """Whether somebody is "auf dem" or "beim" it, which nobody says of the body of the same name."""
    return found.preposition in ("auf", "beim")


def _wanted(doc: Document, found: Gathering) -> bool:
    """Whether somebody only asks for it: "Die Fraktion beantragt eine Anhörung"."""
    if found.article not in _INDEFINITE or found.preposition:
        return False
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return any(doc.types[n].lower in _WANTED for n in range(first, min(end, first + 60)))


_WANTED = frozenset(words_of("event_words.txt", "wanted"))


def _is_agent(doc: Document, found: Gathering) -> bool:
    """Whether the noun is the body that decided: "wurde von der Vollversammlung gewählt"."""
    before = doc.lowers[found.first - 2 : found.first] if found.first > 1 else []
    return found.noun.family == "party" and before[:1] in (["von"], ["durch"]) and not found.number


def _is_cause(doc: Document, found: Gathering) -> bool:
    """Whether somebody is only kept by it: "war wegen einer Kabinettssitzung verhindert"."""
    before = doc.lowers[max(0, found.first - 2) : found.first]
    return found.article in _INDEFINITE and not _CAUSES.isdisjoint(before)


_CAUSES = frozenset("wegen aufgrund infolge trotz statt anstelle ohne".split())


def _led(doc: Document, found: Gathering) -> bool:
    """Whether somebody led or opened it: "Die Sitzung leitete …" is a gathering although nothing else is said of it."""
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not _LEADS.isdisjoint(doc.lowers[first : min(end, first + 60)])


_LEADS = frozenset(words_of("event_words.txt", "led"))


def _telling(found: Gathering) -> bool:
    return bool(found.adjectives) or "-" in found.noun.form or len(found.noun.form) > len(found.noun.ending) + 2


def _given(found: Gathering) -> bool:
    """Whether an opening, award or farewell is one of something, and not the opening of another gathering."""
    housed = found.place and (found.noun.form != "Verabschiedung" or _at_venue(found))  # "Verabschiedung im Landtag"
    if not (found.of or housed) or _NOT_OPENED.search(found.of):
        return False
    if found.noun.family == "presentation" and found.preposition not in _PRESENTED:
        return False  # "nach Vorstellung der Regierung" is an opinion
    return not any(gathering_noun(w) for w in found.of.split()) and found.preposition in _AT


def _celebrated(doc: Document, found: Gathering) -> bool:
    """Whether "Die feierliche Eröffnung fand … statt" tells of an opening as such."""
    if found.preposition or not found.adjectives or not _DEFINITE.match(found.article):
        return False
    end = doc.sentences[doc.sentence_at[found.head]][1]
    return any(doc.types[n].lower in _TAKES_PLACE for n in range(found.end, min(end, found.end + 30)))


_TAKES_PLACE = frozenset(["statt", "stattfand", "stattfindet"])


def _on_programme(doc: Document, found: Gathering) -> bool:
    """Whether a sentence tells of a row of stations: "Den Auftakt machte ein Besuch in …"."""
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return any(doc.types[n].lower in _ROW for n in range(first, min(end, first + 80)))


_ROW = frozenset(words_of("event_words.txt", "row"))


def _holds(doc: Document, found: Gathering) -> bool:
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not _HOLDS.isdisjoint(doc.lowers[first : min(end, first + 80)])


def same(
    phrases: Sequence[Gathering],
    date: str | None,
    place: str,
    only_heading: bool,
    found: Gathering,
    found_date: str | None,
    heading: bool,
) -> bool:
    """Whether a phrase names the gathering that `phrases` named, whose date and place are given where known."""
    for name, other in ((p.number, found.number) for p in phrases):
        if name and other and name != other:
            return False
    titles = {p.title for p in phrases if p.title}
    if found.title and titles and found.title not in titles:
        return False
    years, others = _years(date, [p.number for p in phrases]), _years(found_date, [found.number])
    if found.number in others and years and not years & others:
        return False  # "lud zur Jahrestagung 2024 ein", at the end of that of 2023
    another = _another(found)
    # a heading need not say that it is the "vierte" one
    silent = only_heading and another <= _ORDINALS and not any(_another(p) or p.number for p in phrases)
    if another and not silent and not any(another & (_another(p) | _counted(p)) for p in phrases):
        return False
    if date and found_date and len(date) == len(found_date) == 10 and date != found_date and not heading:
        return False
    places = [p for p in phrases if p.place and p.venue == found.venue]
    if found.place and places and not any(_content(p.place) & _content(found.place) for p in places):
        return False
    if found.article in _INDEFINITE and not only_heading and (found.place or found_date) and not (date or place):
        return False
    if found.title and not titles and found.noun.family == "workshop":
        return False
    houses = [p.of or p.place for p in phrases if p.of or p.place]
    house = found.of or found.place
    if found.noun.family == "visit" and house and houses and not any(_content(h) & _content(house) for h in houses):
        return False
    return all(_same_head(p, found) for p in phrases)


def _years(date: str | None, numbers: Sequence[str]) -> frozenset[str]:
    """Years that a phrase names or that its day lies in."""
    named = [n for n in numbers if len(n) == 4 and n.isdigit()]
    return frozenset(named or ([date[:4]] if date else []))


def elsewhere(place: str, venue: bool, other: str, other_venue: bool) -> bool:
    """Whether two places contradict each other; a venue and a town do not."""
    if not place or not other or venue != other_venue:
        return False
    return not _content(place) & _content(other)


def is_another(phrases: Sequence[Gathering]) -> bool:
    """Whether an event is only spoken of as another one of its kind: "ein weiteres Fachgespräch"."""
    return all(_another(p) for p in phrases)


def _another(phrase: Gathering) -> frozenset[str]:
    """Stems of the adjectives that tell one gathering of a row from the others: "nächste", "zweite", "weiteres"."""
    following = {"folge"} if phrase.noun.form.startswith("Folge") else set()
    return frozenset(following | {stem(a) for a in phrase.adjectives if _ANOTHER.match(a.lower())})


def _counted(phrase: Gathering) -> frozenset[str]:
    """The adjective of a printed number: the "dritte Jobmesse" is the "3. Jobmesse"."""
    return frozenset(_STEMS[int(phrase.number[:-1])] if phrase.number in _NUMBERED else ())


_ORDINALS = frozenset(["zweit", "dritt", "viert", "fünft"])
_STEMS = {2: ("zweit",), 3: ("dritt",), 4: ("viert",), 5: ("fünft",)}
_NUMBERED = frozenset(f"{number}." for number in _STEMS)
_INDEFINITE = frozenset("ein eine einer einem einen eines".split())


def _same_head(one: Gathering, other: Gathering) -> bool:
    """Whether two nouns are the same or one is the other with a first part ("Fachgespräch", "Online-Fachgespräch")."""
    if "series" in (one.noun.family, other.noun.family):
        return one.noun.ending == other.noun.ending
    if one.noun.family != other.noun.family:
        return False
    first, second = one.noun.form.lower(), other.noun.form.lower()
    return first == second or first.endswith(second) or second.endswith(first)


@cache
def _content(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"\w+", text) if len(w) > 3)
