"""How like two claims' words are, and whether their articles tell one story; the comparators weigh it."""

from __future__ import annotations

from collections.abc import Mapping

from selon.questions.mentions import capitals
from selon.questions.record import Facet

DAYS = 5  # days after which a story must share a name, whatever else it shares
LONG = 19.0  # the weight of an article's profile from which it names enough for that: a brief of four sentences doesn't
SOME = 0.1  # of two articles' profiles: one story, where they are of the same days
MUCH = 0.25  # and where they are not


def one_story(a: Facet, b: Facet) -> bool:
    """Whether two articles name somebody alike, one of them names nobody, or they have much in common."""
    if not a.names or not b.names or name_alike(a, b):
        return True
    return overlap(a, b) >= (SOME if days_between(a, b) <= DAYS else MUCH)


def name_alike(a: Facet, b: Facet) -> bool:
    """Whether both claims' articles name somebody or some place, no country and no capital; one article always does."""
    return a.statement.article is b.statement.article or any(_tells(name) for name in a.names & b.names)


def _tells(name: str) -> bool:
    """Whether a name tells a story from others: "@police" speaks in many, a capital stands in many."""
    return len(name) > 2 and name[0] != "@" and name not in capitals()


def days_between(a: Facet, b: Facet) -> int:
    """The days between two articles, 0 where one has none."""
    x, y = a.statement.article.published_date(), b.statement.article.published_date()
    return abs((x - y).days) if x and y else 0


def cosine(a: Facet, b: Facet) -> float:
    """Cosine of two facets' bags, 0 where one is empty."""
    return _dot(a.bag, b.bag) / (a.norm * b.norm) if a.norm and b.norm else 0.0


def own_cosine(a: Facet, b: Facet) -> float:
    """Cosine of what two claims say themselves, without what was filled in from around them."""
    return _dot(a.own, b.own) / (a.own_norm * b.own_norm) if a.own_norm and b.own_norm else 0.0


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    dot = 0.0
    for key, value in small.items():
        if key in large:
            dot += value * large[key]
    return dot


def overlap(a: Facet, b: Facet) -> float:
    """The weight that two articles' profiles share, over the lighter one's."""
    small, large = (a.profile, b.profile) if len(a.profile) < len(b.profile) else (b.profile, a.profile)
    shared = 0.0
    for key, value in small.items():
        other = large.get(key)
        if other is not None:
            shared += value if value < other else other
    return shared / max(1.0, min(a.weight, b.weight))
