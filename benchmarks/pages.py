"""How fast and how heavy the pages are, on a ledger of made-up news with 20,000 claims.

    python benchmarks/pages.py [--claims 20000 …] [--rounds 15] [--repeated ANSWERS]

One story in it is told a great deal (a tenth of all claims), so that the largest question and the busiest speaker are
truly large. Prints a line a page: median milliseconds by the clock and of processor time (the one to read on a machine
that is shared), those of the first time it was asked for, kilobytes of HTML, and kilobytes besides the article's own
text. "Any question", "any article" and "search" are others at every round, so that nothing kept of the last one helps.
Every page is asked for through the app and its guard, without a network in between.

``--repeated 1000000`` spares the grouping of a million claims: the questions of the small ledger stand again and again
under other ids until they have so many answers, and the largest has a tenth of them. That measures the pages of
questions; search, articles and speakers stay those of the small ledger.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.facts import note

if TYPE_CHECKING:
    from selon.views.archive import Archive

MOST_MILLISECONDS = 150
MOST_KILOBYTES = 150


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[20_000])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--repeated", type=int, default=0, metavar="ANSWERS")
    options = parser.parse_args()
    for claims in options.claims:
        with tempfile.TemporaryDirectory() as folder:
            results = measure(Path(folder) / "selon.db", claims, options.rounds, options.repeated)
        over = [one.name for one in results if one.cpu > MOST_MILLISECONDS or one.own > MOST_KILOBYTES]
        print(f"over {MOST_MILLISECONDS} ms of processor time or {MOST_KILOBYTES} KB: {', '.join(over) or 'none'}\n")
        for one in results if not options.repeated else ():
            name = one.name.partition(" (")[0]
            note(f"page {name} at {claims} ms", one.clock)
            note(f"page {name} at {claims} CPU ms", one.cpu)
    return 0


class Measured(NamedTuple):
    """A page: median milliseconds by the clock and of processor time, kilobytes and besides the article's text."""

    name: str
    clock: float
    cpu: float
    size: float
    own: float


def repeated(archive: Archive, answers: int) -> Archive:
    """An archive of the same claims with the same questions over and over, till they have ``answers`` answers."""
    from selon.views.archive import Archive
    from selon.web.shelf import shown

    asked = archive.asked
    large = max(asked, key=lambda q: len(q.answers))
    times = range(-(-answers // 10 // len(large.answers)))
    told = {
        origin: {teller: tuple(f"{name}-{n}" for n in times for name in names) for teller, names in tellers.items()}
        for origin, tellers in large.origins.tree.items()
    }
    every = tuple(replace(a, article=f"{a.article}-{n}") for n in times for a in large.answers)
    questions = [replace(large, answers=every, origins=replace(large.origins, tree=told))]
    made, number = len(every), 0
    while made < answers:
        for question in asked:
            questions.append(replace(question, id=f"{question.id}-{number}"))
            made += len(question.answers)
        number += 1
    return shown(Archive(archive.ledger, questions, before=archive))


def measure(path: Path, claims: int, rounds: int, answers: int = 0) -> list[Measured]:
    """Fill a ledger, ask each page ``rounds`` times, print and return what was measured."""
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

    from benchmarks.made_up_news import news
    from selon.ledger import Ledger
    from selon.views.page_models import speaker_key
    from selon.web.app import create_app

    with Ledger(path) as ledger:
        began, began_cpu = time.perf_counter(), time.process_time()
        told = [*news(claims * 9 // 10), *news(claims // 10, seed=2, claims_a_story=claims // 10)]
        # Ids are the input's own for articles of the first lot; the second lot's would be taken for new versions.
        articles = sum(added.new for added in ledger.add_many(((a, c, None) for a, c in told), extractor="made up"))
        del told
        added, added_cpu = time.perf_counter(), time.process_time()
        app = create_app(ledger)
        archive = app.shelf.archive
        grouped, grouped_cpu = time.perf_counter(), time.process_time()
        print(
            f"{articles} articles, {len(archive.pointers)} claims made up and added in {added - began:.0f} s "
            f"({added_cpu - began_cpu:.0f} of processor time), grouped under {len(archive.questions)} questions in "
            f"{grouped - added:.0f} s ({grouped_cpu - added_cpu:.0f}); "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB at most",
            flush=True,
        )
        if answers:
            began_cpu = time.process_time()
            app.shelf.archive = archive = repeated(archive, answers)
            print(
                f"repeated: {sum(len(q.answers) for q in archive.asked)} answers to {len(archive.asked)} questions, an "
                f"archive of them made in {time.process_time() - began_cpu:.1f} s of processor time",
                flush=True,
            )
        client = TestClient(app, base_url="http://localhost")
        largest = max(archive.questions.values(), key=lambda q: len(q.answers))
        busiest = max(archive.by_speaker, key=lambda name: len(archive.by_speaker[name]))
        chance = random.Random(3)
        questions = [f"/questions/{one.id}" for one in chance.choices(archive.asked, k=rounds)]
        articles_ = [f"/articles/{one.id}" for one in chance.choices(archive.articles, k=rounds)]
        names = [name.split()[0] for name in chance.choices(archive.speakers, k=rounds)]
        common = chance.choices(
            ["people", "personnes", "killed", "grève", "mayor", "talks", "soldats", "Japan"], k=rounds
        )
        pages = {
            "questions": ["/"],
            "questions, narrowed": [f"/?speaker={speaker_key(busiest)}&conflict=1"],
            "questions, by language and day": ["/?language=fr&since=2021-02-03&until=2021-02-05"],
            f"question ({len(largest.answers)} answers)": [f"/questions/{largest.id}"],
            "question (any)": questions,
            "article (any)": articles_,
            f"speaker ({len(archive.by_speaker[busiest])} claims)": [f"/speakers/{speaker_key(busiest)}"],
            "speakers": ["/speakers"],
            "articles": ["/articles"],
            "search (a name)": [f"/search?q={name}" for name in names],
            "search (two words)": [f"/search?q={name}+{word}" for name, word in zip(names, common, strict=True)],
            "search (a common word)": [f"/search?q={word}" for word in common],
        }
        print(f"{'page':<32}{'median ms':>10}{'CPU ms':>8}{'first':>8}{'KB':>7}{'KB besides text':>17}")
        results = []
        for name, addresses in pages.items():
            clock, cpu, sizes, owns = [], [], [], []
            for turn in range(rounds):
                address = addresses[turn % len(addresses)]
                began, began_cpu = time.perf_counter(), time.process_time()
                answer = client.get(address)
                clock.append((time.perf_counter() - began) * 1000)
                cpu.append((time.process_time() - began_cpu) * 1000)
                assert answer.status_code == 200, (name, answer.status_code)
                sizes.append(len(answer.content) / 1024)
                text = archive.text(address.removeprefix("/articles/")) if name.startswith("article (") else None
                owns.append(sizes[-1] - (len(text.text.encode()) / 1024 if text else 0))
            one = Measured(name, *(statistics.median(values) for values in (clock, cpu, sizes, owns)))
            results.append(one)
            print(
                f"{name:<32}{one.clock:>10.1f}{one.cpu:>8.1f}{cpu[0]:>8.1f}{one.size:>7.0f}{one.own:>17.0f}", flush=True
            )
    return results


if __name__ == "__main__":
    sys.exit(main())
