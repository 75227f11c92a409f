"""Each comparator on its own: two facets, the score and the reason that it must give, both ways round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from selon.model import Article, Claim
from selon.questions import comparators as c
from selon.questions import likeness
from selon.questions.record import Facet, Statement, middle
from selon.questions.shared_words import words
from selon.questions.stories import afar, story, strangers
from selon.questions.verdict import APART, SILENT
from selon.questions.words import is_person

SAID = Claim(source=(), cue=(), content=(), speaker="A")


def facet(
    kind: str = "number", n: int = 1, published: str | None = "2024-05-06", says: str = "A", **known: Any
) -> Facet:
    article = Article(f"Text {n}.", id=f"a{n}", published=published)
    statement = Statement(article, replace(SAID, speaker=says), f"c{n}")
    return Facet(id=f"c{n}#0", statement=statement, kind=kind, speaker=says, **known)  # type: ignore[arg-type]


def names(*words: str) -> frozenset[str]:
    return frozenset(words)


WORD_X: dict[str, Any] = {"kind": "yes-no", "bag": {"x": 1.0}, "own": {"x": 1.0}}
WORD_Y: dict[str, Any] = {"kind": "yes-no", "bag": {"y": 1.0}, "own": {"y": 1.0}}
PERCENT: dict[str, Any] = {"figure": True, "dimension": "percent", "noun": "percent"}
CASES: list[tuple[Any, dict[str, Any], dict[str, Any], float, str]] = [
    # comparator, one facet, the other, score, a part of the reason
    (c.kind, {}, {}, 0, ""),
    (c.kind, {}, {"kind": "yes-no"}, APART, "one tells how many, the other whether"),
    (c.dimension, {"figure": True}, {"figure": True}, 0, ""),
    (c.dimension, {"figure": True, "dimension": "money"}, {"dimension": "count"}, 0, ""),
    (c.dimension, {"dimension": "money"}, {"dimension": "money"}, 0, ""),
    (c.dimension, {"figure": True, "dimension": "money"}, {"figure": True, "dimension": "money"}, 0.5, "both in money"),
    (c.dimension, {"figure": True, "dimension": "money"}, {"figure": True}, APART, "is not"),
    (c.noun, {"noun": "soldier"}, {"figure": True}, 0, ""),
    (c.noun, {}, {"figure": True}, 0, ""),
    (c.noun, {"figure": True}, {"figure": True}, 0, ""),
    (c.noun, {"noun": "school"}, {"noun": "school"}, 1.5, "both count school"),
    (c.noun, {"noun": "person"}, {"noun": "person"}, 0.7, "both count people"),
    (c.noun, {"noun": "soldier"}, {"noun": "person"}, 0.5, "are people"),
    (c.noun, {"noun": "!miner"}, {"noun": "person"}, 0.5, "are people"),
    (c.noun, {"noun": "child"}, {"noun": "soldier"}, APART, "is not"),
    (c.noun, {"noun": "school"}, {"noun": "soldier"}, -2.5, "is not"),
    (c.noun, {"noun": "school"}, {"noun": "person"}, -2.5, "is not"),
    (c.noun, {"noun": "school", "action": "close"}, {"noun": "house", "action": "close"}, -0.5, "and"),
    (c.noun, {"noun": "school", "action": "close"}, {"noun": "house", "action": "burn"}, -2.5, "is not"),
    (c.noun, {"kind": "yes-no", "noun": "child"}, {"kind": "yes-no", "noun": "soldier"}, -0.3, "and"),
    (c.action, {"action": "die"}, {}, 0, ""),
    (c.action, {"action": "die"}, {"action": "die"}, 2.2, "both tell of 'die'"),
    (c.action, {"action": "move"}, {"action": "move"}, 1.0, "both tell of 'move'"),
    (c.action, {"action": "quake"}, {"action": "magnitude"}, 1.7, "go together"),
    (c.action, {"action": "fall"}, {"action": "die"}, -0.5, "and"),
    (c.action, {"action": "fall"}, {"action": "die", "actions": names("fall", "die")}, 0.8, "and"),
    (c.action, {"action": "die"}, {"action": "hurt"}, APART, "is not"),
    (c.action, {"kind": "yes-no", "action": "die"}, {"kind": "yes-no", "action": "hurt"}, -2.0, "is not"),
    (
        c.action,
        {"kind": "yes-no", "action": "die", "told_by_verb": False},
        {"kind": "yes-no", "action": "hurt"},
        -0.8,
        "is not",
    ),
    (
        c.action,
        {"kind": "yes-no", "action": "die", "actions": names("hurt")},
        {"kind": "yes-no", "action": "hurt"},
        0.8,
        "in one breath",
    ),
    (c.action, {"action": "die", "actions": names("hurt")}, {"action": "hurt"}, APART, "is not"),
    (c.modality, {}, {}, 0, ""),
    (c.modality, {"modality": "planned"}, {}, APART, "is not"),
    (c.modality, {"kind": "yes-no", "modality": "planned"}, {"kind": "yes-no"}, 0, ""),
    (c.modality, {"modality": "planned", "action": "pay"}, {"action": "pay"}, 0, ""),
    (c.modality, {"modality": "planned", "dimension": "percent"}, {"dimension": "percent"}, 0, ""),
    (c.modality, {"modality": "planned", "action": "die"}, {"action": "die"}, APART, "is not"),
    # "a million in the United States", and an article on Bangladesh
    (c.nations, {"countries": names("US")}, {"n": 2, "profile": {"BD": 0.6}}, APART, "doesn't name US"),
    (c.nations, {"countries": names("US")}, {"n": 2, "profile": {"BD": 0.6, "US": 0.6}}, 0, ""),
    (c.nations, {"countries": names("US")}, {"n": 2, "profile": {"larra": 1.0}}, 0, ""),
    (
        c.nations,
        {"countries": names("US"), "action": "deploy"},
        {"n": 2, "profile": {"BD": 0.6}, "action": "deploy"},
        0,
        "",
    ),
    (c.nations, {"nations": names("FR")}, {}, 0, ""),
    (c.nations, {"nations": names("FR", "IT")}, {"nations": names("IT", "ES")}, 0.8, "of IT"),
    (c.nations, {"nations": names("FR")}, {"nations": names("IT")}, APART, "are not"),
    (
        c.nations,
        {"kind": "yes-no", "nations": names("FR")},
        {"kind": "yes-no", "nations": names("IT")},
        -0.5,
        "are not",
    ),
    (
        c.roles,
        {"agents": names("FR"), "patients": names("IT")},
        {"agents": names("IT"), "patients": names("FR")},
        APART,
        "swapped",
    ),
    (
        c.roles,
        {"agents": names("FR"), "patients": names("IT")},
        {"agents": names("FR"), "patients": names("IT")},
        0,
        "",
    ),
    (
        c.roles,
        {"agents": names("FR"), "patients": names("IT")},
        {"agents": names("IT"), "patients": names("ES")},
        0,
        "",
    ),
    (
        c.roles,
        {"agents": names("FR", "IT"), "patients": names("IT", "FR")},
        {"agents": names("IT"), "patients": names("FR")},
        0,
        "",
    ),
    (c.day, {"action": "die", "day": ("1", "1")}, {"action": "die", "day": ("2", "2")}, 0, ""),
    (c.day, {"action": "protest", "day": ("1", "1")}, {"action": "protest"}, 0, ""),
    (c.day, {"action": "protest", "day": ("1", "1")}, {"n": 2, "action": "protest", "published": "2024-05-20"}, 0, ""),
    (
        c.day,
        {"action": "walkout"},
        {"n": 2, "action": "walkout", "published": "2024-05-21"},
        APART,
        "weeks apart, and one names no day",
    ),
    (c.day, {"action": "wind"}, {"n": 2, "action": "wind", "published": "2024-05-20"}, 0, ""),
    (c.day, {"action": "wind"}, {"n": 2, "action": "wind", "published": "2024-05-21"}, APART, "readings weeks apart"),
    (c.day, {"action": "protest", "day": ("1", "2")}, {"action": "protest", "day": ("2", "3")}, 1.0, "both on"),
    (c.day, {"action": "protest", "day": ("1", "1")}, {"action": "protest", "day": ("2", "2")}, APART, "is not"),
    (
        c.day,
        {"kind": "yes-no", "action": "protest", "day": ("1", "1")},
        {"kind": "yes-no", "action": "protest", "day": ("2", "2")},
        -2.5,
        "is not",
    ),
    (c.figures, {"figure": True, "low": 3, "high": 3}, {"low": 3, "high": 3}, 0, ""),
    (
        c.figures,
        {"figure": True, "low": 3, "high": 3},
        {"figure": True, "low": 3, "high": 3},
        1.5,
        "the same figure by the same speaker",
    ),
    (
        c.figures,
        {"figure": True, "low": 3, "high": 3},
        {"figure": True, "low": 3, "high": 3, "says": "B"},
        1.0,
        "the same figure",
    ),
    (c.figures, {"figure": True, "low": 3, "high": 3}, {"figure": True, "low": 90, "high": 90}, 0, ""),
    (c.figures, {"figure": True, "low": 3, "high": 3}, {"figure": True, "low": 91, "high": 91}, -1.0, "another size"),
    (c.figures, {"figure": True, "low": 2, "high": 4}, {"figure": True, "low": 91, "high": None}, -1.0, "another size"),
    (c.figures, {"figure": True, "low": 2, "high": None}, {"figure": True, "low": None, "high": None}, 0, ""),
    (c.whole, {}, {}, 0, ""),
    (c.whole, {"change": True}, {}, APART, "a part is not the whole"),
    (c.whole, {"part": True}, {}, APART, "a part is not the whole"),
    (c.whole, {"part": True, "change": True}, {"part": True, "change": True}, 0, ""),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 2.0}}, 1.0, "one story"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.6, "y": 2}}, 0.5, "one story"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.24, "y": 1.76}}, 0.05, "one story"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.23, "y": 1.77}}, -0.5, "hardly one story"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.12, "y": 1.88}}, -0.5, "hardly one story"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.11, "y": 1.89}}, -2.0, "hardly a name in common"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.04, "y": 1.96}}, -2.0, "hardly a name in common"),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.03, "y": 1.97}}, -4.0, "hardly one story"),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.19, "y": 1.81}, "published": "2024-05-20"},
        -0.5,
        "hardly one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.19, "y": 1.81}, "published": "2024-05-21"},
        -4.0,
        "hardly one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.2, "y": 1.8}, "published": "2024-05-21"},
        -0.5,
        "hardly one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.3, "y": 1.7}, "published": "2024-06-20"},
        0.125,
        "one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.3, "y": 1.7}, "published": "2024-06-21"},
        -3.0,
        "hardly one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.4, "y": 1.6}, "published": "2024-06-21"},
        0.25,
        "one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.6, "y": 1.4}, "published": "2024-11-22"},
        0.5,
        "one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.6, "y": 1.4}, "published": "2024-11-23"},
        APART,
        "two stories",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 0.03, "y": 1.97}, "published": "2024-11-23"},
        APART,
        "two stories",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 1.0, "y": 1.0}, "published": "2024-11-23"},
        APART,
        "two stories",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 1.2, "y": 0.8}, "published": "2024-11-23"},
        1.0,
        "one story",
    ),
    (
        story,
        {"profile": {"x": 2.0}},
        {"n": 2, "profile": {"x": 1.6, "y": 0.4}, "published": "2025-05-06"},
        1.0,
        "one story",
    ),
    (story, {"profile": {"x": 2.0}}, {"n": 2, "profile": {"x": 0.6, "y": 1.4}, "published": None}, 0.5, "one story"),
    (c.breath, {}, {"n": 2}, 0, ""),
    (
        c.action,
        {"kind": "yes-no", "action": "die", "actions": names("quake", "be")},
        {"kind": "yes-no", "action": "hurt", "actions": names("magnitude")},
        0.4,
        "on both sides",
    ),
    (
        c.action,
        {"kind": "yes-no", "action": "die", "actions": names("be")},
        {"kind": "yes-no", "action": "hurt", "actions": names("be")},
        -2.0,
        "is not",
    ),
    (
        c.action,
        {"action": "die", "noun": "school", "figure": True, "low": 7, "high": 7},
        {"action": "hurt", "noun": "school", "figure": True, "low": 7, "high": 7},
        -0.8,
        "of as many",
    ),
    (
        c.action,
        {"action": "die", "noun": "school", "figure": True, "low": 7, "high": 7},
        {"action": "hurt", "noun": "school", "figure": True, "low": 7, "high": 8},
        APART,
        "is not",
    ),
    (
        c.action,
        {"action": "die", "noun": "child", "figure": True, "low": 7, "high": 7},
        {"action": "hurt", "noun": "child", "figure": True, "low": 7, "high": 7},
        APART,
        "is not",
    ),
    (c.period, {"kind": "yes-no", "period": ("1", "2")}, {"kind": "yes-no", "period": ("1", "2")}, 0.8, "both of 1"),
    (c.period, {"kind": "yes-no", "period": ("1", "2")}, {"kind": "yes-no", "period": ("1", "3")}, 0, ""),
    (c.period, {"period": ("1", "2"), "action": "die"}, {"period": ("3", "4"), "action": "die"}, 0, ""),
    (c.period, {"period": ("1", "2"), "action": "debt"}, {"period": ("2", "3"), "action": "debt"}, 0.5, "for one time"),
    (c.period, {"period": ("1", "2"), "action": "debt"}, {"period": ("3", "4"), "action": "debt"}, APART, "is not"),
    (c.period, {"period": ("1", "2"), "action": "debt"}, {"action": "debt"}, 0, ""),
    (c.period, {"action": "turnout", "clock": "12"}, {"action": "turnout"}, APART, "at 12 o'clock is not in the end"),
    (c.period, {"action": "turnout", "clock": "12"}, {"action": "turnout", "clock": "12"}, 0, ""),
    (c.period, {"since_when": "2014-01-01", "as_of": "2024-05-06"}, {"as_of": "2024-05-06"}, APART, "since years"),
    (c.period, {"since_when": "2024-04-01", "as_of": "2024-05-06"}, {"as_of": "2024-05-06"}, 0, ""),
    (c.holders, {"holders": names("PS")}, {}, 0, ""),
    (c.holders, {"holders": names("PS", "LR")}, {"holders": names("LR")}, 0.8, "of the same"),
    (c.holders, {"holders": names("PS")}, {"holders": names("LR")}, APART, "are not"),
    (words, {"bag": {"x": 1.0}}, {"bag": {"x": 1.0}}, 2.0, "words in common"),
    (words, {"bag": {"x": 1.0}}, {"bag": {"y": 1.0}}, -1.5, "words in common"),
    (words, {"bag": {"x": 1.0}, "action": "die"}, {"bag": {"y": 1.0}}, 0.0, "words in common"),
    (words, {"bag": {"x": 3.0, "y": 4.0}}, {"bag": {"x": 1.0}}, 1.2, "words in common"),
    (words, WORD_X, WORD_X, 6.0, "words in common"),
    (words, WORD_X | {"own": {}}, WORD_X | {"own": {}}, 0.4, "words in common"),  # around the claims, not in them
    (words, WORD_X | {"own": {}, "refers": True}, WORD_X, 6.0, "words in common"),
    (words, WORD_X | {"action": "accept"}, WORD_Y | {"action": "accept"}, -1.6, "words in common"),
    (words, WORD_X | {"action": "appeal"}, WORD_Y | {"action": "appeal"}, 0.0, "words in common"),
    (words, PERCENT | {"own": {"x": 1.0}}, PERCENT | {"own": {"y": 1.0}}, -0.8, "words in common"),
    (words, PERCENT | {"own": {"x": 1.0}}, PERCENT | {"own": {"x": 1.0}}, 0.0, "words in common"),
    (words, {"kind": "yes-no", "bag": {}}, {"kind": "yes-no", "bag": {"x": 1.0}}, -1.0, "words in common"),
    (
        words,
        {"kind": "yes-no", "action": "die", "bag": {"x": 2.0}},
        {"kind": "yes-no", "action": "die", "bag": {"y": 1.6}},
        -0.7,
        "words in common",
    ),
    (
        words,
        {"kind": "yes-no", "action": "die", "bag": {"x": 2.0}},
        {"kind": "yes-no", "action": "die", "bag": {"y": 1.5}},
        0.0,
        "words in common",
    ),
    (
        words,
        {"kind": "yes-no", "action": "die", "bag": {"x": 2.0}},
        {"kind": "yes-no", "action": "die", "bag": {"x": 2.0}},
        5.0,
        "words in common",
    ),
]


@pytest.mark.parametrize(("comparator", "one", "other", "score", "reason"), CASES)
def test_a_comparator(comparator: Any, one: dict[str, Any], other: dict[str, Any], score: float, reason: str) -> None:
    a, b = facet(**one), facet(**{"n": 2, **other})
    for said in (comparator(a, b), comparator(b, a)):
        assert said.score == pytest.approx(score)
        assert (reason in said.why) if reason else (said is SILENT)


REASONS: list[tuple[Any, dict[str, Any], dict[str, Any], str]] = [
    (c.dimension, {"figure": True, "dimension": "money"}, {"figure": True}, "money is not count"),
    (c.noun, {"noun": "soldier"}, {"noun": "person"}, "soldier and person are people"),
    (c.noun, {"noun": "child"}, {"noun": "soldier"}, "child is not soldier"),
    (c.noun, {"noun": "school"}, {"noun": "soldier"}, "school is not soldier"),
    (c.noun, {"noun": "school", "action": "close"}, {"noun": "house", "action": "close"}, "school and house"),
    (c.noun, {"kind": "yes-no", "noun": "child"}, {"kind": "yes-no", "noun": "soldier"}, "child and soldier"),
    (c.action, {"action": "quake"}, {"action": "magnitude"}, "'quake' and 'magnitude' go together"),
    (c.action, {"action": "fall"}, {"action": "die"}, "'fall' and 'die'"),
    (c.action, {"action": "die"}, {"action": "hurt"}, "'die' is not 'hurt'"),
    (c.modality, {"modality": "planned"}, {}, "planned is not done"),
    (c.nations, {"nations": names("FR", "DE")}, {"nations": names("IT", "ES")}, "DE, FR are not ES, IT"),
    (c.nations, {"nations": names("FR", "IT")}, {"nations": names("IT", "FR")}, "of FR, IT"),
    (c.holders, {"holders": names("PS", "EM")}, {"holders": names("LR", "DL")}, "EM, PS are not DL, LR"),
    (c.day, {"action": "protest", "day": ("1", "2")}, {"action": "protest", "day": ("2", "3")}, "both on 1"),
    (c.day, {"action": "protest", "day": ("1", "1")}, {"action": "protest", "day": ("2", "2")}, "1 is not 2"),
    (lambda a, b: c.place(a, b, frozenset()), {"place": "Orsk"}, {"place": "Velm"}, "Orsk is not Velm"),
    (lambda a, b: c.place(a, b, frozenset()), {"place": "Orsk"}, {}, "Orsk on one side only"),
    (lambda a, b: c.place(a, b, frozenset()), {}, {"place": "Orsk"}, "Orsk on one side only"),
    (
        lambda a, b: c.place(a, b, frozenset({frozenset({"Orsk", None})})),
        {"place": "Orsk"},
        {},
        "Orsk is not the whole",
    ),
]


@pytest.mark.parametrize(("comparator", "one", "other", "reason"), REASONS)
def test_a_reason_is_told_in_full(comparator: Any, one: dict[str, Any], other: dict[str, Any], reason: str) -> None:
    assert comparator(facet(**one), facet(n=2, **other)).why == reason


PLACES: list[tuple[dict[str, Any], dict[str, Any], float, str]] = [
    ({}, {}, 0, ""),
    ({"place": "Orsk"}, {"place": "Orsk"}, 0.8, "both in Orsk"),
    ({"place": "Orsk"}, {"place": "Velm"}, APART, "is not"),
    ({"kind": "yes-no", "place": "Orsk"}, {"kind": "yes-no", "place": "Velm"}, 0, ""),
    ({"kind": "yes-no", "place": "Orsk", "place_own": True}, {"kind": "yes-no", "place": "Velm"}, -1.5, "is not"),
    (
        {"kind": "yes-no", "place": "Orsk", "place_own": True},
        {"kind": "yes-no", "place": "Velm", "place_own": True},
        APART,
        "is not",
    ),
    ({"place": "Orsk"}, {}, -0.3, "Orsk on one side only"),
    ({"place": "Orsk"}, {"home": "Orsk"}, 0, ""),
    ({"place": "Orsk"}, {"home": "Velm"}, -1.5, "on one side only"),
    ({"place": "Orsk"}, {"national": True}, APART, "Orsk is only a part"),
    (
        {"place": "Orsk", "place_own": True, "action": "deploy"},
        {"action": "deploy", "countries": names("RU")},
        -1.5,
        "where it is is what is asked: Orsk",
    ),
    (
        {"place": "Orsk", "place_own": True, "action": "die"},
        {"action": "die", "countries": names("RU")},
        -0.3,
        "on one side only",
    ),
    (
        {"place": "Orsk", "place_own": True, "action": "deploy", "figure": True, "low": 3, "high": 3},
        {"action": "deploy", "countries": names("RU"), "figure": True, "low": 3, "high": 3},
        0,
        "",
    ),
    (
        {"place": "Orsk", "place_own": True, "action": "deploy", "figure": True, "low": 3, "high": 3},
        {"action": "deploy", "countries": names("RU"), "figure": True, "low": 4, "high": 4},
        -1.5,
        "what is asked",
    ),
    (
        {"kind": "yes-no", "place": "Orsk", "place_own": True, "action": "deploy"},
        {"kind": "yes-no", "action": "deploy", "countries": names("RU")},
        -3.5,
        "what is asked",
    ),
]


@pytest.mark.parametrize(("one", "other", "score", "reason"), PLACES)
def test_places(one: dict[str, Any], other: dict[str, Any], score: float, reason: str) -> None:
    a, b = facet(**one), facet(n=2, **other)
    for said in (c.place(a, b, frozenset()), c.place(b, a, frozenset())):
        assert said.score == pytest.approx(score)
        assert (reason in said.why) if reason else (said is SILENT)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ({"place": "Orsk"}, {"place": "Velm"}, APART),
        ({"place": "Orsk"}, {}, APART),
        ({"kind": "yes-no", "place": "Orsk", "place_own": True}, {"kind": "yes-no"}, -1.5),
        ({"kind": "yes-no", "place": "Orsk", "place_own": True}, {"kind": "yes-no", "countries": names("RU")}, -4.0),
        ({"kind": "yes-no", "place": "Orsk"}, {"kind": "yes-no"}, 0.0),
    ],
)
def test_places_that_some_article_tells_apart(one: dict[str, Any], other: dict[str, Any], score: float) -> None:
    a, b = facet(**one), facet(n=2, **other)
    scopes = frozenset({frozenset({a.place, b.place})})
    for said in (c.place(a, b, scopes), c.place(b, a, scopes)):
        assert said.score == score
        if score:
            assert "Orsk" in said.why and ("the whole" in said.why) is (b.place is None)


def test_one_breath() -> None:
    one = facet()
    assert c.breath(one, replace(one, id="c1#1")) == (APART, "two figures of one claim")
    later = replace(one, id="c2#0", statement=replace(one.statement, id="c2"))
    assert c.breath(one, later) == (-1.5, "two claims of one speaker in one article")
    assert c.breath(one, replace(later, speaker="B")) is SILENT
    for changed in ({"since": True}, {"hints": ("told before: 3",)}):
        assert c.breath(one, replace(later, **changed)) is c.breath(replace(later, **changed), one) is SILENT
    assert story(one, later) == (0.5, "one article")


@pytest.mark.parametrize(
    ("low", "high", "known"), [(2, 4, 3), (None, 4, 4), (2, None, 2), (0, 4, 4), (None, None, None), (0, 0, 0)]
)
def test_the_middle_of_a_figure(low: float | None, high: float | None, known: float | None) -> None:
    assert middle(facet(low=low, high=high)) == known


@pytest.mark.parametrize(
    ("noun", "is_one"), [("person", True), ("!miner", True), ("soldier", True), ("school", False), (None, False)]
)
def test_who_is_a_person(noun: str | None, is_one: bool) -> None:
    assert is_person(noun) is is_one


def test_cosine_and_overlap_by_hand() -> None:
    a, b = facet(bag={"x": 3.0, "y": 4.0}), facet(n=2, bag={"x": 1.0, "y": 1.0, "z": 1.0})
    assert likeness.cosine(a, b) == likeness.cosine(b, a) == pytest.approx(7 / (5 * 3**0.5))
    assert likeness.cosine(a, facet(n=2)) == 0.0
    a, b = facet(profile={"x": 3.0, "y": 4.0}), facet(n=2, profile={"x": 1.0, "z": 2.0, "w": 0.5})
    assert likeness.overlap(a, b) == likeness.overlap(b, a) == pytest.approx(1 / 3.5)
    assert likeness.overlap(facet(profile={"x": 0.5}), facet(n=2, profile={"x": 0.2})) == pytest.approx(0.2)


def test_the_sum_ends_at_the_first_that_sets_two_apart() -> None:
    a = facet(action="die", noun="soldier", bag={"x": 1.0}, profile={"x": 2.0}, place="Orsk")
    b = replace(a, id="c2#0", statement=replace(facet(n=2).statement))
    total, said = c.compare(a, b)
    assert total == pytest.approx(2.2 + 1.5 + 1.0 + 2.0 + 0.8)
    assert [v.why for v in said] == [
        "both tell of 'die'", "both count soldier", "one story", "words in common", "both in Orsk",
    ]  # fmt: skip
    assert c.score(a, b) == pytest.approx(total - 0.8), "places are not in it"
    other = replace(b, action="hurt")
    assert c.compare(a, other) == (APART, [(APART, "'die' is not 'hurt'")]) and c.score(a, other) == APART
    elsewhere = replace(b, place="Velm")
    assert c.compare(a, elsewhere)[0] == APART and c.score(a, elsewhere) > 0


def test_long_articles_of_one_story_have_much_in_common() -> None:
    """A brief names little, and little follows from what it doesn't share."""
    shared = {f"s{n}": 1.0 for n in range(3)}
    brief, long = ({f"{k}{n}": 1.0 for n in range(size)} for k, size in (("b", 12), ("l", 30)))
    other = {f"o{n}": 1.0 for n in range(30)}
    assert story(facet(profile=shared | brief), facet(n=2, profile=shared | other)).score > 0.0
    assert story(facet(profile=shared | long), facet(n=2, profile=shared | other)).score == -4.0


