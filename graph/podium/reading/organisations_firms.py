"""Firms and houses without a head or legal form, told by who belongs to them: "Bauherr X von Trend Immobilien"."""

from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import is_known
from podium.reading.lexicon import words_of
from podium.reading.names import ADDRESS, CAP, NEVER, PARTY, PLACE, STRONG, TITLE, TITLE_PART, kind
from podium.reading.organisations_known import Found
from podium.reading.roles_words import RoleWord, listed, role_word

__all__ = ["GENITIVE", "describes_firm", "find_firm", "is_owned", "is_trade_word", "may_be_firm"]

_NO_NAMES = frozenset(words_of("organisation_words.txt", "no names"))
_TRADES = tuple(words_of("organisation_words.txt", "trades"))
GENITIVE = frozenset(["des", "der"])
_OWNED = frozenset(["von", "vom", "bei", "(", *GENITIVE])
_LONGEST_NAME = 4  # words of a person's name between the office and "von"


def is_owned(form: str) -> bool:
    """Whether a word can stand before the name of the firm that somebody belongs to."""
    return form in _OWNED


@cache
def is_trade_word(form: str) -> bool:
    """Whether a noun ends names of firms: "Metallbau", "Immobilien", "Kunststofftechnik"."""
    return form[:1].isupper() and form.lower().endswith(_TRADES)


def find_firm(words: Sequence[str], at: int, floor: int) -> Found | None:
    """The firm named behind the preposition or article at token `at`, where an office of economic life stands before.

    Only words that the dictionary does not know, or a name that ends in a trade; `floor` is where the sentence begins.
    """
    first = at + 1
    if words[at] == "(":
        return _bracketed(words, at, floor)
    if (short := _abbreviation(words, at, floor)) is not None:
        return short
    if first >= len(words) or not words[first][:1].isupper() or not _belongs(words, at, floor):
        return None
    first = _behind_description(words, first)
    end, described = first, first > at + 1
    while end < len(words) and end - first < 4 and _part(words[end]):
        end += 1
    if end > first and words[end - 1] in "&+":
        end -= 1
    names = [word for word in words[first:end] if word not in "&+"]
    if not names or role_word(names[0]):
        return None
    trade = len(names) > 1 and is_trade_word(names[-1])
    if not (trade or described) and (
        kind(names[0]) & (STRONG | PLACE) or not (all(map(_own_name, names)) or _named_firm(words, at, floor))
    ):
        return None
    name = " ".join(words[first:end])
    if words[at] == "des" and name.endswith("s") and len(names) == 1 and not name.endswith("ss"):
        name = name[:-1]
    kind_of = "company" if trade else "other"
    return Found(first, end, name, iri("organisation", name), kind_of, head=names[-1], sure=False)


def _behind_description(words: Sequence[str], first: int) -> int:
    """Token behind what a firm is, which is no part of its name: "des (Kölner) Zulieferers | X"; else `first`."""
    at = first + (words[first].endswith("er") and first + 2 < len(words) and describes_firm(words[first + 1]))
    name = words[at + 1] if describes_firm(words[at]) and at + 1 < len(words) else ""
    named = name[:1].isupper() and not kind(name) & (STRONG | PLACE) and role_word(name) is None
    return at + 1 if named else first


@cache
def describes_firm(form: str) -> bool:
    """Whether a noun says what kind of firm the name behind it is: "Zulieferers", "Hotelkette"."""
    plain = form.removesuffix("s")
    return form[:1].isupper() and (plain in _KINDS or plain.endswith(("kette", "hersteller", "zulieferer", "händler")))


_KINDS = frozenset(words_of("organisation_words.txt", "what firms are"))


