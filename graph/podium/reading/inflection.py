"""Nominative of German noun phrases found in any case: "des Deutschen Landkreistages" → "Deutscher Landkreistag"."""

import re
from collections.abc import Sequence
from functools import cache

import simplemma

from podium.reading.lexicon import table

__all__ = ["adjective", "case_of", "gender", "is_adjective", "is_known", "nominative", "noun"]

_STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}
_ADJECTIVE_SUFFIX = re.compile(r"(?:isch|lich|ig|haft|sam|bar)(?:e|en|er|es|em)$")
_ENDING = re.compile(r"(?:en|er|es|em|e)$")
# Articles and pronouns whose form leaves one case to each gender.
_CASES = {
    ("des", "m"): "gen", ("des", "n"): "gen", ("der", "m"): "nom", ("der", "f"): "gen", ("dem", "m"): "dat",
    ("dem", "n"): "dat", ("den", "m"): "acc", ("das", "n"): "nom", ("die", "f"): "nom", ("vom", "m"): "dat",
    ("vom", "n"): "dat", ("zum", "m"): "dat", ("zum", "n"): "dat", ("zur", "f"): "dat", ("am", "m"): "dat",
    ("am", "n"): "dat", ("im", "m"): "dat", ("im", "n"): "dat", ("beim", "m"): "dat", ("beim", "n"): "dat",
}  # fmt: skip
_FULL_S = re.compile(
    r"(?:[szxß]|tag|rat|bund|verband|kreis|dienst|verein|institut|amt|werk|gericht|vorstand|hof|ring|akt|stich|besuch|gespräch|buch|kreuz|bezirk|tisch|preis|gesetz|geld|markt|plan|pakt|satz|bedarf|projekt|recht|zug|stand|land|feld|mann|kind|rund|jahr|fest|staat|betrieb|programm|paket|zentrum|grund|stift)$"
)
_S_STEM = re.compile(
    r"(?:nis|aus|eis|uss|us|ass|ress|ess|oss|is|os|as|ps|ix|itz|atz|utz|etz|olz|eß|aß|ß|ez|ex|urs|als)$"
)
_NEUTER_E = re.compile(r"(?:[Gg]ebäude|[Gg]elände|[Gg]ewerbe|[Gg]ebirge|[Gg]etriebe)$")


@cache
def is_known(form: str) -> bool:
    """Whether a form is in the German dictionary of simplemma (towns and surnames mostly are not)."""
    return bool(simplemma.is_known(form, lang="de"))


@cache
def _genders() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    endings: dict[str, str] = {}
    for row in table("genders.csv"):
        (whole if row["ending"][0].isupper() else endings)[row["ending"]] = row["gender"]
    return whole, endings


@cache
def gender(form: str) -> str | None:
    """Gender "m", "f" or "n" of a noun in the singular, by the longest ending that is known; else None.

    >>> gender("Landkreistag"), gender("Dienstleistungsgewerkschaft"), gender("Jobcenter")
    ('m', 'f', 'n')
    """
    whole, endings = _genders()
    last = form.rsplit("-", 1)[-1] or form
    if last in whole:
        return whole[last]
    lower = last.lower()
    for start in range(len(lower)):
        found = endings.get(lower[start:])
        if found:
            return found
    return None


def adjective(form: str, of: str, undeclined: bool = False) -> str:
    """Strong nominative of an adjective or participle: `adjective("Vereinten", "f")` → `"Vereinte"`.

    `of` is the gender of its noun, or "p" for the plural. Adjectives made from towns ("Elmshorner", "Thüringer") have
    no endings; `undeclined` says that this is one.
    """
    if undeclined or not _ENDING.search(form):
        return form
    stem = _ENDING.sub("", form)
    return stem + _STRONG[of]


def is_adjective(form: str) -> bool:
    """Whether a form before a noun can be a declined adjective: "Deutschen", "öffentliche", "Berliner"."""
    return len(form) > 3 and bool(_ENDING.search(form)) and not form.isupper() and form[-1].isalpha()


def case_of(article: str, of: str | None) -> str | None:
    """Case that an article (or preposition with article) leaves to a singular noun of a gender."""
    return _CASES.get((article.lower(), of or ""))


@cache
def noun(form: str, case: str | None = None) -> str:
    """Nominative singular of a noun found in the singular: `noun("Landkreistages")` → `"Landkreistag"`.

    Only a genitive is changed (or what must be one); "case" other than "gen" leaves the form alone.
    """
    if case not in (None, "gen") or len(form) < 4 or form.isupper() or form[-1] != "s" or form.endswith("ss"):
        return form
    of = gender(form)
    if of is not None and case is None and gender_known_whole(form):
        return form
    head, hyphen, last = form.rpartition("-")
    plain = _without_s(last, case) if len(last) > 1 else last
    return head + hyphen + plain


