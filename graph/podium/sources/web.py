"""Documents from the web: pages, texts, and the entries of RSS and Atom feeds."""

import http.client
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from podium import __version__
from podium.sources.values import Document, Rejection

__all__ = ["TIMEOUT_SECONDS", "feed_documents", "is_feed", "web_documents"]

TIMEOUT_SECONDS = 30.0
_AGENT = f"podium/{__version__} (reads press releases)"
_FEED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_TEXTS = ("text/plain", "text/markdown", "text/x-markdown")
_READABLE = (*_TEXTS, "text/html", "application/xhtml+xml", "")


def web_documents(url: str, max_bytes: int, timeout: float = TIMEOUT_SECONDS) -> Iterator[Document | Rejection]:
    """The document at an address, or, if it is a feed, that of each entry in the feed's order."""
    fetched = _fetch(url, max_bytes, timeout)
    if isinstance(fetched, Document) and is_feed(fetched.data):
        yield from feed_documents(fetched, max_bytes, timeout)
    else:
        yield fetched


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as an RSS or Atom feed does."""
    return _FEED.match(data[:4096]) is not None


def feed_documents(feed: Document, max_bytes: int, timeout: float = TIMEOUT_SECONDS) -> Iterator[Document | Rejection]:
    """One document an entry: its own content where the feed carries it in full, else the page it links to."""
    import feedparser

    parsed = feedparser.parse(feed.data)
    if not parsed.entries:
        problem = parsed.get("bozo_exception")
        yield Rejection(feed.source, f"is no readable feed: {problem}" if problem else "is a feed without entries")
        return
    publisher = parsed.feed.get("publisher") or parsed.feed.get("author")
    for number, entry in enumerate(parsed.entries, 1):
        yield _entry(entry, number, feed, publisher, max_bytes, timeout)


def _entry(
    entry: Any, number: int, feed: Document, publisher: str | None, max_bytes: int, timeout: float
) -> Document | Rejection:
    link = urljoin(feed.url or "", entry.link) if entry.get("link") else ""
    link = link if link.startswith(("http://", "https://")) else ""
    name = link or entry.get("id") or f"{feed.key}#{number}"
    content = next((part.value for part in entry.get("content", []) if part.value.strip()), "")
    if content:
        page = f"<html><head><meta charset='utf-8'></head><body><article>{content}</article></body></html>"
        found: Document | Rejection = Document(page.encode(), name, name, "html", "utf-8", link or None)
    elif link:
        found = _fetch(link, max_bytes, timeout)
    else:
        return Rejection(f"{feed.source}: entry {number}", "has neither content nor a link")
    if isinstance(found, Rejection):
        return found
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    return Document(
        found.data, found.source, found.key, found.kind, found.charset, found.url,
        title=entry.get("title") or None,
        publisher=entry.get("publisher") or publisher or None,
        published=f"{stamp.tm_year:04}-{stamp.tm_mon:02}-{stamp.tm_mday:02}" if stamp else None,
    )  # fmt: skip


def _fetch(url: str, max_bytes: int, timeout: float) -> Document | Rejection:
    try:
        request = urllib.request.Request(
            url, headers={"User-Agent": _AGENT, "Accept": "text/html, text/plain, */*;q=0.5"}
        )
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            kind = answer.headers.get_content_type()
            charset = answer.headers.get_content_charset()
            data = answer.read(max_bytes + 1)
    except urllib.error.HTTPError as error:
        return Rejection(url, f"the server answers {error.code} {error.reason}", missing=error.code in (404, 410))
    except urllib.error.URLError as error:
        return Rejection(url, f"cannot be fetched: {error.reason}", missing=True)
    except TimeoutError:
        return Rejection(url, f"cannot be fetched: no answer within {timeout:g} seconds", missing=True)
    except (OSError, ValueError, http.client.HTTPException, socket.gaierror) as error:
        return Rejection(url, f"cannot be fetched: {error or type(error).__name__}", missing=True)
    if len(data) > max_bytes:
        return Rejection(url, f"is larger than {max_bytes / 1_000_000:g} MB")
    if not (kind in _READABLE or kind.endswith("xml")):
        return Rejection(url, f"is {kind}, not a page or a text")
    return Document(data, url, url, "text" if kind in _TEXTS else "html", charset, url)
