"""How drafts lie in one another: a claim inside another's content."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.document import Draft

NEAR = 8  # drafts to either side that are looked at for one that holds another


def outer_drafts(order: Sequence[Draft]) -> dict[int, Draft]:
    """Each draft (by its ``id``) to the smallest draft whose content holds its source and cue."""
    out: dict[int, Draft] = {}
    for i, draft in enumerate(order):
        key = draft.source or draft.cue
        if not key:
            continue
        best: tuple[int, Draft] | None = None
        for other in order[max(i - NEAR, 0) : i + NEAR + 1]:
            if other is draft:
                continue
            for span in other.content:
                if span.start <= key[0].start and key[-1].end <= span.end:
                    size = span.end - span.start
                    if best is None or size < best[0]:
                        best = (size, other)
        if best is not None:
            out[id(draft)] = best[1]
    return out


def place_of(draft: Draft) -> int:
    """Where a draft begins, by its source, else its cue, else its content."""
    spans = draft.source or draft.cue or draft.content
    return min(span.start for span in spans) if spans else 0
