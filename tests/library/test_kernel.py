"""A real Jupyter kernel: reading in several processes, what is shown, what is completed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import podium

client = pytest.importorskip("jupyter_client", reason="needs a Jupyter kernel, of the notebooks extra")
pytest.importorskip("ipykernel", reason="needs a Jupyter kernel, of the notebooks extra")


@pytest.fixture(scope="module")
def kernel() -> Iterator[Any]:
    manager, opened = client.manager.start_new_kernel(kernel_name="python3")
    yield opened
    opened.stop_channels()
    manager.shutdown_kernel(now=True)


def run(kernel: Any, code: str) -> dict[str, str]:
    """What a cell shows, by type; its error as the type "error"."""
    shown: dict[str, str] = {}

    def keep(message: dict[str, Any]) -> None:
        content = message["content"]
        shown.update(content.get("data", {}))
        if message["msg_type"] == "error":
            shown["error"] = content["evalue"]

    kernel.execute_interactive(code, output_hook=keep, timeout=120)
    return shown


def test_a_notebook_reads_shows_and_completes(kernel: Any, tmp_path: Path) -> None:
    for path in sorted((Path(podium.__file__).parent / "examples").glob("2021-*.md"))[:3]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    ingest = f"import podium\ngraph = podium.open({str(tmp_path / 'store')!r})\n"
    assert run(kernel, ingest + f"graph.ingest({str(tmp_path)!r} + '/*.md', jobs=2).new")["text/plain"] == "3"
    again = run(kernel, ingest + "graph")
    assert "3 releases" in again["text/plain"]
    assert "<table" in run(kernel, "graph.ask.most_frequent_speakers()")["text/html"]
    assert run(kernel, "graph.view()")["text/html"].startswith("<iframe srcdoc=")
    assert "No person is called" in run(kernel, "graph.person('Quetzalcoatl')")["error"]
    answer = kernel.complete("graph.ask.office_holders(orig", reply=True, timeout=60)
    assert "origin=" in answer["content"]["matches"]
