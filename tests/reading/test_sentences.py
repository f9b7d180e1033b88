"""Sentence boundaries: every row of splits.txt is a test of its own."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.release import Release

GAP = re.compile(r"\[gap: ([^\]]+)\] ")


def document(text: str) -> Document:
    return Document(Release(text, key="test", source="test"))


def sentences(text: str) -> list[str]:
    doc = document(text)
    return [doc.phrase(first, end) for first, end, _ in doc.sentences]


def rows() -> list[object]:
    found = []
    for line in Path(__file__).with_name("splits.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        gap = GAP.match(line)
        row = GAP.sub("", line)
        marks = [pytest.mark.xfail(reason=gap.group(1), strict=True)] if gap else []
        found.append(pytest.param(row, marks=marks, id=row[:70].replace(" ", "_")))
    return found


@pytest.mark.parametrize("row", rows())
def test_row(row: str) -> None:
    text = re.sub(r" ?\|", "", row.replace("⏎", "\n"))
    expected = [" ".join(part.replace("-⏎markt", "markt").replace("⏎", " ").split()) for part in row.split("|")]
    assert sentences(text) == expected


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(
    st.lists(st.sampled_from(["Dr.", "z. B.", "3.", "II.", "A.", "Das", "Mai", "…", "?!", "„", "“", "\n\n", "usw."]))
)
def test_sentences_cover_all_tokens(parts: list[str]) -> None:
    doc = document(" ".join(parts))
    assert [t for first, end, _ in doc.sentences for t in range(first, end)] == list(range(len(doc.words)))
