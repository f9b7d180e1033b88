"""The graph of the bundled releases, made once."""

from collections.abc import Iterator

import pytest

import podium


@pytest.fixture(scope="session")
def graph() -> Iterator[podium.Graph]:
    with podium.examples() as opened:
        yield opened
