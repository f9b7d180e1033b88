"""Scores of readings: the gold against itself, against nothing, and with single faults."""

import copy
from typing import Any

import pytest
from bench.corpus import DEVELOPMENT, Annotated, annotated, reading_of
from bench.matching import pair
from bench.scoring import KINDS, Count, score, total
from hypothesis import given
from hypothesis import strategies as st

_GOLD: dict[str, Any] = {
    "persons": [
        {"id": "p1", "name": "Eva Stein", "mentions": ["Eva Stein", "Stein"]},
        {"id": "p2", "name": "Karl Mustermann", "mentions": ["Karl Mustermann"]},
    ],
    "roles": [
        {"person": "p1", "role": "Geschäftsführerin", "organisation": "Jobcenter Köln", "former": False},
        {"person": "p2", "role": "Landrat", "organisation": None, "former": False},
    ],
    "events": [{"id": "e1", "name": "Tag der Jobcenter 2023"}],
    "speech": [
        {"speaker": "p1", "mode": "direct", "event": "e1", "role": 0},
        {"speaker": "Caritas", "mode": "indirect", "event": None, "role": None},
    ],
    "organisations": [{"name": "Jobcenter Köln"}, {"name": "Caritas", "aliases": ["Caritasverband"]}],
    "instruments": ["Bürgergeld"],
    "carrier": [{"organisation": "Jobcenter Köln", "carrier_type": "gE"}],
}


def _organisation(key: str, name: str, carrier_type: str | None = None, kind: str = "other") -> dict[str, Any]:
    return {"id": key, "name": name, "named": True, "kind": kind, "carrier_type": carrier_type}


def _reading() -> dict[str, Any]:
    """A reading that says the same as the gold, in other words where that is allowed."""
    said = {"act": "Rede", "form": "direct", "role": "r1", "event": "e1"}
    return {
        "persons": [
            {"id": "p1", "name": "Eva Stein", "named": True},
            {"id": "p2", "name": "Karl Mustermann", "named": True},
        ],
        "organisations": [_organisation("o1", "Job-Center Köln", "gE"), _organisation("o2", "Caritasverband")],
        "roles": [
            {"id": "r1", "person": "p1", "title": "Geschäftsführerin", "organisation": "o1"},
            {"id": "r2", "person": "p2", "title": "Landrat", "organisation": None},
        ],
        "events": [{"id": "e1", "name": "Tag der Jobcenter"}],
        "instruments": [{"id": "i1", "name": "Bürgergeldes"}],
        "contributions": [
            {"id": "c1", "speaker": "p1", **said},
            {"id": "c2", "speaker": "o2", **said, "form": "reported", "role": None, "event": None},
        ],
    }


def _counts(reading: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    return {kind: (c.hits, c.found, c.gold) for kind, c in score(_GOLD, reading).counts.items()}


def test_the_same_in_other_words_is_all_right() -> None:
    result = score(_GOLD, _reading())
    assert result.errors == ()
    assert set(result.counts) == set(KINDS)
    assert all(count.f1 == 1.0 for count in result.counts.values())


def test_nothing_found_is_no_hit() -> None:
    nothing = {kind: [] for kind in ("persons", "organisations", "roles", "events", "instruments", "contributions")}
    assert all((hits, found) == (0, 0) for hits, found, _ in _counts(nothing).values())


def test_a_role_needs_its_organisation() -> None:
    reading = _reading()
    reading["roles"][0]["organisation"] = "o2"
    counts = _counts(reading)
    assert counts["roles"] == (1, 2, 2)
    assert counts["role titles"] == (2, 2, 2)


def test_a_role_without_organisation_in_the_gold_may_have_one() -> None:
    reading = _reading()
    reading["roles"][1]["organisation"] = "o1"
    assert _counts(reading)["roles"] == (2, 2, 2)


def test_a_deputy_is_another_role() -> None:
    reading = _reading()
    reading["roles"][0]["title"] = "stellvertretende Geschäftsführerin"
    counts = _counts(reading)
    assert counts["roles"] == (1, 2, 2)
    assert counts["speaker with role"] == (0, 1, 1)


def test_a_second_title_of_one_office_is_not_counted() -> None:
    reading = _reading()
    reading["roles"].append({"id": "r3", "person": "p1", "title": "Jobcenter-Geschäftsführerin", "organisation": "o1"})
    assert _counts(reading)["roles"] == (2, 2, 2)


def test_wrong_mode_and_wrong_speaker() -> None:
    reading = _reading()
    reading["contributions"][0] |= {"speaker": "p2", "form": "none"}
    result = score(_GOLD, reading)
    assert result.counts["speakers"] == Count(0, 1, 1)
    assert [e for e in result.errors if e.kind == "speaker with mode"] == [
        ("speaker with mode", True, "Eva Stein · direct"),
        ("speaker with mode", False, "Karl Mustermann · participation"),
    ]


def test_what_the_register_adds_is_left_out() -> None:
    reading = _reading()
    reading["persons"].append({"id": "p3", "name": "Ali Yılmaz", "named": False})
    reading["roles"].append({"id": "r3", "person": "p3", "title": "Minister", "organisation": None})
    reading["contributions"].append({**reading["contributions"][0], "speaker": "p3"})
    reading["organisations"].append(_organisation("o3", "Bundesministerium") | {"named": False})
    assert _counts(reading) == _counts(_reading())


def test_territories_and_media_are_no_organisations() -> None:
    reading = _reading()
    reading["organisations"] += [
        _organisation("o3", "Hessen", kind="territory"),
        _organisation("o4", "Die Zeit", kind="media"),
    ]
    assert _counts(reading)["organisations"] == (2, 2, 2)


def test_sums_are_taken_before_shares() -> None:
    faulty = _reading()
    faulty["persons"] = faulty["persons"][:1]
    faulty["contributions"], faulty["roles"] = [], []
    counts = total([score(_GOLD, _reading()), score(_GOLD, faulty)])
    assert counts["persons"] == Count(3, 3, 4)
    assert counts["persons"].f1 == pytest.approx(6 / 7)
    assert counts["speakers"].recall == 0.5


def test_shares_of_nothing_are_unknown() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (None, None, None)


@pytest.mark.parametrize("item", annotated(DEVELOPMENT)[:3], ids=lambda item: item.annotation["id"])
def test_a_reading_of_another_text_scores_near_nothing(item: Annotated) -> None:
    other = next(o for o in annotated(DEVELOPMENT)[::-1] if o is not item)
    counts = score(item.annotation, reading_of(other.release)).counts
    assert counts["speakers"].hits == counts["persons"].hits == counts["roles"].hits == 0


def test_a_missing_key_is_named() -> None:
    gold = copy.deepcopy(_GOLD)
    del gold["speech"]
    with pytest.raises(KeyError, match="speech"):
        score(gold, _reading())


def test_pairs_give_way_to_each_other() -> None:
    assert pair([[0, 1], [0]]) == {1: 0, 0: 1}


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=5))
def test_pairs_are_as_many_as_can_be(edges: list[list[int]]) -> None:
    def best(left: int, used: frozenset[int]) -> int:
        if left == len(edges):
            return 0
        return max([best(left + 1, used), *(1 + best(left + 1, used | {r}) for r in edges[left] if r not in used)])

    found = pair(edges)
    assert len(found) == best(0, frozenset())
    assert len(set(found.values())) == len(found)
    assert all(right in edges[left] for right, left in found.items())
