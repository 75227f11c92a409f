"""Spans of days and their TIMEX3 values: arithmetic on the calendar, nothing of language."""

from __future__ import annotations

import calendar as _calendar
import datetime as dt
from dataclasses import dataclass, replace

Day = dt.date
# Units from short to long; the hours of a day, its night and a weekend are told as days are.
_LENGTHS = (("TS", "TM", "TH", "D", "N", "WE"), ("W", "F"), ("M",), ("Q", "H"), ("Y",), ("E",), ("C",))
_RANKS = {unit: rank for rank, units in enumerate(_LENGTHS) for unit in units}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, inclusive (None: open or unknown), with TIMEX3 ``type`` and ``value``.

    ``grain`` is the unit it was told in; ``vague`` marks a period that dates nothing by itself.
    """

    start: Day | None
    end: Day | None
    value: str
    type: str = "DATE"
    grain: str = "D"


def rank(unit: str) -> int:
    """The place of a unit among all, from short to long."""
    return _RANKS[unit]


def day(when: Day) -> Period:
    return Period(when, when, when.isoformat())


def month(year: int, number: int) -> Period:
    return Period(
        dt.date(year, number, 1),
        dt.date(year, number, _calendar.monthrange(year, number)[1]),
        f"{year:04d}-{number:02d}",
        grain="M",
    )


def year(number: int) -> Period:
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}", grain="Y")


def week(holding: Day) -> Period:
    monday = holding - dt.timedelta(days=holding.weekday())
    iso = holding.isocalendar()
    return Period(monday, monday + dt.timedelta(days=6), f"{iso.year:04d}-W{iso.week:02d}", grain="W")


def weekend(holding: Day) -> Period:
    """The Saturday and Sunday of the week of ``holding``."""
    whole = week(holding)
    assert whole.start is not None and whole.end is not None
    return Period(whole.start + dt.timedelta(days=5), whole.end, whole.value + "-WE", grain="WE")


def quarter(of_year: int, number: int) -> Period:
    first, last = month(of_year, 3 * number - 2), month(of_year, 3 * number)
    return Period(first.start, last.end, f"{of_year:04d}-Q{number}", grain="Q")


def half_year(of_year: int, number: int) -> Period:
    first, last = month(of_year, 6 * number - 5), month(of_year, 6 * number)
    return Period(first.start, last.end, f"{of_year:04d}-H{number}", grain="H")


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def season(of_year: int, code: str) -> Period:
    """A meteorological season; winter is told by the year of its December."""
    first, last = _SEASONS[code]
    end = month(of_year + (last < first), last).end
    return Period(dt.date(of_year, first, 1), end, f"{of_year:04d}-{code}", grain="Q")


def decade(first: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), f"{first // 10:03d}", grain="E")


def century(number: int) -> Period:
    first = 100 * (number - 1) + 1
    return Period(dt.date(first, 1, 1), dt.date(first + 99, 12, 31), f"{number - 1:02d}", grain="C")


def add_months(when: Day, count: int) -> Day:
    index = when.year * 12 + when.month - 1 + count
    of_year, of_month = divmod(index, 12)
    last = _calendar.monthrange(of_year, of_month + 1)[1]
    return dt.date(of_year, of_month + 1, min(when.day, last))


_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "N": 1, "W": 7, "WE": 7, "F": 14}


def shifted(when: Day, count: float, unit: str) -> Day:
    """``when`` moved by ``count`` units; raises OverflowError or ValueError outside the years 1 to 9999."""
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        whole = int(months)
        return add_months(when, whole) + dt.timedelta(days=round((months - whole) * 30))
    if unit in _DAYS:
        return when + dt.timedelta(days=round(count * _DAYS[unit]))
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit] * count
    return when + dt.timedelta(days=int(seconds / 86400))


def around(when: Day, unit: str) -> Period:
    """The whole unit that holds ``when``: its week, its month, its year …"""
    if unit == "WE":
        return weekend(when)
    if unit in {"W", "F"}:
        return week(when)
    if unit == "M":
        return month(when.year, when.month)
    if unit == "Q":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "H":
        return half_year(when.year, (when.month + 5) // 6)
    if unit == "Y":
        return year(when.year)
    if unit == "E":
        return decade(when.year // 10 * 10)
    if unit == "C":
        return century((when.year + 99) // 100)
    return day(when)


def duration(count: float | None, unit: str) -> str:
    """The ISO 8601 duration of ``count`` units (None: some, written X as TIMEX3 does)."""
    factor, letter, clock = {
        "TS": (1, "S", "T"),
        "TM": (1, "M", "T"),
        "TH": (1, "H", "T"),
        "D": (1, "D", ""),
        "N": (1, "D", ""),
        "WE": (1, "WE", ""),
        "W": (1, "W", ""),
        "F": (2, "W", ""),
        "M": (1, "M", ""),
        "Q": (3, "M", ""),
        "H": (6, "M", ""),
        "Y": (1, "Y", ""),
        "E": (10, "Y", ""),
        "C": (100, "Y", ""),
    }[unit]
    if count is None:
        return f"P{clock}X{letter}"
    return f"P{clock}{round(count * factor, 3):g}{letter}"


def part_of(period: Period, edge: str) -> Period:
    """The first, middle or last third of a period (« début », « mi- », « fin »); a day stays whole."""
    if period.start is None or period.end is None or period.start == period.end:
        return period
    days = (period.end - period.start).days + 1
    third = round(days / 3)
    if edge == "start":
        return replace(period, end=period.start + dt.timedelta(days=third - 1))
    if edge == "end":
        return replace(period, start=period.end - dt.timedelta(days=third - 1))
    return replace(period, start=period.start + dt.timedelta(days=third), end=period.end - dt.timedelta(days=third))
