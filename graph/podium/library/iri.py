"""IRIs in tables: texts that notebooks show as links."""

from html import escape

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
        """As `explain` and `ask` take it too: `id:person/…` for ours, in full for others.

        >>> Iri("https://w3id.org/podium/id/person/hubertus-heil").short
        'id:person/hubertus-heil'
        """
        return "id:" + self[len(ID) :] if self.startswith(ID) else str(self)

    def __reduce__(self) -> tuple[type["Iri"], tuple[str, str]]:
        return Iri, (str(self), self.page)

    def link(self, text: str = "") -> str:
        """HTML of a link; an address that is not of the web, which could run a script, stays a text.

        >>> Iri("urn:a").link("A & B")
        'A &amp; B'
        """
        short = self.short if len(self.short) <= _LONGEST else f"{self.short[:_HEAD]}…{self.short[-_TAIL:]}"
        text = escape(text or short)
        if not self.page.startswith(("http://", "https://")):
            return text
        return f'<a href="{escape(self.page)}" title="{escape(self)}" rel="noreferrer">{text}</a>'

    def _repr_html_(self) -> str:
        return self.link()
