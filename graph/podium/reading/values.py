"""Values of the reading: small classes that are made by the thousand for each text."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

__all__ = ["value"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Decorator: a dataclass with slots and a hash that nothing may change, which the type checker sees to.

    Not `frozen` at run time, since that makes an instance with ten fields take ten times as long: CPython then sets
    each field by a call of its own.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
