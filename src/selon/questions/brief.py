"""A question in a line: what its answers say, who stands behind them, when it last changed."""

from __future__ import annotations

from selon.questions.reasons import Figure
from selon.questions.record import Answer, Question


def value_of(answer: Answer) -> str:
    """An answer in a word or a number; the stance where it is neither."""
    if answer.low is not None or answer.high is not None:
        return str(Figure(answer.low, answer.high))
    return answer.answer or answer.stance


def span_of_values(question: Question) -> str:
    """First and last figure in time, or how many say yes, no or neither."""
    if question.kind == "number":
        figures, between = course([a for a in question.answers if a.low is not None or a.high is not None])
        return between.join(dict.fromkeys(value_of(a) for a in (figures[0], figures[-1]))) if figures else ""
    told = [a.answer or "open" for a in question.answers]
    return ", ".join(f"{word} {told.count(word)}" for word in ("yes", "no", "open") if word in told)


def course(figures: list[Answer]) -> tuple[list[Answer], str]:
    """Figures as a line tells them, and the mark between the first and the last of them.

    Those of one day, or of which one has no day, show no course: they are told from the least to the most. What is only
    asked for is left out where something is told.
    """
    figures = [a for a in figures if a.stance != "asks"] or figures
    if len({a.as_of for a in figures}) > 1 and all(a.as_of for a in figures):
        return figures, " → "
    return sorted(figures, key=lambda a: (a.low or 0.0, float("inf") if a.high is None else a.high)), " – "


def last_change(question: Question) -> str:
    """The day of the last answer that is not the repetition of an earlier one."""
    seen: set[tuple[str, str]] = set()
    day = ""
    for answer in question.answers:
        mark = (answer.origin or answer.speaker, value_of(answer))
        if mark not in seen:
            seen.add(mark)
            day = answer.as_of or day
    return day
