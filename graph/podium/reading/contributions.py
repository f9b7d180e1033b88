"""From utterances and participations to contributions: who spoke, in what role, where, about what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from podium.reading.acts import act_of_noun, is_medium
from podium.reading.confidence import confidence_of
from podium.reading.document import Document
from podium.reading.entities import Events, Instruments, Organisations, Persons
from podium.reading.locations import Locator
from podium.reading.participation import Participation
from podium.reading.speakers import choose_role, who_is
from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import is_past, is_subjunctive
from podium.reading.speech.outline import Sentence
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["Said", "assemble"]

Speaker = tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution in entity numbers and tokens, before ids and offsets are given."""

    speaker: Speaker
    role: int | None
    event: int | None
    act: str
    printed: str | None
    form: str
    announced: bool
    utterance: Utterance
    about: tuple[int, ...]
    evidence: Tokens
    confidence: float


@dataclass(frozen=True, slots=True)
class Finds:
    """All that the finders found in one text."""

    doc: Document
    persons: Persons
    organisations: Organisations
    instruments: Instruments
    events: Events
    actors: Actors
    sentences: Sequence[Sentence]


def assemble(finds: Finds, utterances: Sequence[Utterance], participations: Sequence[Participation]) -> list[Said]:
    """Contributions in the order of the text."""
    locator = Locator(finds.doc, finds.events, finds.sentences)
    items = _merged(finds, utterances, participations)
    acts: dict[Speaker, tuple[str, str | None]] = {}
    roles: dict[Speaker, int | None] = {}
    result: list[Said] = []
    for speaker, utterance, participation in items:
        result.append(_said(finds, locator, speaker, utterance, participation, acts, roles))
    return result


def _merged(
    finds: Finds, utterances: Sequence[Utterance], participations: Sequence[Participation]
) -> list[tuple[Speaker, Utterance, Participation | None]]:
    """Utterances with their speakers, and participations as utterances without content, by place in the text."""
    doc = finds.doc
    items: list[tuple[int, int, Speaker, Utterance, Participation | None]] = []
    spoke: dict[tuple[Speaker, int], bool] = {}
    for utterance in utterances:
        if utterance.form == "reported" and _is_bare_talk(finds, utterance, participations):
            continue
        for speaker in _speakers(finds, utterance):
            if _is_thought(doc, utterance, speaker) or (utterance.personal and (speaker or "o")[0] == "o"):
                continue
            spoke[speaker, utterance.sentence] = True
            items.append((_start(utterance), 1, speaker, utterance, None))
    for item in participations:
        who: Speaker = ("p", item.person)
        if item.content and (who, item.sentence) in spoke:
            items = [(a, b, s, u, item if s == who and u.sentence == item.sentence else p) for a, b, s, u, p in items]
            continue
        items.append((item.mention.first, 0, who, _as_utterance(finds, item), item))
    items.sort(key=lambda x: (x[3].sentence, x[0], x[1]))
    return [(speaker, utterance, item) for _, _, speaker, utterance, item in items]


def _start(utterance: Utterance) -> int:
    places = [*utterance.quote, *utterance.cue]
    return min(first for first, _ in places) if places else 0


def _speakers(finds: Finds, utterance: Utterance) -> tuple[Speaker, ...]:
    """Entities behind the speaker's words; (None,) where the text names nobody."""
    found: list[Speaker] = []
    for first, end in utterance.speaker:
        found += who_is(finds.doc, finds.actors, finds.persons, finds.organisations, first, end)
    return tuple(dict.fromkeys(found)) or (None,)


def _is_thought(doc: Document, utterance: Utterance, speaker: Speaker) -> bool:
    """Hopes and expectations of somebody named are no speech, unless the Konjunktiv reports them as said."""
    if not utterance.thought or speaker is None or utterance.form == "direct":
        return False
    return not any(is_subjunctive(doc.types[k]) for first, end in utterance.quote for k in range(first, end))


def _is_bare_talk(finds: Finds, utterance: Utterance, participations: Sequence[Participation]) -> bool:
    """A report that says no more than a participation of the same sentence does ("diskutierte mit …")."""
    here = [p for p in participations if p.sentence == utterance.sentence and not p.content]
    if not here:
        return False
    cue = {k for first, end in utterance.cue for k in range(first, end)}
    return any(p.cue[0] in cue or p.rule in ("holds-speech", "discusses", "speech-of", "verb-of-act") for p in here)


def _as_utterance(finds: Finds, item: Participation) -> Utterance:
    """A participation as an utterance: without content, or the whole sentence as a report where it has content."""
    sentence = finds.sentences[item.sentence]
    speaker = (item.mention.phrase,)
    if item.content:
        whole = ((sentence.first, sentence.end),)
        return Utterance("reported", whole, speaker, (), (), item.sentence, item.rule)
    return Utterance("none", (), speaker, (item.cue,), (), item.sentence, item.rule)


