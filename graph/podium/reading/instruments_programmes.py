"""Programmes and projects by the names that a text gives them: "Landesprogramm „X“", "Projekte „A“ und „B“"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.document import Document
from podium.reading.gazetteer import Gazetteer
from podium.reading.inflection import is_adjective
from podium.reading.instruments_entries import Entry, Hit, book
from podium.reading.instruments_shapes import coined

__all__ = ["is_head", "short_title", "titled"]

_HEAD = re.compile(
    r"(?:^P|-P|p)ro(?:gramm|jekt)(?:e[ns]?|s)?$|(?:^|[a-z-])(?:[Rr]ichtlinie|[Vv]ereinbarung|[Vv]orhaben|[Ff]örderinstrument)s?$|"
    r"(?:^|[a-z-])[Mm]aßnahmen?$|"
    r"^(?:Landes|Bundes|Ausbildungs|Fachkräfte|Bildungs|Qualifizierungs|Weiterbildungs|Beschäftigungs|Arbeitsmarkt|Integrations|Gemeinschafts|"
    r"Inklusions|Modell|ESF-|Job-?)?[Ii]nitiative$|^Pakt$|(?:^A|a)ktionspl(?:an|ans|anes)$|(?:^F|f)örder(?:linie|aufruf|schwerpunkt|ansatz|konzept)(?:e?s)?$|"
    r"(?:Fachkräfte|Ausbildungs|Qualifizierungs|Weiterbildungs|Beschäftigungs|Jobs?|Arbeitsmarkt)-?offensive$|"
    r"(?:Landes|Fachkräfte|Gesamt|Arbeitsmarkt|Weiterbildungs|Inklusions)strategie$|(?:Innovations|Förder|Zukunfts|Sozial)fonds$"
)
# Heads whose names are no instruments: what is played, built, shown or voted for.
_NO_HEAD = re.compile(
    r"^-?(?:Musik|Theater|Kabarett|Rahmen|Abend|Bühnen|Fernseh|Fest|Kultur|Konzert|Unterhaltungs|Wahl|Partei|Grundsatz|Tages|Tagungs|Ferien|Kinder|"
    r"Film|Bau|Neubau|Kunst|Sanierungs|Regierungs|Solo|Show|Tanz|Chor|Zirkus|Jubiläums|Comedy|Foto|Buch|Hörspiel|Begleit|Vortrags|Betriebs|Tarif|"
    r"Koalitions|Wohnp|Straßen|Immobilien|Hilfs|Entwicklungs|Computer|Anwender|Wahlkampf|Lese|Freizeit|Spar|Schutz|Corona|Zwangs|Sicherheits|Vorsichts|Hygiene)"
)
# Heads behind which a name in capitals or with capitals inside needs no quotation marks.
_OPEN_HEAD = re.compile(r"(?:^P|-P|p)ro(?:gramms?|jekts?)$|^(?:Landes|Bundes|Förder)initiative$")
_PLAIN_HEAD = re.compile(
    r"^(?:Landes|Bundes|Förder|ESF-|ESF-Plus-|Modell|Sonder)(?:arbeitsmarkt|-)?[Pp]ro(?:gramms?|jekts?)$"
)
_OPENING, _CLOSING = frozenset("„\"»«“‚'›"), frozenset("“”\"«»‘'’‹")
# Between head and name: "Programm des Landes „X“", "Projekt mit dem Namen „X“", "Das Projekt heißt „X“".
_BETWEEN = frozenset("mit dem den Namen Titel namens unter heißt hieß nennt sich nannte trägt trug lautet".split())
# Whose or what for a programme is: "Projekt der Arbeitsagentur „X“"; not "Projekt des Vereins „X“".
_OWNED = frozenset(["des", "der", "vom", "von", "für", "zur", "zum"])
_OWN_NAMED = re.compile(
    r"(?i)(?:verein|stiftung|träger|firma|bündnis|initiative|netzwerk|zentrum|haus|schule|gruppe|werkstatt|institut|verlag|kita|gesellschaft|"
    r"gmbh|café|theater|club|treff|werk|betrieb|unternehmen|genossenschaft|allianz|zeitung|magazin|kampagne|reihe|tag|woche|messe|thema|"
    r"motto|tagung|konferenz|forum|hotel|gasthof|kaufhaus|kaufhauses|gut|hof|preis|buch|film)(?:e?s|e|en|n|ses)?$"
)
_NAMING = ("heißt", "hieß", "heiße", "nennt", "nannte", "lautet")
_ARTICLES = frozenset("den dem des das die der ein eine dieses diese dieser unser unsere ihr sein".split())
_LISTED = frozenset([",", "und", "sowie", "oder", "bzw."])
_LINKS = frozenset(["für", "im", "in", "am", "zur", "und", "ohne", "statt", "durch", "mit", "–"])


@cache
def is_head(form: str) -> bool:
    """Whether the name of a programme or project can follow a word: "Landesprogramm", "Modellprojekte"."""
    return bool(_HEAD.search(form)) and not _NO_HEAD.match(form)


def titled(doc: Document, at: int, names: Gazetteer[Entry]) -> list[Hit]:
    """Programmes or projects by the head at token `at`, with names behind it or before ("„X“ heißt das Projekt")."""
    words, start = doc.words, at + 1
    if start >= len(words):
        return []
    if words[start] not in _OPENING:
        return _unquoted(doc, at, names) or _behind(doc, at, names) or _before(doc, at, names)
    hits = [hit] if (hit := _quoted(doc, at, start, names)) else []
    while hits and hits[-1].end + 1 < len(words) and words[hits[-1].end] in _LISTED:
        start = hits[-1].end + 1
        plural = words[at].endswith(("e", "en")) and words[start] in _OPENING
        hit = _quoted(doc, start, start, names) if plural else None
        if hit is None:
            break
        hits.append(hit)
    return hits


def _quoted(doc: Document, first: int, start: int, names: Gazetteer[Entry]) -> Hit | None:
    """The name in quotation marks that open at token `start`, found from token `first` on."""
    words = doc.words
    if start and words[start] != "„" and doc.starts[start] == doc.ends[start - 1]:
        return None  # a mark that closes: "das „Programm“"
    for end in range(start + 2, min(start + 20, len(words))):
        if words[end] in _CLOSING:
            return Hit(first, end + 1, _named(doc, start + 1, end, names), "name")
    return None


def _named(doc: Document, first: int, end: int, names: Gazetteer[Entry]) -> Entry:
    """The programme that the tokens name, known or not; an abbreviation at the end of the name is left out."""
    words, known = doc.words, names.longest(doc.words, first)
    whole = known and (known[0] == end or words[known[0]] in ("–", "-"))  # "rehapro – Innovative Wege …"
    if short_title(words, end):
        end -= 2 if words[end - 1] != ")" else 3
    title = doc.phrase(first, end)
    return Entry(known[1].iri, known[1].name, title) if known and whole else book(title)


def short_title(words: Sequence[str], end: int) -> str:
    """Abbreviation that ends a name: "Arbeit für das Saarland – ASaar", "Integration durch Qualifizierung (IQ)"."""
    if words[end - 1] == ")" and words[end - 3] == "(":
        return words[end - 2]
    form = words[end - 1]
    name = sum(map(str.isupper, form)) > 1 or form[0].islower()
    return form if words[end - 2] in ("–", "-") and name else ""


def _behind(doc: Document, at: int, names: Gazetteer[Entry]) -> list[Hit]:
    """A name a little behind its head: "Programm des Bundes „X“", "Projekt für Eltern „X“", "Das Projekt heißt „X“"."""
    words, owned = doc.words, doc.words[at + 1] in _OWNED
    if words[at + 1] not in _BETWEEN and not owned:
        return []
    for number in range(at + 2, min(at + 8, len(words))):
        form = words[number]
        if form in _OPENING:
            last = words[number - 1]
            fits = last not in _OWNED and last not in _ARTICLES and (last in _BETWEEN or not _OWN_NAMED.search(last))
            hit = _quoted(doc, at, number, names) if fits else None
            return [hit] if hit else []
        part = form[0].isupper() or form[0].isdigit() or form.endswith(("en", "er", "ei")) or form in _LINKS
        if is_head(form) or (form not in _BETWEEN and not (owned and part)):
            break
    return []


def _before(doc: Document, at: int, names: Gazetteer[Entry]) -> list[Hit]:
    """A name before its head: "„Neue Wege“ heißt das neue Landesprogramm"."""
    words = doc.words
    for number in range(at - 1, max(at - 5, 1), -1):
        if words[number] not in _NAMING or words[number + 1] not in _ARTICLES:
            continue
        end = number
        while end > 1 and words[end - 1] in ("so", "–", ","):
            end -= 1
        for start in range(end - 3, max(end - 14, -1), -1) if words[end - 1] in _CLOSING else ():
            if words[start] in _OPENING:
                return [Hit(start, end, _named(doc, start + 1, end - 1, names), "name")]
        break
    return []


def _unquoted(doc: Document, at: int, names: Gazetteer[Entry]) -> list[Hit]:
    """A programme under a name without quotation marks: "Landesprogramm QualiScheck", "Landesprogramm Gute Arbeit"."""
    words, start = doc.words, at + 1
    if names.longest(words, start) or not words[start][0].isupper() or not _OPEN_HEAD.search(words[at]):
        return []
    title = words[start]
    if coined(title):
        return [Hit(at, start + 1, book(title), "name")]
    end = _title_end(words, start) if _PLAIN_HEAD.match(words[at]) else 0
    return [Hit(at, end, _named(doc, start, end, names), "name")] if end else []


def _title_end(words: Sequence[str], at: int) -> int:
    """End of a name of several words from token `at`: "Gute Arbeit", "Arbeit für Thüringen"; else 0."""
    end, number = 0, at + 1
    while number < len(words) and number < at + 9:
        form = words[number]
        if form[0].isupper() and form[0].isalpha():
            if number == at + 1 and not (is_adjective(words[at]) and words[at].endswith("e")):
                break
            number += 1
            end = number
        elif form in _LINKS and number + 1 < len(words) and words[number + 1][0].isupper():
            number += 1
        else:
            break
    return end
