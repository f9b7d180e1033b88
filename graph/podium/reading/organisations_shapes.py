"""Unknown organisations by the head of their name: "Handwerkskammer Spree-Oder", "Institut für …", "… e. V."."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import gender, is_adjective, is_known, nominative
from podium.reading.lexicon import words_of
from podium.reading.names import STRONG, UNKNOWN, kind
from podium.reading.organisations_apposed import apposed_end, can_be_called
from podium.reading.organisations_heads import Head, is_head
from podium.reading.organisations_known import Found
from podium.reading.organisations_legal import (
    LABELS,
    association_end,
    is_label,
    legal_end,
    legal_follows,
    printed_legal,
    tidy,
)
from podium.reading.organisations_patrons import OPENS_NAME, is_founder, patron_start
from podium.reading.organisations_tails import NO_NAMES, after_head
from podium.reading.places import Places, place_at
from podium.reading.roles_words import listed, role_word
from podium.reading.words import word

__all__ = ["find_by_head", "is_abbreviation"]

# Adjectives that describe rather than name, so that they open no name even with a capital at the start of a sentence.
_PLAIN = re.compile(
    r"(?:neu|alt|groß|klein|gut|jung|eigen|regional|lokal|örtlich|zuständig|kommunal|staatlich|öffentlich|privat|gemeinnützig|gemeinsam|"
    r"verschieden|weiter|nächst|letzt|erst|zweit|ander|einzeln|viel|wenig|all|beid|zahlreich|ehemalig|früher|heutig|bisherig|wichtig|"
    r"gesamt|ganz|hiesig|dortig|jeweilig|amtierend|geplant|unabhängig|betroffen|beteiligt|anwesend|zugelassen|größt|ältest|führend)"
    r"(?:e|en|er|es|em)$",
    re.I,
)


_REGIONAL = re.compile(r"[A-ZÄÖÜ]\w+ische[nrms]?$")  # "Uckermärkische Verkehrsgesellschaft"
_SEATED = frozenset(["court", "agency", "welfare", "municipality", "association"])  # "Gothaer Sozialgericht" names one


def find_by_head(words: Sequence[str], at: int, head: Head, known: Places, floor: int) -> Found | None:
    """The organisation whose head noun stands at token `at`, or None where the noun names none.

    `floor` is the first token that may belong to it. An abbreviation in brackets may stand before the place:
    "Volkshochschule (VHS) Heide".
    """
    if words[at + 1 : at + 2] == ["("] and _introduces(words, at + 1) and _place_behind(words, at + 4, head, known):
        start = max(floor - 1, at - 10, 0)
        near = [*words[start : at + 1], *words[at + 4 : at + 12]]
        found = _by_head(near, at - start, head, known, floor - start)
        if found is None:
            return None
        bracket = 3 if found.end > at - start + 1 else 0
        short = words[at + 2] if bracket else ""
        return replace(found, first=found.first + start, end=found.end + start + bracket, short=short)
    return _by_head(words, at, head, known, floor)


def _place_behind(words: Sequence[str], at: int, head: Head, known: Places) -> bool:
    """Whether the name goes on with its place at token `at`: "Heide", "zu Flensburg"."""
    return "p" in head.after and place_at(words, at + (words[at : at + 1] == ["zu"]), known) is not None


def _by_head(words: Sequence[str], at: int, head: Head, known: Places, floor: int) -> Found | None:
    first, modified = _before(words, at, head, known, floor)
    if patron := patron_start(words, at, head, floor):
        first, modified = patron, True
    if head.form.endswith(_ALSO_GATHERINGS) and _is_gathering(words, first, at):
        return None
    end, after = after_head(words, at, head, known)
    if not after and can_be_called(head) and (named := apposed_end(words, first, at, head.kind == "association")):
        end, after = named, "u"
    if named := _region_introduced(words, end, known) if after else 0:
        end = named
    if after and head.kind == "association":
        end = association_end(words, end) or end
    legal = legal_end(words, end)
    bracket = _introduces(words, legal or end)
    if head.form in LABELS and legal_follows(words, end):
        return None  # "Firma Muster Bau GmbH" is found by its legal form
    if end > at + 1 and not legal and (office := role_word(words[end - 1])) is not None and office.prefix:
        words = [*words[: end - 1], office.prefix, *words[end:]]  # "BAG BBW-Vorsitzender"
    whole = is_head(head.form)
    proper = modified or bool(after) or bool(legal) or (bracket and not whole)
    if not proper and head.compound and head.bare != "no" and head.kind != "company":
        proper = _proper_compound(words[at])
    if not proper and not whole and not head.compound and head.bare != "no":
        proper = _of_place(head.form, known)
    if not proper and head.form.endswith("schule"):
        proper = _is_named_school(words[at])
    if not (proper or head.bare == "name"):
        return None
    if (after == "q" and first and _SUCH.match(words[first - 1])) or (head.kind == "company" and _venue(words, floor)):
        return None
    if head.kind == "company" and not (after or legal or (modified and _names_firm(words, first, at))):
        return None
    if ((not proper or after == "u") and _any_one(words, first)) or ("v" in head.after and _is_where(words, first)):
        return None
    case = _case(words, first)
    name = nominative([*words[first:at], head.form], "gen" if head.form != words[at] else case, gender(head.form))
    if first < at and head.form.endswith(_PLURALS) and words[at - 1].endswith("en"):
        name = " ".join([*words[first : at - 1], words[at - 1][:-1], head.form])  # "der Beruflichen Schulen X"
    name = " ".join([name, *words[at + 1 : end]])
    name = tidy(name + (f" {printed_legal(words, end, legal)}" if legal else ""))
    if head.form in LABELS and after in ("n", "p", "u"):
        name = name.removeprefix(head.form + " ")
    return Found(first, legal or end, name, iri("organisation", name), head.kind, head=head.form, sure=proper)


def _names_firm(words: Sequence[str], first: int, at: int) -> bool:
    """Whether what stands before the noun for a firm names it: "Uckermärkische …", "die | Werraland Manufaktur"."""
    own = first == at - 1 and first > 0 and words[first - 1].lower() in OPENS_NAME and _apposed(words[first])
    return own or bool(_REGIONAL.match(words[first]))


def _is_gathering(words: Sequence[str], first: int, at: int) -> bool:
    """Whether a head that also names a gathering does so here: "vierte Kasseler Armutskonferenz", "auf der …"."""
    if any(map(_COUNTED.match, words[max(0, first - 2) : at])) or words[at + 1 : at + 2] in (["tagt"], ["tagte"]):
        return True
    return first > 0 and (words[first - 1] == "zur" or words[first - 2 : first] in (["auf", "der"], ["Auf", "der"]))


_ALSO_GATHERINGS = ("armutskonferenz", "Armutskonferenz", "ministerkonferenz")
_COUNTED = re.compile(
    r"\d{1,3}\.$|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|nächst)(?:e|en|er)$", re.I
)


_PLURALS = ("Schulen", "Kliniken", "stätten", "werke", "betriebe")


def _any_one(words: Sequence[str], first: int) -> bool:
    """Whether one of many is meant, or none yet: "eine zentrale Ausländerbehörde", "der Gang aufs Sozialamt"."""
    at = first - 1
    while (
        at > 0 and first - at < 3 and words[at][:1].islower() and is_adjective(words[at]) and not _ONE.match(words[at])
    ):
        at -= 1
    return at >= 0 and bool(_ONE.match(words[at]))


_ONE = re.compile(
    r"(?:(?:ein|kein|jed|irgendein|manch|solch|ihr|unser|sein)(?:e|em|en|er|es)?|aufs|ans|zwei|mehrere[nr]?)$", re.I
)


def _is_where(words: Sequence[str], first: int) -> bool:
    """Whether a venue is only where something is: "im Gasthof Linde", not "Küchenchefin im Gasthof Linde"."""
    at = first - 1
    while at > 0 and first - at < 3 and (words[at] in _THE or words[at].endswith("er")):
        at -= 1  # "im Musterstädter Bürgerhaus"
    before = words[at] if at >= 0 else ""
    if before == ",":
        return at > 0 and (words[at - 1] == "Uhr" or words[at - 1].isdigit())  # "5. Mai 2023, Bürgerhaus Linden"
    if before.lower() not in _WHERE:
        return False
    office = at > 0 and role_word(words[at - 1]) is not None
    return not office and listed("working").isdisjoint(words[at - 6 if at > 6 else 0 : at + 15])


_THE = frozenset(["der", "den", "dem", "das", "die"])
_WHERE = frozenset(["im", "ins", "in", "am", "zum", "vor", "uhr", "ort"])


def _case(words: Sequence[str], first: int) -> str | None:
    return "gen" if first and words[first - 1].lower() == "des" else None


def _proper_compound(form: str) -> bool:
    """Whether a hyphenated head has a first part that is a name: "Hanse-Stiftung", not "Online-Institut"."""
    parts = form.split("-")[:-1]
    return bool(parts) and all(p[:1].isupper() for p in parts) and not all(p in _COMMON for p in parts)


_COMMON = frozenset(words_of("organisation_words.txt", "common first parts"))


def _of_place(form: str, known: Places) -> bool:
    """Whether a compound begins with the name of a place: "Harzklinikum", not "Stadtklinikum"."""
    return any(
        cut > 3 and form[cut:] in _HOUSES and known.names.longest([form[:cut]], 0) is not None
        for cut in range(4, len(form) - 4)
    )


@cache
def _is_named_school(form: str) -> bool:
    """Whether a school is called after somebody or a part of town: "Ostschule", "Medardschule", not "Fahrschule"."""
    named = form.removesuffix("schule")
    if named in ("Nord", "Ost", "Süd", "West"):
        return True
    return bool(kind(named) & (STRONG | UNKNOWN)) and not named.endswith("s") and not is_known(form)


def _venue(words: Sequence[str], floor: int) -> bool:
    """Whether a line says where something is: "Ort: Kreistagssaal, Malzfabrik Grevesmühlen"."""
    return words[floor + 1 : floor + 2] == [":"] and words[floor].endswith(("Ort", "ort", "Wo"))


_SUCH = re.compile("solch", re.I)
_HOUSES = frozenset(["klinikum", "klinik", "kliniken", "sparkasse", "hospital", "therme", "werkstätten", "akademie"])


def _before(words: Sequence[str], at: int, head: Head, known: Places, floor: int) -> tuple[int, bool]:
    """First token of the name before its head, and whether what stands there makes it a name."""
    first, modified = at, False
    if at > floor and words[at - 1] in _SAINTS:
        return at - 1, True  # "St. Elisabeth-Stiftung"
    if (
        at - 2 >= floor
        and words[at - 1] in ("und", "/", "&")
        and words[at - 2].endswith("-")
        and words[at - 2][:1].isupper()
    ):
        first = at - 2
        if first - 2 >= floor and words[first - 1] == "," and words[first - 2].endswith("-"):
            first -= 2
    while first > floor:
        form = words[first - 1]
        if not _names(form, head, known, first - 1 == floor or words[first - 2] in _OPENERS):
            break
        first, modified = first - 1, True
    if (
        not modified
        and head.form == "Stiftung"
        and first - 1 > floor
        and is_founder(words[first - 2], words[first - 1])
    ):
        return first - 2, True
    if not modified and first > floor and _apposed(words[first - 1]) and role_word(words[first - 1]) is None:
        where = first - 1 > floor and words[first - 2] in _WHERE
        return (first, False) if where else (first - 1, True)  # "in Hessen | Schule machen"
    return first, modified


def _names(form: str, head: Head, known: Places, opens: bool) -> bool:
    """Whether an adjective before a head belongs to the name."""
    if known.of_adjective(form):
        return head.bare == "name" or (
            form[0].isupper() and (head.bare != "no" or head.kind in _SEATED or not form.endswith("er"))
        )
    if not form[0].isupper() or not is_adjective(form) or form.lower() in NO_NAMES or (opens and _PLAIN.match(form)):
        return False
    if is_label(form) or form in known.territories:
        return False  # "vom Träger | Lernwerk Süd e. V."
    if form.endswith(("er", "e")) and role_word(form) is not None:
        return False  # "Inhaber | Bäckerei Muster", "Vorsitzende | Sportverein Muster"
    if head.form == "Werkstätten" and form.endswith("er"):
        return True  # "Dreescher Werkstätten"
    lower = form.lower()
    return is_known(lower) or form.endswith(("ische", "ischen", "ischer", "isches"))


_SAINTS = frozenset(["St.", "Sankt", "Hl."])
_OPENERS = frozenset('„“"»«:.–-•*|')  # what a sentence may begin behind


@cache
def _apposed(form: str) -> bool:
    """Whether a word before a head is a name of its own: "IMS Rettungsdienst", "Bertelsmann Stiftung"."""
    if len(form) < 2 or not form[0].isupper() or form.lower() in NO_NAMES or not form.replace("-", "").isalpha():
        return False
    if word(form).upper:
        return len(form) <= 6 and not re.fullmatch(r"[IVXLC]+|UND|DER|DIE|DAS|FÜR|BEI|IM|IN", form)
    if sum(map(str.isupper, form)) > 1 and form[-1].isupper() and "-" not in form:
        return True  # "GfI Gesellschaft für Ingenieurdienste"
    return not is_known(form) and not is_known(form.lower()) and not form.endswith(("s", "innen", "er"))


def _introduces(words: Sequence[str], end: int) -> bool:
    """Whether an abbreviation in brackets follows: "(BA)", "(ÖTV)", "(GdP)"."""
    return end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and is_abbreviation(words[end + 1])


def _region_introduced(words: Sequence[str], at: int, known: Places) -> int:
    """End of "in Berlin und Brandenburg" that belongs to a name, as an abbreviation in brackets shows; else 0."""
    if words[at : at + 1] not in (["in"], ["im"]) or (placed := place_at(words, at + 1, known)) is None:
        return 0
    end = placed[0]
    if words[end : end + 1] == ["und"] and (more := place_at(words, end + 1, known)):
        end = more[0]
    return end if _introduces(words, end) else 0


_DOTTED = re.compile(r"(?:[A-ZÄÖÜ]\.){2,5}")  # "G.I.B."


@cache
def is_abbreviation(form: str) -> bool:
    """Whether a word looks like an abbreviation of an organisation's name: "GdP", "ÖTV", "ver.di"."""
    if _DOTTED.fullmatch(form):
        return True
    return (
        2 <= len(form) <= 9
        and sum(map(str.isupper, form)) >= 2
        and form[-1].isalpha()
        and not re.fullmatch(r"[IVX]+", form)
    )
