"""What one article may cost: so many seconds, in a worker so much memory too. Past that it is given up, alone."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

SECONDS = float(os.environ.get("SELON_MAX_SECONDS", "60"))  # and a second more for each CHARACTERS_A_SECOND
CHARACTERS_A_SECOND = 2000
MEMORY_MB = int(os.environ.get("SELON_MAX_MEMORY_MB", "6000"))


class TookTooLong(BaseException):
    """The time is up. No Exception, so that nothing on the way takes it for a failure of its own and goes on."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the body after so many seconds, where the system can (in the main thread, on Unix)."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_number: int, _frame: Any) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory(megabytes: int = MEMORY_MB) -> None:
    """Let this process take no more than so much memory on top of what it has: past that, MemoryError (on Linux)."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        found = re.search(r"VmData:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
        held = int(found[1]) * 1024 if found else 0
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (held + megabytes * 1_000_000, hard))
