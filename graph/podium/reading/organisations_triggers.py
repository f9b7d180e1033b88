"""Which words of a text can begin or head the name of an organisation, and by which pattern it is looked for there."""

from collections.abc import Sequence
from functools import cache, partial

from podium.reading.forms import PerForm
from podium.reading.gazetteer import Gazetteer
from podium.reading.jobcenters import is_agency_word, is_jobcenter_word
from podium.reading.jobcenters_named import named_jobcenters
from podium.reading.organisations_crafts import is_craft
from podium.reading.organisations_firms import GENITIVE, is_owned
from podium.reading.organisations_groups import is_group
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Known, known_names
from podium.reading.organisations_legal import is_legal_form
from podium.reading.organisations_municipal import is_territorial_office
from podium.reading.roles_words import role_word
from podium.register.model import RegisteredJobcenter
from podium.register.register import Register

__all__ = [
    "AGENCY", "BRAND", "COMPOUND", "CRAFT", "DISTRICT", "GROUP", "HEAD", "JOBCENTER", "KNOWN", "LEGAL", "OFFICE",
    "OWNED", "triggers_of", "without_idle_articles",
]  # fmt: skip

# Bits, since a form may fit several: "Kreis-Jobcenter".
JOBCENTER, AGENCY, KNOWN, HEAD, LEGAL, COMPOUND, DISTRICT, OFFICE, OWNED, GROUP, BRAND, CRAFT = (
    1 << n for n in range(12)
)


_ARTICLES = ("der", "die", "des", "von", "bei", "vom", "Der", "Die")


@cache
def _behind_articles(register: Register) -> PerForm[str, bool]:
    """Whether a word can be the second one of a known name that begins with an article: "Die Linke"."""
    names = known_names(register).names
    return PerForm(lambda form: any(names.goes_on(a, part) for a in _ARTICLES for part in (form, form.split("-")[0])))


def without_idle_articles(words: Sequence[str], places: Sequence[int], register: Register) -> list[int]:
    """`places` without the articles and prepositions that neither begin a known name nor can tell whose somebody is.

    They are half of all places.
    """
    behind, last = _behind_articles(register), len(words) - 1
    return [
        at
        for at in places
        if words[at] not in _IDLE
        or (at < last and (behind[words[at + 1]] or (words[at + 1][:1].isupper() and _may_own(words, at))))
    ]


def _may_own(words: Sequence[str], at: int) -> bool:
    """Whether who belongs to a firm may stand before an article or preposition: "Leiter von | Muster"."""
    if words[at] in GENITIVE:
        return role_word(words[at - 1]) is not None
    return is_owned(words[at]) and words[at - 1][:1].isupper()


_IDLE = frozenset(_ARTICLES)


@cache
def triggers_of(register: Register) -> PerForm[str, int]:
    """Bits by word form, worked out once for each form; 0 where no organisation can begin."""
    return PerForm(partial(_trigger, known_names(register), named_jobcenters(register)))


def _trigger(known: Known, jobcenters: Gazetteer[tuple[str, RegisteredJobcenter]], form: str) -> int:
    """What a word form can begin or head."""
    if not form[:1].isalnum() and form != "(":
        return 0
    code = JOBCENTER if is_jobcenter_word(form) else 0
    code |= AGENCY if is_agency_word(form) else 0
    code |= KNOWN if known.names.starts(form) else 0
    code |= HEAD if head_of(form) else 0
    code |= LEGAL if is_legal_form(form) else 0
    code |= COMPOUND if "-" in form and not form.endswith("-") else 0
    code |= OFFICE if is_territorial_office(form) else 0
    code |= OWNED if is_owned(form) else 0
    code |= BRAND if jobcenters.starts(form) else 0
    code |= CRAFT if is_craft(form) else 0
    code |= GROUP if is_group(form) else 0
    return code | (DISTRICT if form.endswith(("-Kreis", "-Kreises")) else 0)
