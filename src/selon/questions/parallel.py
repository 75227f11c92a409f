"""Work spread over forked processes, for grouping a large ledger at once.

The children inherit what the parent holds and send back only results, so nothing large is copied to them. Where a
system can't fork, or with one worker, the work is done in the calling process, with the same result.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
MANY = 5_000  # statements from which several processes pay
MOST = 4  # processes: each comes to hold a copy of much of what it reads
_work: Callable[[int], Any] | None = None


def cores() -> int:
    """The processors that this process may use, as many as pay."""
    try:
        found = len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        found = os.cpu_count() or 1
    return min(found, MOST)


def worthwhile(workers: int, statements: int) -> int:
    """How many of ``workers`` processes to share so many statements between."""
    return workers if statements >= MANY else 1


def spread(work: Callable[[int], T], parts: int) -> list[T]:
    """``[work(0), …, work(parts - 1)]``, each in a process of its own where there are several."""
    global _work
    if parts <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(number) for number in range(parts)]
    _work = work
    try:
        with multiprocessing.get_context("fork").Pool(parts) as pool:
            return pool.map(_run, range(parts), chunksize=1)
    finally:
        _work = None


def _run(number: int) -> Any:
    assert _work is not None
    return _work(number)
