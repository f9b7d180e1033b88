"""From a name that somebody types to the one thing it means."""

from collections.abc import Sequence

from podium.errors import UsageError
from podium.namespaces import slug
from podium.queries.names import find, nearest
from podium.store import Store
from podium.store.lookup import expand

__all__ = ["AmbiguousName", "UnknownName", "resolve"]

_SHOWN = 10
_ALIKE = 2  # so many kinds (event, series) go by the name of the first
_WORDS = {"person": "person", "organisation": "organisation", "event": "event", "series": "series",
          "instrument": "instrument", "release": "release"}  # fmt: skip


class UnknownName(UsageError):
    """Nothing in the store is called so; `str()` names what is spelt much like it."""


class AmbiguousName(UsageError):
    """Several things in the store are called so; `candidates` are their IRIs and names."""

    def __init__(self, name: str, what: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.candidates = tuple(candidates)
        shown = [f"  {label}  <{iri}>" for iri, label in self.candidates[:_SHOWN]]
        more = [f"  … and {len(self.candidates) - _SHOWN} more"] if len(self.candidates) > _SHOWN else []
        head = f"{name!r} fits {len(self.candidates)} {what.removesuffix('s')}s; give the full name or the IRI of one:"
        super().__init__("\n".join([head, *shown, *more]))


def resolve(store: Store, name: str, *kinds: str) -> tuple[str, str, str]:
    """IRI, name and kind of the one thing that `name` means.

    `name` is a name, a part of one, or an IRI (in full or `id:…`). A whole name of any of `kinds` beats a part of one;
    otherwise the first of `kinds` in which something fits decides. Raises UnknownName and AmbiguousName.
    """
    iri = expand(name)
    if _is_iri(iri):
        return iri, iri, kinds[0]
    found = {kind: find(store, kind, name) for kind in kinds}
    whole = {kind: [thing for thing in things if slug(thing[1]) == slug(name)] for kind, things in found.items()}
    for things in (whole, found):
        for kind in kinds:
            if len(things[kind]) == 1:
                return (*things[kind][0], kind)
            if things[kind]:
                raise AmbiguousName(name, _WORDS[kind], things[kind])
    close = next((near for kind in kinds if (near := nearest(store, kind, name))), None)
    nothing = f"No {_WORDS[kinds[0]]}" if len(kinds) <= _ALIKE else "Nothing"
    raise UnknownName(f"{nothing} is called {name!r}" + (f"; did you mean {close!r}?" if close else ""))


def _is_iri(text: str) -> bool:
    return text.startswith(("http://", "https://", "urn:")) and " " not in text
