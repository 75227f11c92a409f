"""Marks claims in an article's text: nested elements from spans that may touch, nest or cross.

Each claim marks its content, its source and its cue. A span that crosses the end of one it began in is split there, so
that the elements nest; a claim over several paragraphs is marked in each.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from selon.model import Span
from selon.views.visible import visible

Role = Literal["content", "source", "cue"]
_ORDER = {"content": 0, "source": 1, "cue": 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one claim. ``first`` carries the claim's ``id``, ``last`` its number, which leads to the card."""

    span: Span
    role: Role
    claim: int
    classes: str
    anchor: str
    label: str
    colour: str = ""
    first: bool = False
    last: bool = False


def paragraphs(text: str) -> Iterator[Span]:
    """The spans of the text's lines that hold anything."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def spread(lines: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks that touch each line, in one pass over both (both sorted by start; a mark may span lines)."""
    found: list[list[Mark]] = [[] for _ in lines]
    at = 0
    for mark in sorted(marks, key=lambda m: m.span.start):
        while at < len(lines) and lines[at].end <= mark.span.start:
            at += 1
        for i in range(at, len(lines)):
            if lines[i].start >= mark.span.end:
                break
            found[i].append(mark)
    return found


def marked(text: str, line: Span, marks: Sequence[Mark]) -> Markup:
    """The line's words as HTML with its marks as nested elements."""
    waiting = []
    for serial, mark in enumerate(marks):
        start, end = max(line.start, mark.span.start), min(line.end, mark.span.end)
        if start < end:
            waiting.append((start, -end, _ORDER[mark.role], serial, mark))
    heapq.heapify(waiting)
    out: list[str] = []
    open_marks: list[tuple[int, Mark]] = []
    at = line.start

    def upto(end: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1][0] <= end:
            close_at, mark = open_marks.pop()
            out.append(escape(visible(text[at:close_at])))
            out.append(_close(mark, close_at))
            at = close_at
        out.append(escape(visible(text[at:end])))
        at = end

    while waiting:
        start, minus_end, rank, serial, mark = heapq.heappop(waiting)
        upto(start)
        end = -minus_end
        if open_marks and end > open_marks[-1][0]:
            heapq.heappush(waiting, (open_marks[-1][0], minus_end, rank, serial, mark))
            end = open_marks[-1][0]
        out.append(_open(mark, start))
        open_marks.append((end, mark))
    upto(line.end)
    return Markup("").join(Markup(part) for part in out)


def _open(mark: Mark, start: int) -> str:
    identity = Markup(' id="c-{}"').format(mark.anchor) if mark.first and start == mark.span.start else ""
    if mark.role == "content":
        return Markup('<mark class="{}"{}>').format(mark.classes, identity)
    return Markup('<span class="{}"{}>').format(mark.classes, identity)


def _close(mark: Mark, end: int) -> str:
    number = ""
    if mark.last and end == mark.span.end:
        number = Markup('<a class="n{}" href="#k-{}" aria-label="{}">{}</a>').format(
            f" {mark.colour}" if mark.colour else "", mark.anchor, mark.label, mark.claim
        )
    # After the element, so that its underline ends with the words.
    return Markup("</mark>{}" if mark.role == "content" else "</span>{}").format(number)
