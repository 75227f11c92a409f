"""A claim told inside another's content: one answer, with the outer speaker as its relay (docs/guidelines.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.model import Claim, Span
from selon.questions.record import Facet

MOSTLY = 0.5  # of a content: more than so much of it is what the claim inside it says
TOLD_ON = frozenset(
    {"asserts", "confirms"}
)  # who denies, doubts or asks what another said gives an answer of their own


def relayed(facets: Sequence[Facet]) -> dict[str, Facet]:
    """Of one question's facets those that only tell on what another one says, by id, with that other one."""
    by_article: dict[str, list[Facet]] = defaultdict(list)
    for facet in facets:
        by_article[facet.statement.home].append(facet)
    out: dict[str, Facet] = {}
    for together in by_article.values():
        for outer in together if len(together) > 1 else ():
            inner = [f for f in together if tells_on(outer, f)]
            if inner:
                out[outer.id] = min(inner, key=lambda f: (-_length(f.statement.claim.content), f.id))
    return out


def tells_on(outer: Facet, inner: Facet) -> bool:
    """Whether ``outer`` says what ``inner`` says, by its words: "the mayor said that | X had said that | Y"."""
    one, other = outer.statement.claim, inner.statement.claim
    if one.stance not in TOLD_ON or outer.refers or inner.refers or not is_inside(other, one):
        return False
    if outer.figure and inner.figure:
        return (outer.low, outer.high) == (inner.low, inner.high)
    if outer.figure or inner.figure or inner.answer not in (None, outer.answer):
        return False
    told = (*other.source, *other.cue, *other.content)
    start, end = min(s.start for s in told), max(s.end for s in told)
    inside = sum(max(0, min(s.end, end) - max(s.start, start)) for s in one.content)
    return inside > MOSTLY * _length(one.content)


def is_inside(inner: Claim, outer: Claim) -> bool:
    """Whether a claim's whole content is a part of another's, and not the same."""
    if not inner.content or _length(inner.content) >= _length(outer.content):
        return False
    return all(any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in inner.content)


def relays_of(facets: Sequence[Facet], folded: Mapping[str, Facet]) -> dict[str, tuple[str, ...]]:
    """Through whom each facet's words came, by its id: the claim's own relay and who tells on it, the nearest first."""
    out = {f.id: tuple(r.speaker for r in f.statement.claim.relay) for f in facets}
    for facet in facets:
        inner = folded.get(facet.id)
        teller = facet.statement.claim.speaker
        if inner is not None and teller not in (*out[inner.id], inner.statement.claim.speaker):
            out[inner.id] = (teller, *out[inner.id])
    return out


def _length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)
