"""Speech framed by a verb of saying: indirect clauses, quotations, and reports without a clause of their own."""

from collections.abc import Iterator

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.clauses import Clause
from podium.reading.speech.grammar import AUXILIARIES, RELATIVES, SUBORDINATORS, finite, is_subjunctive
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["utterances_of"]

_FINAL = frozenset([".", "!", "?", "…"])
_ADVERBIAL = frozenset("indem nachdem weil da obwohl während bevor sodass als zumal wobei wohingegen obgleich".split())
_OPENERS = frozenset(
    [
        "dass",
        "daß",
        "ob",
        "wie",
        "was",
        "wer",
        "wo",
        "wann",
        "warum",
        "weshalb",
        "welche",
        "welcher",
        "welches",
        "wonach",
        "damit",
    ]
)


def utterances_of(
    doc: Document, actors: Actors, sentence: Sentence, clause: Clause, following: Clause | None = None
) -> Iterator[Utterance]:
    """Utterances that one clause of saying frames within its sentence, up to the `following` clause of its own."""
    atoms = sentence.atoms
    speaker = (clause.subject,) if clause.subject else ()
    regions = _cut(doc, atoms, _regions(doc, sentence, clause), clause, following)
    frame = _frame(doc, sentence, clause)
    verb = clause.verb
    thought = verb.takes("T")
    said = False
    if regions:
        quotes = [atoms[k] for a, b in regions for k in range(a, b) if atoms[k].kind == "q"]
        words = sum(atoms[k].kind != "q" and atoms[k].text.isalnum() for a, b in regions for k in range(a, b))
        if quotes and words <= 1 and verb.takes("Q"):
            for quote in quotes:
                said = True
                yield Utterance("direct", ((quote.first, quote.end),), speaker, clause.cue, frame, sentence.number,
                                "quotation-" + _rule(clause), thought=thought)  # fmt: skip
        elif verb.takes("C") or verb.takes("I"):
            said = True
            whole = tuple(_tokens(atoms, a, b) for a, b in regions)
            yield Utterance("indirect", whole, speaker, clause.cue, frame, sentence.number,
                            "indirect-" + _rule(clause), thought=thought)  # fmt: skip
            for quote in quotes:
                if not _titled(doc, quote):
                    yield Utterance(fragment_form(quote), ((quote.first, quote.end),), speaker, clause.cue, frame,
                                    sentence.number, "quotation-in-indirect", nested=True, thought=thought)  # fmt: skip
    if said or not speaker or not actors.can_speak(*speaker[0]) or clause.kind not in ("main", "passive"):
        return
    pointer = _pointer(doc, sentence, clause)
    if pointer is not None and (verb.takes("C") or verb.takes("N") or verb.takes("E")) and not thought:
        yield Utterance("indirect", (*pointer,), speaker, clause.cue, frame, sentence.number, "points-back")
        return
    quotes = [
        a
        for a in atoms[clause.start :]
        if a.kind == "q" and _worth(doc, a) and not _titled(doc, a) and not speaker[0][0] <= a.first < speaker[0][1]
    ]
    if quotes and verb.takes("Q"):
        for quote in quotes:
            yield Utterance("direct", ((quote.first, quote.end),), speaker, clause.cue, frame, sentence.number,
                            "quotation-in-report", thought=thought)  # fmt: skip
    elif (verb.takes("E") or _earlier(sentence, clause)) and clause.kind != "passive":
        yield Utterance("reported", (), speaker, clause.cue, frame, sentence.number, "act-named",
                        thought=thought, personal=verb.takes("P"))  # fmt: skip
    elif verb.takes("N"):
        yield Utterance("reported", (_sentence_tokens(doc, sentence),), speaker, clause.cue, (), sentence.number,
                        "report", thought=thought)  # fmt: skip


def _earlier(sentence: Sentence, clause: Clause) -> bool:
    """Whether the perfect looks back on an act ("hatte einen Ausbau gefordert") rather than tells what was said."""
    return clause.verb.takes("N") and sentence.atoms[clause.verb_at].text in _HAVE


_HAVE = frozenset(["hat", "haben", "hatte", "hatten", "habe", "hätten"])


def _pointer(doc: Document, sentence: Sentence, clause: Clause) -> tuple[Tokens, ...] | None:
    """ "Das teilte X mit.", "Dies bestätigte Y.", "Darauf hat Z hingewiesen.": what the sentence before says."""
    atoms = sentence.atoms
    first = next((k for k, a in enumerate(atoms) if a.kind != "w" or a.text.isalpha()), None)
    if first is None or atoms[first].text not in ("das", "dies", "darauf", "davon", "dieses"):
        return None
    if first + 1 >= len(atoms) or not finite(doc.types[atoms[first + 1].first]) or not sentence.first:
        return None
    n = doc.sentence_at[sentence.first] - 1
    begin, end, block = doc.sentences[n]
    if block != sentence.block:
        return None
    if doc.words[end - 1] in _FINAL and end - 1 > begin:
        end -= 1
    return (begin, end), (atoms[first].first, atoms[first].end)


