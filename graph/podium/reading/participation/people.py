"""Which persons of a sentence a speech act belongs to: subjects, lists joined by "und", partners of a talk."""

from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.speech.grammar import NOMINATIVE, PREPOSITIONS, finite

__all__ = [
    "adjoins",
    "agents",
    "chain",
    "is_object",
    "listed",
    "owner",
    "subjects",
    "talkers",
    "whom_relative",
    "with_partners",
]

_BEYOND = frozenset("über gegen wegen für an nach vor aus ohne trotz bei beim".split())
_BESIDE = frozenset("mit neben von vom bei durch".split())
_JOINTS = frozenset("und sowie den dem der vom von wie auch".split())
_MARKS = frozenset(",);(")
_OPEN = frozenset([",", "(", "–", "-", "von", "vom", "aus", "für", "beim"])
_AS_WELL = ["wie", "auch"]
_LONGEST_APPOSITION = 20  # tokens
_LONGEST_LIST = 60  # tokens
_INSTEAD = frozenset("vertretung anstelle statt stellvertretung anstatt".split())
_AT_WHOSE = frozenset("einladung initiative anregung wunsch bitte vorschlag vermittlung".split())
_AGENT = frozenset("von vom durch bei".split())


def chain(doc: Document, people: list[Mention]) -> list[Mention]:
    """The first person and those joined to it by commas, brackets and "und"."""
    joined = people[:1]
    for mention in people[1:]:
        between = range(joined[-1].phrase[1], mention.phrase[0])
        plain = all(doc.words[k] in _MARKS or doc.types[k].lower in _JOINTS for k in between)
        described = joined[-1].phrase[1] > joined[-1].end + 1  # "A – Leiter des Bereichs" goes on: "Arbeit am Institut"
        if not plain and not _is_apposition(doc, between, described):
            break
        joined.append(mention)
    return joined


def whom_relative(doc: Document, people: list[Mention], token: int, first: int) -> Mention | None:
    """Whom the relative clause around a token is about: "ließ sich durch X vertreten, die ein Grußwort | sprach"."""
    at = token
    while at > first and doc.words[at - 1] not in (",", ";", ":"):
        at -= 1
    if at <= first or doc.words[at - 1] != "," or doc.words[at] not in ("der", "die") or doc.types[at + 1].cap:
        return None
    end = at - 1 - (doc.types[at - 2].verb and not doc.types[at - 2].cap)
    behind = [m for m in people if m.form != "pronoun" and end in (m.end, m.phrase[1])]
    return behind[-1] if behind and any(map(finite, doc.types[token + 1 : token + 3])) else None


def with_partners(doc: Document, people: list[Mention]) -> list[Mention]:
    """The first person with those joined, and the partners behind "mit": "Gespräch: X mit A, B und C"."""
    joined = chain(doc, people)
    behind = people[len(joined) :]
    between = doc.lowers[joined[-1].phrase[1] : behind[0].phrase[0]] if joined and behind else []
    return joined + chain(doc, behind) if between[-1:] == ["mit"] and len(between) <= _IN_TALK else joined


_IN_TALK = 3  # tokens of "im Gespräch mit"


def listed(doc: Document, people: list[Mention]) -> list[Mention]:
    """Persons of a list behind a colon: unusual members ("sowie weiteren Gästen") do not break it, clauses do."""
    joined = chain(doc, people)
    for mention in people[len(joined) :]:
        between = range(joined[-1].end, mention.phrase[0])
        if len(between) > _LONGEST_LIST or any(doc.words[k] in (":", ";", ".") or _is_verb(doc, k) for k in between):
            break
        joined.append(mention)
    return joined


def _is_verb(doc: Document, token: int) -> bool:
    return finite(doc.types[token]) and not doc.types[token].participle and doc.types[token].lower[-2:] != "en"


def _is_apposition(doc: Document, between: range, described: bool) -> bool:
    """What stands between two names in "A, Bevollmächtigter der IG Metall, und B", "A von der Kammer, B"."""
    if len(between) < 2 or len(between) > _LONGEST_APPOSITION:
        return False
    if doc.lowers[between[0]] not in _OPEN and not described:
        return False
    closed = (
        doc.types[between[-1]].lower in ("und", "sowie", ",") or doc.lowers[between[-2] : between[-1] + 1] == _AS_WELL
    )
    return closed and not any(finite(doc.types[k]) or doc.words[k] in (":", ";", ".") for k in between)


def _among_guests(doc: Document, token: int) -> bool:
    """ "begrüßte die Gäste, darunter A und B", "…, unter ihnen A": those named behind are greeted."""
    start = doc.sentences[doc.sentence_at[token]][0]
    for k in range(token - 1, max(start, token - _LONGEST_LIST) - 1, -1):
        if doc.types[k].lower == "darunter" or doc.words[k : k + 2] in (["unter", "ihnen"], ["unter", "denen"]):
            return doc.words[k - 1] == ","
        if doc.words[k] == ";":
            return False
    return False


