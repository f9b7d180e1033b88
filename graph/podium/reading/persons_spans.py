"""Stretches of tokens that are a person's name: with a first name, or a surname behind a title, an address or an office."""

import re
from dataclasses import dataclass

from podium.reading.document import Document
from podium.reading.lexicon import words_of
from podium.reading.names import (
    ADDRESS, AFTER, CAP, FIRST, INITIAL, KNOWN, NEVER, ORG_BEFORE, ORG_BEHIND, PARTICLE, PARTY, PLACE, PROOF, STARTER, STRONG,
    SURNAME, TITLE, TITLE_PART, UNKNOWN, WEAK, kinds,
)  # fmt: skip
from podium.reading.roles_words import RoleWord, listed, role_words

__all__ = ["NameSpan", "Scan", "find_spans", "is_area", "titles_before"]

_BEGIN = frozenset(words_of("titles.txt", "particles that begin"))
_NOUN_ADDRESS = frozenset(words_of("titles.txt", "address that is also a noun"))
_FEMININE = frozenset(words_of("titles.txt", "address f"))
# Before a common noun these are prepositions: "stellte Lenz zu Beginn klar".
_CONTRACTED = frozenset(["zu", "zum", "zur", "vom", "y", "le", "la", "do", "das"])
_ELIDED = frozenset(["O", "D", "d", "L", "l"])
_DOCTOR = frozenset(words_of("titles.txt", "doctor"))
_NOBLE = frozenset(words_of("titles.txt", "noble"))
_AREAS = frozenset(words_of("not_surnames.txt", "function areas"))
_ARTICLES = frozenset(
    "der die das des dem den ein eine einer eines einem einen jede jeder jedem jeden keine kein diese dieser dieses diesem diesen "
    "meine seine ihre unsere meiner seiner ihrer unserer am im zum zur beim vom ins ans als".split()
)
_INSTITUTION = re.compile(r"(?:kammer|verband|agentur|center|kreis|stadt|ministerium|gesellschaft|stiftung|universität|schule|verein|bank|werk|amt)s?$", re.I)
# Behind these a capitalised word is a surname, even one that is a noun: "Staatssekretärin Gebers".
_NAMED_AFTER = ("minister", "senator", "sekretär", "landrat", "bürgermeister", "kanzler", "pfarrer", "bischof")
_SPEAKING = frozenset(
    "sagte sagt erklärte erklärt betonte betont so fordert forderte mahnte mahnt warnte warnt kritisierte kritisiert berichtete "
    "berichtet ergänzte ergänzt meinte meint unterstrich kommentierte lobte begrüßte dankte zitierte schreibt schrieb resümierte "
    "verwies erläuterte appellierte versicherte kündigte sprach sprachen diskutierten moderierte laut".split()
)


@dataclass(slots=True)
class NameSpan:
    """A name found at tokens `first` … `end`-1; `start` is where its titles begin, `family` where its surname does.

    `given` are the first names as printed, `surname` the family name with its particles. `title` is the academic
    title as printed. `gender` is what an address tells. `rule` says why it is taken for a name.
    """

    first: int
    end: int
    start: int
    family: int
    given: tuple[str, ...]
    surname: str
    title: str | None
    gender: str | None
    rule: str


class Scan:
    """What the finders of names and offices look at: a document with the flags of its tokens."""

    __slots__ = ("blocked", "doc", "flags", "forms", "limits", "roles", "speaking", "words")

    def __init__(self, doc: Document, blocked: bytearray) -> None:
        self.doc = doc
        self.words = doc.words
        self.forms = frozenset(doc.words)
        self.flags = kinds(doc.words)
        self.roles: list[RoleWord | None] = role_words(doc.words)
        self.blocked = blocked  # 1: within the name of an organisation
        self.speaking = _speaking(doc, self.flags)
        self.limits = [end for first, end, _ in doc.sentences for _ in range(first, end)]

    def names_surname(self, token: int) -> bool:
        """Whether a token can, by its form and place, be a surname."""
        return bool(self.flags[token] & CAP) and not self.blocked[token]


