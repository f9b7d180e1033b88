"""The graph of the bundled releases, made once; a real SPARQL server."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

import podium


@pytest.fixture(scope="session")
def graph() -> Iterator[podium.Graph]:
    with podium.examples() as opened:
        yield opened


@pytest.fixture
def sparql_server() -> Iterator[str]:
    """Address of an Oxigraph store behind HTTP."""
    place = Path(__file__).resolve().parents[1] / "store" / "sparql_server.py"
    spec = importlib.util.spec_from_file_location("sparql_server", place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with module.sparql_server() as server:
        yield server.url
