"""Which kind of office a German title names, as a concept of the vocabulary of office kinds."""

import re
from functools import lru_cache

from podium.register.names import key

__all__ = ["office_kind", "single_seat"]

# The first pattern that matches decides: "stellvertretende Vorsitzende" stands in for someone before she is a chair.
# Patterns see the key of a title: lower case, "ä" as "ae", words joined by hyphens.
_KINDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"staatssekretaer|^staatsraet|^staatsrat$|^amtschef|^staatsminister(?:in)?-bei", "staatssekretaer"),
        (r"stellvertret|^vize", "stellvertretung"),
        (r"bundeskanzler|ministerpraesident|^regierend", "regierungschef"),
        (r"^bundes[a-z]*minister|^bundesminister", "bundesminister"),
        (r"minister|^(?:[a-z]*-)*[a-z]*senator(?:in)?\b", "landesminister"),
        (r"abgeordnet|mitglied-des-(?:deutschen-)?(?:bundestag|landtag)|^md[bl]$|ratsmitglied", "abgeordneter"),
        (r"^landra(?:t|etin)", "landrat"),
        (r"buergermeister", "buergermeister"),
        (r"beigeordnet|dezernent|^stadtra(?:t|etin)", "beigeordneter"),
        (r"sprecher", "sprecher"),
        (r"beauftragt|ombuds", "beauftragter"),
        (r"praesident", "praesident"),
        (r"vorstandsvorsitz|^vorsitzende?r?-des-vorstand", "vorstandsvorsitz"),
        (r"geschaeftsfuehr", "geschaeftsfuehrung"),
        (r"vorsitz|^vorsteher", "vorsitz"),
        (r"vorstand|vorstaend", "vorstand"),
        (
            r"(?:abteilung|bereich|team|referat|gruppe)[a-z]*leit|leiter(?:in)?-der-(?:unter)?abteilung",
            "bereichsleitung",
        ),
        (r"leiter|direktor|^chef|[a-z-]chef(?:in)?$|leitung", "leitung"),
        (r"professor|forsch|oekonom|wissenschaftler|soziolog", "wissenschaft"),
    )
)
_SINGLE = re.compile(
    r"(?:bundesminister|landrat|oberbuergermeister|hauptgeschaeftsfuehrer|praesident|direktor|vorstandsvorsitzender)"
    r"|vorsitzender-der-geschaeftsfuehrung|vorsitzender|(?:minister|senator|staatsminister)-fuer|sozialminister"
)


@lru_cache(maxsize=4096)
def office_kind(title: str) -> str:
    """Name of the concept a title falls under: `"Präsidentin"` → `"praesident"`; else `"sonstiges"`."""
    wanted = key(title)
    return next((kind for pattern, kind in _KINDS if pattern.search(wanted)), "sonstiges")


def single_seat(title_masculine: str) -> bool:
    """Whether at most one person at a time can hold the office, as far as its title says."""
    return _SINGLE.match(key(title_masculine)) is not None
