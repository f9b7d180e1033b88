"""An annotation and a reading as lists of facts that can be compared, kind by kind.

The gold holds what a text says, so what the register adds to a reading (`named` false) is left out, and so are
territories and media, which the annotation guideline does not count as organisations.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.equality import fold, person_name, same_event, same_instrument, same_office, same_organisation

__all__ = ["KINDS", "Fact", "Facts", "Gold", "Json", "mode_of", "reading_facts"]

KINDS = (
    "persons", "roles", "role titles", "speakers", "organisation speakers", "speaker with role", "speaker with event",
    "speaker with mode", "events", "organisations", "instruments", "carriers",
)  # fmt: skip

Json = Mapping[str, Any]
# Of a reading: printed forms. Of the gold: ids of persons (two of one name stay two) and numbers of roles.
Fact = tuple[Any, ...]
Facts = dict[str, list[Fact]]


def mode_of(form: str) -> str:
    """Mode of the annotation (direct, indirect, participation) for a speech form of a reading."""
    return {"direct": "direct", "none": "participation"}.get(form, "indirect")


class Gold:
    """An annotation, and whether a printed form is what it means. Raises KeyError where a key is missing."""

    def __init__(self, gold: Json) -> None:
        self.gold = gold
        self.persons: dict[str, set[str]] = {p["id"]: _names(p) for p in gold["persons"]}
        self.aliases: dict[str, list[str]] = {}
        for organisation in gold["organisations"]:
            forms = [organisation["name"], *organisation.get("aliases", ())]
            for form in forms:
                self.aliases.setdefault(fold(form), []).extend(forms)
        self.events = {event["id"]: event["name"] for event in gold["events"]}

    def facts(self) -> Facts:
        """All that the annotation says."""
        gold, roles = self.gold, [(role["person"], number) for number, role in enumerate(self.gold["roles"])]
        spoken = [s for s in gold["speech"] if s["speaker"] in self.persons]
        others = [s for s in gold["speech"] if s["speaker"] not in self.persons]
        return {
            "persons": [(key,) for key in self.persons],
            "roles": [*roles],
            "role titles": [*roles],
            "speakers": _distinct((s["speaker"],) for s in spoken),
            "organisation speakers": _distinct((s["speaker"],) for s in others),
            "speaker with role": _distinct((s["speaker"], s["role"]) for s in spoken if s["role"] is not None),
            "speaker with event": _distinct((s["speaker"], self.events[s["event"]]) for s in spoken if s["event"]),
            "speaker with mode": _distinct((s["speaker"], s["mode"]) for s in spoken),
            "events": [(name,) for name in self.events.values()],
            "organisations": [(organisation["name"],) for organisation in gold["organisations"]],
            "instruments": [(name,) for name in gold["instruments"]],
            "carriers": [(c["organisation"], c["carrier_type"]) for c in gold.get("carrier", ())],
        }

    def same(self, kind: str, want: Fact, fact: Fact) -> bool:
        """Whether a fact of the reading is this fact of the annotation."""
        match kind:
            case "persons" | "speakers":
                return self.is_person(want[0], fact[0])
            case "organisation speakers" | "organisations":
                return self.is_organisation(want[0], fact[0])
            case "roles":
                organisation = self.gold["roles"][want[1]]["organisation"]
                here = not organisation or (bool(fact[2]) and self.is_organisation(organisation, fact[2]))
                return here and self._holds(want, fact)
            case "role titles" | "speaker with role":
                return self._holds(want, fact)
            case "speaker with event":
                return self.is_person(want[0], fact[0]) and same_event(want[1], fact[1])
            case "speaker with mode":
                return self.is_person(want[0], fact[0]) and want[1] == fact[1]
            case "events":
                return same_event(want[0], fact[0])
            case "instruments":
                return same_instrument(want[0], fact[0])
            case _:
                return bool(want[1] == fact[1]) and self.is_organisation(want[0], fact[0])

    def is_person(self, key: str, printed: str) -> bool:
        """Whether a printed name is that of the person with this id: in full, never the surname alone."""
        return person_name(printed) in self.persons[key]

    def is_organisation(self, name: str, printed: str) -> bool:
        """Whether a printed name is that of this organisation or one of its aliases."""
        return any(same_organisation(form, printed) for form in (name, *self.aliases.get(fold(name), ())))

    def knows_organisation(self, printed: str) -> bool:
        """Whether the annotation has this as an organisation, and not as a person."""
        if fold(printed) in self.aliases:
            return True
        known = any(self.is_organisation(o["name"], printed) for o in self.gold["organisations"])
        return known and not any(self.is_person(key, printed) for key in self.persons)

    def printed(self, kind: str, want: Fact) -> str:
        """A fact of this annotation for people to read."""
        names = {person["id"]: person["name"] for person in self.gold["persons"]}
        parts = [str(names.get(part, part)) for part in want]
        if kind in ("roles", "role titles", "speaker with role"):
            role = self.gold["roles"][want[1]]
            parts[1:] = [role["role"], role["organisation"] or "–"] if kind == "roles" else [role["role"]]
        return " · ".join(parts)

    def _holds(self, want: Fact, fact: Fact) -> bool:
        role = self.gold["roles"][want[1]]
        titles = (role["role"], *role.get("also", ()))
        return self.is_person(want[0], fact[0]) and any(same_office(title, fact[1]) for title in titles)


def _names(person: Json) -> set[str]:
    full = {form for form in map(person_name, person["mentions"]) if " " in form}
    return full | {person_name(person["name"])}


def reading_facts(reading: Json, gold: Gold) -> Facts:
    """All that a reading (`Reading.as_dict()`) says.

    The annotation only settles what kind of thing a speaker is: a print shop called "Otto Lilienthal" is no person.
    """
    names = _Names(reading)
    roles = [
        (names.of[role["person"]], role["title"], names.of.get(role["organisation"], ""))
        for role in reading["roles"]
        if role["person"] in names.of and role["title"]
    ]
    titles = {role["id"]: role["title"] for role in reading["roles"]}
    speech = [c for c in reading["contributions"] if names.of.get(c["speaker"])]
    listed = {fold(name) for name in names.organisations} - {fold(name) for name in names.persons}
    said = [(names.of[c["speaker"]], c) for c in speech]
    spoken = [(n, c) for n, c in said if not (gold.knows_organisation(n) or fold(n) in listed)]
    others = [(n,) for n, _ in said if gold.knows_organisation(n) or fold(n) in listed]
    events = {event["id"]: event["name"] for event in reading["events"]}
    return {
        "persons": _distinct(((name,) for name in names.persons), person_name),
        "roles": _distinct(roles, person_name),
        "role titles": _distinct((role[:2] for role in roles), person_name),
        "speakers": _distinct(((n,) for n, _ in spoken), person_name),
        "organisation speakers": _distinct(others, fold),
        "speaker with role": _distinct(((n, titles[c["role"]]) for n, c in spoken if c["role"]), person_name),
        "speaker with event": _distinct(((n, events[c["event"]]) for n, c in spoken if c["event"]), person_name),
        "speaker with mode": _distinct(((n, mode_of(c["form"])) for n, c in spoken), person_name),
        "events": _distinct(((name,) for name in events.values()), fold),
        "organisations": _distinct(((name,) for name in names.organisations), fold),
        "instruments": _distinct(((i["name"],) for i in reading["instruments"]), fold),
        "carriers": _distinct(names.carriers, fold),
    }


@dataclass(slots=True)
class _Names:
    """Names of the persons and organisations that the text itself names; `of` has them by id."""

    of: dict[str, str]
    persons: list[str]
    organisations: list[str]
    carriers: list[Fact]

    def __init__(self, reading: Json) -> None:
        persons = [p for p in reading["persons"] if p["named"]]
        organisations = [o for o in reading["organisations"] if o["named"]]
        self.of = {thing["id"]: thing["name"] for thing in (*persons, *organisations)}
        self.persons = [p["name"] for p in persons]
        self.organisations = [o["name"] for o in organisations if o["kind"] not in ("territory", "media")]
        self.carriers = [(o["name"], o["carrier_type"]) for o in organisations if o["carrier_type"]]


def _distinct(facts: Iterable[Fact], first: Any = None) -> list[Fact]:
    """Facts once each; of a reading by their folded forms, with `first` for the name that comes first."""
    kept: dict[Fact, Fact] = {}
    for fact in facts:
        key = fact if first is None else (first(fact[0]), *map(fold, fact[1:]))
        kept.setdefault(key, fact)
    return list(kept.values())
