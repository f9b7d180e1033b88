"""The page in a real Chromium (`browser`, of all tests)."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Makes `viewer_samples` importable: pytest's importlib mode leaves sys.path alone.
sys.path.insert(0, str(Path(__file__).parent))

from viewer_samples import DESKTOP, Open, hostile_reading, reading, store_of

from podium import resources
from podium.ingest import ingest
from podium.store import Store, memory_store
from podium.view import write_page


@pytest.fixture(scope="session")
def bundled() -> Iterator[Store]:
    """The bundled releases."""
    with memory_store() as store:
        ingest([str(resources.examples())], store)
        yield store


@pytest.fixture(scope="session")
def pages(bundled: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    write_page(store_of(reading()), folder / "plain.html")
    write_page(store_of(reading(), hostile_reading()), folder / "hostile.html")
    write_page(bundled, folder / "bundled.html")
    return {name: folder / f"{name}.html" for name in ("bundled", "plain", "hostile")}


@pytest.fixture
def visit(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page with the network off; at the end no request and no message may have come from it."""
    contexts: list[Any] = []
    noise: list[str] = []

    def opened(which: str = "plain", fragment: str = "", size: dict[str, int] = DESKTOP, **options: Any) -> Any:
        options = {"locale": "de-DE", "reduced_motion": "reduce", "accept_downloads": True, "offline": True} | options
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (noise.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: noise.append(f"request: {request.url}"))
        address = pages[which].as_uri()
        page.goto(address + fragment)
        page.wait_for_function("() => window.podium && document.querySelector('#panel').childElementCount")
        assert noise.pop(0) == f"request: {address}"
        return page

    yield opened
    for context in contexts:
        context.close()
    assert noise == []
