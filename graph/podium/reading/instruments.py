"""Instruments of a release: laws, benefits, programmes, by name, in compounds, as citations, and by shape."""

import re
from collections.abc import Sequence
from functools import cache, partial

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.entities import InstrumentEntity, Instruments, Mention, Organisations
from podium.reading.forms import PerForm
from podium.reading.gazetteer import Gazetteer
from podium.reading.instruments_citations import Citation, canonical, cited, further_books
from podium.reading.instruments_entries import Entry, Hit, book
from podium.reading.instruments_laws import is_law_word, named_law
from podium.reading.instruments_names import Names, names_of
from podium.reading.instruments_programmes import is_head, short_title, titled
from podium.reading.instruments_sections import without_law
from podium.reading.instruments_shapes import benefit
from podium.register.register import Register

__all__ = ["find_instruments", "triggers_of"]

_KNOWN, _COMPOUND, _LAW, _CITED, _TITLED, _SHAPED, _SHARED, _LONGER = (1 << n for n in range(8))
_ONLY_LONGER = _KNOWN | _LONGER  # "Budget" begins names, and is none by itself


def _trigger(names: Names, form: str) -> int:
    """What a word form can begin."""
    code = 0
    first = form[:1]
    if first.isalpha() or first.isdigit():
        if names.names.starts(form):
            code |= _KNOWN if names.names.longest([form], 0) else _KNOWN | _LONGER
        code |= _COMPOUND if names.of_compound(form) else 0
        code |= _LAW if is_law_word(form) or form in ("Gesetz", "Gesetzes") else 0
        code |= _SHAPED if benefit(form) else 0
        code |= _SHARED if form[-1] == "-" and form[:-1] in names.firsts else 0
        code |= _TITLED if first.isupper() and is_head(form) else 0
    if first == "-" and is_law_word(form):
        code |= _LAW
    if first == "§" or form in _CITATIONS or form.startswith(_CITING) or (first == "1" and _OWN_SECTION.match(form)):
        code |= _CITED
    return code


_CITATIONS = frozenset("Art. Artikel Art Paragraf Paragraph Paragrafen Paragraphen".split())
_OWN_SECTION = re.compile(r"16[a-k](?:-[A-ZÄÖÜ]|$)")
_CITING = (
    "SGB",
    "Sozialgesetzb",
    "Erste",
    "Zweite",
    "Dritte",
    "Vierte",
    "Fünfte",
    "Sechste",
    "Siebt",
    "Achte",
    "Neunte",
    "Zehnte",
    "Elfte",
    "Zwölfte",
)


@cache
def triggers_of(register: Register) -> PerForm[str, int]:
    """What each word form can begin, by word form; 0 where no instrument can begin."""
    return PerForm(partial(_trigger, names_of(register)))


def find_instruments(doc: Document, register: Register, organisations: Organisations | None = None) -> Instruments:
    """Instruments of a text in the order of their first mention, with all mentions; names are nominative.

    What one of its `organisations` is called by ("Jugendberufsagentur Hamburg") is none of them.
    """
    words, triggers, names = doc.words, triggers_of(register), names_of(register)
    hits: list[Hit] = []
    local: dict[str, Entry] = {}
    taken = 0
    for at in doc.places(triggers):
        code = triggers[words[at]]
        if code == _ONLY_LONGER and not names.goes_on(words, at):
            continue
        found = _at(doc, at, code, names) if at >= taken else []
        if not found:
            continue
        hits += found
        taken = max(at + 1, *(hit.end for hit in found))
        for hit in found:
            if words[hit.end - 1] in _QUOTES and (short := short_title(words, hit.end - 1)):
                local[short] = hit.entry
        if found[-1].end == taken and (short := _introduced(words, taken)):
            local[short] = found[-1].entry
            taken += 3
    if local:
        hits = [_as_introduced(words, hit, local) for hit in hits]
    hits += without_law(doc, hits)
    hits += _later(words, local, hits)
    if organisations:
        hits = _without_houses(words, hits, organisations)
    return _collected(sorted(hits, key=lambda h: (h.first, h.end)))


def _without_houses(words: Sequence[str], hits: list[Hit], organisations: Organisations) -> list[Hit]:
    """The hits without those that name a house of the text; several of its kind ("Jugendberufsagenturen") are none."""
    houses = {e.name.partition(" ")[0] for e in organisations.entities if " " in e.name}
    return [h for h in hits if h.entry.name not in houses or words[h.first].startswith(f"{h.entry.name}en")]


def _as_introduced(words: Sequence[str], hit: Hit, local: dict[str, Entry]) -> Hit:
    """A known abbreviation as the text has explained it: "Vermittlungsgutschein (AVGS) … der AVGS"."""
    entry = local.get(words[hit.first]) if hit.end - hit.first == 1 else None
    return Hit(hit.first, hit.end, entry, "alias") if entry else hit


