"""Instruments of a release: laws, benefits, programmes, by name, in compounds, as citations, and by shape."""

import re
from collections.abc import Sequence
from functools import cache, partial

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.entities import InstrumentEntity, Instruments, Mention
from podium.reading.forms import PerForm
from podium.reading.gazetteer import Gazetteer, stem
from podium.reading.inflection import nominative
from podium.reading.instruments_entries import Entry, Hit
from podium.reading.instruments_laws import cited, further_books, is_law_word, named_law
from podium.reading.instruments_sections import explained, without_law
from podium.reading.instruments_shapes import benefit, programme, programme_end
from podium.reading.lexicon import lines, table
from podium.register.register import Register

__all__ = ["find_instruments", "triggers_of"]

_FOLD = str.maketrans("äöüÄÖÜ", "aouAOU")
# Heads of programmes that a name in quotation marks follows; "Projekt" and the like are no part of the name.
_PROGRAMME = re.compile(
    r"(?:^P|-P|p)rogramms?$|(?:^F|f)örderrichtlinie$|(?:^R|r)ichtlinie$|(?:^V|v)ereinbarung$|^Pakt$|(?:^A|a)ktionsplan$|^(?:Landes|Bundes|Ausbildungs|Fachkräfte)initiative$"
    r"|(?:^F|f)örderlinie$|(?:Fachkräfte|Ausbildungs|Qualifizierungs|Weiterbildungs|Beschäftigungs|Jobs?|Arbeitsmarkt)-?offensive$|^Landesstrategie$"
)
_PROJECT = re.compile(r"(?:^P|-P|p)rojekte?s?$|^(?:Modellvorhaben|Maßnahme|Initiativprojekt)$")
# A law or benefit that begins a compound with a small letter after it: "Bürgergeldempfänger", "Regelsatzerhöhung".
_TAIL = re.compile(
    r"s?(?:empfäng|bezug|bezieh|beziehen|leistung|erhöhung|reform|satz|sätze|berechtig|debatte|antr|regelung|sanktion|bescheid|anspr|"
    r"debatte|kürzung|anpassung|niveau|zahlung|stell|plätze|platz|mittel|gesetz|beitr|träger|teilnehm|maßnahm|programm|bereich|system|recht|phase|"
    r"quote|anzeige|zeit|urteil|novelle|bedarf|bonus|verordnung|grenze|debatte|diskussion|pläne|haushalt)"
)
_NEVER = re.compile(r"kommission|rat$|tag$|konferenz|minister|ausschuss|kasse")


@cache
def _fold(form: str) -> str:
    """Key of a word with umlauts folded, so that "Regelsätze" meets "Regelsatz"."""
    return stem(form).translate(_FOLD)


class _Names:
    """Known instruments by name, and those in one word for compounds."""

    def __init__(self, register: Register) -> None:
        self.names: Gazetteer[Entry] = Gazetteer(key=_fold, shrinks=True)
        self.parts: dict[str, Entry] = {}
        self._fused: dict[str, list[Entry]] = {}
        excluded = frozenset(lines("instruments_not.txt", "forms"))
        by_name = {each.name: each.iri for each in register.instruments}
        for row in table("instruments.csv"):
            target = by_name.get(row["name"], iri("instrument", row["name"]))
            for form in (row["name"], *row["forms"].split("|")):
                self._enter(Entry(target, row["name"], form))
        for each in register.instruments:
            for form in (each.name, *each.aliases):
                if form not in excluded:
                    self._enter(Entry(each.iri, each.name, re.sub(r" \([^)]*\)$", "", form)))

    def _enter(self, entry: Entry) -> None:
        form = entry.form
        if not form:
            return
        for spelling in {form, form.replace("-", " "), form.replace(" ", "-")}:
            self.names.add(spelling, entry)
        joined = form.replace(" ", "-")
        if joined.count("-") < 3:
            self.parts.setdefault(joined, entry)
        if form.isalpha() and len(form) >= 7:
            self._fused.setdefault(form[:5], []).append(entry)

    def of_compound(self, form: str) -> Entry | None:
        """The instrument that a compound names: "Hartz-IV-Sanktionen", "Sozialhilfeempfänger"."""
        cut = form.rfind("-")
        if cut > 0 and form[0].isalnum():
            last = self.names.longest([form[cut + 1 :]], 0)
            if last and len(last[1].form) > 6:
                return last[1]
        while cut > 0:
            entry = self.parts.get(form[:cut])
            if entry is not None:
                return entry
            book = re.match(r"SGB-([IVX]+)$", form[:cut])
            if book:
                return _book(f"SGB {book[1]}")
            cut = form.rfind("-", 0, cut)
        if _NEVER.search(form):
            return None
        for entry in self._fused.get(form[:5], ()):
            rest = form[len(entry.form) :]
            if rest and form.startswith(entry.form) and _TAIL.match(rest):
                return entry
        return None


