"""Full disks, folders and files that can't be written: one clear line, and the ledger as it was."""

from __future__ import annotations

import ctypes
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from selon.ledger import Ledger
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


@pytest.mark.parametrize("what", ["file", "folder", "both"])
@pytest.mark.parametrize("command", ["add", "check", "same"])
def test_a_ledger_that_may_only_be_read(command: str, what: str, news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ledgers"
    folder.mkdir()
    path = folder / "l.db"
    first = tmp_path / "one.jsonl"
    first.write_text(news.read_text().splitlines()[0])
    assert selon("add", first, "--ledger", path, before=lambda: None).returncode == 0
    with Ledger(path) as ledger:
        ids = [stored.id for stored in ledger.claims()]
    before = path.read_bytes()
    if what != "folder":
        path.chmod(0o444)
    if what != "file":
        folder.chmod(0o555)
    args = {"add": [news], "check": [], "same": ids[:2]}[command]
    said = one_line(selon(command, *args, "--ledger", path, before=as_a_person))
    folder.chmod(0o755)
    path.chmod(0o644)
    assert str(path) in said and ("readonly" in said or "unable to open" in said)
    assert "copy it" in said, "what to do"
    assert path.read_bytes() == before
    with Ledger(path) as ledger:
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
