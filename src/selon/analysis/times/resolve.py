"""What a matched construction means: one small function an ``op``, from the filled slots to a period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from selon.analysis.times import periods
from selon.analysis.times.grammar import Grammar
from selon.analysis.times.periods import Day, Period

# A day and month without a year is the nearest one, unless a verb says otherwise and the nearest is this far off.
# Verbs of planning look back too (« ont convoqué les syndicats le 15 juin »): a past verb needs a longer way.
_SURE_AHEAD, _SURE_BACK = 120, 45
_FAR_DAYS, _NEAR_CHARACTERS = 31, 80  # days from publication, characters in the text


@dataclass(frozen=True, slots=True)
class Found:
    """A period with the range of the text that tells it."""

    start: int
    end: int
    period: Period


class Setting:
    """What a construction is read against: publication, and the time spoken of last (``focus``)."""

    def __init__(self, published: Day | None) -> None:
        self.published = published
        self.focus: Period | None = None
        self.focus_day: Day | None = None
        self.focus_at = 0  # where in the text the focus was told
        self.moment: str = ""

    def note(self, period: Period, at: int) -> None:
        """Remember a period, told at ``at``, that later ones may be told from."""
        if period.type == "TIME":
            self.moment = period.value
        if period.type not in {"DATE", "TIME"} or period.start is None or period.value.endswith("_REF"):
            return
        self.focus = period
        if period.grain == "D" and period.start == period.end:
            self.focus_day, self.focus_at = period.start, at

    def day_at(self, at: int) -> Day | None:
        """The day that an hour told at ``at`` falls on: the one spoken of last, or publication.

        A day of long ago is left behind after a sentence ("the record of 21 August 1922 fell. The night was hot").
        """
        if self.focus_day is None or self.published is None:
            return self.day
        far = abs((self.focus_day - self.published).days) > _FAR_DAYS
        return self.published if far and at - self.focus_at > _NEAR_CHARACTERS else self.focus_day

    @property
    def day(self) -> Day | None:
        return self.focus_day or self.published


@dataclass(frozen=True, slots=True)
class Filled:
    """A construction's match with its slots, read by name."""

    match: re.Match[str]
    grammar: Grammar
    setting: Setting
    lean: Callable[[], int]
    shift: int
    relation: str

    def text(self, *names: str) -> str | None:
        """The first filled slot among ``names``."""
        known = self.match.re.groupindex
        for name in names:
            if name in known and self.match[name]:
                words: str = self.match[name]
                return words
        return None

    def look(self, table: str, *slots: str) -> int | float | str | None:
        """The value of the first filled slot in a word table."""
        word = self.text(*slots)
        if word is None:
            return None
        key = re.sub(r"\s+", " ", word).strip()
        entries = self.grammar.lexicon[table]
        return entries.get(key, entries.get(key.rstrip(".")))

    def whole(self, table: str, *slots: str) -> int | None:
        value = self.look(table, *slots)
        return int(value) if isinstance(value, int | float) else None

    def code(self, table: str, *slots: str) -> str | None:
        value = self.look(table, *slots)
        return value if isinstance(value, str) else None

    def number(self, *slots: str) -> int | None:
        word = self.text(*slots)
        if word is None:
            return None
        value = count_of(word, self.grammar)
        return None if value is None else int(value)


def count_of(words: str, grammar: Grammar) -> float | None:
    """The number that ``words`` (folded) say; None where they are vague (« quelques ») or say none."""
    if any(words.startswith(word + " ") or words == word for word in grammar.lexicon["vague"]):
        return None
    digits = re.match(r"\d+(?:[.,]\d+)?", words)
    if digits:
        return float(digits[0].replace(",", "."))
    numbers, ordinals = grammar.lexicon["number"], grammar.lexicon["ordinal"]
    collectives = grammar.lexicon["collective"]
    total, seen = 0, False
    for word in re.findall(r"[^\W_]+", words):
        if (word in collectives or word.rstrip("s") in collectives) and word not in numbers:
            # A plural is vague: « quelques dizaines », "dozens".
            return float(collectives[word]) if word in collectives else None
        value = numbers.get(word, ordinals.get(word))
        if not isinstance(value, int | float):
            continue
        seen = True
        amount = int(value)
        if amount in {100, 1000}:
            total = max(total, 1) * amount
        elif amount == 20 and total == 4:
            total = 80
        else:
            total += amount
    return float(total) if seen else None


def _year_of(f: Filled, *slots: str) -> int | None:
    word = f.text(*slots)
    if word is None:
        return None
    return _full_year(int(word.lstrip("'")), f.setting.published)


