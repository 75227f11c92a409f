"""Answers as marks of a chart: their day, their value or lane, and the shape that tells the stance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

MOST_MARKS = 100
UNSETTLED = frozenset({"doubts", "declines", "does-not-deny", "asks"})


@dataclass(frozen=True, slots=True)
class Point:
    """An answer as the chart shows it. ``lane`` names its lane where it has no number: yes, no, open, or denied."""

    number: int
    day: dt.date
    speaker: str
    slot: int
    stance: str
    certainty: str
    low: float | None
    high: float | None
    lane: str
    href: str
    told: str
    more: int = 0  # how many answers of the same speaker, day and value it stands for, besides

    @property
    def middle(self) -> float | None:
        """Where the mark stands; a figure that is open on one side stands at its known bound."""
        if self.lane:
            return None
        known = [bound for bound in (self.low, self.high) if bound is not None]
        if self.low == 0 and self.high:
            return self.high
        return sum(known) / len(known) if known else None


def merge(points: Sequence[Point]) -> list[Point]:
    """One point for answers of one speaker, day, value and lane, in order of time."""
    kept: dict[tuple[object, ...], Point] = {}
    for point in sorted(points, key=lambda p: (p.day, p.number)):
        same = (point.speaker, point.day, point.low, point.high, point.lane)
        before = kept.get(same)
        kept[same] = point if before is None else _and_one_more(before)
    return list(kept.values())


def _and_one_more(p: Point) -> Point:
    return Point(
        p.number, p.day, p.speaker, p.slot, p.stance, p.certainty, p.low, p.high, p.lane, p.href, p.told, p.more + 1
    )


def shape(stance: str, x: float, y: float, r: float) -> str:
    """A path around (x, y): circle for who says so, square confirms, cross-cut octagon denies, diamond unsettled."""
    if stance == "confirms":
        q = r * 0.9
        return f"M{x - q:.1f} {y - q:.1f}h{2 * q:.1f}v{2 * q:.1f}h{-2 * q:.1f}z"
    if stance == "denies":
        q = r * 1.15
        return f"M{x - q:.1f} {y - q * 0.8:.1f}h{2 * q:.1f}L{x:.1f} {y + q * 1.25:.1f}z"
    if stance in UNSETTLED:
        q = r * 1.25
        return f"M{x:.1f} {y - q:.1f}L{x + q:.1f} {y:.1f}L{x:.1f} {y + q:.1f}L{x - q:.1f} {y:.1f}z"
    if stance in ("intends", "fears"):
        q = r * 1.15
        return f"M{x - q:.1f} {y + q * 0.85:.1f}h{2 * q:.1f}L{x:.1f} {y - q * 1.2:.1f}z"
    return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