def _book(name: str) -> Entry:
    return Entry(iri("instrument", name), name, name)


@cache
def _names(register: Register) -> _Names:
    return _Names(register)


_KNOWN, _COMPOUND, _LAW, _CITED, _TITLED, _SHAPED = (1 << n for n in range(6))


def _trigger(names: _Names, form: str) -> int:
    """What a word form can begin."""
    code = 0
    first = form[:1]
    if first.isalpha() or first.isdigit():
        code |= _KNOWN if names.names.starts(form) else 0
        code |= _COMPOUND if (first.isupper() or "-" in form) and names.of_compound(form) else 0
        code |= _LAW if is_law_word(form) or form in ("Gesetz", "Gesetzes") else 0
        code |= _SHAPED if benefit(form) else 0
        code |= _TITLED if first.isupper() and (_PROGRAMME.search(form) or _PROJECT.search(form)) else 0
    if first == "-" and is_law_word(form):
        code |= _LAW
    if first == "§" or form in _CITATIONS or (first.isupper() and form.startswith(_BOOK_WORDS)):
        code |= _CITED
    return code


_CITATIONS = frozenset("Art. Artikel Art SGB Sozialgesetzbuch Paragraf Paragraph Paragrafen Paragraphen".split())
_BOOK_WORDS = (
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
    return PerForm(partial(_trigger, _names(register)))


def find_instruments(doc: Document, register: Register) -> Instruments:
    """Instruments of a text in the order of their first mention, with all mentions; names are nominative."""
    words, triggers, names = doc.words, triggers_of(register), _names(register)
    hits: list[Hit] = []
    local: dict[str, Entry] = {}
    taken = 0
    for at in doc.places(triggers):
        found = _at(doc, at, triggers[words[at]], names) if at >= taken else []
        if not found:
            continue
        hits += [_as_introduced(words, hit, local) for hit in found]
        taken = max(at + 1, *(hit.end for hit in found))
        if found[-1].end == taken and (short := _introduced(words, taken)):
            local[short] = found[-1].entry
            taken += 3
    hits = explained(words, [*hits])
    hits += without_law(words, hits)
    hits += _later(words, local, hits)
    return _collected(sorted(hits, key=lambda h: (h.first, h.end)))


def _as_introduced(words: Sequence[str], hit: Hit, local: dict[str, Entry]) -> Hit:
    """A known abbreviation as the text has explained it: "Vermittlungsgutschein (AVGS) … der AVGS"."""
    entry = local.get(words[hit.first]) if hit.end - hit.first == 1 else None
    return Hit(hit.first, hit.end, entry, "alias") if entry else hit


def _at(doc: Document, at: int, code: int, names: _Names) -> list[Hit]:
    """The instruments named at token `at`; a citation names its sections and its law (the Grundgesetz is none)."""
    words = doc.words
    if code & _CITED and (citation := cited(words, at)):
        hits = [Hit(s, e, Entry(iri("instrument", name), name, name), "name") for s, e, name in citation.sections]
        if citation.code == "GG":
            return hits
        more = further_books(words, citation.end) if citation.code.startswith("SGB ") and not hits else []
        books = [(*citation.law, citation.code), *more]
        return [*hits, *(Hit(s, e, _book(name), "name") for s, e, name in books)]
    if code & _TITLED and (titled := _titled(doc, at, names)):
        return [titled]
    if code & _KNOWN:
        hit = names.names.longest(words, at)
        if hit and not _part_of_organisation(words, at):
            return [Hit(at, hit[0], hit[1], "name")]
    if code & _LAW and (law := named_law(words, at)):
        first, end, name = law
        return [Hit(first, end, Entry(iri("instrument", name), name, name), "name")]
    if code & _SHAPED:
        name = benefit(words[at])
        return [Hit(at, at + 1, Entry(iri("instrument", name), name, name), "name")]
    if code & _COMPOUND and (entry := names.of_compound(words[at])):
        return [Hit(at, at + 1, entry, "alias")]
    return []


def _part_of_organisation(words: Sequence[str], at: int) -> bool:
    """Whether the words belong to the name of an organisation: "Deutsche Rentenversicherung"."""
    return words[at].startswith("Rentenversicherung") and at > 0 and words[at - 1].startswith("Deutsche")


def _titled(doc: Document, at: int, names: _Names) -> Hit | None:
    """A programme or project with its name in quotation marks: "Bundesprogramm „Ausbildungsplätze sichern“"."""
    words, start = doc.words, at + 1
    if start >= len(words):
        return None
    if words[start] not in "„\"»«“‚'›":
        return _coined(words, at, names)
    for end in range(start + 2, min(start + 12, len(words))):
        if words[end] in "“”\"«»‘'’‹":
            title = doc.phrase(start + 1, end)
            if _PROGRAMME.search(words[at]):
                head = nominative([words[at]])
                name = f"{head} „{title}“"
            else:
                name = title
            return Hit(at, end + 1, Entry(iri("instrument", title), name, title), "name")
    return None


def _coined(words: Sequence[str], at: int, names: _Names) -> Hit | None:
    """A programme under a coined name without quotation marks: "Landesprogramm QualiScheck"."""
    known = at + 1 < len(words) and names.names.longest(words, at + 1)
    end = programme_end(words, at + 1) if _PROGRAMME.search(words[at]) and not known else 0
    if not end:
        return None
    title = words[at + 1]
    return Hit(at, end, Entry(iri("instrument", title), programme(words[at], title), title), "name")


def _introduced(words: Sequence[str], at: int) -> str:
    """Abbreviation in brackets behind a name: "(ZSKG)"."""
    if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")":
        form = words[at + 1]
        return form if 2 <= len(form) <= 12 and sum(map(str.isupper, form)) >= 2 else ""
    return ""


def _later(words: Sequence[str], local: dict[str, Entry], hits: Sequence[Hit]) -> list[Hit]:
    """Mentions by abbreviations that the text introduces, and of programmes by their title alone."""
    taken = {n for hit in hits for n in range(hit.first, hit.end)}
    more: list[Hit] = []
    titles: Gazetteer[Entry] = Gazetteer()
    for hit in hits:
        if hit.end - hit.first > 3 and words[hit.end - 1] in "“”\"«‘'’‹" and len(hit.entry.form) > 4:
            titles.add(hit.entry.form, hit.entry)
    short = [at for at, form in enumerate(words) if form.split("-", 1)[0] in local or form in local] if local else []
    for at in sorted({*short, *titles.beginnings(words)}):
        form = words[at]
        if at in taken or not form[:1].isalnum():
            continue
        entry = local.get(form) or local.get(form.split("-", 1)[0])
        if entry is not None:
            more.append(Hit(at, at + 1, entry, "alias"))
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
    """The longest of the forms that the text uses; for a programme with its head.

    Where it only adds to what the text mostly (else first) says ("Grundsicherung für Arbeitsuchende" after
    "Grundsicherung"), the shorter one is the name; an abbreviation never is.
    """
    group = [h for h in group if not h.entry.form.startswith("§")] or group
    best = max(group, key=lambda h: (len(h.entry.form), -h.first)).entry
    if best.form in best.name and "„" in best.name:
        return best.name
    forms = [h.entry.form for h in group]
    short = [f for f in forms if best.form.startswith(f + " für ")]
    return short[0] if short and len(short) >= forms.count(best.form) and forms[0] == short[0] else best.form
