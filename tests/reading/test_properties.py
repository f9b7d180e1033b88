"""What holds for any text: no reading raises, offsets are right, the same text gives the same reading."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.reading.texts import texts

from podium.reading import read
from podium.reading.model import Reading
from podium.register import load
from podium.release import Release

_SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


_CUT_OFF = (
    "Leiter ist Karl Muster. Es folgt",
    "Es ehrte die Kammer Dachdeckermeister Karl Muster und Karl Bei",
    "Im Schloss Ludwigslust ehrte die Kammer Dachdeckermeister Ingo Wie",
    "Karin Ritsch, Bürgermeisterin, sprach von Wartezeiten, ihr Amtskollege",
)


def _read(text: str) -> Reading:
    return read(Release(text, "test", "test.txt", published="2023-05-06"), load())


@_SETTINGS
@given(texts)
def test_offsets_lie_in_the_text(text: str) -> None:
    reading = _read(text)
    spans = [
        span
        for x in (*reading.persons, *reading.organisations, *reading.events, *reading.instruments)
        for span in x.mentions
    ]
    spans += [r.evidence for r in reading.roles]
    for c in reading.contributions:
        spans += [c.evidence, *c.quote, *c.cue, *c.frame, *c.speaker_span, *c.addressee_span]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@_SETTINGS
@given(texts)
def test_ids_are_consistent(text: str) -> None:
    reading = _read(text)
    persons, organisations = {p.id for p in reading.persons}, {o.id for o in reading.organisations}
    events, roles = {e.id for e in reading.events}, {r.id for r in reading.roles}
    assert all(
        r.person in persons and (r.organisation is None or r.organisation in organisations) for r in reading.roles
    )
    for c in reading.contributions:
        assert c.speaker is None or c.speaker in persons | organisations
        assert c.role is None or c.role in roles
        assert c.event is None or c.event in events
        assert 0.0 <= c.confidence <= 1.0


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts)
def test_same_text_same_reading(text: str) -> None:
    assert _read(text).as_dict() == _read(text).as_dict()


@pytest.mark.parametrize("text", _CUT_OFF)
def test_a_text_that_breaks_off(text: str) -> None:
    assert _read(text).persons is not None
