"""The page as one HTML text: content as JSON, style, script and vis-network inlined, and a policy forbids the rest.

Nothing is fetched: the Content-Security-Policy names the hashes of the three inline blocks and allows no connection,
no plugin, no frame and (Trusted Types) no HTML made from text.
"""

import base64
import hashlib
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from podium.errors import PodiumError
from podium.view.graph import as_network, kinds
from podium.view.records import Content, as_json

__all__ = ["render"]

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"
# In the order in which they build on each other; they share one closed scope.
_PARTS = ["text", "state", "icons", "filter", "graph", "cards", "panel", "table", "search", "page"]
_PLAIN_ROWS = 500  # rows for readers without JavaScript, such as the previews of mail programs


def render(content: Content) -> str:
    """The whole page; the same content gives the same bytes."""
    labels = _yaml("labels.yaml")
    style, script, library = _asset("page.css"), _script(), _library()
    environment = Environment(loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("template.html.j2").render(
        policy=_policy([library, script], style),
        style=Markup(style),
        data=Markup(json_block(_data(content, labels))),
        library=Markup(library),
        script=Markup(script),
        heading=content.nodes[content.focus].label[:100] if content.focus is not None else "",
        de=labels["de"],
        en=labels["en"],
        plain_columns=[labels["de"][key] for key in _PLAIN_COLUMNS],
        plain_rows=list(_plain(content, labels["de"])),
    )


def json_block(value: Any) -> str:
    """JSON that can stand inside of a script element: no character there can end it or open a comment.

    >>> json_block("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Lone surrogates cannot be written as UTF-8; U+2028 and U+2029 end lines in older scripts.
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


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
        "leftOut": content.left_out,
        "actsLeftOut": content.acts_left_out,
        "nodes": [as_json(node) for node in content.nodes],
        "edges": lines,
        "acts": as_json(content.acts),
        "offices": as_json(content.offices),
        "facts": as_json(content.facts),
        "releases": as_json(content.releases),
        "passages": as_json(content.passages),
    }


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
    return '"use strict";\n(() => {\n' + "".join(_asset(f"{name}.js") for name in _PARTS) + "})();\n"


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
