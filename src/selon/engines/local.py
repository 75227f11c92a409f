"""Articles to claims on this machine: in this process, or in worker processes that load once and return small results.

Results come in the order of the input, as soon as they are ready; no more than a few batches are under way at a time,
however long the input. What fails costs one article: an exception, a worker that dies (killed, out of memory, crashed
in a library) or one that takes too long is reported with the article, the worker replaced, the rest goes on.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from selon import logs
from selon.engines.feed import Feed
from selon.engines.limits import CHARACTERS_A_SECOND, SECONDS, TookTooLong, alarm, limit_memory
from selon.model import Article, Claim
from selon.reading import Unit

EXTRACTOR = "selon.analysis.pipeline:extract_many"
BATCH = 16  # articles tagged together, where the input gives them that fast
TOO_LONG = "the analysis took too long and was stopped (SELON_MAX_SECONDS)"

ExtractMany = Callable[[Iterable[Article]], Iterable[list[Claim]]]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of one unit: its claims, or why there are none. ``troubles`` counts the sentences lost."""

    unit: Unit
    claims: list[Claim] | None = None
    error: str | None = None
    troubles: int = 0


def extract_all(
    units: Iterable[Unit],
    *,
    workers: int = 1,
    extractor: str = EXTRACTOR,
    batch: int = BATCH,
    seconds: float = SECONDS,
) -> Iterator[Extracted]:
    """The claims of each unit, in order. Units that are errors pass through in their place.

    ``workers`` of 1 or less works in this process. ``extractor`` names a function ``module:name`` from articles to
    lists of claims; ``seconds`` is the time limit for an article (in this process only where it is the main thread). A
    worker's memory is limited too: ``selon.engines.limits``.
    """
    if workers <= 1:
        yield from _here(units, load(extractor), batch, seconds)
    else:
        yield from _Pool(units, workers, extractor, batch, seconds).run()


def load(extractor: str) -> ExtractMany:
    module, _, name = extractor.partition(":")
    function: ExtractMany = getattr(importlib.import_module(module), name)
    return function


# ---- in this process


def _here(units: Iterable[Unit], extract_many: ExtractMany, batch: int, seconds: float) -> Iterator[Extracted]:
    with Feed(units) as feed, _Troubles() as troubles:
        while (first := feed.get()) is not None:
            chunk = [first, *feed.ready(batch - 1)]
            articles = [unit.article for unit in chunk if unit.article]
            results = _claims(articles, extract_many, troubles, seconds)
            for unit in chunk:
                if unit.article:
                    claims, error, lost = next(results)
                    yield Extracted(unit, claims, error, lost)
                else:
                    yield Extracted(unit, error=str(unit.error))


def _claims(
    articles: Sequence[Article], extract_many: ExtractMany, troubles: _Troubles, seconds: float = 0.0
) -> Iterator[tuple[list[Claim] | None, str | None, int]]:
    """Claims, error and lost sentences of each article; where a batch fails, each of the rest is tried alone.

    ``seconds`` limits an article's time here (0: whoever started this process does).
    """
    done = 0
    results = iter(extract_many(articles))
    try:
        while done < len(articles):
            with _limited(articles[done:], seconds):  # the first has the whole batch tagged
                claims = next(results)
            yield claims, None, troubles.taken()
            done += 1
    except (Exception, TookTooLong):
        for article in articles[done:]:
            try:
                with _limited([article], seconds):
                    (claims,) = extract_many([article])
            except TookTooLong:
                yield None, TOO_LONG, troubles.taken()
            except Exception as error:
                logging.getLogger("selon.engines").info("article %s failed", article.id, exc_info=True)
                yield None, f"the analysis failed: {_why(error)}", troubles.taken()
            else:
                yield claims, None, troubles.taken()


def _limited(articles: Sequence[Article], seconds: float) -> contextlib.AbstractContextManager[None]:
    return alarm(allowed(articles, seconds)) if seconds else contextlib.nullcontext()


def allowed(articles: Sequence[Article], seconds: float) -> float:
    """How long these articles may take together."""
    return seconds * len(articles) + sum(len(article.text) for article in articles) / CHARACTERS_A_SECOND


def _why(error: Exception) -> str:
    """What is said of an error: our own words, of another's only the kind, as they may quote the article."""
    kind = type(error)
    return f"{kind.__name__}: {error}" if kind.__module__.startswith("selon.") else f"{kind.__name__} (-v says where)"


