"""How fast the ledger takes claims in and finds them again, at growing sizes.

    python benchmarks/ledger.py [SIZE …]        # claims; by default 10000 100000
    python benchmarks/ledger.py 100000 --repeated 1000000

Prints a line a size: claims added per second, known articles passed over per second, median milliseconds of a search
(of two words; of one that every tenth claim has) and of one article's claims, seconds of a check, megabytes on disk.
All but the disk are of processor time, so that other work on the machine doesn't count; adding by the clock stands
beside it. Claims are added with every commit on the disk, and the clock waits for that.

``--repeated`` spares the adding: afterwards the ledger's rows stand in it again and again, under other ids, until it
has so many claims, and search and articles are measured there (``--keep FILE`` leaves it to be measured again).
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
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


def found_again(ledger: Ledger, ids: list[str]) -> tuple[float, float, float]:
    """Milliseconds of a search of two words, of a common word, and of an article's claims."""
    chance = random.Random(2)
    return (
        median_ms(lambda: ledger.search(f"{chance.choice(WORDS)} {chance.choice(PLACES)}")),
        median_ms(lambda: ledger.search(chance.choice(WORDS))),
        median_ms(lambda: list(ledger.claims(chance.choice(ids)))),
    )


def measure(size: int, folder: Path) -> str:
    """One line: a ledger of ``size`` claims in ``folder``."""
    given = list(news(size))
    with Ledger(folder / "bench.db") as ledger:
        clock, began = time.perf_counter(), time.process_time()
        ids = [added.article_id for added in ledger.add_many(iter(given), extractor="bench")]
        adding, waited = time.process_time() - began, time.perf_counter() - clock
        sample = given[: min(len(given), 2000)]
        began = time.process_time()
        assert all(ledger.knows(article, extractor="bench") for article, _, _ in sample)
        knowing = time.process_time() - began
        search, common, article = found_again(ledger, ids)
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


def repeat(path: Path, claims: int) -> None:
    """Let the rows of a ledger stand in it again, under other ids, until it has so many claims."""
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
    rows = {
        t: connection.execute(f"SELECT max(seq) FROM {t}").fetchone()[0] for t in ("articles", "extractions", "claims")
    }
    other = {
        "articles": {"seq": "articles", "id": "", "address": "", "series": "", "input_id": ""},
        "extractions": {"seq": "extractions", "article_id": ""},
        "claims": {"seq": "claims", "id": "", "article_id": "", "extraction": "extractions"},
    }
    for turn in range(1, -(-claims // rows["claims"])):
        for table, changed in other.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            new = {n: f"{n} + {turn * rows[kind]}" if kind else f"{n} || '-{turn}'" for n, kind in changed.items()}
            columns = ", ".join(new.get(name, name) for name in names)
            first = f"WHERE seq <= {rows[table]}"
            connection.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {columns} FROM {table} {first}")
        connection.commit()
    connection.close()


def measure_repeated(path: Path) -> str:
    with Ledger(path) as ledger:
        connection = sqlite3.connect(path)
        ids = [row[0] for row in connection.execute("SELECT id FROM articles WHERE seq % 997 = 1")]
        size = connection.execute("SELECT count(*) FROM claims").fetchone()[0]
        connection.close()
        search, common, article = found_again(ledger, ids)
    note(f"ledger {size} search ms", search)
    note(f"ledger {size} search of a common word ms", common)
    disk = path.stat().st_size / 1e6
    return f"{size:>9,} {'repeated':>29} {search:>6.1f} ms {common:>6.1f} ms {article:>6.1f} ms {'':>8} {disk:>5.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000], metavar="SIZE")
    parser.add_argument("--repeated", type=int, default=0, metavar="CLAIMS")
    parser.add_argument("--keep", type=Path, metavar="FILE")
    options = parser.parse_args()
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
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(size, Path(folder)), flush=True)
            if size == options.sizes[-1] and options.repeated:
                path = Path(folder) / "bench.db"
                repeat(path, options.repeated)
                print(measure_repeated(path), flush=True)
                if options.keep:
                    shutil.copy(path, options.keep)


if __name__ == "__main__":
    main()
