"""Who is in the chair: "unter Vorsitz von X", "den Vorsitz führt X", "X übernahm den Vorsitz des Vereins"."""

import re
from bisect import bisect_left

from podium.reading.persons_scan import Scan
from podium.reading.roles_around import clause_around
from podium.reading.roles_leadership import chair_word, office_word
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named

__all__ = ["chair_links"]

_CHAIRS = frozenset(["Vorsitz", "Kovorsitz", "Ko-Vorsitz", "Co-Vorsitz"])
_PRESIDING = frozenset("steht stand sitzt saß vorsteht vorstand vorstehen vorsitzt vorsaß".split())
_NOUNS = _CHAIRS | _PRESIDING | {"Leitung"}
_ELECTING = frozenset(["association", "social-partner", "welfare", "other"])
_ORDINALS = {
    "1.": ("1.",),
    "2.": ("2.",),
    "3.": ("3.",),
    "ersten": ("Erster",),
    "zweiten": ("Zweiter",),
    "stellvertretenden": ("stellvertretender",),
}
_HOLDING = frozenset(
    "führt führte führen hat hatte inne innehat innehatte übernimmt übernahm übernommen übernehmen".split()
)
_NOT_HOLDERS = frozenset(["von", "mit", "für", "nach", "an", "durch", "bei", "gegen", "neben", "über"])


def chair_links(scan: Scan, places: OrganisationPlaces, names: list[Named], firsts: list[int]) -> list[Link]:
    """Links for those whom the noun for the chair makes "Vorsitzender" or "Vorsitzende"."""
    found: list[Link] = []
    for at in scan.doc.tokens_of(_NOUNS):
        word = scan.words[at]
        if word in _PRESIDING:
            found += [presided] if (presided := _presided(scan, places, names, firsts, at)) else []
            continue
        if word == "Leitung":
            found += [led] if (led := _led(scan, places, names, firsts, at)) else []
            continue
        first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
        here = names[bisect_left(firsts, max(first, at - 30)) : bisect_left(firsts, min(end, at + 30))]
        if scan.words[at - 1] == "den" and (passed := _passed_on(scan, places, here, at, first, end)):
            found += passed
            continue
        ordinal = scan.words[at - 1] if at > first and scan.words[at - 1] in _ORDINALS else ""
        head = at - bool(ordinal)
        before = scan.words[head - 1].lower() if head > first else ""
        under = before == "unter" or (before == "dem" and head - 2 >= first and scan.words[head - 2].lower() == "unter")
        name = _under(scan, here, at) if under else _holder(scan, here, at, first, end) if before == "den" else None
        if name is not None:
            house = None if under else _house(scan, places, at)
            begin = name.start if under and name.start > at + 2 else min(at, name.start)  # behind the office between
            future = not under and _ahead(scan, at, first, end)
            phrase = RolePhrase(
                begin, at, at + 1, chair_word(word), _ORDINALS.get(ordinal, ()), organisation=house, designated=future
            )
            found.append(Link(name.person, phrase, "verb", name, house))
    return found


def _passed_on(scan: Scan, places: OrganisationPlaces, here: list[Named], at: int, first: int, end: int) -> list[Link]:
    """ "X übergibt den Vorsitz (des Vereins Y) an Z": who had it, and who has it then."""
    start, stop = clause_around(scan.words, at, at + 1, first, end)
    if _PASSING.isdisjoint(scan.words[start:stop]):
        return []
    inside = [name for name in here if start <= name.start < stop]
    receiver = next((name for name in inside if name.start > at and "an" in scan.words[at + 1 : name.start]), None)
    giver = next((name for name in inside if name.start < at and name is not receiver), None)
    if receiver is None or giver is None:
        return []
    house, word = _house(scan, places, at), chair_word(scan.words[at])
    now = "übergibt" in scan.words[start:stop]
    old = RolePhrase(at, at, at + 1, word, organisation=house, former=not now)
    new = RolePhrase(at, at, at + 1, word, organisation=house, designated=now)
    return [Link(giver.person, old, "verb", giver, house), Link(receiver.person, new, "verb", receiver, house)]


_PASSING = frozenset(["übergibt", "übergab", "übergeben"])


def _led(scan: Scan, places: OrganisationPlaces, names: list[Named], firsts: list[int], at: int) -> Link | None:
    """ "der Chor der Musikschule unter der Leitung von X": who leads an organisation that is named right before."""
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    if at > first and scan.words[at - 1] in ("die", "Die") and "inne" in scan.words[at : at + 15]:
        close = names[bisect_left(firsts, max(first, at - 30)) : bisect_left(firsts, min(end, at + 30))]
        holder = _holder(scan, close, at, first, end)
        owner = _house(scan, places, at)
        phrase = RolePhrase(at, at, at + 1, office_word("leiter"), organisation=owner)
        return Link(holder.person, phrase, "verb", holder, owner) if holder else None
    under = next((t for t in range(at - 1, max(first, at - 4), -1) if scan.words[t] == "unter"), None)
    if under is None or under not in places.ending:
        return None
    here = names[bisect_left(firsts, at) : bisect_left(firsts, min(end, at + 12))]
    name = _under(scan, here, at)
    start, house = places.ending[under]
    if scan.words[start - 1] in ("der", "des") and scan.words[start - 2][:1].isupper():
        return None  # "der Chor der Musikschule unter der Leitung von X": not of the whole school
    if name is None or places.entities[house].kind in ("territory", "municipality", "party", "media"):
        return None
    phrase = RolePhrase(at, at, at + 1, office_word("leiter"), organisation=house)
    return Link(name.person, phrase, "verb", name, house)


