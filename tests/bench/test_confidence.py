"""Confidence: its arithmetic, its table, and what a threshold of 0.9 is worth."""

import csv
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bench.corpus import DEVELOPMENT, GOLD, annotated, reading_of
from bench.evidence import CAUTIOUS, Evidence, Verdict, confidence, lower_bound, release_verdicts, tally
from click.testing import CliRunner

from podium.cli.read import command
from podium.ingest import release_quads
from podium.reading.confidence import confidence_of
from podium.resources import lexicons
from podium.triples.terms import pod


@pytest.mark.parametrize(
    ("right", "everything", "bound"),
    [(0, 0, 0.0), (0, 5, 0.0), (10, 10, 0.859), (50, 50, 0.968), (9, 10, 0.7175), (5, 10, 0.3122)],
)
def test_lower_bound(right: int, everything: int, bound: float) -> None:
    assert lower_bound(right, everything) == pytest.approx(bound, abs=0.001)


def test_more_evidence_gives_more_confidence() -> None:
    bounds = [lower_bound(n, n) for n in (1, 3, 10, 30, 100, 1000)]
    assert bounds == sorted(bounds)
    assert bounds[-1] < 1.0


def _evidence(releases: tuple[int, int], articles: tuple[int, int]) -> Evidence:
    counters = [Counter({True: right, False: wrong}) for right, wrong in (releases, articles)]
    return Evidence(*counters)


def test_articles_count_where_releases_say_little() -> None:
    assert confidence(_evidence((20, 0), (0, 100))) == confidence(_evidence((20, 0), (0, 0)))
    assert confidence(_evidence((5, 0), (0, 100))) < confidence(_evidence((5, 0), (0, 0)))


def test_a_rule_that_hardly_occurs_is_not_trusted() -> None:
    assert confidence(_evidence((2, 0), (0, 0))) == CAUTIOUS == confidence_of("no-such-rule")


def _said(rule: str, form: str, speaker: str | None) -> dict[str, Any]:
    return {"rule": rule, "form": form, "speaker": speaker}


def test_verdicts_on_a_release() -> None:
    gold: dict[str, Any] = {
        "persons": [{"id": "p1", "name": "Eva Stein", "mentions": ["Eva Stein"]}],
        "organisations": [{"name": "Caritas"}],
        "roles": [],
        "events": [],
        "speech": [{"speaker": "p1", "mode": "direct"}, {"speaker": "Caritas", "mode": "indirect"}],
    }
    rows = [
        ("a", "direct", "p7"),
        ("b", "indirect", "p7"),
        ("c", "reported", "o1"),
        ("d", "direct", None),
        ("e", "direct", "p8"),
    ]
    reading = {
        "persons": [{"id": "p7", "name": "Dr. Eva Stein", "named": True}, {"id": "p8", "name": "X Y", "named": False}],
        "organisations": [{"id": "o1", "name": "Caritas", "named": True}],
        "contributions": [_said(*row) for row in rows],
    }
    verdicts = release_verdicts(gold, reading)
    assert [(c["rule"], right) for c, right in verdicts] == [("a", True), ("b", False), ("c", True)]
    assert {rule: found.releases for rule, found in tally(verdicts, []).items()} == {
        "a": Counter({True: 1}),
        "b": Counter({False: 1}),
        "c": Counter({True: 1}),
    }


def test_the_table_follows_from_its_counts() -> None:
    lines = (lexicons() / "confidence.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert len(rows) > 20
    for row in rows:
        right, everything = int(row["right"]), int(row["all"])
        assert float(row["confidence"]) == confidence(_evidence((right, everything - right), (0, 0))), row["rule"]


_MOST = 200  # releases of a folder


@cache
def _verdicts(folder: Path = DEVELOPMENT) -> tuple[Verdict, ...]:
    items = annotated(folder)[:_MOST]
    return tuple(v for item in items for v in release_verdicts(item.annotation, reading_of(item.release)))


def test_what_is_at_least_0_9_sure_is_right_nine_times_in_ten() -> None:
    sure = [right for said, right in _verdicts() if said["confidence"] >= 0.9]
    assert len(sure) >= 40
    assert sum(sure) >= 0.9 * len(sure)


def test_read_keeps_the_sure_ones() -> None:
    done = CliRunner().invoke(command, [str(DEVELOPMENT), "--format", "jsonl", "--min-confidence", "0.9"])
    readings = {Path(r["release"]["source"]).stem: r for r in map(json.loads, done.stdout.splitlines())}
    verdicts = [v for item in annotated(DEVELOPMENT) for v in release_verdicts(item.annotation, readings[item.name])]
    assert len(verdicts) == sum(said["confidence"] >= 0.9 for said, _ in _verdicts())
    assert sum(right for _, right in verdicts) >= 0.9 * len(verdicts)


def test_ingest_keeps_the_sure_ones() -> None:
    unsure = 0
    for item in annotated(DEVELOPMENT):
        written = [q for q in release_quads(item.release, min_confidence=0.9) if q.predicate == pod("speechForm")]
        said = reading_of(item.release)["contributions"]
        assert len(written) == sum(one["confidence"] >= 0.9 for one in said)
        unsure += len(said) - len(written)
    assert unsure


def test_the_unsure_are_wrong_more_often() -> None:
    verdicts = _verdicts() + _verdicts(GOLD)  # those of DEVELOPMENT alone are next to all right
    shares = [
        sum(right for right in part) / len(part)
        for part in (
            [right for said, right in verdicts if (said["confidence"] >= 0.9) is sure] for sure in (True, False)
        )
    ]
    assert shares[0] > shares[1]
