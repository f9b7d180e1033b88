"""Legal citations and laws by the shape of their names: "§ 16i SGB II", "Teilhabechancengesetz", "Gesetz zur …"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.inflection import is_adjective, nominative, noun
from podium.reading.lexicon import words_of
from podium.reading.values import value
from podium.reading.words import word

__all__ = ["Citation", "cited", "further_books", "is_law_word", "named_law", "sections", "sections_alone"]

_CODES = frozenset(words_of("law_codes.txt"))
_ROMAN = re.compile(r"(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV)$")
_SECTION = re.compile(r"\d{1,4}[a-z]?$")
_SUB = frozenset("Abs. Abs Absatz Satz S. Nr. Nr Nummer Hs. Halbsatz Buchst. Buchstabe Alt. Unterabsatz Halbs.".split())
_GENERIC_LAW = re.compile(
    r"^(?:Grund|Bundes|Landes|Reichs|Rahmen|Haushalts|Änderungs|Artikel|Omnibus|Spezial|Sonder|Einzel|Ermächtigungs|Reform|Sozial|Fach|Natur|"
    r"Steuer|Arbeits|Straf|Schul|Presse|Kirchen|Partei|Wahl|Eil|Not|Vorschalt|Zustimmungs|Ausführungs|Einführungs|Begleit|Leistungs|Schutz)?"
    r"-?gesetz$",
    re.I,
)
_LAW = re.compile(r"(?:gesetz|gesetze|gesetzes|gesetzbuch|gesetzbuches|gesetzbuchs|-Gesetz|-Gesetzes|-Gesetze)$")
_BOOKS = dict(
    zip(
        "Erstes Zweites Drittes Viertes Fünftes Sechstes Siebtes Achtes Neuntes Zehntes Elftes Zwölftes".split(),
        "I II III IV V VI VII VIII IX X XI XII".split(),
        strict=True,
    )
)


@value
class Citation:
    """A citation of a law: its code ("SGB II", tokens `law`), and the sections cited with the tokens of each."""

    end: int
    code: str
    law: tuple[int, int]
    sections: tuple[tuple[int, int, str], ...]


def cited(words: Sequence[str], at: int) -> Citation | None:
    """The citation that begins at token `at`: "§ 16i SGB II", "§§ 16e und 16i SGB II", "Art. 91e GG", "SGB II"."""
    form = words[at]
    if form in ("§", "§§") or form.startswith("§"):
        return _paragraphs(words, at)
    if form in ("Paragraf", "Paragraph", "Paragrafen", "Paragraphen"):
        return _sections_then_code(words, at, at + 1, "§")
    if form in ("Art.", "Artikel", "Art"):
        start = at + (2 if words[at + 1 : at + 2] == ["."] else 1)
        return _sections_then_code(words, at, start, "Art.")
    code = _code(words, at)
    return Citation(code[0], code[1], (at, code[0]), ()) if code and code[1].startswith("SGB") else None


def _paragraphs(words: Sequence[str], at: int) -> Citation | None:
    start = at
    while start < len(words) and words[start] == "§":
        start += 1
    if words[at].startswith("§") and len(words[at].strip("§")) > 0:
        start = at
    return _sections_then_code(words, at, start, "§")


def _sections_then_code(words: Sequence[str], first: int, at: int, sign: str) -> Citation | None:
    """Reads sections with their parts, then the code; None where no code follows."""
    found, number = _numbers(words, first, at, sign)
    if not found:
        return None
    skip, limit = number, min(len(words), at + 30)
    while skip < limit and words[skip] in _TO_CODE:
        skip += 1
    code = _code(words, skip) or _code(words, number)
    if code is None:
        return None
    law = (skip, code[0])
    last = found[-1]
    if skip == number:
        found[-1] = (last[0], code[0], last[2])
    return Citation(code[0], code[1], law, tuple((s, e, f"{text} {code[1]}") for s, e, text in found))


_TO_CODE = frozenset("im des der nach Sozialgesetzbuch ( ) Buch Sozialgesetzbuches".split())


def _numbers(words: Sequence[str], first: int, at: int, sign: str) -> tuple[list[tuple[int, int, str]], int]:
    """The sections from token `at` on with their tokens, and where they end."""
    found: list[tuple[int, int, str]] = []
    number, limit = at, min(len(words), at + 30)
    begin = first
    while number < limit:
        form = words[number].strip("§") if number == at else words[number]
        if not _SECTION.match(form):
            break
        text, number = form, number + 1
        while number + 1 < limit and words[number] in _SUB and re.match(r"\d+[a-z]?$|[a-z]$", words[number + 1]):
            text, number = f"{text} {_short(words[number])} {words[number + 1]}", number + 2
        if number < limit and words[number] in ("ff.", "ff", "f.", "f"):
            text, number = f"{text} {words[number].rstrip('.')}.", number + 1
        found.append((begin, number, f"{sign} {text}"))
        if (
            number + 1 < limit
            and words[number] in (",", "und", "bis", "sowie", "oder", "/")
            and _SECTION.match(words[number + 1].strip("§"))
        ):
            number += 1
            begin = number
            continue
        if number + 2 < limit and words[number] in (",", "und", "sowie", "oder", "bzw.") and words[number + 1] == "§":
            begin, number = number + 1, number + 2
            continue
        break
    return found, number


def sections_alone(words: Sequence[str], at: int) -> list[tuple[int, int, str]]:
    """Sections cited from token `at` on ("§ 16i", "Paragraf 16e und 16i") by number only, with the tokens of each."""
    start = at + 1
    while start < len(words) and words[start] == "§":
        start += 1
    return [
        (first, end, text.removeprefix("§ ").split(" ")[0]) for first, end, text in _numbers(words, at, start, "§")[0]
    ]


def further_books(words: Sequence[str], at: int) -> list[tuple[int, int, str]]:
    """Books that only their numbers name behind another one, from token `at`: "SGB II | , III und VIII"."""
    found: list[tuple[int, int, str]] = []
    while at + 1 < len(words) and words[at] in (",", "und", "sowie", "oder", "/") and _ROMAN.match(words[at + 1]):
        found.append((at + 1, at + 2, f"SGB {words[at + 1]}"))
        at += 2
    return found


def _short(form: str) -> str:
    return {"Absatz": "Abs.", "Nummer": "Nr.", "Abs": "Abs.", "Nr": "Nr."}.get(form, form)


def _code(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """End and name of the code at token `at`: "SGB II", "GG"; None where there is none."""
    if at >= len(words):
        return None
    form = words[at]
    if form == "SGB":
        roman = words[at + 1] if at + 1 < len(words) else ""
        roman = roman.split("-", 1)[0]  # "SGB II-Betroffene"
        return (at + 2, f"SGB {roman}") if _ROMAN.match(roman) else None
    if form == "Sozialgesetzbuch" and at + 1 < len(words) and _ROMAN.match(words[at + 1]):
        return at + 2, f"SGB {words[at + 1]}"
    if (
        form == "Sozialgesetzbuch"
        and words[at + 1 : at + 4] == ["(", "SGB", ")"]
        and at + 4 < len(words)
        and _ROMAN.match(words[at + 4])
    ):
        return at + 5, f"SGB {words[at + 4]}"
    if is_adjective(form) and form[0].isupper() and (book := _BOOKS.get(form[:-2] + "es") or _BOOKS.get(form + "s")):
        rest = list(words[at + 1 : at + 3])
        if rest[:1] in (["Buch"], ["Buches"]) and rest[1:] in (["Sozialgesetzbuch"], ["Sozialgesetzbuchs"]):
            return at + 3, f"SGB {book}"
        if rest[:1] in (["Sozialgesetzbuch"], ["Sozialgesetzbuchs"], ["Sozialgesetzbuches"]):
            return at + 2, f"SGB {book}"
    if form in ("Grundgesetz", "Grundgesetzes"):
        return at + 1, "GG"
    return (at + 1, form) if form in _CODES else None


@cache
def is_law_word(form: str) -> bool:
    """Whether a word is a law by its ending: "Teilhabechancengesetz", "Bürgergeld-Gesetzes", not "Gesetz" alone."""
    if form.startswith("-") and _LAW.search(form):
        return len(form) > 10  # "Berufsvalidierungs- und -digitalisierungsgesetz"
    if not form[:1].isupper() or not _LAW.search(form) or len(form) < 10:
        return False
    plain = noun(form, "gen" if form.endswith("s") else None)
    return plain.lower().endswith("gesetz") and not _GENERIC_LAW.match(plain)


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
    if first and _OF_LAND.match(words[first - 1]) and not form.endswith("e"):
        return first - 1, end, f"{_OF_LAND.sub(_neuter, words[first - 1])} {plain}"  # "des Bremischen Vergabegesetzes"
    return (first, end, plain) if plain[0] != "-" else None


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


def sections(citation: Citation) -> Sequence[str]:
    """Names of the sections cited, each with its code: "§ 16e SGB II", "§ 16i SGB II"."""
    return [name for _, _, name in citation.sections]
