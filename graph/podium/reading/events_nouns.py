"""Nouns that name gatherings: "Fachtag", "Kundgebung", "Sitzung"."""

from dataclasses import dataclass
from functools import cache

from podium.reading.inflection import gender, noun
from podium.reading.lexicon import table

__all__ = ["Noun", "gathering_noun"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a gathering: `form` nominative singular, `needs` and `family` as in `events.csv`, `first` part."""

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
    if len(form) < 4 or not form[0].isupper() or form.isupper() or form[-1] in "-.":
        return None
    rows = _endings()
    plain = noun(form, "gen") if form[-1] == "s" and not form.endswith("ss") else form
    if plain != form and gender(plain) == "f":
        return None  # "Demos" is a plural
    for candidate in dict.fromkeys((form, plain)):
        last = candidate.rsplit("-", 1)[-1]
        row = rows.get(last)
        ending = last
        lower = last.lower()
        for start in range(len(lower) - 2) if row is None else ():
            row = rows.get(lower[start:])
            if row is not None:
                ending = lower[start:]
                break
        if row is not None:
            return (
                Noun(candidate, row[0], row[1], ending.lower(), ending.lower() in ("treffen", "workshop"))
                if row[0] != "-"
                else None
            )
    return None
