"""The archive that the pages are made from, kept up with the ledger while the server runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from selon.ledger import Ledger
from selon.views.archive import Archive

log = logging.getLogger(__name__)


class Shelf:
    """Holds the current archive. Readers never wait for a new one to be made, but the one who changed something."""

    def __init__(self, ledger: Ledger, make: Callable[[Ledger], Archive]) -> None:
        self.ledger = ledger
        self._make = make
        self._making = threading.Lock()
        self._stop = threading.Event()
        self._stamp = self._now()
        self.archive = make(ledger)

    def refresh(self) -> Archive:
        """The archive as the ledger is now, made anew where the ledger has changed."""
        with self._making:
            stamp = self._now()
            if stamp != self._stamp:
                self.archive = self._make(self.ledger)
                self._stamp = stamp
        return self.archive

    def watch(self, seconds: float = 5.0) -> None:
        """Look for changes by other processes now and then, in a thread of its own, until ``close``."""

        def keep() -> None:
            while not self._stop.wait(seconds):
                try:
                    self.refresh()
                except Exception:  # the pages go on with what they have
                    log.exception("the ledger could not be read again")

        threading.Thread(target=keep, daemon=True, name="selon-shelf").start()

    def close(self) -> None:
        self._stop.set()

    def _now(self) -> tuple[object, ...]:
        judged = self.ledger.judgements(taken_back=True)
        return (*sorted(self.ledger.counts().items()), tuple((j.id, j.taken_back) for j in judged))
