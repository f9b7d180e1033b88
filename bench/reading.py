#!/usr/bin/env python3
"""Scores and speed of the reading, in one table beside the figures of others."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

sys.path[:0] = [] if __package__ else [str(Path(__file__).resolve().parents[1])]  # run as a script

from bench import quotation_scoring, speed  # noqa: E402
from bench.corpus import DEVELOPMENT, GOLD, HELD_OUT, annotated, progress, reading_of  # noqa: E402
from bench.official import PEERS, official  # noqa: E402
from bench.scoring import KINDS, Count, Error, score, total  # noqa: E402
from podium.errors import PodiumError  # noqa: E402
from podium.release import Release  # noqa: E402

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a share 0–1 each, or a value in words."""

    section: str
    what: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    value: str = ""
    others: str = ""


@click.command(
    epilog="\b\nExamples:\n"
    "  python bench/reading.py\n"
    "  python bench/reading.py --without-gold --errors\n"
    "  python bench/reading.py --releases my-annotated --no-speed --json > figures.json\n"
    "  python bench/reading.py --quotations quotations/dev --scorer quotations/score.py"
)
@click.option("--releases", "folders", multiple=True, type=_FOLDER, metavar="DIR", help="Annotated releases to add.")
@click.option("--without-gold", is_flag=True, help="Leave out tests/reading/gold and held_out.")
@click.option("--quotations", type=_FOLDER, metavar="DIR", help="Articles of the public quotation benchmark.")
@click.option(
    "--scorer", type=_FILE, metavar="PATH", help="The benchmark's scorer (--gold DIR --pred FILE --json FILE)."
)
@click.option("--speed/--no-speed", "timed", default=True, help="Measure the speed, too (about a minute).")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong, except in gold and held_out.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def main(
    folders: tuple[Path, ...], without_gold: bool, quotations: Path | None, scorer: Path | None, timed: bool,
    errors: bool, as_json: bool,
) -> None:  # fmt: skip
    """Score and time the reading: releases with annotation, quotations in news, words per second."""
    try:
        own = [DEVELOPMENT] if without_gold else [DEVELOPMENT, GOLD, HELD_OUT]
        rows, wrong = _measured([*own, *folders], quotations, scorer, timed)
    except PodiumError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        Console(width=None if sys.stdout.isatty() else 150).print(_table(rows))
    for name, one in wrong if errors else ():
        click.echo(f"{name}: {one.kind}: {'missed' if one.missed else 'wrong'}: {one.fact}", err=as_json)


def _measured(
    folders: list[Path], quotations: Path | None, scorer: Path | None, timed: bool
) -> tuple[list[Row], list[tuple[str, Error]]]:
    rows: list[Row] = []
    wrong: list[tuple[str, Error]] = []
    for folder in folders:
        found, errors = _releases(folder)
        rows += found
        wrong += errors if folder.resolve() not in (GOLD, HELD_OUT) else []
    texts = {"releases": [item.release.text for folder in folders for item in annotated(folder)]}
    if quotations is not None:
        articles = list(quotation_scoring.articles(quotations))
        texts["news"] = [article.text for article in articles]
        rows += _quotations(quotations, articles, scorer)
    return rows + (list(_speed(texts)) if timed else []), wrong


def _releases(folder: Path) -> tuple[list[Row], list[tuple[str, Error]]]:
    items = annotated(folder)
    scores = [
        (item, score(item.annotation, reading_of(item.release))) for item in progress(items, folder.name, len(items))
    ]
    counts = total(one for _, one in scores)
    rows = [
        _row(f"{folder.name}, {len(items)} releases", kind, counts[kind])
        for kind in KINDS
        if counts[kind].f1 is not None
    ]
    return rows, [(item.name, error) for item, one in scores for error in one.errors]


def _row(section: str, what: str, count: Count) -> Row:
    return Row(section, what, count.precision, count.recall, count.f1, f"{count.hits} / {count.found} / {count.gold}")


def _quotations(folder: Path, articles: list[quotation_scoring.Article], scorer: Path | None) -> list[Row]:
    section, readings, counts = f"{folder.name}, {len(articles)} news articles", {}, Count()
    for article in progress(articles, folder.name, len(articles)):
        said: list[Any] = reading_of(Release(article.text, article.name, article.name))["contributions"]
        readings[article.name] = said
        counts += quotation_scoring.count(article, said)
    rows = [_row(section, "attribution (own scorer)", counts)]
    for name, figures in (official(scorer, folder, readings) if scorer else {}).items():
        others = "; ".join(f"{peer} {value:.3f}" for peer, value in PEERS[name].items())
        rows.append(Row(section, name, *figures, others=others))
    return rows


def _speed(groups: dict[str, list[str]]) -> Iterator[Row]:
    section = "speed, processor time, text to quads"
    for name, texts in groups.items():
        both = speed.measure(texts)
        per_second = f"{both.words / both.podium:,.0f} words/s"
        yield Row(section, f"{len(texts)} {name}, {both.words:,} words", value=per_second)
        alone = f"tokeniser alone 1 ({both.words / both.tokeniser:,.0f} words/s), trained pipeline about 0.03"
        yield Row(section, f"{name}: share of spaCy's tokeniser", value=f"{both.ratio:.3f}", others=alone)
    every = [text for texts in groups.values() for text in texts]
    for one in progress(speed.growth(every), "long texts", len(speed.SIZES)):
        yield Row(section, f"one text of {one.length:,} characters", value=f"{one.per_word:.1f} µs/word")


def _table(rows: list[Row]) -> Table:
    table = Table(title="Reading of press releases")
    table.add_column("", no_wrap=True)
    for head in ("P", "R", "F1", "right / found / gold"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("others")
    section = ""
    for row in rows:
        if row.section != section:
            table.add_section()
            table.add_row(f"[bold]{row.section}")
            section = row.section
        shares = (row.precision, row.recall, row.f1)
        table.add_row("  " + row.what, *("" if x is None else f"{x:.3f}" for x in shares), row.value, row.others)
    return table


if __name__ == "__main__":
    main()
