"""Verbs that tell of a speech act, by themselves ("diskutierten") or with an object ("eröffnete die Tagung")."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from podium.reading.acts import (
    act_of_noun,
    act_of_verb,
    is_audience,
    is_gathering,
    is_medium,
    is_seat,
    is_talk,
    is_topic,
    is_workshop,
)
from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.lexicon import records
from podium.reading.participation.model import Participation
from podium.reading.participation.people import adjoins, agents, chain, subjects, talkers
from podium.reading.participation.times import is_past, is_wished
from podium.reading.speech.grammar import RELATIVES
from podium.reading.speech.outline import Sentence
from podium.reading.words import Word, word

__all__ = ["ACT_VERBS", "FRONTED", "by_verb"]

FRONTED = frozenset("eröffnet begrüßt moderiert geleitet gestaltet zugesagt".split())  # "Eröffnet hat die Tagung X"
_STOPS = frozenset([",", ";", ":", "–"])
_PASSIVE = frozenset("wird werden wurde wurden worden werde".split())
_INSIDE = frozenset(["in", "im"])
_PLACES = frozenset("auf bei beim zu zum vor".split())


def _is_panel(noun: Word) -> bool:
    return act_of_noun(noun) == "Podiumsdiskussion"


_OBJECTS: dict[str, Callable[[Word], bool]] = {
    "gathering": is_gathering, "audience": is_audience, "workshop": is_workshop, "panel": _is_panel, "topic": is_topic,
    "talk": is_talk, "seat": is_seat,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A verb with what must stand in its sentence: an object of a kind, certain words, the future."""

    verbs: frozenset[str]
    act: str
    object: str | None = None
    words: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    opens: tuple[str, ...] = ()
    future: bool = False
    podium: bool = False
    content: bool = False
    announced: bool = False
    through: bool = False
    into: bool = False
    several: bool = False
    passive: bool = False
    near: bool = False
    without: frozenset[str] = frozenset()


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(
            frozenset(row.pop("verbs")),
            row.pop("act"),
            words=frozenset(row.pop("words", ())),
            all=frozenset(row.pop("all", ())),
            without=frozenset(row.pop("without", ())),
            opens=tuple(row.pop("opens", ())),
            **row,
        )
        for row in [dict(row) for row in records("acts.yaml")["phrases"]]
    )


ACT_VERBS = frozenset().union(*(phrase.verbs for phrase in _phrases())) | {"sprechen"}