def _at(doc: Document, at: int, code: int, names: Names) -> list[Hit]:
    """The instruments named at token `at`; a citation names its sections and its law (the Grundgesetz is none)."""
    words = doc.words
    if code & _CITED and (citation := cited(words, at)):
        return _of_citation(words, citation, names)
    if code & _TITLED and (named := titled(doc, at, names.names)):
        return named
    if code & _KNOWN and (found := names.known(words, at)):
        return found
    if code & _SHARED and (entry := names.shared(words, at)):
        return [Hit(at, at + 1, entry, "name")]
    if code & _LAW and (law := named_law(words, at)):
        first, end, name = law
        return [Hit(first, end, Entry(iri("instrument", name), name, name), "name")]
    if code & _SHAPED:
        name = benefit(words[at])
        return [Hit(at, at + 1, Entry(iri("instrument", name), name, name), "name")]
    if code & _COMPOUND and (entry := names.of_compound(words[at])):
        return [Hit(at, at + 1, entry, "alias")]
    return []


def _of_citation(words: Sequence[str], citation: Citation, names: Names) -> list[Hit]:
    """The sections of a citation and its law, each an instrument."""
    law, code = citation.law, citation.code
    short = names.codes.get(code, code)
    hits = []
    for first, end, name in citation.sections:
        key = canonical(name.removesuffix(code) + short)
        hits.append(Hit(first, end, Entry(iri("instrument", key), key, name), "name"))
    if code in ("GG", ""):
        return hits
    known = names.names.longest([code], 0) if not code.startswith("SGB ") else None
    more = further_books(words, citation.end) if code.startswith("SGB ") and not hits else []
    entry = Entry(known[1].iri, known[1].name, code) if known else book(code)
    return [*hits, Hit(*law, entry, "name"), *(Hit(s, e, book(name), "name") for s, e, name in more)]


_QUOTES = frozenset("“”\"«‘'’‹»")


def _introduced(words: Sequence[str], at: int) -> str:
    """Abbreviation in brackets behind a name: "(ZSKG)"."""
    if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")":
        form = words[at + 1]
        return form if 2 <= len(form) <= 12 and sum(map(str.isupper, form)) >= 2 else ""
    return ""


def _later(words: Sequence[str], local: dict[str, Entry], hits: Sequence[Hit]) -> list[Hit]:
    """Mentions by abbreviations that the text introduces, and of programmes by their title alone."""
    titled = [hit.entry for hit in hits if hit.end - hit.first > 3 and words[hit.end - 1] in _QUOTES]
    if not local and not titled:
        return []
    taken = {n for hit in hits for n in range(hit.first, hit.end)}
    more: list[Hit] = []
    titles: Gazetteer[Entry] = Gazetteer()
    for entry in titled:
        if len(entry.form) > 4:
            titles.add(entry.form, entry)
    short = [at for at, form in enumerate(words) if form.split("-", 1)[0] in local or form in local] if local else []
    for at in sorted({*short, *titles.beginnings(words)}):
        form = words[at]
        if at in taken or not form[:1].isalnum():
            continue
        if known := local.get(form) or local.get(form.split("-", 1)[0]):
            more.append(Hit(at, at + 1, known, "alias"))
        elif (hit_ := titles.longest(words, at)) is not None:
            more.append(Hit(at, hit_[0], hit_[1], "alias"))
    return more


def _collected(hits: Sequence[Hit]) -> Instruments:
    order: dict[str, list[Hit]] = {}
    for hit in hits:
        order.setdefault(hit.entry.iri, []).append(hit)
    number = {key: n for n, key in enumerate(order)}
    entities = [InstrumentEntity(_fullest(group), key) for key, group in order.items()]
    mentions = [Mention(h.first, h.end, number[h.entry.iri], h.form, (h.first, h.end)) for h in hits]
    return Instruments(tuple(entities), tuple(mentions))


def _fullest(group: Sequence[Hit]) -> str:
    """The longest of the forms that the text uses.

    Where it only adds to what the text mostly (else first) says ("Grundsicherung für Arbeitsuchende" after
    "Grundsicherung"), the shorter one is the name; an abbreviation never is.
    """
    group = [h for h in group if not h.entry.form.startswith("§")] or group
    best = max(group, key=lambda h: (len(h.entry.form), -h.first)).entry
    forms = [h.entry.form for h in group]
    short = [f for f in forms if best.form.startswith(f + " für ")]
    return short[0] if short and len(short) >= forms.count(best.form) and forms[0] == short[0] else best.form
