"""Who employs somebody whose house the sentence names before: "Im Jobcenter X erläuterte Teamleiterin Y …"."""

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import SPEAKING, Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["employed", "employer"]

_EMPLOYED = tuple(words_of("person_words.txt", "employed"))
_IN = frozenset("beim im vom von bei aus seitens vonseiten am an in für".split())
_BETWEEN = frozenset("der des dem den das die seiten firma stand infostand messestand haus hause werkstatt".split())
# What somebody gets or asks of a house is not what one of its own does.
_OTHERS = frozenset(
    "erhält erhielt bekommt bekam fordert forderte verlangt verlangte erwartet erwartete wünscht wünschte profitiert"
    " hört hörte erfuhr wandte lernt lernte nahm besuchte besucht informierte".split()
)
_SENDING = frozenset("schickt schickte entsendet entsandte vertritt vertrat stellt stellte delegierte entsandt".split())
_TOLD = SPEAKING | frozenset("sagen sagte weiß rät beschreibt schildert berichten freut freute heißt".split())
_HOUSES = frozenset(
    ["jobcenter", "agency", "welfare", "association", "company", "social-partner", "research", "ministry", "other"]
)
_FAR = 9  # tokens between a house and the office of one of its own


def employed(phrase: RolePhrase) -> bool:
    """Whether an office is a job that houses give: "Teamleiterin", "Fallmanager"."""
    return phrase.word.masculine.lower().endswith(_EMPLOYED)


def employer(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The only house that a sentence names before an office, where it says in one of these ways whose office it is.

    "Im Jobcenter X erläuterte Teamleiterin Y", "Das Jobcenter X schickte Teamleiterin Y", "Das Jobcenter X helfe
    gern, so Teamleiterin Y". Offices that a house employs nobody in (Landrat, Handwerksmeister) have none.
    """
    if not employed(phrase) or phrase.plural():
        return None
    first = scan.doc.sentences[scan.doc.sentence_at[phrase.first]][0]
    near = [at for at in range(first, phrase.first) if at in places.at]
    if not near or len({places.at[at][1] for at in near}) > 1:
        return None
    at = near[0]
    end, entity = places.at[at]
    if places.entities[entity].kind not in _HOUSES or not phrase.can_be_of(places.entities[entity].kind):
        return None
    gap = scan.words[end : phrase.first]
    fits = _placed(scan, first, at, gap) or _sends(first, at, gap) or _tells(scan, first, at, phrase.first)
    return entity if fits else None


def _placed(scan: Scan, first: int, at: int, gap: list[str]) -> bool:
    """ "Am Stand der Agentur X | beantwortete": a verb and small words between a house that opens the sentence."""
    opening = [word.lower() for word in scan.words[first:at]]
    if not opening or opening[0] not in _IN or any(word not in _BETWEEN for word in opening[1:]) or len(opening) > 4:
        return False
    return 0 < len(gap) <= _FAR and gap[0][:1].islower() and gap[0] not in _OTHERS and "," not in gap


def _sends(first: int, at: int, gap: list[str]) -> bool:
    """ "Das Jobcenter X | schickte", "Die Agentur X |, vertreten durch", "Das Jobcenter X | hat mit"."""
    if at > first + 1 or not 0 < len(gap) <= 5:
        return False
    return gap[0] in _SENDING or gap[-2:] == ["vertreten", "durch"] or (gap[0] in ("hat", "hatte") and gap[-1] == "mit")


def _tells(scan: Scan, first: int, at: int, office: int) -> bool:
    """ "Das Jobcenter X helfe gern, | sagt", "Nach Angaben des Jobcenters X, | so": then who says so."""
    if office - first < 4 or scan.words[office - 1] not in _TOLD or scan.words[office - 2] not in (",", "“", '"'):
        return False
    return at <= first + 1 or scan.words[first] in ("Nach", "Laut", "Beim", "Im")
