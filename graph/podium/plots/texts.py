"""The words of the plots, from texts.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from podium.errors import UsageError

__all__ = ["choice", "joined", "percent", "short", "texts"]


def texts(lang: str) -> Mapping[str, Any]:
    """All texts in a language; UsageError for one that is neither "de" nor "en"."""
    found: Mapping[str, Mapping[str, Any]] = _all()
    choice("lang", lang, tuple(found))
    return found[lang]


@cache
def _all() -> Any:
    return yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text(encoding="utf-8"))


def choice(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """`value`, or UsageError naming what is allowed."""
    if value not in allowed:
        raise UsageError(f"{name}={value!r}: choose {', '.join(map(repr, allowed))}")
    return value


def joined(parts: list[str], most: int = 12) -> str:
    """Parts of an alternative text in one sentence; beyond `most` an ellipsis, since nobody listens to fifty."""
    return "; ".join(parts[:most]) + ("; …" if len(parts) > most else "")


def short(text: str, longest: int = 48) -> str:
    """A label that fits beside a plot; what is cut ends in an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def percent(share: float, lang: str) -> str:
    """0.7426 as "74 %" or "74%"."""
    return f"{100 * share:.0f}" + (" %" if lang == "de" else "%")
