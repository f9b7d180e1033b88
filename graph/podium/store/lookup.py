"""Finding a release in the store again: by IRI, address, id, or path."""

import pyoxigraph as ox

from podium.namespaces import ID, POD
from podium.release import Release
from podium.store.base import Store

__all__ = ["expand", "find_releases"]

_PREFIXES = {"id:": ID, "pod:": POD}
_RELEASES = f"""
    SELECT ?release ?url ?path WHERE {{
      GRAPH ?release {{
        ?release a <{POD}Release> .
        OPTIONAL {{ ?release <http://purl.org/dc/terms/source> ?url }}
        OPTIONAL {{ ?release <{POD}sourcePath> ?path }}
      }}
    }}"""


def expand(name: str) -> str:
    """An IRI as a user may write it (`<…>`, `id:person/…`, in full) in full; anything else as it is."""
    bare = name.strip().removeprefix("<").removesuffix(">")
    for prefix, namespace in _PREFIXES.items():
        if bare.startswith(prefix):
            return namespace + bare.removeprefix(prefix)
    return bare


def find_releases(store: Store, name: str) -> list[str]:
    """IRIs of the releases that `name` stands for, sorted: its IRI, url, `id`, or path.

    A path may be longer than the one below the folder that was ingested (`releases/2021/a.txt` finds
    `2021/a.txt`); then the longest that fits counts. Usually one; several only where releases share an address.
    """
    wanted = expand(name)
    by_key = Release("", wanted, "").iri
    rows = store.query(_RELEASES)
    assert isinstance(rows, ox.QuerySolutions)
    exact: set[str] = set()
    by_path: dict[str, set[str]] = {}
    for row in rows:
        iri, url, path = (getattr(row[part], "value", "") for part in ("release", "url", "path"))
        if iri in (wanted, by_key) or wanted in (url, path):
            exact.add(iri)
        elif path and wanted.endswith("/" + path):
            by_path.setdefault(path, set()).add(iri)
    return sorted(exact or by_path.get(max(by_path, key=len, default=""), set()))
