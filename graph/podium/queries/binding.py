"""Parameters of a query: what a user typed becomes RDF terms, and these are written into the query.

A query says `VALUES ?name { UNDEF }` (or its default instead of UNDEF), which makes it a complete query for any
SPARQL tool. Binding writes other terms between these braces, each serialised by pyoxigraph; text of a user is never
joined to SPARQL in any other way. Without a value the whole VALUES clause goes, since UNDEF says nothing.
"""

import datetime
import difflib
import re
from collections.abc import Callable, Mapping, Sequence

import pyoxigraph as ox

from podium.errors import UsageError
from podium.namespaces import ID
from podium.queries.header import Parameter

__all__ = ["bind", "marked", "terms_of", "validated", "written"]

Term = ox.NamedNode | ox.Literal

_VALUES = re.compile(r"VALUES\s+\?(\w+)\s*\{([^{}]*)\}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")


def marked(sparql: str) -> dict[str, str]:
    """Variables with a VALUES clause of their own, with what stands between the braces."""
    return {match[1]: match[2].strip() for match in _VALUES.finditer(sparql)}


def bind(sparql: str, bound: Mapping[str, Sequence[Term] | None]) -> str:
    """The query with its VALUES clauses filled: variable → terms (none: no row can match), or None: clause removed.

    Clauses of variables that are not in `bound` stay as they are.
    """

    def clause(match: re.Match[str]) -> str:
        if match[1] not in bound:
            return match[0]
        terms = bound[match[1]]
        return "" if terms is None else f"VALUES ?{match[1]} {{ {written(terms)} }}"

    return _VALUES.sub(clause, sparql)


def written(terms: Sequence[Term]) -> str:
    """Terms in SPARQL, separated by spaces, as pyoxigraph writes and escapes them; whole numbers by their digits."""
    return " ".join(t.value if isinstance(t, ox.Literal) and t.datatype == _INTEGER else str(t) for t in terms)


def validated(
    parameters: Sequence[Parameter], given: Mapping[str, str], query: str
) -> list[tuple[Parameter, str | None]]:
    """Each parameter with what the user gave, else its default, else None.

    Names are taken with "-" for "_" too. Raises UsageError for an unknown name (with the nearest known one) and
    for a required parameter that is missing.
    """
    known = {parameter.name: parameter for parameter in parameters}
    values: dict[str, str] = {}
    for name, value in given.items():
        plain = name.lstrip("-").replace("-", "_")
        if plain not in known:
            raise UsageError(_unknown(plain, list(known), query))
        values[plain] = value
    for parameter in parameters:
        if parameter.required and parameter.name not in values:
            raise UsageError(f"{query} needs {option(parameter.name)}, for example {example(parameter)}")
    return [(parameter, values.get(name, parameter.default)) for name, parameter in known.items()]


def option(name: str) -> str:
    """A parameter as it is typed: "carrier_type" → "--carrier-type"."""
    return "--" + name.replace("_", "-")


def example(parameter: Parameter) -> str:
    """An option with its example, quoted for a shell where that is needed."""
    value = parameter.example
    return f"{option(parameter.name)} " + (value if re.fullmatch(r"[\w.:/#-]+", value) else f'"{value}"')


def _unknown(name: str, known: Sequence[str], query: str) -> str:
    close = difflib.get_close_matches(name, known, 1, 0.5)
    if close:
        return f"Unknown parameter {option(name)}: did you mean {option(close[0])}?"
    if not known:
        return f"Unknown parameter {option(name)}: {query} takes none"
    return f"Unknown parameter {option(name)}: {query} takes {', '.join(map(option, known))}"


def terms_of(parameter: Parameter, value: str, find: Callable[[str, str], Sequence[str]]) -> list[Term]:
    """The terms that a typed value stands for; several only for a name that fits several things.

    `find` gives the IRIs of things of a kind that a name fits. Raises UsageError for a value that does not fit
    the parameter's type.
    """
    where = option(parameter.name)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise UsageError(f"{where} is not valid UTF-8 text") from None
    if not value.strip():
        raise UsageError(f"{where} is empty; for example {example(parameter)}")
    if parameter.type == "iri":
        assert parameter.of is not None
        return [ox.NamedNode(iri) for iri in (_as_iri(value, where) or find(parameter.of, value))]
    if parameter.type == "integer":
        return [ox.Literal(str(_integer(value, where)), datatype=_INTEGER)]
    if parameter.type in ("date", "year"):
        return [ox.Literal(_date(value, where, year_only=parameter.type == "year"))]
    if parameter.type == "choice":
        return [ox.Literal(_choice(value, where, parameter.choices))]
    return [ox.Literal(value)]


def _as_iri(value: str, where: str) -> list[str]:
    """The value if it is an IRI (`id:person/…` is short for ours), else nothing: it is a name."""
    text = value.strip()
    if not _IRI.match(text) or " " in text:
        return []
    text = ID + text[3:] if text.startswith("id:") else text
    try:
        return [ox.NamedNode(text).value]
    except ValueError as error:
        raise UsageError(f"{where} looks like an IRI, but is none ({error}): {text}") from None


def _integer(value: str, where: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", value.strip()):
        raise UsageError(f"{where} needs a whole number, not {value!r}")
    return int(value)


def _date(value: str, where: str, year_only: bool) -> str:
    """The ISO text as given, after a look whether the calendar has it."""
    match = _DATE.fullmatch(value.strip())
    if not match or not value.isascii() or (year_only and match[2]):
        wanted = "a year (2021)" if year_only else "a date (2021-04-28, 2021-04 or 2021)"
        raise UsageError(f"{where} needs {wanted}, not {value!r}")
    try:
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise UsageError(f"{where}: the calendar has no {value.strip()}") from None
    return match[0]


def _choice(value: str, where: str, choices: Sequence[str]) -> str:
    for choice in choices:
        if choice.casefold() == value.strip().casefold():
            return choice
    close = difflib.get_close_matches(value, choices, 1, 0.5)
    hint = f"did you mean {close[0]}?" if close else f"possible: {', '.join(choices)}"
    raise UsageError(f"{where} cannot be {value!r}; {hint}")
