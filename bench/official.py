"""The quotation benchmark's figures by a scorer script that the user has, beside the figures of others."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from podium.errors import PodiumError

__all__ = ["PEERS", "Figures", "ScorerFailed", "official"]

Figures = dict[str, tuple[float, float, float]]  # precision, recall, F1, 0–1
_TYPES = {
    "direct": "Direct", "indirect": "Indirect", "reported": "Reported", "free-indirect": "FreeIndirect",
    "indirect-free-indirect": "IndirectFreeIndirect",
}  # fmt: skip
# Where a figure stands in the scorer's JSON: section and key, both by their beginning.
_WHERE = {
    "messages": ("A full", "messages"),
    "messages, roles, joint": ("A full", "joint"),
    "source, simplified": ("A simplified", "role:speaker"),
    "attribution (quote and head of the speaker)": ("metrics", "E ATTRIBUTION"),
}
# F1 of others on the benchmark's dev part, as its paper defines them: a baseline of marks, three verbs and the nearest
# name; the same with five patterns of indirect speech; the rule system with a dependency parser, entity recogniser
# and verb list that Petersen-Frey and Biemann (LREC-COLING 2024) report.
PEERS: Mapping[str, Mapping[str, float]] = {
    "messages": {"regex": 0.243, "regex, indirect too": 0.464, "rules with parser": 0.488},
    "messages, roles, joint": {"regex": 0.105, "regex, indirect too": 0.287, "rules with parser": 0.389},
    "source, simplified": {"regex": 0.031, "regex, indirect too": 0.256, "rules with parser": 0.348},
    "attribution (quote and head of the speaker)": {"regex": 0.031, "regex, indirect too": 0.248},
}


class ScorerFailed(PodiumError, RuntimeError):
    """The user's scorer script ended with an error, or wrote other JSON than expected."""


def official(scorer: Path, folder: Path, readings: Mapping[str, Sequence[Mapping[str, Any]]]) -> Figures:
    """Figures of `scorer --gold FOLDER --pred FILE --json FILE` for contributions by article. Raises ScorerFailed."""
    with tempfile.TemporaryDirectory() as work:
        predictions, figures = Path(work, "predictions.jsonl"), Path(work, "figures.json")
        lines = (json.dumps(_prediction(*item), ensure_ascii=False) + "\n" for item in readings.items())
        predictions.write_text("".join(lines), encoding="utf-8")
        command = [sys.executable, scorer, "--gold", folder, "--pred", predictions, "--json", figures]
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
        if done.returncode:
            raise ScorerFailed(f"{scorer}: exit code {done.returncode}: {done.stderr.strip()[-300:]}")
        try:
            return _figures(json.loads(figures.read_text(encoding="utf-8")))
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise ScorerFailed(f"{scorer}: unexpected figures ({type(error).__name__}: {error})") from error


def _prediction(name: str, contributions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    annotations = [
        {
            "quote": c["quote"], "speaker": c["speaker_span"], "cue": c["cue"], "frame": c["frame"],
            "addressee": c["addressee_span"], "type": _TYPES.get(c["form"]), "nested": c["nested"],
        }
        for c in contributions
        if c["quote"]
    ]  # fmt: skip
    return {"documentName": name, "annotations": annotations}


def _figures(raw: Mapping[str, Mapping[str, Sequence[float]]]) -> Figures:
    result: Figures = {}
    for name, (section, key) in _WHERE.items():
        values = _by_beginning(_by_beginning(raw, section), key)
        result[name] = (float(values[0]), float(values[1]), float(values[2]))
    return result


def _by_beginning(mapping: Mapping[str, Any], beginning: str) -> Any:
    return next(value for key, value in mapping.items() if key.startswith(beginning))
