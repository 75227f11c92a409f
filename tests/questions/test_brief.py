"""A question's values in a line: a course only where every figure has its day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selon.questions.brief import span_of_values
from tests.questions.test_origins import by_gold

SPANS = [
    ([("2024-03-04", 12), ("2024-03-06", 30)], "12 → 30"),
    ([("2024-03-04", 30), ("2024-03-04", 12)], "12 – 30"),
    ([(None, 12), ("2024-03-04", 30)], "12 – 30"),
    ([(None, 30), ("2024-03-04", 12)], "12 – 30"),
    ([("2024-03-04", 12)], "12"),
    ([(None, None)], ""),
]


@pytest.mark.parametrize(("figures", "told"), SPANS)
def test_span(figures: list[tuple[str | None, float | None]], told: str) -> None:
    question = by_gold()["troops-kursk"]
    answers = tuple(replace(question.answers[0], as_of=day, low=value, high=value) for day, value in figures)
    assert span_of_values(replace(question, answers=answers)) == told
