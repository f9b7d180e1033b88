"""Nouns that name a speech act: "den Vortrag hielt X", "Grußwort von X", "Mairednerin ist X", "in ihrer Rede"."""

from collections.abc import Iterator
from itertools import pairwise

from podium.reading.acts import (
    act_of_label,
    act_of_noun,
    act_of_person_noun,
    is_carrier,
    is_gathering,
    is_left_to,
    is_workshop,
)
from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.forms import per_form
from podium.reading.participation.model import Participation
from podium.reading.participation.people import adjoins, chain, listed, owner, subjects, whom_relative, with_partners
from podium.reading.speech.grammar import finite
from podium.reading.speech.outline import Sentence
from podium.reading.words import Word

__all__ = ["by_noun", "may_tell"]

_A = frozenset(["einem", "einer"])
_OWN = frozenset("seiner ihrer seinem ihrem seine ihre".split())
_OF = frozenset("von vom durch mit zwischen".split())
_COPULA = frozenset("ist sind war waren wird werden".split())
_STOPS = frozenset([",", ";"])
_PRESENT = frozenset("hält halten spricht sprechen übernimmt übernehmen".split())
_PARTNERS = frozenset(["mit", "zwischen"])
_WITH_PARTNERS = frozenset(["Interview", "Gespräch", "Podiumsdiskussion"])
_AT_PANEL = frozenset("dem am der anschließenden einer auf".split())
_WITHOUT_ARTICLE = frozenset(["den", "die", "das", "ein", "einen", "eine", "weitere", "mehrere", "zwei", "drei", ""])
_PASSIVE = frozenset("wird werden wurde wurden worden".split())
_GIVEN = frozenset(["Vortrag", "Rede", "Grußwort"])
_READ_OUT = frozenset(["verlesen", "vorlesen"])
_LETS = frozenset(["lässt", "lassen", "ließ", "ließen"])
_AT = frozenset("bei beim in im nach vor während zu zum zur anlässlich am".split())
_WHERE = frozenset(["Eröffnung", "Gespräch"])
_AMONG = frozenset("gehören zählen".split())
_LIGHT = frozenset("haben kommen folgen machen beginnen stammen sorgen setzen schließen".split())


@per_form
def may_tell(word: Word) -> bool:
    """Whether a noun can tell of a speech act at all, so that most nouns need no closer look."""
    acts = (act_of_person_noun(word), act_of_noun(word), act_of_label(word))
    return any(act is not None for act in acts) or word.text == "Leitung" or is_gathering(word)


