"""The page inside of a notebook: in a frame of its own, without a file beside it and without a connection."""

from dataclasses import dataclass

from markupsafe import escape

__all__ = ["InlinePage"]

# Scripts, downloads, printing and links to originals, but no access to the notebook around it.
_MAY = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class InlinePage:
    """A page that notebooks show; `html` is the whole page, `height` that of its frame in pixels."""

    html: str
    height: int = 640

    def _repr_html_(self) -> str:
        """What Jupyter shows: the page as the content of a frame, so that neither meets the other's style or script."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="{_MAY}" title="Podium" '
            f'style="width: 100%; height: {int(self.height)}px; border: 1px solid #8886"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<InlinePage of {len(self.html.encode('utf-8')) / 1000:.0f} kB>"
