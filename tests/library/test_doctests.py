"""The examples in the docstrings of all public functions, run as they stand; `graph` is that of podium.examples()."""

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import podium
import podium.library
import podium.network
from podium.library.graph import Graph
from podium.library.iri import Iri
from podium.library.reading import Reading
from podium.library.thing import Thing
from podium.library.things import Event, Instrument, Jobcenter, Organisation, Person


def modules() -> Iterator[str]:
    yield "podium"
    for package in (podium.library, podium.network):
        yield package.__name__
        yield from (found.name for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."))


def examples() -> Iterator[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    for name in modules():
        module = importlib.import_module(name)
        yield from (test for test in finder.find(module, name) if test.examples)


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.name)
def test_example(example: doctest.DocTest, graph: podium.Graph, capsys: pytest.CaptureFixture[str]) -> None:
    example.globs = {"podium": podium, "graph": graph} | example.globs
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example)
    assert result.failed == 0, capsys.readouterr().out


def public() -> Iterator[tuple[str, object]]:
    """The functions that users call, and the methods and properties of what these return."""
    for module in (podium, podium.network):
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isfunction(value):
                yield f"{module.__name__}.{name}", value
    for owner in (Graph, Reading, Thing, Person, Organisation, Jobcenter, Event, Instrument, Iri):
        for name, value in vars(owner).items():
            kept = value.fget if isinstance(value, property) else getattr(value, "func", value)
            if not name.startswith("_") and inspect.isfunction(kept):
                yield f"{owner.__name__}.{name}", kept


@pytest.mark.parametrize(("name", "function"), list(public()))
def test_each_public_function_says_what_it_is_and_shows_an_example(name: str, function: object) -> None:
    said = inspect.getdoc(function) or ""
    assert said.split("\n", 1)[0].rstrip().endswith((".", ":", "…", "?")) or "." in said.split("\n\n")[0], name
    assert ">>>" in said
