"""Reading German press releases by rule: from a text to persons, roles, events and contributions."""

from podium.reading.pipeline import read

__all__ = ["read"]
