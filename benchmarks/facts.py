"""What benchmarks measured, kept as data beside what they print: a JSON object a run, figures by name."""

from __future__ import annotations

import json
import os
from pathlib import Path

RESULTS = Path(__file__).with_name("results")
VARIABLE = "SELON_BENCH_FACTS"  # names the file of the run that is under way


def note(name: str, value: float) -> None:
    """Keep one figure of this run; nothing is kept where no run is under way."""
    where = os.environ.get(VARIABLE)
    if not where:
        return
    path = Path(where)
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    known[name] = round(value, 4)
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def latest() -> tuple[Path, dict[str, float]]:
    """The newest results and their file. Raises SystemExit where there are none."""
    found = sorted(RESULTS.glob("*.json"))
    if not found:
        raise SystemExit(f"no results in {RESULTS}: `make bench` makes some")
    return found[-1], json.loads(found[-1].read_text(encoding="utf-8"))
