"""Names that mean one organisation: shorter forms, other orders of words, a ministry called by one of its fields."""

from collections.abc import Sequence

from podium.namespaces import iri
from podium.reading.gazetteer import split_name, stem
from podium.reading.organisations_known import Found
from podium.reading.organisations_legal import is_legal_form
from podium.reading.places import Places

__all__ = ["merged_keys"]

_SMALL = frozenset("für der die das des dem den und in im am an zu zur zum e v von".split())


def merged_keys(found: Sequence[Found], known: Places) -> dict[str, str]:
    """Keys of names that mean the same as another key: shorter forms, "Singener Tafel" for "Tafel Singen"."""
    names: dict[str, Found] = {}
    for each in found:
        if each.form == "name" and each.kind not in ("jobcenter", "territory", "media"):
            names.setdefault(each.key, each)
    merged: dict[str, str] = {}
    by_words: dict[frozenset[str], str] = {}
    for key, each in names.items():
        words = _content(each.name, known)
        merged[key] = by_words.setdefault(words, key)
    merged.update(_portfolios(list(names.values()), known))
    merged.update(_local_chambers(found))
    ordered = sorted(names.values(), key=lambda f: f.name)
    for place, short in enumerate(ordered):  # names that go on with a name stand right behind it
        longer: list[Found] = []
        for long in ordered[place + 1 : place + 50]:
            if not long.name.startswith(short.name):
                break
            if (long.head == short.head and _continues(short, long)) or _is_firm(short, long):
                longer.append(long)
        if longer:
            longest = max(longer, key=lambda f: len(f.name))
            merged[short.key] = merged.get(longest.key, longest.key)
    return {key: other for key, other in merged.items() if key != other}


def _local_chambers(found: Sequence[Found]) -> dict[str, str]:
    """Keys of "IHK", "HWK" alone where the text names one chamber only: "Handwerkskammer Kassel", "HWK-Präsident"."""
    merged: dict[str, str] = {}
    for short in {each.name: each for each in found if each.name in _LOCAL}.values():
        local = {f.key: f.first for f in reversed(found) if f.name.startswith(_LOCAL[short.name])}
        if len(local) == 1:
            (key, first), *_ = local.items()
            if any(f.first > first for f in found if f.key == short.key):
                merged[short.key] = key  # named in full before it is named so
    return merged


# Names that no body of the whole country has, and how those of one place are called.
_CHAMBERS = {"IHK": "Industrie- und Handelskammer", "HWK": "Handwerkskammer", "LWK": "Landwirtschaftskammer"}
_LOCAL = {
    **{name: (f"{full} ", f"{short} ") for short, full in _CHAMBERS.items() for name in (short, full)},
    "KH": ("Kreishandwerkerschaft ",),
    "Kreishandwerkerschaft": ("Kreishandwerkerschaft ",),
    "Lebenshilfe": ("Lebenshilfe ",),
}


def _portfolios(found: Sequence[Found], known: Places) -> dict[str, str]:
    """Keys of ministries called by one field that are the only one named in full with it: "Sozialministerium"."""
    ministries = [f for f in found if f.kind == "ministry"]
    full = [f for f in ministries if " für " in f.name and not f.name.startswith("Bundes")]
    called: dict[str, list[Found]] = {}
    for short in ministries if full else ():
        last = short.name.split()[-1]
        field = last.removesuffix("ministerium")
        if " für " in short.name or field in ("", last) or field.startswith(("Bundes", "Staats")):
            continue
        fitting = [f for f in full if f" {field.removesuffix('s')}" in f.name and _same_land(short.name, f.name, known)]
        if len({f.key for f in fitting}) == 1:
            called.setdefault(fitting[0].key, [fitting[0]]).append(short)
    merged: dict[str, str] = {}
    for key, group in called.items():
        listed = {f.key for f in group if f.key != iri("organisation", f.name)}  # those of the register
        target = listed.pop() if len(listed) == 1 else key
        merged.update({f.key: target for f in group if f.key == iri("organisation", f.name)})
    return merged


def _same_land(one: str, other: str, known: Places) -> bool:
    """Whether two names do not name different Länder: "Sächsisches …" and "… des Landes Hessen" do."""
    lands = []
    for name in (one, other):
        words = name.replace(",", " ").split()
        lands.append({known.of_adjective(w) or w for w in words if known.of_adjective(w) or w in known.territories})
    return not lands[0] or not lands[1] or lands[0] == lands[1]


def _content(name: str, known: Places) -> frozenset[str]:
    """What a name consists of, whatever the order: "IHK Lippe" is the "Industrie- und Handelskammer Lippe"."""
    first, _, rest = name.partition(" ")
    name = f"{_CHAMBERS[first]} {rest}" if first in _CHAMBERS else name
    pieces = [known.of_adjective(p) or p for p in split_name(name)]
    return frozenset(stem(p) for p in pieces if p.lower() not in _SMALL and p[0].isalnum())


def _is_firm(short: Found, long: Found) -> bool:
    """Whether a name only lacks the legal form of the other: "Nordgau Glas" of the "Nordgau Glas AG"."""
    rest = long.name[len(short.name) + 1 :].split()
    return long.name.startswith(short.name + " ") and bool(rest) and all(map(is_legal_form, rest))


def _continues(short: Found, long: Found) -> bool:
    """Whether the longer name is the shorter one with "für …", "des Landes …" or a legal form behind it."""
    if not long.name.startswith(short.name + " ") or short.kind != long.kind:
        return False
    rest = long.name[len(short.name) + 1 :]
    return (
        rest.startswith(("für ", "des ", "der ", "e. V.", "gGmbH", "GmbH", "AG", "zur ", "gegen ", "in "))
        and short.kind != "municipality"
    )
