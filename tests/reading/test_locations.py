"""Where it was said: each contribution gets the gathering at which its speaker spoke, or none."""

import pytest

from podium.reading import read
from podium.register import load
from podium.release import Release

CONGRESS = "Ministerin Heike Muster hat heute in Gera den Fachkongress „Arbeit“ eröffnet. "


def events(text: str, speaker: str) -> set[str | None]:
    reading = read(Release(text, "test", "test", published="2022-11-09"), load())
    persons = {p.id: p.name for p in reading.persons}
    names = {e.id: e.name for e in reading.events}
    said = [c for c in reading.contributions if persons.get(c.speaker or "", "").endswith(speaker)]
    return {names.get(c.event or "") for c in said}


@pytest.mark.parametrize(
    ("text", "speaker", "event"),
    [
        pytest.param(
            CONGRESS + "Im Anschluss besuchte die Ministerin das Jobcenter Gera. Einen Vortrag hielt Stefan Seller.",
            "Seller",
            "Fachkongress „Arbeit“",
            id="no talk at a visit told in passing",
        ),
        pytest.param(
            "Der DGB ruft zur Kundgebung auf dem Markt in Olpe auf. „Kommt alle“, so Ingo Degen im Vorfeld.",
            "Degen",
            None,
            id="said beforehand",
        ),
        pytest.param(
            "„Das braucht Personal“, sagte Holger Amsler am Rande der Präsidiumssitzung in Fulda.\n\n"
            "Arbeitsminister Robert Heiler wies die Kritik zurück.",
            "Heiler",
            None,
            id="the edge of a meeting frames only its paragraph",
        ),
        pytest.param(
            "Für die Kammern spricht Maike Lindner ein Grußwort.\n\nDie Zahlen sind gut. Es gibt viele Stellen. "
            "Der Markt wächst. Der Vorsitzende Tim Zeller kritisierte auf der Pressekonferenz die Betriebe.",
            "Lindner",
            None,
            id="a gathering named much later",
        ),
    ],
)
def test_event_of_a_contribution(text: str, speaker: str, event: str | None) -> None:
    assert events(text, speaker) == {event}
