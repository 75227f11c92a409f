"""How common each concept of the bilingual table is: python -m training.commonness > src/selon/questions/common.tsv

Counted over the articles of ``training/data``; a word that every third article has tells little of which question a
claim answers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from selon.questions.words import concepts, tokens
from training.inline import articles

DATA = Path(__file__).with_name("data")
LEAST = 0.03  # share of the articles from which a concept is listed


def texts() -> Iterator[tuple[str, str]]:
    """Each article's text and language."""
    for path in sorted(DATA.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], row["language"]
    for path in sorted(DATA.glob("own_*.txt")):
        for row in articles(path.read_text(encoding="utf-8").splitlines(), path.name):
            yield row["text"], row["language"]


def main() -> None:
    counted: Counter[str] = Counter()
    number = 0
    for text, language in texts():
        number += 1
        counted.update({name for name, _ in concepts(tokens(text, language), language) if name[0] != "~"})
    print("# Share of news articles that have a concept of lexicon.tsv; made by `python -m training.commonness`.")
    for name in sorted(counted):
        if counted[name] / number >= LEAST:
            print(f"{name}\t{counted[name] / number:.2f}")


if __name__ == "__main__":
    main()
