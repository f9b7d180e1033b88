"""Which phrase of a speech act stands at a verb: its object, the words that it needs, the future ("acts.yaml")."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from podium.reading.acts import act_of_noun, is_audience, is_gathering, is_seat, is_talk, is_topic, is_workshop
from podium.reading.document import Document
from podium.reading.lexicon import records
from podium.reading.participation.times import is_scheduled
from podium.reading.speech.grammar import RELATIVES
from podium.reading.speech.outline import Sentence
from podium.reading.values import replace, value
from podium.reading.words import Word, word

__all__ = ["ACT_VERBS", "PASSIVE", "Phrase", "is_panel", "lemma_of", "opens_with_es", "phrase_at"]

PASSIVE = frozenset("wird werden wurde wurden worden werde".split())
_STOPS = frozenset([",", ";", ":", "–"])
_INSIDE = frozenset(["in", "im"])
_NEAR = 5  # tokens
_PLACES = frozenset("auf bei beim zu zum vor dort".split())


def is_panel(noun: Word) -> bool:
    """Whether a noun names a panel: "Podiumsdiskussion", "Podium"."""
    return act_of_noun(noun) == "Podiumsdiskussion"


_OBJECTS: dict[str, Callable[[Word], bool]] = {
    "gathering": is_gathering, "audience": is_audience, "workshop": is_workshop, "panel": is_panel, "topic": is_topic,
    "talk": is_talk, "seat": is_seat,
}  # fmt: skip


@value
class Phrase:
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
def _phrases() -> tuple[Phrase, ...]:
    return tuple(
        Phrase(
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


@cache
def _of_verb(lemma: str) -> tuple[Phrase, ...]:
    """Phrases of a verb that some have, in their order."""
    return tuple(phrase for phrase in _phrases() if lemma in phrase.verbs)


_FORMS: dict[str, str] = records("acts.yaml")["forms"]


def lemma_of(lower: str) -> str:
    """Lemma of a verb form in lower case, with what the lemmatiser takes for a noun ("stand")."""
    return _FORMS.get(lower) or word(lower).lemma


ACT_VERBS = frozenset().union(*(phrase.verbs for phrase in _phrases())) | {"sprechen"}


def phrase_at(doc: Document, sentence: Sentence, token: int, announced: bool) -> Phrase | None:
    """The phrase of a speech act whose verb stands at `token`; None where nothing of the kind is told."""
    lower = doc.types[token].lower
    lemma = lemma_of(lower)
    if lemma not in ACT_VERBS:
        return None
    nouns = doc.types[sentence.first : sentence.end]
    lowers = set(doc.lowers[sentence.first : sentence.end])
    for phrase in _of_verb(lemma):
        if (phrase.words and not phrase.words & lowers) or not phrase.all <= lowers:
            continue
        if phrase.without & (_clause_words(doc, sentence, token) if phrase.near else lowers):
            continue
        if phrase.opens and tuple(doc.lowers[sentence.first : sentence.first + len(phrase.opens)]) != phrase.opens:
            continue
        scheduled = phrase.announced and is_scheduled(doc, sentence, token)
        if phrase.announced and not (scheduled or (announced and lower == lemma)):
            continue
        there = _behind_durch(nouns) if phrase.through else _behind_in(nouns) if phrase.into else nouns
        there = _own_clause(doc, sentence, token) if phrase.near else there
        if phrase.object is None or any(map(_OBJECTS[phrase.object], there)):
            return replace(phrase, future=True) if scheduled else phrase
        if phrase.object == "workshop" and _titled_before(doc, sentence, token):
            return phrase
        if phrase.object in ("gathering", "workshop") and _of_pronoun(doc, sentence, token, phrase.object):
            return phrase
        if phrase.object == "panel" and _after_panel(doc, sentence, lowers):
            return phrase
    if lemma == "berichten" and _is_from_there(doc, sentence, token):
        return Phrase(frozenset(), "Vortrag")
    act = _speaking(doc, sentence, token, lowers) if lemma == "sprechen" else None
    return Phrase(frozenset(), act, podium=act == "Gespräch") if act else None


def _clause_words(doc: Document, sentence: Sentence, token: int) -> set[str]:
    return {w.lower for w in _own_clause(doc, sentence, token)}


def _is_from_there(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "A und B berichteten aus ihren Betrieben", and nothing of what."""
    if doc.lowers[token + 1 : token + 2] != ["aus"]:
        return False
    return {"über", "von", "vom"}.isdisjoint(doc.lowers[token : sentence.end]) and doc.words[sentence.end - 1] != ":"


