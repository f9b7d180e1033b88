"""Finding jobcenters by their names and places, and the form they had on a date."""

from collections.abc import Iterable, Mapping

from podium.register.dates import first_day, last_day
from podium.register.model import District, RegisteredJobcenter
from podium.register.names import COUNTY, TOWN, key, place_words

__all__ = ["JobcenterIndex", "carrier_type"]

_TOWN_KINDS = frozenset({"kreisfreie Stadt", "Stadtkreis"})
# § 44b SGB II in its present form is in force since that day; before, there was no gemeinsame Einrichtung.
_FIRST_JOINT_FACILITY = "2011-01-01"


class JobcenterIndex:
    """Jobcenters by name, and by the set of words that name their place."""

    def __init__(self, jobcenters: Iterable[RegisteredJobcenter], districts: Mapping[str, District]) -> None:
        self._by_name: dict[str, set[RegisteredJobcenter]] = {}
        self._by_place: dict[frozenset[str], set[RegisteredJobcenter]] = {}
        self._by_first_word: dict[str, set[RegisteredJobcenter]] = {}
        self._plain: set[tuple[frozenset[str], RegisteredJobcenter]] = set()
        self._kinds: dict[RegisteredJobcenter, frozenset[str]] = {}
        for jobcenter in jobcenters:
            self._add(jobcenter, [districts[ags] for ags in jobcenter.ags if ags in districts])

    def _add(self, jobcenter: RegisteredJobcenter, districts: list[District]) -> None:
        for name in (jobcenter.name, *jobcenter.aliases):
            self._by_name.setdefault(key(name), set()).add(jobcenter)
            words, kind = place_words(name)
            if kind is None:
                self._plain.add((words, jobcenter))
            self._by_place.setdefault(words, set()).add(jobcenter)
            self._by_first_word.setdefault(_first_word(name), set()).add(jobcenter)
        if jobcenter.land != "Berlin":  # twelve jobcenters share that district
            for district in districts:
                self._by_place.setdefault(place_words(district.name)[0], set()).add(jobcenter)
        self._kinds[jobcenter] = frozenset(TOWN if d.kind in _TOWN_KINDS else COUNTY for d in districts)

    def find(self, name: str) -> RegisteredJobcenter | None:
        """The jobcenter of a name or place in the nominative; None where none or several can be meant."""
        found = self._by_name.get(key(name), set())
        if not found:
            words, kind = place_words(name)
            found = self._by_place.get(words, set()) if words else set()
            if kind is not None:
                found = {each for each in found if kind in self._kinds[each] or not self._kinds[each]}
            elif len(found) > 1:
                found = {each for each in found if (words, each) in self._plain}
            if not found and len(words) == 1 and kind is None:
                found = self._by_first_word.get(next(iter(words)), set())
        if len(found) > 1:
            found = {each for each in found if each.valid_until is None}
        return next(iter(found)) if len(found) == 1 else None

    def in_town(self, jobcenter: RegisteredJobcenter) -> bool:
        """Whether a district of a jobcenter is a town."""
        return TOWN in self._kinds[jobcenter]


def _first_word(name: str) -> str:
    """First word of the place in a name: "halle" of "Jobcenter Halle (Saale)"."""
    words = place_words(name)[0]
    return next((word for word in key(name).split("-") if word in words), "")


def carrier_type(jobcenter: RegisteredJobcenter, date: str) -> str | None:
    """ "gE" or "zkT" on an ISO date of any precision; None where the register cannot say.

    A gE without a known beginning counts from 2011-01-01, when § 44b SGB II made the Arbeitsgemeinschaften gemeinsame
    Einrichtungen; the few that kept separate performance until 31.12.2011 (§ 76 SGB II) are not listed.
    """
    for arrangement in jobcenter.arrangements:
        start = arrangement.valid_from or (
            _FIRST_JOINT_FACILITY if arrangement.carrier_type == "gE" else arrangement.valid_from
        )
        end = arrangement.valid_until
        if start and first_day(date) >= last_day(start) and (end is None or last_day(date) <= first_day(end)):
            return arrangement.carrier_type if arrangement.carrier_type in {"gE", "zkT"} else None
    return None
