"""The kept text is cleaned once, by this rule, and never again; offsets count its code points.

1. Unicode NFC: an accent is part of its letter, however it was typed.
2. Line ends (CRLF, CR, NEL, line and paragraph separators, vertical tabs, form feeds) become ``\\n``.
3. Soft hyphens, zero-width spaces, word joiners and byte order marks are removed: they are no letters.
4. No-break, narrow, thin and other typographic spaces, and tabs, become a plain space, one for one: "10 000" and « a »
   keep their shape whatever the publisher's typography.
5. Other control characters become U+FFFD; so do halves of surrogate pairs.
6. Spaces at the ends of lines go, more than two line ends in a row become two, and the text's ends are stripped.

Quotes, dashes, capitals and marks of direction stay as they are. The ``text`` of a JSON line is kept as given, but for
rule 5 (which keeps the length): whoever gives text as data has offsets of their own into it.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_LETTER = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_TRAILING = re.compile(" +(?=\n)")
_GAP = re.compile("\n{3,}")


def clean(text: str) -> str:
    """The text as it is kept. Cleaning twice changes nothing."""
    text = unicodedata.normalize("NFC", text)
    text = _LINE_END.sub("\n", text)
    text = _NO_LETTER.sub("", text)
    text = _SPACE.sub(" ", text)
    text = replace_controls(text)
    text = _TRAILING.sub("", text)
    text = _GAP.sub("\n\n", text).strip(" \n")
    # Taking out what stood between a letter and its accent can bring the two together.
    return text if unicodedata.is_normalized("NFC", text) else clean(text)


def replace_controls(text: str) -> str:
    """Rule 5 alone: the length stays, so offsets made elsewhere hold."""
    return _CONTROL.sub("\ufffd", text)