def _told_year(f: Filled, *slots: str) -> int | None:
    """The year as written, or as « de l'année dernière » counts it."""
    shift, published = f.whole("direction", "direction2"), f.setting.published
    if shift is not None and published is not None:
        return published.year + shift
    return _year_of(f, *slots)


def _full_year(number: int, published: Day | None) -> int:
    """Two digits of a year are read within the ninety years up to ten years ahead."""
    if number >= 100:
        return number
    limit = (published.year if published else 2030) + 10
    century = limit // 100 * 100
    return century + number if century + number <= limit else century - 100 + number


def _with_part(period: Period, part: str | None) -> Period:
    return replace(period, type="TIME", value=f"{period.value}T{part}") if part else period


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
    year = _told_year(f, "year", "year2", "year3", "yy", "yyyy")
    if f.text("dd") and month > 12 >= number:
        number, month = month, number
    return _dated(f, number, month, year, f.whole("direction", "direction"))


def _days(f: Filled) -> list[Found]:
    month, year = f.whole("month", "mon"), _year_of(f, "year")
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


def _near_weekday(f: Filled, number: int, shift: int | None) -> Day | None:
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
    when = _near_weekday(f, number, f.shift or shift)
    period = periods.day(when) if when else Period(None, None, f"XXXX-WXX-{number}")
    return _with_part(period, f.code("part", "part", "part2"))


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


def _nth_weekday(f: Filled) -> Period | None:
    nth, number = f.whole("ordinal", "ordinal") or 1, f.whole("weekday", "weekday") or 1
    whole = _month(f)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if nth < 0:
        return periods.day(whole.end - dt.timedelta(days=(whole.end.isoweekday() - number) % 7))
    first = whole.start + dt.timedelta(days=(number - whole.start.isoweekday()) % 7)
    return periods.day(first + dt.timedelta(days=7 * (nth - 1)))


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


def _night(f: Filled) -> Period | None:
    """« la nuit de lundi à mardi »: from the first day to the day after."""
    published = f.setting.published
    offset = f.whole("deictic", "deictic")
    if offset is not None:
        when = published + dt.timedelta(days=offset) if published else None
    else:
        when = _near_weekday(f, f.whole("weekday", "weekday") or 1, None)
    if when is None:
        return Period(None, None, "TNI", "TIME")
    both = f.text("weekday2", "deictic2")
    return Period(when, when + dt.timedelta(days=1) if both else when, f"{when.isoformat()}TNI", "TIME")


def _deictic(f: Filled) -> Period | None:
    published, offset = f.setting.published, f.whole("deictic", "deictic") or 0
    part = f.code("part", "part", "part2")
    if published is None:
        return Period(None, None, f"T{part}" if part else "XXXX-XX-XX", "TIME" if part else "DATE")
    return _with_part(periods.day(published + dt.timedelta(days=offset)), part)


def _unit(f: Filled, *slots: str) -> str:
    names = slots or ("unit", "unit2", "calendar_unit", "calendar_unit2", "short_unit", "year_unit", "quarter_unit")
    return f.code("unit", *names) or "D"


def _period(f: Filled) -> Period | None:
    published, unit = f.setting.published, _unit(f)
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
    unit = _unit(f)
    base = (f.setting.focus.start if f.setting.focus else None) or f.setting.published
    if base is None:
        return None
    shift = f.whole("sequel", "sequel") or f.shift
    return periods.around(periods.shifted(base, shift, unit), unit)


def _stretch(f: Filled) -> Period | None:
    unit = _unit(f)
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


def _count(f: Filled) -> float | None:
    words = f.text("count", "decimal", "n")
    if words is None:
        fraction = f.look("fraction", "fraction")
        return float(fraction) if isinstance(fraction, int | float) else None
    return count_of(words, f.grammar)


def _moved(f: Filled, base: Day | None, sense: int, told_from_focus: bool) -> Period | None:
    """A count of units away from ``base``: the whole week, month or year that it falls in."""
    count, unit = _count(f), _unit(f)
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
    focus = f.setting.focus
    base = (focus.start if focus else None) or f.setting.published
    return _moved(f, base, f.shift, True)


def _within(f: Filled) -> Period | None:
    count, unit, published = _count(f), _unit(f), f.setting.published
    end = periods.shifted(published, count, unit) if published and count is not None else None
    return Period(published, end, periods.duration(count, unit), "DURATION", unit)


