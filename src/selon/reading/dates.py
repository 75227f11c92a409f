"""The date of publication, as the many ways of writing it in data come to one: an ISO date, or date and time."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_date(value: object) -> str | None:
    """``value`` (ISO 8601 in any form, or RFC 2822) as ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SS±HH:MM``, else None."""
    text = str(value or "").strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}", text):
            return dt.date.fromisoformat(text).isoformat()
        return _form(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        pass
    try:
        return _form(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if found := _DAY.match(text):  # "2024-10-18 around noon": the day at least
        try:
            return dt.date.fromisoformat(found[0]).isoformat()
        except ValueError:
            return None
    return None


def _form(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")
