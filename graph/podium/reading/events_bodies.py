"""Sessions that only their body tells of: "Im Sozialausschuss ist am Dienstag ein Konzept beraten worden"."""

import re

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations
from podium.reading.events_deeds import genitive_noun, tells_of_day
from podium.reading.events_drafts import Draft
from podium.reading.events_nouns import Noun
from podium.reading.events_phrases import Gathering
from podium.reading.inflection import gender
from podium.reading.values import replace

__all__ = ["is_session", "sessions_of_bodies", "was_held", "with_body"]

_SESSION = Noun("Sitzung", "m", "session", "sitzung", False)
# No parliaments of a Land or the Bund, which debate for days.
_BODY = re.compile(
    r"(?!Bundes|Land(?:tag|rat))\w*(?:ausschuss|kreistag|rat|vertretung|versammlung|beirat|magistrat)(?:e?s)?$", re.I
)
_NAMED = frozenset(["Sitzung"])
_IN = {"im": "das", "in der": "die", "in dem": "das", "tagesordnung des": "des", "tagesordnung der": "die"}
_MEETS = re.compile(
    r"\w*(?:präsidium|vorstand|ausschuss|tag|rat|vertretung|versammlung|beirat|kommission|fraktion)$", re.I
)
_OWN = frozenset(["ihrer", "seiner", "ihre", "seine"])
_ARTICLES = {"das": "des", "der": "des", "die": "der"}  # nominative and genitive
_AHEAD = frozenset(["wird", "werden", "will", "wollen", "soll", "sollen", "würde", "würden", "hatte", "hatten"])


def sessions_of_bodies(doc: Document, organisations: Organisations) -> list[Gathering]:
    """Sessions of councils and committees in which something was said or decided on a named day, in order."""
    found = [session for mention in organisations.mentions if (session := _session(doc, mention))]
    return found or [session for session in (_presupposed(doc, organisations),) if session]


def with_body(doc: Document, found: Gathering) -> Gathering:
    """A session named after the body that meets: "Das Präsidium hat sich auf seiner Sitzung in X dafür eingesetzt"."""
    if found.noun.family != "session" or found.article not in _OWN or found.of or found.title:
        return found
    if doc.lowers[found.end : found.end + 2] == ["in", "einer"]:
        return found  # "in seiner Sitzung in einer öffentlichen Anhörung", which it was
    first = doc.sentences[doc.sentence_at[found.head]][0]
    at = next((n for n in range(found.first - 1, first, -1) if _is_body(doc, n)), None)
    if at is None:
        return found
    article, head = _ARTICLES[doc.lowers[at - 1]], doc.words[at]
    of = f"{article} {genitive_noun(head) if article == 'des' else head}"
    number = [found.number] if found.number and found.number not in found.adjectives else []
    return replace(found, name=" ".join([*number, *found.adjectives, found.noun.form, of]), of=of)


def _is_body(doc: Document, at: int) -> bool:
    """Whether a token is a body with its article in the nominative; of "der" only a masculine is."""
    word, article = doc.words[at], doc.lowers[at - 1]
    if article not in _ARTICLES or not word[:1].isupper() or not _MEETS.match(word):
        return False
    return article != "der" or gender(word) == "m"


def is_session(draft: Draft) -> bool:
    """Whether an event is a session that was, and none of a row."""
    return draft.phrases[0].noun.family == "session" and was_held(draft)


def was_held(draft: Draft) -> bool:
    """Whether an event is neither announced nor the next one of a row."""
    return not draft.announced and "nächste" not in draft.phrases[0].adjectives


def _presupposed(doc: Document, organisations: Organisations) -> Gathering | None:
    """The session of the body named first, where a text later speaks of "der Sitzung" as one that is known."""
    at = next(iter(doc.tokens_of(_NAMED)), None)
    if at is None or not _is_known(doc, at):
        return None  # "bei seiner Sitzung", which has been told of
    bodies = (m for m in organisations.mentions if m.first < at and _in_text(doc, m))
    mention = next((m for m in bodies if _BODY.match(doc.words[m.first])), None)
    return None if mention is None else _of(doc, mention, "das")


def _is_known(doc: Document, at: int) -> bool:
    """Whether a word for a session has only a definite article before it: "am Rande der Sitzung"."""
    return doc.lowers[at - 1] in ("der", "die") and doc.quote_at[at] < 0 and doc.block(at).kind == "body"


def _in_text(doc: Document, mention: Mention) -> bool:
    return doc.quote_at[mention.first] < 0 and doc.block(mention.first).kind == "body"


def _session(doc: Document, mention: Mention) -> Gathering | None:
    first, end, block = doc.sentences[doc.sentence_at[mention.first]]
    article = _IN.get(" ".join(doc.lowers[max(first, mention.phrase[0] - 1) : mention.first]))
    if article is None:
        article = _IN.get(" ".join(doc.lowers[max(first, mention.first - 1) : mention.first]))
    if article is None or not _BODY.match(doc.words[mention.first]) or doc.blocks[block].kind != "body":
        return None
    comma = next((n for n in range(mention.end, end) if doc.words[n] in (",", ":")), end)
    if doc.quote_at[mention.first] >= 0 or not _AHEAD.isdisjoint(doc.lowers[first:comma]):
        return None
    if not tells_of_day(doc, first, end):
        return None
    return _of(doc, mention, article)


def _of(doc: Document, mention: Mention, article: str) -> Gathering:
    """The session of a body whose first word is a nominative, or an oblique form where `article` is not "das"."""
    head = doc.words[mention.first]
    genitive = genitive_noun(head) if article == "das" and not head.endswith("es") else head
    words = ["der" if article == "die" else "des", genitive]
    rest = [doc.phrase(mention.first + 1, mention.end)] if mention.end > mention.first + 1 else []
    of = " ".join([*words, *rest])
    return Gathering(
        mention.first, mention.end, mention.first, _SESSION, f"Sitzung {of}", "", "", (), "", "", of, "", False
    )
