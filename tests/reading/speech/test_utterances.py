"""Sentences in, utterances out: who says what, in which form, with which cue."""

from pathlib import Path

import pytest

from podium.reading import read
from podium.register import load
from podium.release import Release

_ROWS = Path(__file__).with_name("utterances.txt")


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in _ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            cases.append((line[2:], []))
        elif line and not line.startswith("#"):
            cases[-1][1].append(line)
    return cases


def _lines(text: str) -> list[str]:
    reading = read(Release(text, "test", "test.txt", published="2024-05-06"), load())
    names = {x.id: x.name for x in (*reading.persons, *reading.organisations)}

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans).replace("\n", "¶")

    return [
        f"{c.form} | {names[c.speaker] if c.speaker else '?'} | {words(c.cue)} | {words(c.quote)}".rstrip()
        for c in reading.contributions
    ]


@pytest.mark.parametrize(("text", "expected"), _cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_utterances(text: str, expected: list[str]) -> None:
    assert _lines(text.replace("¶", "\n")) == [line.rstrip() for line in expected]


@pytest.mark.xfail(reason="what two coordinated clauses report is cut at the semicolon only", strict=True)
def test_two_speakers_in_one_sentence() -> None:
    text = "Anna Beispiel sagte, es werde teurer, und Karl Mustermann sagte, es werde besser."
    assert _lines(text) == [
        "indirect | Anna Beispiel | sagte | es werde teurer",
        "indirect | Karl Mustermann | sagte | es werde besser",
    ]