def gender_known_whole(form: str) -> bool:
    """Whether the form as it stands ends like a nominative of the gender table ("Haus", "Kreis", "Bündnis")."""
    lower = form.rsplit("-", 1)[-1].lower()
    endings = _genders()[1]
    return any(lower[start:] in endings for start in range(len(lower) - 2))


def _without_s(form: str, case: str | None) -> str:
    if form.endswith("nisses"):
        return form[:-3]
    if form.endswith("es"):
        short = form[:-2]
        if _NEUTER_E.search(form[:-1]):
            return form[:-1]
        if _FULL_S.search(short.lower()) or _S_STEM.search(short.lower()) or gender_known_whole(short):
            return short
        if is_known(form[:-1]) and not is_known(short):
            return form[:-1]
        return short if is_known(short) or case == "gen" else form
    short = form[:-1]
    if gender_known_whole(short) or is_known(short):
        return short
    return short if case == "gen" and not _S_STEM.search(form.lower()) else form


def nominative(words: Sequence[str], case: str | None = None, of: str | None = None) -> str:
    """Nominative of a noun phrase without its article, in the strong form that a name has alone.

    `words` are adjectives, the head noun, and what follows it (which stays as it is); `case` is "nom", "gen", "dat",
    "acc" or None where unknown; `of` the gender where it is known better than by the noun's ending.

    >>> nominative(["Deutschen", "Landkreistages"]), nominative(["Vereinten", "Dienstleistungsgewerkschaft"])
    ('Deutscher Landkreistag', 'Vereinte Dienstleistungsgewerkschaft')
    """
    head = head_at(words)
    if head is None:
        return " ".join(words)
    weak = any(is_adjective(w) and w.endswith("en") for w in words[:head])
    form = noun(words[head], case or ("gen" if weak and words[head].endswith("s") else None))
    of = of or gender(form)
    before = [_before(w, of) for w in words[:head]]
    return " ".join([*before, form, *words[head + 1 :]])


def head_at(words: Sequence[str]) -> int | None:
    """Place of the head noun: the first capitalised word that no noun of the same phrase follows as its adjective."""
    number = 0
    while number < len(words):
        word = words[number]
        if word.endswith("-") or (word in ("und", "oder", "/", ",") and number and words[number - 1][-1:] == "-"):
            number += 1
            continue
        following = words[number + 1] if number + 1 < len(words) else ""
        if word in ("und", ",") or (is_adjective(word) and _goes_on(word, following, words[number + 1 :])):
            number += 1
            continue
        return number if word[:1].isupper() else None
    return None


def _goes_on(word: str, following: str, rest: Sequence[str]) -> bool:
    """Whether an adjective-like word is followed by more adjectives and a noun, so that it is no noun itself."""
    if not following or not following[0].isalpha():
        return False
    if word[0].islower():
        return True
    if following[0].isupper() and following not in ("Für",):
        return _adjectival(word)
    if following in ("und", "oder"):
        return _adjectival(word) and len(rest) > 1 and is_adjective(rest[1]) and any(w[:1].isupper() for w in rest[1:])
    return (
        is_adjective(following)
        and _adjectival(word)
        and following not in _FUNCTION
        and any(w[:1].isupper() for w in rest)
    )


_FUNCTION = frozenset(
    "der die das des dem den für gegen ohne unter über eine einer einem einen eines sowie aller".split()
)


@cache
def _adjectival(word: str) -> bool:
    """Whether a capitalised word is an adjective in a name rather than a noun that ends like one."""
    if word.endswith("er"):
        return (
            True
            if _ADJECTIVE_SUFFIX.search(word) or is_known(word.lower())
            else gender(word) != "n" and not is_known(word)
        )
    lower = word.rsplit("-", 1)[-1].lower()
    if _ADJECTIVE_SUFFIX.search(lower):
        return True
    lemma = simplemma.lemmatize(lower, lang="de")
    return is_known(lower) and lemma[:1].islower() and not lemma.endswith(("ieren",))


def _before(word: str, of: str | None) -> str:
    """A word before a noun of a gender in the nominative; one of a town has no endings ("Elmshorner")."""
    if not is_adjective(word) or word.endswith("-") or of is None or word in ("und", "oder"):
        return word
    if word.endswith("er") and _undeclined(word):
        return word
    return adjective(word, of)


@cache
def _undeclined(word: str) -> bool:
    """Whether an adjective in -er comes from a town or region, so that it has no endings ("Elmshorner Rathaus")."""
    if not word[0].isupper():
        return False
    lemma = simplemma.lemmatize(word.lower(), lang="de")
    return not (is_known(word.lower()) and lemma != word.lower() and lemma[:1].islower())