def _titled_before(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "„Beratung“ leitete X, „Wege“ übernahm Y" behind a sentence that speaks of workshops."""
    if token <= sentence.first or doc.quote_at[token - 1] < 0:
        return False
    return any(map(is_workshop, _sentence_before(doc, sentence)))


def _sentence_before(doc: Document, sentence: Sentence) -> list[Word]:
    """Words of the sentence before another one; none for the first."""
    number = doc.sentence_at[sentence.first] - 1
    if number < 0:
        return []
    first, end, _ = doc.sentences[number]
    return doc.types[first:end]


def _of_pronoun(doc: Document, sentence: Sentence, token: int, kind: str) -> bool:
    """ "Eröffnet wird sie von X": the gathering that the sentence before names; a workshop must stand there."""
    if kind == "workshop" and not any(map(is_workshop, _sentence_before(doc, sentence))):
        return False
    opens = token == sentence.first and doc.lowers[token + 1 : token + 2] != [] and sentence.end - token > 3
    return opens and doc.lowers[token + 1] in PASSIVE and doc.lowers[token + 2] in ("sie", "er", "es", "diese")


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
    if 0 < at < len(words) - 1 and words[at - 1].text == "," and words[at + 1].lower in RELATIVES:
        return [w for w in words[max(0, at - _NEAR) : at] if w.cap]  # "die Tagung in Kassel, durch die X führte"
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
    if not lowers & {"daran", "dabei", "dort"}:
        return False
    before = _sentence_before(doc, sentence)
    return any(map(is_panel, before)) or any(a.lower == "runder" and b.text == "Tisch" for a, b in pairwise(before))


def opens_with_es(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Es spricht: X", of what is to come."""
    return token == sentence.first + 1 and doc.types[sentence.first].lower == "es"


def _speaking(doc: Document, sentence: Sentence, token: int, lowers: set[str]) -> str | None:
    """ "sprachen auf der Kundgebung" → Rede, "sprach über …" → Vortrag, "sprach mit X über …" → Gespräch."""
    if "sich" in lowers or any(act_of_noun(w) for w in doc.types[sentence.first : sentence.end]):
        return None  # the noun's own rule; "sprach sich aus"
    after = [w.lower for w in doc.types[token + 1 : sentence.end]]
    if opens_with_es(doc, sentence, token):
        return "Rede"
    if "mit" in after[:4] and "über" in lowers:
        return "Gespräch"
    if any(pair in (("von", "einem"), ("von", "einer")) for pair in pairwise(after)):
        return None  # "sprach X von einem Meilenstein"
    clause = after[: next((k for k, lower in enumerate(after) if lower in _STOPS), len(after))]
    if (
        "von" in after[:2]
        or "aus" in (*after[-2:], *clause[-1:])
        or not {"an", "zu"}.isdisjoint(clause[-1:])
        or lowers & {"dafür", "dagegen", "klartext"}
    ):
        return None
    if lowers & {"über", "thema"}:
        return "Vortrag"
    if doc.lowers[sentence.first] in ("für", "als", "namens", "statt", "anstelle", "anstatt", "stellvertretend"):
        return "Rede"  # "Für die Lehrkräfte sprach X"
    if token == sentence.first:
        return "Rede"  # "Gesprochen haben auch A und B"
    at_gathering = bool(lowers & _INSIDE) and any(map(is_gathering, doc.types[sentence.first : sentence.end]))
    return "Rede" if lowers & _PLACES or at_gathering else None
