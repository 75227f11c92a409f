"""What a day of CC-NEWS, and the whole archive, need: cores, hours, disk, from the figures that were measured last.

    python benchmarks/scale.py [--articles 400000] [--archive 1350000000] [--results FILE]

`make bench` measures; this computes and prints a table (docs/scale.md holds it). An article is taken to have 450 words
(the benchmark's are shorter), half of them are French; a core does what one worker did, and two and more lose what two
workers lost. All articles are counted, though CC-NEWS holds many in languages that selon passes over after a look.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.facts import latest

DAY, ARCHIVE = 400_000, 1_350_000_000
WORDS = 450  # of an article
CORES = (1, 2, 8, 64, 1000)
WARC_BYTES = 25_000  # of an article's page, gzipped in the archive: 400,000 a day in some 10 files of 1 GB


def core_seconds(facts: dict[str, float]) -> float:
    """Seconds of one core for one article: its page read, its words analysed."""
    analysed = sum(WORDS / facts[f"selon {language} words/s"] for language in ("fr", "en")) / 2
    return 1 / facts["HTML pages/s"] + analysed


def rows(facts: dict[str, float], articles: int) -> list[tuple[str, str]]:
    """What ``articles`` need, line by line."""
    seconds = core_seconds(facts) * articles
    worth = min(facts["2 workers of 1 worker"] / 2, 1.0)
    longer = WORDS / facts["words an article"]
    ledger = facts.get("ledger 100000 bytes a claim", facts.get("ledger 10000 bytes a claim", 0.0))
    claims = articles * longer * facts["claims an article"]
    out = [
        ("core hours", f"{seconds / 3600:,.0f}"),
        *(
            (f"hours on {n:,} core{'s' * (n > 1)}", _hours(seconds / 3600 / (n * (worth if n > 1 else 1))))
            for n in CORES
        ),
        ("input, gzipped WARC", _bytes(articles * WARC_BYTES)),
        ("claims", f"{claims:,.0f}"),
        ("claims and texts in Parquet", _bytes(articles * longer * facts["Parquet bytes an article"])),
        ("the same in a ledger", _bytes(claims * ledger)),
        ("hours to add them to a ledger", _hours(claims / facts["ledger 100000 added/s"] / 3600)),
    ]
    return out


def _hours(hours: float) -> str:
    return f"{hours:,.1f}" if hours < 100 else f"{hours:,.0f}"


def _bytes(count: float) -> str:
    for unit, size in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if count >= size:
            return f"{count / size:,.1f} {unit}"
    return f"{count:,.0f} bytes"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=DAY, help="a day's")
    parser.add_argument("--archive", type=int, default=ARCHIVE)
    parser.add_argument("--results", type=Path, help="else the newest of benchmarks/results")
    options = parser.parse_args()
    if options.results:
        path, facts = options.results, json.loads(options.results.read_text(encoding="utf-8"))
    else:
        path, facts = latest()
    day, archive = rows(facts, options.articles), rows(facts, options.archive)
    print(f"From {path.name}: {core_seconds(facts):.2f} seconds of a core an article.\n")
    print(f"| | a day: {options.articles:,} articles | the archive: {options.archive:,} |\n|---|--:|--:|")
    for (name, ours), (_, theirs) in zip(day, archive, strict=True):
        print(f"| {name} | {ours} | {theirs} |")


if __name__ == "__main__":
    main()
