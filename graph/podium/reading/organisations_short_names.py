"""What a noun alone or a short name means among the organisations of a text: "der Verband", "des Landkreistags"."""

from collections.abc import Sequence
from dataclasses import replace

from podium.reading.document import Document
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found

__all__ = ["CHAMBERS", "fits", "of_named"]

# What a noun that stands alone can refer back to, by kind, where the head of the name itself does not tell.
_KINDS = {
    "Verband": ("association", "welfare", "social-partner"),
    "Dachverband": ("association", "welfare", "social-partner"),
    "Landesverband": ("welfare",),
    "Spitzenverband": ("association",),
    "Wohlfahrtsverband": ("welfare",),
    "Sozialverband": ("association", "welfare"),
    "Gewerkschaft": ("social-partner",),
    "Ministerium": ("ministry",),
    "Partei": ("party",),
    "Universität": ("research",),
    "Hochschule": ("research",),
    "Uni": ("research",),
    "Agentur": ("agency",),
    "Behörde": ("agency", "ministry"),
}
_HEAD = 12  # tokens in which the letterhead of a release names who sends it
_BACK = 60  # organisations before a short name among which the one it means is sought
CHAMBERS = {"IHK": "Handelskammer", "HWK": "Handwerkskammer"}
_SHORT = frozenset(["association", "welfare", "social-partner"])


def of_named(doc: Document, found: Sequence[Found]) -> list[Found]:
    """The same, where the short name of one body means another named before: "des Landkreistags"."""
    changed: list[Found] = []
    for each in found:
        head = head_of(doc.words[each.first]) if each.end - each.first == 1 and each.kind in _SHORT else None
        if head is not None and head.bare in ("back", "one"):
            fitting = (f for f in changed[: -_BACK - 1 : -1] if f.end - f.first > 1 and fits(head.form, f))
            named = _sender(doc, changed[:1], head.form) or next(fitting, None)
            if named is not None and named.key != each.key:
                each = replace(each, name=named.name, key=named.key, kind=named.kind, form="alias", head=head.form)
        changed.append(each)
    return changed


def _sender(doc: Document, first: Sequence[Found], noun: str) -> Found | None:
    """The organisation of the letterhead, which a short name means rather than one named later."""
    if not first or first[0].first > _HEAD or first[0].end - first[0].first < 2:
        return None
    number = doc.sentences[doc.sentence_at[first[0].first]][2]
    alone = doc.blocks[number].kind != "body" or doc.block_tokens[number][1] == first[0].end
    return first[0] if alone and fits(noun, first[0]) else None


def fits(noun: str, found: Found) -> bool:
    """Whether a noun that stands alone can mean an organisation."""
    if found.kind in ("media", "territory"):
        return False
    if found.kind == "jobcenter" or noun == "Jobcenter":
        return found.kind == "jobcenter" and noun in ("Jobcenter", "Behörde")
    if noun in ("Stadt", "Landeshauptstadt"):
        return found.head in ("Stadt", "Landeshauptstadt", "Hansestadt", "Stadtverwaltung", "Bundesstadt")
    if noun in ("Landkreis", "Kreis"):
        return found.head in ("Landkreis", "Kreis")
    if noun in ("Landratsamt", "Kreisverwaltung") and found.head in ("Landkreis", "Kreis"):
        return True
    if noun == "Stadtverwaltung" and found.head in ("Stadt", "Landeshauptstadt", "Hansestadt"):
        return True
    head = found.head.rsplit("-", 1)[-1]
    if head in (noun, CHAMBERS.get(noun)) or (len(noun) > 3 and head.lower().endswith(noun.lower())):
        return True
    return found.kind in _KINDS.get(noun, ())
