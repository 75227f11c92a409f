"""`make bench`: every benchmark in turn, under one heading that names machine, commit and day.

    python benchmarks/run.py [NAME …] [--million]    # by default all; NAME is a file here without .py

What is printed is kept in benchmarks/results/ too, in a file named by day and commit; the figures as JSON beside it.
``--million`` measures ledger and pages with a million claims as well, and growth up to 100,000 articles (two hours,
20 GB).
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.facts import VARIABLE

HERE = Path(__file__).parent
NOT_BENCHMARKS = {"run", "facts", "articles", "made_up_news", "times_gold", "load"}  # load has `make load`
FIRST, LAST = "speed", "scale"  # scale computes from what the others measured
SIZES = {"ledger": ["10000", "100000"], "pages": ["--claims", "10000", "100000"]}
MILLION = {"ledger": ["1000000"], "pages": ["1000000"], "speed": ["--growth", "100", "1000", "10000", "100000"]}


def main() -> None:
    every = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHMARKS)
    every.sort(key=lambda name: (name != FIRST, name == LAST, name))
    names = [name for name in sys.argv[1:] if name != "--million"] or every
    million = MILLION if "--million" in sys.argv else {}
    commit = _output("git", "-C", str(HERE), "rev-parse", "--short", "HEAD").strip() or "no commit"
    day = dt.datetime.now(dt.UTC).date().isoformat()
    lines: list[str] = []

    results = HERE / "results"
    results.mkdir(exist_ok=True)
    kept = results / f"{day}-{commit.replace(' ', '-')}"

    def say(text: str) -> None:
        lines.append(text)
        print(text, flush=True)
        kept.with_suffix(".txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    environment = {**os.environ, VARIABLE: str(kept.with_suffix(".json"))}
    say(f"selon {commit}, {day}: {_cpu()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    failed = []
    for name in names:
        if name not in every:
            sys.exit(f"no benchmark {name!r}; there are: {', '.join(every)}")
        say(f"\n## {name}")
        given = [*SIZES.get(name, []), *million.get(name, [])]
        command = [sys.executable, str(HERE / f"{name}.py"), *given]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        say((done.stdout + (done.stderr if done.returncode else "")).rstrip())
        failed += [name] if done.returncode else []
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    main()
