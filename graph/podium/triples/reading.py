"""A reading as quads of the release's own named graph, deterministic and without blank nodes."""

from podium.reading.model import Reading
from podium.register import Register
from podium.triples.reading_contributions import write_contributions
from podium.triples.reading_entities import (
    write_events,
    write_instruments,
    write_mentions,
    write_organisations,
    write_persons,
    write_release,
)
from podium.triples.reading_roles import write_roles
from podium.triples.terms import Quad
from podium.triples.writer import Writer

__all__ = ["reading_quads"]


def reading_quads(reading: Reading, register: Register, all_persons: bool = False) -> list[Quad]:
    """Quads of one release, all in its named graph.

    Data minimisation: persons who neither speak nor hold an office here, and press contacts whatever they are called,
    are left out unless `all_persons`.
    """
    writer = Writer(reading, register, all_persons)
    write_release(writer)
    write_persons(writer)
    write_organisations(writer)
    write_events(writer)
    write_instruments(writer)
    write_roles(writer)
    write_contributions(writer)
    write_mentions(writer)
    return writer.quads()
