"""What a matched construction means: one small function an ``op``, from the filled slots to a period."""

from __future__ import annotations

from selon.analysis.times import days, hours, lengths, stretches
from selon.analysis.times.filled import Filled, Found

_OPS = days.OPS | stretches.OPS | lengths.OPS | hours.OPS


def resolve(op: str, filled: Filled) -> list[Found]:
    """The periods that a match tells; none where its words make no date (30 February, the year 10,000)."""
    try:
        if op == "days":
            return days.days(filled)
        period = _OPS[op](filled)
    except (ValueError, OverflowError):
        return []
    return [Found(filled.match.start(), filled.match.end(), period)] if period else []
