"""Two figures under one question that count different things contradict nobody and update nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from selon.model import Article, Claim
from selon.questions.origins import Source
from selon.questions.record import Facet, Statement
from selon.questions.relations import Told, relation, updates
from selon.questions.scope import of_other_scope
from selon.questions.shared_words import INHERITED

SAID = Claim(source=(), cue=(), content=(), speaker="A")
PLACES = {"XA": 1.0, "XB": 1.0, "orsk": 1.0}
TOLL: dict[str, Any] = {"action": "die", "noun": "person", "profile": PLACES}
SHARE: dict[str, Any] = {"dimension": "percent", "noun": "percent"}


def figure(value: float, n: int = 1, stance: str = "asserts", day: str = "2024-05-06", **known: Any) -> Facet:
    claim = replace(SAID, stance=stance)  # type: ignore[arg-type]
    statement = Statement(Article(f"Text {n}.", id=f"a{n}", published=day), claim, f"c{n}")
    return Facet(
        id=f"c{n}#0", statement=statement, kind="number", low=value, high=value, figure=True, as_of=day, **known
    )


APART: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    # "the accord provides for 6.5 %", "the unions ask for 10 %"
    (TOLL, TOLL | {"stance": "asks"}, "asked for"),
    (TOLL, TOLL | {"modality": "planned"}, "asked for"),
    # "averaged 62 decibels in July", "91 one night in June"
    (TOLL | {"stretch": ("2024-07-01", "2024-07-31")}, TOLL | {"stretch": ("2024-06-01", "2024-06-30")}, "times"),
    # "1,279 cases in the United States", "142 in India"
    (TOLL | {"countries": frozenset({"XA"})}, TOLL | {"profile": {"XB": 1.0}}, "places"),
    (TOLL | {"place": "orsk"}, TOLL | {"profile": {"larra": 1.0}}, "places"),
    (TOLL | {"place": "orsk"}, TOLL | {"place": "larra"}, "places"),
    (TOLL | {"noun": "soldier"}, TOLL, "different things"),
    # "eleven ships", then "about 40, and calm"
    (TOLL | {"hints": (INHERITED,), "own": {"~calm": 1.0}}, TOLL, "different things"),
    # "Dorian's winds", "Humberto's winds"
    (TOLL | {"own": {"dorian": 1.0}}, TOLL | {"own": {"humberto": 1.0}}, "different things"),
    # "social spending is 19 % of the product", "banks expect 3.1 %"
    (SHARE | {"own": {"~spend": 1.0}}, SHARE | {"own": {"~bank": 1.0}}, "different things"),
    # "15 million a day", "1,600 kidnapped since 2014", "47 of them"
    (TOLL | {"rate": "day"}, TOLL, "times"),
    (TOLL | {"since_when": "2014-01-01"}, TOLL, "times"),
    (TOLL | {"among": True}, TOLL, "different things"),
    # "30 miles per hour (45 kilometres per hour)"
    (
        {"dimension": "speed", "noun": "hour", "action": "wind", "unit": "mile per hour"},
        {"dimension": "speed", "noun": "hour", "action": "wind", "unit": "kilometre per hour"},
        "different things",
    ),
]
ALIKE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (TOLL, TOLL),
    (TOLL | {"stretch": ("2024-05-01", "2024-05-31")}, TOLL | {"stretch": ("2024-05-06", "2024-05-06")}),
    (TOLL | {"countries": frozenset({"XA"})}, TOLL),
    (TOLL | {"place": "orsk"}, TOLL),
    (TOLL | {"since_when": "2024-05-03"}, TOLL),
    (TOLL | {"since_when": "2014-01-01"}, TOLL | {"since_when": "2014-01-01"}),
    (SHARE | {"own": {"~strike": 1.0}}, SHARE | {"hints": (INHERITED,)}),  # "the railway counts 33 %"
    ({"action": "deploy", "place": "orsk"}, {"action": "deploy"}),  # who arrived in a port is in the country
]


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_two_scopes(one: dict[str, Any], other: dict[str, Any], why: str) -> None:
    a, b = figure(41, **one), figure(62, n=2, **other)
    assert why in (of_other_scope(a, b) or "") and why in (of_other_scope(b, a) or "")
    assert relation(Told(a, Source("a", "A")), Told(b, Source("b", "B"))).kind == "compatible"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_scope(one: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = figure(41, **one), figure(62, n=2, **other)
    assert of_other_scope(a, b) is None and of_other_scope(b, a) is None
    assert relation(Told(a, Source("a", "A")), Told(b, Source("b", "B"))).kind == "conflict"


def test_one_source_may_give_two_figures_on_one_day() -> None:
    """ "90,000 could be affected; 142,000 are", says one office: neither a conflict nor a change."""
    a, b = Told(figure(90, action="hurt"), Source("a", "A")), Told(figure(142, n=2, action="hurt"), Source("a", "A"))
    assert relation(a, b).kind == "compatible"


MOVED = [
    ("die", 41, 60, "2024-05-08", True),
    ("die", 60, 41, "2024-05-08", False),  # who has died stays dead: another toll
    ("missing", 60, 41, "2024-05-08", True),
    ("magnitude", 5.5, 6.3, "2024-05-07", True),
    ("magnitude", 5.5, 6.3, "2024-07-07", False),  # another quake
    ("protest", 2_000_000, 3_400_000, "2024-05-08", False),  # another march
]


@pytest.mark.parametrize(("action", "first", "then", "day", "moved"), MOVED)
def test_what_can_move(action: str, first: float, then: float, day: str, moved: bool) -> None:
    source = Source("a", "A")
    told = [Told(figure(first, action=action), source), Told(figure(then, n=2, action=action, day=day), source)]
    assert bool(updates(told)) is moved
