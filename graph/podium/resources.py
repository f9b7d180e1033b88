"""Where the data files are: in a wheel, in an editable install and in a bare checkout alike."""

from pathlib import Path

__all__ = ["data_root", "examples", "lexicons", "ontology", "queries"]

_PACKAGE = Path(__file__).resolve().parent


def data_root() -> Path:
    """Folder that holds `ontology/` and `queries/`: `_data` in a wheel, else the checkout's root."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parents[1]


def ontology() -> Path:
    """Folder of the ontology modules, vocabularies, shapes and the register."""
    return data_root() / "ontology"


def queries() -> Path:
    """Folder of the query library, one `.rq` file a question."""
    return data_root() / "queries"


def lexicons() -> Path:
    """Folder of the word lists and patterns that the reading uses."""
    return _PACKAGE / "reading" / "lexicons"


def examples() -> Path:
    """Folder of the bundled example releases."""
    return _PACKAGE / "examples"
