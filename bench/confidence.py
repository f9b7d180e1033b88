#!/usr/bin/env python3
"""Makes graph/podium/reading/lexicons/confidence.csv: how sure each rule of speech is, by what it got right."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

sys.path[:0] = [] if __package__ else [str(Path(__file__).resolve().parents[1])]  # run as a script

from bench import evidence, quotation_scoring  # noqa: E402
from bench.corpus import DEVELOPMENT, annotated, progress, reading_of  # noqa: E402
from podium.errors import PodiumError  # noqa: E402
from podium.release import Release  # noqa: E402
from podium.resources import lexicons  # noqa: E402

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_HEADER = f"""\
# How sure a rule of speech is; made by
#   python bench/confidence.py --releases DIR --quotations DIR --write
# Figures only, from tests/reading/development, annotated releases and news of others (--releases) and, for a rule with
# fewer than {evidence.RARE} contributions there, articles of the train part of the public quotation benchmark
# (Petersen-Frey and Biemann, LREC-COLING 2024).
# right: the speaker speaks in that mode in that release; in an article, words said and head of the speaker agree.
# confidence: lower bound of right / all (Wilson, one-sided, 90 %), rounded down.
# A rule seen fewer than {evidence.UNKNOWN} times, or not listed, has {evidence.CAUTIOUS}.
rule,right,all,confidence
"""


@click.command(
    epilog="\b\nExamples:\n"
    "  python bench/confidence.py\n"
    "  python bench/confidence.py --releases my-annotated --quotations quotations/train --write"
)
@click.option("--releases", "folders", multiple=True, type=_FOLDER, metavar="DIR", help="Annotated releases to add.")
@click.option("--quotations", type=_FOLDER, metavar="DIR", help="Articles of the public quotation benchmark.")
@click.option("--write", is_flag=True, help="Write the table into the package instead of printing it.")
def main(folders: tuple[Path, ...], quotations: Path | None, write: bool) -> None:
    """Measure each rule of speech on tests/reading/development and what else is given."""
    try:
        found = evidence.tally(_releases([DEVELOPMENT, *folders]), _articles(quotations))
    except PodiumError as error:
        raise click.ClickException(str(error)) from error
    text = _HEADER + "".join(map(_line, found, found.values()))
    if write:
        (lexicons() / "confidence.csv").write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


def _line(rule: str, found: evidence.Evidence) -> str:
    counted = found.counted
    return f"{rule},{counted[True]},{counted.total()},{evidence.confidence(found):.2f}\n"


def _releases(folders: list[Path]) -> Iterator[evidence.Verdict]:
    for folder in folders:
        items = annotated(folder)
        for item in progress(items, folder.name, len(items)):
            yield from evidence.release_verdicts(item.annotation, reading_of(item.release))


def _articles(folder: Path | None) -> Iterator[evidence.Verdict]:
    articles = list(quotation_scoring.articles(folder)) if folder else []
    for article in progress(articles, "news articles", len(articles)):
        said = reading_of(Release(article.text, article.name, article.name))["contributions"]
        yield from evidence.article_verdicts(article, said)


if __name__ == "__main__":
    main()
