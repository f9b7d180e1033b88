"""A real Chromium, where there is one."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_NONE = "No Chromium found (and no Playwright's own): the built notebooks are not opened in a browser"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason=_NONE)
    with playwright.sync_playwright() as started:
        names = (os.environ.get("PODIUM_BROWSER"), "chromium", "chromium-browser", "google-chrome")
        path = next((found for name in names if name and (found := shutil.which(name))), None)
        path = path or started.chromium.executable_path
        if not Path(path).is_file():
            pytest.skip(_NONE)
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
