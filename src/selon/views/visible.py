"""Text from outside made safe to look at: what can't be seen, or would turn the line about, is shown by its name.

Escaping of markup is Jinja's and MarkupSafe's work; this is about the characters that stay dangerous as text:
bidirectional controls (an override would show the words in another order than they are kept in) and control characters.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")  # white space at which a line may end


def visible(text: str) -> str:
    """``text`` with each control that can't be seen written as ``[U+202E]``; line ends and tabs stay."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def shortened(text: str, most: int) -> str:
    """``text`` on one line, cut at a word's end (or within a word longer than that) to ``most`` characters.

    Spaces that don't break stay: "10 000" and "« … » ?" are not parted at a line's end.
    """
    line = " ".join(_BREAKING.split(text.strip()))
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def fragment(text: str, number: int) -> str:
    """A name for an element's ``id`` and an address's fragment: the text where it is plain, else the number."""
    return text[:16] if text and re.fullmatch(r"[A-Za-z0-9_-]+", text) else str(number)
