"""What a sentence says around the phrase of a gathering: held, led, asked for, a stage, a line of dates."""

import re
from itertools import pairwise

from podium.reading.document import Document
from podium.reading.events_phrases import Gathering
from podium.reading.lexicon import words_of
from podium.reading.speech.signals import SIGNALS, VERB

__all__ = [
    "HELD_AT",
    "had_been",
    "holds",
    "is_agent",
    "is_attended",
    "is_cause",
    "is_counted",
    "is_crowded",
    "is_dated_itself",
    "is_definite",
    "is_feasted",
    "is_given",
    "is_joined",
    "is_labelled",
    "is_led",
    "is_meeting",
    "is_on_programme",
    "is_opened",
    "is_performed",
    "is_planned",
    "is_preceding",
    "is_spoken_at",
    "is_staged",
    "is_taken_part_in",
    "is_there",
    "is_timed",
    "is_wanted",
    "says_what",
    "takes_place",
]

HELD_AT = frozenset("bei beim auf in im an am während zu zum zur anlässlich nach vor mit".split())
_DEFINITE = re.compile(r"(?:der|die|das|des|dem|den|am|im|zum|zur|beim|vom|ins|dies\w+|sein\w*|ihr\w*|unser\w*)$")
_COUNTED = re.compile(r"(?:erst|sechst|siebt|acht|neunt|zehnt|elft|zwölft)(?:e|en|er|es|em)$|\d{1,3}\.$")
_INDEFINITE = frozenset("ein eine einer einem einen eines".split())
_TOWARDS = frozenset("zu zum zur".split())
_THERE = frozenset("bei beim zu zum zur auf während".split())
_CAUSES = frozenset("wegen aufgrund infolge trotz statt anstelle ohne".split())
_TAKES_PLACE = frozenset("statt stattfand stattfindet geplant angesetzt terminiert vorgesehen anberaumt".split())
_EDGES = frozenset(["eröffnung", "beginn", "auftakt", "abschluss", "ende", "schluss", "podium", "bühne"])
_NEAR_BY = frozenset(["bei", "zur", "zum", "zu", "auf"])
_HOLDS = frozenset(words_of("event_words.txt", "held"))
_LEADS = frozenset(words_of("event_words.txt", "led"))
_ROW = frozenset(words_of("event_words.txt", "row"))
_PRECEDES = frozenset(words_of("event_words.txt", "precedes"))
_FEASTED = frozenset(["feierte", "feierten", "gefeiert", "beging", "begingen", "begangen"])
_GIVES = frozenset(
    [
        "gab",
        "gibt",
        "folgt",
        "folgte",
        "bot",
        "bietet",
        "veranstaltete",
        "veranstaltet",
        "veranstalteten",
        "organisierte",
    ]
)
_ABOUT = frozenset(["rund", "etwa", "knapp", "gut", "über"])
_CROWD = frozenset(words_of("event_words.txt", "crowd"))
_SCENE = frozenset(words_of("event_words.txt", "scene"))
_MET = frozenset(words_of("event_words.txt", "met"))
_MET_FOR = frozenset(["Gespräch", "Austausch", "Dialog", "Runde", "Diskussion", "Termin"])
_WANTED = frozenset(words_of("event_words.txt", "wanted"))
_DAY = re.compile(r"\d{1,2}\.|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?$")
_BARE = 9  # letters of a noun that says little by itself: "Gespräch", "Dialog"
_TAKES_PART = frozenset("teil teilnahm teilnahmen teilgenommen teilnimmt teilnehmen".split())
_NEAR_HOUR = 8  # tokens behind a phrase
_CLAUSE = 12  # tokens behind a phrase to the verb that closes its clause
_NEAR, _FAR = 60, 80  # tokens of a sentence that are looked at
_BEHIND = 30  # tokens behind a phrase


def is_labelled(found: Gathering) -> bool:
    """Whether a title or number tells it from others."""
    return bool(found.title or found.number)


def is_definite(article: str) -> bool:
    """Whether an article (lower case, or a preposition that holds one) is definite, demonstrative or possessive."""
    return bool(_DEFINITE.match(article))


def is_counted(form: str) -> bool:
    """Whether a word (lower case) or number counts: "dritte", "zehnten", "19."."""
    return bool(_COUNTED.match(form))


def holds(doc: Document, found: Gathering) -> bool:
    """Whether the sentence says that something is held or that somebody takes part: "findet", "lädt", "begrüßte"."""
    return _says(doc, found, _HOLDS, _FAR)


def is_led(doc: Document, found: Gathering) -> bool:
    """Whether somebody led or opened it: "Die Sitzung leitete …" is a gathering although nothing else is said of it."""
    return _says(doc, found, _LEADS, _NEAR)


def is_opened(doc: Document, found: Gathering) -> bool:
    """Whether somebody is at its opening or end: "Bei der Eröffnung der Messe betonte …"."""
    before = doc.lowers[max(0, found.first - 4) : found.first]
    return len(before) > 2 and before[-1] in ("der", "des") and before[-2] in _EDGES and not _NEAR_BY.isdisjoint(before)


