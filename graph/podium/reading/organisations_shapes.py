"""Unknown organisations by the head of their name: "Handwerkskammer Spree-Oder", "Institut für …", "… e. V."."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import gender, is_adjective, is_known, nominative, noun
from podium.reading.lexicon import table
from podium.reading.organisations_known import Found
from podium.reading.places import Places, place_at
from podium.reading.words import word

__all__ = ["Head", "find_by_form", "find_by_head", "head_of", "is_legal_form"]

_LEGAL = frozenset("AG SE GmbH gGmbH mbH KG KGaA eG UG OHG AöR gAG e.V. eV gUG".split())
_DETERMINERS = frozenset(
    "der die das des dem den ein eine einer eines einem einen im am zum zur vom beim und oder sowie für von mit bei in an auf aus zu "
    "dieser diese dieses diesem diesen seine seiner seines ihr ihre ihrer ihres unser unsere unserer jeder jede jedes kein keine "
    "auch nach laut so als wie wo was wer doch nur zwischen gegen über unter durch ohne um seit bis".split()
)
# Adjectives that describe rather than name, so that they open no name even with a capital at the start of a sentence.
_PLAIN = re.compile(
    r"(?:neu|alt|groß|klein|gut|jung|eigen|regional|lokal|örtlich|zuständig|kommunal|staatlich|öffentlich|privat|gemeinnützig|gemeinsam|"
    r"verschieden|weiter|nächst|letzt|erst|zweit|ander|einzeln|viel|wenig|all|beid|zahlreich|ehemalig|früher|heutig|bisherig|wichtig|"
    r"gesamt|ganz|hiesig|dortig|jeweilig|amtierend|geplant|unabhängig|betroffen|beteiligt|anwesend|zugelassen|größt|ältest|führend)"
    r"(?:e|en|er|es|em)$",
    re.I,
)
_PLACE_IN = frozenset(["ministry", "welfare"])
_SEATED = frozenset(["court", "agency", "welfare", "municipality", "association"])  # "Gothaer Sozialgericht" names one
_LABELS = frozenset(["Firma", "Unternehmen"])  # say what the name behind them is, and are no part of it


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that heads names of organisations; fields as in `organisation_heads.csv`, `form` in the nominative."""

    form: str
    kind: str
    bare: str
    after: str
    compound: bool


@cache
def _heads() -> dict[str, dict[str, str]]:
    return {row["ending"]: row for row in table("organisation_heads.csv")}


@cache
def head_of(form: str) -> Head | None:
    """The head that a capitalised word form is, or None; plurals are none."""
    rows = _heads()
    if len(form) < 3 or not form[0].isupper() or form[-1] in "-." or (form.isupper() and form not in rows):
        return None
    case = "gen" if form.endswith("s") and form not in rows else None
    plain = noun(form, case) if case and gender(noun(form, case)) in ("m", "n") else form
    for candidate in dict.fromkeys((form, plain)):
        last = candidate.rsplit("-", 1)[-1]
        compound = last != candidate
        row = rows.get(last)
        lower = last.lower()
        for start in range(len(lower) - 2) if row is None else ():
            row = rows.get(lower[start:])
            if row is not None:
                break
        if row is not None and row["kind"] == "-":
            return None
        if row is not None:
            bare = "back" if row["bare"] == "name" and lower == row["ending"] else row["bare"]
            return Head(candidate, row["kind"], bare, row["after"], compound)
    return None


@cache
def is_legal_form(form: str) -> bool:
    """Whether a word is a legal form ("GmbH", "e.V."; "e." of "e. V." counts)."""
    return form in _LEGAL or form == "e."


def find_by_head(words: Sequence[str], at: int, head: Head, known: Places, floor: int) -> Found | None:
    """The organisation whose head noun stands at token `at`, or None where the noun names none.

    `floor` is the first token that may belong to it.
    """
    first, modified = _before(words, at, head, known, floor)
    end, after = _after(words, at, head, known)
    legal = _legal_end(words, end)
    bracket = _introduces(words, legal or end)
    if head.form in _LABELS and _legal_follows(words, end):
        return None  # "Firma Muster Bau GmbH" is found by its legal form
    whole = head.form in _heads()
    proper = modified or bool(after) or bool(legal) or (bracket and not whole)
    if not proper and head.compound and head.bare != "no" and head.kind != "company":
        proper = _proper_compound(words[at])
    if not (proper or head.bare == "name") or (head.kind == "company" and not after and not legal):
        return None
    case = _case(words, first)
    name = nominative([*words[first:at], head.form, *words[at + 1 : end]], "gen" if head.form != words[at] else case, gender(head.form))
    name = _tidy(name + (f" {_printed_legal(words, end, legal)}" if legal else ""))
    if head.form in _LABELS and after == "n":
        name = name.removeprefix(head.form + " ")
    return Found(first, legal or end, name, iri("organisation", name), head.kind, head=head.form)


