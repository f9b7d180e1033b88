"""Competency questions: what must follow, and what must not, from the worked example and the ontology."""

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import yaml

from podium import resources
from podium.checks import undefined_terms
from podium.checks.reasoner import check_consistency
from podium.inference import rebuild
from podium.store import EmbeddedStore, memory_store
from podium.triples.ontology import ontology_quads

QUESTIONS = sorted((resources.ontology() / "competency").glob("*.rq"))


def header(file: Path) -> dict[str, Any]:
    lines = re.findall(r"^#\+ ?(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(yaml.safe_load("\n".join(lines)))


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """The worked example, more made-up facts, the ontology, and what follows by the rules."""
    text = (resources.ontology() / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)
    store = memory_store()
    store.load_quads(ox.parse("\n".join(blocks), format=ox.RdfFormat.TRIG))
    store.load_quads(ox.parse(path=str(resources.ontology() / "competency" / "facts.trig")))
    store.load_quads(ontology_quads())
    rebuild(store)
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


def test_the_readme_shows_the_first_question_and_its_answer(store: EmbeddedStore) -> None:
    text = (resources.ontology() / "README.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sparql\n(.*?)```\n\n(\|.*?)\n\n", text, re.DOTALL)
    rows = store.query(query[0])
    assert isinstance(rows, ox.QuerySolutions)
    names = [variable.value for variable in rows.variables]
    found = [names, ["---"] * len(names), *([value.value for value in row] for row in rows)]
    assert query[1].splitlines() == [f"| {' | '.join(row)} |" for row in found]
    assert query[0].strip() in QUESTIONS[0].read_text(encoding="utf-8")


def test_there_are_questions_of_both_kinds() -> None:
    empty = [file.stem for file in QUESTIONS if header(file)["expected"] == []]
    assert len(QUESTIONS) >= 40
    assert len(empty) >= 10
    assert len(QUESTIONS) - len(empty) >= 30


def test_the_facts_contradict_nothing() -> None:
    facts = list(ox.parse(path=str(resources.ontology() / "competency" / "facts.trig")))
    assert check_consistency(facts).consistent
    assert undefined_terms(facts) == []
