"""One real Chromium a test process; where there is none, the tests of a page are left out and say so in one line."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_NONE = "No Chromium found (and no Playwright's own): the tests of pages in a browser are left out"


def _chromium(started: Any) -> str | None:
    for name in (os.environ.get("PODIUM_BROWSER"), "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    own: str = started.chromium.executable_path
    return own if Path(own).is_file() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser; only one can be driven in a process, so all folders of tests share it."""
    playwright = pytest.importorskip("playwright.sync_api", reason=_NONE)
    with playwright.sync_playwright() as started:
        path = _chromium(started)
        if path is None:
            pytest.skip(_NONE)
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
