"""Organisations in compounds and by abbreviation: "BA-Chef", "GDBA-Vize", "(ÖTV)" and what a text says it means."""

from collections.abc import Sequence
from dataclasses import replace

from podium.namespaces import iri
from podium.reading.gazetteer import stem
from podium.reading.inflection import noun
from podium.reading.lexicon import words_of
from podium.reading.organisations_firms import may_be_firm
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found, KnownName
from podium.reading.organisations_legal import is_legal_form
from podium.reading.organisations_municipal import is_territorial_office
from podium.reading.organisations_scan import Scan, head_word
from podium.reading.organisations_shapes import find_by_head, is_abbreviation
from podium.reading.organisations_units import SUBUNITS, UNITS, UNITS_ALONE, region_end
from podium.reading.roles_words import is_journalist, listed, role_word

__all__ = ["find_compound", "local_abbreviations", "note_bracket"]


def find_compound(scan: Scan, at: int) -> Found | None:
    """The organisation that the first part of a compound names: "BA-Chef", "DGB-Bezirk Märkische Region"."""
    form = scan.words[at]
    opening, _, whole = form.partition("-")
    if opening in ("Ex", "Alt", "Vize"):
        form = whole  # "Ex-BA-Chef"
    if opening in _BROADCASTERS and is_journalist(role_word(form)):
        return Found(at, at + 1, opening, iri("organisation", opening), "media", "alias", head=opening)
    hit = _first_part(form, scan.known.parts)
    if hit is not None and hit[0].kind == "media" and role_word(form) is None:
        hit = None  # a medium before anything else is a source: "dpa-Informationen"
    if hit is None:
        return _abbreviated(scan, at, form)
    entry, rest = hit
    rest = noun(rest, "gen")
    if entry.kind in SUBUNITS and rest in UNITS | UNITS_ALONE:
        end = region_end(scan, at + 1) if rest in UNITS else 0
        if end or rest == "Jugend":
            name = " ".join([f"{entry.form}-{rest}", *scan.words[at + 1 : end or at + 1]])
            return Found(at, end or at + 1, name, iri("organisation", name), entry.kind, head=rest)
    head = head_of(form) if role_word(form) is None else None
    if head is not None and (house := find_by_head(scan.words, at, head, scan.places, at)) and house.end > at + 1:
        return house  # "AWO-Kita Regenbogen"
    return Found(at, at + 1, entry.form, entry.iri, entry.kind, "alias", head=head_word(entry))


def _abbreviated(scan: Scan, at: int, form: str) -> Found | None:
    """An organisation that only its abbreviation before an office of its head names: "GDBA-Vize"."""
    short, role = form.partition("-")[0], role_word(form)
    if role is not None and short in scan.places.territories and is_territorial_office(form.rpartition("-")[2]):
        entry = scan.register.organisation(short)
        return Found(at, at + 1, short, entry.iri if entry else iri("organisation", short), "territory", head=short)
    if role is None and short in _CHAMBERS and (rest := noun(form[len(short) + 1 :], "gen")) in UNITS:
        end = region_end(scan, at + 1)
        name = " ".join([f"{short}-{rest}", *scan.words[at + 1 : end]])
        return Found(at, end, name, iri("organisation", name), "association", head=rest) if end else None
    if role is None or role.prefix != short or short in _NO_ABBREVIATIONS:
        return None
    if not short.isupper() and _of_noun(scan, at, short):
        return None
    if role.masculine.lower() in listed("of_firms") and may_be_firm(short):
        return Found(at, at + 1, short, iri("organisation", short), "company", "name", head=short, sure=False)
    if not role.head.endswith(_HEADS) and not (short in _CHAMBERS and role.head.endswith(_EMPLOYED)):
        return None
    shaped = short.isalpha() and ((3 <= len(short) <= 12 and short.isupper()) or (len(short) < 7 and short.islower()))
    shaped = shaped or _is_mixed(short)
    if not shaped or short in scan.local or _introduced(scan, short):
        return None
    head = head_of(short)
    kind = head.kind if head else "other"
    found = Found(at, at + 1, short, iri("organisation", short), kind, "name", head=short, sure=False)
    scan.local.setdefault(short, found)
    return found


def _is_mixed(short: str) -> bool:
    """Whether an abbreviation has small letters inside: "AStA", "GdP", but not "GmbH"."""
    return is_abbreviation(short) and short.isalpha() and not short.isupper() and not is_legal_form(short)


