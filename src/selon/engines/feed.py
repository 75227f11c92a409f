"""Units drawn from an input ahead of those who work on them."""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Iterable, Iterator

from selon.reading import Unit


class Feed:
    """Draws units in a thread of its own, a few ahead: a slow input is never waited for while a result is ready."""

    AHEAD = 64

    def __init__(self, units: Iterable[Unit]) -> None:
        self._queue: queue.Queue[Unit | BaseException | None] = queue.Queue(self.AHEAD)
        self._stop = threading.Event()
        self._over = False
        self.bell, self._ring = multiprocessing.Pipe(duplex=False)
        self._thread = threading.Thread(target=self._draw, args=(iter(units),), daemon=True)

    def __enter__(self) -> Feed:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._over = True

    def _draw(self, units: Iterator[Unit]) -> None:
        last: BaseException | None = None
        try:
            for unit in units:
                if not self._put(unit):
                    return
        except BaseException as error:  # whatever the input raises belongs to the consumer
            last = error
        self._put(last)

    def _put(self, value: Unit | BaseException | None) -> bool:
        while not self._stop.is_set():
            try:
                self._queue.put(value, timeout=0.2)
            except queue.Full:
                continue
            if not self.bell.poll():
                self._ring.send_bytes(b".")
            return True
        return False

    def get(self, *, block: bool = True) -> Unit | None:
        """The next unit; None at the end, or (with ``block`` False) where there is none yet: see ``over``."""
        if self._over:
            return None
        try:
            value = self._queue.get(block)
        except queue.Empty:
            return None
        if isinstance(value, Unit):
            return value
        self._over = True
        if value is not None:
            raise value
        return None

    def ready(self, most: int) -> Iterator[Unit]:
        """Up to ``most`` units that are there already."""
        for _ in range(most):
            if (unit := self.get(block=False)) is None:
                return
            yield unit

    def hush(self) -> None:
        while self.bell.poll():
            self.bell.recv_bytes()

    @property
    def over(self) -> bool:
        return self._over
