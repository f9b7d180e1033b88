"""Each notebook runs in a clean kernel, and its HTML shows everything with the network off."""

import html
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

for package in ("nbclient", "nbconvert", "ipykernel", "pandas", "matplotlib"):
    pytest.importorskip(package, reason=f"notebooks need {package} (extra dev)")

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
PAGES = {"01": "Tag der Jobcenter 2023", "02": None, "03": "Irene Vorholz", "04": None, "05": None}  # what they show
PICTURES = {"01": 0, "02": 6, "03": 0, "04": 2, "05": 0}


def built(number: str, folder: Path) -> Path:
    """The notebook as a user builds it: in a process of its own, which starts a kernel of its own."""
    command = [sys.executable, str(NOTEBOOKS / "build.py"), str(folder), number]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, re.sub(r"\x1b\[[\d;]*m", "", done.stderr)[-3000:]
    (file,) = folder.glob("*.html")
    return file


@pytest.mark.parametrize("number", PAGES)
def test_it_runs_from_a_clean_kernel_and_its_html_needs_no_network(
    number: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = built(number, tmp_path)
    text = file.read_text(encoding="utf-8")
    assert "Traceback" not in text
    assert "<script" not in text
    pictures = re.findall(r'<img alt="([^"]*)" src="data:image/svg', text)
    assert len(pictures) == PICTURES[number]
    assert all(len(html.unescape(alt)) > 80 for alt in pictures)
    # Only now, so that the notebooks run also where there is no browser.
    _look(request.getfixturevalue("browser"), file, PAGES[number])


def _look(browser: Any, file: Path, shown: str | None) -> None:
    """Opened with the network off: nothing is asked for, nothing goes wrong, the page inside of its frame works."""
    context = browser.new_context(offline=True, locale="en-GB")
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(f"error: {error}"))
    page.on("request", lambda request: noise.append(f"request: {request.url[:200]}"))
    page.goto(file.as_uri())
    assert page.locator("img").evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 0)")
    frames = page.locator("iframe[srcdoc]")
    assert frames.count() == (1 if shown else 0)
    if shown:
        assert "allow-same-origin" not in (frames.get_attribute("sandbox") or "allow-same-origin")
        frames.scroll_into_view_if_needed()
        inside = frames.content_frame
        inside.get_by_role("heading", name=shown).first.wait_for()
        inside.get_by_role("button", name="Table").click()
        inside.get_by_role("table").get_by_text("Hubertus Heil").first.wait_for()
    context.close()
    assert [line for line in noise if not line.startswith(f"request: {file.as_uri()}")] == []
