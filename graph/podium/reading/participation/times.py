"""Whether a sentence tells what was, what is wished, or what is still to come."""

from podium.reading.document import Document
from podium.reading.speech.grammar import MODALS
from podium.reading.speech.outline import Sentence
from podium.reading.speech.signals import CANCELLED, EXPECTED, PLANNED, UNREAL, UNSURE

__all__ = ["is_announced", "is_cancelled", "is_past", "is_scheduled", "is_wished"]

_FUTURE = frozenset("wird werden werde soll sollen".split())
_WILL = frozenset("will wollen".split())
_WHEN = frozenset(["uhr", "dort"])
_PAST = frozenset("wurde wurden hat haben war".split())
_ABSENT = frozenset(
    "verhindert erkrankt krank fehlte fehlten entschuldigt eigentlich ursprünglich sollen wollen".split()
)


def is_announced(doc: Document, sentence: Sentence) -> bool:
    """ "wird … halten", "werden … erwartet", "sollen … diskutieren", "wollen um 11:30 Uhr … diskutieren"."""
    if not sentence.signals & PLANNED:
        return False
    lowers = doc.lowers[sentence.first : sentence.end]
    if sentence.quoted:
        lowers = [w for w, quote in zip(lowers, doc.quote_at[sentence.first : sentence.end], strict=True) if quote < 0]
    timed = not _WILL.isdisjoint(lowers) and not _WHEN.isdisjoint(lowers)  # without a time it is only wished for
    return (timed or not _FUTURE.isdisjoint(lowers)) and not EXPECTED.isdisjoint(lowers)


def is_scheduled(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "X beantwortet ab 19 Uhr Fragen": a verb in the present beside an hour, of what is still to come."""
    form = doc.types[token]
    present = form.lower.endswith(("t", "en")) and not form.participle and form.verb
    past = form.lower.endswith(("te", "ten")) or is_past(doc, sentence) or sentence.quoted
    return present and not past and "Uhr" in doc.words[sentence.first : sentence.end]


def is_cancelled(doc: Document, sentence: Sentence) -> bool:
    """ "Der Vortrag von X muss entfallen", "X, der sprechen sollte, war erkrankt": nobody spoke, nor will."""
    if not sentence.signals & UNSURE:
        return False
    lowers = doc.lowers[sentence.first : sentence.end]
    if not (UNREAL.isdisjoint(lowers) or _ABSENT.isdisjoint(lowers) or sentence.quoted):
        return True
    return any(doc.lowers[k] in CANCELLED and doc.quote_at[k] < 0 for k in range(sentence.first, sentence.end))


def is_wished(doc: Document, sentence: Sentence) -> bool:
    """ "will die Frage diskutieren"."""
    return not MODALS.isdisjoint(doc.lowers[sentence.first : sentence.end])


def is_past(doc: Document, sentence: Sentence) -> bool:
    """ "wurde … moderiert", "hat … referiert"."""
    return not _PAST.isdisjoint(doc.lowers[sentence.first : sentence.end])
