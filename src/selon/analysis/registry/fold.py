"""Folding for look-ups: case, accents and typography away, one character for one, so that offsets stay the text's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_SPECIAL = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "–": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ħ": "h", "ß": "s",
    "æ": "e", "Æ": "e", "œ": "e", "Œ": "e",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(char): folded for char, folded in _SPECIAL.items()}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        if code in table:
            continue
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    return table


_FOLD = _table()
_TYPOGRAPHY = {ord(char): folded for char, folded in _SPECIAL.items() if folded in "'- "}
_WORD = re.compile(r"[^\W_]+")


_SHORT, _LONG = 200, 200_000  # characters: a name isn't worth keeping, a book too large
_new = tuple.__new__


class Token(NamedTuple):
    """A word of a text in its folded form, with the offsets that it has in the text."""

    start: int
    end: int
    form: str


def fold(text: str) -> str:
    """``text`` in lower case without accents, curly quotes straight; as long as ``text``, character by character."""
    return text.translate(_FOLD)


def plain(text: str) -> str:
    """``text`` with its case and accents, apostrophes, hyphens and spaces made plain; as long as ``text``."""
    return text.translate(_TYPOGRAPHY)


def tokens(text: str) -> list[Token]:
    """The words of ``text``: runs of letters and digits; hyphens and apostrophes part them."""
    return list(_kept(text)) if _SHORT < len(text) < _LONG else _cut(text)


@lru_cache(maxsize=4)
def _kept(text: str) -> tuple[Token, ...]:
    """An article's words are asked for by each layer in turn: seven times."""
    return tuple(_cut(text))


def _cut(text: str) -> list[Token]:
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded)]
    # tuple.__new__ spares the named tuple's own constructor, half of this function's time.
    return [_new(Token, (start, end, form)) for (start, end), form in zip(spans, _WORD.findall(folded), strict=True)]


def slug(name: str) -> str:
    """``name`` for an id: its folded words joined by hyphens ("General Confederation" → "general-confederation")."""
    return "-".join(_WORD.findall(fold(name)))
