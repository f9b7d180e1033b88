"""Quotations without a verb of saying beside them: "Name: „…“", a colon before, paragraphs that go on."""

from collections.abc import Iterator, Sequence

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import PREPOSITIONS
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["colon_quotation", "is_speech", "next_of_kin"]


def is_speech(doc: Document, quote: Atom, sentence: Sentence) -> bool:
    """Whether a quotation without a frame can be speech at all, not a title or a scare quote."""
    length = quote.end - quote.first - 2
    if length < 4:
        return False
    if quote.first > sentence.first:
        before = quote.first - 1
        word = doc.types[before]
        closed = doc.words[quote.end - 2] in (".", "!", "?", "…")
        if word.cap and word.alpha and length < (9 if closed else 15):  # Workshop „Beratung lernen“
            return False
        if (
            word.lower in ("der", "die", "das", "dem", "den", "des", "eine", "einen", "thema", "titel", "motto")
            and length < 9
        ):
            return False
    alone = sum(a.kind == "w" and a.text.isalnum() for a in sentence.atoms) == 0
    return alone or length >= 8


def colon_quotation(doc: Document, actors: Actors, sentence: Sentence) -> Iterator[Utterance]:
    """ "Duppré weiter: „…“", "Dazu Landrat X: „…“", "X: „…“" without any verb."""
    atoms = sentence.atoms
    for at in range(1, len(atoms)):
        if atoms[at].kind != "q" or atoms[at - 1].text != ":":
            continue
        start = at - 2
        while start > 0 and atoms[start - 1].text not in (".", ";", ":") and atoms[start - 1].kind != "q":
            start -= 1
        if start < 0:
            continue
        speaker = _name_in(doc, actors, atoms, start, at - 1)
        if speaker and doc.blocks[sentence.block].kind == "heading" and actors.person_at(speaker[0]) is None:
            continue  # "Tagung 2021: „Motto“"
        if speaker:
            frame = (atoms[start].first, atoms[at - 1].end)
            yield Utterance("direct", ((atoms[at].first, atoms[at].end),), (speaker,), (), (frame,), sentence.number,
                            "name-colon")  # fmt: skip


def _name_in(doc: Document, actors: Actors, atoms: Sequence[Atom], start: int, end: int) -> Tokens | None:
    first = atoms[start].first
    limit = atoms[end].first
    for token in range(first, limit):
        mention = actors.person_at(token)
        if mention:
            return mention.phrase[0], min(mention.phrase[1], limit)
    for token in range(first, min(limit, first + 3)):
        stop = noun_phrase(doc, actors, token, limit, 1)
        if stop > token and actors.can_speak(token, stop):
            return token, stop
    return None


def agent_of_sentence(
    doc: Document, actors: Actors, sentence: Sentence, quote: Atom | None, strict: bool = False
) -> Tokens | None:
    """The first person or agent of a sentence who is no object; with `quote`: before it, else behind it."""
    whole = ((sentence.first, sentence.end),)
    for first, end in ((sentence.first, quote.first), (quote.end, sentence.end)) if quote else whole:
        token = first
        while token < end:
            if doc.quote_at[token] >= 0:
                token += 1
                continue
            stop = noun_phrase(doc, actors, token, end, 1)
            if stop > token:
                if actors.is_agent(token, stop, strict) and not _oblique(doc, token, first):
                    return token, stop
                token = stop
            else:
                token += 1
    return None


_NO_SUBJECT = frozenset(
    "dem den des einem eines einen seinem seinen seines seiner ihrem ihren ihres ihrer diesem diesen dieses wie sondern".split()
)


def _oblique(doc: Document, token: int, first: int) -> bool:
    """Whether a noun phrase is plainly no subject: a dative or genitive article, a preposition before it."""
    if doc.types[token].lower in _NO_SUBJECT:
        return True
    return (
        token > first
        and doc.types[token - 1].lower in PREPOSITIONS
        and doc.types[token - 1].lower not in ("von", "für")
    )


_WITHOUT_SPEAKER = frozenset(["source-wonach", "source-demnach", "indirect-relative", "quotation-relative"])


def next_of_kin(doc: Document, utterances: Sequence[Utterance], sentence: Sentence) -> Utterance | None:
    """The last utterance before a sentence that can lend it its speaker: one that is near."""
    for utterance in reversed(utterances):
        if utterance.speaker and utterance.sentence <= sentence.number and utterance.rule not in _WITHOUT_SPEAKER:
            return utterance if sentence.number - utterance.sentence <= 4 else None
    return None