def _since(f: Filled) -> Period | None:
    count, unit, published = _count(f), _unit(f), f.setting.published
    start = periods.shifted(published, -count, unit) if published and count is not None else None
    return Period(start, None, periods.duration(count, unit), "DURATION", unit)


def _duration(f: Filled) -> Period | None:
    term = f.code("term", "term")
    if term:
        return Period(None, None, term, "DURATION")
    unit = _unit(f)
    fraction = f.look("fraction", "fraction")
    extra = float(fraction) if isinstance(fraction, int | float) else 0.0
    if f.text("count", "decimal", "n"):
        count = _count(f)
        total = None if count is None else count + extra
    else:
        total = extra or (1.0 if f.shift else None)
    value = _short_duration(total, unit)
    second = f.text("n2")
    if second and total is not None:
        other = periods.duration(count_of(second, f.grammar), _unit(f, "short_unit2"))
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
    return Period(None, None, periods.duration(float(f.number("n") or 1), _unit(f)), "SET")


def _frequency(f: Filled) -> Period | None:
    return Period(None, None, f.code("frequency", "frequency") or "P1D", "SET")


def _reference(f: Filled) -> Period | None:
    return Period(None, None, f.code("reference", "reference") or "PRESENT_REF")


def _already(f: Filled) -> Period | None:
    return Period(None, f.setting.published, "PAST_REF")


def _focus_day(f: Filled) -> Period | None:
    base, part = f.setting.day, f.code("part", "part", "part2")
    if base is None:
        return None
    return _with_part(periods.day(base + dt.timedelta(days=f.shift)), part)


def _focus_moment(f: Filled) -> Period | None:
    base = f.setting.day
    if base is None:
        return None
    return Period(base, base, f.setting.moment or base.isoformat(), "TIME")


def _month(f: Filled) -> Period | None:
    number = f.whole("month", "month", "mon")
    if number is None:
        number = int(f.text("mm") or 0)
    year = _told_year(f, "year", "year2", "yy")
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


def _year(f: Filled) -> Period | None:
    number = _year_of(f, "year", "modern_year")
    return periods.year(number) if number else None


def _years(f: Filled) -> Period | None:
    first = _year_of(f, "modern_year") or 0
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
    unit = _unit(f) if f.text("quarter_unit") else "Q"
    year = _year_of(f, "year")
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
    code, year, published = f.code("season", "season", "season2") or "SU", _year_of(f, "year"), f.setting.published
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


def on_day(clock: Period, when: Day | None) -> Period:
    """A time of day placed on a day (None: left floating)."""
    told = clock.value[clock.value.index("T") :]
    if when is None:
        return Period(None, None, told, "TIME")
    return Period(when, when, f"{when.isoformat()}{told}", "TIME")


def _part(f: Filled) -> Period | None:
    published = f.setting.published
    shift = f.whole("direction", "direction") or f.shift
    when = published + dt.timedelta(days=min(shift, 0)) if published else None
    return on_day(Period(None, None, f"T{f.code('part', 'part')}", "TIME"), when)


def _part_focus(f: Filled) -> Period | None:
    return on_day(Period(None, None, f"T{f.code('part', 'part')}", "TIME"), f.setting.day_at(f.match.start()))


_OPS: dict[str, Callable[[Filled], Period | None]] = {
    "day": _day,
    "weekday": _weekday,
    "weekday_sequel": _weekday_sequel,
    "weekday_week": _weekday_week,
    "weekly": _weekly,
    "nth_weekday": _nth_weekday,
    "monthday": _monthday,
    "night": _night,
    "deictic": _deictic,
    "period": _period,
    "period_sequel": _period_from_focus,
    "period_same": _period_from_focus,
    "stretch": _stretch,
    "ago": _ago,
    "ahead": _ahead,
    "ahead_or_long": _ahead_or_long,
    "within": _within,
    "since": _since,
    "already": _already,
    "from_focus": _from_focus,
    "focus_day": _focus_day,
    "focus_moment": _focus_moment,
    "month": _month,
    "month_this": _month_this,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
    "season_any": _season_any,
    "duration": _duration,
    "set": _set,
    "frequency": _frequency,
    "reference": _reference,
    "clock": _clock,
    "part": _part,
    "part_focus": _part_focus,
}


def resolve(op: str, filled: Filled) -> list[Found]:
    """The periods that a match tells; none where its words make no date (30 February, the year 10,000)."""
    try:
        if op == "days":
            return _days(filled)
        period = _OPS[op](filled)
    except (ValueError, OverflowError):
        return []
    return [Found(filled.match.start(), filled.match.end(), period)] if period else []
