"""On a Ray cluster of two nodes the same claims come out as on one machine, though a worker is killed on the way."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selon.engines.cluster import ClusterError, extract_on_ray
from selon.engines.local import extract_all
from selon.engines.parts import lines_in, manifest
from selon.engines.sharded import extract_here, extract_shards
from selon.model import claim_form
from selon.reading import units

DISPATCHES = Path(__file__).parents[2] / "src" / "selon" / "demo" / "dossier.jsonl"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cluster of two nodes with a core each, on this machine and silent."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("MARKER", str(tmp_path_factory.mktemp("cluster") / "died"))
        cluster = two_nodes()
        try:
            yield cluster.address
        finally:
            cluster.shutdown()


def two_nodes(tries: int = 3) -> Any:
    """A Ray cluster of two nodes. Ray gives a node's agent 15 seconds, which are short on a machine that has just been
    set up and does other work: a node that did not come up in time is tried again.
    """
    from ray.cluster_utils import Cluster

    for left in reversed(range(tries)):
        cluster = Cluster()
        try:
            cluster.add_node(num_cpus=1, object_store_memory=80_000_000, include_dashboard=False)
            cluster.add_node(num_cpus=1, object_store_memory=80_000_000)
        except Exception as error:
            cluster.shutdown()
            if not left or "timed out" not in str(error):
                raise
        else:
            return cluster
    raise AssertionError("never reached")


def short_articles(path: Path, count: int) -> Path:
    """Articles of two sentences each, from the dossier's; every fifth has no id; the middle one is "fatal"."""
    chance = random.Random(1)
    known = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf-8").splitlines()]
    lines = []
    for n in range(count):
        row = chance.choice(known)
        sentences = re.split(r"(?<=[.!?])\s+", row["text"])
        at = chance.randrange(max(len(sentences) - 1, 1))
        form = {"text": " ".join(sentences[at : at + 2]), "published": row["published"], "language": row["language"]}
        form |= {"id": "fatal"} if n == count // 2 else {"id": f"n{n}"} if n % 5 else {}
        lines.append(json.dumps(form, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def here(source: Path) -> list[str]:
    found = extract_all(units(source))
    return [
        json.dumps(
            {"id": d.unit.article.id or d.unit.place, "claims": [claim_form(c) for c in d.claims]}, ensure_ascii=False
        )
        for d in found
        if d.unit.article and d.claims is not None
    ]


def the_same_claims(address: str, tmp_path: Path, count: int) -> None:
    source, folder = short_articles(tmp_path / "in.jsonl", count), tmp_path / "cluster"
    size = source.stat().st_size // 6
    extractor = "tests.engines.fakes:analyse_or_die_once"
    done = list(extract_shards(str(source), folder, extract_on_ray(address), extractor=extractor, shard_bytes=size))
    assert len(done) >= 6
    assert [report.error for report, _, _ in done if report.error] == []
    assert manifest(folder)["finished"] is True
    assert list(lines_in(folder)) == here(source)
    local = tmp_path / "local"
    assert len(list(extract_shards(str(source), local, extract_here(), shard_bytes=size))) == len(done)
    for path in local.rglob("*.parquet"):
        assert path.read_bytes() == (folder / path.relative_to(local)).read_bytes()


def test_the_same_claims_though_a_worker_dies(address: str, tmp_path: Path) -> None:
    the_same_claims(address, tmp_path, 60)


@pytest.mark.slow
def test_the_same_claims_of_500_articles_though_a_worker_dies(address: str, tmp_path: Path) -> None:
    import os

    Path(os.environ["MARKER"]).unlink(missing_ok=True)
    the_same_claims(address, tmp_path, 500)


def test_a_shard_that_always_fails_is_tried_again_then_told(address: str, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    rows = [{"text": text, "id": text, "language": "fr"} for text in ("a", "b", "die", "c")]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    engine = extract_on_ray(address, tries=2)
    done = extract_shards(
        str(source), tmp_path / "out", engine, extractor="tests.engines.fakes:extract_many", shard_bytes=1
    )
    errors = {report.place: report.error for report, _, _ in done}
    assert errors.pop(f"{source}:3") == "the worker died over it (tried 2 times)"
    assert set(errors.values()) == {None}
    assert [json.loads(line)["id"] for line in lines_in(tmp_path / "out")] == ["a", "b", "c"]
    assert [failed["place"] for failed in manifest(tmp_path / "out")["failed"]] == [f"{source}:3"]


def test_a_cluster_that_is_not_there_is_said(tmp_path: Path) -> None:
    source = short_articles(tmp_path / "in.jsonl", 1)
    with pytest.raises(ClusterError, match=r"no Ray cluster at 127\.0\.0\.1:9"):
        list(extract_shards(str(source), tmp_path / "out", extract_on_ray("127.0.0.1:9")))
