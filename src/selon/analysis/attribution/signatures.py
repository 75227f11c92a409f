"""Quotations that are signed: « “P.” — Marie Dupont, maire de Lens », on the same line or on the next."""

from __future__ import annotations

import re

from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Draft
from selon.analysis.proper import capital
from selon.model import Span

DASH = re.compile(r"[^\S\n]*\n?[^\S\n]*[—–][^\S\n]*(?=\S)")
LONGEST = 20  # tokens of a signature: a name and an office
FARTHEST = 300  # characters that may hold them


def signed(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and one for each quotation that none has and that a name signs behind a dash."""
    document = sx.document
    taken = {i for draft in drafts for span in draft.content for i in _tokens(sx, span)}
    out = list(drafts)
    for first, last, quotation in sx.quotes:
        span = Span(*quotation.span)
        opens = first == 0 or "\n" in document.text[sx.tokens[first - 1].end : span.start]
        if not (opens and any(sx.finite[first:last])) or not taken.isdisjoint(range(first, last)):
            continue
        dash = DASH.match(document.text, span.end)
        name = _signature(sx, dash.end()) if dash is not None else None
        if name is not None:
            out.append(Draft(source=(name,), cue=(), content=(span,), rule="dash: signature", cue_kind="colon"))
    return out


def _signature(sx: Syntax, start: int) -> Span | None:
    """The words from ``start`` to the end of the line, where they are a name with what stands beside it."""
    text = sx.document.text
    stop = text.find("\n", start, start + FARTHEST)
    tokens = sx.document.tokens_in(start, min(start + FARTHEST, len(text)) if stop == -1 else stop)
    while tokens and tokens[-1].text in ".,;":
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= LONGEST or not capital(tokens[0]) or tokens[0].pos not in ("PROPN", "NOUN", "X", "ADJ"):
        return None
    if any(sx.finite[t.i] or sx.quote_of[t.i] != -1 or t.text in ("!", "?", ":") for t in tokens):
        return None
    return Span(tokens[0].start, tokens[-1].end)


def _tokens(sx: Syntax, span: Span) -> range:
    return range(sx.document.token_at(span.start), sx.document.token_at(span.end - 1) + 1)
