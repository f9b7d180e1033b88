"""IRIs: namespaces, graph names, and the slugs from which IRIs of things are made."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["BASE", "GRAPH_IDENTITY", "GRAPH_INFERRED", "GRAPH_REGISTER", "ID", "POD", "VOCABULARY", "iri", "slug"]

BASE = "https://w3id.org/podium/"
POD = BASE + "ontology#"
ID = BASE + "id/"
VOCABULARY = BASE + "vocabulary/"
GRAPH_REGISTER = BASE + "graph/register"
GRAPH_INFERRED = BASE + "graph/inferred"
GRAPH_IDENTITY = BASE + "graph/identity"

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """ASCII form of a name for use in IRIs: `"Würker, Köln"` → `"wuerker-koeln"`; never empty."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + text.encode("utf-8").hex()[:16]


def iri(kind: str, *parts: str) -> str:
    """IRI of a thing: `iri("person", "Hubertus Heil")` → `…/id/person/hubertus-heil`."""
    return ID + "/".join([kind, *map(slug, parts)])
