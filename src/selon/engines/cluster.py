"""Shards on a Ray cluster: actors that load the model once and write where all machines see it.

Plain actors, not Ray Data: a shard is the unit that is retried, reported and taken up again, which Ray Data's blocks
are not, and nothing but small reports passes between the machines. ``ray start`` on each machine makes the cluster;
each needs selon, and the input and the folder of claims under the same paths.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

from selon import logs
from selon.engines.parts import Report
from selon.engines.sharded import Engine, Job, extract_shard
from selon.engines.shards import Shard

TRIES = 3  # of a shard, before it is reported
SECONDS, BYTES_A_SECOND = 1800.0, 500  # a shard may take this long, and a second more for each so many bytes

log = logging.getLogger("selon.engines")


class ClusterError(Exception):
    """A cluster that can't be reached or used; the message says what to do."""


class Worker:
    """What runs on the cluster: one process a core, the model loaded at the first shard."""

    def __init__(self, verbose: int) -> None:
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # a worker has one core
        logs.configure(verbose)

    def extract(self, shard: Shard, job: Job) -> Report:
        """One shard into the folder."""
        return extract_shard(shard, job)


def extract_on_ray(address: str | None = None, workers: int | None = None, tries: int = TRIES) -> Engine:
    """The engine that works on the Ray cluster at ``address`` ("auto", HOST:PORT, ray://…; None: this machine alone).

    ``workers`` actors, by default one for each core of the cluster. A shard whose worker dies, takes too long or raises
    is tried again, up to ``tries`` times, then reported with the last error. Raises ClusterError.
    """

    def engine(shards: list[Shard], job: Job) -> Iterator[Report]:
        if not shards:
            return
        with _cluster(address) as ray:
            yield from _Run(ray, shards, job, workers, tries).reports()

    return engine


@contextlib.contextmanager
def _cluster(address: str | None) -> Iterator[Any]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing goes out to the network
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # else Ray warns of a change to come
    try:
        import ray
    except ModuleNotFoundError as error:
        raise ClusterError(f"the Ray engine needs the package {error.name}: pip install 'selon[ray]'") from None
    ours = not ray.is_initialized()
    if ours:
        _knock(address)
        quiet: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
        try:
            ray.init(address=address, **quiet) if address else ray.init(include_dashboard=False, **quiet)
        except Exception as error:  # Ray's own errors are of many kinds
            raise _no_cluster(address, str(error).splitlines()[0] if str(error) else type(error).__name__) from None
    try:
        yield ray
    finally:
        if ours:
            ray.shutdown()


def _knock(address: str | None) -> None:
    """Raise ClusterError where nobody listens at ``address``: Ray itself would go on trying for minutes."""
    if found := re.fullmatch(r"(?:ray://)?([^:/]+):(\d+)", address or ""):
        try:
            socket.create_connection((found[1], int(found[2])), timeout=15).close()
        except (OSError, OverflowError) as error:
            raise _no_cluster(address, str(error)) from None


def _no_cluster(address: str | None, why: str) -> ClusterError:
    return ClusterError(f"no Ray cluster at {address or 'this machine'}: {why}. `ray start --head` makes one")


class _Run:
    """One run over the shards: each actor has one shard at a time."""

    def __init__(self, ray: Any, shards: list[Shard], job: Job, workers: int | None, tries: int) -> None:
        self._ray, self._job, self._tries = ray, job, tries
        self._waiting = deque((shard, 1) for shard in shards)
        cores = int(ray.cluster_resources().get("CPU", 0))
        self._count = min(workers or cores, len(shards))
        if self._count < 1:
            raise ClusterError("the Ray cluster has no core to work on")
        self._verbose = (logging.WARNING - logging.getLogger("selon").getEffectiveLevel()) // 10
        self._running: dict[Any, tuple[Shard, int, Any, float]] = {}  # shard, try, actor and deadline of each result

    def reports(self) -> Iterator[Report]:
        try:
            for _ in range(self._count):
                self._give(self._actor())
            while self._running:
                ready, _ = self._ray.wait(list(self._running), timeout=5.0)
                for result in ready or self._late():
                    yield from self._collect(result)
        finally:
            for _, _, actor, _ in self._running.values():
                self._end(actor)

    def _actor(self) -> Any:
        return self._ray.remote(Worker).options(num_cpus=1).remote(self._verbose)

    def _end(self, actor: Any) -> None:
        with contextlib.suppress(Exception):  # it may be dead already
            self._ray.kill(actor)

    def _give(self, actor: Any) -> None:
        if not self._waiting:
            self._end(actor)
            return
        shard, number = self._waiting.popleft()
        deadline = time.monotonic() + SECONDS + shard.size / BYTES_A_SECOND
        self._running[actor.extract.remote(shard, self._job)] = (shard, number, actor, deadline)

    def _late(self) -> list[Any]:
        now = time.monotonic()
        return [result for result, (_, _, _, deadline) in self._running.items() if now > deadline]

    def _collect(self, result: Any) -> Iterator[Report]:
        shard, number, actor, deadline = self._running.pop(result)
        try:
            if time.monotonic() > deadline and not self._ray.wait([result], timeout=0)[0]:
                raise TimeoutError("it took too long and was stopped")
            report: Report = self._ray.get(result)
        except Exception as error:
            why = _told(error)
            log.info("shard %s, try %d: %s", shard.place, number, why)
            self._end(actor)
            if number < self._tries:
                self._waiting.append((shard, number + 1))
            else:
                yield Report(shard.name, shard.place, error=f"{why} (tried {number} times)")
            actor = self._actor() if self._waiting else None
        else:
            yield report
        if actor is not None:
            self._give(actor)


def _told(error: Exception) -> str:
    """One line of an error: of what a worker raised, its own; Ray's tracebacks are for -v."""
    cause = getattr(error, "cause", None) or error
    if type(error).__name__ in ("RayActorError", "ActorDiedError", "ActorUnavailableError", "WorkerCrashedError"):
        return "the worker died over it"
    lines = [line for line in str(cause).splitlines() if line.strip()]
    return f"{type(cause).__name__}: {lines[-1] if lines else ''}"[:300]
