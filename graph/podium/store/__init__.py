"""Where quads are kept: an embedded Oxigraph folder, memory, or a SPARQL 1.1 endpoint."""

import os
from pathlib import Path

from podium.store.base import QueryResult, Store
from podium.store.embedded import EmbeddedStore, memory_store, open_folder
from podium.store.endpoint import EndpointStore, open_endpoint

__all__ = [
    "DEFAULT_LOCATION",
    "EmbeddedStore",
    "EndpointStore",
    "QueryResult",
    "Store",
    "default_location",
    "memory_store",
    "open_store",
]

DEFAULT_LOCATION = "podium-store"


def default_location() -> str:
    """Where the store is when nobody says so: `$PODIUM_STORE`, else the folder `podium-store`."""
    return os.environ.get("PODIUM_STORE") or DEFAULT_LOCATION


def open_store(location: str | Path | None = None, *, read_only: bool = False, create: bool = False) -> Store:
    """Open the store at `location`: a folder or an `http(s)` SPARQL endpoint; None: `default_location()`.

    `read_only` opens a folder as it is at this moment, beside a process that writes; `create` makes a folder
    that is missing. Raises StoreError when there is no store, when the folder holds something else, or when
    another process has it open for writing.
    """
    place = str(location) if location is not None else default_location()
    if place.startswith(("http://", "https://")):
        return open_endpoint(place)
    return open_folder(Path(place), read_only=read_only, create=create)
