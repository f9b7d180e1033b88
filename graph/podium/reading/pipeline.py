"""The order of the reading: organisations, instruments, events, persons and roles, then who said what where."""

from podium.reading.beginnings import beginnings
from podium.reading.contributions import assemble, without_doubles
from podium.reading.document import Document
from podium.reading.entities import Events, Instruments, Organisations, Persons
from podium.reading.events import find_events
from podium.reading.finds import Finds
from podium.reading.instruments import find_instruments
from podium.reading.model import Reading
from podium.reading.organisations import find_organisations
from podium.reading.participation import find_participations
from podium.reading.persons import find_persons
from podium.reading.speech.actors import Actors
from podium.reading.speech.find import find_speech
from podium.reading.speech.outline import outer_sentences
from podium.reading.write import as_reading
from podium.register import Register
from podium.release import Release

__all__ = ["read"]


def read(release: Release, register: Register, pipeline: str | None = None) -> Reading:
    """What a release says; never raises, deterministic. `pipeline` names an installed spaCy pipeline to put in front.

    Each step sees what the steps before it found: names of organisations keep persons out of them, persons and
    organisations are the speakers, events are where they spoke.
    """
    doc = Document(release, pipeline)
    doc.look_up(beginnings(register))
    organisations: Organisations = find_organisations(doc, register)
    instruments: Instruments = find_instruments(doc, register, organisations)
    events: Events = find_events(doc, organisations, register)
    persons: Persons = find_persons(doc, organisations, register)
    actors = Actors(doc, persons, organisations)
    sentences = outer_sentences(doc)
    finds = Finds(doc, persons, organisations, instruments, events, actors, sentences)
    participations = find_participations(doc, persons, organisations, sentences)
    said = assemble(finds, find_speech(doc, actors, sentences), participations)
    return as_reading(finds, without_doubles(said))
