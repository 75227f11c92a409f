"""kill -9 in the middle of ``add``, then ``add`` again: the same ledger as one clean run."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from selon.ledger import Ledger
from tests.cli.running import FAKE, selon
from tests.cli.test_watch import ONE, TWO, feed
from tests.reading.serving import serving

MANY = 250


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [
        {"id": f"a{n}", "language": "en", "published": "2024-10-18", "text": f"Seoul counts {n} soldiers. Kyiv agrees."}
        for n in range(MANY)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def clean(news: Path, tmp_path: Path) -> list[tuple[object, ...]]:
    assert selon("add", news, "--ledger", tmp_path / "clean.db").returncode == 0
    return contents(tmp_path / "clean.db")


def contents(path: Path) -> list[tuple[object, ...]]:
    """Everything in the ledger but when it was added."""
    with sqlite3.connect(path) as connection:
        out: list[tuple[object, ...]] = []
        for name in ("articles", "extractions", "claims", "judgements"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "added_at"]
            out += connection.execute(f"SELECT '{name}', {', '.join(columns)} FROM {name} ORDER BY seq").fetchall()
        return out


@pytest.mark.parametrize(
    "moment", ["extract:1", "extract:150", "extract:250", "keep:1", "keep:50", "keep:101", "keep:250"]
)
def test_killed_at_a_moment_and_run_again(
    news: Path, tmp_path: Path, clean: list[tuple[object, ...]], moment: str
) -> None:
    path = tmp_path / "l.db"
    assert selon("add", news, "--ledger", path, KILL=moment).returncode == -signal.SIGKILL
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert ledger.counts()["articles"] < MANY
    assert selon("add", news, "--ledger", path).returncode == 0
    assert contents(path) == clean


@pytest.mark.parametrize("moment", ["extract:1", "extract:2", "keep:1", "keep:2"])
def test_watch_killed_at_a_moment_and_run_again(tmp_path: Path, moment: str) -> None:
    options = ("--rounds", "1", "--allow-private", "--language", "fr")
    with serving() as site:
        url = site.put("/feed", feed(TWO, ONE), "application/atom+xml", ETag='"1"')
        assert selon("watch", url, "--ledger", tmp_path / "clean.db", *options).returncode == 0
        done = selon("watch", url, "--ledger", tmp_path / "l.db", *options, KILL=moment)
        assert done.returncode == -signal.SIGKILL
        with Ledger(tmp_path / "l.db") as ledger:
            assert ledger.check() == []
            assert ledger.polled(url) is None, "what wasn't kept is asked for again"
        assert selon("watch", url, "--ledger", tmp_path / "l.db", *options).returncode == 0
    assert contents(tmp_path / "l.db") == contents(tmp_path / "clean.db")


@pytest.mark.parametrize("rounds", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_random_and_run_again(
    news: Path, tmp_path: Path, clean: list[tuple[object, ...]], rounds: int
) -> None:
    chance = random.Random(rounds)
    path = tmp_path / "l.db"
    for number in range(rounds):
        if number % 5 == 0:
            for old in tmp_path.glob("l.db*"):
                old.unlink()
        process = subprocess.Popen(
            [sys.executable, FAKE, "add", news, "--ledger", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        try:
            process.communicate(timeout=chance.uniform(0.05, 1.5))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        if path.exists():
            with Ledger(path) as ledger:
                assert ledger.check() == []
    assert selon("add", news, "--ledger", path).returncode == 0
    assert contents(path) == clean
