"""How long, how often, and so long ago or from now."""

from __future__ import annotations

from collections.abc import Callable

from selon.analysis.times import periods
from selon.analysis.times.filled import Filled, count_of, counted, unit_of
from selon.analysis.times.periods import Day, Period


def _moved(f: Filled, base: Day | None, sense: int, told_from_focus: bool) -> Period | None:
    """A count of units away from ``base``: the whole week, month or year that it falls in."""
    count, unit = counted(f), unit_of(f)
    value = periods.duration(count, unit)
    if count is None or base is None:
        start, end = (None, base) if sense < 0 else (base, None)
        return Period(start, end, value, "DURATION", unit)
    if unit in {"TS", "TM", "TH"} and told_from_focus:
        return Period(base, base, value, "DURATION", unit)
    target = periods.shifted(base, sense * count, unit)
    if unit in {"TS", "TM", "TH"}:
        return Period(target, target, target.isoformat(), "TIME")
    if unit in {"W", "F"} and told_from_focus:
        return periods.day(target)
    return periods.around(target, unit)


def _ago(f: Filled) -> Period | None:
    return _moved(f, f.setting.published, -1, False)


def _ahead(f: Filled) -> Period | None:
    return _moved(f, f.setting.published, 1, False)


def _ahead_or_long(f: Filled) -> Period | None:
    """ "in three years": ahead where the verb looks ahead, else how long."""
    return _ahead(f) if f.lean() > 0 else _duration(f)


def _from_focus(f: Filled) -> Period | None:
    return _moved(f, _counted_from(f), f.shift, True)


def _counted_from(f: Filled) -> Day | None:
    """The time spoken of last, if it is no longer than what is counted: no days are counted from a month.

    Else the day told last; if none was, publication, from which only "earlier" counts.
    """
    focus, setting = f.setting.focus, f.setting
    if focus is None or focus.start is None:
        return setting.published
    if periods.rank(focus.grain) <= periods.rank(unit_of(f)):
        return focus.start
    return setting.focus_day or (setting.published if f.shift < 0 else None)


def _within(f: Filled) -> Period | None:
    count, unit, published = counted(f), unit_of(f), f.setting.published
    end = periods.shifted(published, count, unit) if published and count is not None else None
    return Period(published, end, periods.duration(count, unit), "DURATION", unit)


def _since(f: Filled) -> Period | None:
    count, unit, published = counted(f), unit_of(f), f.setting.published
    start = periods.shifted(published, -count, unit) if published and count is not None else None
    return Period(start, None, periods.duration(count, unit), "DURATION", unit)


def _duration(f: Filled) -> Period | None:
    term = f.code("term", "term")
    if term:
        return Period(None, None, term, "DURATION")
    unit = unit_of(f)
    fraction = f.look("fraction", "fraction")
    extra = float(fraction) if isinstance(fraction, int | float) else 0.0
    if f.text("count", "decimal", "n"):
        count = counted(f)
        total = None if count is None else count + extra
    else:
        total = extra or (1.0 if f.shift else None)
    value = _short_duration(total, unit)
    second = f.text("n2")
    if second and total is not None:
        other = periods.duration(count_of(second, f.grammar), unit_of(f, "short_unit2"))
        head, tail = value.split("T", 1) if "T" in value else (value, "")
        if other.startswith("PT"):
            value = f"{head}T{tail}{other[2:]}"
        elif not tail:
            value = head + other[1:]
    return Period(None, None, value, "DURATION", unit)


def _short_duration(total: float | None, unit: str) -> str:
    """A fraction of a long unit is told in the next shorter one (half an hour: PT30M)."""
    if total is not None and 0 < total < 1 and unit in {"TH", "Y"}:
        shorter, factor = {"TH": ("TM", 60), "Y": ("M", 12)}[unit]
        return periods.duration(total * factor, shorter)
    return periods.duration(total, unit)


def _set(f: Filled) -> Period | None:
    return Period(None, None, periods.duration(float(f.number("n") or 1), unit_of(f)), "SET")


def _frequency(f: Filled) -> Period | None:
    return Period(None, None, f.code("frequency", "frequency") or "P1D", "SET")


def _reference(f: Filled) -> Period | None:
    return Period(None, None, f.code("reference", "reference") or "PRESENT_REF")


OPS: dict[str, Callable[[Filled], Period | None]] = {
    "ago": _ago,
    "ahead": _ahead,
    "ahead_or_long": _ahead_or_long,
    "within": _within,
    "since": _since,
    "from_focus": _from_focus,
    "duration": _duration,
    "set": _set,
    "frequency": _frequency,
    "reference": _reference,
}
