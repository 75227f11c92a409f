"""The archive that the pages are made from, kept up with the ledger while the server runs.

At the start all claims are entered at once into an index of questions that can grow: from then on a judgement, or an
article that came in, costs what it touches and no more. One copy of what the claims say serves both.
"""

from __future__ import annotations

import gc
import logging
import threading

from selon import collector
from selon.ledger import Ledger
from selon.questions import QuestionIndex
from selon.questions.parallel import cores
from selon.questions.stored import statements_in
from selon.views.archive import Archive
from selon.views.i18n import LOCALES, interface
from selon.views.links import Served
from selon.views.lists_view import home_page, speakers_called

log = logging.getLogger(__name__)

Judged = tuple[tuple[str, bool], ...]


class Shelf:
    """Holds the current archive. Readers never wait for a new one to be made, but the one who changed something."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._making = threading.Lock()
        self._stop = threading.Event()
        self._torn = False  # whether a change to the index ended halfway
        self._stamp, self._judged = self._now()
        self._index, self.archive = self._whole(Archive(ledger, ()), cores())  # no thread runs yet

    def refresh(self) -> Archive:
        """The archive as the ledger is now, made anew where the ledger has changed."""
        with self._making:
            stamp, judged = self._now()
            before = self.archive
            if self._torn or stamp != self._stamp or judged != self._judged:
                torn, self._torn = self._torn, True
                if torn:  # what the index holds of the last change nobody knows
                    self._index, self.archive = self._whole(Archive(self.ledger, ()))
                elif stamp != self._stamp:
                    self.archive = self._grown()
                else:
                    self.archive = self._rejudged()
                self._torn = False
            if self.archive is not before:
                before.kept.clear()  # its rows refer to it: no collector looks for that circle once it is frozen
            self._stamp, self._judged = stamp, judged
        return self.archive

    def watch(self, seconds: float = 5.0) -> None:
        """Look for changes by other processes now and then, in a thread, until ``close``."""

        def keep() -> None:
            failed = False
            while not self._stop.wait(seconds):
                try:
                    self.refresh()
                    failed = False
                except Exception:  # the pages go on with what they have; said once, it is tried again all the same
                    if not failed:
                        log.exception("the ledger could not be read again")
                    failed = True

        threading.Thread(target=keep, daemon=True, name="selon-shelf").start()

    def close(self) -> None:
        """End the thread."""
        self._stop.set()

    def _whole(self, read: Archive, workers: int = 1) -> tuple[QuestionIndex, Archive]:
        """All claims of an archive grouped, and the archive with their questions."""
        with collector.paused():  # what comes to stay is all made here
            told = [statement for statement in statements_in(self.ledger) if statement.id in read.pointers]
            index = QuestionIndex.of(told, self.ledger.judgements(), workers=workers)
            archive = shown(Archive(self.ledger, index.questions(), before=read))
            gc.freeze()  # else a reader now and then waits while the collector walks all of it: 0.3 s of 30,000 claims
            return index, archive

    def _rejudged(self) -> Archive:
        self._index.judge(self.ledger.judgements())
        return shown(Archive(self.ledger, self._index.questions(), before=self.archive))

    def _grown(self) -> Archive:
        """After new articles: what they touch. After new versions or extractions (claims went): everything."""
        old = self.archive
        new = Archive(self.ledger, ())
        came = [identity for identity in new.notes if identity not in old.notes]
        fresh = set(came)
        added = {pointer.id for pointer in new.pointers.values() if pointer.article in fresh}
        if new.pointers.keys() - added != old.pointers.keys():
            self._index, archive = self._whole(new)
            return archive
        for identity in came:
            self._add(self._index, identity)
        self._index.judge(self.ledger.judgements())
        return shown(Archive(self.ledger, self._index.questions(), before=new))

    def _add(self, index: QuestionIndex, identity: str) -> None:
        stored = self.ledger.article(identity)
        index.add(stored.article, [claim.claim for claim in self.ledger.claims(identity)])

    def _now(self) -> tuple[tuple[int, int], Judged]:
        judged = self.ledger.judgements(taken_back=True)
        return self.ledger.stamp(), tuple((j.id, j.taken_back) for j in judged)


def shown(archive: Archive) -> Archive:
    """The archive with all that its first lists need worked out: the questions of most answers come first in them."""
    archive.ready()
    for language in LOCALES:
        home_page(interface(language), Served(), archive)
        speakers_called("", archive, interface(language))
    return archive
