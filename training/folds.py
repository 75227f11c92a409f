"""Articles shared out, so that what is measured or ranked was not trained on."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.dataset import Example


def folds_of(data: Sequence[Example], folds: int, seed: int) -> dict[str, int]:
    """The fold (0 to ``folds`` - 1) of each group: an article and its adaptation are never parted."""
    groups = sorted({item.group for item in data})
    random.Random(seed).shuffle(groups)
    return {group: k % folds for k, group in enumerate(groups)}
