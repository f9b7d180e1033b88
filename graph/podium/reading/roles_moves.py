"""The house that elects or appoints, or that a holder leaves: "Der Verband hat X zum Direktor berufen"."""

from podium.reading.persons_scan import Scan
from podium.reading.roles_houses import NOT_HOUSES
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["appointing", "left"]

_ELECTORS = frozenset(["association", "welfare", "social-partner", "company", "other", "research"])
_LEAVES = frozenset(["verlässt", "verließ", "verlassen"])
_OF_PERSON = frozenset(["von", "vom", "beim", "bei", "aus", "gegen", "mit", "(", ","])


def appointing(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The only house that the sentence of an election names, where it is who elects or whose body does."""
    if phrase.behind:
        return None
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[phrase.head]]
    here = {places.at[at][1] for at in range(first, end) if at in places.at and _elects(scan, places, first, at)}
    entity = here.pop() if len(here) == 1 else None
    return entity if entity is not None and phrase.can_be_of(places.entities[entity].kind) else None


def _elects(scan: Scan, places: OrganisationPlaces, first: int, at: int) -> bool:
    """Whether a house is no affiliation of a person and no place: "der Vorstand der | X", "Die | X"."""
    if places.entities[places.at[at][1]].kind not in _ELECTORS:
        return False
    return at == first or (scan.words[at - 1].lower() in ("der", "die", "das", "des") and not _tied(scan, first, at))


def _tied(scan: Scan, first: int, at: int) -> bool:
    """Whether a preposition or mark before the article ties a house to something else."""
    return at - 2 >= first and scan.words[at - 2] in _OF_PERSON


def left(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, end: int) -> int | None:
    """The house that the holder of an office leaves: "Vorstandsmitglied X | verlässt die Muster-Stiftung"."""
    first, stop, _ = scan.doc.sentences[scan.doc.sentence_at[phrase.head]]
    verb = next((t for t in range(first, stop) if scan.words[t] in _LEAVES), None)
    if verb is None or phrase.behind or scan.words[end : end + 1] == ["("]:
        return None
    at = next((t for t in (verb + 2, verb + 1) if t in places.at and scan.words[t - 1] in ("das", "die", "den")), None)
    if at is None and verb < end:  # "Nach einem Jahr verlässt Geschäftsführer X | die Werkstatt"
        at = end + 1 if end + 1 in places.at and scan.words[end] in ("das", "die", "den") else None
    entity = places.at[at][1] if at is not None else None
    if entity is None or places.entities[entity].kind in NOT_HOUSES:
        return None
    return entity if phrase.can_be_of(places.entities[entity].kind) else None