def _tidy(name: str) -> str:
    name = re.sub(r" ([,)“”«])", r"\1", name)
    return re.sub(r"([(„»]) ", r"\1", name).replace(" / ", "/").replace(" -", "-")


def _case(words: Sequence[str], first: int) -> str | None:
    return "gen" if first and words[first - 1].lower() == "des" else None


def _proper_compound(form: str) -> bool:
    """Whether a hyphenated head has a first part that is a name: "Hanse-Stiftung", not "Online-Institut"."""
    parts = form.split("-")[:-1]
    return bool(parts) and all(p[:1].isupper() for p in parts) and not all(p in _COMMON for p in parts)


_COMMON = frozenset("Online Förder Partner Bundes Landes Träger Zeit Leih Landesarbeits Fach Dach Spitzen Personal Internet Test Modell Muster IT US EU UN DDR NS".split())


def _before(words: Sequence[str], at: int, head: Head, known: Places, floor: int) -> tuple[int, bool]:
    """First token of the name before its head, and whether what stands there makes it a name."""
    first, modified = at, False
    if at - 2 >= floor and words[at - 1] in ("und", "/", "&") and words[at - 2].endswith("-") and words[at - 2][:1].isupper():
        first = at - 2
        if first - 2 >= floor and words[first - 1] == "," and words[first - 2].endswith("-"):
            first -= 2
    while first > floor:
        form = words[first - 1]
        if not _names(form, head, known):
            break
        first, modified = first - 1, True
    if not modified and first > floor and _apposed(words[first - 1]):
        return first - 1, True
    return first, modified


def _names(form: str, head: Head, known: Places) -> bool:
    """Whether an adjective before a head belongs to the name."""
    if known.of_adjective(form):
        return head.bare == "name" or (form[0].isupper() and (head.bare != "no" or head.kind in _SEATED or not form.endswith("er")))
    if not form[0].isupper() or not is_adjective(form) or form.lower() in _DETERMINERS or _PLAIN.match(form):
        return False
    lower = form.lower()
    return is_known(lower) or form.endswith(("ische", "ischen", "ischer", "isches"))


@cache
def _apposed(form: str) -> bool:
    """Whether a word before a head is a name of its own: "IMS Rettungsdienst", "Bertelsmann Stiftung"."""
    if len(form) < 2 or not form[0].isupper() or form.lower() in _DETERMINERS or not form.replace("-", "").isalpha():
        return False
    if word(form).upper:
        return len(form) <= 6 and not re.fullmatch(r"[IVXLC]+|UND|DER|DIE|DAS|FÜR|BEI|IM|IN", form)
    return not is_known(form) and not is_known(form.lower()) and not form.endswith(("s", "innen", "er"))


def _after(words: Sequence[str], at: int, head: Head, known: Places) -> tuple[int, str]:
    """End of what follows a head as part of the name, and what it is; (at + 1, "") where nothing does."""
    end, kinds = at + 1, ""
    if end >= len(words):
        return end, ""
    form = words[end]
    if "q" in head.after and form in "„\"»“" and (closed := _quoted(words, end)):
        return closed, "q"
    if "f" in head.after and form in ("für", "zur", "gegen") and (stop := _for_phrase(words, end + 1)):
        end, kinds = stop, "f"
    elif "g" in head.after and form in ("der", "des") and (stop := _genitive(words, end + 1, head, form)):
        return stop, "g"
    elif "g" in head.after and form[:1].isupper() and form.endswith("er") and (stop := _bare_genitive(words, end)):
        return stop, "g"
    elif "n" in head.after and (stop := _free_name(words, end, known)):
        return stop, "n"
    if end < len(words) and ("p" in head.after or kinds == "f"):
        placed = _placed(words, end, head, known)
        if placed:
            return placed, kinds + "p"
    return end, kinds


