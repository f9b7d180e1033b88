"""Packages that only notebooks need: what to say where one is missing."""

from podium.errors import PodiumError

__all__ = ["MissingExtra"]


class MissingExtra(PodiumError, ImportError):
    """A package of the extra `notebooks` is not installed; `str()` says how to install it."""

    def __init__(self, package: str, needed_for: str = "Tables") -> None:
        super().__init__(f"{needed_for} need {package}, which is not installed: pip install 'podium[notebooks]'")
