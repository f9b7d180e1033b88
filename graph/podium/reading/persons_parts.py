"""The parts of a name in running text: first names, particles, surname, titles before it."""

from podium.reading.lexicon import words_of
from podium.reading.names import (
    ADDRESS,
    AFTER,
    CAP,
    FIRST,
    INITIAL,
    KNOWN,
    NEVER,
    ORG_BEHIND,
    PARTICLE,
    PARTY,
    PLACE,
    STARTER,
    STRONG,
    SURNAME,
    TAIL,
    TITLE,
    TITLE_PART,
    UNKNOWN,
)
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["BEGIN", "CONTRACTED", "name_parts", "name_span", "surname_end", "titles_before"]

BEGIN = frozenset(words_of("titles.txt", "particles that begin"))
_FEMININE = frozenset(words_of("titles.txt", "address f"))
# Before a common noun these are prepositions: "stellte Lenz zu Beginn klar".
CONTRACTED = frozenset(["zu", "zum", "zur", "vom", "y", "le", "la", "do", "das"])
_ELIDED = frozenset(["O", "D", "d", "L", "l"])
# Days that are surnames too: right behind a first name, where a date would have "am".
_DAYS = frozenset(["Freitag", "Sonntag", "Montag"])
_DOCTOR = frozenset(words_of("titles.txt", "doctor"))
_NOBLE = frozenset(words_of("titles.txt", "noble"))
_STREETS = ("str", "straße", "strasse", "allee", "platz", "weg", "gasse", "damm", "ufer", "chaussee")
_SEATED = frozenset(["von", "zu", "zur", "zum", "und", "der"])


def name_parts(scan: Scan, at: int, limit: int) -> tuple[int, int] | None:
    """Where the first names end and where the surname ends, or None."""
    flags, words = scan.flags, scan.words
    token = at + 1
    while token < limit:
        flag = flags[token]
        if flag & INITIAL or (flag & FIRST and not scan.blocked[token] and _goes_on(scan, token + 1, limit)):
            token += 1
        else:
            break
    given_end = token
    token = _over_nickname(scan, token, limit)
    surname = _torn(scan, token, limit) or surname_end(scan, token, limit)
    if surname is None and token < limit and flags[token - 1] & STRONG and _noun_surname(scan, token, limit):
        surname = token + 1
    if surname is not None:
        return (given_end, surname) if token == given_end else (token, surname)
    if given_end - at >= 2 and not flags[given_end - 1] & INITIAL and words[given_end - 1][:1].isupper():
        return given_end - 1, given_end
    return None


def _noun_surname(scan: Scan, token: int, limit: int) -> bool:
    """Whether a word that is no surname by its form is one behind a first name: a day, "Weil", "Haus" and an office."""
    word, flags = scan.words[token], scan.flags[token]
    noble = word in _NOBLE and (token + 1 >= limit or not scan.words[token + 1][:1].isupper())
    if noble and scan.words[token + 1 : token + 2] != ["von"]:
        return True
    if word in _DAYS or (flags & STARTER and word.istitle() and not flags & NEVER):
        return True
    if not flags & NEVER or not word.istitle() or "-" in word or len(word) > 6 or token + 2 >= limit:
        return False
    behind = scan.roles[token + 2] or (scan.roles[token + 3] if token + 3 < limit else None)
    return scan.words[token + 1] == "," and behind is not None and behind.number != "p"


def _torn(scan: Scan, token: int, limit: int) -> int | None:
    """Token after a double surname with a blank behind its hyphen, as a line break leaves it: "Haupt- Koopmann"."""
    words = scan.words
    if token + 1 >= limit or len(words[token]) < 4 or words[token][-1] != "-" or not words[token][0].isupper():
        return None
    return token + 2 if scan.names_surname(token + 1) and scan.roles[token + 1] is None else None


def _over_nickname(scan: Scan, token: int, limit: int) -> int:
    """Past a nickname in quotation marks: Karl „Kalle“ Meyer."""
    words = scan.words
    if token + 3 < limit and words[token] in '„"“»‚' and scan.flags[token + 1] & CAP and words[token + 2] in '“"”«‘':
        return token + 3
    return token


def _goes_on(scan: Scan, token: int, limit: int) -> bool:
    """Whether what follows a second first name can still be part of the name."""
    if token >= limit:
        return False
    flag = scan.flags[token]
    if flag & INITIAL:
        return True
    if flag & PARTICLE and scan.words[token] in BEGIN:
        return surname_end(scan, token, limit) is not None and scan.words[token] not in ("vom", "zum", "zur")
    return scan.names_surname(token) and not (scan.roles[token] is not None and not flag & SURNAME)