def by_noun(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    """Participations that the noun at `token` tells of."""
    word, cue = doc.types[token], (token, token + 1)

    def make(mention: Mention, act: str, future: bool, rule: str, content: bool = False) -> Participation:
        return Participation(mention.entity, mention, act, word.text, cue, sentence.number, future, content, rule)

    host = act_of_person_noun(word)
    if host is not None and token + 1 < sentence.end and doc.words[token + 1] == ":":
        behind = [m for m in people if m.phrase[0] > token]
        yield from (make(m, host, announced, "speech-of") for m in listed(doc, behind))
        return
    copulas = _copulas(doc, sentence, token) if host is not None else set()
    if host is not None and (copulas or _is_as(doc, token) or _is_among(doc, sentence, token)):
        future = announced or bool(copulas & {"ist", "sind"})
        after = [m for m in people if m.phrase[0] > token]
        yield from (make(m, host, future, "speaker-noun") for m in chain(doc, after) or people[-1:])
        return
    act = act_of_noun(word) or _act_of_label(doc, token, sentence)
    if act == "Statement" and (doc.lowers[token - 1] in ("nach", "laut") or doc.words[sentence.end - 1] == ":"):
        return  # "Nach Auskunft von X" is a source, "Statement von X:" stands before it
    if word.text == "Leitung" and doc.types[token - 1].lower in ("unter", "der") and _is_led(doc, sentence):
        act = "Moderation"
    if act is None:
        yield from (make(m, "Rede", announced, "speech-of") for m in _with_speakers(doc, sentence, people, token))
        return
    own = _is_own(doc, sentence, token)
    if own or (_is_given(doc, sentence, token) and not _is_of_named(doc, sentence, people, token)):
        mention = owner(doc, people, token, sentence.first)
        if mention is not None:
            yield make(mention, act, announced, "in-own-speech" if own else "holds-speech", content=own)
    elif named := _named_behind(doc, sentence, people, token, act):
        yield from (make(m, act, announced, "speech-of") for m in named)
    elif _is_left(doc, sentence, token):
        behind = [m for m in people if m.phrase[0] > token]
        yield from (make(m, act, announced, "holds-speech") for m in chain(doc, behind))
    elif carrier := _carrier(doc, sentence, act, token):
        future = announced or carrier.lower in _PRESENT
        people_here = subjects(doc, _of_part(doc, sentence, people, token), podium=act == "Podiumsdiskussion")
        relative = whom_relative(doc, people, token, sentence.first)
        people_here = people_here if relative is None else [relative]
        yield from (make(m, act, future, "holds-speech") for m in people_here)


def _with_speakers(doc: Document, sentence: Sentence, people: list[Mention], token: int) -> list[Mention]:
    """ "11.30 Uhr Kundgebung mit A und B" as a point of a programme: who takes part in a gathering speaks there."""
    if doc.blocks[sentence.block].kind != "item" or token + 1 >= sentence.end or not is_gathering(doc.types[token]):
        return []
    behind = [m for m in people if m.phrase[0] > token]
    with_them = doc.types[token + 1].lower == "mit" and behind and adjoins(token + 2, behind[0])
    return chain(doc, behind) if with_them else []


def _is_as(doc: Document, token: int) -> bool:
    """ "Als Mairednerin steht …", "Als erster Redner sprach …"."""
    before = doc.lowers[max(0, token - 3) : token]
    return "als" in before[-1:] or ("als" in before and all(map(str.isalpha, before[before.index("als") :])))


def _is_among(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Zu den Referenten zählten A und B"."""
    if doc.lowers[max(0, token - 2) : token] != ["zu", "den"]:
        return False
    return any(doc.types[k].lemma in _AMONG for k in range(token + 1, sentence.end))


def _is_led(doc: Document, sentence: Sentence) -> bool:
    """ "Forum 2 stand unter der Leitung von X"."""
    return any(is_workshop(doc.types[k]) or is_gathering(doc.types[k]) for k in range(sentence.first, sentence.end))


def _act_of_label(doc: Document, token: int, sentence: Sentence) -> str | None:
    """ "Workshop 1: Sprache (Leitung: X)"."""
    is_label = token + 1 < sentence.end and doc.words[token + 1] == ":"
    return act_of_label(doc.types[token]) if is_label else None


def _copulas(doc: Document, sentence: Sentence, token: int) -> set[str]:
    """Forms of "sein" and "werden" in the clause of a noun, between the next commas and semicolons."""
    first, end = token, token
    while first > sentence.first and doc.words[first - 1] not in _STOPS:
        first -= 1
    while end < sentence.end and doc.words[end] not in _STOPS:
        end += 1
    return {doc.types[k].lower for k in range(first, end)} & _COPULA


def _is_own(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "in seiner Rede", "in ihrem einführenden Grußwort", "bei seiner Eröffnung"."""
    for k in range(token - 1, max(sentence.first, token - 4) - 1, -1):
        lower = doc.types[k].lower
        if lower in _OWN or (lower in _A and act_of_noun(doc.types[token]) in _GIVEN):
            within = ("in", "bei", "mit", "zu") if lower in _OWN else ("in",)  # "in einem Vortrag zeigte X"
            return k > 0 and doc.types[k - 1].lower in within
        if doc.types[k].cap or not doc.types[k].alpha:
            return False
    return False


def _is_given(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "eröffnete den Tag mit einem Vortrag"; who "wurde mit einer Rede verabschiedet" did not hold it."""
    if act_of_noun(doc.types[token]) not in _GIVEN or not _PASSIVE.isdisjoint(
        doc.lowers[sentence.first : sentence.end]
    ):
        return False
    before = doc.lowers[max(sentence.first, token - 4) : token]
    return any(pair in (("mit", "einem"), ("mit", "einer")) for pair in pairwise(before))


def _is_of_named(doc: Document, sentence: Sentence, people: list[Mention], token: int) -> bool:
    """ "begann mit einem Grußwort von X", "mit der Keynote der Autorin Y"."""
    named = [m for m in people if m.phrase[0] > token]
    if not named or token + 1 >= sentence.end:
        return False
    following = doc.types[token + 1].lower
    genitive = following in ("der", "des") and act_of_noun(doc.types[token]) in _GIVEN
    others = len(people) > len(chain(doc, named))
    if genitive and others and any(map(is_carrier, doc.types[sentence.first : sentence.end])):
        return False  # "Das Grußwort der erkrankten X verlas Y"
    return (genitive or following in ("von", "vom")) and adjoins(token + 1 + (following == "von"), named[0])


def _named_behind(doc: Document, sentence: Sentence, people: list[Mention], token: int, act: str) -> list[Mention]:
    """Persons of "Grußwort von A und B", "Moderation: C"."""
    named = [m for m in people if m.phrase[0] > token]
    if not named or token + 1 >= sentence.end:
        return []
    if act == "Gespräch" and doc.types[token - 1].lower in ("im", "zum") and not _is_called(doc, sentence, token):
        return []
    behind = token + 1
    if doc.quote_at[behind] >= 0 and doc.quotes[doc.quote_at[behind]].first == behind:  # Talkrunde „Titel“ mit X
        behind = min(doc.quotes[doc.quote_at[behind]].last + 1, sentence.end - 1)
    behind = _over_such_as(doc, behind, sentence.end) if act in _GIVEN else behind
    following = doc.types[behind].lower
    if behind > token + 1 and following in _GENITIVES and adjoins(behind, named[0]):
        return chain(doc, named)
    of = following in _OF and adjoins(behind + 1, named[0]) and (following not in _PARTNERS or act in _WITH_PARTNERS)
    of = of and not any(map(finite, doc.types[behind + 1 : named[0].phrase[0]]))  # "Nach dem Gespräch mit Y sagte X"
    if of and not _ACCOMPANIED.isdisjoint(doc.lowers[sentence.first : sentence.end]):
        return []  # "Begleitet wurde der Vortrag von X am Klavier"
    of = of or (behind == token + 1 and _is_of_named(doc, sentence, people, token))
    label = following == ":" and act != "Interview"  # "Interview: X" names who asked
    point = doc.blocks[sentence.block].kind == "item"
    label = label or (point and (named[0].phrase[0] == token + 1 or _is_point(doc, sentence, token, behind, named[0])))
    if label and act in _WITH_PARTNERS:
        return with_partners(doc, named)
    return chain(doc, named) if of or label else []


def _is_point(doc: Document, sentence: Sentence, token: int, behind: int, person: Mention) -> bool:
    """ "Vortrag „Titel“ – X", "Eröffnung der Messe durch X" as a point of a programme, which the noun opens."""
    if token != doc.block_tokens[sentence.block][0] and doc.words[token - 1] not in ("Uhr", ":", "|"):
        return False
    by = doc.lowers[person.phrase[0] - 1] == "durch" and not any(map(finite, doc.types[behind : person.phrase[0]]))
    return by or (doc.words[behind] in _DASHES and adjoins(behind + 1, person))


_DASHES = frozenset(["–", "-", "|", ","])


def _is_called(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Dann im Gespräch: die Autorin X" in running text; a programme has rules of its own."""
    return doc.words[token + 1] == ":" and doc.blocks[sentence.block].kind != "item"


def _over_such_as(doc: Document, token: int, end: int) -> int:
    """Token behind "unter anderem", "darunter" or "etwa" at a token, with the comma before it; else the token."""
    first = token + (doc.words[token] == ",")
    size = next((len(words) for words in _SUCH_AS if doc.lowers[first : first + len(words)] == words), 0)
    return first + size if size and first + size < end else token


_ACCOMPANIED = frozenset("begleitet begleitete umrahmt umrahmte untermalt untermalte musikalisch".split())
_ABSENT = [",", "nicht", "dabei"]  # "Ein Grußwort sprach X, nicht dabei sein konnte Y"
_SUCH_AS = [
    ["unter", "anderem"], ["unter", "anderen"], ["u.", "a."], ["u", ".", "a", "."], ["zum", "beispiel"], ["z.", "b."],
    ["unter", "ihnen"], ["allen", "voran"], ["darunter"], ["etwa"], ["insbesondere"], ["auch"],
]  # fmt: skip
_GENITIVES = frozenset(["der", "des"])


def _is_left(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Das Schlusswort blieb X vorbehalten", "Das letzte Wort gehörte der Präsidentin X"."""
    if "das" not in doc.lowers[max(sentence.first, token - 2) : token]:
        return False
    return any(is_left_to(doc.types[k]) for k in range(token + 1, sentence.end))


def _carrier(doc: Document, sentence: Sentence, act: str, token: int) -> Word | None:
    """The verb that carries the noun ("hielt", "lag bei"), where both belong together."""
    verb = next((doc.types[k] for k in range(sentence.first, sentence.end) if is_carrier(doc.types[k])), None)
    if verb is None or act in ("Interview", "Statement"):
        return None
    if verb.lemma in _READ_OUT and not _LETS.isdisjoint(doc.lowers[sentence.first : sentence.end]):
        return None  # "ließ ein Grußwort verlesen": another read it out
    if verb.lemma == "sorgen":
        return verb if "für" in doc.lowers[max(sentence.first, token - 3) : token] else None
    before = doc.types[token - 1].lower if token > sentence.first else ""
    if verb.lemma == "haben" and not _AT.isdisjoint(doc.lowers[max(sentence.first, token - 3) : token]):
        return None  # "hat bei einem Pressegespräch erläutert": where, not what
    if verb.lemma == "halten" and act == "Eröffnung" and _is_place(doc, sentence, token):
        return None  # "Bei der Eröffnung hielten sie das Band"
    if verb.lemma == "sprechen" and act in _WHERE and _is_place(doc, sentence, token):
        return None  # "Beim gestrigen Pressegespräch sprach X von …"
    return verb if _fits(verb.lemma, act, before) else None


def _is_place(doc: Document, sentence: Sentence, token: int) -> bool:
    """Whether a preposition of place or time governs the noun at `token`."""
    at = token - 1
    while at > sentence.first and not doc.types[at].cap and doc.lowers[at] not in _AT:
        at -= 1
    return doc.lowers[at] in _AT


def _of_part(doc: Document, sentence: Sentence, people: list[Mention], token: int) -> list[Mention]:
    """Persons between the semicolons around a noun."""
    marks = [k for k in range(sentence.first, sentence.end) if doc.words[k] == ";" or doc.lowers[k : k + 3] == _ABSENT]
    first = max((k for k in marks if k < token), default=sentence.first)
    end = min((k for k in marks if k > token), default=sentence.end)
    return [m for m in people if first <= m.first < end]


def _fits(lemma: str, act: str, before: str) -> bool:
    if lemma == "liegen":
        return act == "Moderation"
    if act == "Podiumsdiskussion":
        return before in _AT_PANEL and lemma in ("haben", "bilden", "bestreiten")
    if act in ("Eröffnung", "Gespräch"):
        return before not in ("im", "zum") and lemma in ("übernehmen", "halten", "sprechen", "haben", "erfolgen")
    if lemma in _LIGHT:
        if before == "der":
            return lemma in ("kommen", "stammen")  # "Der Impuls kam von X"
        return before in _WITHOUT_ARTICLE and lemma in ("haben", "machen", "kommen", "stammen", "setzen")
    return before not in ("nach", "vor", "zum", "zur", "beim", "im", "von")
