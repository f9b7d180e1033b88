"""All speech of a text, sentence by sentence: frames first, then what goes on with the speaker before."""

from collections.abc import Sequence

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.asked import askers
from podium.reading.speech.clauses import find_clauses
from podium.reading.speech.colons import colon_quotations, konjunktiv_after_colon
from podium.reading.speech.continuations import continuation, of_author
from podium.reading.speech.elliptic import AND, and_added
from podium.reading.speech.framed import utterances_of
from podium.reading.speech.gapping import gapped
from podium.reading.speech.konjunktiv import konjunktiv_before_verb
from podium.reading.speech.letters import read_aloud
from podium.reading.speech.nouns import noun_utterances
from podium.reading.speech.outline import Sentence
from podium.reading.speech.overlaps import is_within, outside, without_doubles, without_inner
from podium.reading.speech.own_words import own_words, whose, with_these_words
from podium.reading.speech.reactions import reactions
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import ASKED, CONDITIONAL, NOUN, REACTION, SOLLEN, SOURCE, SPEECH, SUBJUNCTIVE, VERB
from podium.reading.speech.sources import source_utterances
from podium.reading.speech.unframed import unframed_quotations
from podium.reading.speech.unmarked import unmarked_speech
from podium.reading.speech.utterance import Utterance
from podium.reading.speech.verdicts import verdicts
from podium.reading.speech.viewpoints import OPENINGS, viewpoint

__all__ = ["find_speech"]

_RECENT = 40  # utterances looked back on, so that time grows with the length of the text alone


def find_speech(doc: Document, actors: Actors, sentences: Sequence[Sentence]) -> list[Utterance]:
    """Utterances in the order of their sentences; a quotation is taken once."""
    found: list[Utterance] = []
    unmarked = unmarked_speech(doc, actors, sentences)
    for sentence in sentences:
        if sentence.number in unmarked:
            whole = unmarked[sentence.number]
            found += [whole] if whole is not None else _told_inside(Scan(doc, actors, sentence))
        elif sentence.signals & SPEECH or sentence.quoted:
            found += _of_sentence(Scan(doc, actors, sentence), sentences, found[-_RECENT:])
    return found


def _told_inside(scan: Scan) -> list[Utterance]:
    """What others said, by name, as an answer in an interview tells: "X: … Der Personalchef Y hat erklärt, dass …"."""
    if not scan.sentence.signals & SPEECH:
        return []
    return [u for u in _framed(scan) if any(scan.actors.is_named(k) for span in u.speaker for k in range(*span))]


def _of_sentence(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance]) -> list[Utterance]:
    bits = scan.sentence.signals
    here = list(own_words(scan, sentences, before))
    if not here and scan.sentence.quoted:
        here = list(read_aloud(scan, sentences))
    here = here or [of_author(scan, sentences, utterance, before) for utterance in _framed(scan)]
    here = [whose(scan, sentences, before, utterance) for utterance in here]
    if here and not here[0].speaker and scan.doc.lowers[scan.sentence.first] in AND:
        here = and_added(scan, before, here)
    if bits & ASKED:
        here += askers(scan)
    if not here and bits & REACTION:
        here = list(verdicts(scan))
    if not here and scan.doc.lowers[scan.sentence.first] in OPENINGS:
        view = viewpoint(scan)
        here = [view] if view is not None else []
    if scan.sentence.quoted:
        here += _quotations(scan, sentences, before, here)
    if not here and bits & REACTION:
        here = list(reactions(scan))
    if not here and bits & (SUBJUNCTIVE | CONDITIONAL):
        here = konjunktiv_after_colon(scan)
    if not here and bits & (SUBJUNCTIVE | CONDITIONAL):
        here = konjunktiv_before_verb(scan)
    if not here and bits & (SUBJUNCTIVE | CONDITIONAL | SOLLEN):
        going_on = continuation(scan, sentences, before)
        here = [going_on] if going_on else []
    return here


def _framed(scan: Scan) -> list[Utterance]:
    """Utterances framed by verbs of saying, sources and nouns of saying, in this order."""
    bits = scan.sentence.signals
    clauses = find_clauses(scan) if bits & VERB else []
    found: list[Utterance] = []
    for clause, following in zip(clauses, [*clauses[1:], None], strict=False):
        if clause.verb.takes("T") and clause.subject is None and bits & SOURCE:
            continue  # "Das Gespräch entscheide, so X": what is told, not who tells
        if not is_within(scan.doc, clause, found):
            told = utterances_of(scan, clause, following)
            found += told
            if following is None and told and told[0].form == "reported":
                found += gapped(scan, clause)
    if bits & SOURCE:
        found += source_utterances(scan)
    if bits & NOUN:
        found += outside(noun_utterances(scan), found)
    return without_inner(scan.doc, without_doubles(_by_tag(scan, found)))


def _by_tag(scan: Scan, found: list[Utterance]) -> list[Utterance]:
    """The same without frames before words that a tag behind them gives to a person: "Alle freuen sich: „…“, so X"."""
    if len(found) < 2:
        return found
    tagged = {u.quote for u in found if u.form == "direct" and _is_person(scan, u) and u.cue and u.cue[0] > u.quote[0]}
    return [u for u in found if u.form != "direct" or u.quote not in tagged or _is_person(scan, u)]


def _is_person(scan: Scan, utterance: Utterance) -> bool:
    tokens = (token for first, end in utterance.speaker for token in range(first, end))
    return any(scan.actors.person_at(token) is not None for token in tokens)


def _quotations(
    scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance], framed: Sequence[Utterance]
) -> list[Utterance]:
    """Quotations of a sentence that no verb, source or noun frames."""
    taken = {u.quote[0] for u in framed if u.quote and (u.form == "direct" or u.rule == "quotation-in-indirect")}
    found: list[Utterance] = []
    for utterance in (*with_these_words(scan), *colon_quotations(scan)):
        if utterance.quote[0] not in taken:
            found.append(utterance)
            taken.add(utterance.quote[0])
    return found + unframed_quotations(scan, sentences, [*before, *framed, *found], taken)
