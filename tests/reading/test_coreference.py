"""Who a noun phrase or a pronoun means: a text with the words in brackets in, the person's name out."""

import pytest
from tests.reading.test_persons import params, persons_of

from podium.reading.coreference import resolve
from podium.reading.document import Document
from podium.reading.organisations import find_organisations
from podium.reading.persons import find_persons
from podium.register import load
from podium.release import Release


def meant(marked: str) -> str:
    """Name of the person whom the words between [ and ] mean, "-" for nobody."""
    start, end = marked.index("["), marked.index("]") - 1
    doc = Document(Release(marked.replace("[", "").replace("]", ""), key="k", source="s", published="2024-05-01"))
    organisations = find_organisations(doc, load())
    persons = find_persons(doc, organisations, load())
    found = resolve(doc, persons, organisations, doc.token_from(start), doc.token_from(end))
    return "-" if found is None else persons.entities[found].name


@pytest.mark.parametrize(("text", "expected"), params("coreference_examples.txt"))
def test_resolve(text: str, expected: str) -> None:
    assert meant(text) == expected


def test_holder_of_an_office_that_nobody_is_named_for() -> None:
    persons = persons_of("Der Bundesarbeitsminister machte deutlich, was ihn antreibt.", published="2021-04-28")
    assert [(p.name, p.named, p.iri) for p in persons.entities] == [
        ("Hubertus Heil", False, "https://w3id.org/podium/id/person/hubertus-heil")
    ]
    assert [(r.title, r.rule) for r in persons.roles] == [("Bundesarbeitsminister", "office-holder")]
    assert [m.form for m in persons.mentions] == ["office"]


def test_no_holder_without_a_date() -> None:
    assert persons_of("Der Bundesarbeitsminister machte das deutlich.", published=None).entities == ()


def test_no_holder_for_several() -> None:
    assert persons_of("Das Treffen der Bundesarbeitsminister war kurz.", published="2021-04-28").entities == ()


def test_certain_offices_are_mentions() -> None:
    persons = persons_of("Landrätin Kerstin Ohlhof sprach. „Gut“, sagte die Landrätin.")
    assert [m.form for m in persons.mentions] == ["name", "office"]
