"""The day that a plain text gives at its top, on a line that tells little else.

    Publié le 12 mars 2025 à 14h30
    By Tom Hale | March 14, 2025

The headline (the first line) and whole sentences are not asked: the days in them are what the news is about.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from selon.languages.calendar import calendar
from selon.languages.loader import supported

LINES = 6  # of the text, blank ones not counted
LONGEST = 80  # characters of such a line
MOST_WORDS = 5  # on either side of the date: a byline, an hour

_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")


def top_date(text: str) -> str | None:
    """The day (ISO) that one of the first lines of a cleaned text gives, or None."""
    lines = [line for line in text.splitlines() if line.strip()][1:LINES]
    return next((day for line in lines if (day := _day_of(line))), None)


def _day_of(line: str) -> str | None:
    if len(line) > LONGEST or line.rstrip().endswith((".", "!", "?", "»", "”", '"')):
        return None
    for pattern in _patterns():
        found = pattern.search(line)
        if found and all(
            len(_WORD.findall(side)) <= MOST_WORDS for side in (line[: found.start()], line[found.end() :])
        ):
            month = found["m"].lower()
            try:
                return dt.date(int(found["y"]), int(_months().get(month) or month), int(found["d"])).isoformat()
            except ValueError:
                return None
    return None


@cache
def _months() -> dict[str, int]:
    """The months' names in every language that selon reads, in lower case."""
    return {name.lower(): number for code in supported() for name, number in calendar(code).months.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<m>{'|'.join(map(re.escape, _months()))})"
    day, year = r"\b(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d{2})\b"
    written = (rf"{day}(?:er|st|nd|rd|th)? {month},? {year}", rf"\b{month} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {year}")
    return (*(re.compile(each, re.IGNORECASE) for each in written), _ISO)
