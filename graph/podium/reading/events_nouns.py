"""Nouns that name gatherings: "Fachtag", "Kundgebung", "Sitzung"."""

from functools import cache

from podium.reading.inflection import gender, noun
from podium.reading.lexicon import table
from podium.reading.values import value

__all__ = ["Noun", "gathering_noun", "is_feast", "is_listed"]


@value
class Noun:
    """A noun for a gathering: `form` nominative singular, the other fields as in `events.csv`."""

    form: str
    needs: str
    family: str
    ending: str
    either: bool  # singular and plural look alike ("Treffen")


@cache
def _endings() -> dict[str, tuple[str, str]]:
    return {row["ending"]: (row["needs"], row["family"]) for row in table("events.csv")}


@cache
def gathering_noun(form: str) -> Noun | None:
    """The gathering that a capitalised word form names in the singular, or None."""
    found = _row(form)
    return None if found is None or found.needs == "-" else found


def is_listed(form: str) -> bool:
    """Whether `events.csv` decides on a word form by itself, be it that it never is a gathering."""
    found = _row(form)
    return found is not None and found.needs != "n"


def is_feast(noun: Noun) -> bool:
    """Whether a noun says no more than that there was a celebration, so that two of them can mean the same one.

    Not those of May Day, which are held in many towns at once, nor those that say whose they are ("DGB-Feier").
    """
    lower = noun.form.lower()
    return lower.endswith(_FEASTS) and "-" not in lower and not lower.endswith("maifeier")


_FEASTS = ("feier", "feierstunde", "festakt", "festveranstaltung", "jubiläumsveranstaltung", "jubiläumsfest")


def _row(form: str) -> Noun | None:
    """What `events.csv` says of a word form: the row of its longest ending."""
    if len(form) < 4 or not form[0].isupper() or form.isupper() or form[-1] in "-.":
        return None
    rows = _endings()
    plain = noun(form, "gen") if form[-1] == "s" and not form.endswith("ss") else form
    if plain != form and gender(plain) == "f":
        return None  # "Demos" is a plural
    for candidate in dict.fromkeys((form, plain)):
        last = candidate.rsplit("-", 1)[-1]
        lower = last.lower()
        whole = (candidate.lower(),) if "-" in candidate else ()
        parts = [lower[start:] for start in range(len(lower) - 2)]
        endings = (*whole, *parts, last) if whole else (last, *parts)  # "Info-Abend" is no bare "Abend"
        ending = next((each for each in endings if each in rows), None)
        if ending is not None:
            needs, family = rows[ending]
            return Noun(candidate, needs, family, ending.lower(), ending.lower() in ("treffen", "workshop"))
    return None
