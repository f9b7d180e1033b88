"""Comparing names: umlauts, case, hyphens and spaces do not count; abbreviations keep their case."""

import re
from functools import lru_cache

from podium.namespaces import slug

__all__ = ["COUNTY", "TOWN", "PlaceWords", "is_abbreviation", "key", "place_words"]

COUNTY = "county"
TOWN = "town"
PlaceWords = tuple[frozenset[str], str | None]

_COUNTY_WORDS = frozenset({"kreis", "kreises", "landkreis", "landkreises", "kreisjobcenter", "land", "landratsamt"})
_TOWN_WORDS = frozenset(
    {"stadt", "landeshauptstadt", "hansestadt", "bundesstadt", "universitaetsstadt", "stadtkreis", "stadtgemeinde"}
)
# What a jobcenter's name holds besides its place; "(AöR)" and the like are legal forms.
_OTHER_WORDS = frozenset(
    {
        *("jobcenter", "jobcenters", "job", "center", "jobzentrum", "jc"),
        *("das", "der", "die", "des", "dem", "den", "im", "in", "fuer", "von", "am", "an", "a", "d", "i", "und"),
        *("kommunales", "kommunale", "kommunalen", "zkt", "ge", "aoer", "kaoer", "freie"),
        *("region", "staedteregion", "regionalverband"),
    }
)


def key(name: str) -> str:
    """Form under which names are compared: `"Städte- und Gemeindebund"` → `"staedte-und-gemeindebund"`."""
    return slug(name)


def is_abbreviation(name: str) -> bool:
    """Whether a name is short and mostly capitals ("BA", "DStGB"), so that its case says what it is."""
    return len(name) <= 6 and " " not in name and sum(map(str.isupper, name)) * 2 >= len(name)


@lru_cache(maxsize=8192)
def place_words(name: str) -> PlaceWords:
    """Words of a place in a jobcenter's or district's name, and whether it says county or town.

    `"Jobcenter im Kreis Unna"` → `({"unna"}, COUNTY)`; `"KreisJobCenter Marburg-Biedenkopf"` → both places, COUNTY.
    """
    kind = None
    words = set()
    for word in key(name).split("-"):
        if word in _COUNTY_WORDS:
            kind = COUNTY
        elif word in _TOWN_WORDS:
            kind = TOWN
        elif word not in _OTHER_WORDS:
            stem = re.sub(r"(?<=..)kreis$", "", word)
            kind = COUNTY if stem != word else kind
            words.add(stem)
    return frozenset(words), kind
