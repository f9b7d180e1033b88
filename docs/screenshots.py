"""Makes the pictures of the README, docs/images/*.png, from the bundled releases.

    .venv/bin/python docs/screenshots.py

Needs Chromium and Playwright (`pip install -e .[dev]`); the question is: who spoke at the Tag der Jobcenter 2021?
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from podium import resources
from podium.ingest import ingest
from podium.store import memory_store
from podium.view import write_page

_IMAGES = Path(__file__).parent / "images"
_EVENT = "Tag der Jobcenter 2021"
_DESKTOP, _PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 780}
_PICTURES = (
    ("overview-light", _DESKTOP, "light", ""),
    ("desktop-light", _DESKTOP, "light", _EVENT),
    ("desktop-dark", _DESKTOP, "dark", _EVENT),
    ("phone-light", _PHONE, "light", _EVENT),
    ("phone-dark", _PHONE, "dark", _EVENT),
    ("table-light", _DESKTOP, "light", "#view=table&find=Tag+der+Jobcenter+2021"),
)


def main() -> None:
    """Write each picture."""
    _IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, memory_store() as store, sync_playwright() as started:
        ingest([str(resources.examples())], store)
        path = Path(folder) / "graph.html"
        write_page(store, path)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, size, scheme, event in _PICTURES:
            context = browser.new_context(
                viewport=size,
                color_scheme=scheme,
                locale="de-DE",
                reduced_motion="reduce",
                device_scale_factor=2 if size is _PHONE else 1,
            )
            tab = context.new_page()
            tab.goto(path.as_uri() + (event if event.startswith("#") else ""))
            tab.wait_for_function("() => window.podium")
            if event and not event.startswith("#"):
                tab.locator("#search").fill(event)
                tab.keyboard.press("Enter")
                tab.evaluate("() => document.activeElement.blur()")
            tab.wait_for_timeout(500)
            tab.screenshot(path=_IMAGES / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
