"""The page as one HTML text: content as JSON, style, script and vis-network inlined, and a policy forbids the rest.

Nothing is fetched: the Content-Security-Policy names the hashes of the three inline blocks and allows no connection,
no plugin, no frame and (Trusted Types) no HTML made from text.
"""

import base64
import hashlib
import json
import re
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from podium.errors import PodiumError
from podium.namespaces import ID
from podium.view.graph import as_network, kinds
from podium.view.records import Content, as_json

__all__ = ["packed", "render"]

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"
# In the order in which they build on each other; they share one closed scope.
_PARTS = ["text", "state", "icons", "filter", "places", "names", "signs", "lines", "crowd", "graph", "cards", "sparql",
          "panel", "table", "search", "exports", "page"]  # fmt: skip
_PLAIN_ROWS = 200  # rows for readers without JavaScript, such as the previews of mail programs


def render(content: Content) -> str:
    """The whole page; the same content gives the same bytes."""
    labels = _yaml("labels.yaml")
    style, script, library = _asset("page.css"), _script(), _library()
    environment = Environment(loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("template.html.j2").render(
        policy=_policy([library, script], style),
        style=Markup(style),
        data=packed(_data(content, labels)),
        library=Markup(library),
        script=Markup(script),
        heading=_heading(content),
        de=labels["de"],
        en=labels["en"],
        plain_columns=[labels["de"][key] for key in _PLAIN_COLUMNS],
        plain_rows=list(_plain(content, labels["de"])),
    )


def packed(value: Any) -> str:
    """JSON, deflated, in base64: a fifth of its size, and nothing in it can end the element that it stands in.

    >>> zlib.decompress(base64.b64decode(packed("</script>")))
    b'"</script>"'
    """
    # Lone surrogates cannot be written as UTF-8; escaped they can.
    text = re.sub(
        "[\ud800-\udfff]",
        lambda match: f"\\u{ord(match[0]):04x}",
        json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    )
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def _data(content: Content, labels: Any) -> dict[str, Any]:
    nodes, edges, *_ = as_network(content).get_network_data()
    index = {node["id"]: number for number, node in enumerate(nodes)}
    lines = [
        {
            "from": index[edge["from"]],
            "to": index[edge["to"]],
            "kind": edge["kind"],
            "label": edge.get("text"),
            "records": edge["records"],
            "bend": edge["bend"],
        }
        for edge in edges
    ]
    return {
        "labels": labels,
        "kinds": kinds(),
        "focus": content.focus,
        "question": content.question,
        "clusters": as_json(content.clusters),
        "leftOut": content.left_out,
        "actsLeftOut": content.acts_left_out,
        "nodes": [_short(as_json(node), ID, "iri") for node in content.nodes],
        "edges": lines,
        "acts": [_short(as_json(act), content.releases[act.release].iri, "iri") for act in content.acts],
        "offices": as_json(content.offices),
        "facts": as_json(content.facts),
        "releases": as_json(content.releases),
        "passages": [_short(as_json(one), content.releases[one.release].iri, "iri") for one in content.passages],
    }


def _short(record: dict[str, Any], prefix: str, key: str) -> dict[str, Any]:
    """The record, whose IRI leaves out `prefix`, where it begins so; the page's script puts it back."""
    if record[key].startswith(prefix):
        record["tail"] = record.pop(key)[len(prefix) :]
    return record


def _heading(content: Content) -> str:
    if content.focus is not None:
        return content.nodes[content.focus].label[:100]
    return content.question[0] if content.question else ""


_PLAIN_COLUMNS = ("date", "speaker", "roleShort", "organisation", "carrierShort", "where", "kindShort", "evidence")


def _plain(content: Content, labels: Any) -> Any:
    newest = sorted(content.acts, key=lambda act: act.date or "", reverse=True)
    for act in newest[:_PLAIN_ROWS]:
        yield (
            act.date or "",
            content.nodes[act.speaker].label,
            act.role or "",
            act.organisation or "",
            act.carrier or "",
            content.nodes[act.target].label,
            labels["contributionKinds"].get(act.kind, act.kind),
            content.passages[act.sentences[0].passage].text if act.sentences else "",
        )


def _policy(scripts: list[str], style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


@cache
def _script() -> str:
    return '"use strict";\n(async () => {\n' + "".join(_asset(f"{name}.js") for name in _PARTS) + "})();\n"


@cache
def _library() -> str:
    """vis-network as the installed pyvis carries it, without the comment that names a source map."""
    spec = find_spec("pyvis")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    found = sorted(folder.glob("lib/vis-9*/vis-network.min.js"))
    if not found:
        raise PodiumError("The Python package pyvis carries no vis-network; install pyvis 0.3.2")
    text = found[-1].read_text("utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text).replace("</script", r"<\/script")


@cache
def _asset(name: str) -> str:
    text = (_ASSETS / name).read_text("utf-8")
    if "</" in text and not name.endswith(".j2"):
        raise PodiumError(f"{name}: '</' would end the block that it stands in")
    return text


@cache
def _yaml(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text("utf-8"))
