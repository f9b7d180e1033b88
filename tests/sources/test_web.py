"""Pages, texts and feeds, fetched from a real server on loopback."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from podium.release import Release
from podium.sources import Rejection, releases
from podium.sources.web import web_documents

BODY = "<p>Die Zahl der Arbeitslosen ist im Vergleich zum Vormonat gesunken, teilte die Agentur für Arbeit mit.</p>" * 3
PAGE = f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Tag der Jobcenter | BMAS</title>
<meta property="og:site_name" content="Bundesministerium für Arbeit und Soziales">
<meta property="article:published_time" content="2021-04-28T10:00:00+02:00"></head>
<body><nav><a href="/">Startseite</a></nav><article><h1>Tag der Jobcenter</h1>{BODY}
<p>„Wir danken allen“, sagte Martina Würker.</p></article><footer>Impressum</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Presse</title><dc:publisher>Stadt Köln</dc:publisher>
  <item><title>Aus der Seite</title><link>{base}/page</link><pubDate>Wed, 28 Apr 2021 08:00:00 GMT</pubDate></item>
  <item><title>Aus dem Feed</title><link>{base}/full</link><pubDate>Thu, 29 Apr 2021 08:00:00 GMT</pubDate>
    <content:encoded><![CDATA[{body}]]></content:encoded></item>
  <item><title>Verschwunden</title><link>{base}/gone</link></item>
  <item><title>Ohne alles</title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Presse</title><id>x</id>
  <entry><id>x1</id><title>Atomar</title><link href="/page"/><updated>2022-01-02T03:04:05Z</updated></entry></feed>"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        answers = {
            "/page": ("text/html; charset=utf-8", PAGE.encode()),
            "/latin": ("text/html; charset=iso-8859-1", PAGE.replace("utf-8", "iso-8859-1").encode("windows-1252")),
            "/text": ("text/plain; charset=utf-8", "Grüße\r\nKöln".encode()),
            "/latin-text": ("text/plain; charset=iso-8859-1", "Grüße".encode("latin-1")),
            "/rss": ("application/rss+xml", RSS.format(base=base, body=BODY).encode()),
            "/atom": ("application/atom+xml", ATOM.encode()),
            "/pdf": ("application/pdf", b"%PDF-1.7"),
            "/empty": ("text/html", b"<html><body><nav>x</nav></body></html>"),
            "/big": ("text/plain", b"x" * 100_000),
        }
        kind, data = answers.get(self.path, ("text/plain", b""))
        if self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        if self.path == "/slow":
            threading.Event().wait(3)
        self.send_response(200 if self.path in answers else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def only(url: str) -> Release | Rejection:
    (found,) = releases([url], max_bytes=50_000)
    assert isinstance(found, Release | Rejection)
    return found


@pytest.mark.parametrize("path", ["/page", "/latin"])
def test_a_page_gives_its_article_and_metadata(base: str, path: str) -> None:
    found = only(base + path)
    assert isinstance(found, Release)
    assert found.text.endswith("„Wir danken allen“, sagte Martina Würker.")
    assert "Startseite" not in found.text and "Impressum" not in found.text
    assert (found.title, found.publisher, found.published) == (
        "Tag der Jobcenter",
        "Bundesministerium für Arbeit und Soziales",
        "2021-04-28",
    )
    assert found.url == found.key == found.source == base + path


def test_a_text_keeps_its_line_ends(base: str) -> None:
    found = only(base + "/text")
    assert isinstance(found, Release)
    assert found.text == "Grüße\r\nKöln"


def test_a_server_that_names_the_encoding_is_believed(base: str) -> None:
    found = only(base + "/latin-text")
    assert isinstance(found, Release)
    assert found.text == "Grüße"


def test_a_feed_gives_its_entries(base: str) -> None:
    page, full, gone, nothing = releases([base + "/rss"])
    assert isinstance(page, Release) and isinstance(full, Release)
    assert (page.title, page.published, page.publisher) == ("Aus der Seite", "2021-04-28", "Stadt Köln")
    assert (page.url, full.url) == (base + "/page", base + "/full")
    assert (full.title, full.published) == ("Aus dem Feed", "2021-04-29")
    assert full.text.startswith("Die Zahl der Arbeitslosen")
    assert str(gone) == f"{base}/gone: the server answers 404 Not Found"
    assert str(nothing) == f"{base}/rss: entry 4: has neither content nor a link"


def test_an_atom_feed_with_a_relative_link(base: str) -> None:
    found = only(base + "/atom")
    assert isinstance(found, Release)
    assert (found.title, found.published, found.url) == ("Atomar", "2022-01-02", base + "/page")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/pdf", "is application/pdf, not a page or a text"),
        ("/empty", "is an HTML page without an article"),
        ("/big", "is larger than 0.05 MB"),
        ("/nix", "the server answers 404 Not Found"),
    ],
)
def test_what_is_no_release_is_rejected(base: str, path: str, reason: str) -> None:
    found = only(base + path)
    assert isinstance(found, Rejection)
    assert found.reason == reason


def test_a_redirect_does_not_lead_to_local_files(base: str) -> None:
    assert isinstance(only(base + "/file"), Rejection)


def test_a_silent_server_does_not_hold_up_the_rest(base: str) -> None:
    (found,) = web_documents(base + "/slow", 1000, timeout=0.3)
    assert isinstance(found, Rejection) and "no answer within 0.3 seconds" in found.reason


def test_nobody_there() -> None:
    found = only("http://127.0.0.1:9/x")
    assert isinstance(found, Rejection) and found.missing
    assert "refused" in found.reason


def test_a_saved_page_is_known_by_its_canonical_address(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(PAGE.replace("<title>", '<link rel="canonical" href="https://www.bmas.example/tdj"><title>'))
    found = only(str(path))
    assert isinstance(found, Release)
    assert (found.url, found.source) == ("https://www.bmas.example/tdj", str(path))
