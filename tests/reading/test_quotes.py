"""Quotation marks: every row of quotes.txt is a test of its own."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.reading.quotes import Quote
from podium.release import Release

ROWS = [
    line.partition("=>")
    for line in Path(__file__).with_name("quotes.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


def document(text: str) -> Document:
    return Document(Release(text, key="test", source="test"))


def shown(doc: Document, quote: Quote) -> str:
    inner = doc.phrase(quote.first + 1, quote.last if quote.closed else quote.last + 1)
    sign = "+" if quote.continues else "^" if quote.parent >= 0 else ""
    return sign + inner + ("" if quote.closed else "…")


@pytest.mark.parametrize(
    ("text", "quotes"), [(a.strip(), c.strip()) for a, _, c in ROWS], ids=[a[:60] for a, _, _ in ROWS]
)
def test_row(text: str, quotes: str) -> None:
    doc = document(text.replace("⏎", "\n"))
    assert " / ".join(shown(doc, quote) for quote in doc.quotes) == quotes


MARKS = st.lists(
    st.sampled_from([*"„“”\"»«‚‘’'›‹", "Das", "Haus", "geht", " ", " ", ". ", ", ", "\n\n", "(", ")", "–"])
)


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(MARKS.map("".join))
@example("„„„\n\n“")
@example("„‚„")
def test_nested_or_side_by_side(text: str) -> None:
    doc = document(text)
    for number, quote in enumerate(doc.quotes):
        assert 0 <= quote.first <= quote.last < len(doc.words)
        assert quote.parent < number
        if quote.parent >= 0:
            outer = doc.quotes[quote.parent]
            assert outer.first < quote.first <= quote.last <= outer.last
    for one, other in zip(doc.quotes, doc.quotes[1:], strict=False):
        assert one.first < other.first
        assert other.first > one.last or other.last <= one.last


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(MARKS.map("".join))
def test_outermost_quote_of_each_token(text: str) -> None:
    doc = document(text)
    for number, quote in enumerate(doc.quotes):
        if quote.parent < 0:
            assert set(doc.quote_at[quote.first : quote.last + 1]) == {number}
