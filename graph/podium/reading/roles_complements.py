"""What stands behind an office word in its phrase: genitives, prepositions, "für …", brackets; whose office it is."""

from podium.reading.lexicon import words_of
from podium.reading.names import PARTY
from podium.reading.persons_context import is_area
from podium.reading.persons_scan import Scan
from podium.reading.roles_genitives import GENITIVES, OF, dependent
from podium.reading.roles_nouns import area_tail, house_behind, noun_list
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed
from podium.reading.values import replace

__all__ = ["with_complement"]


def with_complement(
    scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, limit: int, inside: bytearray
) -> RolePhrase:
    """Take in the complement behind the head."""
    words = scan.words
    at = phrase.head + 1
    behind: list[str] = []
    organisation, former = phrase.organisation, phrase.former
    for _ in range(6):
        if at >= limit or inside[at]:
            break
        token = words[at]
        if (
            token in ("a.", "a.D.", "i.", "a")
            and at + 1 < limit
            and (token == "a.D." or words[at + 1] in ("D.", "D", "R."))
        ):
            former, at = True, at + (1 if token == "a.D." else 2)
        elif token in ("em", "em.", "emer.", "emeritus", "emerita") and at == phrase.head + 1:
            former, at = True, at + 1 + (words[at + 1 : at + 2] == ["."])
        elif token in ("dort", "hier") and words[at + 1 : at + 2] == [","]:
            at += 1  # "Der Personalchef dort, X, …"
        elif token in ("/", ":", "*") and at + 1 < limit and words[at + 1] in ("in", "innen", "r"):
            at += 2
        elif token == "für" and (house := house_behind(places, words, at + 1)) and organisation is None:
            at, organisation = house  # "unterschrieb als Leiterin für das Jobcenter X"
        elif token == "für" or (token == "of" and phrase.word.head in _ENGLISH_HEADS):
            end = noun_list(scan, places, at + 1, limit, inside)
            if end is None:
                break
            end = area_tail(scan, places, end, limit, inside)
            behind.append(scan.doc.phrase(at, end))
            at = end
        else:
            step = _complement(scan, places, phrase, at, limit, inside, organisation)
            if step is None:
                break
            at, text, found = step
            if text:
                behind.append(text)
            organisation = organisation if found is None else found
    if at == phrase.end:
        return phrase
    others: tuple[int, ...] = ()
    if organisation is not None and (phrase.plural() or (not phrase.article and phrase.word.number is None)):
        at, others = _joined_houses(words, places, at, limit)
    return replace(phrase, end=at, behind=" ".join(behind), organisation=organisation, former=former, others=others)


def _joined_houses(words: list[str], places: OrganisationPlaces, at: int, limit: int) -> tuple[int, tuple[int, ...]]:
    """Past the organisations that commas and "und" join to the one of several: "der Jobcenter X | , Y und Z"."""
    others: list[int] = []
    while at + 1 < limit and words[at] in _JOINING:
        noun = at + 1 + (words[at + 1] in ("der", "des"))
        if noun not in places.at or (words[at] == "," and noun > at + 1):
            break
        end, entity = places.at[noun]
        others.append(entity)
        at = end
    return at, tuple(others)


_JOINING = frozenset(["und", "sowie", ",", "&", "/"])


def _complement(
    scan: Scan,
    places: OrganisationPlaces,
    phrase: RolePhrase,
    at: int,
    limit: int,
    inside: bytearray,
    organisation: int | None,
) -> tuple[int, str, int | None] | None:
    """One step of the complement: token after it, words for the title, organisation."""
    words = scan.words
    token = words[at]
    lower = token.lower()
    if at in places.at and (token[:1].isupper() or token in ("ver.di", "„") or _is_firm(places, at)):
        end, entity = places.at[at]
        if places.entities[entity].kind == "party" and not phrase.word.head.endswith(_PARTY_OFFICES):
            return None if _party_bracket(scan, at) else (end, "", None)  # "Stadträtin BÜNDNIS 90/DIE GRÜNEN"
        return (end, "", entity) if organisation is None and not _party_bracket(scan, at) else None
    if token == "(":
        return _bracket(scan, places, at, limit, organisation)
    if lower in GENITIVES or lower in OF:
        return dependent(scan, places, phrase, at, limit, inside, organisation)
    if token in '„"»“' and at == phrase.head + 1:
        for close in range(at + 1, min(at + 8, limit)):
            if words[close] in '“"«”':
                found = places.covering.get(at + 1)
                unit = found is None and phrase.word.head.endswith(_OF_UNITS)
                return close + 1, _quoted(scan, at, close) if unit else "", found if organisation is None else None
    if token[:1].isupper() and at == phrase.head + 1 and is_area(scan, phrase.word, at) and not scan.roles[at]:
        stop = noun_list(scan, places, at, limit, inside)
        if stop is not None:
            return stop, scan.doc.phrase(at, stop), None
    if token in ("operativ", "kommissarisch") and at == phrase.head + 1:
        return at + 1, token, None
    return None


_PARTY_OFFICES = tuple(listed("party_offices"))
_ENGLISH_HEADS = frozenset(["head", "director", "manager", "president"])
_OF_UNITS = tuple(words_of("person_words.txt", "heads of units"))


def _quoted(scan: Scan, first: int, last: int) -> str:
    """The name of a unit in its quotation marks: "Fachbereichsleiter „Soziales“"."""
    return scan.words[first] + scan.doc.phrase(first + 1, last) + scan.words[last]


def _is_firm(places: OrganisationPlaces, at: int) -> bool:
    return places.entities[places.at[at][1]].kind == "company"  # "bbw gGmbH"


def _party_bracket(scan: Scan, at: int) -> bool:
    return bool(scan.flags[at] & PARTY) and scan.words[at - 1] == "("


def _bracket(
    scan: Scan, places: OrganisationPlaces, at: int, limit: int, organisation: int | None
) -> tuple[int, str, int | None] | None:
    """An abbreviation in brackets behind the organisation, or the organisation itself."""
    words = scan.words
    for end in range(at + 1, min(at + 7, limit)):
        if words[end] == ")":
            inner = places.at.get(at + 1)
            if any(scan.roles[t] for t in range(at + 1, end)):
                return None
            if inner and inner[0] == end and organisation is None and not scan.flags[at + 1] & PARTY:
                return end + 1, "", inner[1]
            short = end == at + 2 and (words[at + 1].isupper() or inner is not None or not words[at + 1].islower())
            return (end + 1, "", None) if short or inner else None
    return None
