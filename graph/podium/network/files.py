"""GraphML and GEXF: written with types, read back with the same."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from podium.errors import SourceError, UsageError
from podium.writing import write_atomically

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["as_gexf", "as_graphml", "cleaned", "read", "write", "xml_text"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(network: "nx.Graph[str]", path: str | Path) -> Path:
    """Write a network as GraphML or GEXF, as the ending of `path` says, for Gephi, yEd, Cytoscape.

    Numbers and truth values keep their types, the same network gives the same bytes, and the file is there in full or
    not at all. Raises UsageError for another ending or a place that cannot be written.

    >>> import podium, tempfile, pathlib
    >>> network = graph.network("persons", since=2021, until=2021)
    >>> place = pathlib.Path(tempfile.mkdtemp()) / "podium.gexf"
    >>> podium.network.read(podium.network.write(network, place)).nodes == network.nodes
    True
    """
    target = Path(path)
    write_atomically(target, _format(target, as_graphml, as_gexf)(cleaned(network)))
    return target


def read(path: str | Path) -> "nx.Graph[str]":
    """A network from a GraphML or GEXF file, with the attributes that `write` gave it.

    Raises SourceError for a file that is missing or is no such thing.

    >>> import networkx as nx, podium, tempfile, pathlib
    >>> place = pathlib.Path(tempfile.mkdtemp()) / "zwei.graphml"
    >>> _ = podium.network.write(nx.Graph([("Köln", "Würzburg")]), place)
    >>> sorted(podium.network.read(place))
    ['Köln', 'Würzburg']
    """
    import networkx as nx

    source = Path(path)
    reader: Any = _format(source, nx.read_graphml, nx.read_gexf)
    try:
        network: nx.Graph[str] = reader(source)
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror}") from error
    except (ParseError, nx.NetworkXError) as error:
        raise SourceError(f"{source} is not a network: {error}") from error
    for attributes in (network.edges[edge] for edge in network.edges):
        if isinstance(attributes.get("weight"), float) and attributes["weight"].is_integer():
            attributes["weight"] = int(attributes["weight"])  # in GEXF every weight is a float
    return network


def as_graphml(network: "nx.Graph[str]") -> bytes:
    """The network as GraphML (UTF-8)."""
    import networkx as nx

    target = io.BytesIO()
    nx.write_graphml_xml(network, target, named_key_ids=True, edge_id_from_attribute="id")
    return target.getvalue()


def as_gexf(network: "nx.Graph[str]") -> bytes:
    """The network as GEXF 1.2 (UTF-8), without the day of writing, so that equal networks give equal files."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(network, version="1.2draft"))
    return re.sub(r' lastmodifieddate="[^"]*"', "", text).encode() + b"\n"


def _format(path: Path, graphml: Any, gexf: Any) -> Any:
    formats = {".graphml": graphml, ".gexf": gexf}
    if path.suffix.lower() not in formats:
        raise UsageError(f"{path} must end in .graphml or .gexf")
    return formats[path.suffix.lower()]


def cleaned(network: "nx.Graph[str]") -> "nx.Graph[str]":
    """A copy in a fixed order whose texts hold only what XML 1.0 can carry, and whose attributes have a value."""
    import networkx as nx

    clean: nx.Graph[str] = nx.Graph(**_attributes(network.graph))
    for node in sorted(network):
        clean.add_node(node, **_attributes(network.nodes[node]))
    for one, other in sorted((min(edge), max(edge)) for edge in network.edges):
        clean.add_edge(one, other, **_attributes(network.edges[one, other]))
    return clean


def xml_text(text: str) -> str:
    """Text without the characters that XML 1.0 cannot carry."""
    return _NOT_XML.sub("\ufffd", text)


def _attributes(found: Any) -> dict[str, Any]:
    return {
        name: xml_text(value) if isinstance(value, str) else value for name, value in found.items() if value is not None
    }
