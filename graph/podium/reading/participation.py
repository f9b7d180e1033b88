"""Who took part as a speaker: greetings, talks, panels, moderation, openings, lists of speakers, announced ones too."""

from collections.abc import Iterator
from dataclasses import dataclass

from podium.reading.acts import (
    act_of_noun,
    act_of_person_noun,
    act_of_verb,
    is_audience,
    is_carrier,
    is_gathering,
    is_workshop,
)
from podium.reading.coreference import resolve
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.speech.grammar import MODALS, PREPOSITIONS
from podium.reading.speech.outline import Sentence
from podium.reading.words import Word, word

__all__ = ["Participation", "find_participations"]

_OWN = frozenset(["seiner", "ihrer", "seinem", "ihrem", "seine", "ihre"])
_OF = frozenset(["von", "vom", "durch", "mit"])
_FUTURE = frozenset(["wird", "werden"])
_SUPPOSED = frozenset(["soll", "sollen"])
_COPULA = frozenset(["ist", "sind", "war", "waren", "wird", "werden"])
_PLANNED = frozenset(["vorstellen", "sprechen", "referieren", "diskutieren", "eröffnen", "begrüßen", "moderieren", "vortragen", "informieren", "berichten", "erläutern", "reden", "präsentieren", "teilnehmen", "halten", "übernehmen", "geben", "beleuchten", "einführen", "begrüssen", "auftreten", "mitwirken", "debattieren"])  # fmt: skip
_BEYOND = frozenset(["über", "gegen", "wegen", "für", "an", "nach", "vor", "aus", "ohne", "trotz", "bei", "beim"])


@dataclass(frozen=True, slots=True)
class Participation:
    """A person who spoke or is to speak, as the text says in a clause of its own.

    `cue` is the token range of the word that says so; `content`: the clause also says what ("In seinem Vortrag ging
    X der Frage nach …"), so that it is an utterance rather than mere participation.
    """

    person: int
    mention: Mention
    act: str
    printed: str | None
    cue: tuple[int, int]
    sentence: int
    announced: bool
    content: bool
    rule: str


def find_participations(
    doc: Document, persons: Persons, organisations: Organisations, sentences: list[Sentence]
) -> list[Participation]:
    """Participations in the order of the text, one a person, sentence and kind."""
    found: list[Participation] = []
    seen: set[tuple[int, int, str]] = set()
    by_token = {m.first: m for m in persons.mentions if persons.entities[m.entity].speaks}
    pronouns = _Pronouns(doc, persons, organisations)
    lead: _Lead | None = None
    for sentence in sentences:
        if doc.blocks[sentence.block].kind == "caption":
            continue
        people = [by_token[a] for a in range(sentence.first, sentence.end) if a in by_token and doc.quote_at[a] < 0]
        lead = _lead_of(doc, sentence, people, lead, sentences)
        people = pronouns.added(sentence, people)
        for item in _of_sentence(doc, sentence, people, lead) if people else ():
            key = (item.person, item.sentence, item.act)
            if key not in seen:
                seen.add(key)
                found.append(item)
    return found


class _Pronouns:
    """Pronouns beside a verb that can be the subject of a speech act, as mentions of the person they mean."""

    def __init__(self, doc: Document, persons: Persons, organisations: Organisations) -> None:
        self._doc, self._persons, self._organisations = doc, persons, organisations

    def added(self, sentence: Sentence, people: list[Mention]) -> list[Mention]:
        """The people of a sentence with the pronouns that are subjects, in order."""
        types = self._doc.types
        found: list[Mention] = []
        for token in range(sentence.first, sentence.end):
            if types[token].lower not in ("er", "sie") or self._doc.quote_at[token] >= 0:
                continue
            beside = [k for k in (token - 1, token + 1) if sentence.first <= k < sentence.end]
            if not any(types[k].verb for k in beside) or not any(map(_can_say, types[sentence.first : sentence.end])):
                continue
            person = resolve(self._doc, self._persons, self._organisations, token, token + 1)
            if person is not None and self._persons.entities[person].speaks:
                found.append(Mention(token, token + 1, person, "pronoun", (token, token + 1)))
        return sorted([*people, *found], key=lambda m: m.first) if found else people


