"""What is committed of the notebooks: thin, without outputs, each with question, answer and caveat."""

import ast
import re
import sys
from pathlib import Path
from typing import Any

import pytest

nbformat: Any = pytest.importorskip("nbformat", reason="notebooks need nbformat (extra dev)")

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
ALL = sorted(NOTEBOOKS.glob("*.ipynb"))
every = pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[Any]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_there_are_five() -> None:
    assert [path.name[:2] for path in ALL] == ["01", "02", "03", "04", "05"]


@every
def test_no_outputs_are_committed(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell.outputs == []
        assert cell.execution_count is None


@every
def test_it_is_valid_and_names_no_machine(path: Path) -> None:
    nbformat.validate(nbformat.read(path, as_version=4))
    assert not re.search(r"/home/|/work/|/Users/|[A-Z]:\\\\", path.read_text(encoding="utf-8"))


@every
def test_it_is_thin(path: Path) -> None:
    """Only Podium and the standard library; short cells without functions or classes."""
    for cell in cells(path, "code"):
        tree = ast.parse(cell.source)
        modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        modules += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
        assert {module.partition(".")[0] for module in modules} <= {"podium"} | sys.stdlib_module_names
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        assert len(cell.source.splitlines()) <= 20


@every
def test_it_has_questions_answers_and_caveats(path: Path) -> None:
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    assert text.startswith(f"# {int(path.name[:2])} · ")
    for word, least in (("**Question.**", 4), ("**Answer.**", 2), ("**Caveat.**", 2)):
        assert text.count(word) >= least, word


@every
def test_links_lead_somewhere(path: Path) -> None:
    for cell in cells(path, "markdown"):
        for target in re.findall(r"\]\(([^)#]+)\)", cell.source):
            assert target.startswith("https://") or (NOTEBOOKS / target).is_file()
        for file in re.findall(r"`(docs/[\w.-]+)`", cell.source):
            assert (NOTEBOOKS.parent / file).is_file()
