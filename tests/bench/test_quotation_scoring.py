"""Attribution of quotations: article and contributions in, what is right out."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bench.quotation_scoring import Article, BadArticle, articles, count, right_ones
from bench.scoring import Count

_TEXT = "Der Sprecher der Polizei, Jan Feld, sagte, man habe nichts gesehen. „Wir prüfen das“, so sie."
_PARTS = [("man habe nichts gesehen", "Der Sprecher der Polizei, Jan Feld"), ("„Wir prüfen das“", "sie")]


def _span(part: str) -> list[int]:
    start = _TEXT.index(part)
    return [start, start + len(part)]


def _raw() -> dict[str, Any]:
    tokens = [{"charBegin": m.start(), "charEnd": m.end()} for m in re.finditer(r"\w+|[^\w\s]", _TEXT)]

    def ids(part: str) -> dict[str, list[int]]:
        start, end = _span(part)
        return {"tokenIds": [n for n, t in enumerate(tokens) if start <= t["charBegin"] < end]}

    said = [{"quote": ids(quote), "speaker": ids(speaker)} for quote, speaker in _PARTS]
    return {"documentName": "a", "originalText": _TEXT, "tokens": tokens, "annotations": said}


@pytest.fixture
def article(tmp_path: Path) -> Article:
    (tmp_path / "a.json").write_text(json.dumps(_raw()), encoding="utf-8")
    return next(articles(tmp_path))


def _said(quote: str, speaker: str) -> dict[str, Any]:
    return {"quote": [_span(quote)], "speaker_span": [_span(speaker)] if speaker else []}


@pytest.mark.parametrize(
    ("quote", "speaker", "right"),
    [
        (*_PARTS[0], True),
        (*_PARTS[1], True),
        ("man habe nichts", "Jan Feld", False),  # half of the capitalised words at most, and not the first
        ("man habe nichts", "Der Sprecher", True),
        ("man habe nichts gesehen", "der Polizei", False),
        ("man", "Der Sprecher", False),
        ("Wir prüfen das", "Der Sprecher", False),
    ],
)
def test_right(article: Article, quote: str, speaker: str, right: bool) -> None:
    assert right_ones(article, [_said(quote, speaker)]) == ({0} if right else set())


def test_a_quotation_is_found_once(article: Article) -> None:
    assert count(article, [_said(*_PARTS[0]), _said(*_PARTS[0]), _said(*_PARTS[1])]) == Count(2, 3, 2)


def test_without_speaker_nothing_is_attributed(article: Article) -> None:
    assert count(article, [_said(_PARTS[0][0], "")]) == Count(0, 0, 2)


def test_a_strange_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadArticle, match=r"b\.json"):
        list(articles(tmp_path))