def _said(
    finds: Finds, locator: Locator, speaker: Speaker, utterance: Utterance, item: Participation | None,
    acts: dict[Speaker, tuple[str, str | None]], roles: dict[Speaker, int | None],
) -> Said:  # fmt: skip
    doc, sentence = finds.doc, finds.sentences[utterance.sentence]
    announced = item.announced if item else False
    medium = any(is_medium(doc.types[k]) and _near_cue(utterance, k) for k in range(sentence.first, sentence.end))
    if item is not None:
        act, printed = item.act, item.printed
        if not announced:
            acts[speaker] = act, printed
    elif medium:
        act, printed = "Interview", None
    else:
        act, printed = acts.get(speaker, ("Statement", None))
        own = _own_act(doc, utterance, sentence)
        if own is not None:
            act, printed = own
            acts[speaker] = own
    person = speaker is not None and speaker[0] == "p"
    event = locator.event_of(speaker, utterance.sentence, act, person, announced, medium) if speaker else None
    if act == "Statement" and event is not None and person:
        act = _act_at(finds, event)
    role = None
    if person and speaker is not None:
        if speaker not in roles:
            roles[speaker] = choose_role(finds.persons, speaker[1], sentence.first, sentence.end)
        role = roles[speaker]
    about = _about(finds, utterance, sentence)
    evidence = _evidence(finds, utterance, sentence)
    announced = announced or _is_future(finds, event, item, sentence)
    return Said(
        speaker, role, event, act, printed, utterance.form, announced, utterance,
        about, evidence, confidence_of(utterance.rule),
    )  # fmt: skip


def _near_cue(utterance: Utterance, token: int) -> bool:
    """A medium outside of what was said."""
    return not any(first <= token < end for first, end in utterance.quote) or utterance.form == "reported"


def _own_act(doc: Document, utterance: Utterance, sentence: Sentence) -> tuple[str, str | None] | None:
    """ "sagte X in seinem Grußwort": the kind that the frame names."""
    for first, end in utterance.frame or utterance.cue:
        for k in range(first, end):
            act = act_of_noun(doc.types[k])
            if (
                act
                and act not in ("Gespräch", "Statement")
                and k
                and doc.types[k - 1].lower in ("seiner", "ihrer", "seinem", "ihrem", "im", "beim")
            ):
                return act, doc.types[k].text
    return None


def _in_speech(doc: Document, first: int, noun: int) -> bool:
    """ "in seiner Rede", "in einem kurzen Vortrag", "im Grußwort"."""
    for k in range(noun - 1, max(first, noun - 4) - 1, -1):
        lower = doc.types[k].lower
        if lower in ("im", "beim"):
            return True
        if lower in ("seiner", "ihrer", "seinem", "ihrem", "einem", "einer"):
            return k > 0 and doc.types[k - 1].lower in ("in", "bei", "mit")
    return False


def _act_at(finds: Finds, event: int) -> str:
    """What words at an event are where the text gives them no name: an address to an audience, else a statement."""
    name = finds.events.entities[event].name.lower()
    quiet = (
        "pressekonferenz",
        "pressegespräch",
        "anhörung",
        "sitzung",
        "besuch",
        "spatenstich",
        "verhandlung",
        "rundgang",
    )
    return "Statement" if any(word in name for word in quiet) else "Rede"


def _is_future(finds: Finds, event: int | None, item: Participation | None, sentence: Sentence) -> bool:
    """Participation in an event that is still to come, unless the sentence itself tells it as past."""
    if event is None or item is None or not finds.events.entities[event].announced:
        return False
    return not any(is_past(finds.doc.types[k]) for k in range(sentence.first, sentence.end))


def _about(finds: Finds, utterance: Utterance, sentence: Sentence) -> tuple[int, ...]:
    """Instruments named in what was said, or in the sentence of a report."""
    spans = utterance.quote or ((sentence.first, sentence.end),)
    mentions = finds.instruments.mentions
    inside = [m.entity for m in mentions if any(first <= m.first < end for first, end in spans)]
    return tuple(dict.fromkeys(inside))


def _evidence(finds: Finds, utterance: Utterance, sentence: Sentence) -> Tokens:
    """The sentence, with the quotation where it is longer, back to the speaker where that stands shortly before."""
    first, end = sentence.first, sentence.end
    for a, b in utterance.quote:
        first, end = min(first, a), max(end, b)
    starts = [a for a, _ in utterance.speaker]
    if starts and starts[0] < first and finds.doc.starts[first] - finds.doc.starts[starts[0]] < 1200:
        number = finds.doc.sentence_at[starts[0]]
        first = finds.doc.sentences[number][0]
    return first, end


def with_activity(said: Sequence[Said]) -> list[tuple[Said, int]]:
    """Each contribution with the number of its act: same speaker, kind, event, and both held or both announced."""
    numbers: dict[tuple[object, ...], int] = {}
    result: list[tuple[Said, int]] = []
    for number, one in enumerate(said):
        key: tuple[object, ...] = (one.speaker, one.act, one.event, one.announced)
        if one.speaker is None:
            key = (number,)
        result.append((one, numbers.setdefault(key, len(numbers))))
    return result


def without_doubles(said: Sequence[Said]) -> list[Said]:
    """Drops participation without content that repeats one of the same speaker, kind and event."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Said] = []
    for one in said:
        key = (one.speaker, one.act, one.event, one.announced)
        if one.form == "none" and key in seen:
            continue
        if one.form == "none":
            seen.add(key)
        kept.append(replace(one))
    return kept
