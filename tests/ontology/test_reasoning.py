"""What a reasoner makes of the ontology: what follows for the worked example, and what contradicts itself."""

import re

import pyoxigraph as ox
import pytest

from podium import resources
from podium.checks.reasoner import Verdict, check_consistency
from podium.namespaces import ID, POD

PREFIXES = f"""@prefix pod: <{POD}> . @base <{ID}> . @prefix ct: <https://w3id.org/podium/vocabulary/carrier-type/> .
@prefix ok: <https://w3id.org/podium/vocabulary/office-kind/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def statements(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def example() -> list[ox.Quad]:
    text = (resources.ontology() / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)
    return list(ox.parse("\n".join(blocks), format=ox.RdfFormat.TRIG))


@pytest.fixture(scope="module")
def verdict(example: list[ox.Quad]) -> Verdict:
    more = """<organisation/ge> a pod:Jobcenter ; pod:currentArrangement <arrangement/ge> .
        <arrangement/ge> a pod:JointFacilityArrangement .
        <person/m> a pod:Person ; pod:currentTenure <tenure/m> . 
        <tenure/m> a pod:Tenure ; pod:officeKind ok:bundesminister .
        <person/d> a pod:Person ; pod:currentTenure <tenure/d> .
        <tenure/d> a pod:Tenure ; pod:officeKind ok:stellvertretung ; pod:inOrganisation <organisation/ge> ."""
    return check_consistency([*example, *statements(more)])


def inferred(verdict: Verdict, thing: str) -> set[str]:
    assert verdict.inferred is not None
    return {kind.removeprefix(POD) for kind in verdict.inferred[ID + thing]}


def test_the_example_is_consistent_and_each_class_can_have_instances(verdict: Verdict) -> None:
    assert verdict.consistent
    assert verdict.unsatisfiable == ()


def test_a_jobcenter_is_municipal_by_its_current_arrangement(verdict: Verdict) -> None:
    """It was a joint facility until 2011; that is no contradiction, and it is none today."""
    kinds = inferred(verdict, "organisation/jobcenter-musterstadt")
    assert "MunicipalJobcenter" in kinds
    assert "JointFacility" not in kinds


def test_a_jobcenter_is_a_joint_facility_by_its_current_arrangement(verdict: Verdict) -> None:
    assert "JointFacility" in inferred(verdict, "organisation/ge")


def test_who_leads_a_jobcenter_is_its_head_and_an_official(verdict: Verdict) -> None:
    assert {"HeadOfJobcenter", "Official"} <= inferred(verdict, "person/erika-beispiel")


def test_a_deputy_is_an_official_but_no_head(verdict: Verdict) -> None:
    kinds = inferred(verdict, "person/d")
    assert "Official" in kinds
    assert "HeadOfJobcenter" not in kinds


def test_a_federal_minister_follows_from_the_kind_of_office(verdict: Verdict) -> None:
    assert "FederalMinister" in inferred(verdict, "person/m")


CONTRADICTIONS = {
    "a person who is an organisation": ("<person/x> a pod:Person , pod:Organisation .", "Organisation"),
    "two current arrangements of different kinds": (
        """<organisation/j> pod:currentArrangement <arrangement/a> , <arrangement/b> .
        <arrangement/a> a pod:JointFacilityArrangement . <arrangement/b> a pod:MunicipalArrangement .""",
        "Functional",
    ),
    "an arrangement of two forms": (
        "<arrangement/a> a pod:ConsortiumArrangement , pod:SeparateArrangement .",
        "Disjoint",
    ),
    "a zkT that the employment agency carries": (
        "<arrangement/a> a pod:MunicipalArrangement ; pod:carrier <organisation/b> . <organisation/b> a pod:Agency .",
        "carrier",
    ),
    "an event that holds an office": ("<event/e> a pod:Event . <tenure/t> pod:holder <event/e> .", "holder"),
    "a speech that is an attestation": ("<release/r> a pod:Contribution , pod:Attestation .", "Attestation"),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_contradiction_is_found_and_explained(name: str) -> None:
    turtle, word = CONTRADICTIONS[name]
    verdict = check_consistency(statements(turtle))
    assert not verdict.consistent
    assert verdict.explanation is not None
    assert word in verdict.explanation


def test_literals_do_not_reach_the_reasoner() -> None:
    values = '<tenure/t> pod:from "2012-01-01"^^xsd:date ; pod:until "2014"^^xsd:gYear ; pod:place "Berlin" .'
    assert check_consistency(statements(values)).triples == check_consistency([]).triples


def test_yes_or_no_is_all_that_a_check_asks(example: list[ox.Quad]) -> None:
    """Without classes of individuals it takes a third of the time; a contradiction is explained all the same."""
    verdict = check_consistency(example, classify=False)
    assert (verdict.consistent, verdict.inferred) == (True, None)
    both = statements("<person/x> a pod:Person , pod:Organisation .")
    verdict = check_consistency([*example, *both], classify=False)
    assert not verdict.consistent
    assert {str(fact.object) for fact in verdict.facts} == {f"<{POD}Person>", f"<{POD}Organisation>"}


def test_the_reasoner_is_given_only_what_an_axiom_speaks_of() -> None:
    """A selector, of which no axiom says anything, can contradict nothing."""
    oa = "http://www.w3.org/ns/oa#"
    many = statements(f"<p> <{oa}hasSelector> <s> . <s> a <{oa}TextQuoteSelector> . <s> <{oa}exact> 'x' .")
    assert check_consistency(many).triples == check_consistency([]).triples
    assert check_consistency(statements("<p> a pod:Passage .")).triples == check_consistency([]).triples + 1
