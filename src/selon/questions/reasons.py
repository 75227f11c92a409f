"""Reasons in words that keep their parts, so that a page can say them in its reader's language.

A reason is its English text. ``message`` is the sentence with ``{name}`` fields, ``values`` fill them: a Figure,
another Reason, or a name that stays as it is. ``tools/messages.py`` collects the messages for the catalogues.
"""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A number's bounds, inclusive; None where a side is open."""

    low: float | None
    high: float | None

    def __str__(self) -> str:
        """In words and digits: "3,000", "at least 3,000", "up to 8,000", "9,000–11,000"."""
        if self.low is None and self.high is None:
            return "no figure"
        if self.low is not None and self.low == self.high:
            return _digits(self.low)
        if self.high is None:
            return f"at least {_digits(self.low or 0)}"
        if not self.low:
            return f"up to {_digits(self.high)}"
        return f"{_digits(self.low)}–{_digits(self.high)}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


class Reason(str):
    """An English sentence with its ``message`` and the ``values`` that fill it."""

    __slots__ = ("message", "values")
    message: str
    values: dict[str, Figure | str]

    def __new__(cls, message: str, /, **values: Figure | str) -> Reason:
        made = super().__new__(cls, message.format(**values) if values else message)
        made.message, made.values = message, values
        return made


def _digits(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}"
