"""What can go wrong with one article, for the person at the keyboard."""

from __future__ import annotations


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
