"""The values layer: figures, times and places of the article, given to the claims whose content holds them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from selon.analysis.document import Document
from selon.analysis.places import find_places
from selon.analysis.quantities import find_quantities
from selon.analysis.times import dated, find_times
from selon.model import Span, Spans


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Value = TypeVar("Value", bound=_Spanned)


def add_values(document: Document) -> None:
    """Find the article's quantities, times and places once; a claim gets those that begin inside its content.

    A content may end inside the counted noun, so a value's end does not count.
    """
    code, text = document.language.code, document.text
    quantities = find_quantities(text, code)
    times = dated(find_times(text, code, document.article.published))
    places = find_places(text, code)
    for draft in document.drafts:
        draft.quantities = _inside(quantities, draft.content)
        draft.times = _inside(times, draft.content)
        draft.places = _inside(places, draft.content)


def _inside(values: Sequence[Value], content: Spans) -> tuple[Value, ...]:
    """Those of ``values`` (by position) that begin in the content; its spans don't overlap."""
    return tuple(
        value
        for a, b in sorted(content)
        for value in values[bisect_left(values, a, key=_start) : bisect_left(values, b, key=_start)]
    )


def _start(value: _Spanned) -> int:
    return value.span.start