def _speaking(doc: Document, flags: list[int]) -> frozenset[str]:
    """Unknown capitalised words that stand alone beside a verb of saying: "betonte Xyla", "so Xyla"."""
    words, found = doc.words, set()
    if _SPEAKING.isdisjoint(words):
        return frozenset()
    for at in range(len(words) - 2):
        flag = flags[at + 1]
        if words[at] in _SPEAKING and flag & CAP and not flags[at + 2] & CAP and not flag & (FIRST | PLACE):
            if not flag & UNKNOWN and words[at + 2] not in (".", ",", "“"):
                continue
            found.add(words[at + 1])
    return frozenset(found)


def find_spans(scan: Scan) -> list[NameSpan]:
    """Names in order of position; they do not overlap."""
    spans: list[NameSpan] = []
    mask = FIRST | TITLE | ADDRESS | UNKNOWN | INITIAL
    flags, roles, limits = scan.flags, scan.roles, scan.limits
    at, count = 0, len(scan.words)
    while at < count:
        if not (flags[at] & mask or roles[at]) or scan.blocked[at]:
            at += 1
            continue
        span = _at(scan, at, limits[at], spans)
        if span:
            spans.append(span)
            at = span.end
        else:
            at += 1
    return spans


def _at(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    flag = scan.flags[at]
    span = None
    if flag & FIRST:
        span = _with_first_name(scan, at, limit, spans)
    if span is None and flag & (TITLE | ADDRESS):
        span = _behind_title(scan, at, limit)
    if span is None and scan.roles[at]:
        span = _behind_role(scan, at, limit)
    if span is None and flag & UNKNOWN:
        span = _unknown_pair(scan, at, limit, spans)
    if span is None and flag & INITIAL:
        span = _behind_initial(scan, at, limit, spans)
    return span


def _behind_initial(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """"K.-H. Brandis", "M. Albers": only behind a title or office, in a list of persons, beside a verb of saying."""
    token = at
    while token < limit and scan.flags[token] & INITIAL:
        token += 1
    end = _surname_end(scan, token, limit)
    if end is None or not scan.flags[end - 1] & (UNKNOWN | SURNAME):
        return None
    start, title, gender = titles_before(scan, at)
    if start == at and not _supported(scan, at, end, limit, spans):
        return None
    return _span(scan, at, token, end, start, title, gender, "initial")


def _with_first_name(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    parts = _name_parts(scan, at, limit)
    if parts is None:
        return None
    given_end, end = parts
    start, title, gender = titles_before(scan, at)
    if not _accepted(scan, at, given_end, end, start, limit, spans):
        return None
    return _span(scan, at, given_end, end, start, title, gender, "first-name")


def _name_parts(scan: Scan, at: int, limit: int) -> tuple[int, int] | None:
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
    surname = _surname_end(scan, token, limit)
    if surname is not None:
        return (given_end, surname) if token == given_end else (token, surname)
    if given_end - at >= 2 and not flags[given_end - 1] & INITIAL and words[given_end - 1][:1].isupper():
        return given_end - 1, given_end
    return None


def _over_nickname(scan: Scan, token: int, limit: int) -> int:
    """Past a nickname in quotation marks: Karl „Kalle“ Meyer."""
    words = scan.words
    if token + 3 < limit and words[token] in "„\"“»‚" and scan.flags[token + 1] & CAP and words[token + 2] in "“\"”«‘":
        return token + 3
    return token


def _goes_on(scan: Scan, token: int, limit: int) -> bool:
    """Whether what follows a second first name can still be part of the name."""
    if token >= limit:
        return False
    flag = scan.flags[token]
    if flag & INITIAL:
        return True
    if flag & PARTICLE and scan.words[token] in _BEGIN:
        return _surname_end(scan, token, limit) is not None and scan.words[token] not in ("vom", "zum", "zur")
    return scan.names_surname(token)


def _surname_end(scan: Scan, token: int, limit: int) -> int | None:
    """Token after the surname that begins at `token`, particles included."""
    flags, words = scan.flags, scan.words
    if token + 2 < limit and words[token] in _ELIDED and words[token + 1] in ("’", "'") and flags[token + 2] & CAP:
        return token + 3  # O’Connell, cut up by the tokeniser
    at = token
    while at < limit and at - token < 5 and flags[at] & PARTICLE and (at > token or words[at] in _BEGIN or words[at] in _NOBLE):
        at += 1
    if at < limit and at == token and words[at] in _NOBLE:
        at += 1
        while at < limit and flags[at] & PARTICLE:
            at += 1
    if at > token and not _particles(words[token:at]):
        return None
    if at > token and words[token] in _CONTRACTED and (at >= limit or not flags[at] & (UNKNOWN | SURNAME | PLACE)):
        return None
    if at >= limit or not scan.names_surname(at):
        if at > token and at - 1 > token and words[at - 1][:1].isupper() and scan.names_surname(at - 1):
            return at
        if at - token == 1 and words[token][:1].isupper() and scan.names_surname(token):
            return at
        return None
    end = at + 1
    if end < limit and _second_surname(scan, at, end, limit, behind_particle=at > token):
        end += 1
    return end


def _particles(words: list[str]) -> bool:
    """Whether a sequence of small words can stand before a surname."""
    if words == ["und"] or words[-1] == "und":
        return False
    return not (len(words) >= 2 and words[0] in ("von", "vom") and words[1] in ("den", "dem", "das", "des") and words[1] != "dem")


def _second_surname(scan: Scan, at: int, end: int, limit: int, behind_particle: bool) -> bool:
    """Whether a further capitalised word belongs to the surname ("von Wrycz Rekowski", "García Márquez")."""
    flag = scan.flags[end]
    if behind_particle and scan.flags[at] & FIRST and scan.names_surname(end) and not scan.roles[end]:
        return True
    if not scan.names_surname(end) or scan.roles[end] or flag & (FIRST | PLACE | ORG_BEHIND | PARTY) or not flag & UNKNOWN:
        return False
    if end + 1 < limit and scan.flags[end + 1] & CAP:
        return False
    return behind_particle or bool(scan.flags[at] & UNKNOWN and not scan.words[at].endswith("s"))


def titles_before(scan: Scan, at: int) -> tuple[int, str | None, str | None]:
    """Where titles and address before a name begin, the academic title, and the gender that the address tells."""
    words, flags = scan.words, scan.flags
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    start = at
    while start > floor and (flags[start - 1] & (TITLE | TITLE_PART | ADDRESS) or _split_dot(words, start - 1, floor)):
        start -= 1
    while start < at and not flags[start] & (TITLE | ADDRESS):
        start += 1
    if start < at and words[start] in _NOUN_ADDRESS and start > floor and words[start - 1].lower() in _ARTICLES and start + 1 == at:
        pass  # "die Frau Müller" still is an address
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


def _accepted(scan: Scan, at: int, given_end: int, end: int, start: int, limit: int, spans: list[NameSpan]) -> bool:
    """Whether a first name with what follows is a person."""
    flags, words = scan.flags, scan.words
    if end < limit and flags[end] & ORG_BEHIND and not flags[end] & PARTY and words[end][:1].isupper():
        return False
    if at and flags[at - 1] & ORG_BEFORE and start == at and scan.doc.sentence_at[at - 1] == scan.doc.sentence_at[at]:
        return False
    if end < limit and words[end] == "&":
        return False
    strength = max((_RANK[flags[t] & FIRST] for t in range(at, given_end) if flags[t] & FIRST), default=0)
    if strength == 3:
        return True
    if start < at or _supported(scan, at, end, limit, spans):
        return True
    last = flags[end - 1]
    if strength == 2:
        article = at > 0 and words[at - 1].lower() in _ARTICLES and scan.limits[at - 1] == limit
        if last & PLACE and not last & SURNAME:
            return False
        return not article and bool(last & (UNKNOWN | SURNAME | STRONG | WEAK))
    return False


_RANK = {0: 0, STRONG: 3, WEAK: 2, PROOF: 1}


def _supported(scan: Scan, at: int, end: int, limit: int, spans: list[NameSpan]) -> bool:
    """Whether the surroundings say that a person is named: an office before, a party behind, a verb of saying, a list."""
    words = scan.words
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    before = words[at - 1] if at > floor else ""
    if at > floor and scan.roles[at - 1] is not None:
        return True
    if before in _SPEAKING:
        return True
    if end < limit:
        behind = words[end]
        if behind in _SPEAKING and (at == floor or before in (",", "“", "und", ":")):
            return True
        if behind == "(" and end + 1 < limit and scan.flags[end + 1] & PARTY:
            return True
        if behind in (",", "(") and _role_near(scan, end + 1, limit):
            return True
    if spans and spans[-1].end < at and before in (",", "und", "sowie", ";") and _list_gap(words, spans[-1].end, at):
        return end >= limit or not scan.flags[end] & CAP
    return False


def _list_gap(words: list[str], end: int, at: int) -> bool:
    """Whether no more than a bracket stands between two names of a list."""
    return end == at - 1 or (at - end < 9 and words[end] == "(" and words[at - 2] == ")")


def _role_near(scan: Scan, token: int, limit: int) -> bool:
    """Whether an office follows at once, behind an article or an adjective at most."""
    for step in range(token, min(token + 3, limit)):
        role = scan.roles[step]
        if role is not None:
            return role.number != "p"
        if scan.flags[step] & (CAP | NEVER | STRONG):
            return False
    return False


def _behind_title(scan: Scan, at: int, limit: int) -> NameSpan | None:
    """A surname behind "Dr.", "Frau", "Herrn Prof."; a first name behind them is found by itself."""
    flags, words = scan.flags, scan.words
    token = at
    while token < limit and (flags[token] & (TITLE | ADDRESS) or (token > at and (flags[token] & TITLE_PART or words[token] == "."))):
        token += 1
    if token >= limit or flags[token] & FIRST and _name_parts(scan, token, limit) is not None:
        return None
    role = scan.roles[token]
    if role is not None and flags[token] & KNOWN and not flags[token] & SURNAME:
        return None
    end = _surname_end(scan, token, limit)
    if end is None or (end < limit and flags[end] & ORG_BEHIND and words[end][:1].isupper()):
        return None
    start, title, gender = titles_before(scan, token)
    after = _unknown_first_name(scan, token, limit)
    if after is not None:
        return _span(scan, token, token + 1, after, start, title, gender, "title-pair")
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    if title is None:
        if words[at] in _NOUN_ADDRESS and at > floor and words[at - 1].lower() in _ARTICLES:
            return None
        if words[at] not in ("Frau", "Herr", "Herrn") and not flags[end - 1] & (UNKNOWN | SURNAME):
            return None
        if flags[end - 1] & FIRST and not flags[end - 1] & SURNAME and words[at] not in ("Frau", "Herr", "Herrn"):
            return None
    return _span(scan, token, token, end, start, title, gender, "title-surname")


def _unknown_first_name(scan: Scan, token: int, limit: int) -> int | None:
    """Behind a title: token after "Quirle Zanderbruch" where "Quirle" must be a first name, since a surname follows."""
    flags = scan.flags
    if token + 1 >= limit or not flags[token] & UNKNOWN or not scan.names_surname(token) or flags[token] & PARTICLE:
        return None
    if not flags[token + 1] & (UNKNOWN | SURNAME | PARTICLE) or scan.roles[token + 1] or flags[token + 1] & PLACE:
        return None
    if flags[token + 1] & PARTICLE and scan.words[token + 1] not in _BEGIN - {"zu", "zum", "zur", "vom", "la", "le", "du"}:
        return None
    if flags[token + 1] & PARTICLE and scan.words[token + 1] == "von" and token + 2 < limit and not scan.names_surname(token + 2):
        return None
    return _surname_end(scan, token + 1, limit)


def _behind_role(scan: Scan, at: int, limit: int) -> NameSpan | None:
    """"Wirtschaftsminister Clement", "Fallmanagerin Ayxe Demirxel": names behind an office without any other sign."""
    role = scan.roles[at]
    flags = scan.flags
    token = at + 1
    if role is None or token >= limit or role.number == "p" or not scan.names_surname(token) or scan.roles[token]:
        return None
    if flags[token] & FIRST and _name_parts(scan, token, limit) is not None:
        return None
    flag = flags[token]
    if is_area(scan, role, token) or flag & PLACE and not flag & SURNAME:
        return None
    after = token + 1
    if after + 1 < limit and flags[after] & INITIAL and not flag & SURNAME:
        return None  # "Geschäftsführer Albert G.": an initial is no surname
    if after < limit and scan.words[after] in _BEGIN and flag & UNKNOWN and not flag & PARTICLE and scan.words[after] not in _CONTRACTED:
        behind = _surname_end(scan, after, limit)
        if behind is not None and behind > after + 1 and scan.words[after] != "von":
            return _span(scan, token, after, behind, token, None, None, "role-pair")
    if after < limit and scan.names_surname(after) and not scan.roles[after] and not flag & PARTICLE:
        if flags[after] & (UNKNOWN | SURNAME) and flag & UNKNOWN and not flags[after] & PLACE:
            longer = _surname_end(scan, after, limit)
            if longer and not (longer < limit and flags[longer] & (CAP | ORG_BEHIND)):
                return _span(scan, token, after, longer, token, None, None, "role-pair")
        return None
    end = _surname_end(scan, token, limit)
    if end is None:
        return None
    if end < limit and flags[end] & (ORG_BEHIND | NEVER) and scan.words[end][:1].isupper():
        return None
    if not flag & (UNKNOWN | SURNAME | FIRST | PARTICLE):
        floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
        if not role.head.endswith(_NAMED_AFTER) or (at > floor and scan.words[at - 1].lower() in _ARTICLES):
            return None
    if role.body and not flag & SURNAME:
        return None
    return _span(scan, token, token, end, token, None, None, "role-surname")


def is_area(scan: Scan, role: RoleWord, token: int) -> bool:
    """Whether a noun behind an office says for what: "Leiterin Kommunikation", "Vorstand Regionen"."""
    word = scan.words[token]
    if scan.flags[token] & SURNAME:
        return False
    if word in _AREAS or word.endswith(("politik", "recht", "markt", "wesen", "management", "bereich", "arbeit", "entwicklung")):
        return True
    if _INSTITUTION.search(word):
        return False
    bare = any(role.head.endswith(head) for head in listed("bare"))
    return bare and bool(scan.flags[token] & KNOWN) and not scan.flags[token] & SURNAME


def _unknown_pair(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """Two words that the dictionary does not know, where the surroundings say that a person is named."""
    flags, words = scan.flags, scan.words
    if at + 1 >= limit or not flags[at] & CAP or scan.roles[at] or flags[at] & (PLACE | ORG_BEHIND):
        return None
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    joined = at > floor and flags[at - 1] & (CAP | NEVER) and not scan.roles[at - 1] and not flags[at - 1] & (TITLE | ADDRESS)
    if joined and words[at + 1] not in scan.speaking:
        return None
    token = at + 1
    if flags[token] & INITIAL:
        token += 1
    end = _surname_end(scan, token, limit)
    if end is None or flags[end - 1] & PLACE or scan.roles[end - 1]:
        return None
    if not flags[end - 1] & (UNKNOWN | SURNAME) and words[end - 1] not in scan.speaking:
        return None
    if end < limit and (flags[end] & (ORG_BEHIND | CAP) and words[end][:1].isupper() or words[end] == "&"):
        return None
    start, title, gender = titles_before(scan, at)
    spoken = scan.words[end - 1] in scan.speaking and words[end - 1] != words[at] and end < limit and not flags[end] & CAP
    if start < at or spoken or _supported(scan, at, end, limit, spans) or _item(scan, at, end, limit):
        return _span(scan, at, token, end, start, title, gender, "context")
    return None


def _item(scan: Scan, at: int, end: int, limit: int) -> bool:
    """Whether a name opens an entry of a list: "- Xyla Abcd, Leiterin …" or a contact block."""
    block = scan.doc.block(at)
    if block.kind not in ("item", "contact"):
        return False
    opens = scan.doc.starts[at] <= block.body + 1
    return opens and (end >= limit or scan.words[end] in (",", "(", "–", "-", ":"))


def _span(
    scan: Scan, at: int, given_end: int, end: int, start: int, title: str | None, gender: str | None, rule: str
) -> NameSpan:
    nickname = next((t for t in range(at, given_end) if scan.words[t] in "„\"“»‚"), given_end)
    given = tuple(scan.words[t] for t in range(at, nickname) if scan.flags[t] & (FIRST | INITIAL | CAP))
    while end < scan.limits[at] and scan.flags[end] & AFTER and scan.words[end] in ("jun.", "sen.", "jr.", "sr.", "junior", "senior"):
        end += 1
    return NameSpan(at, end, start, given_end, given, scan.doc.phrase(given_end, end), title, gender, rule)
