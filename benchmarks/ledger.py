"""How fast the ledger takes claims in and finds them again, at growing sizes.

    python benchmarks/ledger.py [SIZE …]        # claims; by default 10000 100000

Prints a line a size: claims added per second, known articles passed over per second, median milliseconds of a search
(of two words; of one that every tenth claim has) and of one article's claims, seconds of a check, megabytes on disk.
All but the disk are of processor time, so that other work on the machine doesn't count; adding by the clock stands
beside it. Claims are added with every commit on the disk, and the clock waits for that.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.facts import note
from selon.ledger import Ledger
from selon.model import Article, Claim, Quantity, Span

WORDS = (
    "soldats",
    "blessés",
    "manifestants",
    "accord",
    "frontière",
    "ministre",
    "usine",
    "hôpital",
    "élection",
    "budget",
)
PLACES = ["Paris", "Lyon", "Séoul", "Koursk", "Berlin", "Rabat", "Lima", "Oslo", "Rome", "Dakar", "Quito", "Hanoï"]
NAMES = [f"{first} Nom{n}" for first in ("Ana", "Bo", "Chloé", "Dmitri", "Eva") for n in range(400)]
CLAIMS_AN_ARTICLE = 5


def news(claims: int) -> Iterator[tuple[Article, list[Claim], str | None]]:
    chance = random.Random(1)
    for number in range(claims // CLAIMS_AN_ARTICLE):
        text, found = "", []
        for _ in range(CLAIMS_AN_ARTICLE):
            name, amount = chance.choice(NAMES), chance.randrange(10, 99999)
            start = len(text)
            content = f"{amount} {chance.choice(WORDS)} de plus à {chance.choice(PLACES)} pour {chance.choice(WORDS)}"
            text += f"Selon {name}, {content}. Rien n'est venu le confirmer ni le démentir depuis hier soir.\n"
            begin = start + len(f"Selon {name}, ")
            found.append(
                Claim(
                    source=(Span(start + 6, start + 6 + len(name)),),
                    cue=(Span(start, start + 5),),
                    content=(Span(begin, begin + len(content)),),
                    speaker=name,
                    quantities=(Quantity(Span(begin, begin + len(str(amount))), amount, amount, "soldat"),),
                )
            )
        yield Article(text, id=f"a{number}", language="fr", published="2024-10-18"), found, None


def median_ms(what: Callable[[], object], rounds: int = 15) -> float:
    times = []
    for _ in range(rounds):
        began = time.process_time()
        what()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000


def measure(size: int, folder: Path) -> str:
    """One line: a ledger of ``size`` claims in ``folder``."""
    chance = random.Random(2)
    given = list(news(size))
    with Ledger(folder / "bench.db") as ledger:
        clock, began = time.perf_counter(), time.process_time()
        ids = [added.article_id for added in ledger.add_many(iter(given), extractor="bench")]
        adding, waited = time.process_time() - began, time.perf_counter() - clock
        sample = given[: min(len(given), 2000)]
        began = time.process_time()
        assert all(ledger.knows(article, extractor="bench") for article, _, _ in sample)
        knowing = time.process_time() - began
        search = median_ms(lambda: ledger.search(f"{chance.choice(WORDS)} {chance.choice(PLACES)}"))
        common = median_ms(lambda: ledger.search(chance.choice(WORDS)))
        article = median_ms(lambda: list(ledger.claims(chance.choice(ids))))
        began = time.process_time()
        assert ledger.check() == []
        check = time.process_time() - began
    disk = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    note(f"ledger {size} added/s", size / adding)
    note(f"ledger {size} added/s by the clock", size / waited)
    note(f"ledger {size} search ms", search)
    note(f"ledger {size} search of a common word ms", common)
    note(f"ledger {size} bytes a claim", disk * 1e6 / size)
    return (
        f"{size:>9,} {size / adding:>9,.0f} {size / waited:>9,.0f} "
        f"{len(sample) / knowing:>9,.0f} {search:>6.1f} ms {common:>6.1f} ms "
        f"{article:>6.1f} ms "
        f"{check:>6.1f} s {disk:>5.0f} MB"
    )


def main() -> None:
    heads = (
        ("claims", 9),
        ("added/s", 9),
        ("by clock", 9),
        ("known/s", 9),
        ("search", 9),
        ("common", 9),
        ("article", 9),
        ("check", 8),
    )
    print(" ".join(f"{name:>{width}}" for name, width in heads), f"{'disk':>8}")
    for size in [int(arg) for arg in sys.argv[1:]] or [10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(size, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