def _can_say(word: Word) -> bool:
    """Whether a word can carry a speech act at all, so that pronouns are worth resolving."""
    return act_of_noun(word) is not None or act_of_verb(word) is not None or word.lemma in _ACT_VERBS


_ON_PODIUM = frozenset(
    "nehmen teilnehmen sitzen beteiligen stehen erörtern besprechen austauschen tauschen treffen sprechen".split()
)
_FRONTED = frozenset("eröffnet begrüßt moderiert geleitet gestaltet".split())
_AUXILIARY = frozenset("hat haben hatte wurde wurden wird werden".split())
_ACT_VERBS = frozenset("eröffnen begrüßen leiten gestalten führen sprechen ergreifen austauschen tauschen".split())


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words that introduce a list of speakers."""

    block: int
    act: str
    printed: str | None
    cue: tuple[int, int]
    announced: bool


def _lead_of(
    doc: Document, sentence: Sentence, people: list[Mention], lead: _Lead | None, sentences: list[Sentence]
) -> _Lead | None:
    """The lead-in that holds for list items after this sentence, if it is one; else the one that still holds."""
    block = doc.blocks[sentence.block]
    if block.kind == "item" and lead is not None and block.lead >= 0:
        return lead
    following = sentence.block + 1
    if people or following >= len(doc.blocks) or doc.blocks[following].kind != "item":
        return None if block.kind != "item" else lead
    return _lead_words(doc, sentence)


def _lead_words(doc: Document, sentence: Sentence) -> _Lead | None:
    announced = _announced(doc, sentence)
    for token in range(sentence.first, sentence.end):
        word = doc.types[token]
        act = act_of_person_noun(word) or act_of_verb(word) or act_of_noun(word)
        if act is None and word.lower in ("sprachen", "sprechen", "spricht", "sprach"):
            act = "Rede"
        if act is not None:
            present = word.lower in ("sprechen", "spricht", "diskutieren", "referieren", "moderieren", "moderiert")
            invited = act_of_person_noun(word) is not None and any(
                doc.types[k].lower in ("sind", "ist") for k in range(sentence.first, sentence.end)
            )
            printed = word.text if word.cap else None
            return _Lead(sentence.block, act, printed, (token, token + 1), announced or present or invited)
    return None


def _announced(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what is still to come: "wird … halten", "werden erwartet"."""
    lowers = [doc.types[k].lower for k in range(sentence.first, sentence.end) if doc.quote_at[k] < 0]
    if any(w in _FUTURE or w in _SUPPOSED for w in lowers):
        return any(w in _PLANNED for w in lowers) or "erwartet" in lowers
    return False


def _of_sentence(
    doc: Document, sentence: Sentence, people: list[Mention], lead: _Lead | None
) -> Iterator[Participation]:
    announced = _announced(doc, sentence)
    if lead is not None and doc.blocks[sentence.block].kind == "item":
        for mention in people[:1]:
            yield _make(mention, lead.act, lead.printed, lead.cue, sentence, lead.announced, "list-of-speakers")
    types = doc.types
    for token in range(sentence.first, sentence.end):
        if doc.quote_at[token] >= 0:
            continue
        word = types[token]
        if word.cap and word.lower in _FRONTED and token + 1 < sentence.end and types[token + 1].lower in _AUXILIARY:
            yield from _by_phrase(doc, sentence, people, token, announced)
        elif word.cap:
            yield from _by_noun(doc, sentence, people, token, announced)
        elif word.verb or word.lower in ("im", "in"):
            yield from _by_verb(doc, sentence, people, token, announced)


def _make(
    mention: Mention, act: str, printed: str | None, cue: tuple[int, int], sentence: Sentence, announced: bool,
    rule: str, content: bool = False,
) -> Participation:  # fmt: skip
    return Participation(mention.entity, mention, act, printed, cue, sentence.number, announced, content, rule)


