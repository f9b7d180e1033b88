"""`graph.ask`: the questions of the library as functions, with completion of their names and parameters."""

import datetime
import inspect
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from podium.errors import UsageError
from podium.queries import NamedQuery, Parameter, library, named

if TYPE_CHECKING:
    from podium.library.frames import Answer

__all__ = ["Ask", "Question", "as_python", "as_typed"]

_TYPES: Mapping[str, Any] = {"integer": int, "date": str | datetime.date, "year": int | str}


class Question(Protocol):
    """A question of the library as a function; `help()` shows what it asks, takes and gives."""

    def __call__(self, **parameters: Any) -> "Answer":
        """The answer; see `Graph.ask`."""


class Ask:
    """The questions of a graph: `graph.ask("speakers", event="…")` or `graph.ask.speakers(event="…")`.

    Parameters are texts, numbers, dates, IRIs, or things (`graph.person("Heil")`); for things a part of the name is
    enough. Names with hyphens are written with underscores. The answer is a data frame with typed columns (see
    `podium.library.frames.frame`), in an order that is always the same. Raises UsageError for an unknown question or
    parameter, with the nearest known one, and MissingExtra without pandas.

    >>> answer = graph.ask.speakers(event="Tag der Jobcenter", since="2021", until=2021)
    >>> answer.loc[0, ["speaker_name", "role", "kind"]].to_list()
    ['Hubertus Heil', 'Bundesminister', 'rede']
    >>> str(answer["date"].dtype)
    'datetime64[s]'
    """

    def __init__(self, run: Callable[[NamedQuery, Mapping[str, str]], "Answer"]) -> None:
        self._run = run
        for name, query in library().items():  # real attributes: notebooks complete them, but evaluate no __getattr__
            setattr(self, name.replace("-", "_"), _function(self, query))

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Question: ...

    def __call__(self, name: str, /, **parameters: Any) -> "Answer":
        """The answer as a data frame with typed columns; `name` as in `graph.questions()`."""
        return self._run(named(name), as_typed(parameters))

    def __getitem__(self, name: str) -> Question:
        """A question by its name: `graph.ask["office-holders"]`."""
        return _function(self, named(name))

    def __dir__(self) -> list[str]:
        """Names to complete: the questions and nothing else."""
        return [name.replace("-", "_") for name in library()]

    def _ipython_key_completions_(self) -> list[str]:
        return list(library())

    def __repr__(self) -> str:
        width = max(map(len, library()))
        lines = [f"  {name.replace('-', '_'):<{width}}  {q.header.question['en']}" for name, q in library().items()]
        return "\n".join(["Questions (graph.ask.NAME(…), help(graph.ask.NAME)):", *lines])


def as_typed(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Parameters as texts, as the query library takes them; what is None is left out.

    >>> as_typed({"since": datetime.date(2021, 4, 28), "months": 3, "event": None})
    {'since': '2021-04-28', 'months': '3'}
    """
    return {name: _text(name, value) for name, value in parameters.items() if value is not None}


def as_python(message: str) -> str:
    """A message of the query library with its options as parameters.

    >>> as_python("Unknown parameter --carrier-typ: did you mean --carrier-type?")
    'Unknown parameter carrier_typ: did you mean carrier_type?'
    """
    return re.sub(r"--([a-z][a-z-]*[a-z])", lambda option: option[1].replace("-", "_"), message)


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):  # a pandas.Timestamp, too
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str | int):
        return str(value)
    iri = getattr(value, "iri", None)
    if isinstance(iri, str):
        return iri
    raise UsageError(f"{name} is a text, a number, a date, an IRI or a thing, not {type(value).__name__}")


def _function(ask: Ask, query: NamedQuery) -> Question:
    """A function that asks `query`, with a signature that completion and help understand."""

    def question(**parameters: Any) -> "Answer":
        return ask(query.name, **parameters)

    given = [_parameter(parameter) for parameter in query.parameters]
    question.__signature__ = inspect.Signature(given, return_annotation="Answer")  # type: ignore[attr-defined]
    question.__name__ = question.__qualname__ = query.name.replace("-", "_")
    question.__doc__ = _help(query)
    return question


def _parameter(parameter: Parameter) -> inspect.Parameter:
    default = inspect.Parameter.empty if parameter.required else parameter.default
    kind = _TYPES.get(parameter.type, str)
    return inspect.Parameter(parameter.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _help(query: NamedQuery) -> str:
    header = query.header
    lines = [header.question["en"], "", header.question["de"], "", header.description["en"], ""]
    if query.parameters:
        lines.append("Parameters:")
        for parameter in query.parameters:
            possible = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
            lines.append(
                f"    {parameter.name}: {parameter.description['en']}{possible}, for example {parameter.example}"
            )
        lines.append("")
    lines += ["Columns:", *(f"    {column.name}: {column.type}, {column.heading('en')}" for column in query.columns)]
    return "\n".join(lines)
