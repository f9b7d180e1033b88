"""What the README shows is what happens: its Python, and the commands of its overview, one after the other."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from blocks import ROOT, Block, blocks, environment, run

README = ROOT / "README.md"
RELEASE = """Bundesminister Hubertus Heil hielt beim Tag der Jobcenter am 27. April 2021 eine Rede.

Quelle: Bundesministerium für Arbeit und Soziales, 28.04.2021
"""


def commands() -> list[str]:
    """The lines "$ podium …" of the README, without the comments behind them."""
    lines = [line for block in blocks(README) if block.language == "console" for line in block.text.splitlines()]
    return [re.sub(r"\s+#.*", "", line.removeprefix("$ ")) for line in lines if line.startswith("$ podium ")]


def test_the_commands_work_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "a.txt").write_text(RELEASE, encoding="utf-8")
    assert len(commands()) >= 5
    script = "\n".join(f"echo '## {line}' && {line}" for line in commands())
    done = run(Block("bash", script, 0), tmp_path, environment(tmp_path, ROOT))
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
    assert "Traceback" not in done.stderr
    assert "Hubertus Heil" in done.stdout
    assert any(tmp_path.glob("*.html"))


@pytest.mark.parametrize("block", [b for b in blocks(README) if b.language == "python"], ids=lambda b: f"line-{b.line}")
def test_the_python_works(block: Block, tmp_path: Path) -> None:
    done = run(block, tmp_path, environment(tmp_path, ROOT))
    assert done.returncode == 0, f"README.md:{block.line}: {done.stderr}"
