"""Houses under the name of who runs them ("AWO Seniorenzentrum Sonnenhof"), and firms without their legal form."""

from dataclasses import replace

from podium.namespaces import iri
from podium.reading.gazetteer import Gazetteer
from podium.reading.inflection import is_known
from podium.reading.organisations_heads import Head
from podium.reading.organisations_known import Found
from podium.reading.organisations_legal import is_legal_form
from podium.reading.organisations_scan import Scan

__all__ = ["house_of_brand", "without_legal_form"]

_BRANDS = frozenset(["welfare", "company", "association"])
_HOUSES = frozenset(["other", "company", "welfare", "research"])
_SHORTEST = 5  # letters of a firm's name of one word that is looked for alone
_FIRMS = _HOUSES | {"association"}


def house_of_brand(scan: Scan, at: int, head: Head, found: Found | None) -> Found | None:
    """The house whose noun at token `at` stands right behind the short name of who runs it; else `found` itself.

    The name found before, which is but the first part of the house's, is taken back.
    """
    last = scan.found[-1] if scan.found else None
    first = at if found is None else found.first
    if last is None or last.end != first or last.end - last.first > 1 or last.kind not in _BRANDS:
        return found
    whole = found is not None or head.bare == "back"
    if not whole or first != at or head.kind not in _HOUSES or "-" in scan.words[last.first]:
        return found
    scan.found.pop()
    own = Found(at, at + 1, head.form, "", head.kind, head=head.form) if found is None else found
    name = f"{scan.words[last.first]} {own.name}"
    return replace(own, first=last.first, name=name, key=iri("organisation", name), sure=True)


def without_legal_form(scan: Scan) -> None:
    """Adds mentions of firms by their names alone, in any case: "bei der Neuen Arbeit" beside "Neue Arbeit gGmbH"."""
    firms = [found for found in scan.found if found.kind in _FIRMS]
    shorts = [(short, found) for found in firms if (short := _bare(found.name))]
    if not shorts:
        return
    names: Gazetteer[Found] = Gazetteer()
    for short, found in shorts:
        names.add(short, found)
    taken = {token for found in scan.found for token in range(found.first, found.end)}
    more: list[Found] = []
    for at in names.beginnings(scan.words):
        hit = names.longest(scan.words, at)
        if hit is not None and taken.isdisjoint(range(at, hit[0])):
            end, named = hit
            taken.update(range(at, end))
            more.append(replace(named, first=at, end=end, form="alias"))
    scan.found = sorted([*scan.found, *more], key=lambda found: found.first) if more else scan.found


def _bare(name: str) -> str:
    """A name without its legal form, where enough is left to know it again; "" for one that has none."""
    words = name.split()
    end = len(words)
    while end and (is_legal_form(words[end - 1]) or words[end - 1] in _WITH_FORM):
        end -= 1
    if end == len(words) or not end or (end == 1 and not _is_coined(words[0])):
        return ""
    return " ".join(words[:end])


_WITH_FORM = frozenset(["&", "Co.", "Co", "V.", "K."])


def _is_coined(form: str) -> bool:
    """Whether one word can only be the name: none that the dictionary has."""
    return len(form) >= _SHORTEST and not is_known(form) and not is_known(form.lower())
