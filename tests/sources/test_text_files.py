"""Plain text and Markdown: the text is the file's own, whatever is in it; front matter says the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podium.release import Release
from podium.sources import Document, Rejection, release_of, releases


def release(data: str | bytes, key: str = "a.txt", kind: str = "text") -> Release:
    found = release_of(Document(data if isinstance(data, bytes) else data.encode(), key, key, kind))
    assert isinstance(found, Release), found
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Zeile eins\r\nZeile zwei\r\n",
        "\ufeffMit Marke am Anfang",
        "Wu\u0308rker mit kombinierendem Umlaut",
        "Soft\u00adhyphen und 😀 und „Zitat“",
        "\n\n  eingerückt, mit Leerzeilen davor und danach  \n\n",
        "alte\rZeilenenden",
        "Seite eins\x0cSeite zwei",
        "--- ein Strich am Anfang",
        "---\nkeine Angaben, nur Striche\n---\nText",
    ],
)
def test_the_text_is_the_files_own(text: str) -> None:
    assert release(text).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_what_is_taken_is_never_changed(text: str) -> None:
    found = release_of(Document(text.encode(), "a.txt", "a.txt", "text"))
    assert isinstance(found, Rejection) or text.endswith(found.text)


def test_front_matter() -> None:
    found = release(
        "---\nid: bmas-1\ntitle: 'Tag der Jobcenter: Rückblick'\npublisher: BMAS\npublished: 2021-04-28\n"
        "url: https://www.bmas.de/1\ntags: [a, b]\n---\nDer Text.\r\n"
    )
    assert found.text == "Der Text.\r\n"
    assert (found.title, found.publisher, found.published) == ("Tag der Jobcenter: Rückblick", "BMAS", "2021-04-28")
    assert (found.url, found.key) == ("https://www.bmas.de/1", "https://www.bmas.de/1")


def test_front_matter_in_a_windows_file_with_a_mark() -> None:
    assert release("\ufeff---\r\nid: x\r\n---\r\nText\r\n").text == "Text\r\n"


@pytest.mark.parametrize(
    ("given_date", "published"),
    [
        ("2021", "2021"),
        ("2021-04", "2021-04"),
        ("28.04.2021", "2021-04-28"),
        ("28. April 2021", "2021-04-28"),
        ("", None),
    ],
)
def test_dates_keep_the_precision_given(given_date: str, published: str | None) -> None:
    assert release(f"---\npublished: {given_date}\n---\nText").published == published


def test_the_key_is_the_url_else_the_id_else_the_path() -> None:
    assert release("Text", "2021/a.txt").key == "2021/a.txt"
    assert release("---\nid: eins\n---\nText", "2021/a.txt").key == "eins"
    assert release("---\nid: eins\nurl: http://x.example/1\n---\nText").key == "http://x.example/1"


def test_the_iri_does_not_change_with_the_text() -> None:
    assert release("Fassung eins").iri == release("Fassung zwei").iri
    assert release("Fassung eins").sha256 != release("Fassung zwei").sha256


def test_front_matter_outweighs_the_lines() -> None:
    found = release("---\npublished: 2020-01-01\n---\nEin Titel\n\nBerlin, 28. April 2021 – Text folgt hier.")
    assert (found.published, found.title) == ("2020-01-01", "Ein Titel")


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("---\ntitle: a: b\n---\nText", "a.md:2", "front matter is no valid YAML: mapping values are not allowed here"),
        ("---\ntitle: A\npublished: gestern\n---\nText", "a.md:3", "front matter: 'gestern' is no date"),
        ("---\ntitle: A\nText ohne Ende", "a.md:1", "front matter is not closed"),
        ("---\ntitle: [a, b]\n---\nText", "a.md:2", "front matter: title must be a single value"),
        ("---\nurl: www.bmas.de\n---\nText", "a.md:2", "front matter: 'www.bmas.de' is no address"),
        ("---\ntitle: A\n---\n \n", "a.md", "has no text after its front matter"),
        ("---\ntitle: " + "[" * 100_000 + "\n---\nText", "a.md:1", "front matter is nested too deeply"),
    ],
)
def test_broken_front_matter_names_file_and_line(text: str, place: str, reason: str) -> None:
    found = release_of(Document(text.encode(), "a.md", "a.md", "text"))
    assert isinstance(found, Rejection)
    assert (found.source, found.reason) == (place, reason)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\xc2\xa0", "has nothing but white space"),
        (b"\xef\xbb\xbf", "has nothing but white space"),
        (b"Text\x00mit Null", "is binary, not text (control byte at offset 4)"),
        (bytes(range(256)) * 4, "is binary, not text (offset 128)"),
        (b"%PDF-1.7\n...", "is a PDF file, not text"),
        (b"\x89PNG\r\n\x1a\n", "is a picture, not text"),
        (b"PK\x03\x04rest", "is an Office or archive file, not text"),
        ("Grüße".encode("utf-16"), "is UTF-16, not UTF-8"),
        ("Zeile\nGrüße aus Köln".encode("latin-1"), "is not valid UTF-8: byte 0xFC at offset 8, line 2"),
        ("Schluss fehlt: ü".encode()[:-1], "is not valid UTF-8: byte 0xC3 at offset 15, line 1"),
    ],
)
def test_what_is_no_text_is_rejected(data: bytes, reason: str) -> None:
    found = release_of(Document(data, "a.txt", "a.txt", "text"))
    assert isinstance(found, Rejection)
    assert found.reason == reason


def test_windows_1252_is_named_not_guessed() -> None:
    data = "„Grüße“ – heute".encode("windows-1252")
    found = release_of(Document(data, "a.txt", "a.txt", "text"))
    assert isinstance(found, Rejection)
    assert found.advice == "it looks like Windows-1252: save it as UTF-8, or give --encoding windows-1252"
    said = release_of(Document(data, "a.txt", "a.txt", "text"), "windows-1252")
    assert isinstance(said, Release)
    assert said.text == "„Grüße“ – heute"


def test_the_seed_of_the_project_in_short() -> None:
    """A foot line gives publisher and date; the first line is a paragraph, hence no title."""
    found = release(
        "Erfahrungen kamen in Workshops zur Sprache. So wurden Ideen ausgetauscht.\n"
        "Hintergrund: Der Tag findet seit 2010 jährlich statt.\n"
        "Quelle: Bundesministerium für Arbeit und Soziales, 28.04.2021"
    )
    assert (found.title, found.publisher, found.published) == (
        None,
        "Bundesministerium für Arbeit und Soziales",
        "2021-04-28",
    )


def test_bundled_releases_are_complete() -> None:
    from podium.resources import examples

    found = list(releases([str(examples())]))
    assert len(found) >= 30
    for item in found:
        assert isinstance(item, Release), item
        assert item.title and item.publisher and item.published and item.url, item.source
    assert len({item.iri for item in found if isinstance(item, Release)}) == len(found)
