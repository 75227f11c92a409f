"""What can go wrong with one article, for the person at the keyboard."""

from __future__ import annotations

import logging


class ReadingError(Exception):
    """One unit (a file, a line, a page) that can't be read; the rest of a batch goes on.

    ``place`` is where (file, ``file:line``, URL), ``what`` what is amiss, ``advice`` what to do about it.
    """

    def __init__(self, place: str, what: str, advice: str = "") -> None:
        super().__init__(place, what, advice)
        self.place = place
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f". {self.advice}" if self.advice else "")


def unforeseen(place: str, error: Exception) -> ReadingError:
    """The error for what nobody thought of (a fault, ours or a library's): it costs one unit, and is logged."""
    logging.getLogger("selon.reading").warning("reading failed at %s", place, exc_info=error)
    return ReadingError(place, f"couldn't be read: {type(error).__name__}", "This is a fault in selon; -v says more")
