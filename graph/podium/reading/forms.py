"""Properties of word forms: worked out once per form, then looked up for all tokens of a text at once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import compress, count
from operator import itemgetter
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
    """Several tables of word forms, asked for at once: one look-up per token instead of one for each table.

    Of `tables` only the places are wanted at which they say something, of `whole` the values of all tokens.
    """

    def __init__(self, tables: Sequence[PerForm[F, Any]], whole: Sequence[PerForm[F, Any]] = ()) -> None:
        self.tables, self.whole = tables, whole
        self._rows = PerForm(self._row)

    def _row(self, form: F) -> tuple[Any, ...]:
        """Numbers of the `tables` that say something of a form, then its values in the `whole` ones."""
        numbers = tuple(number for number, table in enumerate(self.tables) if table[form])
        return numbers, *(table[form] for table in self.whole)

    def of(self, forms: Iterable[F]) -> tuple[list[list[int]], list[list[Any]]]:
        """For each of `tables` the numbers of the forms whose value is not empty, for each of `whole` all values."""
        rows = self._rows.of(forms)
        places: list[list[int]] = [[] for _ in self.tables]
        hits = list(map(itemgetter(0), rows))
        for at, numbers in zip(compress(count(), hits), filter(None, hits), strict=True):
            for number in numbers:
                places[number].append(at)
        return places, [list(map(itemgetter(1 + number), rows)) for number in range(len(self.whole))]


def per_form(function: Callable[[F], V]) -> Callable[[F], V]:
    """Decorator: remembers what a function says of each word form, as `PerForm` does."""
    return PerForm(function).__getitem__
