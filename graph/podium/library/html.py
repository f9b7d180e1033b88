"""What notebooks show of readings, things and explanations: small HTML without scripts, everything escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from podium.library.iri import Iri
from podium.tables import Table, Value

if TYPE_CHECKING:
    from podium.explain import Explanation
    from podium.library.reading import Reading
    from podium.library.thing import Thing

__all__ = ["explanation_html", "reading_html", "table_html", "thing_html"]

_ROWS = 8  # rows of a table below a thing; the data frame has all
_LONGEST = 100  # characters of a summary
_LEFT, _DAY = "text-align: left", "text-align: left; white-space: nowrap"
_WORDS = {True: "yes", False: "no"}


def thing_html(thing: "Thing") -> str:
    """Name, IRI, facts, and the first rows of its tables, without the columns that only repeat the name."""
    facts = "".join(f"<br>{escape(name)}: {escape(value)}" for name, value in thing._facts())
    head = f"<b>{escape(thing.name)}</b> {Iri(thing.iri)._repr_html_()}{facts}"
    pages = thing.graph.pages()
    parts = [
        f"<p>{escape(title)}</p>{table_html(table, pages, known=thing.name)}"
        for title, table in thing._tables()
        if table.rows
    ]
    return f"<div>{head}{''.join(parts) or '<p>No release speaks of it.</p>'}</div>"


def table_html(table: Table, pages: Mapping[str, str] | None = None, rows: int = _ROWS, known: str = "") -> str:
    """The first rows, as links where a release is named.

    Left out are the columns that the text table hides and those that say nothing: without a value, always false, or
    always `known`.
    """
    names = [column.name for column in table.columns]
    shown = [i for i, column in enumerate(table.columns) if column.place != "hidden" and _tells(table, i, known)]
    if "release_title" in names and names.index("release_title") in shown:  # its title is the link to the release
        shown = [i for i in shown if names[i] != "release"]
    head = "".join(f'<th style="{_LEFT}">{escape(table.columns[i].heading("en"))}</th>' for i in shown)
    body = "".join(f"<tr>{''.join(_td(table, row, i, pages or {}) for i in shown)}</tr>" for row in table.rows[:rows])
    more = f"<p>… and {len(table.rows) - rows:,} more</p>" if len(table.rows) > rows else ""
    return f'<table class="dataframe"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'


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
        f"<details><summary>{escape(_summary(part))}</summary>{explanation_html(part)}</details>"
        for part in explanation.parts
    )
    return f"<div>{head} {Iri(explanation.iri)._repr_html_()}{_lines(lines)}{quotes}{parts}</div>"


def _lines(texts: Iterable[str]) -> str:
    items: Sequence[str] = [f"<li>{escape(text)}</li>" for text in texts]
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _summary(part: "Explanation") -> str:
    said = part.label or (" ".join(part.evidence[0].text.split()) if part.evidence else "")
    return f"{part.kind}: {said if len(said) <= _LONGEST else said[:_LONGEST] + '…'}" if said else part.kind


def _tells(table: Table, index: int, known: str) -> bool:
    return not {row[index] for row in table.rows} <= {None, "", False, known}


def _td(table: Table, row: Sequence[Value], index: int, pages: Mapping[str, str]) -> str:
    column, value = table.columns[index], row[index]
    style = _DAY if column.type == "date" else _LEFT
    if column.type in ("integer", "decimal"):
        style = ""
    names = [each.name for each in table.columns]
    if column.name == "release_title" and "release" in names:
        return f'<td style="{style}">{_link(row[names.index("release")], pages, str(value or ""))}</td>'
    return f'<td style="{style}">{_cell(value, column.type, pages)}</td>'


def _cell(value: Value, type_: str, pages: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _WORDS[value]
    if value is None:
        return ""
    return _link(value, pages) if type_ == "iri" else escape(str(value))


def _link(iri: Value, pages: Mapping[str, str], text: str = "") -> str:
    if iri is None:
        return escape(text)
    return Iri(str(iri), pages.get(str(iri).partition("#")[0])).link(text)
