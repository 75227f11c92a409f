"""Ends of sentences, by marks and a table of abbreviations; no parser needed.

A sentence ends at . ! ? … (with the closing marks after it) before an upper-case letter, a digit or an opening mark,
and at every line's end. Inside a quotation its own sentences end too; who needs the quotation whole has its span.
"""

from __future__ import annotations

import re
from functools import cache

from selon.languages import Language
from selon.model import Span

# A candidate: the mark(s), closing quotation marks or brackets, then white space.
END = re.compile(r"(?:\.{3}|[.!?…])+[\"'”»’)\]]*(?:\s?»)?(?=\s|$)")
INITIAL = re.compile(r"(?:^|[\s(«“\"'’.-])[A-ZÀ-Ý]$")
STARTS = re.compile(r"\s*[\"'“«‘(\[–—-]*\s*[A-ZÀ-ÝŒ0-9]")


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(language.table("language")["sentences"]["abbreviations"])


def sentence_spans(text: str, language: Language) -> list[tuple[Span, int]]:
    """The sentences of ``text`` with the number of the line that each stands in, blanks trimmed, none empty."""
    abbreviations = _abbreviations(language)
    spans: list[tuple[Span, int]] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        start = 0
        for match in END.finditer(line):
            if _ends(line, match.start(), match.end(), match.group(), abbreviations):
                _add(spans, line, start, match.end(), offset, number)
                start = match.end()
        _add(spans, line, start, len(line), offset, number)
        offset += len(line) + 1
    return spans


def _add(spans: list[tuple[Span, int]], line: str, start: int, end: int, offset: int, number: int) -> None:
    piece = line[start:end]
    lead = len(piece) - len(piece.lstrip())
    if piece.strip():
        spans.append((Span(offset + start + lead, offset + start + len(piece.rstrip())), number))


def _ends(line: str, start: int, end: int, mark: str, abbreviations: frozenset[str]) -> bool:
    rest = line[end:]
    if rest.strip() and not STARTS.match(rest):
        return False
    if mark[0] == "." and not mark.startswith("..") and rest.strip():
        before = line[max(start - 40, 0) : start]  # an abbreviation is short: no scan of the whole line
        word = re.search(r"[^\s(«“\"'’]*$", before)
        if (word and word.group() in abbreviations) or INITIAL.search(before):
            return False
    return True
