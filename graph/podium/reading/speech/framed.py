"""What a clause of saying frames: quotations, indirect clauses, and reports without a clause of their own."""

from collections.abc import Iterator, Sequence

from podium.reading.acts import is_audience
from podium.reading.instruments_programmes import is_head
from podium.reading.speech.clause import Clause
from podium.reading.speech.fragments import fragment_form, is_noun_phrase, is_part, is_titled, is_worth, stands_alone
from podium.reading.speech.grammar import finite, is_past, is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.regions import regions_of
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import FINAL, Stretch, quotes_and_words, tokens_of
from podium.reading.speech.utterance import Frame, Tokens, Utterance
from podium.reading.speech.verbs import SpeechVerb
from podium.reading.values import replace

__all__ = ["utterances_of"]

_WITH = frozenset(["gemeinsam", "zusammen"])
_COMING = frozenset(["kommen", "teilnahme", "erscheinen"])
_LONGEST_NAME = 12  # tokens, marks included
_MANNER = 7  # atoms between verb and colon
_NOT_PASSIVE = frozenset("anbieten unterrichten unterstützen melden bestätigen werben angreifen verteidigen".split())
_STANDS = frozenset("begrüßen kritisieren loben ablehnen verurteilen würdigen bemängeln befürworten beklagen".split())
_ONLY_WITH = {  # of the last two: never with
    "halten": frozenset(["für", "nichts", "wenig"]),
    "sehen": frozenset(["als", "in", "im", "darin"]),
    "informieren": frozenset(["sich"]),
    "lehnen": frozenset(["stellungnahme", "interview", "auskunft", "kommentar"]),
    "ablehnen": frozenset(["stellungnahme", "interview", "auskunft", "kommentar"]),
    "beantworten": frozenset(["telefon", "tel", "rufnummer", "telefonnummer", "e-mail", "mail", "hotline"]),
}
_ASKING = frozenset(
    "gefragt befragt angesprochen was wie warum weshalb welche welchen welcher welches wo wohin".split()
)
_POINTERS = speech_words("pointers back")


def utterances_of(scan: Scan, clause: Clause, following: Clause | None = None) -> list[Utterance]:
    """Utterances that one clause of saying frames within its sentence, up to the `following` clause of its own."""
    speaker = (clause.subject, *_together(scan, clause)) if clause.subject else ()
    frame = Frame(scan.sentence.number, speaker, clause.cue, _words_of_frame(scan, clause), clause.verb.takes("T"))
    regions = regions_of(scan, clause, following)
    found = list(_content(scan, clause, frame, regions)) if regions else []
    return found or list(_report(scan, clause, frame))


def _together(scan: Scan, clause: Clause) -> tuple[Tokens, ...]:
    """Who speaks with the subject: "A betonte gemeinsam mit B, dass …"."""
    atoms = scan.atoms
    for k in range(clause.start, min(clause.end, len(atoms) - 2)):
        if atoms[k].text in _WITH and atoms[k + 1].text == "mit":
            first = atoms[k + 2].first
            end = noun_phrase(scan.actors, first, scan.sentence.end)
            named = any(scan.actors.person_at(token) for token in range(first, end))
            return ((first, end),) if named and clause.kind == "main" else ()
    return ()


def _words_of_frame(scan: Scan, clause: Clause) -> tuple[Tokens, ...]:
    atoms, end = scan.atoms, clause.end
    if end < len(atoms) and atoms[end].text in (",", ":") and not clause.inverted:
        end += 1
    return (tokens_of(atoms, (clause.start, end)),) if end > clause.start else ()


def _content(scan: Scan, clause: Clause, frame: Frame, regions: Sequence[Stretch]) -> Iterator[Utterance]:
    """Words that stand beside the frame: quotations alone, or indirect speech with quotations in it."""
    verb, atoms = clause.verb, scan.atoms
    if verb.lemma == "drohen" and clause.subject and not scan.actors.can_speak(*clause.subject):
        return  # "Dem Land droht eine Rezession"
    place = clause.kind if clause.kind != "main" else "verb-after" if clause.inverted else "verb-before"
    quotes, words = quotes_and_words(atoms, regions)
    words = 0 if quotes and (_is_manner(scan, regions) or _is_question(scan, regions)) else words
    if quotes and words <= 1 and verb.takes("Q"):
        quotes = [quote for quote in quotes if not _is_name_of_thing(scan, quote)] if not clause.inverted else quotes
        for quote in quotes:
            opens = clause.inverted and quote.end <= clause.cue[0][0]  # "„Na ja“, gab X zurück"
            alone = opens or stands_alone(scan.doc, quote)
            form = fragment_form(scan.doc, quote) if not alone and _is_predicative(scan, quote) else "direct"
            form = form if alone or verb.takes("C") else "indirect"
            part = is_part(scan.doc, quote) and not _is_predicative(scan, quote)
            if quote is quotes[0] and not opens and (part or is_noun_phrase(scan.doc, quote)):
                form = "indirect"
            yield frame.says(form, "quotation-" + place, (quote.first, quote.end))
    elif quotes and not words and clause.inverted and quotes[0].end <= clause.cue[0][0]:
        said = (quotes[0].first, quotes[0].end)  # "„…“, gab er als Losung aus"
        yield frame.says("direct", "quotation-" + place, said)
    elif verb.takes("C") or verb.takes("I"):
        yield frame.says("indirect", "indirect-" + place, *(tokens_of(atoms, region) for region in regions))
        for quote in quotes:
            if not is_titled(scan.doc, quote):
                span = (quote.first, quote.end)
                yield frame.says(fragment_form(scan.doc, quote), "quotation-in-indirect", span, nested=True)


