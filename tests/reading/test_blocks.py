"""Paragraphs and their kinds: every layout of blocks.yaml and every row of datelines.txt is a test of its own."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.blocks import Block, find_blocks
from podium.reading.datelines import dateline

HERE = Path(__file__)
LAYOUTS: list[dict[str, Any]] = yaml.safe_load(HERE.with_name("blocks.yaml").read_text(encoding="utf-8"))
DATELINES = [
    line
    for line in HERE.with_name("datelines.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def shown(text: str, block: Block) -> str:
    mark = " ".join(text[block.start : block.body].split())
    body = " ".join(text[block.body : block.end].split())
    lead = f" | lead {block.lead}" if block.lead >= 0 else ""
    return f"{block.kind} | {mark} | {body}{lead}" if mark else f"{block.kind} | {body}{lead}"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["name"].replace(" ", "_"))
def test_layout(layout: dict[str, Any]) -> None:
    text = layout["text"]
    assert [shown(text, block) for block in find_blocks(text)] == layout["blocks"].splitlines()


@pytest.mark.parametrize("row", DATELINES)
def test_dateline(row: str) -> None:
    place, _, rest = row.rpartition("| ")
    assert (place + rest)[: dateline(place + rest)] == place


PIECES = [
    *("Jobcenter", "und", "der", "Dr.", "–", "-", ":", "\n", "\n\n", "1.", "Foto:", "Kontakt", "10:00 Uhr", "Berlin."),
    *("Über uns", "„", "“", "v. l.", "12345 Musterstadt", "Wann:", "(", "…", "?", "•", "© ", "#", " "),
]


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_blocks_hold_all_that_is_not_blank(text: str) -> None:
    at = 0
    for number, block in enumerate(find_blocks(text)):
        assert not text[at : block.start].strip()
        assert block.start <= block.body <= block.end > block.start
        assert -1 <= block.lead < number
        at = block.end
    assert not text[at:].strip()
