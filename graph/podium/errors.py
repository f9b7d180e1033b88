"""Errors that a user can act on; each says what is wrong, where, and what to do."""

__all__ = ["PodiumError", "ReleaseRejected", "SourceError", "StoreError", "UsageError"]


class PodiumError(Exception):
    """Base of all errors that Podium raises on purpose; `str()` is the message for the user."""


class UsageError(PodiumError, ValueError):
    """The call cannot be carried out as given (unknown query, wrong parameter); exit code 2."""


class SourceError(PodiumError, ValueError):
    """An input file, folder or address cannot be read; `str()` names it and the reason."""


class ReleaseRejected(PodiumError, ValueError):
    """A release was read but must not enter the store; `str()` names it and the reason."""


class StoreError(PodiumError, RuntimeError):
    """The store cannot be opened, read or written; exit code 2."""
