"""Articles shared out, so that what is measured or ranked was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from training.dataset import Example


def folds_of(data: Sequence[Example], folds: int, seed: int) -> dict[str, int]:
    """The fold (0 to ``folds`` - 1) of each group: an article and its adaptation are never parted.

    A group's fold depends on its name alone: articles annotated later leave the others where they were, and what was
    trained without a fold has still not seen it.
    """
    return {group: _number(f"{seed} {group}") % folds for group in sorted({item.group for item in data})}


def _number(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")
