"""One look for all plots: readable in print, in black and white, and by people who do not tell colours apart.

Fills differ in lightness and in their hatching, lines in their markers; nothing is said by colour alone.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from matplotlib import style
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

__all__ = ["FILLS", "GREY", "INK", "SMALL", "canvas", "counted_axis", "fill", "legend", "styled"]

INK, GREY = "#1a1a1a", "#6b6b6b"
SMALL = 10  # fewer persons or contributions than this: a share says little, and the note says so

# Face, hatching and its colour; from dark to light, so that neighbours in a stack differ in black and white too.
FILLS: tuple[tuple[str, str, str], ...] = (
    ("#0b2a4a", "", "#0b2a4a"),
    ("#f0b429", "//", "#5c4200"),
    ("#2f6f8f", "..", "#e8f2f6"),
    ("#dce9f2", "\\\\", "#43637a"),
    ("#7a4b7a", "xx", "#efe3ef"),
    ("#f4f4f4", "", "#6b6b6b"),
    ("#9aa5ae", "--", "#2b3136"),
    ("#ffffff", "++", "#6b6b6b"),
)

# Text becomes outlines: the same picture everywhere, whatever fonts there are; no dates or random ids in files.
_RC: dict[str, Any] = {
    "figure.dpi": 100,
    "figure.facecolor": "white",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 12,
    "axes.axisbelow": True,
    "grid.color": "#d9d9d9",
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.7,
    "legend.frameon": False,
    "legend.handleheight": 1.3,
    "legend.handlelength": 2.2,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "path",
    "svg.hashsalt": "podium",
}


def styled() -> AbstractContextManager[None]:
    """Matplotlib's defaults with our look, while figures are made and saved; the user's settings stay as they are."""
    settings: Any = ["default", _RC]
    return style.context(settings)


@contextmanager
def canvas(title: str, height: float, width: float = 8.0) -> Iterator[tuple[Figure, Axes]]:
    """A figure of that size (inches) with a title and one field; what is drawn on it within `with` has our look.

    Without pyplot and its global state.
    """
    with styled():
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(title)
        yield figure, axes


def fill(number: int) -> dict[str, Any]:
    """The look of the bars of series `number`, counted from 0."""
    face, hatch, edge = FILLS[number % len(FILLS)]
    return {"facecolor": face, "hatch": hatch, "edgecolor": edge, "linewidth": 0.6}


def counted_axis(axes: Axes, label: str, direction: str = "y") -> None:
    """An axis for counts: whole numbers, light lines."""
    axis = axes.yaxis if direction == "y" else axes.xaxis
    axis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y" if direction == "y" else "x")
    axis.set_label_text(label)


def legend(axes: Axes, handles: Sequence[Artist] | None = None) -> None:
    """The legend below the field, in as many columns as fit, where there are several series."""
    shown = list(handles) if handles is not None else axes.get_legend_handles_labels()[0]
    if len(shown) > 1:
        longest = max(len(str(handle.get_label())) for handle in shown)
        columns = max(1, min(len(shown), 110 // (longest + 8)))
        figure = axes.get_figure(root=True)
        assert figure is not None
        figure.legend(handles=shown, loc="outside lower left", ncols=columns)