def _is_name_of_thing(scan: Scan, quote: Atom) -> bool:
    """ "verwies auf das Programm „Gute Arbeit für alle“": what a programme or paper is called."""
    before = scan.doc.types[quote.first - 1] if quote.first else None
    return before is not None and is_head(before.text) and quote.end - quote.first < _LONGEST_NAME


def _is_predicative(scan: Scan, quote: Atom) -> bool:
    """ "lobte das Programm als „gut für das Land“": a few words in marks that belong to the clause."""
    return quote.first > 0 and scan.doc.lowers[quote.first - 1] == "als"


def _is_manner(scan: Scan, regions: Sequence[Stretch]) -> bool:
    """ "antwortete X mit einem Wort: „…“": all that stands before the colon says how, not what."""
    first, end = regions[-1]
    colon = next((k for k in range(first, min(end, first + _MANNER)) if scan.atoms[k].text == ":"), None)
    if colon is None or colon + 1 >= end or scan.atoms[colon + 1].kind != "q":
        return False
    lead = scan.atoms[first:colon]
    return bool(lead) and lead[0].text in ("mit", "in", "kurz", "knapp", "wörtlich", "sinngemäß", "unter", ",")


def _is_question(scan: Scan, regions: Sequence[Stretch]) -> bool:
    """ "Was alle wollen, brachte X auf den Punkt: „…“": a clause before the frame that the quotation answers."""
    first, behind = scan.atoms[regions[0][0]], scan.atoms[regions[-1][0]]
    answered = len(regions) == 2 and behind.kind == "q" and scan.doc.words[behind.first - 1] == ":"
    return answered and first.text in _ASKING


def _report(scan: Scan, clause: Clause, frame: Frame) -> Iterator[Utterance]:
    """What a clause of saying tells without a clause of content: "Das bestätigte X", "X kritisierte die Pläne"."""
    verb = clause.verb
    if clause.subject is None or not (_is_of_person(scan, clause) or clause.kind in ("main", "passive")):
        return
    if clause.kind != "relative" and not scan.actors.can_speak(*clause.subject):
        return
    if verb.lemma in ("zusagen", "sagen") and not _COMING.isdisjoint(a.text for a in scan.atoms):
        return  # "Ihr Kommen zugesagt hat X"
    if is_subjunctive(scan.doc.types[clause.cue[0][0]]):
        return  # "Er halte das für vertretbar" goes on with what somebody says
    if verb.lemma in _ONLY_WITH and _is_other_sense(scan, verb):
        return
    pointer = _pointer(scan) if not frame.thought and any(map(verb.takes, "CNE")) else ()
    if pointer:
        begin, end = pointer[0]
        quoted = scan.doc.quote_at[begin] >= 0 and scan.doc.quote_at[begin] == scan.doc.quote_at[end - 1]
        if quoted:  # "„…“ Dies erklärte X"
            words = scan.doc.quotes[scan.doc.quote_at[begin]]
            yield frame.says("direct", "points-back", (words.first, words.last + 1))
        else:
            yield frame.says("indirect", "points-back", *pointer)
        return
    if _is_before_quotation(scan, clause):
        return
    quotes = _quotes_in_report(scan, clause, clause.subject) if verb.takes("Q") else ()
    if quotes:
        for quote in quotes:
            alone = stands_alone(scan.doc, quote) and not is_part(scan.doc, quote)
            form = "direct" if alone else "indirect"  # "nannte es einen „Schlag ins Kontor“"
            yield frame.says(form, "quotation-in-report", (quote.first, quote.end))
        if verb.takes("E") and _is_act_of_its_own(scan, clause):
            yield frame.says("reported", "act-named", personal=verb.takes("P"))
    elif verb.takes("E") and _is_only_frame(scan, clause):
        return
    elif verb.takes("E") and (clause.kind != "passive" or _is_said_by(scan, clause)):
        yield frame.says("reported", "act-named", personal=verb.takes("P"))
    elif verb.takes("N"):
        whole = (scan.sentence.first, scan.sentence.end)
        yield replace(frame, words=()).says("reported", "report", whole, personal=verb.takes("P"))


