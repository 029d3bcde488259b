"""Telling whoever watches how far a long step has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Report = Callable[[str, int, int], None]
"""Takes what is being done, how many are done, and how many there are."""


def _nobody_watches(what: str, done: int, total: int) -> None:
    """Let the progress pass unseen."""


_watcher: ContextVar[Report] = ContextVar("watcher", default=_nobody_watches)


def report(what: str, done: int, total: int) -> None:
    """Tell the one who watches, if anybody does."""
    _watcher.get()(what, done, total)


@contextmanager
def watched_by(watcher: Report) -> Iterator[None]:
    """Let ``watcher`` see the progress of everything done inside."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)
