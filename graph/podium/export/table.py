"""One row an utterance, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterator

from podium.export.things import Thing, first, labels, things
from podium.store import Store

__all__ = ["COLUMNS", "contributions_csv"]

COLUMNS = (
    "speaker", "role", "organisation", "event", "event_date", "kind", "kind_as_printed", "form", "announced",
    "said", "about", "sentence", "start", "end", "release", "publisher", "published", "url", "source",
    "confidence", "rule", "speaker_iri", "event_iri", "contribution_iri", "release_iri",
)  # fmt: skip


def contributions_csv(store: Store) -> bytes:
    """All utterances as CSV (RFC 4180, UTF-8, header line), ordered by publication, release and place in it."""
    rows = sorted(
        _rows(store), key=lambda row: (row["published"], row["release_iri"], int(row["start"] or 0), *row.values())
    )
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _rows(store: Store) -> Iterator[dict[str, str]]:
    named = labels(store)
    utterances, releases = things(store, "Utterance"), things(store, "Release")
    tenures, events, passages = things(store, "Tenure"), things(store, "Event"), things(store, "Passage")
    quotations = _quotations(store)
    for iri, contribution in things(store, "Contribution").items():
        speaker, event = first(contribution, "speaker"), first(contribution, "atEvent")
        release_iri = first(contribution, "inRelease")
        release = releases.get(release_iri, {})
        tenure = tenures.get(first(contribution, "inRole"), {})
        common = {
            "speaker": named.get(speaker) or first(contribution, "speakerAsPrinted"),
            "role": first(contribution, "roleAsPrinted"),
            "organisation": named.get(first(tenure, "inOrganisation"), ""),
            "event": named.get(event, ""),
            "event_date": first(events.get(event, {}), "date"),
            "kind": first(contribution, "contributionKind").rsplit("/", 1)[-1],
            "kind_as_printed": first(contribution, "kindAsPrinted"),
            "announced": first(contribution, "announced") or "false",
            "release": first(release, "title"),
            "publisher": first(release, "publisherName"),
            "published": first(release, "issued"),
            "url": first(release, "source"),
            "source": first(release, "sourcePath"),
            "speaker_iri": speaker,
            "event_iri": event,
            "contribution_iri": iri,
            "release_iri": release_iri,
        }
        for utterance_iri in contribution.get("utterance", []):
            utterance = utterances.get(utterance_iri, {})
            yield common | _said(utterance, passages, quotations, named)


def _said(
    utterance: Thing, passages: dict[str, Thing], quotations: dict[str, str], named: dict[str, str]
) -> dict[str, str]:
    passage = passages.get(first(utterance, "passage"), {})
    return {
        "form": first(utterance, "speechForm").rsplit("/", 1)[-1],
        "said": quotations.get(first(utterance, "quotation"), ""),
        "about": "; ".join(sorted(named.get(iri, iri) for iri in utterance.get("about", []))),
        "sentence": first(passage, "quotedText"),
        "start": first(passage, "start"),
        "end": first(passage, "end"),
        "confidence": first(utterance, "confidence"),
        "rule": first(utterance, "rule"),
    }


def _quotations(store: Store) -> dict[str, str]:
    rows = store.query("SELECT ?s ?o WHERE { ?s <https://schema.org/text> ?o }")
    return {row["s"].value: row["o"].value for row in rows}  # type: ignore[union-attr]