def _of_noun(scan: Scan, at: int, part: str) -> bool:
    """Whether the noun for a body stands before an office, which is noted: "Handelskammer-Präses", "Klinik-Chefin"."""
    for form in (part, part.removesuffix("s"), part.removesuffix("n"), part + "e"):
        head = head_of(form)
        if head is not None and head.kind not in _NO_BODIES:
            scan.bare.append((at, at + 1, head.form))
            return True
    return False


_NO_BODIES = frozenset(["municipality", "parliament", "party", "court"])


def _introduced(scan: Scan, short: str) -> bool:
    """Whether the text gives an abbreviation in brackets behind a name, which then says what it means."""
    words = scan.words
    return any(words[n] == "(" and words[n + 1 : n + 3] == [short, ")"] for n in range(len(words) - 2))


# Media whose names are common words or mean something else alone.
_BROADCASTERS = frozenset(words_of("organisation_words.txt", "media in compounds"))
_HEADS = tuple(words_of("organisation_words.txt", "offices of heads"))
_CHAMBERS = frozenset(["IHK", "HWK"])
_EMPLOYED = tuple(words_of("person_words.txt", "employed"))
_NO_ABBREVIATIONS = frozenset(words_of("organisation_words.txt", "common first parts"))


def _first_part(form: str, parts: dict[str, KnownName]) -> tuple[KnownName, str] | None:
    cut = form.rfind("-")
    while cut > 0:
        entry = parts.get(form[:cut]) or parts.get(form[0].lower() + form[1:cut])  # "Ver.di-Sekretär"
        if entry is not None and form[cut + 1 : cut + 2].isupper():
            return entry, form[cut + 1 :]
        cut = form.rfind("-", 0, cut)
    return None


def note_bracket(scan: Scan, found: Found) -> Found:
    """Notes the abbreviation that a name introduces: "Gewerkschaft der Polizei (GdP)"."""
    words, end = scan.words, found.end
    if found.short:
        scan.local[found.short] = found
    if found.form == "name" and (called := _called(words, found.first, end)):
        scan.local[called] = found
    bracketed = end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")"
    if found.form != "name" or not bracketed or not is_abbreviation(words[end + 1]):
        return found
    known = scan.known.parts.get(words[end + 1])
    if known and known.name != found.name and found.name.endswith(" " + known.name):
        return found  # "Regionaldirektion Nord der Bundesagentur für Arbeit (BA)": the last one named is the one meant
    if known and known.kind == found.kind and stem(known.name.split(" ")[0]) == stem(found.name.split(" ")[0]):
        found = replace(found, key=known.iri)  # the same body under a name that the register does not list
    scan.local[words[end + 1]] = found
    return found


def _called(words: Sequence[str], first: int, end: int) -> str:
    """The abbreviation before or behind a name, or "": "G.I.B. – Gesellschaft für …", "…, kurz KoBa"."""
    if first > 1 and words[first - 1] in ("–", "-") and is_abbreviation(words[first - 2]):
        before = words[first - 2]
        return before if first < 3 or not words[first - 3][:1].isupper() else ""
    if words[end : end + 2] == [",", "kurz"] and is_abbreviation("".join(words[end + 2 : end + 3])):
        return words[end + 2]
    return ""


def local_abbreviations(scan: Scan) -> None:
    """Mentions of the abbreviations that the text itself introduces, also in compounds ("ÖTV-Chef")."""
    if not scan.local:
        return
    by_name = {short: KnownName(f.key, f.name, f.kind, form=short) for short, f in scan.local.items()}
    words = scan.words
    scan.found = [
        replace(f, key=scan.local[words[f.first]].key) if f.end - f.first == 1 and words[f.first] in scan.local else f
        for f in scan.found
    ]
    taken = {n for f in scan.found for n in range(f.first, f.end)}
    more: list[Found] = []
    for at, form in enumerate(scan.words):
        entry = by_name.get(form)
        if entry is None and "-" in form:
            hit = _first_part(form, by_name)
            entry = hit[0] if hit else None
        if entry is not None and at not in taken and form[0].isalpha():
            more.append(Found(at, at + 1, entry.form, entry.iri, entry.kind, "alias", head=scan.local[entry.form].head))
    scan.found = sorted([*scan.found, *more], key=lambda f: f.first)
