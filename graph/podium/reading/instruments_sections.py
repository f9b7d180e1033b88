"""Sections cited without their law: of the law that the text cites with them, or that one law alone has."""

import re
from collections.abc import Sequence

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.instruments_citations import sections_alone
from podium.reading.instruments_entries import Entry, Hit

__all__ = ["without_law"]

# Sections of the SGB II whose number no other law of the field has; said alone they mean these.
_OWN = re.compile(r"16[a-k]$")
_CITED = re.compile(r"§ (\d+[a-z]?)(?: .*?)?? (SGB [IVX]+|[\w-]+)$")


def without_law(doc: Document, hits: Sequence[Hit]) -> list[Hit]:
    """Sections cited without their law that the text cites with it, or that one law alone has: "Paragraf 16i"."""
    if _SIGNS.isdisjoint(doc.forms):
        return []
    words = doc.words
    codes: dict[str, str] = {}
    known = {hit.entry.form: hit.entry for hit in hits}
    for hit in hits:
        if cited := _CITED.match(hit.entry.form):
            codes.setdefault(cited[1], cited[2])
    taken = {token for hit in hits for token in range(hit.first, hit.end)}
    more = []
    for at in [at for at in doc.tokens_of(_SIGNS) if at not in taken]:
        for first, end, section in sections_alone(words, at):
            code = codes.get(section) or ("SGB II" if _OWN.match(section) else "")
            if code and first not in taken:
                name = f"§ {section} {code}"
                entry = known.get(name) or Entry(iri("instrument", name), name, name)
                more.append(Hit(first, end, entry, "alias" if name in known else "name"))
                taken.update(range(first, end))
    return more


_SIGNS = frozenset(["§", "Paragraf", "Paragraph", "Paragrafen", "Paragraphen"])
