"""What stands around a time and moves its bounds: « fin », « d'ici à », « depuis », the ends of a range, an hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.analysis.times.filled import on_day
from selon.analysis.times.grammar import Grammar
from selon.analysis.times.periods import Day, Period, day, month, part_of

_OPENING = {"open", "between", "onset"}  # may open a range
_WINDOW = 40  # characters before a time where its relation stands


@dataclass(frozen=True, slots=True)
class Mention:
    """A time in the text: its own words from ``core`` to ``end``, from ``start`` on with the words that bound it."""

    start: int
    core: int
    end: int
    period: Period
    relation: str = ""
    edge: str = ""
    told: str = ""  # "weekday" or "yearless": what leaves room to move it; "" for the rest


def prefix(fold: str, at: int, grammar: Grammar, floor: int) -> tuple[int, int, str, str]:
    """(start, core, relation, edge) of a time that begins at ``at``; nothing before ``floor`` is looked at."""
    core, edge = at, ""
    window = fold[max(floor, at - _WINDOW) : at]
    found = grammar.edges.find(window)
    if found:
        core, edge = at - len(window) + found[0], found[1]
        window = window[: found[0]]
    found = grammar.relations.find(window)
    if found:
        return core - len(window) + found[0], core, found[1], edge
    return core, core, "", edge


def bounded(mention: Mention, published: Day | None) -> Mention:
    """The mention with its period narrowed by its edge and opened by its relation."""
    period, relation = mention.period, mention.relation
    if relation == "before" and mention.edge == "end":
        relation = "by"  # « avant la fin de l'année » leaves the year until its last day
    elif mention.edge:
        period = part_of(period, mention.edge)
    if period.type in {"DATE", "TIME"}:
        period = _related(period, relation, published)
    return replace(mention, period=period)


def _related(period: Period, relation: str, published: Day | None) -> Period:
    start, end = period.start, period.end
    if start is None and end is None:
        return period
    if relation == "by":
        start = published if published is not None and end is not None and published <= end else None
    elif relation == "onset":  # "from Monday" opens only what is still to come
        end = None if published is not None and start is not None and start > published else end
    elif relation in {"from", "since"}:
        end = None
    elif relation == "until":
        start = None
    elif relation == "before" and start is not None and period.type == "DATE":
        start, end = None, _step(start, -1)
    elif relation == "after" and end is not None and period.type == "DATE":
        start, end = _step(end, 1), None
    elif relation in {"before", "after"}:
        return period
    return replace(period, start=start, end=end)


def _step(when: Day | None, days: int) -> Day | None:
    if when is None:
        return None
    try:
        return when + dt.timedelta(days=days)
    except OverflowError:
        return None


def joined(mentions: Sequence[Mention], fold: str, grammar: Grammar) -> list[Mention]:
    """Two ends of a range made one, and an hour put on the day that it stands next to (« hier à 10 h »)."""
    out: list[Mention] = []
    for mention in mentions:
        last = out[-1] if out else None
        merged = _join(last, mention, fold, grammar) if last else None
        if merged is not None:
            out[-1] = merged
        else:
            out.append(mention)
    return [_closed(mention) for mention in out]


def _closed(mention: Mention) -> Mention:
    """The mention without « du » or "between" in front where no range followed."""
    if mention.relation in _OPENING and "/" not in mention.period.value:
        return replace(mention, start=mention.core)
    return mention


def _join(first: Mention, second: Mention, fold: str, grammar: Grammar) -> Mention | None:
    gap = fold[first.end : second.core]
    a, b = first.period, second.period
    if len(gap) > 24 or a.type not in {"DATE", "TIME"} or b.type not in {"DATE", "TIME"}:
        return None
    if a.type == b.type == "DATE":
        ranged = "/" in a.value + b.value
        if ranged or first.relation not in {*_OPENING, "from"} or not grammar.range_joint.fullmatch(gap):
            return None
        if a.start is None or b.end is None:
            return None
        a, b = _aligned(first, second)
        start, end = a.start, b.end
        if start is None or end is None or end < start:
            return None
        period = Period(start, end, f"{a.value}/{b.value}", grain=a.grain)
        return Mention(first.start, first.core, second.end, period, first.relation)
    if "\n" in gap:
        return None
    placeable = a.type == "DATE" and a.start == a.end and first.relation not in {"since", "until"}
    if placeable and _is_clock(b) and grammar.clock_joint.fullmatch(gap):
        return Mention(first.start, first.core, second.end, on_day(b, a.start), first.relation)
    if _is_clock(a) and _is_day(b) and grammar.day_joint.fullmatch(gap):
        return Mention(first.start, first.core, second.end, on_day(a, b.start), first.relation)
    return None


def _aligned(first: Mention, second: Mention) -> tuple[Period, Period]:
    """The two ends of a range in order: « de janvier à mars 2024 », « de lundi à vendredi », "November to January"."""
    a, b = first.period, second.period
    start, end = a.start, b.start
    if start is None or end is None:
        return a, b
    if first.told == "yearless" and second.told != "yearless":
        near = _in_year(a, end.year)
        return (near if near.start and near.start <= end else _in_year(a, end.year - 1)), b
    if second.told == "weekday" and end < start:
        return a, day(start + dt.timedelta(days=(end - start).days % 7))
    if first.told == "weekday" and not second.told:
        return day(end - dt.timedelta(days=(end - start).days % 7)), b
    if second.told == "yearless" and first.told != "weekday":
        near = _in_year(b, start.year)
        return a, near if near.start and near.start >= start else _in_year(b, start.year + 1)
    return a, b


def _in_year(period: Period, year: int) -> Period:
    """A day or month moved to another year; as it is where that year has no such day."""
    if period.start is None:
        return period
    try:
        return month(year, period.start.month) if period.grain == "M" else day(period.start.replace(year=year))
    except (ValueError, OverflowError):
        return period


def _is_clock(period: Period) -> bool:
    return period.type == "TIME" and ":" in period.value


def _is_day(period: Period) -> bool:
    return (
        period.type in {"DATE", "TIME"} and period.grain == "D" and period.start == period.end and not _is_clock(period)
    )