def _rule(clause: Clause) -> str:
    if clause.kind != "main":
        return clause.kind
    return "verb-after" if clause.inverted else "verb-before"


def fragment_form(quote: Atom) -> str:
    """Form of words in marks inside a report: up to three are scare quotes, which stay indirect."""
    return "direct" if quote.end - quote.first > 5 else "indirect"


def _worth(doc: Document, quote: Atom) -> bool:
    """Quotations of one or two words are mostly names or scare quotes."""
    return quote.end - quote.first >= 5 and quote.quote >= 0


def _cut(
    doc: Document, atoms: tuple[Atom, ...], regions: list[tuple[int, int]], clause: Clause, following: Clause | None
) -> list[tuple[int, int]]:
    """Regions without what belongs to another main clause of saying: "…, doch X erklärte, …"."""
    if following is None or following.inverted or following.kind != "main" or not regions:
        return regions
    if clause.verb_at < following.verb_at < clause.end and not clause.inverted:
        return []  # "lobte … und erinnerte daran, dass …": the clause belongs to the second verb
    start = following.start
    a, b = regions[-1]
    if not a < start < b or is_subjunctive(doc.types[atoms[following.verb_at].first]):
        return regions
    before, first = atoms[start - 1].text, atoms[start].text
    if before != ";" and not (before in (",", "und") and first in ("doch", "aber", "und", "während")):
        return regions
    return [*regions[:-1], (a, start - 1)]


def _titled(doc: Document, quote: Atom) -> bool:
    """A title or name: a capitalised noun stands right before the marks (Zeitung „Die Zeit“)."""
    before = doc.types[quote.first - 1] if quote.first else None
    return before is not None and before.cap and before.alpha and quote.end - quote.first < 9


def _tokens(atoms: tuple[Atom, ...], a: int, b: int) -> Tokens:
    return atoms[a].first, atoms[b - 1].end


def _sentence_tokens(doc: Document, sentence: Sentence) -> Tokens:
    return sentence.first, sentence.end


def _frame(doc: Document, sentence: Sentence, clause: Clause) -> tuple[Tokens, ...]:
    atoms = sentence.atoms
    end = clause.end
    if end < len(atoms) and atoms[end].text in (",", ":") and not clause.inverted:
        end += 1
    if end <= clause.start:
        return ()
    return (_tokens(atoms, clause.start, end),)


def _regions(doc: Document, sentence: Sentence, clause: Clause) -> list[tuple[int, int]]:
    """Atom ranges of what was said: behind the frame, before it, or on both sides."""
    atoms = sentence.atoms
    last = len(atoms)
    while last > 0 and atoms[last - 1].text in _FINAL:
        last -= 1
    after = (clause.end + 1, last) if clause.end < last and atoms[clause.end].text in (",", ":", "–", "-") else None
    if after is None and clause.end < last and atoms[clause.end].kind == "q":
        after = (clause.end, last)
    if clause.inverted or clause.kind == "wie":
        before = _before(doc, sentence, clause)
        if before is not None:
            regions = [before]
            if after is not None and after[0] < after[1] and not _is_subordinate(doc, atoms, after):
                regions.append(after)
            return regions
        if clause.kind == "wie":
            return [after] if after and after[0] < after[1] else []
        opening = _opening(atoms, clause)
        if opening and after is not None and after[0] < after[1] and not _is_subordinate(doc, atoms, after):
            return [opening, after]
    if after is None or after[0] >= after[1]:
        return []
    return [after] if _is_complement(doc, atoms, after, clause) else []


def _opening(atoms: tuple[Atom, ...], clause: Clause) -> tuple[int, int] | None:
    """Words without a verb before a frame inside of what is said ("Ohne Betreuung, sagte X, laufe …")."""
    end = clause.start
    while end > 0 and atoms[end - 1].text in (",", "–", "-"):
        end -= 1
    if 0 < end < 12 and clause.verb.takes("C") and atoms[0].text not in SUBORDINATORS:
        return 0, end
    return None


