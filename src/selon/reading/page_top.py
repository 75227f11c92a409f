"""What a page sets above its first paragraph: headlines, a byline, a dateline; marked, never deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from selon.languages import load, supported
from selon.model import Furniture, Span

_TOP = 6  # lines of a text that may stand above its first paragraph
_LONGEST = 120  # characters of a byline or dateline


def furniture_of(text: str, headline: str, tree: Any) -> Iterator[Furniture]:
    """The headline (the first line of ``text``, where there is one), and beneath it what the page sets apart.

    That is an ``<h1>`` of ``tree`` in other words, a byline, a dateline.
    """
    headings = {" ".join(h.text_content().split()) for h in tree.xpath("//h1")}
    offset = 0
    for number, line in enumerate(text.split("\n")[:_TOP]):
        span = Span(offset, offset + len(line))
        offset = span.end + 1
        if line and ((number == 0 and headline) or line in headings):
            yield Furniture(span, "headline")
        elif number and len(line) < _LONGEST and _dateline().match(line):
            yield Furniture(span, "dateline")
        elif number and len(line) < _LONGEST and _byline().match(line):
            yield Furniture(span, "byline")


@cache
def _dateline() -> re.Pattern[str]:
    """ "Published on 18 October 2024 at 10:30, updated at 11:00" """
    return re.compile(rf"(?:{_words('datelines')})\b[^.!?]*\d[^.!?]*$", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    """ "By Anne Russell and Paul Green" """
    return re.compile(rf"(?i:{_words('bylines')}) [A-ZÀ-Þ][^.!?;:»”]*$")


def _words(name: str) -> str:
    """The words of all languages: a page's template may speak another one than its article."""
    return "|".join(
        re.escape(word) for code in supported() for word in load(code).table("language")["page_lines"][name]
    )
