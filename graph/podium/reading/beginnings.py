"""Where phrases of all kinds can begin: one look-up per token for the rules of all families."""

from functools import cache

from podium.reading.dates import BEGINS
from podium.reading.events_told import frames
from podium.reading.events_triggers import triggers_of as of_events
from podium.reading.events_visits import triggers
from podium.reading.forms import Together
from podium.reading.instruments import triggers_of as of_instruments
from podium.reading.names import KINDS
from podium.reading.organisations_triggers import triggers_of as of_organisations
from podium.reading.persons_scan import BEGINS as OF_PERSONS
from podium.reading.persons_scan import SAYS
from podium.reading.roles_words import ROLE_WORDS
from podium.reading.speech.signals import OF_FORMS
from podium.register.register import Register

__all__ = ["beginnings"]


@cache
def beginnings(register: Register) -> Together[str]:
    """The tables of word forms that the rules ask of every token."""
    names = of_organisations(register), of_instruments(register), of_events(register)
    places = (*names, frames(), triggers(), BEGINS, OF_PERSONS, ROLE_WORDS, SAYS)
    return Together(places, (KINDS, ROLE_WORDS, OF_FORMS))
