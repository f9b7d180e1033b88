"""The article in an HTML page, by trafilatura, with what the page says about itself."""

import logging
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from podium.sources.dates import iso_date
from podium.sources.values import Document, Rejection

__all__ = ["Article", "article"]


_SHORTEST = 40  # characters; less than a sentence is the rest of a page, not its article
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LATIN = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii")


@dataclass(frozen=True, slots=True)
class Article:
    """Text of the article (paragraphs divided by line feeds) and the page's own metadata."""

    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def article(document: Document) -> Article | Rejection:
    """The article of a page, without navigation, comments and links; rejected when there is none.

    The encoding is the one of the HTTP header, else what the page declares. The date is only taken from metadata,
    not guessed from the text, which the rules for datelines read better. A canonical address counts when it leads
    to a page, not to the start of a site.
    """
    for name in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters comes back as rejection
    from trafilatura import bare_extraction  # imports half a second of packages; only pages need it

    try:
        found = bare_extraction(
            _decoded(document),
            url=document.url,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, RecursionError) as error:
        return Rejection(document.source, f"is no readable HTML page: {error}")
    if found is None or isinstance(found, dict) or len((found.text or "").strip()) < _SHORTEST:
        return Rejection(document.source, "is an HTML page without an article", "save the page of one release")
    return Article(
        text=found.text or "",
        url=_page_address(found.url),
        title=found.title or None,
        publisher=found.sitename if found.sitename != _host(document.url or found.url) else None,
        published=iso_date(found.date) if found.date else None,
    )


def _decoded(document: Document) -> str | bytes:
    """The page by the encoding of the HTTP header or its own declaration; undecoded where that is wrong."""
    declared = _DECLARED.search(document.data[:2048])
    charset = document.charset or (declared[1].decode() if declared else "utf-8")
    if charset.lower() in _LATIN:
        charset = "windows-1252"  # what browsers take it for (WHATWG Encoding Standard, 4.2)
    try:
        return document.data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return document.data


def _host(url: str | None) -> str:
    return urlsplit(url).netloc if url else ""


def _page_address(url: str | None) -> str | None:
    if not url or not url.startswith(("http://", "https://")):
        return None
    parts = urlsplit(url)
    return url if parts.path.strip("/") or parts.query else None