def _by_noun(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    word = doc.types[token]
    role = act_of_person_noun(word)
    if role is not None and any(doc.types[k].lower in _COPULA for k in range(sentence.first, sentence.end)):
        future = announced or any(doc.types[k].lower in ("ist", "sind") for k in range(sentence.first, sentence.end))
        after = [m for m in people if m.phrase[0] > token]
        for mention in _chain(doc, after) or people[-1:]:
            yield _make(mention, role, word.text, (token, token + 1), sentence, future, "speaker-noun")
        return
    act = act_of_noun(word)
    if act is None:
        return
    cue = (token, token + 1)
    before = doc.types[token - 1] if token > sentence.first else None
    if _own(doc, sentence, token):
        mention = _owner(doc, people, token)
        if mention is not None:
            yield _make(mention, act, word.text, cue, sentence, announced, "in-own-speech", content=True)
        return
    if before is not None and before.lower in ("im", "zum") and act == "Gespräch":
        return  # "im Gespräch mit" is taken by its own rule
    named = [m for m in people if m.phrase[0] >= token + 1]
    following = doc.types[token + 1].lower if token + 1 < sentence.end else ""
    if named and (
        (following in _OF and _adjoins(doc, token + 2, named[0])) or doc.words[token + 1 : token + 2] == [":"]
    ):
        if following != "mit" or act in ("Interview", "Gespräch", "Podiumsdiskussion"):
            for mention in _chain(doc, named):
                yield _make(mention, act, word.text, cue, sentence, announced, "speech-of")
        return
    carrier = next((k for k in range(sentence.first, sentence.end) if is_carrier(doc.types[k])), None)
    if carrier is None or act in ("Interview", "Statement") or not _carries(doc, sentence, act, carrier, token):
        return
    subjects = _subjects(doc, sentence, people, podium=act == "Podiumsdiskussion")
    present = doc.types[carrier].lower in ("hält", "halten", "spricht", "sprechen", "übernimmt", "übernehmen")
    for mention in subjects:
        yield _make(mention, act, word.text, cue, sentence, announced or present, "holds-speech")


def _own(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "in seiner Rede", "in ihrem einführenden Grußwort", "bei seiner Eröffnung"."""
    for k in range(token - 1, max(sentence.first, token - 4) - 1, -1):
        lower = doc.types[k].lower
        if lower in _OWN:
            return k > sentence.first - 1 and doc.types[k - 1].lower in ("in", "bei", "mit", "zu")
        if doc.types[k].cap or not doc.types[k].alpha:
            return False
    return False


def _owner(doc: Document, people: list[Mention], token: int) -> Mention | None:
    """Whose speech it is: the first person behind who is no object, else the last one before."""
    after = [m for m in people if m.phrase[0] > token and not _is_object(doc, m)]
    before = [m for m in people if m.end <= token and not _is_object(doc, m)]
    return before[0] if before else after[0] if after else None


def _adjoins(doc: Document, token: int, mention: Mention) -> bool:
    return mention.phrase[0] <= token + 2 and mention.first - token < 14


def _chain(doc: Document, people: list[Mention]) -> list[Mention]:
    """The first person and those joined to it by commas, brackets and "und"."""
    chain = people[:1]
    for mention in people[1:]:
        between = range(chain[-1].phrase[1], mention.phrase[0])
        if all(
            doc.words[k] in (",", ")", "(", ";")
            or doc.types[k].lower in ("und", "sowie", "den", "dem", "der", "vom", "von")
            for k in between
        ):
            chain.append(mention)
        else:
            break
    return chain


def _carries(doc: Document, sentence: Sentence, act: str, carrier: int, token: int) -> bool:
    """Whether the verb and the noun belong together: "nahmen am Podium … teil", "lag die Moderation bei"."""
    verb = doc.types[carrier]
    before = doc.types[token - 1].lower if token > sentence.first else ""
    if verb.lemma in ("liegen",):
        return act == "Moderation"
    if act == "Podiumsdiskussion":
        return before in ("dem", "am", "der", "anschließenden", "einer", "auf") and verb.lemma in (
            "haben",
            "bilden",
            "bestreiten",
        )
    if act in ("Eröffnung", "Gespräch"):
        return verb.lemma in ("übernehmen", "halten", "sprechen", "haben")
    if verb.lemma in ("haben", "kommen", "folgen", "machen", "beginnen", "stammen", "sorgen", "setzen", "schließen"):
        return before in ("den", "die", "das", "ein", "einen", "eine", "") and verb.lemma in (
            "haben",
            "machen",
            "kommen",
            "stammen",
        )
    return before not in ("nach", "vor", "zum", "zur", "beim", "im", "von")


def _is_object(doc: Document, mention: Mention, podium: bool = False) -> bool:
    """Whether a person is no subject: dative or genitive article, a preposition before."""
    first = mention.phrase[0]
    own = doc.types[first].lower
    if own in ("dem", "den", "des"):
        return not podium
    before = doc.types[first - 1].lower if first else ""
    if before in ("mit", "neben", "von", "vom", "bei", "durch"):
        return not podium
    return before in PREPOSITIONS and (before in _BEYOND or not podium)


def _subjects(doc: Document, sentence: Sentence, people: list[Mention], podium: bool = False) -> list[Mention]:
    """Persons of a sentence who can be the subject of its speech act, with those joined to them."""
    chosen: list[Mention] = []
    subject = next((m for m in people if m.form == "pronoun"), None)
    if subject is not None and not podium:
        return [subject]
    for mention in people:
        joined = bool(chosen) and mention in _chain(doc, [chosen[-1], mention])
        bei = mention.phrase[0] > 0 and doc.types[mention.phrase[0] - 1].lower in ("bei", "von", "durch")
        if joined or bei or not _is_object(doc, mention, podium):
            chosen.append(mention)
    return chosen


def _by_verb(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    word = doc.types[token]
    cue = (token, token + 1)
    act = act_of_verb(word)
    if act is not None and word.lower == word.lemma and not announced and _wished(doc, sentence):
        return  # "will die Frage diskutieren"
    if act == "Podiumsdiskussion":
        if not (announced or _attributive(doc, token)):
            for mention in _subjects(doc, sentence, people, podium=True):
                yield _make(mention, act, None, cue, sentence, False, "discusses")
        elif announced:
            for mention in _subjects(doc, sentence, people, podium=True):
                yield _make(mention, act, None, cue, sentence, True, "discusses")
        return
    if act is not None:
        future = announced or (word.lower in ("referiert", "moderiert") and not _past(doc, sentence))
        for mention in _subjects(doc, sentence, people):
            yield _make(mention, act, None, cue, sentence, future, "verb-of-act")
        return
    yield from _by_phrase(doc, sentence, people, token, announced)


def _wished(doc: Document, sentence: Sentence) -> bool:
    return any(doc.types[k].lower in MODALS for k in range(sentence.first, sentence.end))


def _attributive(doc: Document, token: int) -> bool:
    word = doc.types[token]
    return word.participle and token + 1 < len(doc.types) and doc.types[token + 1].cap


def _past(doc: Document, sentence: Sentence) -> bool:
    return any(
        doc.types[k].lower in ("wurde", "wurden", "hat", "haben", "war") for k in range(sentence.first, sentence.end)
    )


def _by_phrase(
    doc: Document, sentence: Sentence, people: list[Mention], token: int, announced: bool
) -> Iterator[Participation]:
    """Verbs that need a certain object or adverbial: opened the conference, led the workshop, took part in the panel."""
    types, cue = doc.types, (token, token + 1)
    lower = types[token].lower
    lemma = word(lower).lemma
    if token > sentence.first and types[token - 1].lower == "zu":
        return
    span = range(sentence.first, sentence.end)
    act: str | None = None
    podium = False
    if (lemma in ("eröffnen",) and any(is_gathering(types[k]) for k in span)) or (
        lemma == "begrüßen" and any(is_audience(types[k]) for k in span)
    ):
        act = "Eröffnung"
    elif lemma in ("leiten", "gestalten", "anleiten") and any(is_workshop(types[k]) for k in span):
        act = "Moderation" if lemma == "leiten" else "Vortrag"
    elif (
        lemma == "führen"
        and any(types[k].lower == "durch" and k + 1 < sentence.end for k in span)
        and any(is_gathering(types[k]) for k in span)
    ):
        act = "Moderation"
    elif lemma in _ON_PODIUM and any(act_of_noun(types[k]) == "Podiumsdiskussion" for k in span):
        act, podium = "Podiumsdiskussion", True
    elif lemma == "sprechen" and "sich" not in [types[k].lower for k in span]:
        act = _speaking(doc, sentence, token)
        podium = act == "Gespräch"
    elif lemma in ("austauschen", "tauschen") and "sich" in [types[k].lower for k in span]:
        act, podium = "Gespräch", True
    elif (
        lemma in ("führen", "einführen")
        and any(types[k].lower in ("ein", "einführte", "eingeführt") for k in span)
        and any(is_gathering(types[k]) or types[k].lower in ("thema", "themen", "thematik") for k in span)
    ):
        act = "Vortrag"
    elif lemma in ("nehmen", "teilnehmen", "beteiligen") and _after_panel(doc, sentence):
        act, podium = "Podiumsdiskussion", True
    elif lemma == "moderieren":
        act = "Moderation"
    elif lemma == "ergreifen" and any(doc.words[k] == "Wort" for k in span):
        act = "Rede"
    elif lower in ("im", "in") and doc.words[token + 1 : token + 2] == ["Gespräch"]:
        act, podium = _in_talk(doc, sentence, token), True
    elif (
        announced
        and lemma in _PLANNED
        and lower == lemma
        and lemma in ("vorstellen", "vortragen", "präsentieren", "berichten", "erläutern")
    ):
        act = "Vortrag"
    if act is None:
        return
    people_here = (
        _talkers(doc, sentence, people, token) if lower in ("im", "in") else _subjects(doc, sentence, people, podium)
    )
    content = lemma == "begrüßen"
    for mention in people_here:
        yield _make(mention, act, None, cue, sentence, announced, "phrase-of-act", content=content)


def _after_panel(doc: Document, sentence: Sentence) -> bool:
    """ "Daran beteiligten sich A und B" behind a sentence that speaks of a panel."""
    if not any(doc.types[k].lower in ("daran", "dabei") for k in range(sentence.first, sentence.end)):
        return False
    number = doc.sentence_at[sentence.first] - 1
    if number < 0:
        return False
    first, end, _ = doc.sentences[number]
    return any(act_of_noun(doc.types[k]) == "Podiumsdiskussion" for k in range(first, end))


def _speaking(doc: Document, sentence: Sentence, token: int) -> str | None:
    """ "sprachen auf der Kundgebung" → Rede, "sprach über …" → Vortrag, "sprach mit" → Gespräch."""
    lowers = [doc.types[k].lower for k in range(sentence.first, sentence.end)]
    if (
        "grußwort" in lowers
        or "grußworte" in lowers
        or any(act_of_noun(doc.types[k]) for k in range(sentence.first, sentence.end))
    ):
        return None  # the noun's own rule
    after = [doc.types[k].lower for k in range(token + 1, sentence.end)]
    if "mit" in after and "über" in lowers and after.index("mit") < 4:
        return "Gespräch"
    if "von" in after[:2] or "aus" in after[-2:] or "dafür" in lowers or "dagegen" in lowers:
        return None
    if "über" in lowers or "thema" in lowers:
        return "Vortrag"
    return (
        "Rede"
        if any(
            doc.types[k].lower in ("auf", "bei", "beim", "zu", "zum", "vor")
            for k in range(sentence.first, sentence.end)
        )
        else None
    )


def _in_talk(doc: Document, sentence: Sentence, token: int) -> str | None:
    following = doc.types[token + 2].lower if token + 2 < sentence.end else ""
    return "Gespräch" if following == "mit" else None


def _talkers(doc: Document, sentence: Sentence, people: list[Mention], token: int) -> list[Mention]:
    """ "Im Gespräch mit A und B": those behind "mit"; the other side is the sentence's own subject or the last one."""
    behind = [m for m in people if m.phrase[0] > token]
    before = [m for m in people if m.end <= token and not _is_object(doc, m)]
    direct = _chain(doc, behind) if behind and _adjoins(doc, token + 3, behind[0]) else []
    rest = [m for m in behind if m not in direct and not _is_object(doc, m)]
    return before + direct + rest[:1]
