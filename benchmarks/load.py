"""Many readers at once: 50 connections for 30 seconds to the server, on loopback; errors and memory are counted.

    python benchmarks/load.py [--connections 50] [--seconds 30] [--claims 2000] [--without-wrk]

Starts `selon serve` on a ledger of made-up news, and asks all its kinds of pages in turn with wrk (with a few lines of
Python where wrk isn't installed, which can ask less). It is asked first until it is warm: the index of questions is
built, each thread has made each page, and its memory has grown by less than 1 MB in 10 seconds; two minutes at most.
Then the time begins that counts. Exit code 1 for any error, or if the memory at any second of it was more than 2 %
above that at its beginning.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

WARM_UP = 10.0  # seconds in which the memory must not grow by STILL MB, before anything is measured
STILL = 1.0
LONGEST_WARM_UP = 120.0
FLAT = 1.02
SCRIPT = """
local paths, at = PATHS, 0
request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests": %d, "failed": %d, "refused": %d, "p99": %f}\\n', summary.requests,
    e.connect + e.read + e.write + e.timeout, e.status, latency:percentile(99) / 1000))
end
"""


@dataclass
class Told:
    """What the readers met: answers, broken or missing answers, answers that weren't 200, milliseconds (99 %)."""

    requests: int = 0
    failed: int = 0
    refused: int = 0
    p99: float = 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--claims", type=int, default=2000)
    parser.add_argument("--without-wrk", action="store_true", help="ask with Python even where wrk is installed")
    options = parser.parse_args()
    wrk = None if options.without_wrk else shutil.which("wrk")
    with tempfile.TemporaryDirectory() as folder:
        paths = fill(Path(folder) / "selon.db", options.claims)
        server, port = started(Path(folder) / "selon.db")
        try:
            before, warming = memory(server.pid), 0.0
            while warming < LONGEST_WARM_UP:
                cold = before
                ask(wrk, port, paths, options.connections, WARM_UP)
                before, warming = memory(server.pid), warming + WARM_UP
                if before < cold + STILL:
                    break
            seen = list[float]()
            with ThreadPoolExecutor(1) as one:
                asking = one.submit(ask, wrk, port, paths, options.connections, options.seconds)
                while not asking.done():
                    wait([asking], timeout=1)
                    seen.append(memory(server.pid))
                told = asking.result()
        finally:
            server.terminate()
            server.wait(30)
    print(
        f"{options.connections} connections for {options.seconds:g} s with {'wrk' if wrk else 'Python'}, "
        f"{len(paths)} pages of {options.claims:,} claims: {told.requests:,} requests "
        f"({told.requests / options.seconds:,.0f} a second, 99 % within {told.p99:,.0f} ms), "
        f"{told.failed} failed, {told.refused} not answered with 200; after {warming:.0f} s of warming up memory "
        f"{before:.1f} MB, then {max(seen):.1f} at most and {seen[-1]:.1f} at the end"
    )
    grown = max(seen) > before * FLAT
    return int(bool(told.failed or told.refused or grown or not told.requests))


def fill(path: Path, claims: int) -> list[str]:
    """Make a ledger of made-up news; returns addresses of every kind of page."""
    from benchmarks.made_up_news import news
    from selon.ledger import Ledger
    from selon.web.app import create_app

    with Ledger(path) as ledger:
        for _ in ledger.add_many(((article, found, None) for article, found in news(claims)), extractor="made up"):
            pass
        archive = create_app(ledger).shelf.archive
        some = [f"/questions/{question.id}" for question in archive.asked[:5]]
        some += [f"/articles/{note.id}" for note in archive.articles[:5]]
        some += [f"/speakers/{key}" for key in sorted(archive.names)[:5]]
    return ["/", "/articles", "/speakers", "/search?q=people", "/questions.json", "/static/selon.css", *some]


def started(ledger: Path) -> tuple[subprocess.Popen[str], int]:
    """The server, once it answers, and its port."""
    command = [sys.executable, "-m", "selon", "serve", "--ledger", str(ledger), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{os.environ.get('PYTHONPATH', '')}"}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert server.stderr
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
            threading.Thread(target=server.stderr.read, daemon=True).start()
            return server, int(found[1])
    sys.exit(f"the server ended with {server.wait()}")


def memory(process: int) -> float:
    """The resident memory of a process, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


def ask(wrk: str | None, port: int, paths: list[str], connections: int, seconds: float) -> Told:
    """Ask for the pages in turn over so many connections, each kept open, for so long."""
    return _with_wrk(wrk, port, paths, connections, seconds) if wrk else _alone(port, paths, connections, seconds)


def _with_wrk(wrk: str, port: int, paths: list[str], connections: int, seconds: float) -> Told:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.replace("PATHS", "{" + ", ".join(json.dumps(path) for path in paths) + "}"))
        script.flush()
        options = ["-t", "1", "-c", str(connections), "-d", f"{max(round(seconds), 1)}s", "--timeout", "20s"]
        command = [wrk, *options, "-s", script.name, f"http://127.0.0.1:{port}"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Told(**json.loads(out.splitlines()[-1]))


def _alone(port: int, paths: list[str], connections: int, seconds: float) -> Told:
    told, times = Told(), list[float]()
    until = time.monotonic() + seconds
    lock = threading.Lock()

    def read(first: int) -> None:
        from http.client import HTTPConnection, HTTPException

        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        at = first
        while time.monotonic() < until:
            began = time.monotonic()
            try:
                connection.request("GET", paths[at % len(paths)])
                answer = connection.getresponse()
                answer.read()
            except (OSError, HTTPException):
                with lock:
                    told.failed += 1
                connection.close()
                continue
            at += 1
            with lock:
                told.requests += 1
                told.refused += answer.status != 200
                times.append(time.monotonic() - began)
        connection.close()

    readers = [threading.Thread(target=read, args=(n,)) for n in range(connections)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    told.p99 = sorted(times)[int(len(times) * 0.99)] * 1000 if times else 0.0
    return told


if __name__ == "__main__":
    sys.exit(main())
