"""Offices tied to persons: one German text in, person, title, organisation and flags out."""

import re

import pytest
from tests.reading.test_persons import params

from podium.reading.document import Document
from podium.reading.organisations import find_organisations
from podium.reading.persons import find_persons
from podium.reading.roles_words import role_word
from podium.register import load
from podium.release import Release

_FLAGS = ("former", "designated", "acting", "deputy")


def roles_of(text: str, published: str = "2024-05-01") -> str:
    """Roles of a text in the form of the data file."""
    doc = Document(Release(text, key="test", source="test", published=published))
    organisations = find_organisations(doc, load())
    persons = find_persons(doc, organisations, load())
    found = []
    for role in persons.roles:
        where = "-" if role.organisation is None else organisations.entities[role.organisation].name
        flags = ", ".join(flag for flag in _FLAGS if getattr(role, flag))
        found.append(
            f"{persons.entities[role.person].name} = {role.title} @ {where}" + (f" [{flags}]" if flags else "")
        )
    return "; ".join(found) or "-"


@pytest.mark.parametrize(("text", "expected"), params("roles_examples.txt"))
def test_roles(text: str, expected: str) -> None:
    assert sorted(roles_of(text).split("; ")) == sorted(expected.split("; "))


@pytest.mark.parametrize(
    ("form", "prefix", "masculine", "feminine"),
    [
        ("BA-Vorstandsvorsitzende", "BA", "Vorstandsvorsitzender", "Vorstandsvorsitzende"),
        ("Bundesarbeitsministerin", "", "Bundesarbeitsminister", "Bundesarbeitsministerin"),
        ("Landräten", "", "Landrat", "Landrätin"),
        ("Leiter*innen", "", "Leiter", "Leiterin"),
        ("Grünen-Ko-Vorsitzende", "Grünen", "Ko-Vorsitzender", "Ko-Vorsitzende"),
        ("Alt-OB", "", "OB", "OB"),
        ("Soziologinnen", "", "Soziologe", "Soziologin"),
        ("Kreistagsmitgliedes", "", "Kreistagsmitglied", "Kreistagsmitglied"),
    ],
)
def test_role_word(form: str, prefix: str, masculine: str, feminine: str) -> None:
    word = role_word(form)
    assert word is not None
    assert (word.prefix, word.masculine, word.feminine) == (prefix, masculine, feminine)


@pytest.mark.parametrize(
    "form", ["Vorrat", "Apparat", "Jobcenter", "Monat", "Leitung", "Politikerin", "Kollege", "leiter", "Gast"]
)
def test_no_role_word(form: str) -> None:
    assert role_word(form) is None


def test_evidence_spans_office_and_name() -> None:
    doc = Document(Release("Heute kam die Leiterin des Jobcenters Ulm, Eva Lohmeyer, zu Wort.", key="k", source="s"))
    persons = find_persons(doc, find_organisations(doc, load()), load())
    (role,) = persons.roles
    assert doc.phrase(role.first, role.end) == "die Leiterin des Jobcenters Ulm, Eva Lohmeyer"
    assert re.fullmatch(r"[a-z-]+", role.rule)