def test_a_toll_of_months_before_is_of_another_story_unless_much_is_shared() -> None:
    def apart_by(published: str, own: int) -> float:
        profiles = [{f"shared{n}": 1.0 for n in range(10)} | {f"{side}{n}": 1.0 for n in range(own)} for side in "ab"]
        a = facet(action="die", profile=profiles[0])
        return strangers(a, facet(n=2, action="die", profile=profiles[1], published=published)).score

    assert apart_by("2024-11-06", 20) == -3.0
    assert apart_by("2024-11-06", 10) == 0.0
    assert apart_by("2024-05-20", 20) == 0.0


def test_what_is_known_of_two_articles_is_not_worked_out_again() -> None:
    a = facet(profile={"x": 2.0})
    b = facet(n=2, profile={"x": 2.0})
    known: dict[tuple[int, int, str], float] = {}
    first = c.score(a, b, known)
    both = (id(a.statement.article), id(b.statement.article), a.kind)
    assert known == {both: 1.0}
    known[both] = 0.25
    assert c.score(a, b, known) == pytest.approx(first - 0.75)
    known[both] = APART
    assert c.score(a, b, known) == APART


AFAR = [
    # what the second article says, its names and its day, the weight of its words, and what speaks against one question
    ({"x": 1.0}, "orsk", "2024-05-06", 20.0, 0.0),
    ({"x": 1.0}, "orsk", "2024-06-06", 20.0, 0.0),
    ({"y": 1.0}, "orsk", "2024-06-06", 20.0, -3.0),  # "elected" in two articles of one campaign
    ({"x": 1.0, "y": 2.5}, "orsk", "2024-06-06", 20.0, -3.0),
    ({"x": 1.0, "y": 2.5}, "orsk", "2024-05-06", 20.0, 0.0),
    ({"x": 1.0, "y": 5.0}, "orsk", "2024-05-06", 20.0, -3.0),
    ({"y": 1.0}, "orsk", "2024-05-06", 20.0, -3.0),
    ({"x": 1.0, "y": 2.5}, "orsk", "2024-05-06", 200.0, -3.0),  # a round-up
    ({"y": 1.0}, "orsk", "2024-06-06", 10.0, 0.0),  # a brief
    ({"x": 1.0}, "velm", "2024-06-06", 20.0, -4.0),  # "the new plan" of two companies
    ({"x": 1.0}, "velm", "2024-05-06", 20.0, 0.0),
]


@pytest.mark.parametrize(("says", "name", "published", "weight", "score"), AFAR)
def test_afar(says: dict[str, float], name: str, published: str, weight: float, score: float) -> None:
    one = facet("yes-no", own={"x": 1.0}, profile={"orsk": 1.0, "!p": 20.0})
    other = facet("yes-no", n=2, published=published, own=says, profile={name: 1.0, "!q": weight})
    assert afar(one, other).score == afar(other, one).score == score


def test_one_verb_of_two_things_days_apart_is_two_deeds() -> None:
    deed: dict[str, Any] = {"profile": {"orsk": 1.0, "!p": 20.0}, "deed_words": names("stop")}
    work, drink = {"stop": 1.0, "work": 1.0}, {"stop": 1.0, "drink": 1.0}
    later = facet("yes-no", n=2, published="2024-06-06", own=drink, **deed)
    assert afar(facet("yes-no", own=work, **deed), later).score == -3.0
    assert afar(facet("yes-no", own=drink, **deed), later).score == 0.0
