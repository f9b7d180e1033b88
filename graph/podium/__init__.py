"""Podium: who spoke where, in what role, read from German press releases into an RDF knowledge graph.

>>> import podium
>>> reading = podium.read("Beim Tag der Jobcenter sagte Landrat Reinhard Sager, man sei gut vorbereitet.")
>>> [person.name for person in reading.persons]
['Reinhard Sager']
>>> graph = podium.examples()
>>> graph.ask("speakers", event="Tag der Jobcenter 2021")["speaker_name"].iloc[0]
'Hubertus Heil'

`read` reads one text, `open` opens a store, `examples` is a graph of the bundled releases, `network` measures networks.
Everything is imported when it is used, so that `import podium` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podium import network, plots
    from podium.library.bundled import examples
    from podium.library.graph import Graph
    from podium.library.opening import open
    from podium.library.reading import Reading, read

__version__ = "0.1.0"

__all__ = ["Graph", "Reading", "__version__", "examples", "network", "open", "plots", "read"]

# Name → module; a module of that very name is the value itself.
_PLACES = {
    "Graph": "podium.library.graph",
    "Reading": "podium.library.reading",
    "examples": "podium.library.bundled",
    "network": "podium.network",
    "open": "podium.library.opening",
    "plots": "podium.plots",
    "read": "podium.library.reading",
}


def __getattr__(name: str) -> Any:
    """What `__all__` names, imported now (PEP 562)."""
    if name not in _PLACES:
        raise AttributeError(f"module 'podium' has no attribute {name!r}")
    module = importlib.import_module(_PLACES[name])
    value = module if module.__name__ == f"podium.{name}" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """What there is to complete: the public names."""
    return sorted(__all__)
