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
    from podium.library import Graph, Reading, examples, open, read

__version__ = "0.1.0"

__all__ = ["Graph", "Reading", "__version__", "examples", "network", "open", "plots", "read"]

_LIBRARY = ("Graph", "Reading", "examples", "open", "read")
_MODULES = ("network", "plots")


def __getattr__(name: str) -> Any:
    """What `__all__` names, imported now (PEP 562)."""
    if name in _LIBRARY:
        value = getattr(importlib.import_module("podium.library"), name)
    elif name in _MODULES:
        value = importlib.import_module(f"podium.{name}")
    else:
        raise AttributeError(f"module 'podium' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """What there is to complete: the public names."""
    return sorted(__all__)
