"""Benefits and programmes by the shape of their names: "Anpassungsgeld", "Meisterprämie", "Programm WeGebAU"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.inflection import nominative, noun
from podium.reading.lexicon import words_of

__all__ = ["benefit", "programme", "programme_end"]

_ENDS = tuple(words_of("instruments_shapes.txt", "ends"))
_NOT = frozenset(words_of("instruments_shapes.txt", "not"))
_NOT_ENDS = tuple(words_of("instruments_shapes.txt", "not as ends"))
_PLURAL = re.compile(r"(?:(?<=prämie)n|(?<=geld)er|(?<=scheck)s|(?<=zulage)n)$")
_GENITIVE = re.compile(r"(?<=geld|lohn)e?s$|(?<=scheck)s$|(?<=budget)s$|(?<=bonus)$")


@cache
def benefit(form: str) -> str:
    """A benefit in the nominative singular that a noun names by its end: "Landesblindengeldes", "Meisterprämie"."""
    if len(form) < 9 or not form[0].isupper() or form.isupper():
        return ""
    plain = _PLURAL.sub("", _GENITIVE.sub("", form)) if not form.endswith("boni") else form.removesuffix("i") + "us"
    lower = plain.rsplit("-", 1)[-1].lower() if plain.endswith("geld") else plain.lower()
    if not lower.endswith(_ENDS) or lower in _NOT or lower in _ENDS or lower.endswith(_NOT_ENDS):
        return ""
    return noun(plain)


def programme_end(words: Sequence[str], at: int) -> int:
    """End of a programme's name without quotation marks from token `at`: "WeGebAU", "INQA", "QualiScheck"; else 0."""
    return at + 1 if at < len(words) and _coined(words[at]) else 0


@cache
def _coined(form: str) -> bool:
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


def programme(head: str, name: str) -> str:
    """The name of a programme with its head in the nominative: "Programm WeGebAU"."""
    return f"{nominative([head])} {name}"
