"""What follows the head of an organisation's name and belongs to it: "für Arbeit und Soziales", "Spree-Oder", "„…“"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.events_nouns import gathering_noun
from podium.reading.inflection import gender, is_adjective, is_known
from podium.reading.lexicon import words_of
from podium.reading.names import STRONG, kind
from podium.reading.organisations_firms import is_trade_word
from podium.reading.organisations_heads import Head
from podium.reading.organisations_own_names import own_name_end, site_end
from podium.reading.places import Places, place_at
from podium.reading.roles_words import role_word
from podium.reading.words import word

__all__ = ["NO_NAMES", "after_head", "for_phrase"]

NO_NAMES = frozenset(words_of("organisation_words.txt", "no names"))
_PORTFOLIOS = frozenset(words_of("organisation_words.txt", "portfolios"))
_PLACE_IN = frozenset(["ministry", "welfare"])
_OFFICIAL = frozenset(["ministry", "agency", "municipality", "parliament"])
_REGIONAL = frozenset(["association", "welfare", "company"])
_KOMMUNEN = frozenset("Kreises Landkreises Stadt Landeshauptstadt Hansestadt Gemeinde Region Samtgemeinde".split())
_OF_FIRMS = frozenset("Kreis Landkreis Region Stadt".split())
_PARLIAMENT = re.compile(
    r"(?:(?<!land)kreistag|(?:land|bundes|bezirks)tag|(?:stadt|gemeinde|kreis|bundes)rat|parlament|bürgerschaft|"
    r"verordnetenversammlung|abgeordnetenhaus)(?:e?s)?$",
    re.I,
)
_DISTRICTS = frozenset("Kreis Landkreis Kirchenkreis Bistum Erzbistum".split())


def after_head(words: Sequence[str], at: int, head: Head, known: Places) -> tuple[int, str]:
    """End of what follows a head as part of the name, and what it is; (at + 1, "") where nothing does."""
    end, kinds = at + 1, ""
    if end >= len(words):
        return end, ""
    form = words[end]
    if "q" in head.after and form in '„"»“«' and (closed := _quoted(words, end)):
        if head.form == "Werkstatt" and (closed == len(words) or words[closed] not in ("in", "im")):
            return end, kinds  # a workshop of a meeting rather than one in a town
        return closed, "q"
    if "u" in head.after and form[:1].isupper() and (named := own_name_end(words, end, head.form)):
        placed_at = place_at(words, named, known) if "p" in head.after and named < len(words) else None
        return (placed_at[0] if placed_at else named), "u"
    if head.form in _CLUBS and (town := _name_and_town(words, end, known)):
        return town, "u"
    if "a" in head.after and form.lower() in ("am", "an", "auf", "vor") and (site := site_end(words, end)):
        return site, "a"
    if "f" in head.after and form in ("für", "zur", "gegen") and (stop := for_phrase(words, end + 1)):
        if form == "zur" and (head.kind in _OFFICIAL or gathering_noun(words[stop - 1])):
            return end, kinds  # "lädt die Senatsverwaltung zur Fachtagung"
        end, kinds = stop, "f"
    elif (
        head.kind == "parliament"
        and form in ("der", "des")
        and words[end + 1 : end + 2]
        and words[end + 1] in _KOMMUNEN
        and (placed_at := place_at(words, end + 2, known))
    ):
        return placed_at[0], "g"  # "Kreistag des Landkreises X"
    elif ("g" in head.after and form in ("der", "des") and (stop := _genitive(words, end + 1, head, form))) or (
        "g" in head.after
        and head.kind != "parliament"
        and (form[:1].isupper() or form == "deutscher")
        and form.endswith("er")
        and (stop := _bare_genitive(words, end))
    ):
        region = place_at(words, stop, known, loose=False) if stop < len(words) else None
        return (region[0] if region else stop), "g"
    elif "n" in head.after.lower() and (stop := _free_name(words, end, head)):
        return stop, "n"
    elif "c" in head.after and form[:1].isupper() and (stop := _noun_phrase(words, end, article=False)):
        end, kinds = stop, "c"  # "Landesarbeitsgemeinschaft Arbeit"
    if end < len(words) and ("p" in head.after or kinds in ("f", "c")) and role_word(words[end]) is None:
        placed = _placed(words, end, head, known)
        if placed:
            return placed, kinds + "p"
    return end, kinds


_CLUBS = frozenset(["Verein", "Trägerverein", "Förderverein", "Initiative"])


def _name_and_town(words: Sequence[str], at: int, known: Places) -> int:
    """End of one noun and a town behind a club: "der Verein | Nordlicht Stralsund"; else 0."""
    if at + 1 >= len(words) or not words[at][:1].isupper() or not words[at].isalpha() or role_word(words[at]):
        return 0
    placed = place_at(words, at + 1, known, loose=False)
    return placed[0] if placed and not place_at(words, at, known, loose=False) else 0


def _placed(words: Sequence[str], end: int, head: Head, known: Places) -> int:
    """End of a place or Land behind a name: "Köln", "in Mecklenburg-Vorpommern", "des Landes Hessen"; else 0."""
    if words[end] == "des" and words[end + 1 : end + 2] in (["Landes"], ["Freistaats"], ["Freistaates"]):
        placed = place_at(words, end + 2, known, loose=False)
        return placed[0] if placed else 0
    if words[end] == "im" and head.kind in _REGIONAL and words[end + 1 : end + 2] and words[end + 1] in _DISTRICTS:
        placed = place_at(words, end + 2, known)
        return placed[0] if placed else 0  # "Gesellschaft für Wirtschaftsförderung im Kreis Unna"
    if words[end : end + 2] in (["im", "Lande"], ["im", "Land"]) and head.form.endswith("verbände"):
        placed = place_at(words, end + 2, known, loose=False)
        return placed[0] if placed else 0  # "Unternehmensverbände im Lande Bremen"
    if words[end] in _OF_FIRMS and head.kind == "company" and (placed := place_at(words, end + 1, known)):
        return placed[0]  # "Wirtschaftsförderungsgesellschaft Kreis Borken"
    if words[end] in ("in", "im") and head.kind in _PLACE_IN:
        placed = place_at(words, end + 1, known, loose=False)
        return placed[0] if placed and (head.kind == "welfare" or words[end + 1] in known.territories) else 0
    if words[end] == "zu" and head.kind in ("association", "research"):  # "Industrie- und Handelskammer zu Köln"
        end += 1
    regional = head.kind == "association" and words[end : end + 1] in (["Region"], ["Bezirk"])
    if regional and (placed := place_at(words, end + 1, known)):
        return placed[0]  # "IHK Region Stuttgart"
    placed = place_at(words, end, known) if end < len(words) else None
    if placed and head.form.endswith("kammer") and placed[0] < len(words) and "-" in words[placed[0]]:
        placed = place_at(words, placed[0], known) or placed  # "Handwerkskammer Köln Rhein-Ruhr-Sieg"
    return placed[0] if placed else 0


def _quoted(words: Sequence[str], at: int) -> int:
    """End of a short title in quotation marks that begins with a capital at token `at`; 0 where it is none."""
    closers = "»" if words[at] == "«" else '“”"«'
    for number in range(at + 2, min(at + 9, len(words))):
        if words[number] in closers:
            return number + 1 if words[at + 1][:1].isupper() else 0
        if words[number] in ".!?":
            return 0
    return 0


def for_phrase(words: Sequence[str], at: int) -> int:
    """End of "Arbeit, Gesundheit und Soziales" that begins at token `at`; 0 where no noun phrase does."""
    end = _noun_phrase(words, at)
    if not end:
        return 0
    while end < len(words):
        if words[end] in ("und", "sowie", "&"):
            further = _noun_phrase(words, end + 1, article=False)
            return _second_pair(words, further) or further or end
        if (
            words[end] == ","
            and (further := _noun_phrase(words, end + 1, article=False))
            and _comes_and(words, further)
        ):
            end = further
            continue
        break
    if (
        end + 1 < len(words)
        and words[end] in ("der", "des")
        and words[end + 1][:1].isupper()
        and words[end + 1] not in ("Landes",)
    ):
        whose = _noun_phrase(words, end + 1, article=False)
        return whose if whose and not _PARLIAMENT.search(words[whose - 1]) else end
    return end


def _second_pair(words: Sequence[str], at: int) -> int:
    """Behind "Arbeit und Soziales" the end of ", Familie und Integration", fields of a ministry too; else 0."""
    four = list(words[at : at + 4]) if at else []
    if len(four) < 4 or four[0] != "," or four[2] != "und" or four[1] not in _PORTFOLIOS or four[3] not in _PORTFOLIOS:
        return 0
    return at + 4


def _comes_and(words: Sequence[str], at: int) -> bool:
    """Whether a list of nouns goes on to an "und" from token `at`."""
    for _ in range(6):
        if at >= len(words):
            return False
        if words[at] in ("und", "sowie"):
            return bool(_noun_phrase(words, at + 1, article=False))
        if words[at] != ",":
            return False
        at = _noun_phrase(words, at + 1, article=False)
        if not at:
            return False
    return False


def _noun_phrase(words: Sequence[str], at: int, article: bool = True) -> int:
    """End of [article] adjectives and a noun, with "X- und Y"; 0 where there is none."""
    number, count = at, len(words)
    if article and number < count and words[number] in ("den", "die", "das"):
        number += 1
    while number < count and _small_adjective(words[number]):
        number += 1
        paired = number + 1 < count and words[number] in ("und", ",") and _small_adjective(words[number + 1])
        number += 1 if paired else 0
    while number + 2 < count and words[number].endswith("-") and words[number + 1] in ("und", ",", "/"):
        number += 2
    while (
        number + 1 < count
        and words[number + 1][:1].isupper()
        and not words[number + 1].isupper()
        and _capital_adjective(words[number])
        and not kind(words[number + 1]) & STRONG  # "des Ministeriums für Soziales | Anna Beispiel"
    ):
        number += 1
    if number == count or not words[number][:1].isupper() or not words[number][-1].isalpha():
        return 0
    return number + 1 if words[number].lower() not in NO_NAMES else 0


@cache
def _small_adjective(form: str) -> bool:
    return form[:1].islower() and is_adjective(form) and not word(form).verb and not _DETERMINER.match(form)


_DETERMINER = re.compile(
    rf"(?:{'|'.join(NO_NAMES)}|(?:solch|welch|manch|all|viel|mehrer|einig|beid|jen|ander|weiter|etlich|derartig)(?:e|en|er|es|em))$"
)


@cache
def _capital_adjective(form: str) -> bool:
    return form[:1].isupper() and is_adjective(form) and is_known(form.lower()) and not _is_noun(form)


@cache
def _is_noun(form: str) -> bool:
    lemma = word(form).lemma
    return lemma[:1].isupper() and gender(form) is not None and not lemma.endswith(("er", "e"))


def _genitive(words: Sequence[str], at: int, head: Head, article: str) -> int:
    """End of a genitive that belongs to a name ("der Unternehmensverbände", "der Deutschen Industrie"); else 0."""
    end = _noun_phrase(words, at, article=False)
    if not end:
        return 0
    if words[end - 1].endswith("verbände") and words[end : end + 1] == ["der"]:
        end = _noun_phrase(words, end + 1, article=False) or end  # "… der Spitzenverbände der freien Wohlfahrtspflege"
    if head.kind == "parliament" and not re.search(r"tag|rat|parlament|kammer|senat", words[end - 1], re.I):
        return 0
    if head.form.endswith("usschuss") and _PARLIAMENT.search(words[end - 1]):
        return 0  # "der Sozialausschuss | des Kreistages": two bodies
    if (head.kind == "research" and words[at][:1].islower()) or (head.form == "Rat" and not is_adjective(words[at])):
        return 0
    if head.kind == "municipality" or (
        head.bare == "back"
        and head.form in ("Stiftung", "Verein", "Verband", "Institut", "Ausschuss", "Hochschule", "Ministerium")
    ):
        # "der Verband der Stadt" says whose it is; in a name the genitive is a plural or "Deutschen …"
        named = re.match(
            r"(?:Deutsch|Europäisch|Justiz|Finanzen|Innern|Verteidigung|\w*[Ii]ndustrie$|\w*[Ww]irtschaft$)", words[at]
        )
        plural = article == "der" and (words[end - 1].endswith(("n", "e")) or gender(words[end - 1]) in ("m", "n"))
        return end if named or plural else 0
    return end


def _bare_genitive(words: Sequence[str], at: int) -> int:
    """End of a genitive plural without article, "Deutscher Berufsförderungswerke"; 0 where there is none."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "deutscher" and following[:1].isupper() and following.endswith(("e", "en", "er", "s")):
        return at + 2  # "Verband deutscher Arbeitsvermittler"
    if not is_known(words[at].lower()) or not following[:1].isupper() or not following.endswith(("e", "en", "er", "s")):
        return 0
    return at + 2


def _free_name(words: Sequence[str], at: int, head: Head) -> int:
    """End of a free proper name behind "Firma", "Büro", "Stiftung": "Petersen & Kind", "Warentest"; else 0."""
    number = at
    while number < len(words) and number - at < 4 and words[number][:1].isupper() and words[number][-1].isalnum():
        if (
            number > at
            and not _name_like(words[number])
            and not is_trade_word(words[number])
            and words[number - 1] != "&"
            and not words[number - 1].endswith("er")
        ):
            break
        if words[number] in _AT_A and number == at:
            number += 2  # "Gasthof Zur Linde"
            break
        if number == at and "N" not in head.after and not _name_like(words[number]):
            return 0  # behind "Firma", "Bäckerei" the name may be any word: "Firma Schmitz"
        number += 1
        if number + 1 < len(words) and words[number] in ("&", "+") and words[number + 1][:1].isupper():
            number += 1
    return number if at < number <= len(words) and words[number - 1][:1].isupper() else 0


_AT_A = frozenset(["Zur", "Zum", "Am", "Zu", "Im"])


@cache
def _name_like(form: str) -> bool:
    return word(form).upper or not is_known(form) or form.lower() in ("warentest",) or "-" in form
