"""The examples in the docstrings of all public functions, run as they stand; `graph` is that of podium.examples()."""

import doctest
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import podium
import podium.library
import podium.network


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
