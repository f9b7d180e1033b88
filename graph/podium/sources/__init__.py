"""Where releases come from: files, folders, globs, archives, pages, feeds, standard input."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator

from podium.release import Release
from podium.sources.decode import decode
from podium.sources.files import count_files, file_documents, stdin_document
from podium.sources.frontmatter import FrontMatter, split_front_matter
from podium.sources.html import article
from podium.sources.metadata import Metadata, metadata
from podium.sources.names import nominative
from podium.sources.values import MAX_BYTES, Document, Rejection, Skipped
from podium.sources.web import feed_documents, is_feed, web_documents

__all__ = ["MAX_BYTES", "Document", "Rejection", "Skipped", "count_documents", "documents", "release_of", "releases"]

_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def releases(
    sources: Iterable[str], *, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Release | Rejection | Skipped]:
    """Releases of the sources, in their order; what cannot become one comes as a value that says why.

    A source is a file, a folder, a glob, an archive (zip, tar), an `http(s)` address of a page, a text or a feed,
    or `-`. A file that several sources name is read once. `encoding` None means UTF-8. See `release_of` for text
    and key of a release.
    """
    for document in documents(sources, max_bytes=max_bytes):
        yield release_of(document, encoding) if isinstance(document, Document) else document


def documents(sources: Iterable[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Document | Rejection | Skipped]:
    """The documents of the sources, undecoded, each once."""
    seen: set[str] = set()
    for source in sources:
        for found in _documents(source, max_bytes):
            if not isinstance(found, Document):
                yield found
                continue
            identity = found.url or os.path.realpath(found.source)
            if found.source != "-" and identity in seen:
                continue
            seen.add(identity)
            yield from feed_documents(found, max_bytes) if _is_feed(found) else (found,)


def count_documents(sources: Iterable[str]) -> int | None:
    """About how many documents the sources have, for a progress bar; None where only reading them would tell."""
    counts = [
        None if source == "-" or source.startswith(("http://", "https://")) else count_files(source)
        for source in sources
    ]
    return None if None in counts else sum(count or 0 for count in counts)


def release_of(document: Document, encoding: str | None = None) -> Release | Rejection:
    """The release in a document.

    The text of a plain text file is the file's own, exactly as decoded: a byte order mark stays as its first
    character, line ends stay; after front matter it is what follows the closing line. The text of a page is its
    article. The key is the url, else the `id` of the front matter, else the path below what was ingested. Title,
    publisher and date come from the front matter, else the page's or feed's metadata, else the text's own lines.
    """
    if document.kind == "html" or (not document.kind and _PAGE.match(document.data[:4096])):
        return _from_page(document)
    text = decode(document.data, document.source, encoding or document.charset)
    if isinstance(text, Rejection):
        return text
    split = split_front_matter(text, document.source)
    if isinstance(split, Rejection):
        return split
    front, body = split
    if not body.strip():
        return Rejection(document.source, "has no text after its front matter")
    return _release(document, body, front)


def _from_page(document: Document) -> Release | Rejection:
    found = article(document)
    if isinstance(found, Rejection):
        return found
    # Title and date of a feed's entry are the publisher's own; those of a page are partly guessed from its markup.
    known = FrontMatter(
        title=document.title or found.title,
        publisher=document.publisher or found.publisher,
        published=document.published or found.published,
        url=document.url or found.url,
    )
    return _release(document, found.text, known)


def _release(document: Document, text: str, known: FrontMatter) -> Release:
    complete = known.title and known.publisher and known.published
    lines = Metadata() if complete else metadata(text, nominative)
    url = known.url or document.url
    key = url or known.id or document.key or "stdin-" + hashlib.sha256(text.encode()).hexdigest()[:12]
    return Release(
        text=text,
        key=key,
        source=document.source,
        url=url,
        title=known.title or document.title or lines.title,
        publisher=known.publisher or document.publisher or lines.publisher,
        published=known.published or document.published or lines.published,
    )


def _documents(source: str, max_bytes: int) -> Iterator[Document | Rejection | Skipped]:
    if source == "-":
        yield stdin_document(max_bytes)
    elif source.startswith(("http://", "https://")):
        yield from web_documents(source, max_bytes)
    else:
        yield from file_documents(source, max_bytes)


def _is_feed(document: Document) -> bool:
    if document.kind == "feed":
        return True
    return not document.kind and is_feed(document.data)
