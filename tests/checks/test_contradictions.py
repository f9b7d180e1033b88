"""Seeded contradictions: `podium check` exits with 1 and cites the passages or rows that contradict each other."""

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml
from click.testing import CliRunner

from podium import resources
from podium.cli.check import command
from podium.namespaces import GRAPH_REGISTER
from podium.store import open_store

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("contradictions.yaml").read_text(encoding="utf-8"))
RELEASE = "https://w3id.org/podium/id/release/tag-der-jobcenter-2024-a238a4e2"
OTHER = "https://w3id.org/podium/id/release/other"
PREFIXES = "\n".join(
    re.findall(r"^@prefix .*$", (resources.ontology() / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
)


def quads(turtle: str | None, graph: str) -> list[ox.Quad]:
    base = OTHER if graph == OTHER else RELEASE
    text = f"{PREFIXES}\n@base <{base}> .\nGRAPH <{graph}> {{ {turtle or ''} }}"
    return list(ox.parse(text, format=ox.RdfFormat.TRIG))


def seeded(row: dict[str, Any], example: list[ox.Quad], folder: Path) -> str:
    gone = {*quads(row.get("delete"), GRAPH_REGISTER), *quads(row.get("delete_release"), RELEASE)}
    assert gone <= set(example)
    with open_store(folder, create=True) as store:
        store.load_quads(quad for quad in example if quad not in gone)
        for part, graph in (("register", GRAPH_REGISTER), ("release", RELEASE), ("other", OTHER)):
            store.load_quads(quads(row.get(part), graph))
    return str(folder)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_contradiction(row: dict[str, Any], example: list[ox.Quad], tmp_path: Path) -> None:
    store = seeded(row, example, tmp_path / "store")
    how = ["--no-reasoner"] if "shape" in row else ["--require-reasoner"]
    result = CliRunner().invoke(command, ["--store", store, *how], standalone_mode=False)
    assert result.exception is None
    assert result.return_value == 1, result.stdout
    if "shape" in row:
        assert re.search(rf"^ +\d+  {row['shape']}$", result.stdout, re.MULTILINE)
    else:
        assert ": no violation (" in result.stdout
        assert "Reasoner: NOT consistent" in result.stdout
    for proof in row["from"]:
        assert proof in result.stdout


def test_the_example_itself_contradicts_nothing(example: list[ox.Quad], tmp_path: Path) -> None:
    store = seeded({}, example, tmp_path / "store")
    result = CliRunner().invoke(command, ["--store", store, "--require-reasoner"], standalone_mode=False)
    assert result.return_value == 0


def test_there_are_enough() -> None:
    assert len(ROWS) >= 12
