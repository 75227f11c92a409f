"""What a figure counts: its dimension, the counted noun's concept, and the class of actions that befell the counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from selon.model import Quantity
from selon.questions.actions import Action, classes, find_actions
from selon.questions.passage import Range, Reading
from selon.questions.words import concepts, parents, plain, tokens

CURRENCIES = {"euro", "dollar", "pound", "yen", "yuan", "franc", "rouble", "ruble"}
DURATIONS = {"year", "month", "week", "day", "hour", "minute", "second"}
UNITS = {"hectare": "area", "mile": "length", "ton": "mass", "degree": "temperature", "percent": "percent"}
FORM_WEIGHT = {"phrases": 3.0, "verbs": 3.0, "people": 2.5, "nouns": 1.5}
DISTANCE = 0.12


@lru_cache(maxsize=10_000)
def _actions_of(unit: str, language: str) -> tuple[Action, ...]:
    return tuple(find_actions(tokens(unit, language), language))


def noun_of(reading: Reading, quantity: Quantity) -> str | None:
    """The counted noun's concept; None where the figure stands alone."""
    span = [(quantity.span.start, quantity.span.end)]
    inside = reading.concepts_in(span)
    unit = [name for name, _ in concepts(tokens(quantity.unit, reading.language), reading.language)]
    named = unit or [c for c in inside if c in parents()] or inside[-1:]
    told = [*reading.actions_in(span), *_actions_of(quantity.unit, reading.language)]
    if any(a.form == "people" for a in told) and not any(parents().get(c) for c in named):
        return "person"
    persons = [c for c in named if parents().get(c) == "person" or c == "person"]
    if persons:
        return next((c for c in persons if c != "person"), "person")
    return named[-1] if named else None


def dimension_of(reading: Reading, quantity: Quantity, noun: str | None) -> str:
    """ "count", or what the unit measures: "money", "percent", "area", "duration" …"""
    words = plain(reading.text[quantity.span.start : quantity.span.end] + " " + quantity.unit)
    if noun in CURRENCIES or any(c in words for c in "€$£"):
        return "money"
    if "%" in words or noun == "percent":
        return "percent"
    if noun in DURATIONS or set(words.split()) & {"an", "ans", "jours", "jour", "mois", "heures", "years", "days"}:
        return "duration"
    return UNITS.get(noun or "", "count")


def person_class(reading: Reading, quantity: Quantity) -> str | None:
    """The class that the counted noun itself tells: "morts", "demonstrators", "sans-abri"."""
    span = [(quantity.span.start, quantity.span.end)]
    inside = reading.actions_in(span) or list(_actions_of(quantity.unit, reading.language))
    ranked = sorted(inside, key=lambda a: (a.form != "people", a.name in classes().weak, a.at))
    for action in ranked:
        if action.name not in classes().weak:
            return action.name
    return None


def nearest_action(reading: Reading, quantity: Quantity | None, ranges: Sequence[Range]) -> Action | None:
    """The action that a figure (or, without one, the passage) is most likely about."""
    found = reading.actions_in(ranges)
    if not found:
        return None
    at = None
    if quantity is not None:
        starts = [i for i, w in enumerate(reading.words) if w.start >= quantity.span.start]
        at = starts[0] if starts else None

    def worth(action: Action) -> tuple[float, int]:
        value = FORM_WEIGHT[action.form] - (3.0 if action.name in classes().weak else 0.0)
        if action.length > 1:
            value += 0.5
        if at is not None:
            value -= DISTANCE * abs(action.at - at)
        else:
            value -= DISTANCE / 2 * action.at if action.form == "nouns" else 0
        value += 0.4 if reading.common[action.name] > 1 else 0.0
        return value, -action.at

    return max(found, key=worth)
