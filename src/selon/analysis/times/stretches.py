"""Weeks, months, seasons, years and what is longer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from selon.analysis.times import periods
from selon.analysis.times.filled import Filled, told_year, unit_of, year_of
from selon.analysis.times.periods import Day, Period


def _period(f: Filled) -> Period | None:
    published, unit = f.setting.published, unit_of(f)
    shift = f.whole("direction", "direction") or f.shift
    if published is None:
        return Period(None, None, f"XXXX-{unit}", grain=unit)
    if unit == "WE" and not shift:
        away = published.isoweekday()
        if away < 6:  # within the week: the weekend before or after, as the verb has it
            side = f.lean() or (-1 if away <= 3 else 1)
            return periods.weekend(published - dt.timedelta(days=7) if side < 0 else published)
        return periods.weekend(published)
    return periods.around(periods.shifted(published, shift, unit), unit)


def _period_from_focus(f: Filled) -> Period | None:
    unit = unit_of(f)
    base = (f.setting.focus.start if f.setting.focus else None) or f.setting.published
    if base is None:
        return None
    shift = f.whole("sequel", "sequel") or f.shift
    return periods.around(periods.shifted(base, shift, unit), unit)


def _stretch(f: Filled) -> Period | None:
    unit = unit_of(f)
    count = f.number("n", "n2")
    shift = f.whole("direction", "direction", "direction2") or f.shift or -1
    value, published = periods.duration(count, unit), f.setting.published
    if published is None:
        return Period(None, None, value, "DURATION", unit)
    if count is None:
        start, end = (None, published) if shift < 0 else (published, None)
        return Period(start, end, value, "DURATION", unit)
    other = periods.shifted(published, shift * count, unit)
    return Period(min(other, published), max(other, published), value, "DURATION", unit)


def _month(f: Filled) -> Period | None:
    number = f.whole("month", "month", "mon")
    if number is None:
        number = int(f.text("mm") or 0)
    year = told_year(f, "year", "year2", "yy")
    if year is not None:
        return periods.month(year, number)
    published = f.setting.published
    if published is None:
        return Period(None, None, f"XXXX-{number:02d}", grain="M")
    ahead = (number - published.month) % 12
    shift = f.whole("direction", "direction") or f.shift
    if shift:
        step = (ahead or 12) if shift > 0 else (ahead or 12) - 12 if ahead else -12
    elif ahead == 0:
        step = 0
    else:
        side = f.lean() or (1 if ahead <= 4 else -1)
        step = ahead if side > 0 else ahead - 12
    when = periods.add_months(published.replace(day=1), step)
    return periods.month(when.year, when.month)


def _month_this(f: Filled) -> Period | None:
    """« ce mois de mai »: of the year of publication."""
    number, published = f.whole("month", "month") or 1, f.setting.published
    return periods.month(published.year, number) if published else Period(None, None, f"XXXX-{number:02d}", grain="M")


def _nth_weekday(f: Filled) -> Period | None:
    nth, number = f.whole("ordinal", "ordinal") or 1, f.whole("weekday", "weekday") or 1
    whole = _month(f)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if nth < 0:
        return periods.day(whole.end - dt.timedelta(days=(whole.end.isoweekday() - number) % 7))
    first = whole.start + dt.timedelta(days=(number - whole.start.isoweekday()) % 7)
    return periods.day(first + dt.timedelta(days=7 * (nth - 1)))


def _year(f: Filled) -> Period | None:
    number = year_of(f, "year", "modern_year")
    return periods.year(number) if number else None


def _years(f: Filled) -> Period | None:
    first = year_of(f, "modern_year") or 0
    tail = f.text("modern_year2", "year_tail") or "0"
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last <= first + 300:
        return None
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), f"{first}/{last}", grain="Y")


def _decade(f: Filled) -> Period | None:
    digits = f.text("decade_digits")
    number = int(digits.lstrip("'")) if digits else f.whole("decade", "decade") or 0
    return periods.decade(number if number >= 100 else 1900 + number)


def _century(f: Filled) -> Period | None:
    roman, number = f.text("roman"), f.number("n") or f.whole("ordinal", "ordinal")
    if roman:
        values = [{"i": 1, "v": 5, "x": 10}[c] for c in roman]
        number = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return periods.century(number) if number and 1 <= number <= 30 else None


def _quarter(f: Filled) -> Period | None:
    number = int(f.text("quarter") or 0) or f.whole("ordinal", "ordinal") or 0
    unit = unit_of(f) if f.text("quarter_unit") else "Q"
    year = year_of(f, "year")
    if year is None:
        if f.setting.published is None:
            return None
        year = f.setting.published.year + (f.whole("direction", "direction") or 0)
    count = 4 if unit == "Q" else 2
    number = count if number < 0 else number
    if not 1 <= number <= count:
        return None
    return periods.quarter(year, number) if unit == "Q" else periods.half_year(year, number)


def _season(f: Filled) -> Period | None:
    code, year, published = f.code("season", "season", "season2") or "SU", year_of(f, "year"), f.setting.published
    if year is None:
        if published is None:
            return Period(None, None, f"XXXX-{code}", grain="Q")
        shift = f.whole("direction", "direction") or f.shift
        options = [periods.season(published.year + step, code) for step in (-2, -1, 0, 1, 2)]
        side = shift or (0 if any(_holds(o, published) for o in options) else f.lean())
        if side > 0:
            return next((o for o in options if o.start and o.start > published), None)
        if side < 0:
            return next((o for o in reversed(options) if o.end and o.end < published), None)
        return min(options, key=lambda o: _distance(o, published))
    return periods.season(year, code)


def _holds(period: Period, when: Day) -> bool:
    return period.start is not None and period.end is not None and period.start <= when <= period.end


def _distance(period: Period, when: Day) -> int:
    if period.start is None or period.end is None or _holds(period, when):
        return 0
    return min(abs((period.start - when).days), abs((period.end - when).days))


def _season_any(f: Filled) -> Period | None:
    return Period(None, None, f"XXXX-{f.code('season', 'season')}", grain="Q")


OPS: dict[str, Callable[[Filled], Period | None]] = {
    "nth_weekday": _nth_weekday,
    "period": _period,
    "period_sequel": _period_from_focus,
    "period_same": _period_from_focus,
    "stretch": _stretch,
    "month": _month,
    "month_this": _month_this,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
    "season_any": _season_any,
}
