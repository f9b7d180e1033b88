"""Whose part, body or place the noun behind an office is: "des dortigen Personalrats", "des Ausschusses von X"."""

from functools import cache

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_nouns import SIGNING, areas_behind
from podium.reading.roles_phrases import OrganisationPlaces
from podium.reading.roles_words import RoleWord, listed

__all__ = [
    "ADVISORY",
    "NEARBY",
    "TERRITORIES",
    "is_body",
    "is_minister",
    "nearby",
    "of_committee",
    "part_of",
    "partial",
    "place_phrase",
    "with_committee",
]

_GENITIVES = frozenset(words_of("person_words.txt", "genitive articles"))


@cache
def is_body(noun: str) -> bool:
    """Whether a noun names a body, a unit or a task, so that it stays in the title: "Geschäftsführung", "Bereichs"."""
    lower = noun.lower()
    bodies = listed("bodies")
    forms = (lower, lower[:-1] if lower[-1:] in "sn" else lower, lower[:-2] if lower[-2:] in ("es", "en") else lower)
    return any(form[at:] in bodies for form in forms for at in range(len(form) - 2))


NEARBY = ("dortig", "hiesig", "zuständig")


def nearby(
    scan: Scan, places: OrganisationPlaces, at: int, noun: int, limit: int, inside: bytearray, organisation: int | None
) -> tuple[int, str, int | None]:
    """ "des dortigen Personalrats": a body of the house named last; which one it is does not belong to the title."""
    end = areas_behind(scan, places, noun + 1, limit, inside)
    text = f"{scan.words[at]} {scan.doc.phrase(noun, end)}" if is_body(scan.words[noun]) else ""
    if organisation is None and text and scan.words[at + 1].startswith("dortig"):
        block = scan.doc.sentences[scan.doc.sentence_at[at]][2]
        floor = max(scan.doc.block_tokens[block][0], at - 60)
        named = next((places.at[t][1] for t in range(at, floor - 1, -1) if t in places.at), None)
        housed = named is not None and places.entities[named].kind in _HOUSED
        return end, text, named if housed else None
    return end, text, None


_HOUSED = frozenset(["jobcenter", "agency", "company", "welfare", "ministry", "municipality", "research", "other"])


ADVISORY = ("Beirats", "Beirates", "ausschusses")
TERRITORIES = frozenset(words_of("person_words.txt", "territories"))


def with_committee(places: OrganisationPlaces, words: list[str], at: int) -> tuple[int, int] | None:
    """The house whose committee stands before token `at`: "Vorsitzender des Ausschusses | der Agentur für Arbeit X"."""
    whole = places.at.get(at + 1) if words[at : at + 1] in (["der"], ["des"]) else None
    if whole is None or not words[at - 1].lower().endswith(("ausschuss", "ausschusses")):
        return None
    return whole if places.entities[whole[1]].kind in SIGNING - {"municipality"} else None


def of_committee(places: OrganisationPlaces, words: list[str], at: int) -> int | None:
    """The house within the name of its committee at token `at`: "Sozialausschuss des Landkreistags"."""
    if not words[at].lower().endswith(("ausschuss", "ausschusses")) or words[at + 1] not in ("des", "der"):
        return None
    whole = places.of_noun(words[at + 2])
    return None if whole is None or places.entities[whole].kind not in SIGNING - {"municipality"} else whole


def is_minister(role: RoleWord) -> bool:
    """Whether an office is that of one minister, chancellor or president."""
    return role.head.endswith(("minister", "kanzler", "präsident")) and role.number != "p"


def partial(
    scan: Scan, places: OrganisationPlaces, at: int, noun: int, limit: int, inside: bytearray, organisation: int | None
) -> tuple[int, str, int | None] | None:
    """ "der SPD-Fraktion", "des DGB-Bezirks Nord": a part of an organisation, which is named before the hyphen."""
    tail = scan.words[noun].rpartition("-")[2]
    end = noun + 1
    while end < limit and end - noun < 4 and scan.words[end][:1].isupper() and not inside[end] and not scan.roles[end]:
        end += 1
    if not is_body(tail) and scan.words[at] in ("einer", "eines"):
        return end, "", None
    return end, scan.doc.phrase(at, end) if is_body(tail) else "", places.at[noun][1] if organisation is None else None


def part_of(
    scan: Scan, places: OrganisationPlaces, at: int, end: int, limit: int
) -> tuple[int, str, int | None] | None:
    """ "im Arbeitgeber-Service der Agentur X": a part of a house, which the genitive behind it names."""
    if end + 1 >= limit or scan.words[end].lower() not in _GENITIVES or end + 1 not in places.at:
        return None
    stop, entity = places.at[end + 1]
    return stop, scan.doc.phrase(at, end), entity


def place_phrase(scan: Scan, noun: int, limit: int, inside: bytearray) -> tuple[int, str, int | None] | None:
    """ "in Köln", "an der Hochschule Musterstadt": not part of the title, but part of the phrase."""
    end = noun + 1
    while end < limit and end - noun < 3 and scan.words[end][:1].isupper() and not inside[end] and not scan.roles[end]:
        end += 1
    if end < limit and (
        scan.words[end] in (",", "(", ")", "–", ".", ";", ":") or inside[end] or scan.words[end] == "und"
    ):
        return end, "", None
    return None
