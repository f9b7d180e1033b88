"""Each test of the store's behaviour runs against a folder, memory and an HTTP endpoint."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from podium.store import Store, memory_store, open_store


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def servers() -> ModuleType:
    return _load("sparql_server")


@pytest.fixture(params=["folder", "memory", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path, servers: ModuleType) -> Iterator[Store]:
    if request.param == "endpoint":
        with servers.sparql_server() as server, open_store(server.url) as opened:
            yield opened
    elif request.param == "memory":
        with memory_store() as opened:
            yield opened
    else:
        with open_store(tmp_path / "store", create=True) as opened:
            yield opened
