"""What a gathering was held under: "Unter dem Motto „Dranbleiben!“ fand der Fachtag … statt"."""

from podium.reading.document import Document
from podium.reading.events_drafts import Draft
from podium.reading.lexicon import words_of
from podium.reading.quotes import Quote

__all__ = ["add_mottos"]

_WORDS = frozenset(words_of("event_words.txt", "mottos"))
_MOST = 16  # tokens of a motto


def add_mottos(doc: Document, drafts: list[Draft]) -> None:
    """Gives each motto of a text to the gathering of its sentence, else of the next or the last one."""
    places = list(doc.tokens_of(_WORDS))
    if not places:
        return
    named: dict[int, Draft] = {}
    for draft in drafts:
        for phrase in (*draft.phrases, *draft.aliases):
            named.setdefault(doc.sentence_at[phrase.head], draft)
    for at in places:
        quote = _motto(doc, at)
        if quote is None:
            continue
        number = doc.sentence_at[quote.last]
        owner = named.get(number) or named.get(number + 1) or named.get(number - 1)
        if owner is not None and not owner.motto and not any(p.title for p in owner.phrases):
            owner.motto = doc.phrase(quote.first + 1, quote.last)


def _motto(doc: Document, at: int) -> Quote | None:
    """The quotation behind "unter dem Motto" at a token, if it is short."""
    if doc.lowers[max(0, at - 2) : at] != ["unter", "dem"] or doc.quote_at[at] >= 0:
        return None
    number = doc.quote_at[at + 1] if at + 1 < len(doc.words) else -1
    quote = doc.quotes[number] if number >= 0 else None
    return quote if quote and quote.first == at + 1 and 1 < quote.last - quote.first < _MOST else None
