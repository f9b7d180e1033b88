"""Processes that work beside this one and leave Ctrl-C to it."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

__all__ = ["Workers"]


class Workers(ProcessPoolExecutor):
    """A pool of processes started afresh: a fork would share an open store and its threads.

    Ctrl-C reaches the whole process group. The processes of the pool never see it, not even while they start, so that
    the parent alone answers it.
    """

    def __init__(self, workers: int, initializer: Callable[..., None], arguments: tuple[object, ...]) -> None:
        super().__init__(workers, get_context("spawn"), initializer, arguments)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand one call to the pool, which may start a process for it; see `ProcessPoolExecutor.submit`."""
        with _interrupt_held():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Hold SIGINT back; a process that is started meanwhile inherits that for good (POSIX, sigprocmask)."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
