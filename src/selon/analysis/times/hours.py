"""Hours and parts of the day, put on the day that they fall on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from selon.analysis.times.days import near_weekday
from selon.analysis.times.filled import Filled, on_day
from selon.analysis.times.periods import Period


def _clock(f: Filled) -> Period | None:
    noon = f.whole("noon", "noon")
    if noon is not None:
        hour: int | None = noon
    else:
        hour = f.number("hour", "hourword")
    if hour is None or not 0 <= hour <= 24:
        return None
    half = f.whole("half", "half", "ampm")
    if half == 12 and hour < 12:
        hour += 12
    elif half == 0 and hour == 12 and f.text("ampm"):
        hour = 0
    minute = f.number("minute", "past") or (30 if f.text("half_hour") else 0)
    before = f.number("to")
    if before:
        hour, minute = hour - 1, 60 - before
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    second = f.text("second")
    told = f"T{hour:02d}:{minute:02d}" + (f":{int(second):02d}" if second else "")
    return on_day(Period(None, None, told, "TIME"), f.setting.day_at(f.match.start()))


def _part(f: Filled) -> Period | None:
    published = f.setting.published
    shift = f.whole("direction", "direction") or f.shift
    when = published + dt.timedelta(days=min(shift, 0)) if published else None
    return on_day(Period(None, None, f"T{f.code('part', 'part')}", "TIME"), when)


def _part_focus(f: Filled) -> Period | None:
    return on_day(Period(None, None, f"T{f.code('part', 'part')}", "TIME"), f.setting.day_at(f.match.start()))


def _night(f: Filled) -> Period | None:
    """« la nuit de lundi à mardi »: from the first day to the day after."""
    published = f.setting.published
    offset = f.whole("deictic", "deictic")
    if offset is not None:
        when = published + dt.timedelta(days=offset) if published else None
    else:
        when = near_weekday(f, f.whole("weekday", "weekday") or 1, None)
    if when is None:
        return Period(None, None, "TNI", "TIME")
    both = f.text("weekday2", "deictic2")
    return Period(when, when + dt.timedelta(days=1) if both else when, f"{when.isoformat()}TNI", "TIME")


def _focus_moment(f: Filled) -> Period | None:
    base = f.setting.day
    if base is None:
        return None
    return Period(base, base, f.setting.moment or base.isoformat(), "TIME")


OPS: dict[str, Callable[[Filled], Period | None]] = {
    "night": _night,
    "focus_moment": _focus_moment,
    "clock": _clock,
    "part": _part,
    "part_focus": _part_focus,
}
