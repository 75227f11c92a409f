"""A question's answers as rows: in the table, on the chart, as data."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from selon.questions.brief import course
from selon.questions.names import fullest
from selon.questions.record import Answer, Question
from selon.views import wording
from selon.views.archive import Archive, Note, day_of
from selon.views.i18n import Interface
from selon.views.page_models import speaker_key, speaker_slots
from selon.views.points import MOST_MARKS, UNSETTLED, Point
from selon.views.visible import fragment

MANY = 200  # answers of a question from which it pays to keep their order: at most a 200th of all claims are such


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
    words: str


class AnswerRows(Sequence[AnswerRow]):
    """A question's answers by date. A row is put into words when it is asked for: a page shows few of many."""

    def __init__(self, question: Question, archive: Archive, speech: Interface) -> None:
        self.question, self.archive, self.speech = question, archive, speech
        self.answers = sorted(question.answers, key=lambda a: (a.as_of or "9999", a.article, a.content, a.low or 0))
        self.named = fullest(answer.speaker for answer in self.answers)
        self.slots: Mapping[str, int] = speaker_slots(self.named[answer.speaker] for answer in self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    @overload
    def __getitem__(self, index: int) -> AnswerRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[AnswerRow]: ...
    def __getitem__(self, index: int | slice) -> AnswerRow | list[AnswerRow]:
        if isinstance(index, slice):
            return [self._row(at) for at in range(*index.indices(len(self.answers)))]
        return self._row(range(len(self.answers))[index])

    def _row(self, at: int) -> AnswerRow:
        answer, number = self.answers[at], at + 1
        return AnswerRow(
            number=number,
            answer=answer,
            note=self.archive.note_of(answer),
            anchor=fragment(answer.claim, number),
            slot=self.slots[self.named[answer.speaker]],
            speaker=self.speech.name(self.named[answer.speaker]),
            key=speaker_key(answer.speaker),
            value=value_of(self.question, answer, self.speech),
            via=tuple(self.speech.name(teller) for teller in reversed(answer.relay)),
            when=wording.published(self.speech, answer.as_of),
            lane=lane_of(self.question, answer),
            words=answer.words or self.cues.get(answer.claim, "") or "…",
        )

    @cached_property
    def cues(self) -> Mapping[str, str]:
        """The cues, in brackets, of the claims whose content is left out ("declined to comment")."""
        bare = {answer.claim for answer in self.answers if not answer.words}
        told = (facet.statement for facet in self.question.facets if facet.statement.id in bare)
        cues = {s.id: " … ".join(span.of(s.article.text) for span in s.claim.cue) for s in told}
        return {claim: f"[{cue}]" for claim, cue in cues.items() if cue}

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where the first row of each claim is."""
        found: dict[str, int] = {}
        for at, answer in enumerate(self.answers):
            found.setdefault(answer.claim, at)
        return found

    @cached_property
    def numbers(self) -> Mapping[str, list[int]]:
        """The numbers of each speaker's rows."""
        found: dict[str, list[int]] = {name: [] for name in self.slots}
        for number, answer in enumerate(self.answers, 1):
            found[self.named[answer.speaker]].append(number)
        return found

    @cached_property
    def lanes(self) -> list[str]:
        """The chart's lane of each answer."""
        return [lane_of(self.question, answer) for answer in self.answers]

    @cached_property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day; None where no answer has one."""
        found = [day for answer in self.answers if (day := day_of(answer.as_of))]
        return (min(found), max(found)) if found else None

    @cached_property
    def points(self) -> list[Point]:
        """The last marks of the chart, at most MOST_MARKS; answers without a day have none.

        Answers of one speaker, day, value and lane are one mark (as ``ladder.merge`` has it), and only those that are
        drawn are put into words.
        """
        marks: dict[tuple[object, ...], list[int]] = {}
        dated = [(day, at) for at, answer in enumerate(self.answers) if (day := day_of(answer.as_of)) is not None]
        for day, at in sorted(dated):
            a = self.answers[at]
            marks.setdefault((self.named[a.speaker], day, a.low, a.high, self.lanes[at]), []).append(at)
        return [_point(self[found[0]], len(found) - 1) for found in list(marks.values())[-MOST_MARKS:]]

    @cached_property
    def span(self) -> str:
        """The values in short: first and last figure, or how many say yes, no or neither."""
        speech = self.speech
        figures = [answer for answer, lane in zip(self.answers, self.lanes, strict=True) if not lane]
        if figures:
            figures, between = course(figures)
            values = (value_of(self.question, answer, speech) for answer in (figures[0], figures[-1]))
            return between.join(dict.fromkeys(values))
        counted = Counter(self.lanes)
        if not counted["yes"] and not counted["no"]:
            return ""
        names = {"yes": speech.text("yes"), "no": speech.text("no"), "open": speech.text("not settled")}
        return wording.join(f"{name} {speech.number(counted[lane])}" for lane, name in names.items() if counted[lane])

    @cached_property
    def clashing(self) -> frozenset[str]:
        """The claims that are in conflict with another."""
        return frozenset(claim for conflict in self.question.conflicts for claim in (conflict.a, conflict.b))

    def of(self, speaker: str, most: int) -> list[AnswerRow]:
        """The first ``most`` rows of a speaker."""
        return [self._row(number - 1) for number in self.numbers.get(self.named.get(speaker, ""), ())[:most]]


def answer_rows(question: Question, archive: Archive, speech: Interface) -> AnswerRows:
    """The question's answers by date. Those of a question with many are kept while the archive lasts."""
    if len(question.answers) < MANY:
        return AnswerRows(question, archive, speech)
    known = archive.kept.get(("answers", question.id, speech.language))
    if known is None:
        known = archive.kept["answers", question.id, speech.language] = AnswerRows(question, archive, speech)
    assert isinstance(known, AnswerRows)
    return known


def value_of(question: Question, answer: Answer, speech: Interface) -> str:
    """What the answer says, in a word or a number; empty where it is neither."""
    if answer.low is not None or answer.high is not None:
        return wording.bounds(speech, answer.low, answer.high, unit_of(question))
    if answer.answer:
        return wording.answer(speech, answer.answer)
    return "" if question.kind == "open" or answer.stance == "asserts" else wording.stance(speech, answer.stance)


def unit_of(question: Question) -> str:
    """The concept of what a question's figures are in, where it is the same for all; else empty."""
    units = {facet.noun or "" for facet in question.facets if facet.figure and facet.dimension in ("percent", "money")}
    figures = all(facet.dimension in ("percent", "money") for facet in question.facets if facet.figure)
    return next(iter(units)) if figures and len(units) == 1 else ""


def lane_of(question: Question, answer: Answer) -> str:
    """The chart's lane for an answer that has no height: yes, open (no figure, not settled), no; or denied."""
    if question.kind == "number":
        figure = answer.low is not None or answer.high is not None
        return "denied" if answer.stance == "denies" else "" if figure else "open"
    if answer.answer in ("yes", "no"):
        return answer.answer
    return "no" if answer.stance == "denies" and question.kind == "yes-no" else "open"


def _point(row: AnswerRow, more: int) -> Point:
    day = day_of(row.answer.as_of)
    assert day is not None
    return Point(
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
        more=more,
    )
