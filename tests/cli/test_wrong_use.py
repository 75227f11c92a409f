"""Wrong use and odd places from outside: what is said, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import selon


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "kept" / "l.db"
    path.parent.mkdir()
    (path.parent / "a.txt").write_text("Séoul compte 3 soldats. Kiev confirme la nouvelle.")
    assert selon("add", path.parent / "a.txt", "--language", "fr", "--ledger", path).returncode == 0
    return path


def refused(*args: str | Path, code: int = 1, cwd: Path | None = None) -> str:
    """What is said on standard error, in one line."""
    done = selon(*args, cwd=cwd)
    assert (done.returncode, done.stdout) == (code, ""), done
    assert "Traceback" not in done.stderr and "Errno" not in done.stderr
    if code == 1:
        assert done.stderr.startswith("selon: ") and done.stderr.count("\n") == 1, done.stderr
    return " ".join(done.stderr.replace("│", " ").split())


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert "holds nothing to read" in refused("read", tmp_path)


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ("", "g.jsonl: holds no row"),
        ('\n{"id": "d01", "text": "x", "claims": [{"foo": 1}]}\n{}', 'g.jsonl:3: has no "claims"'),
        ('\n{"id": "d01", "text": "x", "claims": [{"foo": 1}]}', 'g.jsonl: claim 1 needs its "kind", one of direct'),
        ('{"id": "1", "claims": []}\n{"id": "2", "claims": []}', 'g.jsonl:1: a gold row needs its "text"'),
        ('{"id": "1", "text": "x", "claims": [7]}', "g.jsonl: claim 1 is no object"),
        ('{"id": "1", "text": "x", "claims": [{"kind": "direct", "relay": [7]}]}', "g.jsonl: claim 1: "),
    ],
)
def test_gold_that_is_none(gold: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "g.jsonl").write_text(gold)
    assert message in refused("evaluate", tmp_path / "g.jsonl")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--since", "12/12/2024", "want YYYY-MM-DD"),
        ("--until", "yesterday", "want YYYY-MM-DD"),
        ("--stance", "bogus", "none of asserts"),
        ("--certainty", "bogus", "none of certain"),
        ("--language", "de", "none of"),
        ("--by", "foo", "none of year, month, day"),
    ],
)
def test_stats_of_what_cannot_be(option: str, value: str, message: str, tmp_path: Path) -> None:
    assert message in refused("stats", tmp_path, option, value, code=2)


def test_questions_in_a_language_that_has_no_wording(ledger: Path) -> None:
    for command in (["questions"], ["question", "x"]):
        said = refused(*command, "--ledger", ledger, "--language", "de", code=2)
        assert "worded in en and fr, not in 'de'" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Séoul compte 3 soldats. Kiev confirme la nouvelle.")
    os.mkfifo(tmp_path / "in" / "b.txt")
    done = selon("add", tmp_path / "in", "--ledger", tmp_path / "l.db")
    assert done.returncode == 1 and "1 new article with 2 claims" in done.stdout
    assert "b.txt: is a pipe" in done.stderr


def test_a_page_and_data_at_once(ledger: Path, tmp_path: Path) -> None:
    done = selon("read", ledger.parent / "a.txt", "--json", "--html", tmp_path / "a.html")
    assert done.returncode == 0 and len(json.loads(done.stdout)["claims"]) == 2
    assert (tmp_path / "a.html").exists()


def test_what_cannot_be_read_makes_no_ledger(ledger: Path, tmp_path: Path) -> None:
    done = selon("add", "nofile", "--ledger", tmp_path / "new.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing could be read" in done.stderr and "nofile: there is no such file" in done.stderr
    assert not (tmp_path / "new.db").exists()
    (tmp_path / "empty").mkdir()
    assert "nothing could be read" in refused("add", tmp_path / "empty", "--ledger", tmp_path / "new.db")
    done = selon("add", "nofile", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (1, "Nothing new: no article could be read.\n")
    again = selon("add", ledger.parent / "a.txt", "--language", "fr", "--ledger", ledger)
    assert again.stdout == f"Nothing new: 1 article was in {ledger} already.\n"
