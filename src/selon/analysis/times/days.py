"""Days: dates, weekdays, « hier », « le lendemain »."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from selon.analysis.times import periods
from selon.analysis.times.filled import Filled, Found, told_year, with_part, year_of
from selon.analysis.times.periods import Day, Period

# A day and month without a year is the nearest one, unless a verb says otherwise and the nearest is this far off.
# Verbs of planning look back too (« ont convoqué les syndicats le 15 juin »): a past verb needs a longer way.
_SURE_AHEAD, _SURE_BACK = 120, 45


def _nearest_day(f: Filled, month: int, number: int, shift: int | None) -> Day | None:
    """The day in the year that publication, the verb and « dernier » or « prochain » point to."""
    published = f.setting.published
    if published is None:
        return None
    options = []
    for year in range(published.year - 8, published.year + 9):
        try:
            options.append(dt.date(year, month, number))
        except ValueError:
            continue  # 29 February
    if not options:
        return None
    if shift is not None and shift != 0:
        options = [o for o in options if (o > published if shift > 0 else o < published)]
        return min(options, key=lambda o: abs((o - published).days))
    nearest = min(options, key=lambda o: abs((o - published).days))
    away = (nearest - published).days
    if away > _SURE_AHEAD or -away > _SURE_BACK:
        lean = f.lean()
        if lean * away < 0:
            options = [o for o in options if (o - published).days * lean >= 0]
            return min(options, key=lambda o: abs((o - published).days))
    return nearest


def _dated(f: Filled, number: int, month: int, year: int | None, shift: int | None) -> Period | None:
    if year is not None:
        return periods.day(dt.date(year, month, number))
    when = _nearest_day(f, month, number, shift)
    if when is None:
        dt.date(2024, month, number)  # raises where there is no such day
        return Period(None, None, f"XXXX-{month:02d}-{number:02d}")
    return periods.day(when)


def _day(f: Filled) -> Period | None:
    month = f.whole("month", "month", "mon", "mon2", "mon3")
    if month is None:
        month = int(f.text("mm", "mm2", "mm3") or 0)
    number = f.number("day", "day2", "day3", "dd", "dayword") or 0
    year = told_year(f, "year", "year2", "year3", "yy", "yyyy")
    if f.text("dd") and month > 12 >= number:
        number, month = month, number
    return _dated(f, number, month, year, f.whole("direction", "direction"))


def days(f: Filled) -> list[Found]:
    month, year = f.whole("month", "mon"), year_of(f, "year")
    shift = f.whole("direction", "direction")
    first, last = f.number("day") or 0, f.number("day2") or 0
    if month is None:  # the 4th to the 23rd of next month
        base = f.setting.published
        if base is None or shift is None:
            return []
        other = periods.add_months(base, shift)
        month, year = other.month, other.year
    end = _dated(f, last, month, year, shift)
    if end is None:
        return []
    start = _dated(f, first, month, end.start.year if end.start else year, None)
    joint = f.code("connector", "connector") if f.text("connector") else "to"
    if start is None:
        return []
    a, b = f.match.start(), f.match.end()
    if joint == "to" or last == first + 1 or f.relation == "between":
        value = f"{start.value}/{end.value}"
        return [Found(a, b, Period(start.start, end.end, value, grain="D"))]
    return [Found(a, f.match.end("day"), start), Found(f.match.start("day2"), b, end)]


def near_weekday(f: Filled, number: int, shift: int | None) -> Day | None:
    published = f.setting.published
    if published is None:
        return None
    back = (published.isoweekday() - number) % 7
    if shift is not None and shift < 0:
        return published - dt.timedelta(days=back or 7)
    if shift is not None and shift > 0:
        return published + dt.timedelta(days=7 - back)
    if back == 0:
        return published
    side = f.lean() or f.grammar.calendar.weekday_default
    return published - dt.timedelta(days=back) if side < 0 else published + dt.timedelta(days=7 - back)


def _weekday(f: Filled) -> Period | None:
    number = f.whole("weekday", "weekday", "wday") or 1
    shift = f.whole("direction", "direction")
    when = near_weekday(f, number, f.shift or shift)
    period = periods.day(when) if when else Period(None, None, f"XXXX-WXX-{number}")
    return with_part(period, f.code("part", "part", "part2"))


def _weekday_week(f: Filled) -> Period | None:
    """ "Thursday of last week"."""
    number, shift, published = (
        f.whole("weekday", "weekday") or 1,
        f.whole("direction", "direction") or 0,
        f.setting.published,
    )
    if published is None:
        return Period(None, None, f"XXXX-WXX-{number}")
    monday = published - dt.timedelta(days=published.weekday())
    return periods.day(monday + dt.timedelta(days=7 * shift + number - 1))


def _weekday_sequel(f: Filled) -> Period | None:
    number, base = f.whole("weekday", "weekday") or 1, f.setting.day
    if base is None:
        return Period(None, None, f"XXXX-WXX-{number}")
    sense = f.whole("sequel", "sequel") or f.shift or 1
    gap = ((number - base.isoweekday()) * sense) % 7 or 7
    return periods.day(base + dt.timedelta(days=sense * gap))


def _weekly(f: Filled) -> Period | None:
    number = f.whole("weekday", "weekday", "weekday_plural")
    part = f.code("part", "part", "part2")
    return Period(None, None, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "SET")


def _monthday(f: Filled) -> Period | None:
    """« le 23 »: the day of the month nearest to publication, on the side of the verb."""
    number, published = f.number("day", "dayword") or 0, f.setting.published
    weekday = f.whole("weekday", "weekday")
    if not 1 <= number <= 31:
        return None
    if published is None:
        return Period(None, None, f"XXXX-XX-{number:02d}")
    options = []
    for step in range(-3, 4):
        base = periods.add_months(published.replace(day=1), step)
        try:
            option = base.replace(day=number)
        except ValueError:
            continue
        if weekday is None or option.isoweekday() == weekday:
            options.append(option)
    lean = 0 if weekday else f.lean()
    side = [o for o in options if (o - published).days * lean >= 0] or options
    return periods.day(min(side, key=lambda o: abs((o - published).days))) if side else None


def _deictic(f: Filled) -> Period | None:
    published, offset = f.setting.published, f.whole("deictic", "deictic") or 0
    part = f.code("part", "part", "part2")
    if published is None:
        return Period(None, None, f"T{part}" if part else "XXXX-XX-XX", "TIME" if part else "DATE")
    return with_part(periods.day(published + dt.timedelta(days=offset)), part)


def _focus_day(f: Filled) -> Period | None:
    base, part = f.setting.day, f.code("part", "part", "part2")
    if base is None:
        return None
    return with_part(periods.day(base + dt.timedelta(days=f.shift)), part)


def _already(f: Filled) -> Period | None:
    return Period(None, f.setting.published, "PAST_REF")


OPS: dict[str, Callable[[Filled], Period | None]] = {
    "day": _day,
    "weekday": _weekday,
    "weekday_sequel": _weekday_sequel,
    "weekday_week": _weekday_week,
    "weekly": _weekly,
    "monthday": _monthday,
    "deictic": _deictic,
    "already": _already,
    "focus_day": _focus_day,
}
