"""What a sentence says of where its words were said: in writing, later, beforehand, elsewhere, in a programme."""

import re
from collections.abc import Sequence
from itertools import pairwise

from podium.reading.document import Document
from podium.reading.speech.outline import Sentence

__all__ = [
    "among_voices",
    "announced_at",
    "beforehand",
    "in_sequence",
    "in_writing",
    "is_before_guests",
    "is_elsewhere",
    "is_interviewer",
    "is_later",
    "is_release",
    "was_given",
]

_OTHER_TIMES = frozenset([("später", "einmal"), ("schon", "früher"), ("schon", "vorher"), ("bereits", "früher")])
_TIMES = frozenset(first for first, _ in _OTHER_TIMES)
_SEQUENCE = re.compile(
    r"(?:Anschließend|Danach|Zuvor|Dann|Im Anschluss|Zum (?:Abschluss|Auftakt|Ausklang)|Zur Eröffnung|Am Nachmittag|"
    r"Am Vormittag|Am Abend|Nach der (?:Mittags)?[Pp]ause|(?:Um|Ab|Gegen) \d{1,2}(?:[:.]\d\d)? Uhr)\b"
)
_BODY = re.compile(r"(?:ausschusse?s?|parlament|landtag|bundestag|kreistag|stadtrat|gemeinderat|beirat|bundesrat)$")
_WRITINGS = frozenset(
    "schreiben brief glückwunschschreiben telegramm pressemitteilung mitteilung stellungnahme erklärung "
    "positionspapier papier beitrag post gastbeitrag kommentar eintrag blogbeitrag mail e-mail rundmail essay "
    "rundbrief rundschreiben".split()
)
_WRITTEN = frozenset(
    "schriftlich schriftlichen facebook twitter instagram linkedin mastodon threads bluesky tiktok tweet "
    "facebook-seite instagram-seite facebook-post facebook-profil "
    "instagram-kanal linkedin-profil instagram-profil".split()
)
_WRITES = frozenset(["schrieb", "schrieben", "geschrieben", "schreibt", "schreiben"])
_IN = frozenset(["per", "einem", "einer", "dem", "ihrem", "seinem", "ihrer", "seiner", "diesem", "offenen"])
_LETTERS = frozenset(
    "schreiben brief glückwunschschreiben telegramm pressemitteilung post eintrag gastbeitrag blogbeitrag "
    "positionspapier mail e-mail rundmail".split()
)
_THERE = frozenset(["chat", "gästebuch", "tafel", "karten", "geschichte"])  # what is written into at a gathering
_OF = frozenset(["der", "des", "einer", "eines", "dieser", "von"])


_ABOUT_WRITING = _WRITES | _WRITTEN | _WRITINGS | _LETTERS | {"anfrage", "nachfrage"}


