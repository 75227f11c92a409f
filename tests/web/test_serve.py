"""``selon serve`` and ``selon report`` as commands: started, asked, stopped."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.views.newsroom import dossier

SELON = [sys.executable, "-m", "selon"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("serve") / "selon.db"
    dossier(path).close()
    return path


def started(*options: str) -> tuple[subprocess.Popen[str], str]:
    """The server and the address that it names."""
    server = subprocess.Popen([*SELON, "serve", *options], stderr=subprocess.PIPE, text=True)
    assert server.stderr
    for line in server.stderr:
        if found := re.search(r"http://\S+", line):
            return server, found[0]
    raise AssertionError(f"the server ended with {server.wait()}")


def test_it_serves_until_it_is_interrupted(ledger: Path) -> None:
    server, address = started("--ledger", str(ledger), "--port", "0")
    try:
        assert address.startswith("http://127.0.0.1:")
        with httpx.Client(trust_env=False) as client:
            answer = client.get(address)
        assert answer.status_code == 200 and "server" not in answer.headers
        assert "How many" in answer.text
    finally:
        server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0
    assert "Traceback" not in server.stderr.read()  # type: ignore[union-attr]


def test_beyond_loopback_it_makes_a_token_and_demands_it(ledger: Path) -> None:
    server, address = started("--ledger", str(ledger), "--port", "0", "--host", "0.0.0.0")
    try:
        bare, _, token = address.partition("?token=")
        assert len(token) >= 30
        with httpx.Client(trust_env=False, follow_redirects=True) as client:
            assert client.get(bare).status_code == 401
            assert client.get(address).status_code == 200
            assert client.get(bare).status_code == 200  # by the cookie that it was given
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.parametrize("case", ["no ledger", "port taken"])
def test_what_is_amiss_is_said_in_one_line(ledger: Path, tmp_path: Path, case: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        path = tmp_path / "none.db" if case == "no ledger" else ledger
        done = subprocess.run(
            [*SELON, "serve", "--ledger", str(path), "--port", port], capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("selon: ") and done.stderr.count("\n") == 1
    assert ("no such ledger" if case == "no ledger" else f"port {port}") in done.stderr


def test_report_writes_the_folder_and_says_where_to_begin(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    command = [*SELON, "report", "--ledger", str(ledger), "--out", str(out), "--language", "fr"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and str(out / "index.html") in done.stdout
    assert '<html lang="fr">' in (out / "index.html").read_text("utf-8")


def test_report_refuses_an_interface_language_that_it_does_not_have(ledger: Path, tmp_path: Path) -> None:
    command = [*SELON, "report", "--ledger", str(ledger), "--out", str(tmp_path), "--language", "de"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "en and fr" in done.stderr
