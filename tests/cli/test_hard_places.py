"""Full disks, folders and files that can't be written: one clear line, and the ledger as it was."""

from __future__ import annotations

import ctypes
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from selon.ledger import Ledger
from selon.model import Article
from tests.cli.running import FAKE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="capabilities and limits are Linux's")
SPACE = 300_000  # bytes that a file may hold on the "full" disk


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [
        {"id": f"a{n}", "language": "en", "published": "2024-10-18", "text": f"Seoul counts {n} soldiers. " * 40}
        for n in range(400)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def as_a_person() -> None:
    """Of root's rights, give up the one to write where nobody may, so that folders are read-only to it too."""
    prctl = ctypes.CDLL(None).prctl
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP: taken at the next exec


def on_a_small_disk() -> None:
    """Python ignores SIGXFSZ, so a write past the limit is an error, as it is on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (SPACE, SPACE))


def selon(*args: str | Path, before: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(FAKE), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=before)


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1, done
    assert done.stderr.startswith("selon: ") and done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_a_disk_that_fills_up_while_adding(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    said = one_line(selon("add", news, "--ledger", path, before=on_a_small_disk))
    assert f"{path}: " in said and "What was added before is safe" in said
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert ledger.counts()["articles"] < 400
    assert selon("add", news, "--ledger", path, before=lambda: None).returncode == 0
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert ledger.counts()["articles"] == 400


@pytest.mark.parametrize(
    "command",
    [
        ["extract", "NEWS", "-o", "/dev/full"],
        ["check", "--ledger", "LEDGER", "--manifest", "/dev/full"],
        ["export", "--format", "jsonl", "--ledger", "LEDGER", "--out", "/dev/full"],
    ],
    ids=["extract", "manifest", "export"],
)
def test_an_output_with_no_space_left(command: list[str], news: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    assert selon("add", news, "--ledger", ledger, before=lambda: None).returncode == 0
    given = [str({"NEWS": news, "LEDGER": ledger}.get(word, word)) for word in command]
    assert "No space left on device" in one_line(selon(*given, before=lambda: None))


@pytest.fixture
def kept(news: Path, tmp_path: Path) -> Path:
    """A ledger of one article in a folder of its own."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    first = tmp_path / "one.jsonl"
    first.write_text(news.read_text().splitlines()[0])
    assert selon("add", first, "--ledger", folder / "l.db", before=lambda: None).returncode == 0
    return folder / "l.db"


@contextmanager
def closed(path: Path, what: str) -> Iterator[None]:
    """Takes the right to write to the ledger's file, its folder or both; what was there must be there afterwards."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    if what != "folder":
        path.chmod(0o444)
    if what != "file":
        path.parent.chmod(0o555)
    yield
    path.parent.chmod(0o755)
    path.chmod(0o644)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    with Ledger(path) as ledger:
        assert ledger.check() == []


@pytest.mark.parametrize("what", ["file", "folder", "both"])
@pytest.mark.parametrize("command", ["add", "same", "datasette", "repair"])
def test_a_ledger_that_may_only_be_read_is_not_written_to(command: str, what: str, news: Path, kept: Path) -> None:
    with Ledger(kept) as ledger:
        ids = [stored.id for stored in ledger.claims()]
    args = {"add": ["add", news], "same": ["same", *ids[:2]], "repair": ["check", "--repair"]}.get(command, [command])
    with closed(kept, what):
        said = one_line(selon(*args, "--ledger", kept, before=as_a_person))
    assert str(kept) in said and "Copy it" in said, "where and what to do"


@pytest.mark.parametrize("what", ["file", "folder", "both"])
@pytest.mark.parametrize("command", ["check", "questions", "export", "report"])
def test_a_ledger_that_may_only_be_read_is_read(command: str, what: str, kept: Path, tmp_path: Path) -> None:
    args = {"export": ["--format", "jsonl"], "report": ["--out", tmp_path / "site"], "questions": ["--all"]}
    with closed(kept, what):
        done = selon(command, *args.get(command, []), "--ledger", kept, before=as_a_person)
    assert (done.returncode, done.stderr) == (0, ""), done
    wanted = {
        "check": "40 claims, all hashes and spans right.\nIts search index wasn't looked at",
        "questions": "answer",
        "export": '"speaker": "Seoul"',
        "report": "Wrote",
    }
    assert wanted[command] in done.stdout


def test_a_ledger_that_its_owner_holds_open_is_read_by_others(kept: Path, news: Path) -> None:
    with Ledger(kept) as owner:
        owner.add(Article(text="Kiev counts 7 soldiers.", id="new", language="en"), [])
        kept.parent.chmod(0o555)
        for each in kept.parent.iterdir():
            each.chmod(0o444)
        done = selon("check", "--ledger", kept, before=as_a_person)
        assert "2 articles" in done.stdout and done.stderr == "", "what only the log has yet is read too"
        kept.parent.chmod(0o755)
    with Ledger(kept) as ledger:
        assert ledger.check() == []


def test_an_export_that_has_no_space_leaves_the_one_before(news: Path, tmp_path: Path) -> None:
    ledger, out = tmp_path / "l.db", tmp_path / "claims.jsonl"
    assert selon("add", news, "--ledger", ledger, before=lambda: None).returncode == 0
    out.write_text("the one before\n")
    said = one_line(selon("export", "--format", "jsonl", "--ledger", ledger, "--out", out, before=on_a_small_disk))
    assert "File too large" in said
    assert out.read_text() == "the one before\n" and not list(tmp_path.glob(".*"))


def test_a_folder_in_which_no_ledger_can_be_made(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    said = one_line(selon("add", news, "--ledger", folder / "l.db", before=as_a_person))
    assert f"{folder / 'l.db'}: can't open the ledger" in said
    assert list(folder.iterdir()) == []


def test_a_manifest_and_pages_in_a_folder_that_can_only_be_read(news: Path, tmp_path: Path) -> None:
    folder, path = tmp_path / "closed", tmp_path / "l.db"
    assert selon("add", news, "--ledger", path, before=lambda: None).returncode == 0
    folder.mkdir(mode=0o555)
    for command in (["check", "--manifest", folder / "m.txt"], ["report", "--out", folder / "site"]):
        assert "Permission denied" in one_line(selon(*command, "--ledger", path, before=as_a_person))
