"""Speech without a verb of saying: "nach Angaben …", "laut …", "… zufolge", "so X", "demnach", "wonach"."""

from collections.abc import Iterator

from podium.reading.document import Document
from podium.reading.speech.actors import Actors, is_source_noun
from podium.reading.speech.grammar import finite
from podium.reading.speech.indirect import fragment_form
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.phrases import noun_phrase, skip_adjuncts
from podium.reading.speech.utterance import Tokens, Utterance
from podium.reading.words import is_known

__all__ = ["source_utterances"]

_FINAL = frozenset([".", "!", "?", "…", ":"])
_POSSESSIVE = frozenset(["eigenen", "eigener", "seinen", "seiner", "ihren", "ihrer"])


def source_utterances(doc: Document, actors: Actors, sentence: Sentence) -> Iterator[Utterance]:
    """Utterances of a sentence whose source stands in a phrase of its own."""
    for at, atom in enumerate(sentence.atoms):
        if atom.kind != "w":
            continue
        text = atom.text
        if text in ("nach", "laut", "gemäß", "zufolge"):
            found = _adposition(doc, actors, sentence, at)
        elif text == "so":
            found = _so(doc, actors, sentence, at)
        elif text == "demnach" or text == "wonach":
            found = _according(sentence, at)
        elif text == "es":
            found = _it_says(doc, actors, sentence, at)
        else:
            continue
        if found is not None:
            yield from found


def _adposition(doc: Document, actors: Actors, sentence: Sentence, at: int) -> list[Utterance] | None:
    atoms = sentence.atoms
    atom = atoms[at]
    if atom.text == "zufolge":
        phrase = _phrase_before(doc, actors, sentence, at)
        span = (phrase[0], atom.end) if phrase else None
    else:
        phrase, span = _phrase_after(doc, actors, sentence, at)
    if phrase is None or span is None:
        return None
    return _around(doc, sentence, at, phrase, (atom.first, atom.end), span, "source-" + atom.text)


def _according(sentence: Sentence, at: int) -> list[Utterance] | None:
    """ "Demnach sei …", "Berichte, wonach …": the word itself stands for the source."""
    atoms = sentence.atoms
    word = (atoms[at].first, atoms[at].end)
    last = len(atoms)
    while last > 0 and atoms[last - 1].text in _FINAL:
        last -= 1
    if atoms[at].text == "wonach":
        if at + 1 >= last:
            return None
        quote: tuple[Tokens, ...] = ((atoms[at + 1].first, atoms[last - 1].end),)
        return [Utterance("indirect", quote, (), (word,), (word,), sentence.number, "source-wonach")]
    parts = [(a, b) for a, b in ((0, at), (at + 1, last)) if a < b]
    if not parts or at > 4:
        return None
    quote = tuple((atoms[a].first, atoms[b - 1].end) for a, b in parts)
    return [Utterance("indirect", quote, (word,), (word,), (word,), sentence.number, "source-demnach")]


def _it_says(doc: Document, actors: Actors, sentence: Sentence, at: int) -> list[Utterance] | None:
    """ "…, hieß es aus dem Ministerium", "In dem Bericht heißt es: …", "Wie es hieß, …"."""
    atoms = sentence.atoms
    verb = next((k for k in (at - 1, at + 1) if 0 <= k < len(atoms) and atoms[k].text in _SAYS), None)
    if verb is None:
        return None
    cue = (min(atoms[at].first, atoms[verb].first), max(atoms[at].end, atoms[verb].end))
    start = min(at, verb)
    while start > 0 and atoms[start - 1].text not in _BOUNDS and atoms[start - 1].kind != "q":
        start -= 1
    end = max(at, verb) + 1
    while end < len(atoms) and atoms[end].text not in _BOUNDS and atoms[end].kind != "q":
        end += 1
    speaker = _place_of_words(doc, actors, sentence, start, end)
    last = len(atoms)
    while last > 0 and atoms[last - 1].text in _FINAL:
        last -= 1
    left = start
    while left > 0 and atoms[left - 1].text in (",", "–", "-"):
        left -= 1
    right = end
    while right < last and atoms[right].text in (",", ":", "–", "-"):
        right += 1
    inverted = left > 0 and (start == 0 or atoms[start].text in _SAYS or right >= last)
    regions = [(0, left)] if inverted else [(right, last)] if right < last else []
    if not regions:
        return None
    frame = (atoms[start].first, atoms[end - 1].end)
    return list(_said(atoms, regions, speaker, cue, frame, sentence.number, "it-says"))


