"""Where a ladder's days, values, lanes and marks stand, at each of the widths that it is drawn for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from selon.views.ladder_canvas import Drawing
from selon.views.points import Point
from selon.views.scales import DayScale, ValueScale, value_scale

NUMBERED = 60  # with more marks than this they are small and bear no number


@dataclass(slots=True)
class Placed:
    point: Point
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days, values and lanes stand in a drawing."""

    drawing: Drawing
    days: DayScale
    scale: ValueScale | None
    plot: int  # the height of the values' part
    lane_height: int
    lanes: tuple[str, ...]

    @property
    def height(self) -> int:
        return self.drawing.top + self.plot + self.lane_height * len(self.lanes) + 34

    def x(self, day: dt.date) -> float:
        drawing = self.drawing
        return drawing.left + 12 + (drawing.width - drawing.left - drawing.right - 24) * self.days.at(day)

    def y(self, value: float) -> float:
        at = self.scale.at(value) if self.scale else 0.0
        return self.drawing.top + (self.plot - 10) * (1 - min(1.0, max(0.0, at)))

    def lane(self, name: str) -> float:
        return self.drawing.top + self.plot + self.lane_height * (self.lanes.index(name) + 0.5)


def frame_of(points: Sequence[Point], drawing: Drawing) -> Frame:
    valued = [p for p in points if p.middle is not None]
    used = {p.lane for p in points}
    lanes: list[str] = [lane for lane in ("yes", "open", "no", "denied") if lane in used]
    if not valued and used & {"yes", "no"}:  # no figure at all: the lanes are the chart, and the empty ones tell too
        lanes = ["yes", "open", "no"] + (["denied"] if "denied" in used else [])
    days = DayScale(min(p.day for p in points), max(p.day for p in points))
    plot, lane_height = (drawing.height - 40, drawing.lane) if valued else (0, 64)
    return Frame(drawing, days, scale_of(valued), plot, lane_height, tuple(lanes))


def scale_of(valued: Sequence[Point]) -> ValueScale | None:
    known = [b for p in valued for b in (p.low, p.high) if b is not None and not (b == 0 and p.high)]
    return value_scale(known) if known else None


def placed_in(points: Sequence[Point], frame: Frame) -> list[Placed]:
    """Marks at their day and value; those that would cover each other move apart, keeping their order in time."""
    apart = 23.0 if len(points) <= NUMBERED else 7.0
    placed = []
    for point in points:
        middle = point.middle
        y = frame.lane(point.lane) if point.lane else frame.y(middle) if middle is not None else frame.drawing.top
        placed.append(Placed(point, frame.x(point.day), y))
    rows: list[list[Placed]] = []
    for each in sorted(placed, key=lambda p: p.y):
        if rows and each.y - rows[-1][0].y < apart - 4:
            rows[-1].append(each)
        else:
            rows.append([each])
    for row in rows:
        row.sort(key=lambda p: p.x)
        _spread(row, frame.drawing.left + 12.0, float(frame.drawing.width - frame.drawing.right), apart)
    return placed


def _spread(row: list[Placed], left: float, right: float, apart: float) -> None:
    """Sets the marks of one height at least ``apart`` (or as far as there is room), none far from its day."""
    apart = min(apart, (right - left) / max(1, len(row) - 1))
    onward, back = [p.x for p in row], [p.x for p in row]
    for i in range(1, len(row)):
        onward[i] = max(onward[i], onward[i - 1] + apart)
        back[-1 - i] = min(back[-1 - i], back[-i] - apart)
    middles = [(a + b) / 2 for a, b in zip(onward, back, strict=True)]
    shift = max(0.0, left - middles[0]) - max(0.0, middles[-1] - right)
    for each, x in zip(row, middles, strict=True):
        each.x = x + shift