def _is_represented(doc: Document, token: int) -> bool:
    """ "in Vertretung von A", "anstelle des erkrankten A": who is named behind is not there."""
    start = doc.sentences[doc.sentence_at[token]][0]
    at = token - 1
    while at > start and doc.words[at].islower() and doc.lowers[at] not in _INSTEAD:
        at -= 1
    return at >= start and doc.lowers[at] in _INSTEAD


def is_object(doc: Document, mention: Mention, podium: bool = False) -> bool:
    """Whether a person is no subject: dative or genitive article, a preposition before.

    On a `podium` those named with "mit", "neben" or "von" take part as well.
    """
    first = mention.phrase[0]
    if doc.types[first].lower in ("dem", "den"):
        return not podium and (not first or doc.words[first - 1] != ",")  # "die Feier, den X moderierte"
    if doc.types[first].lower == "des" or _among_guests(doc, first) or _is_represented(doc, first):
        return True
    before = doc.types[first - 1].lower if first else ""
    if before == "so" and first > 1 and not doc.types[first - 2].alpha:
        return True  # "…, so X": whoever tells it
    if before in _BESIDE:
        return not podium
    return before in PREPOSITIONS and (before in _BEYOND or not podium)


def subjects(doc: Document, people: list[Mention], podium: bool = False) -> list[Mention]:
    """Persons of a sentence who can be the subject of its speech act, with those joined to them.

    A pronoun that is the subject leaves no room for others ("Unter den Gästen begrüßte er X").
    """
    pronoun = next((m for m in people if m.form == "pronoun"), None)
    if pronoun is not None and not podium:
        return [pronoun]
    chosen: list[Mention] = []
    acting = agents(doc, people)
    others = any(m not in acting and not is_object(doc, m, podium) for m in people)
    if acting and not (others and doc.lowers[acting[0].phrase[0] - 1] == "durch"):
        acting = []  # "Grußworte kamen von A": nobody else can be meant
    for mention in people:
        if mention in acting:
            continue  # "Nach der Begrüßung durch A hielt B einen Vortrag"
        joined = bool(chosen) and mention in chain(doc, [chosen[-1], mention])
        if _is_represented(doc, mention.phrase[0]):
            continue
        if joined or _is_agent(doc, mention) or not is_object(doc, mention, podium):
            chosen.append(mention)
    return chosen


def agents(doc: Document, people: list[Mention]) -> list[Mention]:
    """Persons of a passive who act: "von A und B"."""
    for number, mention in enumerate(people):
        if _is_agent(doc, mention):
            return chain(doc, people[number:])
    return []


def _is_agent(doc: Document, mention: Mention) -> bool:
    """ "von A", "von Landrätin A", "vom Präsidenten der Kammer, A"."""
    first = mention.phrase[0]
    if first > 1 and doc.lowers[first - 2] in _AT_WHOSE:
        return False
    return doc.types[first].lower == "vom" or (first > 0 and doc.types[first - 1].lower in _AGENT)


def owner(doc: Document, people: list[Mention], token: int, first: int) -> Mention | None:
    """Whose speech "in seiner Rede" is: the first person before the noun who is no object, else behind it.

    `first` is the first token of the sentence: behind the noun only where no other subject opens the sentence.
    """
    relative = _relative_before(doc, token, first)
    if relative is not None:
        own = [m for m in people if relative < m.phrase[0] and m.end <= token and not is_object(doc, m)]
        named = own or [m for m in people if m.end <= relative][-1:]
        if named:
            return named[0]
    before = [m for m in people if m.end <= token and not is_object(doc, m)]
    if before:
        return before[0]
    if _opens_with_subject(doc, first, token):
        return None
    after = [m for m in people if m.phrase[0] > token and not is_object(doc, m)]
    return after[0] if after else None


def _relative_before(doc: Document, token: int, first: int) -> int | None:
    """The comma before the relative clause that holds a token ("X, der in seiner Rede mahnte"), or None."""
    at = token
    while at > first and doc.words[at - 1] not in (",", ";", ":"):
        at -= 1
    return at - 1 if at > first and doc.words[at - 1] == "," and doc.lowers[at] in ("der", "die") else None


def _opens_with_subject(doc: Document, first: int, token: int) -> bool:
    """ "Der Unternehmer freute sich in seiner Rede …": a nominative, then the verb, before the noun."""
    if doc.types[first].lower not in NOMINATIVE:
        return False
    verb = next((k for k in range(first + 1, token) if finite(doc.types[k])), None)
    return verb is not None and not any(doc.words[k] in ",;:" for k in range(first, verb))


def adjoins(token: int, mention: Mention) -> bool:
    """Whether a person's phrase begins at a token or right behind it."""
    return mention.phrase[0] <= token + 2 and mention.first - token < 14


def talkers(doc: Document, people: list[Mention], token: int) -> list[Mention]:
    """ "Im Gespräch mit A und B": those behind "mit", and the other side, the subject of the sentence."""
    behind = [m for m in people if m.phrase[0] > token]
    before = [m for m in people if m.end <= token and not is_object(doc, m)]
    partners = chain(doc, behind) if behind and adjoins(token + 3, behind[0]) else []
    others = [m for m in behind if m not in partners and not is_object(doc, m)]
    return before + partners + others[:1]
