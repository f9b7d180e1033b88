"""Groups in a parliament with the parliament in their name: "CDU-Fraktion im Landtag von Sachsen-Anhalt"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from podium.namespaces import iri
from podium.reading.gazetteer import Gazetteer
from podium.reading.organisations_known import Found, KnownName

__all__ = ["find_group", "is_group", "of_groups"]

_IN = ("im", "in")
_CALLED = {"Linksfraktion": "Linke", "Unionsfraktion": "CDU/CSU"}
_LONGEST = 3  # adjectives between "im" and the parliament: "im Niedersächsischen Landtag"


def is_group(form: str) -> bool:
    """Whether a word is a group in a parliament, in the singular: "Fraktion", "SPD-Landtagsfraktion"."""
    return form.endswith(("raktion", "FRAKTION"))


def find_group(
    words: Sequence[str], at: int, names: Gazetteer[KnownName], parliament: Callable[[int], Found | None]
) -> Found | None:
    """The group at token `at`, where party and parliament are told; `parliament` finds one headed by a token."""
    party, end = _party(words, at, names)
    if party is None:
        return None
    if words[end : end + 1] == [] or words[end] not in _IN:
        return _of_kind(words[at], at, party) or _named(words, at, end, party)
    first = end + 1 + (words[end] == "in" and words[end + 1 : end + 2] == ["der"])
    for token in range(first, min(first + _LONGEST, len(words))):
        found = parliament(token)
        if found is not None and found.kind == "parliament" and found.first <= token:
            name = " ".join(words[at : found.end]).replace(" / ", "/")
            return Found(at, found.end, name, iri("organisation", name), "party", head="Fraktion", party=party.iri)
    return None


def _of_kind(form: str, at: int, party: KnownName) -> Found | None:
    """A group without its parliament: "SPD-Stadtratsfraktion", "Linksfraktion", "SPD-Fraktion", of whichever one."""
    kind = form.rpartition("-")[2]
    if ("-" not in form and form not in _CALLED) or not (kind.startswith(_PARLIAMENTS) or is_group(kind)):
        return None
    sure = kind.startswith(_PARLIAMENTS)
    return Found(at, at + 1, form, iri("organisation", form), "party", head="Fraktion", sure=sure, party=party.iri)


def _named(words: Sequence[str], at: int, end: int, party: KnownName) -> Found | None:
    """A group under its own name: "Fraktion Die Linke", "Fraktion der Linken"."""
    if end < at + 2 or not words[at].startswith(("Fraktion", *_PARLIAMENTS)):
        return None
    name = " ".join(words[at:end]).replace(" / ", "/")
    return Found(at, end, name, iri("organisation", name), "party", head="Fraktion", sure=False, party=party.iri)


_PARLIAMENTS = (
    "Bundestags",
    "Landtags",
    "Kreistags",
    "Stadtrats",
    "Rats",
    "Bürgerschafts",
    "Gemeinderats",
    "Bezirkstags",
)


def _party(words: Sequence[str], at: int, names: Gazetteer[KnownName]) -> tuple[KnownName | None, int]:
    """The party of the group at a token, and the end of its name: "Fraktion der Linken", "CDU-Landtagsfraktion"."""
    before, hyphen, _ = words[at].rpartition("-")
    if hyphen:
        whole = names.longest([before], 0) or names.longest(before.split("-"), 0)
        return (whole[1] if whole and whole[1].kind == "party" else None), at + 1
    if (called := _CALLED.get(words[at])) is not None:
        known = names.longest([called], 0)
        return (known[1] if known else None), at + 1
    start = at + 1 + (words[at + 1 : at + 2] in (["der"], ["von"]))
    hit = names.longest(words, start) or names.longest(words, start + (words[start : start + 1] in (["Die"], ["DIE"])))
    return (hit[1], hit[0]) if hit and hit[1].kind == "party" else (None, at + 1)


def of_groups(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The same organisations, where a group that is named in full is meant by "die CDU-Fraktion" later."""
    groups: dict[str, Found] = {}
    for each in found:
        if each.party and len(each.name) > len(groups[each.party].name if each.party in groups else ""):
            groups[each.party] = each
    if not groups:
        return list(found)
    changed = []
    for each in found:
        group = groups.get(each.party or each.key)
        called = is_group(words[each.first]) or (each.first > 1 and "Fraktion" in words[each.first - 2 : each.first])
        if group is None or not called or each.key == group.key:
            changed.append(each)
        else:
            changed.append(replace(each, name=group.name, key=group.key, form="alias", head="Fraktion"))
    return changed
