"""The examples in the docstrings of the plots."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["carriers", "contributions", "instruments", "offices", "plot", "women"])
def test_examples(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"podium.plots.{name}"))
    assert result.attempted > 0
    assert result.failed == 0