_SAYS = frozenset(["heißt", "hieß", "heiße"])
_BOUNDS = frozenset([",", ":", ";", ".", "!", "?", "–", "-"])


def _place_of_words(doc: Document, actors: Actors, sentence: Sentence, start: int, end: int) -> Tokens | None:
    """Who or which paper says it: the phrase behind aus, von, bei, in."""
    for k in range(start, end):
        if sentence.atoms[k].text in ("aus", "von", "vom", "bei", "beim", "in", "im", "auf", "seitens"):
            first = sentence.atoms[k].end
            stop = noun_phrase(doc, actors, first, sentence.end)
            if stop > first and (actors.can_speak(first, stop) or _capitalised(doc, first, stop)):
                return first, stop
    return None


def _phrase_before(doc: Document, actors: Actors, sentence: Sentence, at: int) -> Tokens | None:
    """The noun phrase that ends right before "zufolge"."""
    end = sentence.atoms[at].first
    for first in range(max(sentence.first, end - 12), end):
        if first > sentence.first and doc.types[first - 1].cap and doc.types[first].cap:
            continue
        if noun_phrase(doc, actors, first, end, 1) == end:
            return first, end
    return (end - 1, end) if end > sentence.first and doc.types[end - 1].cap else None


def _phrase_after(doc: Document, actors: Actors, sentence: Sentence, at: int) -> tuple[Tokens | None, Tokens | None]:
    """(source, frame) of "nach Angaben der Polizei", "laut X", "nach den Worten von X", "nach seinen Angaben"."""
    types = doc.types
    first = sentence.atoms[at].end
    if first >= sentence.end:
        return None, None
    end = noun_phrase(doc, actors, first, sentence.end)
    if end <= first:
        return None, None
    if sentence.atoms[at].text == "nach":
        noun = next((k for k in range(first, end) if types[k].cap and types[k].alpha), None)
        named = noun is not None and is_source_noun(types[noun])
        if not named:
            return None, None
    elif (sentence.atoms[at].text == "gemäß" and not actors.can_speak(first, end)) or (
        sentence.atoms[at].text == "laut" and not any(types[k].cap for k in range(first, end))
    ):
        return None, None
    return (first, end), (sentence.atoms[at].first, end)


def _so(doc: Document, actors: Actors, sentence: Sentence, at: int) -> list[Utterance] | None:
    """ "…, so Scheele.", "…, so die Ministerin weiter, …", "so Schneider: „…“"."""
    atoms = sentence.atoms
    before = atoms[at - 1] if at else None
    if before is None or not (before.text in (",", "–", "-", "!", "?", ".") or before.kind == "q"):
        return None
    first = atoms[at].end
    if first < sentence.end and doc.types[first].lower in ("etwa", "auch", "zum", "heute", "gestern", "weiter"):
        first = skip_adjuncts(doc, actors, first, sentence.end)
    end = noun_phrase(doc, actors, first, sentence.end)
    if end <= first or not _closes(doc, sentence, end):
        return None
    quoted = before.kind == "q" or (at > 1 and atoms[at - 2].kind == "q")
    if not (actors.can_speak(first, end) or (_capitalised(doc, first, end) and (quoted or _is_named(doc, first, end)))):
        return None
    return _around(doc, sentence, at, (first, end), (atoms[at].first, atoms[at].end), None, "so")


def _is_named(doc: Document, first: int, end: int) -> bool:
    """A phrase whose last word no dictionary knows is a name."""
    return doc.types[end - 1].cap and not is_known(doc.types[end - 1].lower)


