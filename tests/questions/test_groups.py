"""Which claims stand together: the dossier and the made-up stories, and what must never mix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from selon.demo import GOLD
from selon.evaluation import load_rows
from selon.questions import Question, build_questions
from selon.questions.evaluation import b_cubed, b_cubed_extended, score_rows
from tests.questions.marked import story
from tests.questions.test_origins import by_gold, dossier

STORIES = Path(__file__).parents[1] / "data" / "stories"
# B³ F from gold claims; may only rise.
FLOORS = {
    "dossier": 100.0,
    "quake": 100.0,
    "cholera": 100.0,
    "vote": 100.0,
    "plant": 100.0,
    "rates": 100.0,
    "merger": 94.0,
    "doping": 89.0,
    "trial": 93.0,
    "storm": 97.0,
    "seats": 97.0,
    "crash": 83.0,
    "hack": 79.0,
    "flu": 80.0,
    "hostages": 93.0,
    "budget": 96.0,
    "heist": 95.0,
    "ferry": 92.0,
}
# What each gave when it was first looked at, each before anything was mended for it. The first six before this table of
# words was widened, the next three between, the last four after (they gave 72, 78, 86 and 74 before): the figures that
# tell what an unknown story may give are these, not the floors.
FIRST_SIGHT = {
    "plant": 95.9,
    "rates": 64.5,
    "merger": 69.8,
    "doping": 56.7,
    "trial": 55.5,
    "storm": 74.2,
    "seats": 71.4,
    "crash": 67.5,
    "hack": 74.8,
    "flu": 64.2,
    "hostages": 81.5,
    "budget": 92.8,
    "heist": 92.4,
    "ferry": 73.8,
}


def rows_of(name: str) -> list[dict[str, Any]]:
    if (STORIES / f"{name}.txt").exists():
        return story(name)
    return load_rows(GOLD if name == "dossier" else STORIES / f"{name}.gold.jsonl")


def test_every_story_is_scored() -> None:
    kept = {path.name.partition(".")[0] for path in STORIES.iterdir()}
    assert kept | {"dossier"} == set(FLOORS) and set(FIRST_SIGHT) <= kept


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_b_cubed_from_gold_claims(name: str) -> None:
    rows = rows_of(name)
    scores = score_rows(rows)
    assert scores is not None
    print(f"B³ {name}: P {scores[0].precision} R {scores[0].recall} F {scores[0].f} (extended F {scores[1].f})")
    assert scores[0].f >= FLOORS[name]
    assert scores[0].precision >= (95 if FLOORS[name] >= 93 else 80)


def test_all_stories_in_one_ledger_stay_apart() -> None:
    rows = [
        row
        | {"claims": [c | {"question": f"{name} {c['question']}"} if c.get("question") else c for c in row["claims"]]}
        for name in FLOORS
        for row in rows_of(name)
    ]
    scores = score_rows(rows)
    assert scores is not None and scores[0].precision >= 95


def test_every_claim_of_the_stories_can_be_read(caplog: pytest.LogCaptureFixture) -> None:
    for name in FLOORS:
        score_rows(rows_of(name))
    assert not caplog.records


def test_b_cubed_by_hand() -> None:
    gold = {"a": 1, "b": 1, "c": 2}
    assert b_cubed({"a": ["x"], "b": ["x"], "c": ["x"]}, gold).precision == 55.6
    assert b_cubed({"a": ["x"], "b": ["x"], "c": ["y"]}, gold).f == 100
    assert b_cubed({"a": ["x"], "c": ["y"]}, gold).recall == 66.7, "an ungrouped claim stands alone"
    both = b_cubed_extended({"a": ["x"], "b": ["x", "y"], "c": ["y"]}, gold)
    assert both.recall == 100 and both.precision < 100


NEVER = [
    ("troops-sent", "troops-planned"),
    ("troops-sent", "troops-kursk"),
    ("present", "in-kursk"),
    ("march-0119-france", "march-0119-paris"),
    ("march-0323-paris", "march-0323-marseille"),
    ("march-0307-france", "march-0311-france"),
]


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_never_mixed(one: str, other: str) -> None:
    assert by_gold()[one].id != by_gold()[other].id


def mixed(question: Question) -> set[tuple[str | None, str]]:
    return {(f.day[0] if f.day else None, f.place or "") for f in question.facets if f.action == "protest" and f.figure}


def test_no_question_on_marches_mixes_days_or_places() -> None:
    for question in build_questions(dossier()):
        if question.kind == "number":
            assert len(mixed(question)) <= 1, question.text["en"]


def test_a_claim_with_two_figures_stands_under_two_questions() -> None:
    held = [q.id for q in build_questions(dossier()) for a in q.answers if a.claim == "p01/2"]
    assert len(set(held)) == 2


def test_wording_in_both_languages() -> None:
    assert by_gold()["troops-kursk"].text["en"].startswith("How many North Korean soldiers")
    assert by_gold()["troops-kursk"].text["fr"].startswith("Combien de soldats nord-coréens")
    assert "19 janvier 2023" in by_gold()["march-0119-paris"].text["fr"]
    assert "Paris" in by_gold()["march-0119-paris"].text["en"]


def test_ids_stay_while_news_comes_in() -> None:
    early = [a for a in dossier() if (a[0].published or "") < "2024-10-24"]
    before = {q.id for q in build_questions(early) if len(q.answers) > 2}
    assert before and before <= {q.id for q in build_questions(dossier())}
