"""The sourcing profile: in whose mouth an article's words are, and how sure they are put.

A word counts once, for the innermost claim that holds it; the rest is the article's own voice. Furniture (headline,
teasers, bylines, captions) isn't counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from selon.languages import LanguageError, load
from selon.model import Article, Claim, Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AT_A_DISTANCE = frozenset({"reported", "conditional", "possible"})


@dataclass(frozen=True, slots=True)
class Share:
    """A speaker's share of the words (0 to 1)."""

    speaker: str
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares are of all body words, but ``distant`` and ``direct``, which are of the attributed ones."""

    words: int
    own: float
    shares: tuple[Share, ...]
    named: int
    anonymous: int
    documents: int
    distant: float
    direct: float


def is_document(speaker: str) -> bool:
    """Whether a speaker's (English) name is that of a document, poll or law, by its nouns."""
    try:
        nouns = load("en").table("documents")["nouns"]
    except LanguageError:
        return False
    return not {word.lower() for word in _WORD.findall(speaker)}.isdisjoint(nouns)


def profile(article: Article, claims: Sequence[Claim], set_aside: Sequence[Span] = ()) -> Profile:
    """Who speaks how much of ``article``; ``set_aside`` are the spans that don't count."""
    aside = [*set_aside, *(f.span for f in article.furniture)]
    counted = [c for c in claims if c.place is None]
    owner = _owners(len(article.text), counted, aside)
    words: Counter[str] = Counter()
    own = distant = direct = 0
    for found in _WORD.finditer(article.text):
        held_by = owner[found.start()]
        if held_by == -2:
            continue
        if held_by == -1:
            own += 1
            continue
        claim = counted[held_by]
        words[claim.speaker] += 1
        distant += claim.certainty in _AT_A_DISTANCE
        direct += claim.kind == "direct"
    attributed = sum(words.values())
    everything = max(1, attributed + own)
    shares = tuple(Share(name, n, n / everything) for name, n in words.most_common())
    anonymous = {c.speaker for c in counted if c.anonymous or not c.speaker}
    documents = {c.speaker for c in counted if is_document(c.speaker)} - anonymous
    named = {c.speaker for c in counted} - anonymous - documents
    return Profile(
        words=attributed + own,
        own=own / everything,
        shares=shares,
        named=len(named),
        anonymous=len(anonymous),
        documents=len(documents),
        distant=distant / max(1, attributed),
        direct=direct / max(1, attributed),
    )


def _owners(length: int, claims: Sequence[Claim], aside: Sequence[Span]) -> list[int]:
    """For each character the innermost claim that holds it, -1 for the article's own voice, -2 for furniture."""
    owner = [-1] * length
    contents = [(span, i) for i, claim in enumerate(claims) for span in claim.content]
    for span, i in sorted(contents, key=lambda c: c[0].start - c[0].end):  # the longest first, inner ones over them
        owner[span.start : min(span.end, length)] = [i] * max(0, min(span.end, length) - span.start)
    for span in aside:
        owner[span.start : min(span.end, length)] = [-2] * max(0, min(span.end, length) - span.start)
    return owner