def _placed(words: Sequence[str], end: int, head: Head, known: Places) -> int:
    """End of a place or Land behind a name: "Köln", "in Mecklenburg-Vorpommern", "des Landes Hessen"; else 0."""
    if words[end] == "des" and words[end + 1 : end + 2] in (["Landes"], ["Freistaats"], ["Freistaates"]):
        placed = place_at(words, end + 2, known, loose=False)
        return placed[0] if placed else 0
    if words[end] in ("in", "im") and head.kind in _PLACE_IN:
        placed = place_at(words, end + 1, known, loose=False)
        return placed[0] if placed and (head.kind == "welfare" or words[end + 1] in known.territories) else 0
    placed = place_at(words, end, known)
    return placed[0] if placed else 0


def _quoted(words: Sequence[str], at: int) -> int:
    """End of a short title in quotation marks that begins with a capital at token `at`; 0 where it is none."""
    for number in range(at + 2, min(at + 9, len(words))):
        if words[number] in "“”\"«":
            return number + 1 if words[at + 1][:1].isupper() else 0
        if words[number] in ".!?":
            return 0
    return 0


def _for_phrase(words: Sequence[str], at: int) -> int:
    """End of "Arbeit, Gesundheit und Soziales" that begins at token `at`; 0 where no noun phrase does."""
    end = _noun_phrase(words, at)
    if not end:
        return 0
    while end < len(words):
        if words[end] in ("und", "sowie", "&"):
            further = _noun_phrase(words, end + 1, article=False)
            return further or end
        if words[end] == "," and (further := _noun_phrase(words, end + 1, article=False)) and _comes_and(words, further):
            end = further
            continue
        break
    if end + 1 < len(words) and words[end] in ("der", "des") and words[end + 1][:1].isupper() and words[end + 1] not in ("Landes",):
        return _noun_phrase(words, end + 1, article=False) or end
    return end


def _comes_and(words: Sequence[str], at: int) -> bool:
    """Whether a list of nouns goes on to an "und" from token `at`."""
    for _ in range(6):
        if at >= len(words):
            return False
        if words[at] in ("und", "sowie"):
            return bool(_noun_phrase(words, at + 1, article=False))
        if words[at] != ",":
            return False
        at = _noun_phrase(words, at + 1, article=False)
        if not at:
            return False
    return False


def _noun_phrase(words: Sequence[str], at: int, article: bool = True) -> int:
    """End of [article] adjectives and a noun, with "X- und Y"; 0 where there is none."""
    number = at
    if article and number < len(words) and words[number] in ("den", "die", "das"):
        number += 1
    while number < len(words) and words[number][:1].islower() and is_adjective(words[number]) and not word(words[number]).verb \
            and words[number] not in _DETERMINERS:  # fmt: skip
        number += 1
        if number + 1 < len(words) and words[number] in ("und", ",") and is_adjective(words[number + 1]) and words[number + 1][0].islower():
            number += 1
    while number + 2 < len(words) and words[number].endswith("-") and words[number][:1].isupper() and words[number + 1] in ("und", ",", "/"):
        number += 2
    while number + 1 < len(words) and words[number][:1].isupper() and is_adjective(words[number]) and words[number + 1][:1].isupper() \
            and is_known(words[number].lower()) and not _is_noun(words[number]):  # fmt: skip
        number += 1
    if number < len(words) and words[number][:1].isupper() and words[number][-1].isalpha() and words[number].lower() not in _DETERMINERS:
        return number + 1
    return 0


@cache
def _is_noun(form: str) -> bool:
    lemma = word(form).lemma
    return lemma[:1].isupper() and gender(form) is not None and not lemma.endswith(("er", "e"))


def _genitive(words: Sequence[str], at: int, head: Head, article: str) -> int:
    """End of a genitive that belongs to a name ("der Unternehmensverbände", "der Deutschen Industrie"); else 0."""
    end = _noun_phrase(words, at, article=False)
    if not end:
        return 0
    if head.kind == "parliament" and not re.search(r"tag|rat|parlament|kammer|senat", words[end - 1], re.I):
        return 0
    if head.kind == "research" and words[at][:1].islower() or head.form == "Rat" and not is_adjective(words[at]):
        return 0
    if head.kind == "municipality" or head.bare == "back" and head.form in ("Stiftung", "Verein", "Verband", "Institut", "Ausschuss", "Hochschule", "Ministerium"):
        # "der Verband der Stadt" says whose it is; in a name the genitive is a plural or "Deutschen …"
        if not re.match(r"(?:Deutsch|Europäisch|Justiz|Finanzen|Innern|Verteidigung)", words[at]) and not (article == "der" and words[end - 1].endswith(("n", "e"))):
            return 0
    return end


