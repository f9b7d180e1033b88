"""Nouns that head names of organisations: "…verband", "Stiftung", "Universität"; what may stand around each."""

from functools import cache

from podium.reading.inflection import gender, noun
from podium.reading.lexicon import table
from podium.reading.values import value

__all__ = ["Head", "head_of", "is_head"]


@value
class Head:
    """A noun that heads names of organisations; fields as in `organisation_heads.csv`, `form` in the nominative."""

    form: str
    kind: str
    bare: str
    after: str
    compound: bool


@cache
def _heads() -> dict[str, dict[str, str]]:
    return {row["ending"]: row for row in table("organisation_heads.csv")}


@cache
def head_of(form: str) -> Head | None:
    """The head that a capitalised word form is, or None; plurals are none."""
    rows = _heads()
    if (
        (len(form) < 3 and form not in rows)
        or not form[0].isupper()
        or form[-1] in "-."
        or (form.isupper() and form not in rows)
    ):
        return None
    case = "gen" if form.endswith("s") and form not in rows and len(form.rpartition("-")[2]) > 3 else None
    if form.endswith("verbänden") and form[:-1] in rows:
        form = form[:-1]
    plain = noun(form, case) if case and gender(noun(form, case)) != "f" else form
    for candidate in dict.fromkeys((form, plain)):
        last = candidate.rsplit("-", 1)[-1]
        compound = last != candidate
        row = rows.get(last)
        lower = last.lower()
        for start in range(len(lower) - 2) if row is None else ():
            row = rows.get(lower[start:])
            if row is not None:
                break
        if row is not None and row["kind"] == "-":
            return None
        if row is not None:
            bare = "back" if row["bare"] == "name" and lower == row["ending"] else row["bare"]
            return Head(candidate, row["kind"], bare, row["after"], compound)
    return None


def is_head(form: str) -> bool:
    """Whether a form is listed as a head as it stands, so that it is no compound."""
    return form in _heads()
