"""Places in names of organisations: towns, districts and Länder of the register, and what has the shape of a place."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.gazetteer import Gazetteer, plain
from podium.reading.inflection import is_known
from podium.reading.lexicon import table, words_of
from podium.reading.names import STRONG, kind
from podium.reading.values import value
from podium.reading.words import word
from podium.register.register import Register

__all__ = ["Places", "place_at", "places"]

_RIVERS = frozenset(words_of("place_words.txt", "rivers"))
# Ends and beginnings of double names of regions that are common nouns by themselves ("Spree-Oder", "Elbe-Heide").
_PARTS = _RIVERS | frozenset(words_of("place_words.txt", "parts"))
_LANDS = frozenset(words_of("place_words.txt", "lands"))
_BEHIND_HEADS = frozenset(words_of("place_words.txt", "behind heads"))
_PREFIXES = frozenset("Bad St. Sankt Groß Neu Alt Klein Markt Hann. Hann".split())


_REGION = re.compile(
    r"(?:Nord|Süd|Ost|West|(?:Nörd|Süd|Öst|West)liche[rsnm]?|Mittlere[rsnm]?|Obere[rsnm]?|Untere[rsnm]?)$"
)


@value
class Places:
    """Known places (`names`) and their adjectives ("Kölner" → "Köln", "brandenburgisch" by stem)."""

    names: Gazetteer[str]
    adjectives: dict[str, str]
    territories: frozenset[str]

    def of_adjective(self, form: str) -> str | None:
        """Place that an adjective before a noun names: "Kölner", "rheinland-pfälzischen"."""
        found = self.adjectives.get(form)
        if found is None and form[:1].isalpha() and "isch" in form:
            return self.adjectives.get(form[: form.rindex("isch") + 4].lower())
        return found


@cache
def places(register: Register) -> Places:
    """Places that the register and the lexicon know."""
    names: Gazetteer[str] = Gazetteer(key=plain)
    adjectives: dict[str, str] = {}
    rows = table("places.csv")
    known = [row["name"] for row in (*rows, *table("places_more.csv"))] + sorted(register.place_names())
    known += [
        o.name.removeprefix("Agentur für Arbeit ") for o in register.organisations if o.type == "Agentur für Arbeit"
    ]
    for name in known:
        names.add(name, name)
        if " " not in name and "-" not in name:
            for form in _inhabitant_forms(name):
                adjectives.setdefault(form, name)
    for row in rows:
        for alias in filter(None, row["aliases"].split("|")):
            names.add(alias, row["name"] if len(alias) > 4 else alias)
        if row["adjective"]:
            adjectives.setdefault(row["adjective"], row["name"])
    territories = frozenset(row["name"] for row in rows[:28]) | {"NRW", "RLP"}
    return Places(names, adjectives, territories)


def _inhabitant_forms(name: str) -> list[str]:
    """Forms of the adjective in -er: Köln → Kölner, Bremen → Bremer, Dresden → Dresdner, Halle → Hallenser."""
    forms = [name + "er"]
    if name.endswith("hausen"):
        forms.append(name[:-6] + "häuser")  # Nordhausen → Nordhäuser
    if name.endswith("stadt"):
        forms.append(name[:-5] + "städter")
    if name.endswith("en"):
        forms += [name[:-2] + "er", name[:-2] + "ner"]
    if name.endswith("e"):
        forms += [name + "r", name[:-1] + "enser"]
    if name.endswith("er"):
        forms.append(name[:-2] + "eraner" if name != "Hannover" else "Hannoveraner")
    return forms


def place_at(words: Sequence[str], at: int, known: Places, loose: bool = True) -> tuple[int, str] | None:
    """End and name of the place that begins at token `at`; `loose` also takes unknown words of the right shape."""
    if at >= len(words):
        return None
    found = known.names.longest(words, at)
    if _REGION.match(words[at]) and (end := _region(words, at, known)):
        name = _joined(words, at, end)
    elif found:
        end = found[0]
        name = _joined(words, at, end)
        if (
            end - at == 1
            and words[at].endswith("s")
            and word(words[at]).text != found[1]
            and found[1] == words[at][:-1]
        ):
            name = found[1]
    elif ("-" in words[at] and _two_places(words[at], known)) or _COMPASS.match(words[at]):
        end, name = at + 1, words[at]
    elif loose and (end := _shaped(words, at, known)):
        name = _joined(words, at, end)
    else:
        return None
    return _extended(words, end, name, known)


def _joined(words: Sequence[str], first: int, end: int) -> str:
    text = " ".join(words[first:end])
    return text.replace("( ", "(").replace(" )", ")").replace(" / ", "/") if end - first > 1 else text


def _region(words: Sequence[str], at: int, known: Places) -> int:
    """End of a part of a region: "Nord Westfalen", "Mittlerer Niederrhein"; 0 where no place follows."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return at + 2 if _is_place(behind, known) or (len(behind) > 4 and _place_like(behind)) else 0


