"""What a sentence says around the phrase of a gathering: held, led, asked for, a stage, a line of dates."""

import re

from podium.reading.document import Document
from podium.reading.events_phrases import Gathering
from podium.reading.lexicon import words_of
from podium.reading.speech.signals import SIGNALS, VERB

__all__ = [
    "HELD_AT",
    "had_been",
    "holds",
    "in_dated_line",
    "is_agent",
    "is_attended",
    "is_cause",
    "is_counted",
    "is_dated_itself",
    "is_definite",
    "is_feasted",
    "is_given",
    "is_joined",
    "is_labelled",
    "is_lead",
    "is_led",
    "is_meeting",
    "is_on_programme",
    "is_opened",
    "is_performed",
    "is_preceding",
    "is_spoken_at",
    "is_staged",
    "is_subheading",
    "is_there",
    "is_wanted",
    "is_whole_heading",
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
_EDGES = frozenset(["eröffnung", "beginn", "auftakt", "abschluss", "ende", "schluss"])
_NEAR_BY = frozenset(["bei", "zur", "zum", "zu"])
_HOLDS = frozenset(words_of("event_words.txt", "held"))
_LEADS = frozenset(words_of("event_words.txt", "led"))
_ROW = frozenset(words_of("event_words.txt", "row"))
_PRECEDES = frozenset(words_of("event_words.txt", "precedes"))
_FEASTED = frozenset(["feierte", "feierten", "gefeiert", "beging", "begingen", "begangen"])
_GIVES = frozenset(["gab", "gibt", "bot", "bietet", "veranstaltete", "veranstaltet", "veranstalteten", "organisierte"])
_SCENE = frozenset(words_of("event_words.txt", "scene"))
_MET = frozenset(words_of("event_words.txt", "met"))
_MET_FOR = frozenset(["Gespräch", "Austausch", "Dialog", "Runde", "Diskussion", "Termin"])
_WANTED = frozenset(words_of("event_words.txt", "wanted"))
_DAY = re.compile(r"\d{1,2}\.|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?$")
_BARE = 9  # letters of a noun that says little by itself: "Gespräch", "Dialog"
_ENDS_DATELINE = frozenset([".", "–", "-", "|", ")", ":", "//", "/"])
_COLON = 7  # tokens behind a phrase in which a colon closes it
_LEAD = 14  # tokens of a day with its hours
_SHORT_HEADING = 8  # tokens
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


def is_preceding(doc: Document, found: Gathering) -> bool:
    """Whether it came before what the text tells of: "Vorausgegangen war am Montag ein Training"."""
    return found.article in _INDEFINITE and not found.preposition and _says(doc, found, _PRECEDES, _FAR)


def is_given(doc: Document, found: Gathering) -> bool:
    """Whether there was one, of a kind that says more than "Gespräch": "Im Rathaus gab es einen Dialogabend"."""
    special = len(found.noun.form) > len(found.noun.ending)
    given = special and found.article in _INDEFINITE and not found.preposition
    return given and _says(doc, found, _GIVES, _FAR)


def is_whole_heading(doc: Document, found: Gathering) -> bool:
    """Whether a phrase is all that a heading says and the paragraph below it names the gathering again."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    first, end = doc.block_tokens[number]
    if doc.blocks[number].kind != "heading" or found.first > first or not 1 < end - first <= _SHORT_HEADING:
        return False
    if found.end < end and (doc.words[found.end] != "durch" or any(word.verb for word in doc.types[first:end])):
        return False
    below = doc.block_tokens[number + 1] if number + 1 < len(doc.block_tokens) else (0, 0)
    return found.noun.form in doc.words[slice(*below)]


def is_subheading(doc: Document, found: Gathering) -> bool:
    """Whether a phrase opens a heading between paragraphs, below which a text goes on with what came next."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    if doc.blocks[number].kind != "heading" or found.first != doc.block_tokens[number][0]:
        return False
    below = doc.block_tokens[number + 1] if number + 1 < len(doc.block_tokens) else (0, 0)
    came = not _CAME.isdisjoint(doc.lowers[below[0] : min(below[1], below[0] + _BEHIND)])
    return came and any(block.kind == "body" for block in doc.blocks[:number])


_CAME = _MET | frozenset("anschließend danach zusammen zusammengekommen saßen".split())


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


def is_spoken_at(doc: Document, found: Gathering) -> bool:
    """Whether somebody speaks "beim" it in its sentence: "Beim Dialogabend in Kassel sagte X"."""
    if found.preposition not in ("bei", "beim"):
        return False
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    end = min(end, first + _NEAR)
    answers = doc.lowers[first:end].count("rede") and "antwort" in doc.lowers[first:end]  # "stand Rede und Antwort"
    return bool(answers) or any(word.verb and SIGNALS[word] & VERB for word in doc.types[first:end])


def is_staged(doc: Document) -> bool:
    """Whether a text shows a gathering: guests, a greeting, a stage."""
    return not _SCENE.isdisjoint(doc.lowers)


def is_attended(doc: Document, found: Gathering) -> bool:
    """Whether a text shows people who came to a gathering that its heading names, which is no change in an office."""
    if found.noun.ending.endswith("wechsel"):
        return False
    return is_staged(doc) or not _CAME_THERE.isdisjoint(doc.lowers)


_CAME_THERE = frozenset("kamen gekommen eingeladen teilgenommen erschienen folgten mitgemacht".split())


def in_dated_line(doc: Document, found: Gathering) -> bool:
    """Whether a line of dates names it behind day and hour: "7. Dezember, 8.30 Uhr: Unternehmerfrühstück …"."""
    first = doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]
    lead = doc.words[first : found.first]
    return lead[-1:] in ([":"], ["|"], ["–"], ["-"]) and len(lead) <= _LEAD and bool(_DAY.match(lead[0]))


def is_lead(doc: Document, found: Gathering) -> bool:
    """Whether the phrase opens a paragraph, or follows its dateline, and a colon closes it: "Fest im Hof: 90 kamen"."""
    if found.article or found.preposition:
        return False
    first = doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]
    before, behind = doc.words[first : found.first], doc.words[found.end : found.end + _COLON]
    opens = not before or (len(before) <= _LEAD and before[-1] in _ENDS_DATELINE)
    colon = behind.index(":") if ":" in behind else None
    return opens and colon is not None and not any(doc.types[found.end + n].verb for n in range(colon))


def is_dated_itself(doc: Document, found: Gathering) -> bool:
    """Whether a day stands right behind the phrase, and so belongs to it: "der Jobmesse am 3. Mai", "vom Montag"."""
    behind = doc.words[found.end : found.end + 2]
    return len(behind) == 2 and behind[0] in ("am", "vom") and bool(_DAY.match(behind[1]))


def is_agent(doc: Document, found: Gathering) -> bool:
    """Whether the noun is the body that decided: "wurde von der Vollversammlung gewählt"."""
    before = doc.lowers[found.first - 2 : found.first] if found.first > 1 else []
    return found.noun.family == "party" and before[:1] in (["von"], ["durch"]) and not found.number


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


_HAD = frozenset(["hatte", "hatten"])
_THERE_IN = frozenset("bei beim auf in im".split())
_HOSTS = frozenset("eingeladen geladen gebeten begonnen stattgefunden eröffnet begrüßt teilgenommen".split())


def is_cause(doc: Document, found: Gathering) -> bool:
    """Whether somebody is only kept by it: "war wegen einer Kabinettssitzung verhindert"."""
    before = doc.lowers[max(0, found.first - 2) : found.first]
    return found.article in _INDEFINITE and not _CAUSES.isdisjoint(before)
