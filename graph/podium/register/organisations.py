"""Finding organisations by name, abbreviation or alias, also by the name they bore on a date."""

from collections.abc import Iterable

from podium.register.dates import overlap
from podium.register.model import RegisteredOrganisation
from podium.register.names import is_abbreviation, key

__all__ = ["OrganisationIndex"]


class OrganisationIndex:
    """Organisations by the forms of their names."""

    def __init__(self, organisations: Iterable[RegisteredOrganisation]) -> None:
        self._by_name: dict[str, list[RegisteredOrganisation]] = {}
        for organisation in organisations:
            for form in _forms(organisation):
                entries = self._by_name.setdefault(form, [])
                if organisation not in entries:
                    entries.append(organisation)

    def find(self, name: str, date: str | None = None) -> RegisteredOrganisation | None:
        """The organisation called `name`, on `date` where one is given; None where none or several are."""
        entries = self._by_name.get(name) or self._by_name.get(key(name), [])
        if date is not None:
            entries = [entry for entry in entries if overlap(entry.valid_from, entry.valid_until, date)]
        if len(entries) > 1:
            entries = _preferred(entries, name, date)
        return entries[0] if len(entries) == 1 else None


def _forms(organisation: RegisteredOrganisation) -> Iterable[str]:
    names = (organisation.name, organisation.abbreviation, *organisation.aliases)
    # Keys are lower case, so that an abbreviation never equals one.
    return dict.fromkeys(name if is_abbreviation(name) else key(name) for name in names if name)


def _preferred(entries: list[RegisteredOrganisation], name: str, date: str | None) -> list[RegisteredOrganisation]:
    """Of several: the one whose proper name it is, else the one that still exists."""
    proper = [entry for entry in entries if key(entry.name) == key(name)]
    if proper:
        entries = proper
    if len(entries) > 1 and date is None:
        entries = [entry for entry in entries if entry.valid_until is None]
    return entries
