"""IRIs in tables: texts that notebooks show as links."""

from html import escape
from urllib.parse import urlsplit

from podium.namespaces import ID

__all__ = ["Iri"]

_LONGEST, _HEAD, _TAIL = 48, 30, 16  # characters of a link's text


class Iri(str):
    """An IRI: a text like any other, but shown as a link.

    `page` is where a person can look it up: the address of the original for a release and all that is in it, else the
    IRI itself.

    >>> iri = Iri("https://w3id.org/podium/id/person/hubertus-heil")
    >>> iri.short
    'id:person/hubertus-heil'
    >>> iri == "https://w3id.org/podium/id/person/hubertus-heil"
    True
    """

    __slots__ = ("page",)
    page: str

    def __new__(cls, iri: str, page: str | None = None) -> "Iri":
        """See the class."""
        made = super().__new__(cls, iri)
        made.page = page or iri
        return made

    @property
    def short(self) -> str:
        """As `explain` and `ask` take it too: `id:person/…` for ours, in full for others."""
        return "id:" + self[len(ID) :] if self.startswith(ID) else str(self)

    def __reduce__(self) -> tuple[type["Iri"], tuple[str, str]]:
        return Iri, (str(self), self.page)

    def _repr_html_(self) -> str:
        """A link; an address that is not of the web, which could run a script, stays a text."""
        text = escape(self.short if len(self.short) <= _LONGEST else f"{self.short[:_HEAD]}…{self.short[-_TAIL:]}")
        if urlsplit(self.page).scheme not in ("http", "https"):
            return text
        return f'<a href="{escape(self.page)}" title="{escape(self)}" rel="noreferrer">{text}</a>'
