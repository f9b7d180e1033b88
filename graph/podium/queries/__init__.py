"""The query library: questions about the graph, one `.rq` file each, with parameters and typed columns."""

from podium.queries.header import Parameter, QueryFileError
from podium.queries.library import NamedQuery, Queryable, library, load, named

__all__ = ["NamedQuery", "Parameter", "QueryFileError", "Queryable", "library", "load", "named"]
