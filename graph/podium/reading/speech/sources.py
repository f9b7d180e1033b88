"""Speech without a verb of saying: "nach Angaben …", "laut …", "aus Sicht von …", "… zufolge", "wonach" and others."""

from collections.abc import Callable, Iterable, Iterator

from podium.reading.acts import act_of_noun
from podium.reading.speech.actors import is_source_noun
from podium.reading.speech.it_says import it_says
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.so_phrases import so_utterances
from podium.reading.speech.source_frames import SOURCE_FINAL, said_around
from podium.reading.speech.stretches import Stretch, tokens_of, without_final_marks
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["source_utterances"]

_HELD = frozenset(["Grußwort", "Rede", "Vortrag", "Eröffnung"])
_OPENING = frozenset("einführenden einleitenden begrüßenden eröffnenden kurzen herzlichen".split())
_LONGEST_BEFORE_ZUFOLGE = 12  # tokens


def source_utterances(scan: Scan) -> Iterator[Utterance]:
    """Utterances of a sentence whose source stands in a phrase of its own."""
    for at, atom in enumerate(scan.atoms):
        rule = _RULES.get(atom.text)
        if rule is not None and atom.kind == "w":
            yield from rule(scan, at)


def _zufolge(scan: Scan, at: int) -> Iterable[Utterance]:
    """ "Dem Ministerium zufolge …"."""
    atom = scan.atoms[at]
    phrase = _phrase_before(scan, atom.first)
    return _around_phrase(scan, at, phrase, (phrase[0], atom.end)) if phrase else ()


def _preposition(scan: Scan, at: int) -> Iterable[Utterance]:
    """ "Nach Angaben der Polizei …", "laut X", "nach den Worten von X", "nach seinen Angaben"."""
    atom = scan.atoms[at]
    end = noun_phrase(scan.actors, atom.end, scan.sentence.end)
    if end <= atom.end or not _is_source(scan, atom.text, atom.end, end):
        return ()
    return _around_phrase(scan, at, (atom.end, end), (atom.first, end))


def _phrase_before(scan: Scan, end: int) -> Tokens | None:
    """The noun phrase that ends right before "zufolge"."""
    types, start = scan.doc.types, scan.sentence.first
    for first in range(max(start, end - _LONGEST_BEFORE_ZUFOLGE), end):
        if first > start and types[first - 1].cap and types[first].cap:
            continue
        if noun_phrase(scan.actors, first, end, 1) == end:
            return first, end
    return (end - 1, end) if end > start and types[end - 1].cap else None


def _is_source(scan: Scan, preposition: str, first: int, end: int) -> bool:
    """Whether a noun phrase behind a preposition is one of whom or what says something."""
    words = scan.doc.types[first:end]
    if preposition == "aus":
        spoke = scan.doc.lowers[end : end + 1] in (["sprach"], ["sprachen"], ["berichtete"], ["berichteten"])
        view = words[0].lower in ("sicht", "perspektive") and not spoke  # "Aus Sicht der Kammer sprach X"
        return view and scan.actors.is_agent(first + 1, end)
    if preposition == "nach":
        noun = next((word for word in words if word.cap and word.alpha), None)
        if noun is None or act_of_noun(noun) in _HELD or not _OPENING.isdisjoint(word.lower for word in words):
            return False  # "nach Grußworten von X"
        return is_source_noun(noun)
    if preposition == "gemäß":
        return scan.actors.can_speak(first, end)
    return any(word.cap for word in words)


def _around_phrase(scan: Scan, at: int, speaker: Tokens, words: Tokens) -> Iterable[Utterance]:
    atom = scan.atoms[at]
    frame = Frame(scan.sentence.number, (speaker,), ((atom.first, atom.end),))
    return said_around(scan, _atoms_of(scan.atoms, at, words), frame, "source-" + atom.text)


def _atoms_of(atoms: tuple[Atom, ...], at: int, words: Tokens) -> Stretch:
    """Atoms around `at` that hold the words of a source phrase."""
    start, end = at, at + 1
    while start > 0 and atoms[start - 1].first >= words[0]:
        start -= 1
    while end < len(atoms) and atoms[end].first < words[1]:
        end += 1
    return start, end


def _wonach(scan: Scan, at: int) -> Iterable[Utterance]:
    """ "Berichte, wonach …": a source that the rules do not look for."""
    last = without_final_marks(scan.atoms, SOURCE_FINAL)
    if at + 1 >= last:
        return ()
    word = (scan.atoms[at].first, scan.atoms[at].end)
    frame = Frame(scan.sentence.number, (), (word,), (word,))
    return (frame.says("indirect", "source-wonach", tokens_of(scan.atoms, (at + 1, last))),)


def _demnach(scan: Scan, at: int) -> Iterable[Utterance]:
    """ "Demnach sei …": the word itself stands for the source."""
    last = without_final_marks(scan.atoms, SOURCE_FINAL)
    parts = [(a, b) for a, b in ((0, at), (at + 1, last)) if a < b]
    if not parts or at > 4:
        return ()
    word = (scan.atoms[at].first, scan.atoms[at].end)
    frame = Frame(scan.sentence.number, (word,), (word,), (word,))
    return (frame.says("indirect", "source-demnach", *(tokens_of(scan.atoms, part) for part in parts)),)


_RULES: dict[str, Callable[[Scan, int], Iterable[Utterance]]] = {
    "nach": _preposition, "laut": _preposition, "aus": _preposition, "gemäß": _preposition, "zufolge": _zufolge,
    "so": so_utterances, "demnach": _demnach, "wonach": _wonach, "es": it_says,
}  # fmt: skip
