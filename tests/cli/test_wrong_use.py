"""Wrong use and odd places from outside: what is said, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from selon.ledger import Ledger
from selon.model import Article, claim_from
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


def test_a_report_replaces_only_its_own(ledger: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine")
    said = refused("report", "--out", site, "--ledger", ledger, code=2)
    assert "holds index.html and is no report of selon" in said.replace("- ", "-")
    assert (site / "index.html").read_text() == "mine"
    (site / "index.html").unlink()
    for _ in range(2):
        assert selon("report", "--out", site, "--ledger", ledger).returncode == 0


def test_paths_that_cannot_be_used_are_named(ledger: Path, tmp_path: Path) -> None:
    page, nowhere, kept = ledger.parent / "a.txt", tmp_path / "nowhere", ("--ledger", ledger)
    missing = f"selon: {nowhere / 'x'}: the folder {nowhere} doesn't exist"
    assert missing in refused("read", page, "--published", "2024-01-01", "--html", nowhere / "x")
    assert missing in refused("export", "--format", "csv", "-o", nowhere / "x.csv", *kept).replace("x.csv", "x")
    assert missing in refused("check", "--manifest", nowhere / "x", *kept)
    assert missing in refused("extract", page, "-o", nowhere / "x")
    assert f"{nowhere}: there is no such file" in refused("evaluate", nowhere)
    assert f"{tmp_path}: is a folder" in refused("evaluate", tmp_path)
    assert f"{nowhere}: there is no such file" in refused("check", "--verify", nowhere, *kept)
    assert f"{page}: is a file. Give a folder" in refused("report", "--out", page, *kept)


def test_questions_tell_the_spread_of_one_day_and_one_as_one(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as kept:
        for who, figure in (("Seoul", 400000), ("Tokyo", 80000), ("Paris", 120000)):
            text = f"{who} said {figure} soldiers marched in Pyongyang."
            told = {"span": [11, text.index(" soldiers")], "low": figure, "high": figure, "unit": "soldier"}
            spans = {"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, len(text) - 1]]}
            article = Article(text, id=who, language="en", published="2024-10-18")
            kept.add(article, [claim_from(spans | {"speaker": who, "quantities": [told]})], extractor="gold")
    table = selon("questions", "--all", "--ledger", tmp_path / "l.db").stdout
    assert "80,000 – 400,000" in table, table
    assert "1 answers" not in table and "1 independent origins" not in table
