"""Clauses that say who spoke, where the words themselves are not given."""

from podium.reading.participation.find import find_participations
from podium.reading.participation.model import Participation

__all__ = ["Participation", "find_participations"]
