"""A reading as quads: evidence equals the text, nothing personal leaks, the same input gives the same quads."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from tests.reading.texts import texts

from podium.reading import read
from podium.register import load
from podium.release import Release
from podium.resources import examples
from podium.sources import releases
from podium.triples.reading import reading_quads
from podium.triples.terms import TYPE, node, oa, pod

_CONTACT = (
    "Berlin. Landrätin Eva Stein sagte, es gehe voran.\n\n"
    "Pressekontakt:\nKarl Mustermann, Tel.: 030 123456-7, presse@amt.example\n"
)


def _release(text: str, **known: str) -> Release:
    return Release(text, "test", "test.txt", published="2023-05-06", **known)


def _quads(text: str, all_persons: bool = False) -> list[Quad]:
    return reading_quads(read(_release(text), load()), load(), all_persons)


def _values(quads: list[Quad], predicate: NamedNode) -> dict[str, str]:
    return {q.subject.value: q.object.value for q in quads if q.predicate == predicate}  # type: ignore[union-attr]


def _check_passages(quads: list[Quad], text: str) -> int:
    """Number of passages; each one's quoted text and selectors equal the text at its offsets."""
    quoted, starts, ends = (_values(quads, pod(name)) for name in ("quotedText", "start", "end"))
    exact = _values(quads, oa("exact"))
    for iri, words in quoted.items():
        start, end = int(starts[iri]), int(ends[iri])
        assert iri.endswith(f"#char={start},{end}")
        assert text[start:end] == words == exact[iri + "&quote"]
    return len(quoted)


def _with_evidence(quads: list[Quad]) -> set[str]:
    kinds = {pod("Contribution"), pod("Attestation"), pod("Mention"), pod("Utterance")}
    return {q.subject.value for q in quads if q.predicate == TYPE and q.object in kinds}  # type: ignore[union-attr]


@pytest.mark.parametrize("release", list(releases([str(examples())])), ids=lambda r: r.source.rsplit("/", 1)[-1])
def test_evidence_of_the_bundled_releases(release: Release) -> None:
    quads = reading_quads(read(release, load()), load())
    assert _check_passages(quads, release.text) > 0
    assert _with_evidence(quads) <= set(_values(quads, pod("passage")))
    assert len(set(quads)) == len(quads)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts)
def test_evidence_of_any_text(text: str) -> None:
    quads = _quads(text)
    _check_passages(quads, text)
    assert _with_evidence(quads) <= set(_values(quads, pod("passage")))
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts)
def test_same_text_same_quads(text: str) -> None:
    assert _quads(text) == _quads(text)


def test_press_contacts_are_not_written() -> None:
    written = {q.object.value for q in _quads(_CONTACT) if isinstance(q.object, Literal)}
    assert "Eva Stein" in written
    assert "Karl Mustermann" not in written
    assert not any("@" in value or "123456" in value for value in written)


def test_press_contacts_are_written_when_asked_for() -> None:
    written = {q.object.value for q in _quads(_CONTACT, all_persons=True) if isinstance(q.object, Literal)}
    assert "Karl Mustermann" in written


def test_all_is_in_the_release_s_own_graph() -> None:
    release = _release(_CONTACT)
    assert {q.graph_name for q in _quads(_CONTACT)} == {node(release.iri)}


def test_two_acts_of_one_speaker_are_two_contributions() -> None:
    text = (
        "In ihrer Rede lobte Landrätin Eva Stein das Team. Auf dem Podium diskutierten Eva Stein und Karl Mustermann."
    )
    speakers = [q.object.value for q in _quads(text) if q.predicate == pod("speaker")]
    assert sorted(name.rsplit("/", 1)[-1] for name in speakers) == ["eva-stein", "eva-stein", "karl-mustermann"]


def test_contributions_are_numbered_in_the_order_of_the_text() -> None:
    release = next(iter(releases([str(sorted(examples().glob("*tag-der-jobcenter*"))[0])])))
    reading = read(release, load())
    firsts = [c.evidence[0] for c in reading.contributions]
    assert all(a <= b + 1500 for a, b in pairwise(firsts))
