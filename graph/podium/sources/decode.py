"""From bytes to text: UTF-8, or what the caller names; nothing is guessed, nothing is repaired."""

import codecs
import re

from podium.sources.values import Rejection

__all__ = ["decode"]

_SIGNATURES = {
    b"%PDF-": ("a PDF file", "convert it first, for example with pdftotext"),
    b"PK\x03\x04": (
        "an Office or archive file",
        "save it as plain text, or name it .zip if it is an archive",
    ),
    b"\xd0\xcf\x11\xe0": ("an old Office file", "save it as plain text"),
    b"{\\rtf": ("an RTF file", "save it as plain text"),
    b"\x89PNG": ("a picture", ""),
    b"\xff\xd8\xff": ("a picture", ""),
    b"GIF8": ("a picture", ""),
    b"\x1f\x8b": ("a compressed file", "name it .tar.gz if it is an archive"),
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_INVISIBLE = re.compile(r"[\s\ufeff\u200b-\u200f\u2060\u00ad]*")
# Letters and signs of German text outside ASCII that Windows-1252 has in one byte.
_GERMAN = re.compile(r"[\x00-\x7fäöüÄÖÜßéèêàâçñôë§€„“”‚‘’»«›‹–—…·•°²³½¼\u00a0\u00ad]*")


def decode(data: bytes, source: str, encoding: str | None = None) -> str | Rejection:
    """The text exactly as decoded (a byte order mark stays as U+FEFF, CRLF stays), or why it is none.

    `encoding` None means UTF-8. Other encodings are not guessed: a wrong guess would put wrong letters into names
    for good; the rejection says at which byte UTF-8 fails, and whether Windows-1252 would give German text.
    """
    for signature, (what, advice) in _SIGNATURES.items():
        if data.startswith(signature):
            return Rejection(source, f"is {what}, not text", advice)
    if encoding is None and data.startswith(_UTF16):
        return Rejection(source, "is UTF-16, not UTF-8", "save it as UTF-8, or give --encoding utf-16")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(data, source, encoding or "utf-8", error)
    except LookupError:
        return Rejection(source, f"cannot be decoded: unknown encoding {encoding!r}")
    raw = text.encode("utf-8", "replace")
    controls = _CONTROL.findall(raw)
    if b"\x00" in controls or len(controls) * 100 > len(raw):
        where = _CONTROL.search(raw)
        return Rejection(source, f"is binary, not text (control byte at offset {where.start() if where else 0})")
    if _INVISIBLE.fullmatch(text):
        return Rejection(source, "is empty" if not data else "has nothing but white space")
    return text


def _undecodable(data: bytes, source: str, encoding: str, error: UnicodeDecodeError) -> Rejection:
    if len(_CONTROL.findall(data)) * 100 > len(data):
        return Rejection(source, f"is binary, not text (offset {error.start})")
    line = data.count(b"\n", 0, error.start) + 1
    place = f"byte 0x{data[error.start]:02X} at offset {error.start}, line {line}"
    advice = "save it as UTF-8, or name its encoding with --encoding"
    if encoding == "utf-8" and _plausible_windows(data):
        advice = "it looks like Windows-1252: save it as UTF-8, or give --encoding windows-1252"
    return Rejection(source, f"is not valid {encoding.upper()}: {place}", advice)


def _plausible_windows(data: bytes) -> bool:
    try:
        return _GERMAN.fullmatch(data.decode("windows-1252")) is not None
    except UnicodeDecodeError:
        return False
