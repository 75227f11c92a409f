"""A question's answers as rows: in the table, on the chart, as data."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from selon.questions.record import Answer, Question
from selon.views import wording
from selon.views.archive import Archive, Note, day_of
from selon.views.i18n import Interface
from selon.views.ladder import UNSETTLED, Point
from selon.views.page_models import speaker_key, speaker_slots
from selon.views.visible import fragment


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer in words. ``number`` ties its row to its mark on the chart; ``anchor`` to its words in the article."""

    number: int
    answer: Answer
    note: Note | None
    anchor: str
    slot: int
    speaker: str
    key: str
    value: str
    via: tuple[str, ...]
    when: str
    lane: str


def answer_rows(question: Question, archive: Archive, speech: Interface) -> list[AnswerRow]:
    """The question's answers by date."""
    ordered = sorted(question.answers, key=lambda a: (a.as_of or "9999", a.article, a.content, a.low or 0))
    slots = speaker_slots(answer.speaker for answer in ordered)
    return [
        AnswerRow(
            number=number,
            answer=answer,
            note=archive.note_of(answer),
            anchor=fragment(answer.claim, number),
            slot=slots[answer.speaker],
            speaker=answer.speaker or speech.text("someone unnamed"),
            key=speaker_key(answer.speaker),
            value=value_of(question, answer, speech),
            via=tuple(reversed(answer.relay)),
            when=wording.published(speech, answer.as_of),
            lane=lane_of(question, answer),
        )
        for number, answer in enumerate(ordered, 1)
    ]


def value_of(question: Question, answer: Answer, speech: Interface) -> str:
    """What the answer says, in a word or a number; empty where it is neither."""
    if answer.low is not None or answer.high is not None:
        return wording.bounds(speech, answer.low, answer.high)
    if answer.answer:
        return wording.answer(speech, answer.answer)
    return "" if question.kind == "open" or answer.stance == "asserts" else wording.stance(speech, answer.stance)


def lane_of(question: Question, answer: Answer) -> str:
    """The chart's lane for an answer that has no height: yes, open (no figure, not settled), no; or denied."""
    if question.kind == "number":
        figure = answer.low is not None or answer.high is not None
        return "denied" if answer.stance == "denies" else "" if figure else "open"
    if answer.answer in ("yes", "no"):
        return answer.answer
    return "no" if answer.stance == "denies" and question.kind == "yes-no" else "open"


def points(rows: Sequence[AnswerRow]) -> list[Point]:
    """The rows as marks of the chart; those without a day have none."""
    return [
        Point(
            number=row.number,
            day=day,
            speaker=row.speaker,
            slot=row.slot,
            stance="doubts" if row.answer.stance not in UNSETTLED and row.lane == "open" else row.answer.stance,
            certainty=row.answer.certainty,
            low=row.answer.low,
            high=row.answer.high,
            lane=row.lane,
            href=f"#a{row.number}",
            told=wording.join((row.speaker, row.value, row.when)),
        )
        for row in rows
        if (day := day_of(row.answer.as_of)) is not None
    ]


def span_of_values(rows: Sequence[AnswerRow], speech: Interface) -> str:
    """The values in short: first and last figure, or how many say yes, no or neither."""
    figures = [row for row in rows if not row.lane]
    if figures:
        if len({row.answer.as_of for row in figures}) == 1:  # on one day: from the least to the most
            figures.sort(key=lambda row: (row.answer.low or 0, row.answer.high or math.inf))
            return " – ".join(dict.fromkeys((figures[0].value, figures[-1].value)))
        return " → ".join(dict.fromkeys((figures[0].value, figures[-1].value)))
    counted = {lane: sum(row.lane == lane for row in rows) for lane in ("yes", "no", "open")}
    if not counted["yes"] and not counted["no"]:
        return ""
    names = {"yes": speech.text("yes"), "no": speech.text("no"), "open": speech.text("not settled")}
    return wording.join(f"{names[lane]} {speech.number(n)}" for lane, n in counted.items() if n)
