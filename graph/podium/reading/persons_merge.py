"""Which names of a text mean one person: full names, initials, genitives, surnames behind a title."""

import re
from dataclasses import dataclass, field

from podium.reading.lexicon import words_of
from podium.reading.names import (
    ADDRESS,
    KNOWN,
    PARTICLE,
    STRONG,
    SURNAME,
    TITLE,
    UNKNOWN,
    first_name_gender,
    kind,
)
from podium.reading.persons_scan import NameSpan, Scan
from podium.register import Register

__all__ = ["Draft", "Place", "merge"]


@dataclass(slots=True)
class Place:
    """Where a person is named: tokens of the name, of its titles, and how (`form` of a mention)."""

    first: int
    end: int
    start: int
    form: str


@dataclass(slots=True)
class Draft:
    """A person in the making; `family` are the tokens of the surname without genitive, `gender` may still be None."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    title: str | None = None
    gender: str | None = None
    places: list[Place] = field(default_factory=list)
    rule: str = ""

    @property
    def name(self) -> str:
        """Fullest form of the name without titles, in the nominative."""
        return " ".join((*self.given, *self.family))

    @property
    def core(self) -> tuple[str, ...]:
        """The surname without leading particles."""
        words = self.family
        while len(words) > 1 and words[0].lower() in _SMALL:
            words = words[1:]
        return words[:-1] if len(words) > 1 and words[-1] in _GENERATIONS else words


_DETERMINERS = frozenset(words_of("person_words.txt", "determiners"))
_OF_NAMES = TITLE | ADDRESS | STRONG
_OCCASIONS = re.compile("(?:" + "|".join(words_of("person_words.txt", "occasions")) + ")$", re.I)
_GENERATIONS = frozenset(["jun.", "sen.", "jr.", "sr.", "junior", "senior"])
_SMALL = frozenset(words_of("person_words.txt", "small words of names"))


def merge(scan: Scan, spans: list[NameSpan], register: Register) -> list[Draft]:
    """Persons of a text by their names, in order of first mention."""
    drafts: list[Draft] = []
    by_surname: dict[str, list[Draft]] = {}
    full = [span for span in spans if span.given]
    bases = {_key(_family(scan, span)) for span in spans}
    for span in full:
        family = _nominative(scan, span, full, bases, register)
        group = by_surname.setdefault(_key(family), [])
        draft = next((d for d in group if _compatible(d.given, span.given)), None)
        if draft is None:
            draft = Draft(span.given, family, rule=span.rule)
            group.append(draft)
            drafts.append(draft)
        elif _fuller(span.given, draft.given):
            draft.given = span.given
        _take(draft, span, "name")
    for span in spans:
        if not span.given:
            _surname_only(scan, span, drafts, by_surname)
    drafts.sort(key=lambda d: min(p.first for p in d.places))
    return drafts


def _surname_only(scan: Scan, span: NameSpan, drafts: list[Draft], by_surname: dict[str, list[Draft]]) -> None:
    family = _family(scan, span)
    draft = _same(by_surname, family, span)
    if draft is None and family[-1].endswith("s"):
        draft = _same(by_surname, (*family[:-1], family[-1][:-1]), span)
    if draft is None:
        draft = Draft((), family, rule=span.rule)
        by_surname.setdefault(_key(family), []).append(draft)
        drafts.append(draft)
    _take(draft, span, "surname")


def _same(by_surname: dict[str, list[Draft]], family: tuple[str, ...], span: NameSpan) -> Draft | None:
    """The person a surname means: of that gender, the one named last before, else the first one after."""
    group = [
        d for d in by_surname.get(_key(family), []) if not (span.gender and _gender(d) and _gender(d) != span.gender)
    ]
    if len(group) < 2:
        return group[0] if group else None
    before = [(p.first, n) for n, d in enumerate(group) for p in d.places if p.first < span.first]
    return group[max(before)[1]] if before else group[0]


def _take(draft: Draft, span: NameSpan, form: str) -> None:
    draft.places.append(Place(span.first, span.end, span.start, form))
    if span.title and (draft.title is None or len(span.title) > len(draft.title)):
        draft.title = span.title
    draft.gender = draft.gender or span.gender


def _gender(draft: Draft) -> str | None:
    if draft.gender is None and draft.given:
        draft.gender = next((g for g in map(first_name_gender, draft.given) if g), None)
    return draft.gender


def _key(family: tuple[str, ...]) -> str:
    if len(family) > 1:
        family = tuple([w for w in family if w.lower() not in _SMALL]) or family
    return " ".join(family).lower().replace("ß", "ss")


def _family(scan: Scan, span: NameSpan) -> tuple[str, ...]:
    if span.family == span.end:
        return tuple(span.surname.split())  # "Anna und Karl Beispiel": Anna's stands behind Karl
    if span.end - span.family == 1:
        return (scan.words[span.family],)
    return tuple(scan.doc.phrase(span.family, span.end).replace("- ", "-").split())


def _nominative(
    scan: Scan, span: NameSpan, spans: list[NameSpan], bases: set[str], register: Register
) -> tuple[str, ...]:
    """The surname without the "s" of a genitive, only where it is certain that there is one."""
    family = _family(scan, span)
    last = family[-1]
    if len(last) < 4 or last[-1] != "s" or last.endswith("ss"):
        return family
    short = (*family[:-1], last[:-1])
    known = scan.flags[span.end - 1]
    if _key(short) in bases:
        return short
    given = " ".join(span.given)
    if register.person(f"{given} {' '.join(family)}"):
        return family
    if register.person(f"{given} {' '.join(short)}"):
        return short
    alone = last[:-1] in scan.forms
    if alone and not known & SURNAME and _can_be_surname(last[:-1]):
        return short
    occasion = not known & SURNAME and _of_occasion(scan, span)
    if not occasion and (not _owns(scan, span) or known & (SURNAME | KNOWN) or not kind(last[:-1]) & SURNAME):
        return family
    others = (one for one in spans if one is not span and one.given and scan.words[one.end - 1] == last)
    return family if any(not _owns(scan, one) and not _of_occasion(scan, one) for one in others) else short


def _of_occasion(scan: Scan, span: NameSpan) -> bool:
    """Whether a name is a genitive: "die Ehrung Anna Beispiels"; not "Begrüßung" above or before it in a programme."""
    at = span.start - 1
    if at < 1 or not _OCCASIONS.search(scan.words[at]) or _new_line(scan, span.start):
        return False
    before = [scan.words[t].lower() for t in range(max(0, at - 2), at)]
    owned = any(word.startswith(("ihr", "sein", "dess", "deren")) for word in before)  # "Ihre Nachfolgerin Eva Peters"
    return not owned and any(word in _DETERMINERS for word in before)


def _new_line(scan: Scan, at: int) -> bool:
    doc = scan.doc
    return "\n" in doc.text[doc.ends[at - 1] : doc.starts[at]]


def _owns(scan: Scan, span: NameSpan) -> bool:
    """Whether a noun follows a name in its line, so that the name may be its genitive: "Anna Wessels Rede"."""
    end = span.end
    if end >= scan.limits[span.first] or not scan.words[end][:1].isupper() or scan.flags[end] & _OF_NAMES:
        return False
    return not _new_line(scan, end)


def _can_be_surname(word: str) -> bool:
    """Whether a word is a surname or none that the dictionary knows, and no particle of a name."""
    flags = kind(word)
    return bool(flags & (UNKNOWN | SURNAME)) and not flags & PARTICLE


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sequences of first names can belong to one person."""
    small, large = sorted((_parts(one), _parts(other)), key=len)
    at = 0
    for part in small:
        while at < len(large) and not _match(part, large[at]):
            at += 1
        if at == len(large):
            return False
        at += 1
    return True


def _parts(given: tuple[str, ...]) -> list[str]:
    return [part for name in given for part in name.split("-") if part]


def _match(one: str, other: str) -> bool:
    if one.endswith(".") or other.endswith("."):
        return one[:1] == other[:1]
    return one.casefold() == other.casefold()


def _fuller(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    """Whether a form of the first names says more: more names, or names where there were initials."""

    def weight(given: tuple[str, ...]) -> tuple[int, int]:
        parts = _parts(given)
        return sum(not p.endswith(".") for p in parts), len(parts)

    return weight(new) > weight(old)
