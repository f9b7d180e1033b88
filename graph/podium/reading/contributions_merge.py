"""Utterances and participations of a text in one order, each with its speaker."""

from collections.abc import Sequence
from typing import NamedTuple

from podium.reading.document import Document
from podium.reading.finds import Finds, Speaker
from podium.reading.participation import Participation
from podium.reading.speakers import who_is
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.utterance import Frame, Utterance

__all__ = ["Item", "merged"]

_TALKS = frozenset(["holds-speech", "discusses", "speech-of", "verb-of-act", "speaker-noun"])
_PRONOUNS = {"er": "m", "sie": "f"}


class Item(NamedTuple):
    """An utterance of one speaker; `participation` where a clause of its own tells of the act."""

    speaker: Speaker
    utterance: Utterance
    participation: Participation | None


def merged(finds: Finds, utterances: Sequence[Utterance], participations: Sequence[Participation]) -> list[Item]:
    """Utterances with their speakers, and participations as utterances without content, by place in the text.

    A participation with content that is an utterance already only tells the kind of its act.
    """
    bare: dict[int, list[Participation]] = {}
    for one in participations:
        if not one.content:
            bare.setdefault(one.sentence, []).append(one)
    said: list[Item] = []
    for u in utterances:
        said += [Item(who, u, None) for who in _speakers_of(finds, u, bare.get(u.sentence, []), said)]
    spoke = {(item.speaker, item.utterance.sentence) for item in said}
    acts: dict[tuple[Speaker, int], Participation] = {}
    items: list[tuple[int, int, Item]] = []
    for one in participations:
        who: Speaker = ("p", one.person)
        if one.content and (who, one.sentence) in spoke:
            acts[who, one.sentence] = one
        else:
            items.append((one.mention.first, 0, Item(who, _as_utterance(finds, one), one)))
    for speaker, utterance, _ in said:
        act = acts.get((speaker, utterance.sentence))
        items.append((_start(utterance), 1, Item(speaker, utterance, act)))
    items.sort(key=lambda x: (x[2].utterance.sentence, x[0], x[1]))
    return [item for _, _, item in items]


def _start(utterance: Utterance) -> int:
    told = utterance.form == "reported" and utterance.cue  # what is quoted then is the whole sentence
    return min((first for first, _ in (utterance.cue if told else (*utterance.quote, *utterance.cue))), default=0)


def _speakers_of(
    finds: Finds, utterance: Utterance, bare: Sequence[Participation], before: Sequence[Item]
) -> list[Speaker]:
    """Speakers whose utterance counts as speech: no thoughts, no bare talk, none of organisations where personal.

    `bare` are the participations without content that its sentence tells of; `before` what was said up to here.
    """
    speakers = (who for who in _speakers(finds, utterance, before) if not _is_thought(finds.doc, utterance, who))
    if utterance.form == "reported" and bare:
        speakers = (who for who in speakers if not _is_bare_talk(finds.doc, utterance, who, bare))
    return [who for who in speakers if not utterance.personal or (who is not None and who[0] == "p")]


def _speakers(finds: Finds, utterance: Utterance, before: Sequence[Item]) -> tuple[Speaker, ...]:
    """Entities behind the speaker's words; (None,) where the text names nobody."""
    found: list[Speaker] = []
    for first, end in utterance.speaker:
        found += who_is(finds.doc, finds.actors, finds.persons, finds.organisations, first, end)
    return tuple(dict.fromkeys(found)) or (_last_speaker(finds, utterance, before),)


def _last_speaker(finds: Finds, utterance: Utterance, before: Sequence[Item]) -> Speaker:
    """Whom "er" or "sie" means far from any name: who spoke in the sentence right before, if of that gender."""
    if not before or len(utterance.speaker) != 1 or before[-1].speaker is None:
        return None
    gender = _PRONOUNS.get(finds.doc.lowers[utterance.speaker[0][0]])
    (kind, number), last = before[-1].speaker, before[-1].utterance
    alone = sum(item.utterance is last for item in before[-2:]) == 1
    if gender is None or kind != "p" or not alone or not _is_next(finds, last.sentence, utterance.sentence):
        return None
    return before[-1].speaker if finds.persons.entities[number].gender == gender else None


def _is_next(finds: Finds, last: int, sentence: int) -> bool:
    """Whether one sentence follows another, at most with a heading between them."""
    heading = sentence - last == 2 and finds.doc.blocks[finds.sentences[last + 1].block].kind == "heading"
    return heading or sentence - last == 1


def _is_thought(doc: Document, utterance: Utterance, speaker: Speaker) -> bool:
    """Hopes and expectations of somebody named are no speech, unless the Konjunktiv reports them as said."""
    if not utterance.thought or speaker is None or utterance.form == "direct":
        return False
    return not any(is_subjunctive(doc.types[k]) for first, end in utterance.quote for k in range(first, end))


def _is_bare_talk(doc: Document, utterance: Utterance, speaker: Speaker, here: Sequence[Participation]) -> bool:
    """A report that says no more than the speaker's participation in the same sentence does ("diskutierte mit …")."""
    cue = {k for first, end in utterance.cue for k in range(first, end)}
    first = min(cue, default=0)
    if any(p.cue[0] < first and "," in doc.words[p.cue[1] : first] for p in here if speaker == ("p", p.person)):
        return any(p.cue[0] in cue for p in here)  # "hielt eine Rede, in der sie dankte": a clause of its own
    own = (p for p in here if speaker is None or speaker == ("p", p.person))
    return any(p.cue[0] in cue for p in here) or any(p.rule in _TALKS for p in own)


def _as_utterance(finds: Finds, one: Participation) -> Utterance:
    """A participation as an utterance: without content, or the whole sentence as a report where it has content."""
    sentence = finds.sentences[one.sentence]
    if one.content:
        return Frame(one.sentence, (one.mention.phrase,)).says("reported", one.rule, (sentence.first, sentence.end))
    return Frame(one.sentence, (one.mention.phrase,), (one.cue,)).says("none", one.rule)
