"""The order of the reading: document, organisations, instruments, events, persons and roles, speech."""

from podium.reading.model import Reading
from podium.register import Register
from podium.release import Release

__all__ = ["read"]


def read(release: Release, register: Register, pipeline: str | None = None) -> Reading:
    """What a release says; never raises, deterministic. `pipeline` names an installed spaCy pipeline to put in front."""
    return Reading(release)
