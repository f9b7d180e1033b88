"""Benefits by the shape of their names ("Anpassungsgeld", "Meisterprämie"), and coined names ("WeGebAU")."""

import re
from functools import cache

from podium.reading.inflection import noun
from podium.reading.lexicon import words_of

__all__ = ["benefit", "coined"]

_ENDS = tuple(words_of("instruments_shapes.txt", "ends"))
_NOT = frozenset(words_of("instruments_shapes.txt", "not"))
_NOT_ENDS = tuple(words_of("instruments_shapes.txt", "not as ends"))
_PLURAL = re.compile(r"(?:(?<=prämie)n|(?<=scheck)s|(?<=zulage)n)$")
_GENITIVE = re.compile(r"(?<=geld|lohn)e?s$|(?<=scheck)s$|(?<=budget)s$|(?<=bonus)$")


@cache
def benefit(form: str) -> str:
    """A benefit in the nominative singular that a noun names by its end: "Landesblindengeldes", "Meisterprämie"."""
    if len(form) < 9 or not form[0].isupper() or form.isupper():
        return ""
    plain = _PLURAL.sub("", _GENITIVE.sub("", form)) if not form.endswith("boni") else form.removesuffix("i") + "us"
    lower = plain.rsplit("-", 1)[-1].lower() if plain.lower().endswith("geld") else plain.lower()
    if not lower.endswith(_ENDS) or lower in _NOT or lower in _ENDS or lower.endswith(_NOT_ENDS):
        return ""
    return noun(plain)


@cache
def coined(form: str) -> bool:
    """Whether a word is an abbreviation or has capitals inside, so that it can only be a name."""
    letters = form.replace("-", "").replace("+", "")
    if (
        len(letters) < 3
        or not letters.isalnum()
        or letters.isdigit()
        or not letters[0].isalpha()
        or form in _NO_PROGRAMMES
    ):
        return False
    inner = sum(map(str.isupper, letters[1:]))
    return inner > 1 or (inner == 1 and "-" not in form and letters[1].islower())


_NO_PROGRAMMES = frozenset("SPD CDU CSU FDP AfD BSW DGB BDA BMAS EU NRW USA GmbH gGmbH GbR KG AG MdB MdL".split())
