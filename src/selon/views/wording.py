"""Values in words that a person would use: "~10,000 soldats", "8–13 October 2024", "does not deny"."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterable
from functools import lru_cache

from selon.languages.nouns import counted
from selon.model import Claim, Quantity, Time
from selon.views.i18n import Interface, format_date, format_interval, format_skeleton


def _(message: str) -> str:
    """Marks a message for the catalogue; it is translated where it is used."""
    return message


STANCES = {
    "asserts": _("asserts"),
    "confirms": _("confirms"),
    "denies": _("denies"),
    "does-not-deny": _("does not deny"),
    "doubts": _("doubts"),
    "declines": _("will not say"),
    "fears": _("fears"),
    "asks": _("asks for"),
    "intends": _("intends"),
    "criticises": _("criticises"),
    "approves": _("approves"),
}
CERTAINTIES = {
    "certain": _("certain"),
    "probable": _("probable"),
    "possible": _("possible"),
    "conditional": _("on a condition"),
    "reported": _("not vouched for"),
    "denied": _("denied"),
    "unasserted": _("not asserted"),
}
# Round bounds that stand for a noun of number in the words ("des dizaines" is 20-99 by the guidelines).
_NOUNS = {
    (20, 99): _("dozens"),
    (200, 999): _("hundreds"),
    (2_000, 9_999): _("thousands"),
    (20_000, 99_000): _("tens of thousands"),
    (20_000, 99_999): _("tens of thousands"),
    (200_000, 999_999): _("hundreds of thousands"),
    (2_000_000, 999_999_999): _("millions"),
}
SIGNS = {"percent": "%", "euro": "€", "dollar": "$", "pound": "£", "yen": "¥"}
_ANSWERS = {"yes": _("yes"), "no": _("no")}


def stance(interface: Interface, value: str) -> str:
    """A stance in words."""
    return interface.text(STANCES.get(value, value))


def certainty(interface: Interface, value: str) -> str:
    """A certainty in words."""
    return interface.text(CERTAINTIES.get(value, value))


def answer(interface: Interface, value: str) -> str:
    """The answer to a yes-no question in words."""
    return interface.text(_ANSWERS.get(value, value))


def bounds(interface: Interface, low: float | None, high: float | None, unit: str = "") -> str:
    """A number with its bounds: "3,000", "~10,000", "at least 3,000", "up to 6,000", "dozens (20–99)", "5–8".

    ``unit`` is a concept: shares and the commoner currencies have a sign ("8%", « 8 % »).
    """
    sign = SIGNS.get(unit, "")

    def n(value: float) -> str:
        number = interface.number(value)
        if sign and interface.language == "fr":
            return f"{number}\u00a0{sign}"
        return f"{number}{sign}" if sign == "%" else f"{sign}{number}"

    if low is None and high is None:
        return interface.text("an unknown number")
    if low is None or (low == 0 and high):
        return interface.text("up to {n}", n=n(high or 0))
    if high is None:
        return interface.text("at least {n}", n=n(low))
    if low == high:
        return n(low)
    pair = f"{n(low)}–{n(high)}"
    if (noun := _NOUNS.get((int(low), int(high)))) is not None:
        return f"{interface.text(noun)} ({pair})"
    middle = (low + high) / 2
    if math.isclose(high - middle, middle / 10, rel_tol=1e-3):
        return f"~{n(_tidy(middle))}"
    if math.isclose(low, high * 0.9, rel_tol=1e-3):
        return interface.text("nearly {n}", n=n(high))
    return pair


def _tidy(value: float) -> float:
    """The number itself where the bounds came from rounding (1045.0000001 is 1045)."""
    return round(value) if abs(value - round(value)) < 0.06 * max(1.0, abs(value) / 1e3) else round(value, 2)


def quantity(interface: Interface, value: Quantity, language: str | None) -> str:
    """A quantity with its counted noun, which stays in the article's language."""
    number = bounds(interface, value.low, value.high)
    if not value.unit:
        return number
    one = value.low == value.high and value.low is not None and abs(value.low) < (2 if language == "fr" else 1.0001)
    return f"{number} {value.unit if one else counted(value.unit, language)}"


def day(interface: Interface, value: dt.date) -> str:
    """A day in full: "24 October 2024"."""
    return format_date(
        value, "d MMMM y" if value.day != 1 or interface.language != "fr" else "d'er' MMMM y", interface.locale
    )


def short_day(interface: Interface, value: dt.date) -> str:
    """A day without its year, for an axis: "24 Oct"."""
    return format_skeleton("MMMd", value, locale=interface.locale)


def published(interface: Interface, value: str | None) -> str:
    """An article's ISO date in words; other text as it stands; "no date" where there is none."""
    if not value:
        return interface.text("no date")
    return _published(interface, value)


@lru_cache(maxsize=10_000)
def _published(interface: Interface, value: str) -> str:
    date = _date(value)
    return day(interface, date) if date else value


def time(interface: Interface, value: Time) -> str:
    """What a claim speaks about, in words: a day, a month, a year, a range, open on one side; durations as they are."""
    return period(interface, value.start, value.end) or value.value


def period(interface: Interface, first: str | None, last: str | None) -> str:
    """A range of ISO dates (inclusive, None: open) in words; empty where neither side is a date."""
    start, end = _date(first), _date(last)
    if start and end:
        if start == end:
            return day(interface, start)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
        if whole and (start.year, start.month) == (end.year, end.month):
            return format_skeleton("yMMMM", start, locale=interface.locale)
        return format_interval(start, end, "yMMMMd", locale=interface.locale)
    if start:
        return interface.text("from {day}", day=day(interface, start))
    if end:
        return interface.text("until {day}", day=day(interface, end))
    return ""


def _date(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def chain(interface: Interface, claim: Claim) -> list[str]:
    """The way of the words to the article, first source first: NIS, Park Sun-won, this article."""
    names = (claim.speaker, *(relay.speaker for relay in reversed(claim.relay)))
    return [*(interface.name(name) for name in names), interface.text("this article")]


def join(parts: Iterable[str]) -> str:
    """Parts of a card's line with a middle dot between them."""
    return " · ".join(part for part in parts if part)
