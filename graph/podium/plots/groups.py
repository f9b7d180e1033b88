"""Contributions as rows, and the groups they are counted in."""

import pandas as pd

from podium.plots.source import Asked, When, in_time, labels, rows
from podium.plots.texts import texts

__all__ = ["groups_of", "said", "without_group"]


def said(graph: Asked, since: When | None, until: When | None) -> pd.DataFrame:
    """Contributions that were held, one row each: speaker, gender, role, event and `year` (None if unknown)."""
    found = rows(graph, "contributions").drop_duplicates("contribution").reset_index(drop=True)
    found["is_person"] = [value.lower() == "true" for value in found["is_person"]]
    found = found[pd.Series(in_time(found["when"], since, until), index=found.index, dtype=bool)].copy()
    found["year"] = pd.array([None if date is None else int(date[:4]) for date in found["when"]], dtype="Int64")
    return found


def groups_of(found: pd.DataFrame, by: str, graph: Asked, lang: str) -> pd.Series:
    """The label of each contribution's group: of its role, kind, event, …; what is missing is a group of its own."""
    words = texts(lang)
    if by in ("event", "series"):
        return found[f"{by}_name"].where(found[f"{by}_name"].notna(), words[f"no_{by}"])
    if by == "kind":
        return _labelled(found["kind"], labels(graph, "contribution-kind", lang), "?")
    if by == "organisation":
        return _labelled(found["organisation_kind"], labels(graph, "organisation-kind", lang), words["no_organisation"])
    role = _labelled(found["office_kind"], labels(graph, "office-kind", lang), words["no_role"])
    return role.where(found["is_person"], words["itself"])


def without_group(lang: str) -> frozenset[str]:
    """The labels of groups that stand for what is missing; plots show them last."""
    return frozenset(texts(lang)[name] for name in ("no_role", "no_organisation", "no_event", "no_series"))


def _labelled(values: pd.Series, names: dict[str, str], missing: str) -> pd.Series:
    called = [missing if value is None else names.get(value, value) for value in values]
    return pd.Series(called, index=values.index, dtype=object)
