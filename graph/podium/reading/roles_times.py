"""Times and adverbs before an office without article: "bisher", "seit 2019", "bis vor Kurzem", "von Beruf"."""

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_words import listed
from podium.reading.values import replace

__all__ = ["with_times"]

_SINCE = frozenset(words_of("person_words.txt", "since"))
_ADVERBS = frozenset(words_of("person_words.txt", "time adverbs"))
_SPANS = frozenset(
    (
        "jahren monaten jahrzehnten wochen tagen jahr monat woche frühjahr sommer"
        " herbst winter anfang beginn jahresbeginn jahresanfang jahreswechsel gründung kurzem langem längerem"
    ).split()
)
_MONTHS = frozenset(words_of("person_words.txt", "months"))
_BEGINS = _MONTHS | frozenset(["zum", "zur", "vor", "zu", "dem"])  # "bis zum Frühjahr", "bis vor Kurzem"
_CALLINGS = frozenset("hauptberuf beruf ehrenamt nebenberuf zivilberuf brotberuf nebenamt hauptamt".split())


def with_times(scan: Scan, phrase: RolePhrase, floor: int) -> RolePhrase:
    """Take in what stands before an apposition without article: "bisher", "seit 2019", "bis 2010", "früher"."""
    words, at = scan.words, phrase.first
    former, designated = phrase.former, phrase.designated
    while at > floor and at > phrase.first - 6:
        token = words[at - 1].lower()
        if token in _ADVERBS:
            former = former or token in listed("former_adverbs")
            designated = designated or token in listed("designated_adverbs")
        elif token in _SPANS and "seit" in (near := [w.lower() for w in words[max(floor, at - 4) : at - 1]]):
            at -= len(near) - near.index("seit") + 1  # "seit vielen Jahren Leiterin"
            continue
        elif token.rstrip(".")[:4].isdigit() or token in _MONTHS or (token in ("zum", "vor") and at < phrase.first):
            pass
        elif token == "dem" and at < phrase.first and words[at][:1].isdigit():
            pass  # "seit dem 1. Juli Leiter"
        elif token in _CALLINGS and at - 1 > floor and words[at - 2].lower() in ("im", "von", "vom"):
            at -= 2  # "im Hauptberuf Lehrerin", "von Beruf Maurer"
            return replace(phrase, first=at, former=former, designated=designated)
        elif token in _SINCE and at < phrase.first and (words[at][:1].isdigit() or words[at].lower() in _BEGINS):
            former = former or token == "bis"
            designated = designated or token in ("ab", "zum")
        else:
            break
        at -= 1
    while at < phrase.first and words[at].lower() not in _ADVERBS | _SINCE:
        at += 1
    if at == phrase.first:
        return phrase
    return replace(phrase, first=at, former=former, designated=designated)
