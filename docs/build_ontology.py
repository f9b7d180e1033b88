"""Builds the reference of the ontology: `make docs` writes docs/ontology/index.html; `--readme` the README's tables.

HTML by pyLODE, one page a module; diagrams as SVG from ontology/patterns.yaml.
"""

import html
import logging
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = ROOT / "ontology"
POD = "https://w3id.org/podium/ontology#"
MODULES = ("core", "labour", "alignment")
WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 170, 44, 270, 120, 30
Point = tuple[float, float]


def read(*names: str) -> Graph:
    """The modules of these names as one graph."""
    graph = Graph()
    for name in names:
        graph.parse(ONTOLOGY / f"{name}.ttl")
    return graph


# ------------------------------------------------------------------------------------------------------------- tables


def tables() -> str:
    """The tables of classes and properties, as Markdown, in the order of the Turtle files."""
    graph = read("core", "labour")
    text = "".join((ONTOLOGY / f"{name}.ttl").read_text(encoding="utf-8") for name in ("core", "labour"))
    terms = [URIRef(POD + name) for name in re.findall(r"^pod:(\w+) a owl:\w+", text, re.MULTILINE)]
    lines = ["## Classes", "", "| class | subclass of | German | definition |", "| --- | --- | --- | --- |"]
    lines += [_class_row(graph, term) for term in terms if (term, RDF.type, OWL.Class) in graph]
    lines += [
        "",
        "## Properties",
        "",
        "| property | domain | range | German | definition |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [_property_row(graph, term) for term in terms if (term, RDF.type, OWL.Class) not in graph]
    return "\n".join(lines) + "\n"


def _class_row(graph: Graph, term: URIRef) -> str:
    above = [_short(graph, name) for name in graph.objects(term, RDFS.subClassOf) if isinstance(name, URIRef)]
    parent = "*defined*" if graph.value(term, OWL.equivalentClass) else ", ".join(sorted(above))
    label = _said(graph, term, RDFS.label, "de")
    return f"| `{term.removeprefix(POD)}` | {parent} | {label} | {_definition(graph, term)} |"


def _property_row(graph: Graph, term: URIRef) -> str:
    domain, range_ = (_ends(graph, term, which) for which in (RDFS.domain, RDFS.range))
    label = _said(graph, term, RDFS.label, "de")
    return f"| `{term.removeprefix(POD)}` | {domain} | {range_} | {label} | {_definition(graph, term)} |"


def _ends(graph: Graph, term: URIRef, which: URIRef) -> str:
    return " or ".join(_short(graph, name) for name in classes_at(graph, term, which))


def classes_at(graph: Graph, term: URIRef, which: URIRef) -> list[URIRef]:
    """The classes at one end of a property, those of a union each."""
    end = graph.value(term, which)
    if isinstance(end, URIRef):
        return [end]
    union = graph.value(end, OWL.unionOf) if end else None
    return [name for name in graph.items(union) if isinstance(name, URIRef)] if union else []


def _short(graph: Graph, term: URIRef) -> str:
    return term.removeprefix(POD) if term.startswith(POD) else graph.qname(term)


def _said(graph: Graph, term: URIRef, predicate: URIRef, language: str) -> str:
    values = graph.objects(term, predicate)
    return next((str(v) for v in values if isinstance(v, Literal) and v.language == language), "")


def _definition(graph: Graph, term: URIRef) -> str:
    return _said(graph, term, SKOS.definition, "en")


def readme_with_tables(text: str) -> str:
    """The README with its two tables made anew."""
    start, end = text.index("## Classes\n"), text.index("## Changing it\n")
    return text[:start] + tables() + "\n" + text[end:]


# ----------------------------------------------------------------------------------------------------------- diagrams


def diagram(pattern: dict[str, Any]) -> str:
    """One pattern as SVG; a heavy frame marks the first box."""
    boxes = {name: (MARGIN + x * ACROSS, MARGIN + y * DOWN) for name, (x, y) in pattern["boxes"].items()}
    right = max(x for x, _ in boxes.values()) + WIDTH + MARGIN
    bottom = max(y for _, y in boxes.values()) + HEIGHT + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {bottom}" width="{right}" height="{bottom}" '
        f'font-family="sans-serif" font-size="13" role="img"><title>{html.escape(pattern["en"])}</title>',
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="#555"/></marker></defs>',
    ]
    parts += _edges(pattern["edges"], boxes)
    for name, (x, y) in boxes.items():
        parts.append(
            f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#eef4fb" stroke="#005a9c"/>'
        )
        parts.append(
            f'<text x="{x + WIDTH / 2}" y="{y + HEIGHT / 2 + 5}" text-anchor="middle">{html.escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>"])


def _edges(edges: list[list[str]], boxes: dict[str, Point]) -> Iterator[str]:
    between: dict[tuple[str, str], list[str]] = {}
    for start, name, end in edges:
        between.setdefault((start, end), []).append(name)
    for (start, end), names in between.items():
        shift = 14 if (end, start) in between else 0  # two ways: side by side
        (x1, y1), (x2, y2) = _ends_of_line(boxes[start], boxes[end], shift)
        yield f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="#555" marker-end="url(#tip)"/>'
        level = abs(x2 - x1) > abs(y2 - y1)
        at = 0.3 if shift and not level else 0.45  # two ways up and down: each label near its start
        below = shift and level and x2 > x1  # two ways across: one label above its line, one below
        for number, name in enumerate(names):
            x, y = x1 + at * (x2 - x1), y1 + at * (y2 - y1) + (13 if below else -4) + 15 * number
            yield (
                f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" font-size="12" fill="#333" stroke="#fff" '
                f'stroke-width="4" paint-order="stroke">{html.escape(name)}</text>'
            )


def _ends_of_line(start: Point, end: Point, shift: float) -> tuple[Point, Point]:
    """Where the line between the centres of two boxes leaves the one and meets the other."""
    (ax, ay), (bx, by) = ((x + WIDTH / 2, y + HEIGHT / 2) for x, y in (start, end))
    dx, dy = bx - ax, by - ay
    length = max((dx * dx + dy * dy) ** 0.5, 1)
    ox, oy = -dy / length * shift, dx / length * shift
    scale = min(WIDTH / 2 / abs(dx) if dx else 1e9, HEIGHT / 2 / abs(dy) if dy else 1e9)
    return (ax + ox + dx * scale, ay + oy + dy * scale), (bx + ox - dx * scale, by + oy - dy * scale)


# --------------------------------------------------------------------------------------------------------------- pages


def build(folder: Path) -> None:
    """Write index, one page a module, the diagrams and the Turtle into `folder`, which is made anew."""
    logging.disable(logging.INFO)
    from pylode.profiles.ontpub import OntPub  # takes seconds

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    patterns = yaml.safe_load((ONTOLOGY / "patterns.yaml").read_text(encoding="utf-8"))
    for name, pattern in patterns.items():
        (folder / f"{name}.svg").write_text(diagram(pattern), encoding="utf-8")
    for name in MODULES:
        OntPub(ontology=_with_one_label(read(name))).make_html(destination=str(folder / f"{name}.html"))
        shutil.copy(ONTOLOGY / f"{name}.ttl", folder)
    for file in sorted((ONTOLOGY / "vocabularies").glob("*.ttl")):
        shutil.copy(file, folder)
    (folder / "vocabularies.html").write_text(_vocabularies(), encoding="utf-8")
    (folder / "index.html").write_text(_index(patterns), encoding="utf-8")


def _with_one_label(graph: Graph) -> Graph:
    """German and English label (and title) as one: pyLODE writes several without a space between them."""
    for predicate in (RDFS.label, DCTERMS.title):
        for term in set(graph.subjects(predicate)):
            said = [_said(graph, URIRef(str(term)), predicate, language) for language in ("en", "de")]
            if isinstance(term, URIRef) and all(said):
                graph.set((term, predicate, Literal(" · ".join(dict.fromkeys(said)), lang="en")))
    return graph


def _vocabularies() -> str:
    """All concepts by scheme, in both languages, as one page."""
    parts = []
    for file in sorted((ONTOLOGY / "vocabularies").glob("*.ttl")):
        graph = Graph().parse(file)
        (scheme,) = (term for term in graph.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(term, URIRef))
        rows = "".join(_concept_row(graph, term) for term in graph.objects(scheme, SKOS.hasTopConcept))
        label, german = (html.escape(_said(graph, scheme, RDFS.label, language)) for language in ("en", "de"))
        parts.append(
            f'<h2 id="{file.stem}">{label} <span lang="de">· {german}</span></h2><p><code>{scheme}</code> '
            f'(<a href="{file.name}">Turtle</a>)</p>'
            f"<table><tr><th>concept<th>English<th>German<th>example<th>source</tr>{rows}</table>"
        )
    return _page("Podium: the vocabularies", "".join(parts))


def _concept_row(graph: Graph, term: Node) -> str:
    assert isinstance(term, URIRef)
    said = {lang: [_said(graph, term, name, lang) for name in (RDFS.label, SKOS.definition)] for lang in ("en", "de")}
    cells = [f"<strong>{html.escape(label)}</strong>: {html.escape(text)}" for label, text in said.values()]
    example = html.escape(_said(graph, term, SKOS.example, "de"))
    sources = html.escape("; ".join(sorted(str(source) for source in graph.objects(term, DCTERMS.source))))
    name = term.rsplit("/", 1)[1]
    return (
        f'<tr id="{name}"><td><code>{name}</code><td>{cells[0]}<td lang="de">{cells[1]}<td lang="de">{example}'
        f"<td>{sources}</tr>"
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font-family:sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}img{max-width:100%}"
        "figure{margin:2rem 0}figcaption{font-weight:bold}table{border-collapse:collapse}"
        "td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}</style>"
        f"<h1>{title}</h1>{body}</html>"
    )


def _index(patterns: dict[str, dict[str, str]]) -> str:
    graph = read(*MODULES)
    about = URIRef("https://w3id.org/podium/ontology/core")
    figures = "".join(
        f'<figure><figcaption>{html.escape(p["en"])} <span lang="de">· {html.escape(p["de"])}</span></figcaption>'
        f'<img src="{name}.svg" alt="{html.escape(p["en"])}"></figure>'
        for name, p in patterns.items()
    )
    links = "".join(f'<li><a href="{name}.html">{name}</a> (<a href="{name}.ttl">Turtle</a>)</li>' for name in MODULES)
    return _page(
        "Podium: the ontology",
        f"<p>Version {graph.value(about, OWL.versionInfo)}, CC BY 4.0. A worked example, the rules for changes and the "
        f"tables of all terms are in ontology/README.md.</p>"
        f'<ul>{links}<li><a href="vocabularies.html">vocabularies</a></li></ul>{figures}',
    )


if __name__ == "__main__":
    if "--readme" in sys.argv:
        readme = ONTOLOGY / "README.md"
        readme.write_text(readme_with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        build(ROOT / "docs" / "ontology")
        print(f"Written: {ROOT / 'docs' / 'ontology' / 'index.html'}")
