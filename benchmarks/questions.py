"""Grouping made-up claims: seconds and memory for 10,000 and 100,000, their growth, and the adding of one article.

python benchmarks/questions.py [--claims 10000 100000] [--workers 2]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def grouped(claims: int, workers: int) -> dict[str, float]:
    """Seconds and gigabytes for grouping ``claims`` at once, in this process."""
    from benchmarks.made_up_news import news
    from selon.questions import build_questions

    told = list(news(claims))
    build_questions(told[:20])  # the tables are loaded once
    started, cpu = time.perf_counter(), time.process_time()
    questions = build_questions(told, workers=workers)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "claims": claims,
        "questions": len(questions),
        "seconds": round(time.perf_counter() - started, 1),
        "cpu seconds": round(time.process_time() - cpu + children.ru_utime + children.ru_stime, 1),
        "GB": round(own.ru_maxrss / 1e6, 2),
        "GB a worker": round(children.ru_maxrss / 1e6, 2),
    }


def grown(claims: int) -> dict[str, float]:
    """Seconds for adding one article, with its questions, to an index of ``claims``: the median and the worst of 20."""
    from benchmarks.made_up_news import news
    from selon.questions import QuestionIndex, statements_of

    told = list(news(claims))
    late = told[:: max(1, len(told) // 20)][:20]
    chosen = {article.id for article, _ in late}
    index = QuestionIndex.of(statements_of([row for row in told if row[0].id not in chosen]), workers=2)
    times = []
    for article, found in late:
        started = time.perf_counter()
        index.add(article, found)
        for claim in found:
            index.question_about(claim.id or "")
        times.append(time.perf_counter() - started)
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return {"claims": claims, "median s": round(times[10], 3), "worst s": round(times[-1], 3), "GB": round(memory, 2)}


def apart(what: str, claims: int, workers: int) -> dict[str, float]:
    """A measure in a process of its own, so that memory is its own too."""
    command = [sys.executable, __file__, "--one", what, "--claims", str(claims), "--workers", str(workers)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--one", choices=("grouped", "grown"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        size = options.claims[0]
        print(json.dumps(grouped(size, options.workers) if options.one == "grouped" else grown(size)))
        return
    rows = [apart("grouped", size, options.workers) for size in options.claims]
    for row in rows:
        print("grouped:", ", ".join(f"{k} {v}" for k, v in row.items()))
    if len(rows) > 1:
        print(f"growth: {rows[-1]['cpu seconds'] / rows[0]['cpu seconds']:.1f} × the work for "
              f"{rows[-1]['claims'] / rows[0]['claims']:.0f} × the claims")  # fmt: skip
    row = apart("grown", options.claims[-1], options.workers)
    print("one article added:", ", ".join(f"{k} {v}" for k, v in row.items()))


if __name__ == "__main__":
    main()
