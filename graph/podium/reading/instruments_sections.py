"""Sections of a law as other names of a benefit ("Budget für Arbeit (§ 61 SGB IX)"); sections without their law."""

import re
from collections.abc import Sequence
from dataclasses import replace

from podium.namespaces import iri
from podium.reading.instruments_entries import Entry, Hit
from podium.reading.instruments_laws import sections_alone

__all__ = ["explained", "without_law"]

_LAW = re.compile(
    r"(?i:gesetz|paket|reform|verordnung|richtlinie|konzept|programm|strategie|versicherung|transfer$|titel$|mittel$)|^SGB|§|„"
)
_UNDER = frozenset(["nach", "gemäß", "laut", "gem."])
_ARTICLES = frozenset("der die das den dem ein eine einen einem einer".split())
# Sections of the SGB II whose number no other law of the field has; said alone they mean these.
_OWN = re.compile(r"16[a-k]$")
_CITED = re.compile(r"§ (\d+[a-z]?)(?: .*?)?? (SGB [IVX]+|\w+)$")
_WHOLE = re.compile(r"§ \d+[a-z]? (?:SGB [IVX]+|\w+)$")


def explained(words: Sequence[str], hits: list[Hit]) -> list[Hit]:
    """With a section as another name of the benefit beside it: "Budget für Arbeit (§ …)", "Chancenkarte nach § …".

    A law is not the same as one of its sections, nor a benefit as several sections.
    """
    names: dict[str, Entry] = {}
    for number in range(1, len(hits)):
        before, hit = hits[number - 1], hits[number]
        if not _WHOLE.match(hit.entry.form) or _section(before) or _several(words, hits, number):
            continue
        bracketed = hit.first == before.end + 1 and words[before.end] == "("
        under = hit.first == before.end + 1 and words[before.end] in _UNDER
        if (bracketed or under) and not _LAW.search(before.entry.form):
            names.setdefault(hit.entry.iri, before.entry)
    for number in range(len(hits) - 2):
        hit, book, after = hits[number : number + 3]
        between = words[book.end : after.first]
        near = (
            _section(hit)
            and book.entry.form.startswith("SGB")
            and (not between or (len(between) == 1 and between[0] in _ARTICLES))
        )
        if near and hit.first and words[hit.first - 1].lower() in _UNDER and not _LAW.search(after.entry.form):
            names.setdefault(hit.entry.iri, after.entry)
    if not names:
        return hits
    return [
        replace(hit, entry=replace(names[hit.entry.iri], form=hit.entry.form), form="alias")
        if hit.entry.iri in names
        else hit
        for hit in hits
    ]


def _section(hit: Hit) -> bool:
    return hit.entry.form.startswith("§")


def _several(words: Sequence[str], hits: Sequence[Hit], number: int) -> bool:
    """Whether more sections follow: "(§§ 16e und 16i SGB II)", "nach § 22 SGB II und § 35 SGB XII"."""
    hit = hits[number]
    if words[hit.first : hit.first + 2] == ["§", "§"]:
        return True
    after = [each for each in hits[number + 1 : number + 3] if _section(each)]
    return bool(after) and words[after[0].first - 1] in ("und", "sowie", ",", "oder", "bis")


def without_law(words: Sequence[str], hits: Sequence[Hit]) -> list[Hit]:
    """Sections cited without their law that the text cites with it, or that one law alone has: "Paragraf 16i"."""
    if _SIGNS.isdisjoint(words):
        return []
    codes: dict[str, str] = {}
    known = {hit.entry.form: hit.entry for hit in hits}
    for hit in hits:
        if cited := _CITED.match(hit.entry.form):
            codes.setdefault(cited[1], cited[2])
    taken = {token for hit in hits for token in range(hit.first, hit.end)}
    more = []
    for at, form in enumerate(words):
        if at in taken or form not in _SIGNS:
            continue
        for first, end, section in sections_alone(words, at):
            code = codes.get(section) or ("SGB II" if _OWN.match(section) else "")
            if code and first not in taken:
                name = f"§ {section} {code}"
                entry = known.get(name) or Entry(iri("instrument", name), name, name)
                more.append(Hit(first, end, entry, "alias" if name in known else "name"))
                taken.update(range(first, end))
    return more


_SIGNS = frozenset(["§", "Paragraf", "Paragraph", "Paragrafen", "Paragraphen"])
