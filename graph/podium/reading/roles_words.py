"""Words that name an office: the head they end in, nominative, gender, number, and what stands before a hyphen."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from podium.reading.forms import PerForm
from podium.reading.lexicon import lines, records, words_of
from podium.reading.values import value

__all__ = ["ROLE_WORDS", "RoleWord", "is_journalist", "listed", "role_word", "stem_in"]


@value
class RoleWord:
    """A word such as "BA-Vorstandsvorsitzende" or "Landrätin" taken apart.

    `head` is the entry of the lexicon ("vorsitzend"); `masculine` and `feminine` the nominative singular without
    `prefix`, which is what stands before the last hyphen ("BA") or "". `gender` and `number` ("s", "p") are None
    where the form leaves them open. `adjectival`: declined like an adjective. `body`: in the singular the word also
    names a body ("Stadtrat", "Vorstand").
    """

    form: str
    head: str
    masculine: str
    feminine: str
    prefix: str
    gender: str | None
    number: str | None
    adjectival: bool = False
    body: bool = False
    former: bool = False
    deputy: bool = False
    acting: bool = False

    def title(self, gender: str | None) -> str:
        """Title for a holder of this gender, strong form: "Vorsitzender", "Vorsitzende"."""
        gender = self.gender if self.gender and not self.adjectival else gender or self.gender
        return self.feminine if gender == "f" else self.masculine

    def whole(self, gender: str | None) -> str:
        """Title with what stands before the hyphen: "Diözesan-Caritasdirektor"."""
        return f"{self.prefix}-{self.title(gender)}" if self.prefix else self.title(gender)


_Form = tuple[
    str, str, str, str | None, str | None, bool, str
]  # head, masculine, feminine, gender, number, adjectival, mode
_BODIES = frozenset(words_of("person_words.txt", "bodies that are offices too"))
_INVARIABLE = {
    "ob": "OB", "ceo": "CEO", "cfo": "CFO", "coo": "COO", "cto": "CTO", "chro": "CHRO", "gf": "GF",
    "mdl": "MdL", "mdb": "MdB", "mdep": "MdEP", "mda": "MdA", "mdhb": "MdHB", "mdbb": "MdBB",
}  # fmt: skip
_ENDINGS = {
    "er": (("", "m", None), ("s", "m", "s"), ("n", "m", "p"), ("in", "f", "s"), ("innen", "f", "p")),
    "or": (("", "m", "s"), ("s", "m", "s"), ("en", "m", "p"), ("in", "f", "s"), ("innen", "f", "p")),
    "en": (("", "m", "s"), ("en", "m", None), ("in", "f", "s"), ("innen", "f", "p")),
    "n": (("", "m", "s"), ("n", "m", None)),
    "regular e": (("", "m", "s"), ("en", "m", None), ("in", "f", "s"), ("innen", "f", "p")),
    "s": (
        ("", "m", "s"),
        ("s", "m", None),
        ("es", "m", "s"),
        ("e", "m", "p"),
        ("en", "m", "p"),
        ("in", "f", "s"),
        ("innen", "f", "p"),
    ),
    "adjective": (("er", "m", "s"), ("e", None, None), ("en", None, None), ("em", "m", "s")),
    "neuter": (("", None, "s"), ("s", None, "s"), ("es", None, "s"), ("er", None, "p"), ("ern", None, "p")),
}


def _forms_of(section: str, entry: str) -> Iterator[tuple[str, _Form]]:
    mode = entry[0] if entry[0] in "=~" else ""
    head = entry.lstrip("=~")
    adjectival = section == "adjective"
    masculine = head + "er" if adjectival else head
    feminine = head + "e" if adjectival else head if section == "neuter" else head + "in"
    if section == "n":
        feminine = head[:-1] + "in"
        yield feminine, (head, masculine, feminine, "f", "s", False, mode)
        yield feminine + "nen", (head, masculine, feminine, "f", "p", False, mode)
    for ending, gender, number in _ENDINGS[section]:
        yield head + ending, (head, masculine, feminine, gender, number, adjectival, mode)


def _irregular(line: str) -> Iterator[tuple[str, _Form]]:
    masculine, genitives, plurals, feminine, feminines = line.split()
    mode = masculine[0] if masculine[0] in "=~" else ""
    head = masculine.lstrip("=~")
    open_gender = head == feminine
    for form, gender, number in (
        *((form, "m", None if form in plurals.split(",") else "s") for form in genitives.split(",")),
        *((form, "m", "p") for form in plurals.split(",")),
        (feminine, "f", "s"),
        *((form, "f", "p") for form in feminines.split(",")),
        (head, "m", "s"),
    ):
        yield form, (head, head, feminine, None if open_gender else gender, number, False, mode)


@cache
def _forms() -> dict[str, _Form]:
    """All inflected forms of all heads, lower case."""
    forms: dict[str, _Form] = {}
    for section in _ENDINGS:
        for entry in words_of("role_heads.txt", section):
            for form, known in _forms_of(section, entry):
                forms.setdefault(form, known)
    for line in lines("role_heads.txt", "umlaut"):
        for form, known in _irregular(line):
            forms[form] = known
    return forms


@cache
def listed(name: str) -> frozenset[str]:
    """One list of `role_words.yaml`."""
    found: Any = records("role_words.yaml")[name]
    return frozenset(found)


def stem_in(form: str, name: str) -> bool:
    """Whether a declined adjective (or a noun) is in a list of stems: `stem_in("ehemaligen", "former")`."""
    stems = listed(name)
    lower = form.lower()
    return (
        lower in stems
        or (lower[-2:] in ("en", "er", "es", "em") and lower[:-2] in stems)
        or (lower[-1:] in "ensr" and lower[:-1] in stems)
    )


@cache
def _excluded() -> frozenset[str]:
    return frozenset(words_of("role_heads.txt", "not"))


_NEUTRAL = re.compile(r"(?:\*|_|·|:|/-?)in(nen)?$|(?<=[a-zäöüß])I(?:n|(nnen))$")
_NEUTRAL_ADJECTIVE = re.compile(r"(?<=e)(?:\*|_|·|:|/-?)[rn]$")
_FORMER = re.compile(
    r"(?:Ex|Alt|Früh)-|Alt(?=(?:bürgermeister|oberbürgermeister|landrat|landrätin|kanzler|bundes|präsident|bischof|ministerpräs|stadtrat|rektor|ob$))"
)
_DEPUTY = re.compile(r"(?:Vize-?|Stellv\.-)(?=\w)|(?:\w|-)vize$|(?:^|-)Vize$|[Ss]tellvertreter(?:in|innen|n|s)?$")
_ACTING = re.compile(r"Interims-?|Übergangs-?")
_SMALL_NAME = re.compile(r"(?:ver\.di|[a-zäöü]{2,6})-(?=[A-ZÄÖÜ])")  # "ifo-Präsident", "dbb-Vorsitzende"
_MODIFIERS = frozenset(words_of("person_words.txt", "modifiers"))


def _take_apart(form: str) -> RoleWord | None:
    if len(form) > 60 or not (form[:1].isupper() or _SMALL_NAME.match(form)):
        return None
    shape, count = _NEUTRAL.subn("", form)
    neutral = count > 0
    if neutral:
        shape += "innen" if form.lower().endswith("innen") else "in"
        if shape.endswith(("eninnen", "ninnen")) and shape.lower() not in _forms():
            shape = re.sub(r"e?ninnen$", "innen", shape)  # "Kandidaten/-innen"
    else:
        shape, count = _NEUTRAL_ADJECTIVE.subn("", form)
    lower = shape.lower()
    forms = _forms()
    if lower in _excluded() or lower.rstrip("ns") in _excluded() or lower.removesuffix("in") in _excluded():
        return None
    for at in range(max(0, len(lower) - 32), len(lower) - 1):
        found = forms.get(lower[at:])
        if found and _fits(found, shape, at):
            return _built(form, shape, at, found, neutral)
    return None


def _fits(found: _Form, shape: str, at: int) -> bool:
    """Whether a head may be found at this place of the word."""
    mode = found[6]
    if at == 0:
        return mode != "~"
    if shape[at - 1] in "-.":
        return True
    return mode != "=" and at >= 2 and shape[at].islower() and shape[at - 1].islower() and not shape[:at].isupper()


def _built(form: str, shape: str, at: int, found: _Form, neutral: bool) -> RoleWord:
    head, masculine, feminine, gender, number, adjectival, _ = found
    former = _FORMER.match(shape)
    before = shape[:at]
    if former and former.end() <= at:
        before = before[former.end() :]
    acting = _ACTING.match(before)
    prefix, hyphen, rest = before.rpartition("-")
    if hyphen and prefix.rpartition("-")[2] in _MODIFIERS and (rest == "" or prefix in _MODIFIERS):
        outer, _, modifier = prefix.rpartition("-")
        prefix, rest = outer, f"{modifier}-{rest}"
    if not hyphen:
        prefix, rest = "", before
    return RoleWord(
        form=form,
        head=head,
        masculine=_capital(rest, masculine),
        feminine=_capital(rest, feminine),
        prefix=prefix,
        gender=None if neutral else gender,
        number=number,
        adjectival=adjectival,
        body=head in _BODIES and gender == "m",
        former=bool(former),
        deputy=bool(_DEPUTY.search(shape)),
        acting=bool(acting),
    )


def _capital(rest: str, title: str) -> str:
    if title in _INVARIABLE and (not rest or rest.endswith("-")):
        return rest + _INVARIABLE[title]
    if not rest or rest.endswith("-"):
        return rest + title[:1].upper() + title[1:]
    return rest[:1].upper() + rest[1:] + title


ROLE_WORDS = PerForm(_take_apart)


def role_word(form: str) -> RoleWord | None:
    """What office a word names, or None: `role_word("BA-Chefin")` has prefix "BA" and title "Chefin"."""
    return ROLE_WORDS[form]


def is_journalist(role: RoleWord | None) -> bool:
    """Whether a title is that of somebody who works for a medium."""
    return role is not None and role.head.endswith(_JOURNALISTS)


_JOURNALISTS = (
    "moderator", "reporter", "journalist", "redakteur", "korrespondent", "intendant", "kommentator", "autor",
    "chefredakteur", "redaktionsleiter", "redaktionsmitglied", "kolumnist",
)  # fmt: skip
