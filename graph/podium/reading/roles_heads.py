"""The house whose head or officer somebody is, where an office says none: one just named, of a town, the text's own."""

from podium.reading.persons_scan import Scan
from podium.reading.roles_organisations import named_before
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed, stem_in

__all__ = ["house_led", "town_said"]

_OF_TOWNS = frozenset(["jobcenter", "agency", "company", "welfare", "association", "social-partner"])
_ACADEMIC = frozenset(["direktor", "rektor", "prorektor", "vizedirektor", "institutsdirektor"])
_LED_BY_DIRECTORS = frozenset(["other", "welfare", "company"])
_OWNED = frozenset(["des", "der", "eines", "einer", "von", "vom"])
_ELECTING = frozenset(["association", "social-partner", "welfare"])


def house_led(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, house: int | None) -> int | None:
    """The house that an office without one is the head or an officer of: one named just before, else the text's."""
    title = phrase.word.masculine.lower().removeprefix("interims")
    officer = title in listed("officers") and not phrase.deputy
    heads = officer or title in _ACADEMIC or title == "vizepräsident" or title in listed("heads_of_house")
    if phrase.behind or phrase.word.prefix or not heads:
        return None
    if scan.words[scan.doc.sentences[scan.doc.sentence_at[phrase.first]][0]] == "Für":
        return None  # "Für die Jobcenter sprachen die Geschäftsführenden A und B"
    if (
        scan.roles[phrase.head]
        and phrase.head + 1 < scan.limits[phrase.head]
        and scan.words[phrase.head + 1].lower() in _OWNED
    ):
        return None  # "der Chef der Muster-Werke": of a house that is not known to be one
    if title in _ACADEMIC or title == "vizepräsident":
        academic = _of_kind(scan, places, phrase, "research")
        near = named_before(scan, places, phrase) if academic is None and title == "direktor" else None
        return near if near is not None and places.entities[near].kind in _LED_BY_DIRECTORS else academic
    if town := town_said(scan, phrase):
        there = [n for n, e in enumerate(places.entities) if town in e.name and e.kind in _OF_TOWNS]
        return there[0] if len(there) == 1 else None  # "den Chamer Geschäftsführer" beside the one in Bautzen
    main = house if house is None or not officer or places.entities[house].kind in _ELECTING else None
    near = named_before(scan, places, phrase)
    if officer and main is not None:
        return main
    return main if near is None else near


def town_said(scan: Scan, phrase: RolePhrase) -> str:
    """How the town begins whose adjective stands before an office: "Cham" of "der Chamer Geschäftsführer", else ""."""
    for word in scan.words[phrase.first : phrase.head]:
        if word.endswith("er") and len(word) > 5 and word[:1].isupper() and not stem_in(word, "title_adjectives"):
            return word[:-3]
    return ""


def _of_kind(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, kind: str) -> int | None:
    """The house named just before, or the only one of the text, where it is of a kind."""
    near = named_before(scan, places, phrase)
    if near is not None:
        return near if places.entities[near].kind == kind else None
    fitting = [n for n, e in enumerate(places.entities) if e.kind == kind and e.named]
    return fitting[0] if len(fitting) == 1 else None
