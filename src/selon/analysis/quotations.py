"""Finds quotations in every style: « » “ ” „ ‚ ‹ › ‘ ’ " ' and – dialogue; nested, unbalanced, over several paragraphs.

Worked on characters alone, in one pass. A mark that nothing closes is closed at the end of its paragraph, so that an
unbalanced mark costs its paragraph and never swallows the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from selon.analysis.document import Quotation
from selon.model import Span

PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "‚": "‘’", '"': '"', "'": "'", "‟": "”", "``": "''"}
MARK = re.compile("[«»“”„‹›‘’‚\"'‟]")
QUOTE_MARKS = frozenset("«»“”„‹›\"‘’'‚")  # tokens that open or close a quotation
NESTED_MARKS = 40  # looked at to tell whether a quotation stands in another; ten thousand openings cost no more each
MAX_LENGTH = 3000  # characters; a longer "quotation" is a pair of marks that do not belong together


def _apostrophe(text: str, at: int) -> bool:
    """Is the mark at ``at`` an apostrophe (l'eau, don’t, the boys' room), not a quotation mark?"""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before.isalnum() and after.isalnum()


def _opens(text: str, at: int) -> bool:
    """May a straight mark at ``at`` open a quotation? It does before a word and after a space or an opening mark."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([{—–-:;,«“‘\"'’/")


def find_quotations(text: str) -> list[Quotation]:
    """All quotations of ``text`` by start; nested ones have ``depth`` 1 and more. Never raises."""
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []  # (opening mark, offset)
    line_end = text.find("\n")

    def close(depth: int, end: int, closed: bool) -> None:
        mark, start = stack[depth]
        inner_end = end - 1 if closed else end
        if 1 < end - start <= MAX_LENGTH and text[start + 1 : inner_end].strip():
            found.append(Quotation(Span(start, end), Span(start + 1, inner_end), mark, closed, depth))
        del stack[depth:]

    for match in MARK.finditer(text):
        at, mark = match.start(), match.group()
        if line_end != -1 and at > line_end:
            _leave_paragraph(text, stack, line_end, at, close)
            line_end = text.find("\n", at)
        if mark in "'’" and _apostrophe(text, at):
            continue
        depth = next((d for d in range(len(stack) - 1, -1, -1) if mark in PAIRS[stack[d][0]]), -1)
        if depth >= 0 and not (mark in "'\"" and mark != stack[depth][0]):
            if mark in "'’" and _opens(text, at) and text[at - 1 : at] not in ".,!?…":
                continue
            close(depth, at + 1, True)
        elif mark in PAIRS and mark not in "'‘‚\"" and not (mark == "“" and depth >= 0):
            same = sum(mark == open_mark for open_mark, _ in stack)
            if not same or (same == 1 and _nested(text, at)):
                stack.append((mark, at))
        elif (mark == '"' or (mark in "'‘‚" and _opens(text, at) and not _elision(text, at, mark))) and (
            _opens(text, at) or (mark == '"' and not stack)
        ):
            stack.append((mark, at))
    while stack:
        end = text.find("\n", stack[-1][1])
        close(len(stack) - 1, len(text) if end == -1 else end, False)
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return _without_apostrophes(text, found)


def _nested(text: str, at: int) -> bool:
    """« 261 cas de « réelle » fraude »: the paragraph closes both this mark and the one like it that is open.

    Otherwise one of the two was never closed, and a second opening is no quotation of its own.
    """
    end = text.find("\n", at, at + MAX_LENGTH)
    opener, opened = text[at], 1
    for match in islice(MARK.finditer(text, at, min(len(text), at + MAX_LENGTH) if end == -1 else end), NESTED_MARKS):
        mark = match.group()
        opened += (mark == opener) - (mark == PAIRS[opener])
        if not opened:
            return True
    return False


def _leave_paragraph(
    text: str, stack: list[tuple[str, int]], line_end: int, at: int, close: Callable[[int, int, bool], None]
) -> None:
    """At a line's end an open mark stays open only where the next paragraph goes on with it: “… \\n “… ”."""
    for depth in range(len(stack) - 1, -1, -1):
        mark, _ = stack[depth]
        following = text[line_end : at + 1].lstrip()
        goes_on = mark in "«“" and following.startswith(mark)
        if not goes_on:
            end = text.find("\n", stack[depth][1])
            close(depth, len(text) if end == -1 else end, False)


def _elision(text: str, at: int, mark: str) -> bool:
    """'90s, 'twas, ’s: an apostrophe before a word with no mark to close it in the same line."""
    far = min(len(text), at + MAX_LENGTH)  # no quotation is longer, and a line may be endless
    end = text.find("\n", at, far)
    rest = text[at + 1 : far if end == -1 else end]
    closer = "’" if mark == "‘" else "‘’" if mark == "‚" else "'"
    return not re.search(rf"[\w.,!?…)\]][{closer}](?!\w)", rest)


def _without_apostrophes(text: str, found: list[Quotation]) -> list[Quotation]:
    """Drop single-quoted stretches that start inside a word or hold nothing but marks."""
    return [q for q in found if re.search(r"\w", q.inner.of(text))]
