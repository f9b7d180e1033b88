"""Competency questions: what must follow, and what must not, from the worked example and the ontology."""

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml

from podium import resources
from podium.store import EmbeddedStore, memory_store
from podium.triples.ontology import ontology_quads

QUESTIONS = sorted((resources.ontology() / "competency").glob("*.rq"))


def header(file: Path) -> dict[str, Any]:
    lines = re.findall(r"^#\+ ?(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(yaml.safe_load("\n".join(lines)))


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    text = (resources.ontology() / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)
    store = memory_store()
    store.load_quads(ox.parse("\n".join(blocks), format=ox.RdfFormat.TRIG))
    store.load_quads(ontology_quads())
    return store


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.stem)
def test_answer(file: Path, store: EmbeddedStore) -> None:
    rows = store.query(file.read_text(encoding="utf-8"))
    assert isinstance(rows, ox.QuerySolutions)
    assert sorted([value.value for value in row] for row in rows) == header(file)["expected"]


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.stem)
def test_question_in_both_languages(file: Path) -> None:
    asked = header(file)
    assert asked["de"] and asked["en"] and asked["de"] != asked["en"]


def test_there_are_questions_of_both_kinds() -> None:
    empty = [file.stem for file in QUESTIONS if header(file)["expected"] == []]
    assert 3 <= len(empty) < len(QUESTIONS)
