"""The page inside of a real JupyterLab, with everything but the machine itself out of reach."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest
from nbformat.sign import NotebookNotary

import podium

pytest.importorskip("jupyterlab", reason="JupyterLab is not installed (extra notebooks)")


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a JupyterLab of its own, with one notebook "page.ipynb"; it ends with the tests."""
    folder = tmp_path_factory.mktemp("lab")
    shown = podium.examples().view("Tag der Jobcenter 2023", limit=60, height=480)
    output = nbformat.v4.new_output("display_data", {"text/html": shown._repr_html_(), "text/plain": repr(shown)})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("graph.view(…)", outputs=[output])])
    nbformat.write(notebook, folder / "page.ipynb")
    (folder / "jupyter_data_dir").mkdir()
    NotebookNotary(data_dir=str(folder / "jupyter_data_dir")).sign(notebook)  # as if it had been run here
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
        f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=podium", "--LabApp.news_url=None",
        "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    places = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=os.environ | places, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(f"http://127.0.0.1:{port}/api?token=podium", server, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:  # it waits for kernels, which end by themselves once it is gone
                server.kill()
                server.wait(10)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        try:
            with urlopen(address, timeout=5) as answer:
                json.load(answer)
                return
        except (URLError, OSError):
            time.sleep(0.25)
    raise AssertionError(log.read_text())


def test_the_page_shows_in_jupyterlab_without_a_network(lab: str, browser: Any) -> None:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    outside: list[str] = []

    def stay(route: Any) -> None:
        if route.request.url.startswith((lab, lab.replace("http", "ws"), "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    context.route("**/*", stay)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/page.ipynb?token=podium")
    frame = page.locator(".jp-OutputArea iframe[srcdoc]")
    frame.wait_for()
    inside = frame.content_frame
    inside.get_by_role("heading", name="Tag der Jobcenter 2023").first.wait_for()
    context.close()
    assert outside == []