def by_verb(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    """Participations that the verb (or "im" of "im Gespräch mit") at `token` tells of."""
    form = doc.types[token]
    if form.lower in _LED and token + 1 < sentence.end and doc.lowers[token + 1] in _BY:
        led = [m for m in people if m.phrase[0] > token]
        if led and adjoins(token + 2, led[0]) and _is_led(doc, sentence, token):
            yield from (_make(m, "Moderation", token, sentence, announced, "verb-of-act") for m in chain(doc, led))
            return
    act = act_of_verb(form)
    if act is None:
        yield from _by_phrase(doc, sentence, people, token, announced)
        return
    if (form.lower == form.lemma and not announced and is_wished(doc, sentence)) or _is_attribute(doc, token):
        return
    podium = act == "Podiumsdiskussion"
    future = announced or (form.lower in ("referiert", "moderiert") and not is_past(doc, sentence))
    rule = "discusses" if podium else "verb-of-act"
    for mention in subjects(doc, people, podium):
        yield _make(mention, act, token, sentence, announced if podium else future, rule)


_LED = frozenset("moderiert geleitet gelenkt gesteuert".split())
_BY = frozenset(["von", "vom", "durch"])


def _is_led(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "souverän gelenkt von X", "Moderiert von X": what is led is a gathering or talk of this sentence."""
    if doc.lowers[token] == "moderiert" or doc.lowers[token - 1] in _SKILFULLY:
        return True
    return any(
        is_gathering(w) or is_talk(w) or is_workshop(w) or _is_panel(w)
        for w in doc.types[sentence.first : sentence.end]
    )


_SKILFULLY = frozenset("souverän gekonnt charmant humorvoll kurzweilig professionell kundig sicher klug".split())


def _make(
    mention: Mention, act: str, token: int, sentence: Sentence, announced: bool, rule: str, content: bool = False
) -> Participation:
    cue = (token, token + 1)
    return Participation(mention.entity, mention, act, None, cue, sentence.number, announced, content, rule)


def _is_attribute(doc: Document, token: int) -> bool:
    """A participle before its noun: "die diskutierten Vorschläge"; "moderiert" never is."""
    return (
        not doc.lowers[token].endswith("t")
        and doc.types[token].participle
        and token + 1 < len(doc.types)
        and doc.types[token + 1].cap
    )


def _by_phrase(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    lower = doc.types[token].lower
    if lower in ("im", "in"):
        noun = next((k for k in range(token + 1, min(token + 5, sentence.end)) if doc.types[k].cap), token)
        if doc.words[noun : noun + 2] == ["Gespräch", "mit"] and not any(
            map(is_medium, doc.types[noun + 2 : noun + 6])
        ):
            for mention in talkers(doc, people, noun - 1):
                yield _make(mention, "Gespräch", token, sentence, announced, "phrase-of-act")
        return
    if token > sentence.first and doc.types[token - 1].lower == "zu":
        return
    found = _phrase_at(doc, sentence, token, announced)
    if found is None:
        return
    if any(w.lower == "werde" for w in doc.types[sentence.first : token]):
        people = [m for m in people if m.end <= token]  # "A werde X vorstellen, kündigte B an"
    passive = _is_passive(doc, sentence, token)
    who = agents(doc, people) if passive and not found.passive else subjects(doc, people, found.podium)
    if found.passive and not passive:
        return
    future = announced or found.future or (lower in ("spricht", "sprechen") and _opens_with_es(doc, sentence, token))
    if found.several and len(who) < 2:
        return  # "Über die Reform streiten die Ministerin X und die FDP": a quarrel, no talk
    for mention in who:
        content = found.content or "worten" in doc.lowers[sentence.first : sentence.end]  # "mit diesen Worten"
        yield _make(mention, found.act, token, sentence, future, "phrase-of-act", content)


def _is_passive(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Begrüßt wurden die Gäste von X", "Y wird eröffnet": a participle with "werden"."""
    if not doc.types[token].participle or doc.types[token].lower == doc.types[token].lemma:
        return False
    return any(doc.types[k].lower in _PASSIVE for k in range(sentence.first, sentence.end) if doc.quote_at[k] < 0)


def _phrase_at(doc: Document, sentence: Sentence, token: int, announced: bool) -> _Phrase | None:
    lower = doc.types[token].lower
    lemma = word(lower).lemma
    if lemma not in ACT_VERBS:
        return None
    nouns = doc.types[sentence.first : sentence.end]
    lowers = set(doc.lowers[sentence.first : sentence.end])
    for phrase in _phrases():
        if lemma not in phrase.verbs or (phrase.words and not phrase.words & lowers) or not phrase.all <= lowers:
            continue
        if phrase.without & lowers:
            continue
        if phrase.opens and tuple(doc.lowers[sentence.first : sentence.first + len(phrase.opens)]) != phrase.opens:
            continue
        if phrase.announced and not (announced and lower == lemma):
            continue
        there = _behind_durch(nouns) if phrase.through else _behind_in(nouns) if phrase.into else nouns
        there = _own_clause(doc, sentence, token) if phrase.near else there
        if phrase.object is None or any(map(_OBJECTS[phrase.object], there)):
            return phrase
        if phrase.object == "workshop" and _titled_before(doc, sentence, token):
            return phrase
        if phrase.object == "gathering" and _of_pronoun(doc, sentence, token):
            return phrase
        if phrase.object == "panel" and _after_panel(doc, sentence, lowers):
            return phrase
    act = _speaking(doc, sentence, token, lowers) if lemma == "sprechen" else None
    return _Phrase(frozenset(), act, podium=act == "Gespräch") if act else None


def _titled_before(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "„Beratung“ leitete X, „Wege“ übernahm Y" behind a sentence that speaks of workshops."""
    number = doc.sentence_at[sentence.first] - 1
    if number < 0 or token <= sentence.first or doc.quote_at[token - 1] < 0:
        return False
    first, end, _ = doc.sentences[number]
    return any(map(is_workshop, doc.types[first:end]))


def _of_pronoun(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Eröffnet wird sie von X": the gathering that the sentence before names."""
    opens = token == sentence.first and doc.lowers[token + 1 : token + 2] != [] and sentence.end - token > 3
    return opens and doc.lowers[token + 1] in _PASSIVE and doc.lowers[token + 2] in ("sie", "er", "es", "diese")


def _own_clause(doc: Document, sentence: Sentence, token: int) -> list[Word]:
    """Words of the verb's own clause; of a relative clause with the noun before it ("die Runde, die X leitete")."""
    first, end = token, token + 1
    while first > sentence.first and doc.words[first - 1] not in _STOPS:
        first -= 1
    while end < sentence.end and doc.words[end] not in _STOPS:
        end += 1
    before = first - 1
    if before <= sentence.first or doc.lowers[first] not in RELATIVES:
        return doc.types[first:end]
    if doc.types[before - 1].cap:
        return [*doc.types[first:end], doc.types[before - 1]]
    while before > sentence.first and doc.words[before - 1] not in _STOPS:
        before -= 1
    return doc.types[before:end]  # "in der Runde der Räte zu, die X leitete"


def _behind_durch(words: list[Word]) -> list[Word]:
    """The first noun behind "durch": "führte durch den Abend", not "führte die Runde durch den Betrieb".

    A title in quotation marks is a gathering's: "führte durch den „Wahlcheck“".
    """
    at = next((k for k, w in enumerate(words) if w.lower in ("durch", "durchs")), len(words))
    if [w.text for w in words[at + 2 : at + 3]] in (["„"], ["»"], ['"']):
        return [word("Veranstaltung")]
    noun = next((k for k in range(at + 1, len(words)) if words[k].cap), len(words))
    if [w.lower for w in words[noun : noun + 1]] == ["werkstatt"] and [
        w.text for w in words[noun + 1 : noun + 2]
    ] not in (["„"], ["»"]):
        return []  # a house, not a workshop
    return list(words[noun : noun + 1])


def _behind_in(words: list[Word]) -> list[Word]:
    """The first noun behind "in": "führte in das Thema ein", not "führte die Leiterin in ihr Amt ein"."""
    at = next((k for k, w in enumerate(words) if w.lower in ("in", "ins")), len(words))
    return [w for w in words[at + 1 :] if w.cap][:1]


def _after_panel(doc: Document, sentence: Sentence, lowers: set[str]) -> bool:
    """ "Daran beteiligten sich A und B" behind a sentence that speaks of a panel."""
    number = doc.sentence_at[sentence.first] - 1
    if number < 0 or not lowers & {"daran", "dabei", "dort"}:
        return False
    first, end, _ = doc.sentences[number]
    return any(map(_is_panel, doc.types[first:end]))


def _opens_with_es(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Es spricht: X", of what is to come."""
    return token == sentence.first + 1 and doc.types[sentence.first].lower == "es"


def _speaking(doc: Document, sentence: Sentence, token: int, lowers: set[str]) -> str | None:
    """ "sprachen auf der Kundgebung" → Rede, "sprach über …" → Vortrag, "sprach mit X über …" → Gespräch."""
    if "sich" in lowers or any(act_of_noun(w) for w in doc.types[sentence.first : sentence.end]):
        return None  # the noun's own rule; "sprach sich aus"
    after = [w.lower for w in doc.types[token + 1 : sentence.end]]
    if _opens_with_es(doc, sentence, token):
        return "Rede"
    if "mit" in after[:4] and "über" in lowers:
        return "Gespräch"
    if any(pair in (("von", "einem"), ("von", "einer")) for pair in pairwise(after)):
        return None  # "sprach X von einem Meilenstein"
    clause = after[: next((k for k, lower in enumerate(after) if lower in _STOPS), len(after))]
    if (
        "von" in after[:2]
        or "aus" in (*after[-2:], *clause[-1:])
        or "an" in clause[-1:]
        or lowers & {"dafür", "dagegen", "klartext"}
    ):
        return None
    if lowers & {"über", "thema"}:
        return "Vortrag"
    if doc.lowers[sentence.first] in ("für", "als", "namens", "statt", "anstelle", "anstatt", "stellvertretend"):
        return "Rede"  # "Für die Lehrkräfte sprach X"
    at_gathering = bool(lowers & _INSIDE) and any(map(is_gathering, doc.types[sentence.first : sentence.end]))
    return "Rede" if lowers & _PLACES or at_gathering else None
