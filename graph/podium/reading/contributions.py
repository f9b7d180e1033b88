"""From utterances and participations to contributions: who spoke, in what role, where, about what."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from operator import attrgetter

from podium.reading.confidence import confidence_of
from podium.reading.contributions_acts import Act, act_at, is_talk_with, is_to_medium, own_act
from podium.reading.contributions_merge import Item, merged
from podium.reading.finds import Finds, Said, Speaker
from podium.reading.locations import Locator, Spoken
from podium.reading.participation import Participation
from podium.reading.speakers import choose_role
from podium.reading.speech.grammar import is_past
from podium.reading.speech.outline import Sentence
from podium.reading.speech.utterance import Tokens, Utterance
from podium.reading.values import value

__all__ = ["assemble", "with_activity", "without_doubles"]

_first = attrgetter("first")
_FARTHEST_SPEAKER = 1200  # code points between a speaker and the words, both within the evidence


@value
class _Memory:
    """What holds for a speaker from one contribution to the next."""

    acts: dict[Speaker, Act] = field(default_factory=dict)
    roles: dict[Speaker, int | None] = field(default_factory=dict)


def assemble(finds: Finds, utterances: Sequence[Utterance], participations: Sequence[Participation]) -> list[Said]:
    """Contributions in the order of the text."""
    locator, memory = Locator(finds.doc, finds.events, finds.organisations, finds.sentences), _Memory()
    return [_said(finds, locator, memory, item) for item in merged(finds, utterances, participations)]


def _said(finds: Finds, locator: Locator, memory: _Memory, item: Item) -> Said:
    speaker, utterance, told = item
    sentence = finds.sentences[utterance.sentence]
    ahead = _is_ahead(finds, utterance, sentence)
    announced = ahead or (told is not None and (told.announced or _is_day_ahead(finds, sentence)))
    medium = is_to_medium(finds.doc, finds.organisations, utterance, sentence)
    act, printed = _act(finds, memory, item, medium)
    person = speaker is not None and speaker[0] == "p"
    at = utterance.speaker[0][0] if utterance.speaker else None
    said = () if utterance.form == "reported" else utterance.quote
    spoken = Spoken(speaker, sentence, act, person, announced, medium, at, said) if speaker else None
    event = locator.event_of(spoken) if spoken else None
    if act == "Statement" and event is not None and person:
        act = act_at(finds.events, event)
    role = _role(finds, memory, speaker, sentence, utterance.cue[0][0] if utterance.cue else sentence.end)
    form = "none" if ahead else utterance.form
    return Said(
        speaker, role, event, act, printed, form, announced or _is_future(finds, event, told, sentence),
        utterance, _about(finds, utterance, sentence), _evidence(finds, utterance, sentence),
        confidence_of(utterance.rule),
    )  # fmt: skip


def _act(finds: Finds, memory: _Memory, item: Item, medium: bool) -> Act:
    """The kind of an act; what a speaker was once said to hold goes on, unless it is only announced."""
    if item.participation is not None:
        act = item.participation.act, item.participation.printed
        if not item.participation.announced:
            memory.acts[item.speaker] = act
        return act
    if medium:
        return "Interview", None
    if is_talk_with(finds.doc, item.utterance):
        return "Gespräch", None
    own = own_act(finds.doc, item.utterance)
    if own is not None:
        memory.acts[item.speaker] = own
    return memory.acts.get(item.speaker, ("Statement", None))


def _role(finds: Finds, memory: _Memory, speaker: Speaker, sentence: Sentence, cue: int) -> int | None:
    """The role in which a person speaks: that of their first contribution holds for all."""
    if speaker is None or speaker[0] != "p":
        return None
    span = (sentence.first, sentence.end)
    own = (r for r in finds.persons.roles if r.person == speaker[1] and r.rule != "verb")
    named = any(span[0] <= r.first < span[1] for r in own)
    if not named and speaker in memory.roles:
        return memory.roles[speaker]
    role = choose_role(finds.doc, finds.persons, speaker[1], span, cue)
    memory.roles.setdefault(speaker, role)
    return role  # "so die Chefin der X GmbH" gives another one for these words


def _is_ahead(finds: Finds, utterance: Utterance, sentence: Sentence) -> bool:
    """ "Am 17. Mai informiert X über …": a report in the present tense on a day to come tells what X will do."""
    return utterance.form == "reported" and _is_day_ahead(finds, sentence)


def _is_day_ahead(finds: Finds, sentence: Sentence) -> bool:
    """Whether a sentence in the present tense names a day to come, or goes on with "Dann" from one that does."""
    doc, number = finds.doc, finds.doc.sentence_at[sentence.first]
    goes_on = doc.lowers[sentence.first] in _THEN and doc.sentences[number - 1][2] == sentence.block
    if number not in finds.events.ahead and not (goes_on and number - 1 in finds.events.ahead):
        return False
    return not any(is_past(doc.types[k]) for k in range(sentence.first, sentence.end))


_THEN = frozenset(["dann", "dort", "dabei", "anschließend"])


def _is_future(finds: Finds, event: int | None, item: Participation | None, sentence: Sentence) -> bool:
    """Participation in an event that is still to come, unless the sentence itself tells it as past."""
    if event is None or item is None or not finds.events.entities[event].announced:
        return False
    return not any(is_past(finds.doc.types[k]) for k in range(sentence.first, sentence.end))


def _about(finds: Finds, utterance: Utterance, sentence: Sentence) -> tuple[int, ...]:
    """Instruments named in what was said, or in the sentence of a report."""
    mentions = finds.instruments.mentions
    if not mentions:
        return ()
    spans = utterance.quote or ((sentence.first, sentence.end),)
    inside: set[int] = set()
    for first, end in spans:
        at = bisect_left(mentions, first, key=_first)
        while at < len(mentions) and mentions[at].first < end:
            inside.add(at)
            at += 1
    return tuple(dict.fromkeys(mentions[at].entity for at in sorted(inside)))


def _evidence(finds: Finds, utterance: Utterance, sentence: Sentence) -> Tokens:
    """The sentence, with the quotation where it is longer, back to the speaker where that stands shortly before."""
    first, end = sentence.first, sentence.end
    for a, b in utterance.quote:
        first, end = min(first, a), max(end, b)
    starts = [a for a, _ in utterance.speaker]
    if starts and starts[0] < first and finds.doc.starts[first] - finds.doc.starts[starts[0]] < _FARTHEST_SPEAKER:
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
        kept.append(one)
    return kept