def _named_firm(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether an office that only firms give stands right before "bei", "von" and a name: "Betriebsrat bei Bosch"."""
    if words[at] not in ("bei", "von") or not may_be_firm(words[at + 1]):
        return False
    first = at - 1
    while first > max(floor, at - 4) and words[first][:1].isupper() and role_word(words[first]) is None:
        first -= 1  # "Betriebsrätin Anna Beispiel von X", not "Betriebsrätin Anna von Beispiel"
    return at - first != 2 and _of_firms(role_word(words[first]))


@cache
def may_be_firm(form: str) -> bool:
    """Whether a word can be the name of a firm where an office of firms tells it: capitals, a known firm, no word."""
    if form in _GENERAL or form.lower() in _NO_NAMES or not form.isalpha() or role_word(form) is not None:
        return False
    return (form.isupper() and len(form) < 9) or form in _FIRMS or (len(form) > 3 and not is_known(form))


_FIRMS = frozenset(words_of("organisation_words.txt", "firms"))


_TOWNS = tuple(words_of("organisation_words.txt", "ends of towns"))


def _bracketed(words: Sequence[str], at: int, floor: int) -> Found | None:
    """The firm in brackets behind an office of firms and a name: "Personalleiterin Anna Beispiel (Muster Pharma)"."""
    begin = at + 1 + (words[at + 1 : at + 2] == ["beide"])
    end, far = begin, 4 if begin == at + 1 else 9  # "… Anna Beispiel und Bernd Muster (beide X)"
    while end < len(words) and end - begin < 4 and _part(words[end]):
        end += 1
    if end == begin or words[end : end + 1] not in ([")"], [","]) or not may_be_firm(words[begin]):
        return None
    if kind(words[begin]) & (STRONG | PLACE | PARTY) or at - 3 < floor:
        return None
    first = at - 1
    while (
        first > max(floor, at - far)
        and (words[first][:1].isupper() or words[first] == "und")
        and role_word(words[first]) is None
    ):
        first -= 1
    if at - first < 2 or not _of_firms(role_word(words[first])):
        return None
    if end == begin + 1 and (words[begin].lower().endswith(_TOWNS) or is_trade_word(words[begin])):
        return None  # where somebody is from, or what a trade
    name = " ".join(words[begin:end])
    return Found(begin, end, name, iri("organisation", name), "company", head=words[end - 1], sure=False)


def _abbreviation(words: Sequence[str], at: int, floor: int) -> Found | None:
    """What an abbreviation behind the office of a head names: "Leiterin der EAA Berlin", "Vorstand der GAB"."""
    if at + 1 >= len(words) or at - 1 < floor or words[at] not in ("des", "der", "vom", "von", "beim"):
        return None
    form, role = words[at + 1], role_word(words[at - 1])
    if form in _GENERAL or not _is_abbreviation(form):
        return None
    named = (
        at - 2 >= floor and words[at] in ("von", "vom") and kind(words[at - 1]) & CAP and kind(words[at - 2]) & STRONG
    )
    if not named and (role is None or not role.head.endswith(_HEADS)):
        return None
    end = at + 2
    if end < len(words) and kind(words[end]) & PLACE:
        end += 1
    name = " ".join(words[at + 1 : end])
    return Found(at + 1, end, name, iri("organisation", name), "other", head=form, sure=False)


def _is_abbreviation(form: str) -> bool:
    return 3 <= len(form) <= 8 and form.isalpha() and form.isupper()


_HEADS = (*words_of("organisation_words.txt", "offices of heads"), "leiter", "geschäftsführend")
_GENERAL = frozenset(words_of("organisation_words.txt", "common first parts")) | frozenset(
    words_of("organisation_words.txt", "abbreviations of units")
)


def _part(form: str) -> bool:
    return (form[:1].isupper() and form[-1].isalnum()) or form in ("&", "+")


def _belongs(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether an office of economic life stands right before, or with no more than a name between."""
    if at - 1 >= floor and _economic(role_word(words[at - 1])):
        return True
    if words[at] in GENITIVE:
        return False
    for token in range(at - 1, max(floor, at - 1 - _LONGEST_NAME) - 1, -1):
        if _economic(role_word(words[token])):
            gap = [word for word in words[token + 1 : at] if not kind(word) & (TITLE | TITLE_PART | ADDRESS)]
            return len(gap) > 0 and not all(kind(word) & STRONG for word in gap)  # "Leiter Dr. Friedrich von Muster"
        if not words[token][:1].isupper():
            return False
    return False


def _economic(role: RoleWord | None) -> bool:
    return role is not None and (_is_economic(role.head) or _of_firms(role))


def _of_firms(role: RoleWord | None) -> bool:
    return role is not None and role.masculine.lower() in listed("of_firms")


@cache
def _is_economic(head: str) -> bool:
    return head.endswith(tuple(listed("economic")))


@cache
def _own_name(form: str) -> bool:
    """Whether a word is a name: no word of the dictionary, and no compound that ends in one."""
    if len(form) < 4 or not form.isalpha() or kind(form) & NEVER:
        return False
    if any(map(str.isupper, form[1:])) and not form.isupper():
        return True  # "UnternehmensForum"
    forms = (form, form.removesuffix("s"), form.removesuffix("es"))
    if any(is_known(each) or is_known(each.lower()) for each in forms):
        return False
    tails = (each[cut:].capitalize() for each in forms for cut in range(3, len(each) - 3))
    return not any(map(is_known, tails))