def _presided(scan: Scan, places: OrganisationPlaces, names: list[Named], firsts: list[int], at: int) -> Link | None:
    """ "X steht dem Verein Y vor", "X, die der Kammer Y vorsteht": who presides over an organisation."""
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    start, stop = clause_around(scan.words, at, at + 1, first, end)
    ends = scan.words[stop - 1 : stop] == ["vor"] or scan.words[stop - 2 : stop] == ["vor", "."]
    if not scan.words[at].startswith("vor") and not ends:
        return None
    house = next(
        (t for t in range(start, stop) if scan.words[t - 1] in ("dem", "der") and _chaired(scan, places, t)), None
    )
    if house is None:
        return None
    here = names[bisect_left(firsts, max(first, at - 30)) : bisect_left(firsts, min(end, at + 30))]
    if scan.words[start] in ("der", "die") and start > first and scan.words[start - 1] == ",":
        before = [n for n in here if n.end < start]  # "fiel der Beitrag von X aus, der dem Ausschuss vorsitzt"
        name = next((n for n in here if n.end == start - 1), before[0] if len(before) == 1 else None)
    else:
        inside = [n for n in here if start <= n.start < stop]
        name = inside[0] if len(inside) == 1 and scan.words[inside[0].start - 1] not in _NOT_HOLDERS else None
    if name is None:
        return None
    if _COMMITTEE.search(scan.words[house]):
        return _of_committee(scan, places, name, at, house)
    entity = places.at[house][1]
    leader = places.entities[entity].kind == "jobcenter"
    word = office_word("leiter") if leader else chair_word("Vorsitz")
    if "als" in scan.words[start:stop]:
        return None  # "steht dem Verein als Präsidentin vor"
    past = scan.words[at] in ("stand", "saß", "vorstand", "vorsaß") and "seit" not in map(
        str.lower, scan.words[start:stop]
    )
    phrase = RolePhrase(min(at, name.start), at, at + 1, word, organisation=entity, former=past)
    return Link(name.person, phrase, "verb", name, entity)


def _chaired(scan: Scan, places: OrganisationPlaces, at: int) -> bool:
    """Whether a token begins the name of a body that somebody can preside over."""
    if _COMMITTEE.search(scan.words[at]):
        return True
    return at in places.at and places.entities[places.at[at][1]].kind in _ELECTING | {"jobcenter"}


def _of_committee(scan: Scan, places: OrganisationPlaces, name: Named, at: int, house: int) -> Link:
    """Who presides over a committee: "der dem Verwaltungsausschuss der Agentur vorsitzt"."""
    owner = next((places.at[t][1] for t in (house + 2, house + 1) if t in places.at and t > house), None)
    phrase = RolePhrase(at, at, at + 1, chair_word("Vorsitz"), behind=f"des {scan.words[house]}es", organisation=owner)
    return Link(name.person, phrase, "verb", name, owner)


_COMMITTEE = re.compile(r"[a-zA-Z]usschuss$")


def _under(scan: Scan, here: list[Named], at: int) -> Named | None:
    """Whom "unter Vorsitz von (der Landrätin) X" names: the first name behind, nothing but its office between."""
    name = next((n for n in here if n.start > at), None)
    if name is None or scan.words[at + 1] not in ("von", "des", "der", "ihres", "ihrer", "seines", "seiner"):
        return None
    gap = range(at + 2, name.start)
    if len(gap) > 8 or any(scan.doc.types[t].verb or scan.words[t] in (".", ";", ":", "und") for t in gap):
        return None
    commas = [t for t in gap if scan.words[t] == ","]
    if gap and not any(scan.roles[t] for t in gap):
        return None
    return name if not commas or commas == [name.start - 1] else None


def _holder(scan: Scan, here: list[Named], at: int, first: int, end: int) -> Named | None:
    """The one name in the clause of "den Vorsitz", whose verb is one of holding or taking."""
    start, stop = clause_around(scan.words, at, at + 1, first, end)
    verb = next((t for t in range(start, stop) if scan.words[t] in _HOLDING), None)
    joined = next((t for t in range(max(verb or at, at), stop) if scan.words[t] == "und"), stop)
    if verb is None or "nicht" in scan.words[start:joined]:  # not "… innehatte und nicht mehr kandidierte"
        return None
    if scan.words[start] in ("der", "die") and start > first and scan.words[start - 1] == ",":
        return next((n for n in here if n.end == start - 1), None)  # "X, die den Vorsitz übernimmt"
    inside = [n for n in here if start <= n.start < stop]
    return inside[0] if len(inside) == 1 and scan.words[inside[0].start - 1] not in _NOT_HOLDERS else None


def _ahead(scan: Scan, at: int, first: int, end: int) -> bool:
    """Whether the chair is taken at a time to come: "zum 1. Januar den Vorsitz … übernimmt"."""
    near = scan.words[max(first, at - 12) : min(end, at + 12)]
    if "übernimmt" in near or "übernehmen" in near:
        return any(w in ("zum", "ab", "künftig", "wird", "soll") for w in near)
    return False


def _house(scan: Scan, places: OrganisationPlaces, at: int) -> int | None:
    """Whose chair it is: "den Vorsitz des Vereins X", "den Vorsitz im DGB Y"."""
    if scan.words[at + 1 : at + 2] not in (["des"], ["der"], ["im"], ["beim"], ["in"], ["bei"], ["von"]):
        return None
    for token in (at + 2, at + 3):
        if token in places.at:
            return places.at[token][1]
    return None