def _bare_genitive(words: Sequence[str], at: int) -> int:
    """End of a genitive plural without article, "Deutscher Berufsförderungswerke"; 0 where there is none."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if not is_known(words[at].lower()) or not following[:1].isupper() or not following.endswith(("e", "en", "er", "s")):
        return 0
    return at + 2


def _free_name(words: Sequence[str], at: int, known: Places) -> int:
    """End of a free proper name behind "Firma", "Büro", "Stiftung": "Petersen & Kind", "Warentest"; else 0."""
    number = at
    while number < len(words) and number - at < 4 and words[number][:1].isupper() and words[number][-1].isalnum():
        if number > at and not _name_like(words[number]) and words[number - 1] != "&" and not words[number - 1].endswith("er"):
            break
        if number == at and not _name_like(words[number]):
            return 0
        number += 1
        if number + 1 < len(words) and words[number] in ("&", "+") and words[number + 1][:1].isupper():
            number += 1
    return number if number > at else 0


@cache
def _name_like(form: str) -> bool:
    return word(form).upper or not is_known(form) or form.lower() in ("warentest",) or "-" in form


def _legal_end(words: Sequence[str], end: int) -> int:
    """End of a legal form right behind a name ("e. V.", "gGmbH", "AG"), 0 where there is none."""
    if end < len(words) and words[end] in _LEGAL:
        end += 1
        if words[end : end + 1] == ["&"] and words[end + 1 : end + 2] in (["Co."], ["Co"]):
            end += 2 + (words[end + 2 : end + 3] == ["."])
            return end + 1 if words[end : end + 1] == ["KG"] or words[end : end + 1] == ["KGaA"] else end
        return end
    if end + 1 < len(words) and words[end] in ("e.", "e") and words[end + 1] in ("V.", "V", "G."):
        return end + 2
    if end + 2 < len(words) and words[end : end + 3] == ["e", ".", "V"]:
        return min(end + 4, len(words))
    return 0


def _legal_follows(words: Sequence[str], at: int) -> bool:
    """Whether capitalised words from token `at` on end in a legal form."""
    while at < len(words) and (words[at][:1].isupper() or words[at] in "&+"):
        if words[at] in _LEGAL:
            return True
        at += 1
    return False


def _printed_legal(words: Sequence[str], end: int, legal: int) -> str:
    return "e. V." if words[end].startswith("e") and words[end] != "eG" else " ".join(words[end:legal])


def _introduces(words: Sequence[str], end: int) -> bool:
    """Whether an abbreviation in brackets follows: "(BA)", "(ÖTV)", "(GdP)"."""
    return end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and is_abbreviation(words[end + 1])


@cache
def is_abbreviation(form: str) -> bool:
    """Whether a word looks like an abbreviation of an organisation's name: "GdP", "ÖTV", "ver.di"."""
    return 2 <= len(form) <= 9 and sum(map(str.isupper, form)) >= 2 and form[-1].isalpha() and not re.fullmatch(r"[IVX]+", form)


def find_by_form(words: Sequence[str], at: int, floor: int) -> Found | None:
    """The organisation whose legal form stands at token `at`: capitalised words before it are its name."""
    end = _legal_end(words, at)
    if not end:
        return None
    association = words[at].startswith("e.") or words[at] in ("eV", "e")
    first = at
    while first > floor and at - first < 7:
        form = words[first - 1]
        opens = first - 1 > floor and words[first - 2][:1].isupper() and words[first - 2].lower() not in _DETERMINERS
        if form in ("&", "+") or (association and form in _INSIDE):
            first -= opens
            if not opens:
                break
        elif form in _LABELS or not (form[:1].isupper() and form.lower() not in _DETERMINERS and form[-1].isalnum()):
            break
        else:
            first -= 1
    if first == at or at - first == 1 and len(words[first]) < 3:
        return None
    kind = "association" if association else "company"
    name = _tidy(" ".join(words[first:at]) + " " + _printed_legal(words, at, end))
    return Found(first, end, name, iri("organisation", name), kind, head=words[at - 1])


_INSIDE = frozenset("für am im an zur gegen und in".split())
