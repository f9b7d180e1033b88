"""The bundled example releases: complete, dated, spread over the years, and without words that nobody can check."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from podium.release import Release
from podium.resources import examples
from podium.sources import releases

FILES = sorted(examples().glob("*"))
FOUND = list(releases([str(examples())]))
BUNDLED = {Path(found.source).name: found for found in FOUND if isinstance(found, Release)}
SOURCES = Path(__file__).with_name("SOURCES.md")

# The editions that must be there, with words that only a release about them has.
TAG_DER_JOBCENTER = {
    "2017": "am 9. Mai 2017",
    "2021": "Am 27. April",
    "2022": "15. September 2022",
    "2023": "Berlin, 7. November 2023",
    "2024": "den Tag der Jobcenter 2024 eröffnet",
}

_QUOTED = re.compile(r"[„“»«\"‚‘'](?P<words>[^„“”»«\"‚‘’']+)[“”«»\"‘’']")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_PHONE = re.compile(r"(?:\+49|\b0\d{2,5})[\s/()-]{0,3}\d[\d\s/-]{4,}|\b(?:Telefon|Tel\.|Fax)\s*:?\s*[+0(]")


def long_quotations(text: str) -> list[str]:
    """Words between quotation marks where there are more than eight: not the title of something."""
    quoted = (found["words"] for found in _QUOTED.finditer(text))
    return [words for words in quoted if len(re.findall(r"\w+", words)) > 8]


def contact_details(text: str) -> list[str]:
    """E-mail addresses and telephone numbers."""
    return [found[0] for pattern in (_MAIL, _PHONE) for found in pattern.finditer(text)]


def front_matter(path: Path) -> dict[str, str]:
    """Fields at the head of a file, as printed."""
    _, head, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    return dict(yaml.load(head, Loader=yaml.BaseLoader))


def test_the_folder_holds_releases_and_nothing_else() -> None:
    assert [found for found in FOUND if not isinstance(found, Release)] == []
    assert sorted(BUNDLED) == [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_a_release_in_our_own_words(path: Path) -> None:
    release = BUNDLED[path.name]
    fields = front_matter(path)
    assert set(fields) == {"id", "title", "publisher", "published", "url"}
    assert all(fields.values())
    assert (release.title, release.publisher) == (fields["title"], fields["publisher"])
    assert fields["url"].startswith(("http://", "https://"))
    assert 80 <= len(release.text.split()) <= 250
    assert long_quotations(release.text) == []
    assert contact_details(release.text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_name_of_a_file_begins_with_its_date_and_says_what_it_is(path: Path) -> None:
    published = front_matter(path)["published"]
    assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", published)
    assert BUNDLED[path.name].published == published
    assert re.fullmatch(re.escape(published) + r"(-[a-z0-9]+)*(-[a-z]+)(-[a-z0-9]+)*\.md", path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_utf8_with_line_feeds(path: Path) -> None:
    data = path.read_bytes()
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")
    assert "\ufffd" not in data.decode("utf-8")


def test_there_are_at_least_36_and_no_two_share_an_id_or_an_original() -> None:
    assert len(FILES) >= 36
    for field in ("id", "url"):
        counts = Counter(front_matter(path)[field] for path in FILES)
        assert [value for value, count in counts.items() if count > 1] == []
    assert len({release.iri for release in BUNDLED.values()}) == len(FILES)


def test_every_year_from_2009_to_2026_has_a_release() -> None:
    years = {front_matter(path)["published"][:4] for path in FILES}
    assert years == {str(year) for year in range(2009, 2027)}


@pytest.mark.parametrize(("edition", "words"), TAG_DER_JOBCENTER.items())
def test_the_editions_of_the_tag_der_jobcenter_are_there(edition: str, words: str) -> None:
    found = [
        release
        for release in BUNDLED.values()
        if (release.published or "")[:4] == edition and "Tag der Jobcenter" in release.text and words in release.text
    ]
    assert len(found) == 1


def test_many_publishers_speak() -> None:
    publishers = Counter(front_matter(path)["publisher"] for path in FILES)
    assert len(publishers) >= 20
    assert max(publishers.values()) <= len(FILES) / 4


def test_each_release_has_a_row_that_says_what_was_seen_in_its_original() -> None:
    rows = [line.split(" | ") for line in SOURCES.read_text(encoding="utf-8").splitlines() if line.startswith("| 2")]
    listed = {row[0].removeprefix("| "): (row[1].strip("<>"), row[2]) for row in rows}
    assert {name: url for name, (url, _) in listed.items()} == {path.name: front_matter(path)["url"] for path in FILES}
    assert all(len(seen) > 30 for _, seen in listed.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das Motto lautete „Deutschland kann mehr“.", []),
        ("„Wir haben in diesem Jahr mehr Menschen in Arbeit gebracht“, sagte sie.", ["Wir haben in diesem Jahr mehr"]),
        ("»Wir haben in diesem Jahr mehr Menschen in Arbeit gebracht«, sagte er.", ["Wir haben in diesem Jahr mehr"]),
    ],
)
def test_long_quotations_are_found(text: str, found: list[str]) -> None:
    assert [" ".join(words.split()[:6]) for words in long_quotations(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rund 16.500 Bedarfsgemeinschaften, 28.449 Menschen, 2026-01-15, § 16i SGB II, 50plus.", 0),
        ("Rückfragen an presse@example.org.", 1),
        ("Pressestelle, 030 12345-678", 1),
        ("Tel.: 0228 99527", 1),
        ("+49 89 1234567", 1),
    ],
)
def test_contact_details_are_found(text: str, found: int) -> None:
    assert len(contact_details(text)) == found
