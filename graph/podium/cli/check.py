"""`podium check`: does the store conform to the shapes, and is it consistent?"""

import json
import re
from collections.abc import Mapping
from typing import Any

import click

from podium.checks.reasoner import ReasonerUnavailable, Verdict, check_consistency
from podium.checks.whole import Report, check_store, origin, reasoning_sample
from podium.cli.common import examples, note, store_option
from podium.store import open_store

__all__ = ["command"]

_SHOWN = 20  # violations of one shape in the table; JSON has all
_SAMPLE = 100  # releases for the reasoner, beside the register

Origins = Mapping[str, tuple[str, ...]]  # passages and rows by statement of an explanation

_EXAMPLES = """
podium check
podium check --store ./my-store --no-reasoner
podium check --full
podium check --format json > report.json
"""


@click.command("check", epilog=examples(_EXAMPLES))
@store_option
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--require-reasoner", is_flag=True, help="Exit with 2 where the reasoner cannot run.")
@click.option("--no-reasoner", is_flag=True, help="Shapes only; needs no Java and a fraction of the time.")
@click.option("--full", is_flag=True, help="Also read again what is known to conform.")
def command(store: str | None, format_: str, require_reasoner: bool, no_reasoner: bool, full: bool) -> int:
    """Check the store: shapes for the register and all releases, then OWL consistency.

    An ingest checks each release before it is written, so a store that nobody else has written to since is known to
    conform; then its releases are not read again, only the register and what several graphs say about one thing.
    The reasoner (Pellet) sees the ontology, the register and a sample of the releases;
    where it cannot run, a warning says why and the shapes decide.

    Exit code 0: conforms, 1: does not, 2: could not run.
    """
    if require_reasoner and no_reasoner:
        raise click.UsageError("--require-reasoner and --no-reasoner exclude each other")
    verdict, problem = None, None
    origins: dict[str, tuple[str, ...]] = {}
    with open_store(store, read_only=True) as opened:
        report = check_store(opened, full=full)
        if not no_reasoner:
            try:
                verdict = check_consistency(reasoning_sample(opened, _SAMPLE), classify=False)
                origins = {str(fact): origin(opened, fact) for fact in verdict.facts}
            except ReasonerUnavailable as error:
                problem = str(error)
    conforms = not report.violations and (verdict is None or verdict.consistent)
    if format_ == "json":
        click.echo(json.dumps(_as_dict(report, verdict, problem, conforms, origins), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(report, verdict, conforms, origins)))
    if problem:
        note(f"Warning: the reasoner did not run, so the shapes alone decide. {problem}")
        if require_reasoner:
            return 2
    return 0 if conforms else 1


def _as_dict(
    report: Report, verdict: Verdict | None, problem: str | None, conforms: bool, origins: Origins
) -> dict[str, Any]:
    reasoner: dict[str, Any] = {"ran": verdict is not None}
    if verdict:
        reasoner |= {"consistent": verdict.consistent, "triples": verdict.triples}
        reasoner |= {"unsatisfiable": list(verdict.unsatisfiable), "explanation": verdict.explanation}
        reasoner["facts"] = [{"statement": fact, "evidence": list(proofs)} for fact, proofs in origins.items()]
    elif problem:
        reasoner["reason"] = problem
    return {
        "conforms": conforms,
        "releases": report.releases,
        "releases_read": report.read,
        "quads": report.quads,
        "reasoner": reasoner,
        "shapes_checked": report.shapes,
        "shapes": {shape: len(found) for shape, found in report.by_shape().items()},
        "violations": [violation.as_dict() for violation in report.violations],
    }


def _lines(report: Report, verdict: Verdict | None, conforms: bool, origins: Origins) -> list[str]:
    by_shape = report.by_shape()
    lines = [
        f"Conforms: {'yes' if conforms else 'no'}",
        f"Shapes: {_count(report.shapes, 'shape')} over the register and {_count(report.releases, 'release')}: "
        f"{_found(report)} ({report.quads:,} quads read, {report.seconds:.1f} s)",
    ]
    if report.read < report.releases:
        known = _count(report.releases - report.read, "release")
        lines.append(f"  {known} checked before and unchanged since (--full reads them again)")
    if verdict:
        lines.append(_reasoner_line(verdict))
        lines += [f"  cannot have instances: {name}" for name in verdict.unsatisfiable]
        lines += [f"  {line}" for line in (verdict.explanation or "").splitlines()]
        for fact, proofs in origins.items():
            lines += [f"  - {fact}", *(f"      {_one_line(proof)}" for proof in proofs)]
    if by_shape:
        lines += ["", " count  shape", *(f"{len(found):6,}  {shape}" for shape, found in by_shape.items())]
    for shape, found in by_shape.items():
        lines += ["", f"{shape}", f"  de: {found[0].message_de}", f"  en: {found[0].message_en}"]
        for violation in found[:_SHOWN]:
            value = f"  value {_one_line(violation.value)}" if violation.value is not None else ""
            lines.append(f"  - {violation.focus}{value}")
            lines += [f"      {_one_line(proof)}" for proof in violation.evidence]
        if len(found) > _SHOWN:
            lines.append(f"  … and {len(found) - _SHOWN:,} more (--format json lists all)")
    if by_shape:
        lines += ["", "podium explain IRI follows a thing or passage to its sentence and its release."]
    return lines


def _found(report: Report) -> str:
    if not report.violations:
        return "no violation"
    return f"{_count(len(report.violations), 'violation')} of {_count(len(report.by_shape()), 'shape')}"


def _reasoner_line(verdict: Verdict) -> str:
    word = "consistent" if verdict.consistent else "NOT consistent"
    return f"Reasoner: {word} (Pellet, {verdict.triples:,} triples, {verdict.seconds:.1f} s)"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def _one_line(text: str) -> str:
    """Texts of others keep to one line and cannot drive the terminal."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()
