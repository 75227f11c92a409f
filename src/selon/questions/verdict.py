"""What a comparator says of two facets: how much it speaks for one question, and why."""

from __future__ import annotations

from typing import NamedTuple

APART = -100.0


class Verdict(NamedTuple):
    """How much a comparator speaks for one question (or against, below 0), and why."""

    score: float
    why: str


SILENT = Verdict(0.0, "")
