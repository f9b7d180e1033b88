"""What the package imports, it also declares; a developer's environment has more and would hide it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def imported() -> dict[str, set[str]]:
    """Top-level module → files of the package that import it."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "graph" / "podium").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                found.setdefault(name.split(".")[0], set()).add(str(path.relative_to(ROOT)))
    return found


def declared(extra: str | None = None) -> set[str]:
    """Distributions that `pip install podium` brings, or those of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-") for line in lines}


def outside(distributions: set[str]) -> dict[str, set[str]]:
    """Imported modules of none of these distributions, with the files that import them."""
    known = packages_distributions()
    return {
        module: files
        for module, files in imported().items()
        if module not in sys.stdlib_module_names and module != "podium"
        if not {name.lower().replace("_", "-") for name in known.get(module, [module])} & distributions
    }


def test_every_import_is_declared() -> None:
    assert outside(declared() | declared("notebooks")) == {}


def test_what_is_for_notebooks_is_imported_for_data_frames_and_plots_only() -> None:
    files = {file for files in outside(declared()).values() for file in files}
    assert {file for file in files if not file.startswith("graph/podium/plots/")} <= {"graph/podium/library/frames.py"}
