"""The command by shards: into a folder, on after a stop, into a ledger, counted; what can't be is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selon.engines.parts import lines_in
from tests.cli.running import selon

DAYS = ("2024-10-17", "2024-10-18")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [
        {"text": f"Kim says {n}. Lee denies it.", "id": f"a{n}", "language": "en", "published": DAYS[n % 2]}
        for n in range(40)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_folder_is_filled_once_added_and_counted(news: Path, tmp_path: Path) -> None:
    out = f"{tmp_path}/claims/"
    done = selon("extract", news, "--out", out, "--shard-mb", "0.001")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{tmp_path}/claims: 80 claims of 40 articles in ")
    lines = selon("extract", news)
    assert list(lines_in(tmp_path / "claims")) == lines.stdout.splitlines()

    one = next((tmp_path / "claims" / "articles").iterdir())
    one.unlink()  # as if the run had been stopped before it
    again = selon("extract", news, "--out", out, "--shard-mb", "0.001")
    assert again.stdout == done.stdout
    assert "went on after" in again.stderr
    assert one.exists()

    ledger = tmp_path / "l.db"
    assert "40 new articles with 80 claims" in selon("add", out, "--ledger", ledger).stdout
    assert "Nothing new: 40 articles" in selon("add", news, "--ledger", ledger).stdout
    assert selon("check", "--ledger", ledger).returncode == 0
    counts = json.loads(selon("stats", out, "--by", "day", "--json").stdout)
    assert counts == [{"day": day, "claims": 40, "articles": 20, "speakers": 2} for day in DAYS]


def test_what_fails_is_named(news: Path, tmp_path: Path) -> None:
    with news.open("a", encoding="utf-8") as more:
        more.write('{"text": "Crash", "id": "c", "language": "en"}\nnot json\n')
    done = selon("extract", news, "--out", f"{tmp_path}/claims/")
    assert done.returncode == 1
    assert "80 claims of 42 articles" in done.stdout
    first, *reasons = done.stderr.splitlines()
    assert first == "left out: 2"
    assert "news.jsonl:41: the analysis failed: ValueError" in reasons[0]
    assert "news.jsonl:42: is not JSON" in reasons[1]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["news.jsonl", "--engine", "ray"], "--out DIR"),
        (["-", "--engine", "ray", "--out", "claims"], "IN is a file or folder"),
        (["-", "--out", "claims/"], "standard input can't be read by shards"),
        (["news.jsonl", "--address", "somewhere:1"], "--engine ray"),
    ],
)
def test_wrong_use_is_said(news: Path, args: list[str], says: str) -> None:
    done = selon("extract", *args, cwd=news.parent)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.replace("│", " ").split())


def test_a_missing_input_and_another_folder_are_said(news: Path, tmp_path: Path) -> None:
    done = selon("extract", tmp_path / "none.jsonl", "--out", f"{tmp_path}/claims/")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "there is no such file" in done.stderr
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", encoding="utf-8")
    done = selon("extract", news, "--out", tmp_path / "mine")
    assert (done.returncode, "something else" in done.stderr) == (1, True)