def is_on_programme(doc: Document, found: Gathering) -> bool:
    """Whether a sentence tells of a row of stations: "Den Auftakt machte ein Besuch in …"."""
    return found.article in _INDEFINITE and _says(doc, found, _ROW, _FAR)


def is_planned(doc: Document, found: Gathering) -> bool:
    """Whether it "stand auf dem Programm" of a day that the text tells of."""
    stood = found.article in _INDEFINITE and not found.preposition and _says(doc, found, _STOOD, _FAR)
    behind = doc.lowers[found.end : found.end + _NEAR_PLAN]
    return stood and behind[:2] == ["auf", "dem"] and not _PLANS.isdisjoint(behind)


_STOOD = frozenset(["stand", "standen"])
_NEAR_PLAN = 4  # tokens of "auf dem Programm"
_PLANS = frozenset(["plan", "programm", "tagesprogramm", "besuchsprogramm", "terminplan"])


def is_preceding(doc: Document, found: Gathering) -> bool:
    """Whether it came before what the text tells of: "Vorausgegangen war am Montag ein Training"."""
    return found.article in _INDEFINITE and not found.preposition and _says(doc, found, _PRECEDES, _FAR)


def is_given(doc: Document, found: Gathering) -> bool:
    """Whether there was one, of a kind that says more than "Gespräch": "Im Rathaus gab es einen Dialogabend"."""
    special = len(found.noun.form) > len(found.noun.ending)
    given = special and found.article in _INDEFINITE and not found.preposition
    return given and _says(doc, found, _GIVES, _FAR)


def is_feasted(doc: Document, found: Gathering) -> bool:
    """Whether somebody celebrated it: "Rund 100 Gäste feierten die Einweihung des Neubaus"."""
    return _says(doc, found, _FEASTED, _NEAR)


def is_wanted(doc: Document, found: Gathering) -> bool:
    """Whether somebody only asks for it: "Die Fraktion beantragt eine Anhörung"."""
    return found.article in _INDEFINITE and not found.preposition and _says(doc, found, _WANTED, _NEAR)


def takes_place(doc: Document, found: Gathering) -> bool:
    """Whether "statt" or the like stands behind it: "Die feierliche Eröffnung fand … statt"."""
    end = doc.sentences[doc.sentence_at[found.head]][1]
    return not _TAKES_PLACE.isdisjoint(doc.lowers[found.end : min(end, found.end + _BEHIND)])


def _says(doc: Document, found: Gathering, words: frozenset[str], most: int) -> bool:
    """Whether one of some words (lower case) is among the first ones of the sentence."""
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not words.isdisjoint(doc.lowers[first : min(end, first + most)])


def is_there(found: Gathering) -> bool:
    """Whether somebody is "beim Praxisdialog", a noun that says more than "Dialog"."""
    special = len(found.noun.form) > len(found.noun.ending) or len(found.noun.ending) > _BARE
    return found.preposition in _THERE and special


def is_meeting(doc: Document, found: Gathering, dated: bool, placed: bool) -> bool:
    """Whether people met for it: "zu einem Austausch mit … trafen sich am Montag", "das Gespräch fand am Montag statt".

    `dated` says whether its day is known, `placed` whether its place is.
    """
    if found.noun.form == "Fest":
        return dated and found.preposition in ("mit", "bei", "beim", "auf")
    if found.noun.form not in _MET_FOR or found.article == "im":
        return False
    if found.preposition in ("zu", "zum"):
        return (dated or placed or bool(found.of)) and _says(doc, found, _MET, _FAR)
    if found.preposition in ("bei", "beim"):
        return dated and bool(found.of or found.place or found.article == "beim")
    if not dated or found.preposition:
        return False
    more = found.of or found.place or found.described  # no "zwei Stühle, ein Gespräch"
    return takes_place(doc, found) or (placed and bool(more) and found.article in _INDEFINITE)


def is_joined(doc: Document, found: Gathering) -> bool:
    """Whether somebody came or was asked to it: "Rund 80 Gäste sind zum Jobtag gekommen"."""
    return found.preposition in _TOWARDS and _says(doc, found, _MET, _FAR)


def is_crowded(doc: Document, found: Gathering) -> bool:
    """Whether the sentence says that guests came or counts them: "Zur Eröffnung begrüßte X rund 70 Nachbarn"."""
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    lowers = doc.lowers[first : min(end, first + _FAR)]
    counted = any(a in _ABOUT and b.isdigit() for a, b in pairwise(lowers))
    return counted or not _CROWD.isdisjoint(lowers)


def is_timed(doc: Document, found: Gathering) -> bool:
    """Whether the hour stands behind it at which it begins: "Die Informationsveranstaltung beginnt um 10 Uhr"."""
    behind = doc.words[found.end : found.end + _NEAR_HOUR]
    return "Uhr" in behind and any(word in ("beginnt", "startet", "ab", "um", "von") for word in behind)