def in_writing(doc: Document, sentence: Sentence, said: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether the sentence says that the words were written: "gratulierte in einem Schreiben".

    `said` are the tokens of the words themselves, which do not count.
    """
    lowers = doc.lowers[sentence.first : sentence.end]
    if _ABOUT_WRITING.isdisjoint(lowers) or not _READ_OUT.isdisjoint(lowers):
        return False
    if said:
        tokens = range(sentence.first, sentence.end)
        lowers = [doc.lowers[k] for k in tokens if not any(first <= k < end for first, end in said)]
    if not _WRITES.isdisjoint(lowers) and _THERE.isdisjoint(lowers):
        return True
    if not _WRITTEN.isdisjoint(lowers) or _is_on_request(lowers):
        return True
    if _WRITINGS.isdisjoint(lowers):
        return False
    return any(
        noun in (_LETTERS if article not in ("einem", "einer") else _WRITINGS)
        for article, noun in pairwise(lowers)
        if article in _IN
    )


_READ_OUT = frozenset("verlas verlasen verlesen vorlas vorlasen vorgelesen".split())  # a letter read at the gathering


def _is_on_request(lowers: list[str]) -> bool:
    """Whether somebody spoke "auf Anfrage" of a newspaper, not of somebody who is there."""
    if "nachfrage" in lowers and not _ASKING.isdisjoint(lowers[lowers.index("nachfrage") :][:4]):
        return True  # "auf Nachfrage der Pressestelle", which by itself comes from those who are there
    at = lowers.index("anfrage") if "anfrage" in lowers else 0
    return bool(at) and lowers[at - 1] == "auf" and lowers[at + 1 : at + 2] not in (["von"], ["des"])


_ASKING = frozenset(["pressestelle", "redaktion", "zeitung", "presse", "agentur", "senders"])


def is_before_guests(doc: Document, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether a sentence, or the next one, shows those who hear it: "sagte sie unter dem Gelächter der Gäste"."""
    follows = sentences[min(sentence.number + 1, len(sentences) - 1)]
    end = follows.end if follows.block == sentence.block else sentence.end
    return any(doc.lowers[k] in _HEARD and doc.quote_at[k] < 0 for k in range(sentence.first, end))


_HEARD = frozenset("gäste gästen applaus beifall publikum gelächter zuhörer zuhörern zuhörerinnen saal".split())


def is_elsewhere(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence names a body in which something is to happen: "wird im Sozialausschuss berichten"."""
    forms = doc.types[sentence.first : sentence.end]
    return any(a.lower in ("im", "in") and _BODY.search(b.lower) for a, b in pairwise(forms))


def in_sequence(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence opens as a point of a programme: "Anschließend berichtet …", "Um 11 Uhr …"."""
    first = sentence.first
    return bool(_SEQUENCE.match(doc.phrase(first, min(first + 4, sentence.end))))


def announced_at(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence is a point of a programme below an hour: "10.30 Uhr Vortrag: X"."""
    first, end = doc.block_tokens[sentence.block]
    return doc.blocks[sentence.block].kind == "item" and bool(_HOUR.match(doc.phrase(first, min(first + 3, end))))


_HOUR = re.compile(r"(?:ab |ca\. )?\d{1,2}[.:]\d\d\b|\d{1,2} Uhr")


def is_interviewer(doc: Document, sentence: Sentence) -> bool:
    """Whether a line says who asked what is printed above: "Die Fragen stellte X."."""
    return doc.lowers[sentence.first : sentence.first + 2] == ["die", "fragen"]


def is_release(doc: Document, sentence: Sentence) -> bool:
    """Whether a line opens a statement to the press: "Zum Ausgang der Abstimmung erklärt X:"."""
    lowers = doc.lowers[sentence.first : sentence.end]
    return lowers[0] in ("zu", "zum", "zur") and not _STATES.isdisjoint(lowers)


def was_given(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells of a speech that was: "kam auch X zu Wort", "sprach", "hielt"."""
    return not _GIVEN.isdisjoint(doc.lowers[sentence.first : sentence.end])


_GIVEN = frozenset(
    "kam kamen sprach sprachen hielt hielten eröffnete eröffneten begrüßte begrüßten moderierte führte".split()
)
_STATES = frozenset(["erklärt", "erklären", "äußert"])


def is_later(doc: Document, sentence: Sentence) -> bool:
    """Whether the words were said at another time: "sagte sie später einmal", "am Tag danach", "Bereits am …"."""
    lowers = doc.lowers[sentence.first : sentence.end]
    if not _AFTERWARDS.isdisjoint(lowers) and _DAY_AFTER.search(" ".join(lowers)):
        return True
    if any(lowers[n] in _ALREADY and _is_day_before(lowers[n:]) for n in _places_of_already(lowers)):
        return True
    return not _TIMES.isdisjoint(lowers) and not _OTHER_TIMES.isdisjoint(pairwise(lowers))


def _places_of_already(lowers: list[str]) -> list[int]:
    """Where "schon" can stand: first in a sentence with "hatte", or right behind it ("Kröll hatte das schon am …")."""
    had = next((n for n, word in enumerate(lowers) if word in _HAD), None)
    if had is None:
        return []
    behind = lowers[had + 1 : had + _BEHIND]
    return [0, *range(had + 1, had + 1 + (behind.index(",") if "," in behind else len(behind)))]


def _is_day_before(lowers: list[str]) -> bool:
    """ "bereits am Wochenende", "schon im Frühjahr", "erst vor zwei Wochen", but not "schon am Vormittag"."""
    follows = lowers[1] if len(lowers) > 1 else ""
    if follows in _BACK:
        return True
    return follows in _ON and not any(word.endswith(_SAME_DAY) for word in lowers[2:4])


_AFTERWARDS = frozenset("danach darauf folgetag später".split())
_DAY_AFTER = re.compile(
    r"\b(?:am (?:tag|abend|morgen) (?:danach|darauf)|tags darauf|am folgetag|(?:einen tag|wenige tage|tage) später)\b"
)
_BEHIND = 8  # tokens
_ALREADY = frozenset(["bereits", "schon", "erst"])
_HAD = frozenset(["hatte", "hatten"])
_BACK = frozenset(
    ["vergangene", "vergangenen", "vorige", "letzte", "vor", "anfang", "mitte", "ende", "tags", "gestern", "vorgestern"]
)
_ON = frozenset(["am", "im", "in"])
_SAME_DAY = tuple("morgen vormittag mittag nachmittag abend vorfeld eröffnung begrüßung grußwort rede vortrag".split())


def among_voices(doc: Document, sentence: Sentence) -> bool:
    """Whether words stand below a heading that collects what people say: "Stimmen zur Tagung"."""
    above = doc.blocks[max(0, sentence.block - _VOICES_MOST) : sentence.block]
    heading = next((block for block in reversed(above) if block.kind == "heading"), None)
    return heading is not None and bool(_VOICES.match(doc.text, heading.start))


_VOICES_MOST = 12  # paragraphs that collect what people say
_VOICES = re.compile(r"(?:Stimmen|Statements|Zitate|O-Töne|Reaktionen) (?:zu[mr]?|über|auf)\b")


def beforehand(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence says of itself that it was said before the event: "so X im Vorfeld"."""
    types = doc.types
    words = doc.words[sentence.first : sentence.end]
    if "vor" in words and any(a == "vor" and b.endswith("beginn") for a, b in pairwise(words)):
        return True  # "hatte schon vor Konferenzbeginn gesagt"
    if "vorab" in words:
        return True
    if "Vorfeld" not in words:
        return False
    for k in range(sentence.first, sentence.end - 1):
        if types[k].text == "Vorfeld" and types[k + 1].lower not in _OF and doc.quote_at[k] < 0:
            return True
    return False