def _capitalised(doc: Document, first: int, end: int) -> bool:
    return any(doc.types[k].cap for k in range(first, end))


def _closes(doc: Document, sentence: Sentence, end: int) -> bool:
    """Behind the speaker of "so X" come adjuncts at most, then a stop."""
    k = end
    while k < sentence.end and doc.words[k] not in (".", ",", ":", "!", "?", ";", "–", "-"):
        if finite(doc.types[k]) or doc.quote_at[k] >= 0:
            return False
        k += 1
    return True


def _around(
    doc: Document, sentence: Sentence, at: int, speaker: Tokens, cue: Tokens, frame: Tokens | None, rule: str
) -> list[Utterance] | None:
    """What was said: the sentence without the frame, with a quotation of its own where there is nothing else."""
    atoms = sentence.atoms
    start, end = _frame_atoms(atoms, at, speaker, frame)
    last = len(atoms)
    while last > 0 and atoms[last - 1].text in _FINAL:
        last -= 1
    left_end = start
    while left_end > 0 and atoms[left_end - 1].text in (",", "–", "-"):
        left_end -= 1
    begin = 0
    for k in range(start - 1, -1, -1):
        if atoms[k].text == ";":
            begin = k + 1
            break
    right = end
    while right < last and atoms[right].text in (",", ":", "–", "-"):
        right += 1
    regions = [(a, b) for a, b in ((begin, left_end), (right, last)) if a < b]
    if not regions:
        return None
    spans = (atoms[start].first, atoms[end - 1].end)
    return list(_said(atoms, regions, speaker, cue, spans, sentence.number, rule))


def _said(
    atoms: tuple[Atom, ...], regions: list[tuple[int, int]], said_by: Tokens | None, cue: Tokens, frame: Tokens,
    number: int, rule: str,
) -> Iterator[Utterance]:  # fmt: skip
    speaker = (said_by,) if said_by else ()
    quotes = [atoms[k] for a, b in regions for k in range(a, b) if atoms[k].kind == "q"]
    words = sum(atoms[k].kind != "q" and atoms[k].text.isalnum() for a, b in regions for k in range(a, b))
    if quotes and words <= 1:
        for quote in quotes:
            yield Utterance("direct", ((quote.first, quote.end),), speaker, (cue,), (frame,), number, rule)
        return
    whole = tuple((atoms[a].first, atoms[b - 1].end) for a, b in regions)
    before, after = regions[0], regions[-1]
    colon = rule == "so" and len(regions) == 2 and atoms[after[0] - 1].text == ":"
    if colon and quotes:  # "… müsse man fördern, so X: „…“"
        yield Utterance("indirect", (whole[0],), speaker, (cue,), (frame,), number, rule)
        for quote in (atoms[k] for k in range(*after) if atoms[k].kind == "q"):
            yield Utterance("direct", ((quote.first, quote.end),), speaker, (cue,), (frame,), number, rule)
        quotes = [atoms[k] for k in range(*before) if atoms[k].kind == "q"]
    else:
        yield Utterance("indirect", whole, speaker, (cue,), (frame,), number, rule)
    for quote in quotes:
        if quote.end - quote.first >= 3:
            yield Utterance(fragment_form(quote), ((quote.first, quote.end),), speaker, (cue,), (frame,), number,
                            rule + "-nested", nested=True)  # fmt: skip


def _frame_atoms(atoms: tuple[Atom, ...], at: int, speaker: Tokens, frame: Tokens | None) -> tuple[int, int]:
    """Atoms of the frame: for "so X" up to the next stop, for a source phrase its own words."""
    if frame is not None:
        start, end = at, at + 1
        while start > 0 and atoms[start - 1].first >= frame[0]:
            start -= 1
        while end < len(atoms) and atoms[end].first < frame[1]:
            end += 1
        return start, end
    end = at + 1
    while end < len(atoms) and (
        atoms[end].first < speaker[1] or atoms[end].text not in (".", ",", ":", "!", "?", ";", "–", "-")
    ):
        end += 1
    return at, end