def surname_end(scan: Scan, token: int, limit: int) -> int | None:
    """Token after the surname that begins at `token`, particles included."""
    flags, words = scan.flags, scan.words
    if token + 2 < limit and words[token] in _ELIDED and words[token + 1] in ("’", "'") and flags[token + 2] & CAP:
        return token + 3  # O’Connell, cut up by the tokeniser
    at = token
    while (
        at < limit
        and at - token < 5
        and flags[at] & PARTICLE
        and (at > token or words[at] in BEGIN or words[at] in _NOBLE)
    ):
        at += 1
    if at < limit and at == token and words[at] in _NOBLE:
        at += 1
        while at < limit and flags[at] & PARTICLE:
            at += 1
    if at > token and not _particles(words[token:at]):
        return None
    if at > token and words[token] in CONTRACTED and (at >= limit or not flags[at] & (UNKNOWN | SURNAME | PLACE)):
        return None
    if at > token and at < limit and flags[at] & STARTER and words[at - 1] in ("von", "zu") and words[at].istitle():
        return at + 1  # "Götz von Einem": no capital but in a name
    if at >= limit or not scan.names_surname(at):
        if at > token and at - 1 > token and words[at - 1][:1].isupper() and scan.names_surname(at - 1):
            return at
        if at - token == 1 and words[token][:1].isupper() and scan.names_surname(token):
            return at
        return None
    end = at + 1
    if at > token and end < limit and words[end][:1].isdigit():
        return None  # "Renato von Bayer 04"
    if end < limit and _second_surname(scan, at, end, limit, behind_particle=at > token):
        end += 1
    return _seat(scan, end, limit) if words[token] in _NOBLE else end


def _seat(scan: Scan, end: int, limit: int) -> int:
    """Past the seats behind a noble surname: "Freifrau Schenck | zu Schweinsberg", "Graf Wolff | von M. zur Gracht"."""
    at = end
    while at < limit and at - end < 3 and scan.flags[at] & PARTICLE and scan.words[at] in _SEATED:
        at += 1
    if at == end or at >= limit or scan.words[at - 1] == "und" or not scan.names_surname(at) or scan.roles[at]:
        return end
    return _seat(scan, at + 1, limit)


def _particles(words: list[str]) -> bool:
    """Whether a sequence of small words can stand before a surname."""
    if words == ["und"] or words[-1] == "und" or ("und" in words and words[-1] not in ("zu", "zum", "von")):
        return False
    return not (
        len(words) >= 2
        and words[0] in ("von", "vom")
        and words[1] in ("den", "dem", "das", "des")
        and words[1] != "dem"
    )


def _second_surname(scan: Scan, at: int, end: int, limit: int, behind_particle: bool) -> bool:
    """Whether a further capitalised word belongs to the surname ("von Muster Beispiel", "García López")."""
    flag = scan.flags[end]
    if behind_particle and scan.flags[at] & FIRST and scan.names_surname(end) and not scan.roles[end]:
        return True
    if (
        not scan.names_surname(end)
        or scan.roles[end]
        or flag & (FIRST | PLACE | ORG_BEHIND | PARTY)
        or not flag & UNKNOWN
    ):
        return False
    if end + 1 < limit and scan.flags[end + 1] & CAP:
        return False
    if scan.words[end].lower().endswith(_STREETS):
        return False  # an address that runs on: "Franz Beispiel Marienstr. 6"
    if scan.words[end][-1] == "s" and scan.words[end][:-1] in scan.forms:
        return False  # "würdigte Anna Beispiel Musters Arbeit"
    if behind_particle:
        return True
    if scan.words[at].endswith("s") and (scan.words[at][:-1] in scan.forms or not scan.words[at].endswith("es")):
        return False
    return bool(scan.flags[at] & UNKNOWN) or _middle_noun(scan, at, end)


def _middle_noun(scan: Scan, at: int, end: int) -> bool:
    """Whether a noun between a first name and an unknown word is a middle part: "Claus Ruhe Madsen"."""
    doc = scan.doc
    return (
        at > 0
        and scan.limits[at - 1] == scan.limits[at]
        and bool(scan.flags[at - 1] & STRONG)
        and not scan.flags[end] & (NEVER | KNOWN | TAIL)
        and not scan.blocked[end]
        and "\n" not in doc.text[doc.starts[at] : doc.starts[end]]
    )


def titles_before(scan: Scan, at: int) -> tuple[int, str | None, str | None]:
    """Where titles and address before a name begin, the academic title, and the gender that the address tells."""
    words, flags = scan.words, scan.flags
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    start = at
    while start > floor and (flags[start - 1] & (TITLE | TITLE_PART | ADDRESS) or _split_dot(words, start - 1, floor)):
        start -= 1
    while start < at and not flags[start] & (TITLE | ADDRESS):
        start += 1
    gender = None
    academic: list[int] = []
    for token in range(start, at):
        if flags[token] & ADDRESS:
            gender = "f" if words[token] in _FEMININE else "m"
        else:
            academic.append(token)
            if words[token] == "Professorin" or words[token].endswith(".in"):
                gender = "f"
    title = scan.doc.phrase(academic[0], academic[-1] + 1) if academic and flags[academic[0]] & TITLE else None
    return start, title, gender


def _split_dot(words: list[str], at: int, floor: int) -> bool:
    """Whether a full stop was cut from the title before it ("Dr.-Ing" ".")."""
    return at > floor and words[at] == "." and words[at - 1] + "." in _DOCTOR


def name_span(
    scan: Scan, at: int, given_end: int, end: int, start: int, title: str | None, gender: str | None, rule: str
) -> NameSpan:
    """The span of a name whose first names are tokens `at` … `given_end`-1 and whose surname ends before `end`."""
    nickname = next((t for t in range(at, given_end) if scan.words[t] in '„"“»‚'), given_end)
    given = tuple(scan.words[t] for t in range(at, nickname) if scan.flags[t] & (FIRST | INITIAL | CAP))
    while (
        end < scan.limits[at]
        and scan.flags[end] & AFTER
        and scan.words[end] in ("jun.", "sen.", "jr.", "sr.", "junior", "senior")
    ):
        end += 1
    return NameSpan(at, end, start, given_end, given, scan.doc.phrase(given_end, end), title, gender, rule)
