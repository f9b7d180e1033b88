"""To which level of the state an organisation or an office belongs: federal, land, municipal, joint."""

import re
from functools import cache
from pathlib import Path

import yaml

from podium.network.said import Thing

__all__ = ["LEVELS", "level", "level_of_title"]

LEVELS = ("federal", "land", "municipal", "joint", "european")
_OF_CARRIER = {"gE": "joint", "ARGE": "joint", "zkT": "municipal"}


def level(thing: Thing) -> str:
    """One of `LEVELS`, or "" for who belongs to none; `levels.yaml` says why.

    >>> level(Thing("Landkreis Ammerland", "organisation", "municipality"))
    'municipal'
    >>> level(Thing("Jobcenter Köln", "organisation", "jobcenter", carrier_type="gE"))
    'joint'
    """
    if thing.carrier_type:
        return _OF_CARRIER.get(thing.carrier_type, "")
    for kind, name, found in _table("organisations", "name"):
        if kind == thing.organisation_kind and name.search(thing.label):
            return found
    return ""


def level_of_title(title: str) -> str:
    """One of `LEVELS` by a title alone, where it says so by itself, or "".

    >>> level_of_title("Landrätin"), level_of_title("Bundestagsabgeordneter"), level_of_title("Vorsitzende")
    ('municipal', 'federal', '')
    """
    return next((found for _, pattern, found in _table("titles", "title") if pattern.search(title)), "")


@cache
def _table(part: str, pattern: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    entries = yaml.safe_load(Path(__file__).with_name("levels.yaml").read_text(encoding="utf-8"))[part]
    return tuple((entry.get("kind", ""), re.compile(entry.get(pattern, "")), entry["level"]) for entry in entries)
