"""An input of any size to a folder of claims, shard by shard: here, or on a Ray cluster. Interrupted, it goes on.

What is done is in the folder (``parts``); a second run reads only what isn't. On both engines the same claims come out,
and the same files.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selon.engines.local import EXTRACTOR, extract_all
from selon.engines.parts import ManifestError, Part, Report, is_parts, manifest, report_of, write_manifest
from selon.engines.shards import SHARD_BYTES, Shard, cut, units_in
from selon.ledger.ledger import current_extractor
from selon.reading import Unit


class ShardsError(Exception):
    """A folder that can't take these claims; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all shards: where claims go, the articles' language if given, the function that finds them.

    ``version`` is the extractor's: claims of two versions never share a folder.
    """

    folder: str
    language: str | None = None
    extractor: str = EXTRACTOR
    version: str = ""


Engine = Callable[[list[Shard], Job], Iterator[Report]]


def extract_shards(
    source: str,
    folder: Path,
    engine: Engine,
    *,
    language: str | None = None,
    extractor: str = EXTRACTOR,
    shard_bytes: int = SHARD_BYTES,
) -> Iterator[tuple[Report, int, int]]:
    """Every shard of ``source`` into ``folder`` that isn't there yet; yields what became of each, done and in all.

    Writes the manifest at the start and when it ends, however it ends. Raises ReadingError for a source that isn't
    there, ShardsError for a folder that holds something else.
    """
    version = current_extractor()
    job = Job(str(folder), language, extractor, version)
    shards = list(cut(source, shard_bytes))
    told = {"extractor": version, "source": source, "language": language, "shard_bytes": shard_bytes}
    _prepare(folder, shards, told)
    reports: dict[str, Report] = {}
    left: list[Shard] = []
    for shard in shards:
        done = report_of(folder, shard.name)
        if done is None:
            left.append(shard)
        else:
            reports[shard.name] = done
    _tell(folder, told, shards, reports)
    try:
        for report in engine(left, job):
            reports[report.name] = report
            yield report, len(reports), len(shards)
    finally:
        _tell(folder, told, shards, reports)


def extract_here(workers: int = 1) -> Engine:
    """The engine that works on this machine, in ``workers`` processes (or in this one) that load once."""

    def engine(shards: list[Shard], job: Job) -> Iterator[Report]:
        owners: deque[Shard] = deque()  # of the units under way, in their order

        def units() -> Iterator[Unit]:
            for shard in shards:
                for unit in units_in(shard, job.language):
                    owners.append(shard)
                    yield unit

        results = extract_all(units(), workers=workers, extractor=job.extractor)
        ahead = next(results, None)
        for shard in shards:
            with Part(Path(job.folder), shard.name, shard.place, job.version) as part:
                while ahead is not None and owners[0] is shard:
                    owners.popleft()
                    part.add(ahead)
                    ahead = next(results, None)
                yield part.finish()

    return engine


def extract_shard(shard: Shard, job: Job) -> Report:
    """One shard in this process: what a worker of a cluster does."""
    with Part(Path(job.folder), shard.name, shard.place, job.version) as part:
        for done in extract_all(units_in(shard, job.language), extractor=job.extractor):
            part.add(done)
        return part.finish()


def _prepare(folder: Path, shards: list[Shard], told: dict[str, Any]) -> None:
    if folder.exists() and not folder.is_dir():
        raise ShardsError(f"{folder} is a file; claims by shards go into a folder")
    if folder.exists() and not is_parts(folder) and any(folder.iterdir()):
        raise ShardsError(f"{folder} holds something else than claims of selon's: give another folder")
    if is_parts(folder):
        try:
            before = manifest(folder)
        except ManifestError as error:
            raise ShardsError(str(error)) from None
        for name in ("extractor", "language", "shard_bytes"):
            if before.get(name) != told[name]:
                raise ShardsError(
                    f"{folder} was made with {name} {before.get(name)!r}, this run has {told[name]!r}: "
                    "give another folder, or run it as before"
                )
        wanted = {shard.name for shard in shards}
        if strange := [done["place"] for done in before["shards"] if done["name"] not in wanted]:
            raise ShardsError(
                f"{folder} holds {strange[0]}, which {told['source']} hasn't, or no longer so: give another folder"
            )
    folder.mkdir(parents=True, exist_ok=True)


def _tell(folder: Path, told: dict[str, Any], shards: list[Shard], reports: dict[str, Report]) -> None:
    known = [reports[shard.name] for shard in shards if shard.name in reports]
    done = [report for report in known if report.error is None]
    write_manifest(
        folder,
        told
        | {"finished": len(done) == len(shards)}
        | {name: sum(getattr(r, name) for r in done) for name in ("articles", "claims", "left_out")}
        | {
            "shards": [
                {name: getattr(r, name) for name in ("name", "place", "articles", "claims", "left_out")} for r in done
            ],
            "failed": [{"name": r.name, "place": r.place, "error": r.error} for r in known if r.error],
        },
    )
