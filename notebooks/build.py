"""Runs the notebooks in clean kernels and writes them as HTML: `make notebooks`.

    python notebooks/build.py [DIR [NAME…]]     for example: python notebooks/build.py /tmp/html 01 03

The files need nothing beside them and no network: pictures and pages are inside, and what nbconvert's template would
load from elsewhere (require.js, MathJax) is left out, since the notebooks have neither widgets nor formulas.
"""

import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

NOTEBOOKS = Path(__file__).resolve().parent
_QUIET = {"extra_arguments": ["--log-level=ERROR"]}
TARGET = NOTEBOOKS.parent / "build" / "notebooks"


def executed(path: Path, timeout: int = 300) -> nbformat.NotebookNode:
    """A notebook with the outputs of a clean kernel; raises CellExecutionError for a cell that fails.

    `timeout` are seconds for one cell.
    """
    notebook = nbformat.read(path, as_version=4)
    about = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=timeout, kernel_name="python3", resources=about, **_QUIET).execute()
    return notebook


def as_html(notebook: nbformat.NotebookNode, title: str) -> str:
    """A notebook with its outputs as one HTML page that loads nothing."""
    exporter = HTMLExporter(template_name="lab")
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": title}})
    # The scripts of the template; those of our page are in the text of its frame's srcdoc, escaped.
    page = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    return re.sub(r'href="(\d\d-[\w-]+)\.ipynb"', r'href="\1.html"', page)


def main(target: Path = TARGET, *names: str) -> None:
    """Build the notebooks whose names begin like one of `names` (default: all) into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if names and not path.name.startswith(names):
            continue
        start = time.perf_counter()
        file = target / f"{path.stem}.html"
        file.write_text(as_html(executed(path), path.stem), encoding="utf-8")
        print(f"{file} ({file.stat().st_size / 1e6:.1f} MB, {time.perf_counter() - start:.0f} s)", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET, *sys.argv[2:])