def _before(doc: Document, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """What stands before an inverted frame, from the sentence's beginning or the last semicolon."""
    atoms = sentence.atoms
    end = clause.start
    if end <= 0:
        return None
    start = 0
    for k in range(end - 1, -1, -1):
        if atoms[k].text == ";":
            start = k + 1
            break
    while end > start and atoms[end - 1].text in (",", "–", "-"):
        end -= 1
    if end <= start:
        return None
    body = range(start, end)
    if any(atoms[k].kind == "q" for k in body):
        return start, end
    return (start, end) if clause.verb.takes("C") and _has_main_clause(doc, atoms, start, end) else None


def _has_main_clause(doc: Document, atoms: tuple[Atom, ...], start: int, end: int) -> bool:
    """Whether a stretch between commas is a clause of its own, neither relative nor adverbial."""
    k = start
    while k < end:
        stop = k
        while stop < end and atoms[stop].text != ",":
            stop += 1
        words = [atoms[n] for n in range(k, stop) if atoms[n].kind == "w"]
        lead = next(
            (w for w in words if w.text not in ("und", "aber", "doch", "denn", "auch", "selbst", "nur", "erst")), None
        )
        verbs = any(finite(doc.types[w.first]) for w in words)
        if lead is not None and verbs:
            dependent = lead.text in SUBORDINATORS and lead.text not in _OPENERS
            relative = k > start and lead.text in RELATIVES and finite(doc.types[words[-1].first])
            if not dependent and not relative:
                return True
            if any(is_subjunctive(doc.types[w.first]) for w in words):
                return True
        k = stop + 1
    return False


def _is_subordinate(doc: Document, atoms: tuple[Atom, ...], region: tuple[int, int]) -> bool:
    """ "…, sagte X, der seit 2019 im Amt ist" and "…, sagte X, als er kam": not a part of what was said."""
    first = atoms[region[0]]
    if first.kind == "q":
        return False
    if first.text in (
        "der",
        "die",
        "das",
        "deren",
        "dessen",
        "welcher",
        "welche",
        "als",
        "nachdem",
        "während",
        "bevor",
        "obwohl",
    ):
        lastword = next(
            (atoms[k] for k in range(region[1] - 1, region[0], -1) if atoms[k].kind == "w" and atoms[k].text.isalpha()),
            None,
        )
        return lastword is not None and finite(doc.types[lastword.first])
    return not any(atoms[k].kind == "q" or finite(doc.types[atoms[k].first]) for k in range(*region))


def _is_complement(doc: Document, atoms: tuple[Atom, ...], region: tuple[int, int], clause: Clause) -> bool:
    """Whether the words behind a frame are what was said: a clause that the verb can take."""
    a, b = region
    first = atoms[a]
    if first.kind == "q":
        return True
    verb = clause.verb
    words = [atoms[k] for k in range(a, b) if atoms[k].kind == "w"]
    if not words:
        return any(atoms[k].kind == "q" for k in range(a, b))
    if first.text == "um" or (first.text == "so" and a + 1 < b and atoms[a + 1].text == "dass"):
        return False
    if first.text in _ADVERBIAL:
        return False
    if verb.takes("C") and first.text in _OPENERS:
        return not verb.takes("W") or first.text in ("dass", "daß", "ob")
    types = doc.types
    if any(w.text == "zu" or _zu_infix(w.text) for w in words) and verb.takes("I") and not _relative(doc, atoms, a, b):
        return True
    if not verb.takes("C"):
        return False
    if any(is_subjunctive(types[w.first], True) for w in words):
        return (
            not types[atoms[clause.end - 1].first].cap
            or _verb_second(doc, atoms, a, b)
            or not _relative(doc, atoms, a, b)
        )
    if _relative(doc, atoms, a, b) or first.text in SUBORDINATORS or first.text in ("und", "aber", "um", "sondern"):
        return False
    if verb.takes("W"):
        return False
    return any(finite(types[w.first]) for w in words) and atoms[clause.end].text in (",", ":")


def _zu_infix(text: str) -> bool:
    return "zu" in text[2:-4] and text.endswith("en")


def _verb_second(doc: Document, atoms: tuple[Atom, ...], a: int, b: int) -> bool:
    """ "die Richtung stimme": article, nouns, then the verb in the Konjunktiv."""
    k = a + 1
    while k < b and atoms[k].kind == "w" and doc.types[atoms[k].first].cap:
        k += 1
    return a + 1 < k < b and atoms[k].kind == "w" and is_subjunctive(doc.types[atoms[k].first])


def _relative(doc: Document, atoms: tuple[Atom, ...], a: int, b: int) -> bool:
    """A relative clause: it begins with a pronoun and the only finite verb of its first stretch ends it."""
    start = a + 1 if atoms[a].text in _RELATIVE_PREPOSITIONS and a + 1 < b else a
    if atoms[start].text not in _RELATIVE_OPENERS:
        return False
    end = start
    while end < b and atoms[end].text not in (",", ";", ":"):
        end += 1
    words = [atoms[k] for k in range(start, end) if atoms[k].kind == "w"]
    if len(words) < 2 or not finite(doc.types[words[-1].first]):
        return False
    if words[-2].text == "zu" or _zu_infix(words[-1].text):
        return False
    last = doc.types[words[-1].first]
    infinitive = last.lower == last.lemma and last.lower not in AUXILIARIES
    return not (infinitive and any(finite(doc.types[w.first]) for w in words[1:-1]))


_RELATIVE_PREPOSITIONS = frozenset(["in", "an", "mit", "bei", "von", "für", "über", "auf", "aus", "zu", "nach"])
_RELATIVE_OPENERS = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "deren",
        "dessen",
        "denen",
        "welche",
        "welcher",
        "welches",
        "welchem",
        "welchen",
        "wo",
        "was",
    ]
)