class _Troubles(logging.Handler):
    """Counts the sentences that the analysis logs as lost while it goes on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._count = 0

    def __enter__(self) -> _Troubles:
        logging.getLogger("selon.analysis").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("selon.analysis").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self._count += getattr(record, "lost", 1)

    def taken(self) -> int:
        count, self._count = self._count, 0
        return count


# ---- in worker processes


def _work(connection: Connection, extractor: str, verbose: int) -> None:
    """A worker's life: articles come in batches, each one's claims go out as soon as they are there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
    logs.configure(verbose)
    extract_many = load(extractor)
    limit_memory()
    with _Troubles() as troubles:
        while True:
            try:
                articles = connection.recv()
            except EOFError:
                return
            for result in _claims(articles, extract_many, troubles):
                connection.send(result)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    under_way: deque[tuple[int, Unit]] = field(default_factory=deque)
    deadline: float = 0.0


class _Pool:
    def __init__(self, units: Iterable[Unit], workers: int, extractor: str, batch: int, seconds: float) -> None:
        self._feed = Feed(units)
        self._extractor, self._batch, self._seconds = extractor, batch, seconds
        self._context: Any = multiprocessing.get_context("spawn")
        self._count = workers
        self._workers: list[_Worker] = []
        self._again: deque[tuple[int, Unit]] = deque()  # left over by a dead worker: each is tried alone
        self._results: dict[int, Extracted] = {}
        self._drawn = self._given = 0

    def run(self) -> Iterator[Extracted]:
        try:
            with self._feed:
                self._workers = [self._start() for _ in range(self._count)]
                while True:
                    self._hand_out()
                    stuck = self._given not in self._results
                    while self._given in self._results:
                        yield self._results.pop(self._given)
                        self._given += 1
                    if self._feed.over and self._given == self._drawn:
                        return
                    if stuck:  # else the window has moved on, and there may be work to hand out
                        self._collect()
        finally:
            for worker in self._workers:
                worker.process.kill()
            for worker in self._workers:
                worker.process.join()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        verbose = (logging.WARNING - logging.getLogger("selon").getEffectiveLevel()) // 10
        process = self._context.Process(target=_work, args=(theirs, self._extractor, verbose), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hand_out(self) -> None:
        """Give every idle worker a batch, as far as the input and the window (results waiting for their turn) reach."""
        for worker in list(self._workers):
            if worker.under_way:
                continue
            chunk = [self._again.popleft()] if self._again else self._draw()
            if not chunk:
                continue
            if not worker.process.is_alive():  # it died with nothing to do: no article is to blame
                worker = self._renew(worker)
            worker.under_way.extend(chunk)
            self._set_deadline(worker)
            with contextlib.suppress(OSError):  # if it is dead, _collect finds out
                worker.connection.send([unit.article for _, unit in chunk])

    def _draw(self) -> list[tuple[int, Unit]]:
        chunk: list[tuple[int, Unit]] = []
        while len(chunk) < self._batch and self._drawn - self._given < self._batch * self._count * 4:
            unit = self._feed.get(block=False)
            if unit is None:
                break
            if unit.article:
                chunk.append((self._drawn, unit))
            else:
                self._results[self._drawn] = Extracted(unit, error=str(unit.error))
            self._drawn += 1
        return chunk

    def _set_deadline(self, worker: _Worker) -> None:
        articles = [unit.article for _, unit in worker.under_way if unit.article]
        worker.deadline = time.monotonic() + allowed(articles, self._seconds)

    def _collect(self) -> None:
        """Wait until a worker sends, dies or runs out of time, or until there is more input."""
        busy = [worker for worker in self._workers if worker.under_way]
        until = min((worker.deadline for worker in busy), default=None)
        timeout = None if until is None else max(0.0, until - time.monotonic())
        heard = wait([self._feed.bell, *(worker.connection for worker in busy)], timeout)
        self._feed.hush()
        for worker in busy:
            if worker.connection in heard:
                self._receive(worker)
            elif time.monotonic() > worker.deadline:
                self._replace(worker, TOO_LONG)

    def _receive(self, worker: _Worker) -> None:
        try:
            claims, error, troubles = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._replace(worker, f"the worker died over it (exit code {worker.process.exitcode})")
            return
        number, unit = worker.under_way.popleft()
        self._results[number] = Extracted(unit, claims, error, troubles)

    def _replace(self, worker: _Worker, why: str) -> None:
        """A new worker in the place of a lost one; a single article lost it, several are tried again one by one."""
        if len(worker.under_way) == 1:
            number, unit = worker.under_way[0]
            self._results[number] = Extracted(unit, error=why)
        else:
            self._again.extend(worker.under_way)
        self._renew(worker)

    def _renew(self, worker: _Worker) -> _Worker:
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        new = self._workers[self._workers.index(worker)] = self._start()
        return new