def _is_of_person(scan: Scan, clause: Clause) -> bool:
    """ "Zugeschaltet war X, der den Einsatz würdigte": a relative clause right behind a person, in the simple past."""
    if clause.kind != "relative" or clause.subject is None or len(clause.cue) > 1 or clause.verb.takes("P"):
        return False
    before = clause.subject[0] - 2
    if scan.doc.types[before].verb and not scan.doc.types[before].cap:
        before -= 1  # "ließ sich von X vertreten, die …"
    return is_past(scan.doc.types[clause.cue[0][0]]) and scan.actors.person_at(before) is not None


def _is_other_sense(scan: Scan, verb: SpeechVerb) -> bool:
    """ "hielt die Urkunde hoch", "sah ihre Chance", "informierte sich", "beantwortet Fragen unter Telefon …"."""
    texts = {atom.text for atom in scan.atoms}
    if verb.lemma in ("informieren", "beantworten", "lehnen", "ablehnen"):
        return not _ONLY_WITH[verb.lemma].isdisjoint(texts)
    return verb.takes("P") and _ONLY_WITH[verb.lemma].isdisjoint(texts)


def _is_said_by(scan: Scan, clause: Clause) -> bool:
    """ "Die Zahlen wurden von X vorgestellt": a passive whose agent is a person, of a verb that is always speech.

    A house is the agent of what takes a stand: "Die Pläne werden vom Verband kritisiert".
    """
    if clause.subject is None or clause.verb.lemma in _NOT_PASSIVE:
        return False
    if clause.verb.lemma in _STANDS and not any(is_audience(scan.word(k)) for k in range(len(scan.atoms))):
        return True
    return any(scan.actors.person_at(k) is not None for k in range(*clause.subject))


def _is_before_quotation(scan: Scan, clause: Clause) -> bool:
    """ "Zur Debatte erklärt X:" at the end of a paragraph, and words in marks begin the next one."""
    sentence, quote_at = scan.sentence, scan.doc.quote_at
    closed = clause.end < len(scan.atoms) and scan.atoms[-1].text == ":" and clause.verb.takes("Q")
    return closed and sentence.end < len(quote_at) and quote_at[sentence.end] >= 0


def _is_only_frame(scan: Scan, clause: Clause) -> bool:
    """ "X schloss sich an: „…“": nothing is told beside the words."""
    atoms, end = scan.atoms, clause.end
    quoted = end + 1 < len(atoms) and atoms[end].text == ":" and atoms[end + 1].kind == "q"
    return quoted and not _is_act_of_its_own(scan, clause)


def _is_act_of_its_own(scan: Scan, clause: Clause) -> bool:
    """ "X dankte den Gästen: „…“": the frame names its object, so the act is told beside the words."""
    if clause.end >= len(scan.atoms) or scan.atoms[clause.end].text != ":" or clause.subject is None:
        return False
    speaker, cue = range(*clause.subject), {k for span in clause.cue for k in range(*span)}
    frame = range(scan.atoms[clause.start].first, scan.atoms[clause.end].first)
    return any(scan.doc.types[k].cap and k not in speaker and k not in cue for k in frame)


def _quotes_in_report(scan: Scan, clause: Clause, speaker: Tokens) -> list[Atom]:
    """Quotations of a report that are neither titles, single words nor part of the speaker's name."""
    doc = scan.doc
    quotes = (a for a in scan.atoms[clause.start :] if a.kind == "q" and is_worth(a) and not is_titled(doc, a))
    return [quote for quote in quotes if not speaker[0] <= quote.first < speaker[1]]


def _pointer(scan: Scan) -> tuple[Tokens, ...]:
    """ "Das teilte X mit.", "Dies bestätigte Y.", "Darauf hat Z hingewiesen.": what the sentence before says."""
    doc, atoms, sentence = scan.doc, scan.atoms, scan.sentence
    first = next((k for k, a in enumerate(atoms) if a.kind != "w" or a.text.isalpha()), None)
    if first is None or atoms[first].text not in _POINTERS:
        return ()
    if first + 1 >= len(atoms) or not finite(scan.word(first + 1)) or not sentence.first:
        return ()
    begin, end, block = doc.sentences[doc.sentence_at[sentence.first] - 1]
    if block != sentence.block:
        return ()
    if doc.words[end - 1] in FINAL and end - 1 > begin:
        end -= 1
    return (begin, end), (atoms[first].first, atoms[first].end)
