"""Houses whose noun no list has, told by the office of who leads them and by their town: "Leiterin der Kurklinik X"."""

from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.events_nouns import is_listed
from podium.reading.inflection import nominative
from podium.reading.lexicon import words_of
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found
from podium.reading.organisations_legal import legal_end
from podium.reading.places import Places, place_at
from podium.reading.roles_words import listed, role_word

__all__ = ["find_led"]

_OFFICES = tuple(words_of("organisation_words.txt", "offices in houses"))
_NO_HOUSES = tuple(words_of("organisation_words.txt", "no houses"))


def find_led(words: Sequence[str], at: int, floor: int, known: Places) -> Found | None:
    """The house behind the genitive article at token `at`, where an office stands before and a place behind."""
    noun = at + 1
    if at <= floor or noun + 1 >= len(words) or words[at] not in ("des", "der") or not _is_house(words[noun]):
        return None
    office = role_word(words[at - 1])
    if office is None or not office.masculine.lower().endswith(_OFFICES):
        return None
    placed = place_at(words, noun + 1, known)
    if placed is None or legal_end(words, placed[0]):
        return None  # "der Sozialholding Ruhr AG" is found by its legal form
    name = f"{nominative([words[noun]], 'gen' if words[at] == 'des' else None)} {' '.join(words[noun + 1 : placed[0]])}"
    return Found(noun, placed[0], name, iri("organisation", name), "other", head=words[noun], sure=False)


@cache
def _is_house(form: str) -> bool:
    """Whether a noun may be one for a house: no office, body, gathering or area, and none that a list decides on."""
    lower = form.lower()
    if not form[:1].isupper() or len(form) < 6 or not form.isalpha() or form.isupper() or lower.endswith(_NO_HOUSES):
        return False
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("es")}
    body = any(each[cut:] in listed("bodies") for each in forms for cut in range(len(each) - 2))
    return not (body or role_word(form) or head_of(form) or is_listed(form))
