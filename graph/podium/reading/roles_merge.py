"""Several attestations of one office made one, and offices left out that only retell another."""

from dataclasses import replace

from podium.reading.entities import RoleEntity

__all__ = ["bare_title", "joined", "same_office", "without_doubles"]

_RANKED = ("parlamentarische", "erste", "regierende", "beamtete", "hauptamtliche")
_HONORARY = ("ehren", "alt")
_SHARED = ("ministerpräsident",)  # one text speaks of one Land's
_HEADS = ("direktor", "geschäftsführ", "chef", "vorsitzend", "präsident", "vorstand", "amtsleit", "generaldirektor")
_GOVERNING = ("ministerpräsident", "bundeskanzler", "premierminister", "regierender bürgermeister")


def without_doubles(roles: list[RoleEntity]) -> list[RoleEntity]:
    """Roles without what other words of the text only retell; one Land's office is that of all its holders."""
    return _without_business(_without_retold(_without_paraphrases(_of_one_land(roles))))


def same_office(old: RoleEntity, new: RoleEntity) -> bool:
    """Whether two attestations mean one office of one person."""
    if old.person != new.person or (old.former != new.former and old.designated != new.designated):
        return False
    if None not in (old.organisation, new.organisation) and old.organisation != new.organisation:
        return False
    one, two = bare_title(old.title), bare_title(new.title)
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if long.startswith(_HONORARY) and not short.startswith(_HONORARY):
        return False  # "bis 2019 Vorsitzende, seither Ehrenvorsitzende"
    bare = old if len(old.title) < len(new.title) else new
    if bare.organisation is None and long.endswith(" " + short) and long.startswith(_RANKED):
        return True  # "Staatssekretärin X" and "Parlamentarische Staatssekretärin im Ministerium Y"
    if old.deputy != new.deputy or (old.organisation is None) != (new.organisation is None):
        return False
    return long.startswith(short + " ") or (" " not in long and long.endswith(short) and len(short) > 4)


def bare_title(title: str) -> str:
    """A title in lower case without "kommissarische" before it."""
    lower = title.lower()
    return lower.partition(" ")[2] if lower.startswith("kommissarisch") and " " in lower else lower


def joined(old: RoleEntity, new: RoleEntity) -> RoleEntity:
    """The fuller of two attestations of one office, with the evidence of the first that names the organisation."""
    organisation = old.organisation if old.organisation is not None else new.organisation
    better = new if old.organisation is None and new.organisation is not None else old
    title = max(old.title, new.title, key=len)
    return RoleEntity(
        old.person,
        title,
        organisation,
        better.first,
        better.end,
        better.rule,
        old.former and new.former,
        old.designated and new.designated,
        old.acting or new.acting,
        old.deputy or new.deputy,
    )


def _of_one_land(roles: list[RoleEntity]) -> list[RoleEntity]:
    """Give the territory that one holder of an office has to its other holders in the text."""
    for title in _SHARED:
        here = [role for role in roles if role.title.lower().startswith(title)]
        known = {role.organisation for role in here if role.organisation is not None}
        if len(known) == 1:
            (organisation,) = known
            roles = [
                replace(r, organisation=organisation) if r in here and r.organisation is None else r for r in roles
            ]
    return roles


def _without_paraphrases(roles: list[RoleEntity]) -> list[RoleEntity]:
    """Without "Regierungschefin" of whom the text gives the office that this stands for."""
    heads = {role.person for role in roles if role.title.lower().startswith(_GOVERNING)}
    return [r for r in roles if not (r.title.startswith("Regierungschef") and r.person in heads)]


def _without_retold(roles: list[RoleEntity]) -> list[RoleEntity]:
    """Without "Leiter" that only a verb tells of whom the text gives another title as head of the same house."""
    titled = {
        (role.person, role.organisation)
        for role in roles
        if role.rule != "verb" and role.organisation is not None and role.title.lower().startswith(_HEADS)
    }
    return [
        role
        for role in roles
        if role.rule != "verb" or not role.title.startswith("Leiter") or (role.person, role.organisation) not in titled
    ]


def _without_business(roles: list[RoleEntity]) -> list[RoleEntity]:
    """Without what "führt die Geschäfte" makes of whom the text gives a title as head."""
    if not any(r.rule == "verb" and r.title.startswith("Geschäftsführer") for r in roles):
        return roles
    heads = {
        r.person for r in roles if r.rule != "verb" and not r.former and any(word in r.title.lower() for word in _HEADS)
    }
    return [
        r
        for r in roles
        if r.rule != "verb"
        or not r.title.startswith("Geschäftsführer")
        or r.organisation is not None
        or r.person not in heads
    ]
