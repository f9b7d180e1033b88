"""The tutorial as a user follows it: each block in its order, in a fresh checkout, with the answers that it shows."""

import csv
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

# Makes `blocks` importable: pytest's importlib mode leaves sys.path alone.
sys.path.insert(0, str(Path(__file__).parent))

from blocks import ROOT, agrees, blocks, checkout, run

TUTORIAL = ROOT / "docs" / "tutorial.md"

pytest.importorskip("pandas", reason="the tutorial needs pandas (extra notebooks)")
pytest.importorskip("matplotlib", reason="the tutorial needs matplotlib (extra notebooks)")


def test_each_block_does_what_the_tutorial_says(tmp_path: Path) -> None:
    variables = checkout(tmp_path)
    printed = ""
    for block in blocks(TUTORIAL):
        where = f"docs/tutorial.md:{block.line}"
        if block.language == "text":
            assert agrees(block.text, printed), f"{where}: shown is\n{block.text}\nprinted was\n{printed}"
        elif block.language in ("bash", "python"):
            done = run(block, tmp_path, variables)
            assert done.returncode == 0, f"{where}: {done.stderr}"
            assert "Traceback" not in done.stderr
            printed = done.stdout
    _has_table_page_and_plot(tmp_path)


def _has_table_page_and_plot(folder: Path) -> None:
    with (folder / "speakers.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 10
    page = (folder / "my-page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and "Martina Würker" in page
    assert ElementTree.parse(folder / "my-plot.svg").getroot().tag.endswith("svg")


def test_the_comparison_itself() -> None:
    assert agrees("a\n…\nd\n", "a\nb\nc\nd\n")
    assert agrees("…\nd\n", "d\n") or agrees("…\nd\n", "c\nd\n")
    assert not agrees("a\n…\nd\n", "a\nb\nc\n")
    assert not agrees("a\nb\n", "a\nb\nc\n")
    assert agrees("a.c\n", "a.c\n") and not agrees("a.c\n", "abc\n")


def test_files_that_the_tutorial_names_exist() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    lexicons = ROOT / "graph" / "podium" / "reading" / "lexicons"
    for name in re.findall(r"^\| [^|]+ \| (.+) \|$", text, re.MULTILINE)[2:]:
        for file in re.findall(r"`([\w.]+\.(?:txt|csv))`", name):
            assert (lexicons / file).is_file(), file
    for file in re.findall(r"`((?:tests|graph|ontology|queries)/[\w./-]*\w)`", text):
        assert (ROOT / file).exists(), file
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (TUTORIAL.parent / target).exists(), target
