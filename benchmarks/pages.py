"""How fast and how heavy the pages are, on a ledger of made-up news with 20,000 claims.

    python benchmarks/pages.py [--claims 20000 …] [--rounds 15]

One story in it is told a great deal (a tenth of all claims), so that the largest question and the busiest speaker are
truly large. Prints a line a page: median milliseconds, kilobytes of HTML, and kilobytes besides the article's own text.
Every page is asked for through the app and its guard, without a network in between.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.facts import note

MOST_MILLISECONDS = 150
MOST_KILOBYTES = 150


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[20_000])
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    for claims in options.claims:
        with tempfile.TemporaryDirectory() as folder:
            results = measure(Path(folder) / "selon.db", claims, options.rounds)
        over = [name for name, median, _, own in results if median > MOST_MILLISECONDS or own > MOST_KILOBYTES]
        print(f"over {MOST_MILLISECONDS} ms or {MOST_KILOBYTES} KB: {', '.join(over) or 'none'}\n")
        for name, median, _, _ in results:
            note(f"page {name.partition(' (')[0]} at {claims} ms", median)
    return 0


def measure(path: Path, claims: int, rounds: int) -> list[tuple[str, float, float, float]]:
    """Fill a ledger, ask each page ``rounds`` times, print and return (page, median ms, KB, KB besides the text)."""
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

    from benchmarks.made_up_news import news
    from selon.ledger import Ledger
    from selon.views.page_models import speaker_key
    from selon.web.app import create_app

    with Ledger(path) as ledger:
        began = time.perf_counter()
        told = [*news(claims * 9 // 10), *news(claims // 10, seed=2, claims_a_story=claims // 10)]
        # Ids are the input's own for articles of the first lot; the second lot's would be taken for new versions.
        articles = sum(added.new for added in ledger.add_many(((a, c, None) for a, c in told), extractor="made up"))
        added = time.perf_counter()
        app = create_app(ledger)
        archive = app.shelf.archive
        grouped = time.perf_counter()
        print(
            f"{articles} articles, {len(archive.pointers)} claims added in {added - began:.0f} s, "
            f"grouped under {len(archive.questions)} questions in {grouped - added:.0f} s"
        )
        client = TestClient(app, base_url="http://localhost")
        largest = max(archive.questions.values(), key=lambda q: len(q.answers))
        busiest = max(archive.by_speaker, key=lambda name: len(archive.by_speaker[name]))
        pages = {
            "questions": "/",
            "questions, narrowed": f"/?speaker={speaker_key(busiest)}&conflict=1",
            f"question ({len(largest.answers)} answers)": f"/questions/{largest.id}",
            "question (usual)": f"/questions/{archive.asked[len(archive.asked) // 3].id}",
            "article": f"/articles/{archive.articles[0].id}",
            f"speaker ({len(archive.by_speaker[busiest])} claims)": f"/speakers/{speaker_key(busiest)}",
            "speakers": "/speakers",
            "articles": "/articles",
            "search": f"/search?q={busiest.split()[0]}+people",
        }
        print(f"{'page':<26}{'median ms':>10}{'KB':>8}{'KB besides text':>17}")
        results = []
        for name, address in pages.items():
            times = []
            for _ in range(rounds):
                began = time.perf_counter()
                answer = client.get(address)
                times.append((time.perf_counter() - began) * 1000)
                assert answer.status_code == 200, (name, answer.status_code)
            size = len(answer.content) / 1024
            own = size - (len(archive.text(archive.articles[0].id).text.encode()) / 1024 if name == "article" else 0)
            results.append((name, statistics.median(times), size, own))
            print(f"{name:<26}{results[-1][1]:>10.1f}{size:>8.0f}{own:>17.0f}")
    return results


if __name__ == "__main__":
    sys.exit(main())
