"""From a name that somebody types to the one thing it means."""

from collections.abc import Sequence

from podium.errors import UsageError
from podium.queries.names import find, nearest
from podium.store import Store
from podium.store.lookup import expand

__all__ = ["AmbiguousName", "UnknownName", "resolve"]

_SHOWN = 10
_WORDS = {"person": "person", "organisation": "organisation", "event": "event", "series": "series of events",
          "instrument": "instrument", "release": "release"}  # fmt: skip


class UnknownName(UsageError):
    """Nothing in the store is called so; `str()` names what is spelt much like it."""


class AmbiguousName(UsageError):
    """Several things in the store are called so; `candidates` are their IRIs and names."""

    def __init__(self, name: str, what: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.candidates = tuple(candidates)
        shown = [f"  {label}  <{iri}>" for iri, label in self.candidates[:_SHOWN]]
        more = [f"  … and {len(self.candidates) - _SHOWN} more"] if len(self.candidates) > _SHOWN else []
        head = f"{name!r} fits {len(self.candidates)} {what}s; give the full name or the IRI of one:"
        super().__init__("\n".join([head.replace("ss of", "s of"), *shown, *more]))


def resolve(store: Store, name: str, *kinds: str) -> tuple[str, str, str]:
    """IRI, name and kind of the one thing that `name` means; the first of `kinds` in which something fits decides.

    `name` is a name, a part of one, or an IRI (in full or `id:…`). Raises UnknownName and AmbiguousName.
    """
    iri = expand(name)
    for kind in kinds:
        found = [(iri, iri)] if _is_iri(iri) else find(store, kind, name)
        if len(found) == 1:
            return (*found[0], kind)
        if found:
            raise AmbiguousName(name, _WORDS[kind], found)
    close = next((near for kind in kinds if (near := nearest(store, kind, name))), None)
    raise UnknownName(f"No {_WORDS[kinds[0]]} is called {name!r}" + (f"; did you mean {close!r}?" if close else ""))


def _is_iri(text: str) -> bool:
    return text.startswith(("http://", "https://", "urn:")) and " " not in text
