"""Whether two figures under one question count the same thing: what, where, when, how real, and how much of it.

A question may hold figures of several scopes; only those of one are set against each other.
"""

from __future__ import annotations

import datetime as dt

from selon.questions.actions import classes, near
from selon.questions.likeness import own_cosine
from selon.questions.measure import is_imperial
from selon.questions.record import Facet, is_name, middle
from selon.questions.shared_words import ALIKE, INHERITED, PLAINLY

LONG_AGO = 90  # days: what is told since then counts more than what happened
SIZES = 30  # times as large: hardly a figure of the same thing


def of_other_scope(x: Facet, y: Facet) -> str | None:
    """Why two figures may count different things; None where nothing says that they do."""
    if of_other_size(x, y):
        return "figures of another size"
    if one_event(x, y) and x.dimension == "count" and not _other_place(x, y):
        return None
    for differ, why in (
        (_other_standing, "asked for, foretold and so are three things"),
        (_other_thing, "they may count different things"),
        (_other_time, "they are of different times"),
        (_other_place, "they may count in different places"),
    ):
        if differ(x, y):
            return why
    return None


def one_event(x: Facet, y: Facet) -> bool:
    """Whether both tell of an event of a day, which grouping has found to be the same day."""
    return bool(x.day and y.day and {x.action, y.action} & classes().episodic)


def of_other_size(x: Facet, y: Facet) -> bool:
    """Whether one figure is so much larger that it is hardly of the same thing."""
    low, high = sorted((middle(x) or 0.0, middle(y) or 0.0))
    return high > SIZES * low > 0.0


def _other_standing(x: Facet, y: Facet) -> bool:
    """ "The accord provides for 6.5 %" and "the unions asked for 10 %" are both right; who asks tells no figure."""
    return "asks" in (x.statement.claim.stance, y.statement.claim.stance) or x.modality != y.modality


def _other_thing(x: Facet, y: Facet) -> bool:
    """Shepherds among the dead, a discount beside a rise, a sum of nothing known beside another."""
    if x.among != y.among:
        return True
    if any(INHERITED in f.hints and _adds(f, other) for f, other in ((x, y), (y, x))):
        return True
    if (None not in (x.noun, y.noun) and x.noun != y.noun) or is_imperial(x.unit) != is_imperial(y.unit):
        return True
    if any(INHERITED in f.hints and not f.own for f in (x, y)):
        return False  # "the railway counts 3,300"
    names = [frozenset(word for word in f.own if is_name(word) and len(word) > 2) - {f.place} for f in (x, y)]
    if all(names) and names[0].isdisjoint(names[1]):
        return True  # the wind of one storm and that of another
    if x.dimension == "count" and x.action and y.action:
        return x.holders != y.holders  # "four of its citizens", "eleven dead"
    alike = x.action is not None and y.action is not None and (x.action == y.action or near(x.action, y.action))
    told = bool(x.own) and bool(y.own)
    return own_cosine(x, y) < (ALIKE if alike else PLAINLY) if told else not alike and bool(x.own or y.own)


def _adds(f: Facet, other: Facet) -> bool:
    """Whether a figure that took its action from the one before says something of its own that the other doesn't."""
    return any(len(word) > 2 and word not in other.bag for word in f.own)


def _other_time(x: Facet, y: Facet) -> bool:
    """Whether both name a stretch of time, and not one within the other ("in July"), or one counts for years."""
    if x.rate != y.rate or years_apart(x, y):
        return True
    one, two = x.stretch, y.stretch
    return bool(one and two) and (one[1] < two[0] or two[1] < one[0])  # type: ignore[index]


def years_apart(x: Facet, y: Facet) -> bool:
    """Whether one figure is told since a day long before the other's begins, or before it was told ("since 2014")."""
    days = [(f.since_when or (f.stretch or (f.as_of or "",))[0])[:10] for f in (x, y)]
    if not (x.since_when or y.since_when) or not all(days):
        return False
    try:
        one, other = map(dt.date.fromisoformat, days)
    except ValueError:
        return False
    return abs((one - other).days) > LONG_AGO


def _other_place(x: Facet, y: Facet) -> bool:
    """Whether one names a place or country that the other's article doesn't speak of, or another one."""
    if x.place != y.place and x.place and y.place:
        return True
    return _foreign(x, y) or _foreign(y, x)


def _foreign(x: Facet, y: Facet) -> bool:
    if x.statement.article is y.statement.article:
        return bool(x.countries and y.countries and x.countries.isdisjoint(y.countries))
    moved = {x.action, y.action} <= classes().locative  # those who arrived in a port are among those in the country
    if x.place and x.place != y.place and x.place not in y.profile and not moved:
        return True
    return bool(x.countries) and not any(country in y.profile for country in x.countries)
