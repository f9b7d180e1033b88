"""Verbs that tell of a speech act, by themselves ("diskutierten") or with an object ("eröffnete die Tagung")."""

from collections.abc import Iterator

from podium.reading.acts import act_of_verb, is_gathering, is_medium, is_talk, is_workshop
from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.participation.model import Participation
from podium.reading.participation.people import adjoins, agents, chain, subjects, talkers
from podium.reading.participation.times import is_past, is_wished
from podium.reading.participation.verb_phrases import ACT_VERBS, PASSIVE, is_panel, lemma_of, opens_with_es, phrase_at
from podium.reading.speech.grammar import RELATIVES
from podium.reading.speech.outline import Sentence
from podium.reading.words import Word

__all__ = ["FRONTED", "by_verb", "may_tell_as_verb"]

# "Eröffnet hat die Tagung X"
FRONTED = frozenset("eröffnet begrüßt moderiert geleitet gestaltet zugesagt gesprochen gepredigt referiert".split())


def may_tell_as_verb(form: Word) -> bool:
    """Whether a verb (or "im") can tell of a speech act at all, so that most verbs need no closer look."""
    known = form.lower in _LED or form.lower in _IN or act_of_verb(form) is not None
    return known or lemma_of(form.lower) in ACT_VERBS


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
    if form.lower in _IN and _TALKS.isdisjoint(doc.forms):
        return
    people = _of_relative_clause(doc, sentence, people, token)
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


def _of_relative_clause(doc: Document, sentence: Sentence, people: list[Mention], token: int) -> list[Mention]:
    """Persons of the relative clause that the verb at `token` closes ("der Festakt, den X moderierte, …"), else all."""
    if not people or token + 1 >= sentence.end or doc.words[token + 1] not in (",", "."):
        return people
    first = token
    while first > sentence.first and doc.words[first - 1] != ",":
        first -= 1
    first += first > sentence.first and doc.lowers[first] in _INTO  # "…, durch die X führte"
    if first == sentence.first or doc.lowers[first] not in RELATIVES:
        return people
    if doc.types[token].participle and doc.types[first + 1].cap and _HAVE & set(doc.lowers[sentence.first : first]):
        return people  # "Da hatten A und Leiter B, X, die Messe eröffnet"
    inside = [m for m in people if first <= m.first < token]
    return inside or [m for m in people if first - 1 in (m.end, m.phrase[1])] or people


_HAVE = frozenset(["hat", "haben", "hatte", "hatten"])
_INTO = frozenset(["durch", "in", "bei", "auf", "zu"])
_LED = frozenset("moderiert geleitet gelenkt gesteuert".split())
_BY = frozenset(["von", "vom", "durch"])
_IN = frozenset(["im", "in"])


def _is_led(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "souverän gelenkt von X", "Moderiert von X": what is led is a gathering or talk of this sentence."""
    if doc.lowers[token] == "moderiert" or doc.lowers[token - 1] in _SKILFULLY:
        return True
    return any(
        is_gathering(w) or is_talk(w) or is_workshop(w) or is_panel(w) for w in doc.types[sentence.first : sentence.end]
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


_TALKS = frozenset("Gespräch Podiumsgespräch Bühnengespräch Expertengespräch Kamingespräch Talk Erzählcafé".split())


def _by_phrase(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    form = doc.types[token]
    lower = form.lower
    if lower in _IN:
        noun = next((k for k in range(token + 1, min(token + 5, sentence.end)) if doc.types[k].cap), token)
        if (
            doc.words[noun] in _TALKS
            and doc.lowers[noun + 1 : noun + 2] == ["mit"]
            and not any(map(is_medium, doc.types[noun + 2 : noun + 6]))
        ):
            for mention in talkers(doc, people, noun - 1):
                yield _make(mention, "Gespräch", token, sentence, announced, "phrase-of-act")
        return
    if token > sentence.first and doc.types[token - 1].lower == "zu":
        return
    if lower == form.lemma and not announced and is_wished(doc, sentence):
        return  # "Man müsse über Geld sprechen, sagte X"
    found = phrase_at(doc, sentence, token, announced)
    if found is None:
        return
    if any(w.lower == "werde" for w in doc.types[sentence.first : token]):
        people = [m for m in people if m.end <= token]  # "A werde X vorstellen, kündigte B an"
    passive = _is_passive(doc, sentence, token)
    who = agents(doc, people) if passive and not found.passive else subjects(doc, people, found.podium)
    if found.passive and not passive:
        return
    if found.content and not passive and who:
        who = [m for m in who if m.phrase[1] <= token] or chain(doc, who)  # "X begrüßte die Gäste, neben Y auch Z"
    future = announced or found.future or (lower in ("spricht", "sprechen") and opens_with_es(doc, sentence, token))
    if found.several and len(who) < 2:
        return  # "Über die Reform streiten die Ministerin X und die FDP": a quarrel, no talk
    for mention in who:
        content = found.content or not _THESE_WORDS.isdisjoint(doc.lowers[sentence.first : sentence.end])
        yield _make(mention, found.act, token, sentence, future, "phrase-of-act", content)


_THESE_WORDS = frozenset(["worten", "kompliment", "appell", "zuruf"])  # "Mit diesen Worten eröffnete X …"


def _is_passive(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Begrüßt wurden die Gäste von X", "Y wird eröffnet": a participle with "werden"."""
    if not doc.types[token].participle or doc.types[token].lower == doc.types[token].lemma:
        return False
    return any(doc.types[k].lower in PASSIVE for k in range(sentence.first, sentence.end) if doc.quote_at[k] < 0)
