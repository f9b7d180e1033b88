"""A plot: the figure, the data behind it, and its words for those who do not see it."""

import base64
import io
import os
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from podium.errors import UsageError
from podium.plots.style import GREY, canvas, styled

__all__ = ["Plot", "nothing"]

_FORMATS = ("svg", "png", "pdf")


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """An answer as a picture.

    `figure` is a matplotlib Figure, `data` the numbers in it (one row a bar, cell or line), `alt` the text for
    screen readers, `note` what is counted, of how many, and what the picture does not say; both in the language
    `lang` ("de" or "en") of the labels.
    """

    figure: Figure
    data: pd.DataFrame
    title: str
    alt: str
    note: str
    lang: str = "en"

    def __post_init__(self) -> None:
        """Places everything once: the layout is found step by step, and would move a little each time it is drawn."""
        with styled():
            for _ in range(2):
                self.figure.draw_without_rendering()
            self.figure.set_layout_engine("none")

    def save(self, path: str | os.PathLike[str], dpi: int = 300) -> Path:
        """Write the figure as .svg, .png or .pdf (by the suffix), with its alternative text; returns the path.

        `dpi` are dots an inch, for PNG. The same data always give the same bytes. Raises UsageError for another
        suffix, and where the file cannot be written; then nothing half-written stays.

        >>> import podium, tempfile
        >>> from podium.plots import carriers_heard
        >>> carriers_heard(podium.examples()).save(tempfile.mkdtemp() + "/carriers.svg").name
        'carriers.svg'
        """
        target = Path(path)
        form = target.suffix.removeprefix(".").lower()
        if form not in _FORMATS:
            raise UsageError(f"{target}: a plot is saved as .svg, .png or .pdf")
        try:
            with tempfile.TemporaryDirectory(dir=target.parent, prefix=".podium-") as folder:
                written = Path(folder) / target.name
                written.write_bytes(self._bytes(form, dpi))
                written.replace(target)
        except OSError as error:
            raise UsageError(f"{target} cannot be written: {error.strerror}") from error
        return target

    def svg(self) -> str:
        """The figure as SVG, with title and alternative text inside."""
        return self._bytes("svg").decode()

    def _bytes(self, form: str, dpi: int = 300) -> bytes:
        buffer = io.BytesIO()
        # Without the date and the version of the program, which would differ from run to run.
        about: dict[str, dict[str, Any]] = {
            "svg": {"Title": self.title, "Description": self.alt, "Language": self.lang, "Date": None, "Creator": None},
            "png": {"Title": self.title, "Description": self.alt, "Software": None},
            "pdf": {"Title": self.title, "Subject": self.alt, "CreationDate": None, "Creator": None, "Producer": None},
        }
        with styled():
            self.figure.savefig(buffer, format=form, dpi=dpi, metadata=about[form])
        return buffer.getvalue()

    def _repr_html_(self) -> str:
        """What Jupyter shows: the picture with its alternative text, and the note below."""
        data = base64.b64encode(self._bytes("svg")).decode()
        return (
            f'<figure lang="{self.lang}" style="margin: 0; max-width: 60rem">'
            f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{data}" style="max-width: 100%">'
            f'<figcaption style="font-size: 0.9em">{escape(self.note)}</figcaption></figure>'
        )

    def __repr__(self) -> str:
        return f"<Plot {self.title!r}, {len(self.data)} rows of data>"


def nothing(data: pd.DataFrame, title: str, text: str, lang: str) -> Plot:
    """A plot that says that there is nothing to show."""
    with canvas(title, height=2.0) as (figure, axes):
        axes.set_axis_off()
        axes.text(0.5, 0.5, text, ha="center", va="center", transform=axes.transAxes, color=GREY)
    return Plot(figure, data, title, text, text, lang)
