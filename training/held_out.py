"""How good attribution is on articles that nothing was trained on:  python -m training.held_out [FILE.txt …]

``training/unseen`` holds annotated articles that no training reads and no rule was made with: the figure to report.
Whoever has looked at what the program does with them moves them to ``training/data`` and annotates others instead.
Prints P, R and F of content and source by file. Sources count by overlap alone (`selon evaluate` is milder: it takes a
shorter source where the speakers agree).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from selon.analysis.attribution.attribute import attribute
from training.dataset import annotated, examples
from training.train import matched

UNSEEN = Path(__file__).with_name("unseen")


def measure(path: Path) -> tuple[int, int, int]:
    """Of a file of annotated articles: claims found right, claims found, claims there."""
    right = found = there = 0
    for item in examples(annotated(path)):
        drafts = attribute(item.document)
        right += matched(drafts, item.claims)
        found += len(drafts)
        there += len(item.claims)
    return right, found, there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="annotated articles (default: all of training/unseen)")
    arguments = parser.parse_args()
    for path in arguments.files or sorted(UNSEEN.glob("*.txt")):
        right, found, there = measure(path)
        precision, recall = 100 * right / max(found, 1), 100 * right / max(there, 1)
        score = 200 * right / max(found + there, 1)
        print(f"{path.stem}: {there} claims, {found} found; P {precision:.1f}, R {recall:.1f}, F {score:.1f}")


if __name__ == "__main__":
    main()
