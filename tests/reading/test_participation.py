"""Clauses that say who spoke, without (all of) what was said: kind, printed word, announced or held."""

import pytest

from podium.reading import read
from podium.register import load
from podium.release import Release

_HELD = [
    ("Den Festvortrag hielt Prof. Dr. Anna Beispiel.", [("Anna Beispiel", "Vortrag", "Festvortrag")]),
    (
        "Grußworte sprachen Karl Mustermann, Präsident des Deutschen Landkreistages, und Landrätin Eva Stein.",
        [("Karl Mustermann", "Grußwort", "Grußworte"), ("Eva Stein", "Grußwort", "Grußworte")],
    ),
    (
        "Über die Zukunft der Beratung diskutierten Karl Mustermann (Jobcenter Köln), Eva Stein und Ali Yılmaz.",
        [(n, "Podiumsdiskussion", None) for n in ("Karl Mustermann", "Eva Stein", "Ali Yılmaz")],
    ),
    ("Die Moderation lag bei Journalistin Eva Stein.", [("Eva Stein", "Moderation", "Moderation")]),
    ("Durch die Veranstaltung führte Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    ("Eröffnet hat die Tagung Oberbürgermeisterin Eva Stein.", [("Eva Stein", "Eröffnung", None)]),
    ("Den Workshop „Beratung lernen“ leitete Karl Mustermann.", [("Karl Mustermann", "Moderation", None)]),
    (
        "Am anschließenden Podium nahmen neben Eva Stein auch Karl Mustermann teil.",
        [("Eva Stein", "Podiumsdiskussion", None), ("Karl Mustermann", "Podiumsdiskussion", None)],
    ),
    ("Großen Anklang fand der Impulsvortrag von Dr. Eva Stein.", [("Eva Stein", "Vortrag", "Impulsvortrag")]),
]
_SILENT = [
    "Eva Stein nahm an der Tagung teil.",
    "Unter den Gästen begrüßte die Vorsitzende auch Karl Mustermann.",
    "Zum Abschluss überreichte Eva Stein die Urkunden.",
    "Eine Podiumsdiskussion ist geplant. Eva Stein hat die Einladungen verschickt.",
]


def _participations(text: str) -> list[tuple[str, str, str | None, bool]]:
    reading = read(Release(text, "test", "test.txt"), load())
    names = {p.id: p.name for p in reading.persons}
    return [
        (names[c.speaker], c.act, c.act_as_printed, c.announced)
        for c in reading.contributions
        if c.speaker in names and c.form == "none"
    ]


@pytest.mark.parametrize(("text", "expected"), _HELD, ids=lambda v: v[:50] if isinstance(v, str) else "")
def test_held(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _participations(text) == [(*row, False) for row in expected]


def test_announced() -> None:
    assert _participations("Den Eröffnungsvortrag wird Dr. Eva Stein halten.") == [
        ("Eva Stein", "Vortrag", "Eröffnungsvortrag", True)
    ]


@pytest.mark.parametrize("text", _SILENT)
def test_who_does_not_speak(text: str) -> None:
    assert _participations(text) == []


def test_list_of_announced_speakers() -> None:
    text = "Es diskutieren:\n\n- Eva Stein, Leiterin des Jobcenters Köln\n- Karl Mustermann, Stadt Köln\n"
    assert _participations(text) == [
        ("Eva Stein", "Podiumsdiskussion", None, True),
        ("Karl Mustermann", "Podiumsdiskussion", None, True),
    ]
