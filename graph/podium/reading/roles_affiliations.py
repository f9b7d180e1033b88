"""The house of a person that the text tells apart from the office: "Bezirksleiter X …", later "(X, IG Y)"."""

from collections.abc import Sequence
from dataclasses import replace

from podium.reading.entities import RoleEntity
from podium.reading.lexicon import words_of
from podium.reading.persons_merge import Draft
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces

__all__ = ["affiliation", "with_affiliations"]

_HEADS = tuple(words_of("organisation_words.txt", "offices of heads"))
_EMPLOYED = tuple(words_of("person_words.txt", "employed"))
_OFFICES = tuple(ending + feminine for ending in (*_HEADS, *_EMPLOYED) for feminine in ("", "in", "e", "er"))
_HOUSES = frozenset(["jobcenter", "agency", "welfare", "association", "company", "social-partner", "research", "other"])
_FROM = frozenset(["von", "vom", "beim", "bei"])


def with_affiliations(
    scan: Scan, places: OrganisationPlaces, drafts: Sequence[Draft], roles: list[RoleEntity]
) -> list[RoleEntity]:
    """The same, an only office without organisation with the one house that the text names beside the person's name."""
    offices: dict[int, list[int]] = {}
    for number, role in enumerate(roles):
        offices.setdefault(role.person, []).append(number)
    for person, numbers in offices.items():
        role = roles[numbers[0]]
        lone = len(numbers) == 1 and role.organisation is None and not role.former and " " not in role.title
        if not lone or not role.title.lower().endswith(_OFFICES):
            continue
        houses = {house for place in drafts[person].places if (house := _beside(scan, places, place.end)) is not None}
        if len(houses) == 1:
            roles[numbers[0]] = replace(role, organisation=houses.pop())
    return roles


def affiliation(scan: Scan, places: OrganisationPlaces, person: Draft, title: str) -> int | None:
    """The one house that the imprint or contact names beside a person: "V. i. S. d. P.: Anna Muster, AWO Harz"."""
    if not title.lower().endswith(_OFFICES):
        return None
    lines = (place for place in person.places if scan.doc.block(place.first).kind in ("contact", "source", "meta"))
    houses = {house for place in lines if (house := _beside(scan, places, place.end)) is not None}
    return houses.pop() if len(houses) == 1 else None


def _beside(scan: Scan, places: OrganisationPlaces, at: int) -> int | None:
    """The house in brackets, behind a comma up to the end of its line, or behind "von" after the end of a name."""
    words = scan.words
    mark = words[at] if at < len(words) else ""
    noun = at + 1 + (mark in _FROM and words[at + 1 : at + 2] == ["der"])
    end, entity = places.at.get(noun, (0, -1))
    if not end or places.entities[entity].kind not in _HOUSES:
        return None
    doc = scan.doc
    if mark == ",":
        closed = end >= len(words) or "\n" in doc.text[doc.ends[end - 1] : doc.starts[end]]
        closed = closed or (words[end] in (",", "|", ";") and doc.block(at).kind == "contact")
    else:
        closed = mark in _FROM or (mark == "(" and words[end : end + 1] == [")"])
    return entity if closed else None
