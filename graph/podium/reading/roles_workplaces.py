"""The firm or house that somebody works in, where the text names it before: "… zur Firma X. Juniorchef Y …"."""

from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed

__all__ = ["family_firm", "firm_before", "workplace", "works_at"]

_FIRMS = frozenset(["company", "welfare"])
_HOUSES = frozenset(["company", "welfare", "other", "research", "association", "jobcenter", "agency"])
_WORKING = listed("working")
_AT = frozenset(["im", "in", "bei", "beim", "am", "an", "vom"])
_SMALL = frozenset(["der", "dem", "den", "das", "Firma", "einem", "einer"])
_MOVING = ("wechsel", "gewechselt", "ging", "geht", "gegangen", "kam", "zurück")
_BACK = 2  # sentences before the one with the office, within its paragraph


def firm_before(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The firm that the sentence of an office before it, else one of the two before that, names as the only one."""
    doc = scan.doc
    number = doc.sentence_at[phrase.first]
    for sentence in range(number, max(-1, number - _BACK - 1), -1):
        first, end, block = doc.sentences[sentence]
        if doc.sentences[number][2] != block:
            return None
        stop = min(end, phrase.first)
        here = {places.at[t][1] for t in range(first, stop) if t in places.at and scan.words[t - 1] != "("}
        firms = {n for n in here if places.entities[n].kind in _FIRMS}
        if firms:
            return firms.pop() if len(firms) == 1 else None
    return None


def family_firm(places: OrganisationPlaces, phrase: RolePhrase, family: str) -> int | None:
    """The only firm of a text that bears the family name of who owns or leads one: "Holzbau Sieling", "X Sieling"."""
    title = phrase.word.masculine.lower()
    if not (title in listed("of_firms") or title in listed("heads_of_house") or title.endswith(_OWNERS)):
        return None
    found = places.firms_of(family)
    return found[0] if len(found) == 1 else None


_OWNERS = ("gründer", "unternehmer", "meister", "händler", "chef", "wirt", "hotelier", "spediteur")


def works_at(scan: Scan, places: OrganisationPlaces, end: int) -> int | None:
    """The only house "in" or "bei" which somebody works whose name ends at a token: "X arbeitet seit 2015 im Y"."""
    limit = min(scan.doc.sentences[scan.doc.sentence_at[end - 1]][1], end + 20)
    stop = next((t for t in range(end, limit) if scan.words[t] in _BREAKS), limit)
    if _WORKING.isdisjoint(scan.words[end:stop]):
        return None
    houses = {places.at[t][1] for t in range(end, stop) if t in places.at}
    house = houses.pop() if len(houses) == 1 else None
    return house if house is not None and places.entities[house].kind in _HOUSES else None


_BREAKS = frozenset([",", "und", ";", ":", "(", "„", "sowie"])


def workplace(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The only house "in" or "bei" which the sentence of a job says that somebody works: "arbeitet im X als Koch"."""
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[phrase.head]]
    first, end = max(first, phrase.first - 30), min(end, phrase.end + 20)
    at, entity = places.ending.get(phrase.first - 1, (0, -1))
    if at > first and scan.words[at - 1 - (scan.words[at - 1] in _SMALL)].lower() in ("bei", "beim", "im"):
        return entity if places.entities[entity].kind in _HOUSES else None  # "war bei der Muster GmbH als Meister"
    if scan.words[phrase.end : phrase.end + 1] in (["ins"], ["zum"], ["zur"], ["in"]):
        into = next((t for t in (phrase.end + 1, phrase.end + 2) if t in places.at), None)
        moving = into is not None and any(w.startswith(_MOVING) for w in scan.words[first:end])
        if into is not None and moving and phrase.can_be_of(places.entities[places.at[into][1]].kind):
            return places.at[into][1]  # "wechselte als Staatssekretär ins Finanzministerium"
    if _WORKING.isdisjoint(scan.words[first:end]):
        return None
    found = set()
    for at in range(first, end):
        if at not in places.at or places.entities[places.at[at][1]].kind not in _HOUSES:
            continue
        before = at - 1 - (scan.words[at - 1] in _SMALL)
        if before >= first and scan.words[before].lower() in _AT:
            found.add(places.at[at][1])
    return found.pop() if len(found) == 1 else None
