"""What notebooks show of readings, things and explanations: small HTML without scripts, everything escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from podium.library.iri import Iri
from podium.tables import Table, Value

if TYPE_CHECKING:
    from podium.explain import Explanation
    from podium.library.reading import Reading
    from podium.library.things import Thing

__all__ = ["explanation_html", "reading_html", "table_html", "thing_html"]

_ROWS = 8  # rows of a table below a thing; the data frame has all
_WORDS = {True: "yes", False: "no", None: ""}


def thing_html(thing: "Thing") -> str:
    """Name, IRI, facts, and the first rows of its tables."""
    facts = "".join(f"<br>{escape(name)}: {escape(value)}" for name, value in thing.facts())
    head = f"<b>{escape(thing.name)}</b> {Iri(thing.iri)._repr_html_()}{facts}"
    pages = thing.graph.pages()
    parts = [f"<p>{escape(title)}</p>{table_html(table, pages)}" for title, table in thing.tables() if table.rows]
    return f"<div>{head}{''.join(parts) or '<p>No release speaks of it.</p>'}</div>"


def table_html(table: Table, pages: Mapping[str, str] | None = None, rows: int = _ROWS) -> str:
    """The first rows; columns that the text table hides are left out, and so are columns without a value."""
    known = pages or {}
    shown = [
        index
        for index, column in enumerate(table.columns)
        if column.place != "hidden" and any(row[index] not in (None, "") for row in table.rows)
    ]
    head = "".join(f"<th>{escape(table.columns[i].heading('en'))}</th>" for i in shown)
    body = [
        "<tr>" + "".join(f"<td>{_cell(row[i], table.columns[i].type, known)}</td>" for i in shown) + "</tr>"
        for row in table.rows[:rows]
    ]
    more = f"<p>… and {len(table.rows) - rows:,} more</p>" if len(table.rows) > rows else ""
    return f'<table class="dataframe"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>{more}'


def reading_html(reading: "Reading") -> str:
    """Title and publisher, who speaks, and what could not be resolved."""
    from podium.library.reading import contributions

    release = reading.release
    about = " · ".join(part for part in (release.publisher, release.published, release.url) if part)
    head = f"<b>{escape(release.title or '(without a title)')}</b><br>{escape(about)}"
    table = contributions(reading)
    said = table_html(table, rows=50) if table.rows else "<p>Nobody speaks here.</p>"
    problems = _lines(problem.what for problem in reading.problems)
    return f"<div>{head}{said}{problems}</div>"


def explanation_html(explanation: "Explanation") -> str:
    """Statements, rule, sentences with their releases, rows of the register; the parts below."""
    head = f"<b>{escape(explanation.label or explanation.kind)}</b> ({escape(explanation.kind)})"
    lines: list[str] = [f"{name}: {value}" for name, value in explanation.statements]
    if explanation.rule:
        sure = f" (confidence {explanation.confidence})" if explanation.confidence else ""
        lines.append(f"rule: {explanation.rule}{sure}")
    lines += [f"register: {row} – {source}" for row, source in explanation.register]
    quotes = "".join(
        f"<blockquote>„{escape(found.text)}“<br>{Iri(found.release.iri, found.release.url)._repr_html_()} "
        f"{escape(found.release.title)}, characters {found.start}–{found.end}</blockquote>"
        for found in explanation.evidence
    )
    parts = "".join(
        f"<details><summary>{escape(part.kind)}</summary>{explanation_html(part)}</details>"
        for part in explanation.parts
    )
    return f"<div>{head} {Iri(explanation.iri)._repr_html_()}{_lines(lines)}{quotes}{parts}</div>"


def _lines(texts: Iterable[str]) -> str:
    items: Sequence[str] = [f"<li>{escape(text)}</li>" for text in texts]
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _cell(value: Value, type_: str, pages: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _WORDS[value]
    if value is None:
        return ""
    if type_ == "iri":
        return Iri(str(value), pages.get(str(value).partition("#")[0]))._repr_html_()
    return escape(str(value))
