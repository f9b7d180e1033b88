"""Persons by name: one German text in, the names out; what never may be taken for a person."""

import re
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.reading.entities import Persons
from podium.reading.organisations import find_organisations
from podium.reading.persons import find_persons
from podium.register import load
from podium.release import Release

HERE = Path(__file__).parent


def persons_of(text: str, published: str | None = "2024-05-01") -> Persons:
    doc = Document(Release(text, key="test", source="test", published=published))
    return find_persons(doc, find_organisations(doc, load()), load())


def rows(name: str) -> list[tuple[str, str]]:
    """Text and expectation of each row of a data file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(" => ", 1) for line in lines if line and not line.startswith("#"))
    return [(text.replace("\\n", "\n"), expected) for text, expected in pairs]


def params(name: str) -> list[Any]:
    """Rows as parameters; one that opens with "gap (reason): " is expected to fail."""
    found: list[Any] = []
    for text, expected in rows(name):
        gap = re.match(r"gap \((.+?)\): ", text)
        marks = [pytest.mark.xfail(reason=gap[1], strict=True)] if gap else []
        found.append(pytest.param(text[gap.end() :] if gap else text, expected, marks=marks))
    return found


@pytest.mark.parametrize(("text", "expected"), params("persons_names.txt"))
def test_names(text: str, expected: str) -> None:
    found = [entity.name for entity in persons_of(text).entities if entity.named]
    assert found == ([] if expected == "-" else expected.split("; "))


def test_academic_title_as_printed() -> None:
    found = persons_of("Es sprachen Prof. Dr. Jutta Rumbach, Frau Dr. Wirkner und Anna Moll.").entities
    assert [(p.name, p.academic_title) for p in found] == [
        ("Jutta Rumbach", "Prof. Dr."), ("Wirkner", "Dr."), ("Anna Moll", None),
    ]  # fmt: skip


def test_gender_from_name_address_or_office() -> None:
    found = persons_of("Anna Moll, Herr Tillich und Landrätin Xylia Zornhoff kamen mit Frau Prof. Hübner.").entities
    assert [(p.name, p.gender) for p in found] == [
        ("Anna Moll", "f"), ("Tillich", "m"), ("Xylia Zornhoff", "f"), ("Hübner", "f"),
    ]  # fmt: skip


def test_later_mentions_by_surname() -> None:
    text = "Hubert Heiler eröffnete die Tagung. Heiler sagte, das sei gut. Heilers Rede dauerte. „Gut“, so Heiler."
    found = persons_of(text)
    assert [(m.form, text_of(text, found, n)) for n, m in enumerate(found.mentions)] == [
        ("name", "Hubert Heiler"), ("surname", "Heiler"), ("surname", "Heilers"), ("surname", "Heiler"),
    ]  # fmt: skip


def test_common_noun_is_no_later_mention() -> None:
    text = "Sabine Amt kam. Das Amt ist geschlossen, die Ämter auch. Amt lachte. Im Amt blieb Frau Amt."
    found = persons_of(text)
    assert [text_of(text, found, n) for n in range(len(found.mentions))] == ["Sabine Amt", "Amt", "Amt"]


def test_contacts_photographers_and_bylines_do_not_speak() -> None:
    text = "Von Kirsten Mahlberg\n\nAnna Moll sprach in Celle über Arbeit.\n\nFoto: Rolf Hage"
    text += "\n\nPressekontakt:\nInes Ehlers\nTel.: 030 1"
    assert [(p.name, p.speaks) for p in persons_of(text).entities] == [
        ("Kirsten Mahlberg", False), ("Anna Moll", True), ("Rolf Hage", False), ("Ines Ehlers", False),
    ]  # fmt: skip


def test_iri_of_surname_alone_belongs_to_the_release() -> None:
    release = Release("Frau Wirkner kam.", key="k", source="s")
    doc = Document(release)
    (person,) = find_persons(doc, find_organisations(doc, load()), load()).entities
    assert person.iri == f"https://w3id.org/podium/id/person/{release.iri.rsplit('/', 1)[1]}/wirkner"


def text_of(text: str, persons: Persons, number: int) -> str:
    doc = Document(Release(text, key="test", source="test"))
    mention = persons.mentions[number]
    return doc.phrase(mention.first, mention.end)


_PIECES = st.sampled_from(
    "Anna Dr. Prof. von der Moll Landrat , ( ) „ “ Frau Herr Vorsitzende des Jobcenters Köln als ist leitet und sowie "
    "BA-Chefin der Peter Foto: / - \n A. Heil sagte er sie Die Ministerin Geschäftsführer*in stellv. a. D. Von 2019 : "
    ". ; Ihr Vorgänger Leiterin für".split(" ")
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.lists(_PIECES, max_size=60).map(" ".join), st.text(string.printable + "äöüß„“»«–\u00ad😀", max_size=200)
    )
)
def test_never_raises_and_keeps_to_the_text(text: str) -> None:
    doc = Document(Release(text, key="k", source="s", published="2021-04-28"))
    organisations = find_organisations(doc, load())
    persons = find_persons(doc, organisations, load())
    for mention in persons.mentions:
        assert 0 <= mention.phrase[0] <= mention.first < mention.end <= mention.phrase[1] <= len(doc.words)
        assert 0 <= mention.entity < len(persons.entities)
    for role in persons.roles:
        assert 0 <= role.first < role.end <= len(doc.words) and role.title
        assert 0 <= role.person < len(persons.entities)
        assert role.organisation is None or 0 <= role.organisation < len(organisations.entities)
    assert persons == find_persons(doc, organisations, load())
