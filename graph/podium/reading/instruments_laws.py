"""Laws by the shape of their names: "Teilhabechancengesetz", "Hessisches Vergabegesetz", "Gesetz zur …"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.inflection import is_adjective, nominative, noun
from podium.reading.words import word

__all__ = ["is_law_word", "named_law"]

_ROMAN = re.compile(r"(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV)$")
_GENERIC_LAW = re.compile(
    r"^(?:Grund|Bundes|Landes|Reichs|Rahmen|Haushalts|Änderungs|Artikel|Omnibus|Spezial|Sonder|Einzel|Ermächtigungs|Reform|Sozial|Fach|Natur|"
    r"Steuer|Arbeits|Straf|Schul|Presse|Kirchen|Partei|Wahl|Eil|Not|Vorschalt|Zustimmungs|Ausführungs|Einführungs|Begleit|Leistungs|Schutz)?"
    r"-?gesetz$",
    re.I,
)
_LAW = re.compile(r"(?:gesetz(?:e|es|buch|buches|buchs)?|-Gesetz(?:e|es)?|[a-zäöü]verordnung|-Verordnung)$")
_GENERIC_ORDER = re.compile(
    r"^(?:Rechts|Landes|Bundes|EU-|Polizei|Not|Eil|Allgemein|Dienst|Ministerial|Änderungs|Corona|Ausbildungs|Prüfungs|Schutz|Fortbildungs|"
    r"Zuständigkeits|Durchführungs|Verwaltungs|Regierungs|Stadt|Platz|Arzt|Heil-?mittel|Folge|Erst|Ausführungs|Umsetzungs)-?verordnung$",
    re.I,
)


@cache
def is_law_word(form: str) -> bool:
    """Whether a word is a law by its ending: "Teilhabechancengesetz", "Bürgergeld-Gesetzes", not "Gesetz" alone."""
    if form.startswith("-") and _LAW.search(form):
        return len(form) > 10  # "Berufsvalidierungs- und -digitalisierungsgesetz"
    if not form[:1].isupper() or not _LAW.search(form) or len(form) < 10:
        return False
    plain = noun(form, "gen" if form.endswith("s") else None)
    generic = _GENERIC_LAW if plain.lower().endswith("gesetz") else _GENERIC_ORDER
    return plain.lower().endswith(("gesetz", "verordnung")) and not generic.match(plain)


def named_law(words: Sequence[str], at: int) -> tuple[int, int, str] | None:
    """First token, end and name of a law whose noun stands at token `at`: "Gesetz zur …", "Viertes Gesetz für …"."""
    form = words[at]
    if form in ("Gesetz", "Gesetzes"):
        end = _title(words, at + 1)
        if not end:
            return None
        first = at
        if (
            at
            and words[at - 1][:1].isupper()
            and is_adjective(words[at - 1])
            and words[at - 1].lower() not in ("das", "dieses", "dem", "des")
        ):
            first -= 1
        return first, end, nominative([*words[first:at], "Gesetz", *words[at + 1 : end]])
    plain = noun(form, "gen" if form.endswith("s") else None)
    end = at + 1
    if (
        end < len(words)
        and (_ROMAN.match(words[end]) or re.match(r"\d$|20\d\d$", words[end]))
        and len(words[end]) < 5
        and words[end] != "I"
    ):
        return at, end + 1, f"{plain} {words[end]}"
    first = at
    if at > 1 and words[at - 1] == "und" and words[at - 2].endswith("-") and words[at - 2][0].isupper():
        first, plain = at - 2, f"{words[at - 2]} und {plain}"  # "Kinder- und Jugendstärkungsgesetz"
    if first and ((_NUMBER.match(words[first - 1]) and "ä" in form.lower()) or words[first - 1] in _ORDINALS):
        number = words[first - 1]  # "10. SGB-II-Änderungsgesetz", "Zweites Haushaltsfinanzierungsgesetz"
        return first - 1, end, f"{number if number[0].isdigit() else number.rstrip('nrms') + 's'} {plain}"
    if first and _OF_LAND.match(words[first - 1]) and not form.endswith("e"):
        return first - 1, end, f"{_OF_LAND.sub(_neuter, words[first - 1])} {plain}"  # "des Bremischen Vergabegesetzes"
    return (first, end, plain) if plain[0] != "-" else None


_NUMBER = re.compile(r"\d{1,2}\.$")
_ORDINALS = frozenset(
    f"{stem}{end}"
    for stem in "Erste Zweite Dritte Vierte Fünfte Sechste Siebte Achte Neunte Zehnte Elfte Zwölfte Dreizehnte".split()
    for end in ("", "s", "n")
)
_OF_LAND = re.compile(
    r"(Bayerisch|Sächsisch|Hessisch|Brandenburgisch|Niedersächsisch|Bremisch|Hamburgisch|Saarländisch|Schleswig-Holsteinisch"
    r"|Rheinland-Pfälzisch|Nordrhein-Westfälisch|Baden-Württembergisch|Thüring|Berlin|Hamburg|Deutsch|Europäisch)e[mnrs]?$"
)


def _neuter(match: re.Match[str]) -> str:
    """An adjective of a Land before "Gesetz" in the nominative: "Sächsisches", "Thüringer"."""
    return match[1] + ("es" if match[1].endswith("isch") or match[1] == "Deutsch" else "er")


def _title(words: Sequence[str], at: int) -> int:
    """End of a law's title after "Gesetz": "über den Zivilschutz und die Katastrophenhilfe"; 0 where it has none."""
    if at >= len(words) or words[at] not in ("zur", "über", "zum", "für", "gegen"):
        return 0
    end, number = 0, at + 1
    while number < len(words) and number - at < 28:
        form = words[number]
        if form[:1].isupper() and form[0].isalpha():
            number += 1
            end = number
        elif form == "am" and words[number + 1 : number + 2] and words[number + 1].startswith("Arbeits"):
            number += 1  # "Gesetz für moderne Dienstleistungen | am Arbeitsmarkt"
        elif form in _LINKS or form == "," or (is_adjective(form) and not word(form).verb):
            number += 1
        elif is_adjective(form) and words[number - 1] in _OPEN and words[number + 1 : number + 2]:
            number += 1  # "Gesetz zur Förderung eines | inklusiven Arbeitsmarkts"
        else:
            break
        if form == "," and not (words[number : number + 1] and words[number][:1].isupper()):
            break
    return end


_OPEN = frozenset(["eines", "einer", "des", "für", "über", "zur"])  # what an adjective stands behind
_LINKS = frozenset("der die das des dem den von und für sowie eines einer".split())
