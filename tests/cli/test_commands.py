"""The command from outside: what it prints, writes and returns."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from selon.cli import COMMANDS
from selon.ledger import Ledger
from tests.cli.running import FAKE, selon

ARTICLES = [
    {"id": f"a{n}", "language": "fr", "published": "2024-10-18", "text": f"Séoul compte {n} soldats. Kiev confirme."}
    for n in range(1, 6)
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES))
    return path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Séoul compte 3 soldats. Kiev confirme la nouvelle.")
    return path


# ---- the command as a whole


def test_help_is_quick_and_names_every_command() -> None:
    def once() -> tuple[float, bytes]:
        began = time.perf_counter()
        out = subprocess.run([sys.executable, "-m", "selon", "--help"], capture_output=True, check=True).stdout
        return time.perf_counter() - began, out

    times = []
    for _ in range(5):
        took, out = once()
        times.append(took)
    assert all(f"\n  {name} " in out.decode() for name in COMMANDS)
    imported = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "selon", "--help"], capture_output=True, check=True
    ).stderr.decode()
    heavy = [name for name in ("spacy", "sqlalchemy", "numpy", "trafilatura", "rich.table") if f" {name}\n" in imported]
    assert heavy == []
    assert min(times) < 1.0, "0.3 s on a machine at rest; this one may be busy"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    done = selon(name, "--help")
    assert done.returncode == 0
    assert f" {name} " in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["reed"],
        ["read"],
        ["read", "a.txt", "--language", "de"],
        ["read", "a.txt", "--published", "hier"],
        ["extract", "news.jsonl", "--workers", "0"],
        ["extract", "news.jsonl", "--engine", "steam"],
        ["same", "x", "x"],
        ["add"],
        ["--nothing"],
    ],
)
def test_wrong_use_ends_with_2(args: list[str], tmp_path: Path) -> None:
    done = selon(*args, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr


# ---- read


def test_read_prints_a_table(page: Path) -> None:
    done = selon("read", page, "--published", "2024-10-18")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Séoul" in done.stdout and "confirme" not in done.stdout.split("Kiev")[0]


def test_read_json_is_the_article_with_its_claims(page: Path) -> None:
    done = selon("read", page, "--json", "--language", "fr")
    value = json.loads(done.stdout)
    assert [claim["speaker"] for claim in value["claims"]] == ["Séoul", "Kiev"]
    assert (value["language"], value["text"]) == ("fr", page.read_text())
    assert "no date of publication" in done.stderr


def test_read_shows_on_a_terminal_that_it_is_at_work(page: Path) -> None:
    ours, its = pty.openpty()
    command = [sys.executable, str(FAKE), "read", str(page), "--json", "--published", "2024-10-18"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=its, env={**os.environ, "TERM": "xterm"}, check=True)
    shown = os.read(ours, 100_000).decode()
    os.close(its)
    os.close(ours)
    assert f"reading {len(json.loads(done.stdout)['text'])} characters" in shown
    assert selon("read", page, "--published", "2024-10-18").stderr == "", "and nowhere else"


def test_read_standard_input_and_write_a_page(page: Path, tmp_path: Path) -> None:
    done = selon("read", "-", "--html", tmp_path / "out.html", stdin=page.read_bytes())
    assert done.returncode == 0
    assert "<html" in (tmp_path / "out.html").read_text()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty"), (b"\x00\x01", "is binary"), ("déjà".encode("latin-1"), "is not utf-8: byte 0xe9 at offset 1")],
)
def test_read_says_what_is_wrong_in_one_line(page: Path, content: bytes, message: str) -> None:
    page.write_bytes(content)
    done = selon("read", page)
    assert done.returncode == 1
    assert done.stderr.startswith(f"selon: {page}: {message}")
    assert done.stderr.count("\n") == 1


def test_read_takes_one_article(news: Path) -> None:
    done = selon("read", news)
    assert done.returncode == 1
    assert "selon extract" in done.stderr


# ---- extract


@pytest.mark.parametrize("workers", ["1", "2"])
def test_extract_writes_a_line_an_article_in_order(news: Path, workers: str) -> None:
    # Workers import the real analysis; its claims are not the fake's, but ids and order are.
    done = selon("extract", news, "--workers", workers)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a1", "a2", "a3", "a4", "a5"]
    assert (done.returncode, done.stderr) == (0, "")
    assert all(set(row) == {"id", "claims"} for row in rows)


def test_extract_goes_on_and_says_what_it_left_out(news: Path, tmp_path: Path) -> None:
    lines = news.read_text().splitlines()
    lines[1:1] = ["not json", json.dumps(ARTICLES[0] | {"language": "xx"}), json.dumps(ARTICLES[0] | {"text": "Crash"})]
    news.write_text("\n".join(lines))
    done = selon("extract", news, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 5
    first, *reasons = done.stderr.splitlines()
    assert first == "left out: 3"
    assert [reason.strip().removeprefix(f"{news}:")[:2] for reason in reasons] == ["2:", "3:", "4:"]
    assert "the analysis failed: ValueError" in reasons[2]


@pytest.mark.parametrize(("command", "code"), [("extract", 1), ("add", 0)])
def test_lost_sentences_are_counted_at_the_end(news: Path, tmp_path: Path, command: str, code: int) -> None:
    with news.open("a") as file:
        for n in (6, 7):
            file.write(json.dumps(ARTICLES[0] | {"id": f"a{n}", "text": f"Lose {n} sentences. Kiev confirme."}) + "\n")
    options = ["--ledger", tmp_path / "l.db"] if command == "add" else []
    done = selon(command, news, *options)
    assert done.returncode == code
    assert "read but in part: 2 articles, 6 sentences lost" in done.stderr
    assert f"{news}:6: the analysis failed on 3 of its sentences" in done.stderr
    assert done.stderr.count("ERROR selon.analysis: layer labels failed") == 2


def test_extract_does_not_write_over_its_input(news: Path) -> None:
    before = news.read_text()
    assert selon("extract", news, "-o", news).returncode == 2
    assert news.read_text() == before


# ---- add, check, same, different


def test_add_twice_says_that_nothing_is_new(news: Path, tmp_path: Path) -> None:
    done = selon("add", news, "--ledger", tmp_path / "l.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 new articles with 10 claims" in done.stdout
    before = (tmp_path / "l.db").read_bytes()
    again = selon("add", news, "--ledger", tmp_path / "l.db")
    assert again.returncode == 0
    assert again.stdout == f"Nothing new: 5 articles were in {tmp_path / 'l.db'} already.\n"
    assert (tmp_path / "l.db").read_bytes() == before


def test_add_takes_folders_and_names_what_it_left_out(news: Path, page: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n")
    done = selon("add", tmp_path, "nowhere.txt", "--ledger", tmp_path.parent / "l.db")
    assert done.returncode == 1
    assert "6 new articles" in done.stdout
    assert "left out: 2" in done.stderr
    assert "photo.png: is a PNG image" in done.stderr
    assert "nowhere.txt: there is no such file" in done.stderr


def test_add_again_with_other_words_makes_a_version(tmp_path: Path) -> None:
    article = ARTICLES[0] | {"url": "https://jour.example/1"}
    for text in ("Séoul compte 1 soldats.", "Séoul compte 2 soldats."):
        (tmp_path / "n.jsonl").write_text(json.dumps(article | {"text": text}))
        done = selon("add", tmp_path / "n.jsonl", "--ledger", tmp_path / "l.db")
    assert "it is a new version of a known one" in done.stdout


def test_check_and_repair(news: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "l.db"
    assert selon("check", "--ledger", path).returncode == 1, "no such ledger"
    assert not path.exists(), "looking made none"
    selon("add", news, "--ledger", path)
    done = selon("check", "--ledger", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 articles, 10 claims" in done.stdout
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET speaker = 'Nobody'")
    done = selon("check", "--ledger", path)
    assert done.returncode == 1
    assert "--repair" in done.stderr
    assert selon("check", "--repair", "--ledger", path).returncode == 0


def test_same_and_different_are_noted(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    selon("add", news, "--ledger", path)
    with Ledger(path) as ledger:
        a, b, c, *_ = (stored.id for stored in ledger.claims())
    assert selon("same", a, b, "--ledger", path, "--why", "one count", "--who", "Ana").returncode == 0
    assert selon("different", a, c, "--ledger", path).returncode == 0
    done = selon("same", a, "nobody", "--ledger", path)
    assert (done.returncode, done.stderr) == (1, "selon: there is no claim 'nobody'\n")
    with Ledger(path) as ledger:
        assert [(j.kind, j.a, j.b) for j in ledger.judgements()] == [("same", a, b), ("different", a, c)]
        assert (ledger.judgements()[0].who, ledger.judgements()[0].why) == ("Ana", "one count")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_a_ledger_that_cannot_be_written_is_one_clear_line(news: Path, tmp_path: Path) -> None:
    done = selon("add", news, "--ledger", tmp_path / "no" / "l.db")
    assert done.returncode == 1
    assert done.stderr == f"selon: {tmp_path / 'no' / 'l.db'}: the folder {tmp_path / 'no'} doesn't exist\n"


# ---- evaluate


def test_evaluate_scores_given_claims_and_its_own(news: Path, tmp_path: Path) -> None:
    extracted = [json.loads(line) for line in selon("extract", news).stdout.splitlines()]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(a | row) for a, row in zip(ARTICLES, extracted, strict=True)))
    (tmp_path / "half.jsonl").write_text("\n".join(json.dumps(row) for row in extracted[:3]))
    assert "10 gold claims, 10 predicted" in selon("evaluate", gold).stdout
    done = json.loads(selon("evaluate", gold, tmp_path / "half.jsonl", "--json").stdout)
    assert done["claims"]["+source@0.5"] == {"p": 100.0, "r": 60.0, "f": 75.0}
    assert selon("evaluate", news).returncode == 1, "articles without claims are no gold"


# ---- demo


def test_the_demo_makes_a_ledger_and_pages_and_can_be_run_again(tmp_path: Path) -> None:
    done = selon("demo", "demo", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "22 new articles" in done.stdout
    assert f"Open {Path('demo') / 'index.html'}" in done.stdout
    assert "<html" in (tmp_path / "demo" / "index.html").read_text()
    assert selon("check", "--ledger", "demo/selon.db", cwd=tmp_path).returncode == 0
    again = selon("demo", "demo", cwd=tmp_path)
    assert again.returncode == 0
    assert again.stdout.startswith("Nothing new: 22 articles")
