"""The library itself: the files below `queries/`, loaded once, and the running of one of them."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from podium import resources
from podium.errors import PodiumError, UsageError
from podium.queries.binding import Term, bind, marked, option, terms_of, validated, written
from podium.queries.header import Header, Parameter, QueryFileError, parse_header
from podium.queries.names import Queryable, find, nearest
from podium.tables import Column, Table, Value, typed

__all__ = ["NamedQuery", "Queryable", "library", "load", "named"]

_SHOWN_NAMES = 5


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question of the library: its header, its SPARQL text (a complete query) and the folder (subject) it is in."""

    header: Header
    sparql: str
    subject: str

    @property
    def name(self) -> str:
        """The name by which it is asked."""
        return self.header.name

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What may be asked for, in the order of the header."""
        return self.header.parameters

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the answer, in their order."""
        return self.header.columns

    def run(self, store: Queryable, parameters: Mapping[str, str] | None = None) -> Table:
        """The answer from `store`, in the order that the query fixes.

        `parameters` are texts as a user types them, by name; for things both names and IRIs are understood, and
        `Table.notes` says what a name was taken for. Raises UsageError for a parameter that does not fit.
        """
        notes: list[str] = []
        bound = self._bound(store, parameters or {}, notes)
        result = store.query(bind(self.sparql, bound))
        assert isinstance(result, ox.QuerySolutions)
        names = [variable.value for variable in result.variables]
        if names != [column.name for column in self.columns]:
            raise PodiumError(f"Query {self.name} selects {names}, but its header names other columns")
        types = [column.type for column in self.columns]
        rows = tuple(tuple(_value(row[i], types[i]) for i in range(len(types))) for row in result)
        return Table(self.columns, rows, tuple(notes))

    def _bound(self, store: Queryable, given: Mapping[str, str], notes: list[str]) -> dict[str, list[Term] | None]:
        bound: dict[str, list[Term] | None] = {}
        for parameter, value in validated(self.parameters, given, self.name):
            where = option(parameter.name)

            def search(kind: str, name: str, where: str = where) -> list[str]:
                found = find(store, kind, name)
                notes.extend(_note(store, where, kind, name, [label for _, label in found]))
                return [iri for iri, _ in found]

            bound[parameter.variable] = None if value is None else terms_of(parameter, value, search)
        return bound


def library(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """The queries below `folder` (default: those of the package) by name, ordered by subject and name.

    Raises QueryFileError for the first file that is not as it must be.
    """
    return _library(folder or resources.queries())


@lru_cache(maxsize=4)
def _library(folder: Path) -> Mapping[str, NamedQuery]:
    found: dict[str, NamedQuery] = {}
    for path in sorted(folder.glob("*/*.rq")):
        query = load(path)
        if query.name in found:
            raise QueryFileError(f"{path}:1: {found[query.name].subject}/ has a query of this name too")
        found[query.name] = query
    return MappingProxyType(found)


def load(path: Path) -> NamedQuery:
    """The query in a file; raises QueryFileError if header and text do not fit together."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryFileError(f"{path}:1: cannot be read: {error}") from error
    header = parse_header(text, path)
    sparql = "\n".join(line for line in text.splitlines() if not line.startswith("#+")).strip() + "\n"
    places = marked(sparql)
    for parameter in header.parameters:
        line = next((n for n, t in enumerate(text.splitlines(), 1) if f"name: {parameter.name}" in t), 1)
        if parameter.variable not in places:
            raise QueryFileError(f"{path}:{line}: no VALUES ?{parameter.variable} {{ … }} in the query")
        standing = "UNDEF" if parameter.default is None else _written(parameter)
        if places[parameter.variable] != standing:
            raise QueryFileError(
                f"{path}:{line}: VALUES ?{parameter.variable} must hold {standing}, as the header says"
            )
    return NamedQuery(header, sparql, path.parent.name)


def named(name: str) -> NamedQuery:
    """The query of that name ("speakers", "contributions/speakers"); UsageError names the nearest if there is none."""
    queries = library()
    plain = name.rsplit("/", 1)[-1].replace("_", "-").removesuffix(".rq")
    if plain in queries:
        return queries[plain]
    close = difflib.get_close_matches(plain, queries, 3, 0.5) or [q for q in queries if plain in q][:3]
    hint = f"did you mean {' or '.join(close)}?" if close else "`podium ask` lists all"
    raise UsageError(f"No query {name!r} in the library: {hint}")


def _written(parameter: Parameter) -> str:
    """A default as it must stand in the query."""
    assert parameter.default is not None
    return written(terms_of(parameter, parameter.default, lambda kind, name: []))


def _note(store: Queryable, where: str, kind: str, name: str, found: list[str]) -> list[str]:
    if not found:
        close = nearest(store, kind, name)
        return [f"{where}: nothing in the store fits {name!r}" + (f"; did you mean {close!r}?" if close else "")]
    names = sorted(set(found))
    if names == [name]:
        return []
    more = f" and {len(names) - _SHOWN_NAMES} more" if len(names) > _SHOWN_NAMES else ""
    return [f"{where} {name!r} stands for {', '.join(names[:_SHOWN_NAMES])}{more}"]


def _value(term: object, type_: str) -> Value:
    if term is None or (isinstance(term, ox.Literal) and term.value == ""):
        return None
    if isinstance(term, ox.NamedNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return str(term)
    return typed(term.value, type_)