def is_taken_part_in(doc: Document, found: Gathering) -> bool:
    """Whether somebody takes part in it: "nahmen am Erfahrungsaustausch teil", "der an der Synode teilnahm"."""
    if found.preposition not in ("an", "am") or not is_definite(found.article) or not says_what(found):
        return False
    end = doc.sentences[doc.sentence_at[found.head]][1]
    return not _TAKES_PART.isdisjoint(doc.lowers[found.end : min(end, found.end + _CLAUSE)])


def says_what(found: Gathering) -> bool:
    """Whether the noun says more than "Gespräch" or "Abend", and is no training that lasts."""
    special = len(found.noun.form) > len(found.noun.ending) or len(found.noun.ending) > _BARE or bool(found.of)
    return special and found.noun.family != "workshop"


def is_spoken_at(doc: Document, found: Gathering) -> bool:
    """Whether somebody speaks "beim" it in its sentence: "Beim Dialogabend in Kassel sagte X"."""
    if found.preposition not in ("bei", "beim"):
        return False
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    end = min(end, first + _NEAR)
    return not _SPEECHES.isdisjoint(doc.words[first:end]) or any(
        word.verb and SIGNALS[word] & VERB for word in doc.types[first:end]
    )


_SPEECHES = frozenset("Rede Ansprache Vortrag Grußwort Laudatio Impulsvortrag Festrede Keynote".split())


def is_staged(doc: Document) -> bool:
    """Whether a text shows a gathering: guests, a greeting, a stage."""
    return not _SCENE.isdisjoint(doc.lowers)


def is_attended(doc: Document, found: Gathering) -> bool:
    """Whether a text shows people who came to a gathering that its heading names, which is no change in an office."""
    if found.noun.ending.endswith("wechsel"):
        return False
    return is_staged(doc) or not _CAME_THERE.isdisjoint(doc.lowers)


_CAME_THERE = frozenset("kamen gekommen eingeladen teilgenommen erschienen folgten mitgemacht".split())


def is_dated_itself(doc: Document, found: Gathering) -> bool:
    """Whether a day stands right behind the phrase, and so belongs to it: "der Jobmesse am 3. Mai", "vom Montag"."""
    behind = doc.words[found.end : found.end + 2]
    return len(behind) == 2 and behind[0] in ("am", "vom") and bool(_DAY.match(behind[1]))


def is_agent(doc: Document, found: Gathering) -> bool:
    """Whether the noun is the body that decided: "wurde von der Vollversammlung gewählt"."""
    before = doc.lowers[found.first - 2 : found.first] if found.first > 1 else []
    acts = before in (["hat", "die"], ["hatte", "die"])  # "Zur Chefin hat die Vollversammlung X gewählt"
    return found.noun.family == "party" and (acts or before[:1] in (["von"], ["durch"])) and not found.number


def is_performed(doc: Document, found: Gathering) -> bool:
    """Whether somebody only does it at a gathering: "Die Amtseinführung nahm X vor", not "auf der Ehrung"."""
    if found.preposition or not is_definite(found.article):
        return False
    behind = doc.lowers[found.end : doc.sentences[doc.sentence_at[found.head]][1]]
    return behind[:1] in (["nahm"], ["nahmen"], ["nimmt"]) and "vor" in behind


def had_been(doc: Document, first: int) -> bool:
    """Whether somebody "hatte" done something "bei" the gathering at token `first`, so that it is the background.

    The sentence that opens a text tells of none, nor does one that says who had invited.
    """
    start, end, block = doc.sentences[doc.sentence_at[first]]
    lowers = doc.lowers[start:end]
    if not start or doc.blocks[block].kind == "heading" or _HAD.isdisjoint(lowers):
        return False
    return not _THERE_IN.isdisjoint(doc.lowers[max(start, first - 2) : first + 1]) and _HOSTS.isdisjoint(lowers)


def had_met(doc: Document, first: int) -> bool:
    """Whether some "waren … zusammengekommen" for the gathering at token `first`."""
    start, end, _ = doc.sentences[doc.sentence_at[first]]
    lowers = doc.lowers[start:end]
    met = not _HAVE_MET.isdisjoint(lowers) and not _WERE_THERE.isdisjoint(lowers)
    return met and not _FOR.isdisjoint(doc.lowers[max(start, first - 2) : first + 1])


_HAD = frozenset(["hatte", "hatten"])
_WERE_THERE = frozenset(["war", "waren"])
_HAVE_MET = frozenset(["zusammengekommen", "zusammengetreten", "zusammengetroffen"])
_FOR = frozenset(["zu", "zum", "zur"])
_THERE_IN = frozenset("bei beim auf in im".split())
_HOSTS = frozenset("eingeladen geladen gebeten begonnen stattgefunden eröffnet begrüßt teilgenommen".split())


def is_cause(doc: Document, found: Gathering) -> bool:
    """Whether somebody is only kept by it: "war wegen einer Kabinettssitzung verhindert"."""
    before = doc.lowers[max(0, found.first - 2) : found.first]
    return found.article in _INDEFINITE and not _CAUSES.isdisjoint(before)