def _shaped(words: Sequence[str], at: int, known: Places) -> int:
    first = words[at]
    if first.endswith("er") and words[at + 1 : at + 2] and words[at + 1] in _LANDS and _place_like(first):
        return at + 2  # "Altmühler Land"
    if first in _PREFIXES and at + 1 < len(words) and word(words[at + 1]).cap and not first.endswith("Markt"):
        return at + 2 if len(words[at + 1]) > 2 else 0
    following = words[at + 1] if at + 1 < len(words) else ""
    if following[:1].isupper() and kind(first) & STRONG:
        return 0  # "der Musterstädter Arbeitsagentur | Anna Beispiel"
    if not _place_like(first) and not ("-" in first and _double(first, known)):
        return at + 1 if first in _BEHIND_HEADS and not following[:1].isupper() else 0
    if "-" not in first and following[:1].isupper() and not is_known(following) and following not in ("AG", "GmbH"):
        return 0  # a person's name rather than a place
    return at + 1


_COMPASS = re.compile(
    "(?:Nord|Süd|Ost|West|Mittel|Nordost|Nordwest|Südost|Südwest)(?:sachsen|hessen|thüringen|brandenburg|bayern|baden|"
    "württemberg|niedersachsen|westfalen|holstein|schwaben|franken|mecklenburg|anhalt)$"
)


# Last parts of names of places that hardly any other word ends in.
_TOPONYM = re.compile(
    r"[A-ZÄÖÜ]\w{2,}(?:berg|heide|küste|hausen|stedt|leben|rode|büttel|brück|bronn|förde|hagen|bach|furt|roda|reuth|weiler)$"
)


@cache
def _place_like(form: str) -> bool:
    shape = word(form)
    if not shape.cap or shape.upper or shape.digit or len(form) < 3 or not form.replace("-", "").isalpha():
        return False
    parts = form.split("-")
    if len(parts) > 1:
        return all(p[:1].isupper() and len(p) > 2 and (p in _PARTS or not is_known(p)) for p in parts)
    if _TOPONYM.match(form) and not is_known(form.lower()[:-1]):
        return True  # "Hesselberg", which the dictionary has as a name
    return not is_known(form) and not is_known(form.removesuffix("s")) and not is_known(form.lower())


def _double(form: str, known: Places) -> bool:
    """Whether a double name is made of places and parts of such names: "Saar-Trier", "Halle-Dessau"."""
    parts = form.split("-")
    return all(part in _PARTS or _is_place(part, known) or (len(part) > 4 and _place_like(part)) for part in parts)


def _is_place(form: str, known: Places) -> bool:
    return len(form) > 2 and known.names.longest([form], 0) is not None


def _two_places(form: str, known: Places) -> bool:
    """Whether a hyphen ties two known places: "Berlin-Brandenburg"."""
    parts = form.split("-")
    return len(parts) == 2 and all(_is_place(part, known) for part in parts)


def _extended(words: Sequence[str], end: int, name: str, known: Places) -> tuple[int, str]:
    """With what may follow a town: "(Oder)", "am Main", "an der Havel", "/Saarland"."""
    rest = words[end : end + 3]
    if len(rest) > 1 and rest[0] in ("am", "im") and rest[1] in _RIVERS:
        return end + 2, f"{name} {rest[0]} {rest[1]}"
    if len(rest) > 2 and rest[0] in ("an", "in", "ob", "vor") and rest[1] in ("der", "dem") and rest[2] in _RIVERS:
        return end + 3, f"{name} {' '.join(rest)}"
    if len(rest) > 2 and rest[0] == "(" and rest[2] == ")" and rest[1] in _RIVERS:
        return end + 3, f"{name} ({rest[1]})"
    if rest and rest[0] in _SHORT_IN and (tail := _short_tail(words, end)):
        return end + len(tail), f"{name} {' '.join(tail).replace(' .', '.')}"
    if len(rest) > 1 and rest[0] == "/" and (rest[1] in _RIVERS or rest[1] in _SHORT_REGIONS):
        stop = end + 2 + (rest[2:] == ["."] and rest[1] in _SHORT_REGIONS)
        return stop, f"{name}/{''.join(words[end + 1 : stop])}"  # "Oelsnitz/Erzgeb."
    if len(rest) > 1 and rest[0] == "/":
        other = known.names.longest(words, end + 1)
        if other:
            return other[0], f"{name}/{_joined(words, end + 1, other[0])}"
        if "-" in rest[1] and _double(rest[1], known):
            return end + 2, f"{name}/{rest[1]}"  # "Bonn/Rhein-Sieg"
    return end, name


_SHORT_IN = frozenset(["i.", "a.", "o.", "a.d", "i.d", "o.d"])
_SHORT_REGIONS = frozenset("Erzgeb Vogtl Thür Sa Westf Holst Oberlausitz Sachsen Thüringen Westfalen Vogtland".split())
_SHORT_NAME = re.compile(r"[A-ZÄÖÜ][A-Za-zäöüß]{0,3}\.?$")


def _short_tail(words: Sequence[str], at: int) -> list[str]:
    """What is short behind a town: "i. d. OPf.", "a. d. Weinstraße", "o. d. T.", "a. M."; empty for anything else."""
    end = at + 1
    while end < len(words) and words[end] in ("d.", "."):
        end += 1
    if end >= len(words) or not (words[end] in _RIVERS or _SHORT_NAME.match(words[end])):
        return []
    stop = end + 1
    if words[end] not in _RIVERS and words[end][-1] != ".":
        if words[stop : stop + 1] != ["."]:
            return []
        stop += 1
    return list(words[at:stop])
