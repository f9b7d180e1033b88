"""Legal citations as they are printed: "§ 16i SGB II", "§§ 88 ff. SGB III", "Zweites Buch Sozialgesetzbuch"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.inflection import is_adjective, noun
from podium.reading.instruments_laws import is_law_word
from podium.reading.lexicon import words_of
from podium.reading.values import value

__all__ = ["Citation", "canonical", "cited", "further_books", "law_codes", "sections_alone"]

_CODES = frozenset(words_of("law_codes.txt"))
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV".split()
_ROMAN = frozenset(_NUMERALS)
_BOOKS = dict(
    zip(
        "Erstes Zweites Drittes Viertes Fünftes Sechstes Siebtes Achtes Neuntes Zehntes Elftes Zwölftes".split(),
        _NUMERALS,
        strict=False,
    )
)
_BOOK = frozenset(["Sozialgesetzbuch", "Sozialgesetzbuchs", "Sozialgesetzbuches", "Sozialgesetzbücher"])
_FUSED = re.compile(r"SGB-?([IVX]+|\d{1,2})(?:-|$)")
_SIGNS = frozenset(["§", "Paragraf", "Paragraph", "Paragrafen", "Paragraphen"])
_SECTION = re.compile(r"\d{1,4}[a-z]?$")
_PART = re.compile(r"\d+[a-z]?$|[a-z]$")
_SUB = frozenset("Abs. Abs Absatz Satz S. Nr. Nr Nummer Hs. Halbsatz Buchst. Buchstabe Alt. Unterabsatz Halbs.".split())
_JOINED = re.compile(r"\d{1,4}[a-z]?(?![^\W\d])|§|\d+|[^\W\d]+\.?|[^\w\s]")
_MORE = frozenset([",", "und", "sowie", "oder", "bzw.", "/", "+", "&"])
_TO_CODE = frozenset(["im", "des", "der", "nach", "("])
# Sections of the SGB II whose number no other law of the field has: "die 16i-Stellen".
_OWN = re.compile(r"(16[a-k])(?:-[A-ZÄÖÜ]|$)")
# Laws that no ending shows, behind a section: "§ 42r der Handwerksordnung", "Art. 27 UN-BRK".
_OTHER_LAW = re.compile(r"(?:(?<=[a-zäöü])(?:ordnung|konvention|charta)|-BRK|-Kinderrechtskonvention)$")

_NO_LAW = ("Geschäfts", "Haus", "Prüfungs", "Studien", "Tages", "Benutzungs", "Beitrags", "Rang", "Sitz", "Raum")
_ABBREVIATED = re.compile(r"(?=.+[A-ZÄÖÜ])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,11}(?:G|V|O|B)(?:/EU)?$")  # "NBildUG"
_BEFORE_NUMBER = frozenset("„ “ \" ‚ » ' Thema nach über aus mit Instrument Förderung Jahr Jahre (".split())

Piece = tuple[str, int]


def law_codes() -> frozenset[str]:
    """Abbreviations of laws that follow a section: "TzBfG"."""
    return _CODES


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
    if form.startswith("§") or form in _SIGNS:
        return _sections_then_code(words, at, "§")
    if form in ("Art.", "Artikel", "Art"):
        return _sections_then_code(words, at, "Art.")
    if own := _OWN.match(form):
        alone = at and words[at - 1] in _BEFORE_NUMBER
        return Citation(at + 1, "", (at, at), ((at, at + 1, f"§ {own[1]} SGB II"),)) if "-" in form or alone else None
    code = _code(words, at)
    return Citation(code[0], code[1], _law(words, at, code[0]), ()) if code and code[1].startswith("SGB") else None


def _law(words: Sequence[str], at: int, end: int) -> tuple[int, int]:
    """Tokens of a code; with the number before it in "2. Sozialgesetzbuch"."""
    return (at - (2 if words[at - 1] == "." else 1) if _number_before(words, at) else at), end


def _sections_then_code(words: Sequence[str], first: int, sign: str) -> Citation | None:
    """Reads sections with their parts, then the code; None where no code follows."""
    found, number = _numbers(words, first, sign)
    if not found:
        return None
    skip, limit = number, min(len(words), first + 34)
    while skip < limit and words[skip] in _TO_CODE:
        skip += 1
    code = _code(words, number) or _code(words, skip) or _law_cited(words, skip)
    if code is None:
        return None
    end = code[0] + (words[skip - 1 : skip] == ["("] and words[code[0] : code[0] + 1] == [")"])
    if skip == number:
        last = found[-1]
        found[-1] = (last[0], code[0], last[2])
    return Citation(end, code[1], (skip, code[0]), tuple((s, e, f"{text} {code[1]}") for s, e, text in found))


def _law_cited(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """A law by its full name behind a section: "§ 8 | des Berufsbildungsgesetzes"."""
    form = words[at] if at < len(words) else ""
    if is_law_word(form):
        return at + 1, noun(form, "gen" if form.endswith("s") else None)
    named = _OTHER_LAW.search(form) and len(form) > 5 and not form.startswith(_NO_LAW)
    return (at + 1, form) if named or _ABBREVIATED.match(form) else None


def _pieces(words: Sequence[str], at: int) -> list[Piece]:
    """Tokens from `at` on with their numbers; what is printed without a blank ("16e/§", "88-92") is cut."""
    found: list[Piece] = []
    for number in range(at, min(len(words), at + 30)):
        form = words[number]
        if len(form) > 1 and not form.isalnum() and ("§" in form or any(map(str.isdigit, form))):
            found += [(piece, number) for piece in _JOINED.findall(form)]
        else:
            found.append((form, number))
    return [*found, ("", -1), ("", -1)]


def _numbers(words: Sequence[str], first: int, sign: str) -> tuple[list[tuple[int, int, str]], int]:
    """The sections that the sign at token `first` begins, with their tokens, and the token behind them."""
    pieces = _pieces(words, first)
    at = 1
    while pieces[at][0] in ("§", "-", "."):
        at += 1
    double = pieces[1][0] == "§" or words[first] in ("Paragrafen", "Paragraphen")
    found: list[tuple[int, int, str]] = []
    begin, end = first, first
    while _SECTION.match(pieces[at][0]):
        at, text = _section(pieces, at, double)
        end = pieces[at - 1][1] + 1
        found.append((begin, end, f"{'§§' if double and _RANGE.search(text) else sign} {text}"))
        letters = pieces[at][0] == "/" and len(pieces[at + 1][0]) == 1 and pieces[at + 1][0].isalpha()
        if letters:  # "§§ 16e/i"
            found.append((begin, pieces[at + 1][1] + 1, f"{sign} {text[:-1]}{pieces[at + 1][0]}"))
            at += 2
            end = pieces[at - 1][1] + 1
        further = at + 1 if pieces[at][0] in _MORE else at + 3 * (_texts(pieces, at) in _WITH)
        begin = pieces[further][1]
        while pieces[further][0] == "§" and further > at:
            further += 1
        if further == at or not _SECTION.match(pieces[further][0]):
            break
        at = further
    return found, end


def _texts(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    return tuple(text for text, _ in pieces[at : at + 3])


# "in connection with", between sections of one law.
_WITH = frozenset([("i.", "V.", "m."), ("i.", "V.m", "."), ("in", "Verbindung", "mit")])


_RANGE = re.compile(r"ff\.|bis|–")


def _section(pieces: Sequence[Piece], at: int, double: bool) -> tuple[int, str]:
    """Behind a section at `at`, and the section with its parts: "16 | i", "45 | Abs. 1 Satz 1 Nr. 1", "88 | bis 92"."""
    text = pieces[at][0]
    at += 1
    letter = pieces[at][0]
    if text[-1].isdigit() and len(letter) == 1 and "a" <= letter <= "z":
        text, at = text + letter, at + 1
    parts = at
    while True:
        link = pieces[at][0] if at > parts and pieces[at][0] in (",", "und") else ""
        sub = at + bool(link)
        if pieces[sub][0] not in _SUB or not _PART.match(pieces[sub + 1][0]):
            break
        text = f"{text}{' und' if link == 'und' else link} {_short(pieces[sub][0])} {pieces[sub + 1][0]}"
        at = sub + 2
    while at > parts and not double and pieces[at][0] in (",", "und", "bis", "oder") and pieces[at + 1][0].isdigit():
        text = f"{text}{'' if pieces[at][0] == ',' else ' '}{pieces[at][0]} {pieces[at + 1][0]}"  # "Abs. 2 und 3"
        at += 2
    if pieces[at][0] in ("ff.", "ff", "f.", "f"):
        text = f"{text} {pieces[at][0].rstrip('.')}."
        at += 2 if pieces[at + 1][0] == "." and pieces[at + 2][0] in _BEFORE_CODE else 1
    elif pieces[at][0] in ("bis", "–", "-") and _SECTION.match(pieces[at + 1][0]):
        text = f"{text} bis {pieces[at + 1][0]}" if pieces[at][0] == "bis" else f"{text}–{pieces[at + 1][0]}"
        at += 2
    return at, text


_BEFORE_CODE = _CODES | {"SGB", "Sozialgesetzbuch", "des", "der"}


def sections_alone(words: Sequence[str], at: int) -> list[tuple[int, int, str]]:
    """Sections cited from token `at` on ("§ 16i", "Paragraf 16e und 16i") by number only, with the tokens of each."""
    return [(first, end, text.lstrip("§ ").split(" ")[0]) for first, end, text in _numbers(words, at, "§")[0]]


def further_books(words: Sequence[str], at: int) -> list[tuple[int, int, str]]:
    """Books that only their numbers name behind another one, from token `at`: "SGB II | , III und VIII"."""
    found: list[tuple[int, int, str]] = []
    while at + 1 < len(words) and words[at] in (",", "und", "sowie", "oder", "/") and words[at + 1] in _ROMAN:
        found.append((at + 1, at + 2, f"SGB {words[at + 1]}"))
        at += 2
    return found


def _short(form: str) -> str:
    return {"Abs": "Abs.", "Nr": "Nr."}.get(form, form)


@cache
def canonical(section: str) -> str:
    """A citation in short form, the same for all ways to print it: "§ 2 Absatz 3 SGB IX" → "§ 2 Abs. 3 SGB IX"."""
    for long, short in (("Absatz", "Abs."), ("Nummer", "Nr."), ("Satz", "S."), ("§§", "§"), (" bis ", "–")):
        section = section.replace(long, short)
    return section


def _numeral(form: str) -> str:
    """The Roman number of a book: "II", "2"; "" for what is none."""
    plain = form.split("-", 1)[0].rstrip(".")  # "SGB II-Betroffene"
    if plain in _ROMAN:
        return plain
    return _NUMERALS[int(plain) - 1] if plain.isdecimal() and 0 < int(plain) <= len(_NUMERALS) else ""


def _number_before(words: Sequence[str], at: int) -> str:
    """The number of a book before its name: "2. | Sozialgesetzbuch", "II. | Sozialgesetzbuch"."""
    if words[at] not in _BOOK or not at:
        return ""
    form = words[at - 1] if words[at - 1] != "." else words[at - 2] if at > 1 else ""
    return _numeral(form) if form[:1] in "IVX123456789" and (words[at - 1] == "." or form.endswith(".")) else ""


def _code(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """End and name of the code at token `at`: "SGB II", "GG"; None where there is none."""
    if at >= len(words):
        return None
    form = words[at]
    if form == "SGB" or form in _BOOK:
        return _book_code(words, at)
    if (fused := _FUSED.match(form)) and not is_law_word(form):
        roman = _numeral(fused[1])
        return (at + 1, f"SGB {roman}") if roman else None
    if form[0].isupper() and (roman := _ordinal(form)):
        return _ordinal_book(words, at, roman)
    if form in ("Grundgesetz", "Grundgesetzes"):
        return at + 1, "GG"
    return (at + 1, form) if form in _CODES else None


@cache
def _ordinal(form: str) -> str:
    """Number of a book by its ordinal: "Zweiten" → "II"."""
    if not is_adjective(form):
        return ""
    return _BOOKS.get(form[:-2] + "es") or _BOOKS.get(form + "s") or ""


def _ordinal_book(words: Sequence[str], at: int, roman: str) -> tuple[int, str] | None:
    """A book by its ordinal: "Zweites (und Drittes) Buch (des) Sozialgesetzbuch(s)", "Zweites Sozialgesetzbuch"."""
    end = at + 1
    if words[end : end + 1] == ["und"] and end + 1 < len(words) and _ordinal(words[end + 1]):
        end += 2
    if words[end : end + 1] in (["Buch"], ["Buches"], ["Buchs"]):
        end += 2 if words[end + 1 : end + 2] == ["des"] else 1
    if end == at + 3 and "Buch" not in words[end - 1] and not (end < len(words) and words[end] in _BOOK):
        return None
    if end >= len(words) or words[end] not in _BOOK:
        return None
    if words[at + 1] == "und":
        return at + 1, f"SGB {roman}"  # the second of the two is found by itself
    return end + 1, f"SGB {roman}"


def _book_code(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """The code at "SGB" or "Sozialgesetzbuch" with its number behind it, or before it ("2. Sozialgesetzbuch")."""
    end = at + 1
    if words[at] in _BOOK:
        if roman := _number_before(words, at):
            return end, f"SGB {roman}"
        if words[end : end + 3] == ["(", "SGB", ")"]:
            end += 3
        end += words[end : end + 1] in (["–"], ["-"], [","], ["Teil"])
        if words[end + 1 : end + 2] == ["Buch"] and (roman := _ordinal(words[end])):
            return end + 2, f"SGB {roman}"
        if words[end - 1] in ("–", "-", ","):
            return None
    roman = _numeral(words[end]) if end < len(words) else ""
    return (end + 1, f"SGB {roman}") if roman else None
