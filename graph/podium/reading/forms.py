"""Properties of word forms: worked out once per form, then looked up for all tokens of a text at once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import compress, count
from typing import Any, Generic, TypeVar

__all__ = ["PerForm", "Together", "per_form"]

F = TypeVar("F", bound=Hashable)
V = TypeVar("V")
_MOST = 200_000


class PerForm(dict[F, V], Generic[F, V]):
    """What a function says of each word form (a `str` or `Word`), asked for with `[form]`.

    Bounded, so that a hostile text of ever new words does not fill the memory. A dictionary, so that a whole text is
    looked up without calling any Python code.
    """

    def __init__(self, function: Callable[[F], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, form: F) -> V:
        if len(self) >= _MOST:
            self.clear()
        value = self[form] = self._function(form)
        return value

    def of(self, forms: Iterable[F]) -> list[V]:
        """The values of some forms, in their order."""
        return list(map(self.__getitem__, forms))

    def places(self, forms: Iterable[F]) -> list[int]:
        """Numbers of the forms whose value is not empty, zero or false."""
        return list(compress(count(), map(self.__getitem__, forms)))


class Together(Generic[F]):
    """Several tables of word forms, asked for at once: one look-up per token instead of one for each table."""

    def __init__(self, tables: Sequence[PerForm[F, Any]]) -> None:
        self.tables = tables
        self._numbers = PerForm(self._of)

    def _of(self, form: F) -> tuple[int, ...]:
        """Numbers of the tables that say something of a form."""
        return tuple(number for number, table in enumerate(self.tables) if table[form])

    def places(self, forms: Iterable[F]) -> list[list[int]]:
        """For each table the numbers of the forms whose value is not empty, zero or false."""
        found: list[list[int]] = [[] for _ in self.tables]
        hits = self._numbers.of(forms)
        for at, numbers in zip(compress(count(), hits), filter(None, hits), strict=True):
            for number in numbers:
                found[number].append(at)
        return found


def per_form(function: Callable[[F], V]) -> Callable[[F], V]:
    """Decorator: remembers what a function says of each word form, as `PerForm` does."""
    return PerForm(function).__getitem__
