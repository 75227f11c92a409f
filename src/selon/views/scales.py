"""Scales of a chart: values to heights (linear or logarithmic), days to widths, and the round values to label."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values up: ``at(value)`` is 0 at the bottom, 1 at the top."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        if self.logarithmic:
            value = max(value, self.low)  # 0 has no place on it but the bottom
            return (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return (value - self.low) / (self.high - self.low)


def value_scale(values: Sequence[float], logarithmic: bool | None = None) -> ValueScale:
    """A scale for ``values``, with room above. Logarithmic, unless told, where the largest is 20 times the smallest.

    A linear scale begins at 0 where that costs no more than half of the height.
    """
    values = [value if abs(value) > 1e-6 else 0.0 for value in values]  # nothing that is counted is smaller
    low, high = min(values), max(values)
    if logarithmic is None:
        logarithmic = low > 0 and high / low >= 20
    if logarithmic and low > 0:
        bottom, top = low / 1.3, high * 1.3
        first, last = math.floor(math.log10(bottom)), math.ceil(math.log10(top))
        leading = (1, 3) if last - first <= 4 else (1,)
        apart = max(1, math.ceil((last - first) / 8))
        steps = [m * 10.0**e for e in range(first, last + 1, apart) for m in leading]
        ticks = tuple(step for step in steps if bottom <= step <= top)
        return ValueScale(bottom, top, True, ticks)
    span = high - low if high - low > 1e-9 * abs(high) else abs(high) or 1.0
    bottom = 0.0 if 0 <= low <= span else low - 0.15 * span
    top = high + 0.1 * (high - bottom or 1.0)
    step = _round_step((top - bottom) / 4.5)
    first = math.ceil(bottom / step)
    return ValueScale(bottom, top, False, tuple(step * k for k in range(first, math.floor(top / step) + 1)))


def _round_step(raw: float) -> float:
    size = 10.0 ** math.floor(math.log10(raw))
    return next(m * size for m in (1, 2, 2.5, 5, 10) if m * size >= raw * 0.999)


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days across: ``at(day)`` is 0 at the first, 1 at the last (0.5 where there is only one)."""

    first: dt.date
    last: dt.date

    def at(self, day: dt.date) -> float:
        length = (self.last - self.first).days
        return (day - self.first).days / length if length else 0.5

    def ticks(self, most: int) -> list[dt.date]:
        """Up to ``most`` days to label, evenly apart, the first and the last among them."""
        length = (self.last - self.first).days
        if not length:
            return [self.first]
        parts = min(length, max(1, most - 1))
        step = next(
            (s for s in (1, 2, 3, 5, 7, 10, 14, 30, 61, 91, 182, 365) if length / s <= parts), math.ceil(length / parts)
        )
        days = [self.first + dt.timedelta(days=step * k) for k in range(length // step + 1)]
        if (self.last - days[-1]).days < step * 0.6 and len(days) > 1:
            days.pop()
        return [*days, self.last]
