"""The archive that the pages are made from, kept up with the ledger while the server runs.

At the start all claims are grouped at once, and the pages can be read. A thread then builds the index of questions that
can grow: from then on a judgement, or an article that came in, costs what it touches and no more.
"""

from __future__ import annotations

import logging
import threading

from selon.ledger import Ledger
from selon.questions import QuestionIndex, questions_in
from selon.views.archive import Archive

log = logging.getLogger(__name__)

Judged = tuple[tuple[str, bool], ...]


class Shelf:
    """Holds the current archive. Readers never wait for a new one to be made, but the one who changed something."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._making = threading.Lock()
        self._stop = threading.Event()
        self._index: QuestionIndex | None = None
        self._stamp, self._judged = self._now()
        self.archive = Archive(ledger, questions_in(ledger)).ready()

    def refresh(self) -> Archive:
        """The archive as the ledger is now, made anew where the ledger has changed."""
        with self._making:
            stamp, judged = self._now()
            if stamp != self._stamp:
                self.archive = self._grown()
            elif judged != self._judged:
                self.archive = self._rejudged()
            self._stamp, self._judged = stamp, judged
        return self.archive

    def watch(self, seconds: float = 5.0) -> None:
        """Build the index, then look for changes by other processes now and then, in a thread, until ``close``."""

        def keep() -> None:
            try:
                self.build_index()
                while not self._stop.wait(seconds):
                    self.refresh()
                    if self._index is None:
                        self.build_index()
            except Exception:  # the pages go on with what they have
                log.exception("the ledger could not be read again")

        threading.Thread(target=keep, daemon=True, name="selon-shelf").start()

    def build_index(self) -> None:
        """Make the index of questions that can grow, from the archive's claims."""
        archive = self.archive
        index = QuestionIndex()
        for identity in list(archive.notes):
            if self._stop.is_set():
                return
            self._add(index, identity)
        with self._making:
            if self.archive.pointers is archive.pointers:  # else the ledger changed meanwhile, and it is made again
                index.judge(self.ledger.judgements())
                self._index = index

    def close(self) -> None:
        """End the thread."""
        self._stop.set()

    def _rejudged(self) -> Archive:
        if self._index is None:
            return Archive(self.ledger, questions_in(self.ledger), before=self.archive).ready()
        self._index.judge(self.ledger.judgements())
        return Archive(self.ledger, self._index.questions(), before=self.archive).ready()

    def _grown(self) -> Archive:
        """After new articles: what they touch. After new versions or extractions (claims went): everything."""
        old = self.archive
        new = Archive(self.ledger, ())
        came = [identity for identity in new.notes if identity not in old.notes]
        added = {pointer.id for pointer in new.pointers.values() if pointer.article in set(came)}
        if self._index is None or new.pointers.keys() - added != old.pointers.keys():
            self._index = None
            return Archive(self.ledger, questions_in(self.ledger), before=new).ready()
        for identity in came:
            self._add(self._index, identity)
        self._index.judge(self.ledger.judgements())
        return Archive(self.ledger, self._index.questions(), before=new).ready()

    def _add(self, index: QuestionIndex, identity: str) -> None:
        stored = self.ledger.article(identity)
        index.add(stored.article, [claim.claim for claim in self.ledger.claims(identity)])

    def _now(self) -> tuple[tuple[int, int], Judged]:
        judged = self.ledger.judgements(taken_back=True)
        return self.ledger.stamp(), tuple((j.id, j.taken_back) for j in judged)
