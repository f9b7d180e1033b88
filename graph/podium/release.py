"""A press release as it was found: its text, untouched, and what is known about it."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from podium.namespaces import ID, slug

__all__ = ["Release"]


@dataclass(frozen=True, slots=True)
class Release:
    """One press release; all offsets in the project are code points into `text`.

    `text` is exactly as decoded. `key` is what identifies the release over its versions: its url, else the `id` of
    its front matter, else its path below the folder that was ingested. `published` is an ISO date at the precision
    known ("2021", "2021-04", "2021-04-28").
    """

    text: str
    key: str
    source: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def iri(self) -> str:
        """IRI of the release, made from `key` alone, so that a changed text keeps it."""
        return _iri(self.key)

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal: says which version of the release this is."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4096)
def _iri(key: str) -> str:
    readable = slug(re.sub(r"^https?://(www\.)?", "", key))[-60:].strip("-")
    return f"{ID}release/{readable}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
