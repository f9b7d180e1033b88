"""Persons whose names the register knows: holders of offices, listed participants, members of the Bundestag."""

from collections.abc import Iterable
from functools import cache

from podium.namespaces import iri
from podium.register.files import rows, several
from podium.register.model import KnownPerson, RegisteredEdition, RegisteredTenure
from podium.register.names import key

__all__ = ["PersonIndex"]


class PersonIndex:
    """Known persons by name; the members of the Bundestag are read on the first look-up."""

    def __init__(self, tenures: Iterable[RegisteredTenure], editions: Iterable[RegisteredEdition]) -> None:
        self._known: dict[str, dict[str, KnownPerson]] = {}
        for tenure in tenures:
            self._add(
                KnownPerson(
                    iri=tenure.person_iri,
                    name=tenure.person,
                    academic_title=tenure.academic_title,
                    gender=tenure.gender,
                    party=None,
                    origin="office",
                    row=tenure.row,
                )
            )
        for edition in editions:
            for person_iri, name in edition.participants:
                self._add(KnownPerson(person_iri, name, None, None, None, "participant", edition.row))

    def _add(self, person: KnownPerson) -> None:
        entries = self._known.setdefault(key(person.name), {})
        entries.setdefault(person.iri, person)

    def find(self, name: str) -> tuple[KnownPerson, ...]:
        """Persons of that name; what a member of the Bundestag adds (gender, party) completes a known one."""
        wanted = key(name)
        known = tuple(self._known.get(wanted, {}).values())
        members = _members().get(wanted, ())
        if not known:
            return members
        if len(known) == len(members) == 1 and known[0].iri == members[0].iri:
            return (_completed(known[0], members[0]),)
        return known


def _completed(person: KnownPerson, member: KnownPerson) -> KnownPerson:
    return KnownPerson(
        iri=person.iri,
        name=person.name,
        academic_title=person.academic_title or member.academic_title,
        gender=person.gender or member.gender,
        party=member.party,
        origin=person.origin,
        row=person.row,
    )


@cache
def _members() -> dict[str, tuple[KnownPerson, ...]]:
    """Members of the Bundestag by name; namesakes get IRIs of their own, made from the official number."""
    by_name: dict[str, list[KnownPerson]] = {}
    table = list(rows("bundestag_members.csv", ("mdb_id", "name")))
    count: dict[str, int] = {}
    for row in table:
        count[key(row["name"])] = count.get(key(row["name"]), 0) + 1
    for row in table:
        single = count[key(row["name"])] == 1
        person = KnownPerson(
            iri=iri("person", row["name"]) if single else iri("person", f"{row['name']} {row['mdb_id']}"),
            name=row["name"],
            academic_title=row.get_or_none("academic_title"),
            gender=row.get_or_none("gender"),
            party=row.get_or_none("party"),
            origin="bundestag",
            row=row.where,
        )
        for name in (row["name"], *several(row["name_earlier"])):
            by_name.setdefault(key(name), []).append(person)
    return {name: tuple(persons) for name, persons in by_name.items()}
