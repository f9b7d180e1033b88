"""What a source yields on the way to a release: documents, rejections, files that were passed over."""

from dataclasses import dataclass

__all__ = ["MAX_BYTES", "Document", "Rejection", "Skipped"]

MAX_BYTES = 10_000_000  # a release has some kilobytes; what is larger is something else


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as found, not yet decoded.

    `source` is what to call it in messages, `key` its path below what was ingested (see `Release.key`); `kind` is
    "text", "html" or "" (look at the bytes). The rest is what the surroundings know (a feed, an HTTP header).
    """

    data: bytes
    source: str
    key: str
    kind: str = ""
    charset: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that does not become a release: what, why, what to do; `missing` if it is not even there."""

    source: str
    reason: str
    advice: str = ""
    missing: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}" + (f" ({self.advice})" if self.advice else "")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files of a folder or archive that are of a kind that holds no releases (tables, data, code)."""

    source: str
    suffixes: tuple[str, ...]
    count: int

    def __str__(self) -> str:
        files = "1 file" if self.count == 1 else f"{self.count} files"
        return f"{self.source}: passed over {files} of other kinds ({', '.join(self.suffixes)})"
