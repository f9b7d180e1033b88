"""Lists of speakers: "Es diskutieren:" and the items behind it."""

from dataclasses import replace

from podium.reading.acts import act_of_noun, act_of_person_noun, act_of_verb
from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.lexicon import words_of
from podium.reading.participation.times import is_announced
from podium.reading.speech.outline import Sentence
from podium.reading.values import value

__all__ = ["Lead", "lead_of"]

_SPEAK = frozenset("sprachen sprechen spricht sprach".split())
_TELL = _SPEAK | {"berichteten", "berichten", "erzählten", "informierten", "antworteten"}
_GATHERINGS = frozenset(words_of("speech_words.txt", "lists of gatherings"))
_CONTACTS = frozenset(
    "kontakt anmeldung ansprechpartner ansprechpartnerin ansprechpersonen rückfragen organisation veranstalter".split()
)
_HAVE_NOW = frozenset("haben kommen ergreifen erhalten".split())
_HAVE = _HAVE_NOW | frozenset("hatten hatte kamen kam ergriffen ergriff erhielten erhielt bekamen meldeten".split())
_LONGEST_LABEL = 4  # tokens
_PRESENT = frozenset("sprechen spricht diskutieren referieren moderieren moderiert".split())


@value
class Lead:
    """The words that introduce a list of speakers; a label of some of its lines stands inside of the `outer` one."""

    act: str
    printed: str | None
    cue: tuple[int, int]
    announced: bool
    is_label: bool = False
    outer: "Lead | None" = None


def lead_of(doc: Document, sentence: Sentence, people: list[Mention], lead: Lead | None) -> Lead | None:
    """The lead-in that holds for the items behind this sentence, if it is one; else the one that still holds."""
    block = doc.blocks[sentence.block]
    if block.kind == "item":
        return _of_point(doc, block.lead) or _of_label(doc, sentence, people, lead)
    following = sentence.block + 1
    closed = doc.words[sentence.end - 1] in (".", "!", "?")
    if (people and closed) or following >= len(doc.blocks) or doc.blocks[following].kind != "item":
        return None
    return _lead_words(doc, sentence.first, sentence.end, is_announced(doc, sentence))


def _of_label(doc: Document, sentence: Sentence, people: list[Mention], lead: Lead | None) -> Lead | None:
    """A line "Begrüßung" of a programme holds for the names on the lines below it; a time or "Anmeldung" ends it."""
    here = doc.types[sentence.first : sentence.end]
    whole = lead.outer if lead is not None and lead.is_label else lead
    if here[0].digit or any(word.lower in _CONTACTS for word in here):
        lead = whole
    if people or len(here) > _LONGEST_LABEL:
        return lead
    label = _lead_words(doc, sentence.first, sentence.end, announced=False)
    return replace(label, is_label=True, outer=whole) if label is not None else lead


def _of_point(doc: Document, number: int) -> Lead | None:
    """The lead-in that a point of a programme is for the lines below it: "10:00 Uhr Grußwort"."""
    if number < 0 or doc.blocks[number].kind != "item":
        return None
    return _lead_words(doc, *doc.block_tokens[number], announced=False)


def _lead_words(doc: Document, first: int, end: int, announced: bool) -> Lead | None:
    lowers = doc.lowers[first:end]
    if "wort" in lowers and not _HAVE.isdisjoint(lowers):  # "Danach hatten das Wort:"
        at = first + lowers.index("wort")
        return Lead("Rede", None, (at, at + 1), announced or not _HAVE_NOW.isdisjoint(lowers))
    told = _TELL if doc.words[end - 1] == ":" else _SPEAK  # "Aus der Praxis berichteten anschließend:"
    for token in range(first, end):
        word = doc.types[token]
        host = act_of_person_noun(word)
        act = host or act_of_verb(word) or act_of_noun(word) or ("Rede" if word.lower in told else None)
        if act is None and word.lower in _GATHERINGS:
            return Lead("Rede", None, (token, token + 1), True)
        if act is None:
            continue
        copula = not {"sind", "ist"}.isdisjoint(doc.lowers[first:end])
        coming = announced or word.lower in _PRESENT or (host is not None and copula)
        return Lead(act, word.text if word.cap else None, (token, token + 1), coming)
    return None
