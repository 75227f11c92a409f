"""How fast the finders read raw text, and whether they are linear in its length.

    python benchmarks/finders.py [ARTICLES.jsonl …] [--words 200000] [--rounds 3]

Prints a line for each finder and language: words a second on one core (process time, best of the rounds), that speed
over the bar of 200,000, and the time for twice the text over the time for the text (2 is linear). Without files it
reads the dispatches that come with the program. Each article is a line with a "text" (and, better, a "language").
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

BAR = 200_000
DISPATCHES = Path(__file__).parents[1] / "src/selon/demo/dossier.jsonl"
Finder = Callable[[str, str], object]

# Name: (module, function, what else it takes). A finder that isn't there yet is passed over.
FINDERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "quantities": ("selon.analysis.quantities", "find_quantities", ()),
    "times": ("selon.analysis.times", "find_times", ("2024-10-25",)),
    "places": ("selon.analysis.places", "find_places", ()),
    "actors": ("selon.analysis.actors", "find_actors", ()),
}


def finders() -> Iterable[tuple[str, Finder]]:
    """Each finder that can be imported, as a function of text and language."""
    for name, (module, function, more) in FINDERS.items():
        try:
            find = getattr(importlib.import_module(module), function)
        except (ImportError, AttributeError):
            continue
        yield name, lambda text, language, find=find, more=more: find(text, language, *more)


def texts(paths: list[Path], words: int) -> dict[str, list[str]]:
    """The articles' texts of each language, taken round and round until there are ``words``."""
    by_language: dict[str, list[str]] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                article = json.loads(line)
                language = article.get("language") or ("fr" if "_fr" in path.name else "en")
                by_language.setdefault(language, []).append(article["text"])
    out = {}
    for language, pool in by_language.items():
        taken: list[str] = []
        count = 0
        while count < words:
            text = pool[len(taken) % len(pool)]
            taken.append(text)
            count += max(len(text.split()), 1)
        out[language] = taken
    return out


def seconds(find: Finder, articles: list[str], language: str, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in articles:
            find(text, language)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, default=[DISPATCHES])
    parser.add_argument("--words", type=int, default=BAR)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{'finder':<12} {'language':<8} {'words/s':>10} {'of bar':>7} {'twice':>6}")
    for language, articles in sorted(texts(options.articles or [DISPATCHES], options.words).items()):
        words = sum(len(text.split()) for text in articles)
        one = "\n".join(articles)[: 400 * 1000]  # one long text, for the length's sake
        for name, find in finders():
            find(articles[0], language)  # compiles its tables
            speed = words / seconds(find, articles, language, options.rounds)
            twice = seconds(find, [one + "\n" + one], language, options.rounds) / seconds(
                find, [one], language, options.rounds
            )
            print(f"{name:<12} {language:<8} {speed:>10,.0f} {speed / BAR:>7.2f} {twice:>6.2f}")


if __name__ == "__main__":
    main()
