"""The ladder: time across, value up, each answer a mark; one line a speaker; denials on a lane of their own.

Drawn by the server as SVG, once for wide and once for narrow screens; the style sheet shows one of them. Shape tells
the stance, fill and outline the certainty, the number leads to the answer's row. Nothing is told by colour alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from selon.views import wording
from selon.views.i18n import Interface
from selon.views.scales import DayScale, ValueScale, value_scale
from selon.views.visible import shortened, visible

MOST_MARKS = 100
_NUMBERED = 60  # with more marks than this they are small and bear no number

UNSETTLED = frozenset({"doubts", "declines", "does-not-deny", "asks"})


@dataclass(frozen=True, slots=True)
class Point:
    """An answer as the chart shows it. ``lane`` names its lane where it has no number: yes, no, open, or denied."""

    number: int
    day: dt.date
    speaker: str
    slot: int
    stance: str
    certainty: str
    low: float | None
    high: float | None
    lane: str
    href: str
    told: str
    more: int = 0  # how many answers of the same speaker, day and value it stands for, besides

    @property
    def middle(self) -> float | None:
        """Where the mark stands; a figure that is open on one side stands at its known bound."""
        if self.lane:
            return None
        known = [bound for bound in (self.low, self.high) if bound is not None]
        if self.low == 0 and self.high:
            return self.high
        return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The measures of one drawing, in CSS pixels at the width that it is drawn for."""

    css: str
    width: int
    height: int
    left: int
    font: int
    days: int
    labels: bool
    lane: int = 40
    right: int = 26
    top: int = 18


WIDE = Drawing("wide", width=920, height=330, left=84, font=13, days=8, labels=True)
NARROW = Drawing("narrow", width=340, height=320, left=64, font=13, days=3, labels=False, right=18)


@dataclass(slots=True)
class _Placed:
    point: Point
    x: float
    y: float


@dataclass(slots=True)
class _Canvas:
    drawing: Drawing
    parts: list[str] = field(default_factory=list)

    def put(self, markup: str, *values: object) -> None:
        self.parts.append(Markup(markup).format(*values))


def ladder(points: Sequence[Point], speech: Interface, title: str) -> Markup:
    """Both drawings of the chart; empty where no answer has a day."""
    merged = merge(points)[-MOST_MARKS:]
    if not merged:
        return Markup("")
    return Markup("").join(_draw(merged, speech, title, drawing) for drawing in (WIDE, NARROW))


def merge(points: Sequence[Point]) -> list[Point]:
    """One point for answers of one speaker, day, value and lane, in order of time."""
    kept: dict[tuple[object, ...], Point] = {}
    for point in sorted(points, key=lambda p: (p.day, p.number)):
        same = (point.speaker, point.day, point.low, point.high, point.lane)
        before = kept.get(same)
        kept[same] = point if before is None else _and_one_more(before)
    return list(kept.values())


def _and_one_more(p: Point) -> Point:
    return Point(
        p.number, p.day, p.speaker, p.slot, p.stance, p.certainty, p.low, p.high, p.lane, p.href, p.told, p.more + 1
    )


@dataclass(frozen=True, slots=True)
class _Frame:
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


def _frame(points: Sequence[Point], drawing: Drawing) -> _Frame:
    valued = [p for p in points if p.middle is not None]
    used = {p.lane for p in points}
    lanes: list[str] = [lane for lane in ("yes", "open", "no", "denied") if lane in used]
    if not valued and used & {"yes", "no"}:  # no figure at all: the lanes are the chart, and the empty ones tell too
        lanes = ["yes", "open", "no"] + (["denied"] if "denied" in used else [])
    days = DayScale(min(p.day for p in points), max(p.day for p in points))
    plot, lane_height = (drawing.height - 40, drawing.lane) if valued else (0, 64)
    return _Frame(drawing, days, _scale(valued), plot, lane_height, tuple(lanes))


def _draw(points: Sequence[Point], speech: Interface, title: str, drawing: Drawing) -> Markup:
    frame = _frame(points, drawing)
    canvas = _Canvas(drawing)
    canvas.put(
        '<svg class="ladder {}" viewBox="0 0 {} {}" role="group" aria-label="{}" font-size="{}">',
        drawing.css, drawing.width, frame.height, visible(title), drawing.font,
    )  # fmt: skip
    _axes(canvas, speech, frame)
    placed = _place(points, frame)
    _lines(canvas, placed)
    for each in placed:
        if not each.point.lane:
            _bounds(canvas, each, frame)
    small = len(points) > _NUMBERED
    for each in placed:
        _mark(canvas, each, small)
    if drawing.labels and not small:
        _labels(canvas, placed, drawing, frame.height)
    canvas.put("</svg>")
    return Markup("").join(Markup(part) for part in canvas.parts)


def _scale(valued: Sequence[Point]) -> ValueScale | None:
    known = [b for p in valued for b in (p.low, p.high) if b is not None and not (b == 0 and p.high)]
    return value_scale(known) if known else None


def _axes(canvas: _Canvas, speech: Interface, frame: _Frame) -> None:
    drawing, days = frame.drawing, frame.days
    end = drawing.width - drawing.right
    for tick in frame.scale.ticks if frame.scale else ():
        y = frame.y(tick)
        canvas.put('<path class="grid" d="M{:.0f} {:.1f}H{}"/>', drawing.left, y, end)
        canvas.put(
            '<text x="{}" y="{:.1f}" text-anchor="end">{}</text>', drawing.left - 10, y + 4.5, _tick(speech, tick)
        )
    names = {
        "yes": speech.text("yes"),
        "no": speech.text("no"),
        "open": speech.text("no figure") if frame.scale else speech.text("not settled"),
        "denied": speech.text("denied"),
    }
    for lane in frame.lanes:
        y = frame.lane(lane)
        top = y - frame.lane_height / 2
        canvas.put('<path class="grid lane" d="M{:.0f} {:.1f}H{}"/>', 0, top, end)
        if drawing.labels:
            canvas.put('<text x="{}" y="{:.1f}" text-anchor="end">{}</text>', drawing.left - 10, y + 4.5, names[lane])
        else:  # little room at the side: within the lane
            canvas.put('<text x="0" y="{:.1f}">{}</text>', top + 15, names[lane])
    canvas.put('<path class="base" d="M{:.0f} {:.1f}H{}"/>', drawing.left, frame.height - 30, end)
    ticks = days.ticks(drawing.days)
    for i, day in enumerate(ticks):
        anchor = "middle" if 0 < i < len(ticks) - 1 or len(ticks) == 1 else ("start" if i == 0 else "end")
        x = frame.x(day) + (-10 if anchor == "start" else 10 if anchor == "end" else 0)
        year = i in (0, len(ticks) - 1) and (days.first.year != days.last.year) and drawing.labels
        label = wording.short_day(speech, day) + (f" {day.year}" if year else "")
        canvas.put('<text x="{:.0f}" y="{}" text-anchor="{}">{}</text>', x, frame.height - 10, anchor, label)


def _tick(speech: Interface, value: float) -> str:
    if value >= 1e6:
        return speech.text("{n} m", n=speech.number(value / 1e6))
    return speech.number(value)


def _place(points: Sequence[Point], frame: _Frame) -> list[_Placed]:
    """Marks at their day and value; those that would cover each other move apart, keeping their order in time."""
    apart = 23.0 if len(points) <= _NUMBERED else 7.0
    placed = []
    for point in points:
        middle = point.middle
        y = frame.lane(point.lane) if point.lane else frame.y(middle) if middle is not None else frame.drawing.top
        placed.append(_Placed(point, frame.x(point.day), y))
    rows: list[list[_Placed]] = []
    for each in sorted(placed, key=lambda p: p.y):
        if rows and each.y - rows[-1][0].y < apart - 4:
            rows[-1].append(each)
        else:
            rows.append([each])
    for row in rows:
        row.sort(key=lambda p: p.x)
        _spread(row, frame.drawing.left + 12.0, float(frame.drawing.width - frame.drawing.right), apart)
    return placed


def _spread(row: list[_Placed], left: float, right: float, apart: float) -> None:
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


def _lines(canvas: _Canvas, placed: Sequence[_Placed]) -> None:
    for slot in dict.fromkeys(p.point.slot for p in placed):
        own = [p for p in placed if p.point.slot == slot]
        if len(own) > 1:
            path = "M" + "L".join(f"{p.x:.0f} {p.y:.1f}" for p in sorted(own, key=lambda p: p.x))
            canvas.put('<path class="speaker s{}" d="{}"/>', slot, path)


def _bounds(canvas: _Canvas, each: _Placed, frame: _Frame) -> None:
    low, high = each.point.low, each.point.high
    if low is not None and low == high:
        return
    upper = frame.y(high) if high is not None else max(frame.drawing.top - 12, each.y - 64)
    lower = frame.y(low) if low is not None else each.y + 40
    kind = "open" if low is None or high is None else "both"
    canvas.put('<path class="bounds {} s{}" d="M{:.0f} {:.1f}V{:.1f}"/>', kind, each.point.slot, each.x, upper, lower)


def _mark(canvas: _Canvas, each: _Placed, small: bool) -> None:
    p = each.point
    told = f"{p.number}{f'+{p.more}' if p.more else ''}: {p.told}"
    # The title is the link's name; with an aria-label beside it the two would be read as one.
    canvas.put(
        '<a class="mk s{} {}" href="{}"><title>{}</title>', p.slot, p.certainty, p.href, visible(shortened(told, 160))
    )
    radius = 4.0 if small else 11.0 if p.number < 100 else 14.0
    canvas.put('<path class="shape" d="{}"/>', Markup(shape(p.stance, each.x, each.y, radius)))
    if not small:
        canvas.put('<text x="{:.0f}" y="{:.1f}" text-anchor="middle">{}</text>', each.x, each.y + 4.6, p.number)
        if p.more:
            canvas.put('<text class="more" x="{:.0f}" y="{:.1f}">+{}</text>', each.x + 11, each.y - 8, p.more)
    canvas.put("</a>")


def shape(stance: str, x: float, y: float, r: float) -> str:
    """A path around (x, y): circle for who says so, square confirms, cross-cut octagon denies, diamond unsettled."""
    if stance == "confirms":
        q = r * 0.9
        return f"M{x - q:.1f} {y - q:.1f}h{2 * q:.1f}v{2 * q:.1f}h{-2 * q:.1f}z"
    if stance == "denies":
        q = r * 1.15
        return f"M{x - q:.1f} {y - q * 0.8:.1f}h{2 * q:.1f}L{x:.1f} {y + q * 1.25:.1f}z"
    if stance in UNSETTLED:
        q = r * 1.25
        return f"M{x:.1f} {y - q:.1f}L{x + q:.1f} {y:.1f}L{x:.1f} {y + q:.1f}L{x - q:.1f} {y:.1f}z"
    if stance in ("intends", "fears"):
        q = r * 1.15
        return f"M{x - q:.1f} {y + q * 0.85:.1f}h{2 * q:.1f}L{x:.1f} {y - q * 1.2:.1f}z"
    return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"


def _labels(canvas: _Canvas, placed: Sequence[_Placed], drawing: Drawing, height: float) -> None:
    """Each speaker's name once, beside a mark of theirs, where it covers nothing; else the list below names them."""
    taken = [(p.x - 13, p.y - 13, p.x + 13, p.y + 13) for p in placed]
    taken += [(p.x + 9, p.y - 22, p.x + 34, p.y - 3) for p in placed if p.point.more]
    taken += [(min(p.x, p.x), min(p.y, p.y) - 24, p.x, p.y) for p in placed if p.point.low != p.point.high]
    for slot in dict.fromkeys(p.point.slot for p in placed):
        own = [p for p in placed if p.point.slot == slot]
        name = shortened(own[0].point.speaker.partition(" (")[0], 34)  # the list below has all of it
        width = 8.0 * len(name)  # of the widest of the usual fonts, in bold
        for p in [own[-1], own[0], *own[1:-1]]:
            spots = (
                ("start", p.x + 16, p.y + 4.5),
                ("end", p.x - 16, p.y + 4.5),
                ("start", p.x + 38, p.y + 4.5),
                ("middle", p.x, p.y - 18),
                ("middle", p.x, p.y + 27),
                ("start", p.x + 10, p.y - 16),
                ("end", p.x - 10, p.y - 16),
                ("start", p.x + 10, p.y + 25),
                ("end", p.x - 10, p.y + 25),
            )
            found = next((s for s in spots if _fits(_box(*s, width), taken, drawing, height)), None)
            if found:
                taken.append(_box(*found, width))
                canvas.put(
                    '<text class="name s{}" x="{:.0f}" y="{:.1f}" text-anchor="{}">{}</text>',
                    slot, found[1], found[2], found[0], visible(name),
                )  # fmt: skip
                break


Box = tuple[float, float, float, float]


def _box(anchor: str, x: float, y: float, width: float) -> Box:
    left = x if anchor == "start" else x - width if anchor == "end" else x - width / 2
    return left, y - 12, left + width, y + 4


def _fits(box: Box, taken: Sequence[Box], drawing: Drawing, height: float) -> bool:
    inside = box[0] >= drawing.left and box[2] <= drawing.width - 2 and box[1] >= 0 and box[3] <= height - 32
    return inside and all(box[2] < t[0] or t[2] < box[0] or box[3] < t[1] or t[3] < box[1] for t in taken)


def glance(points: Sequence[Point]) -> Markup:
    """A question's values at a glance, for a list: dots and bounds over time, without labels (words stand beside)."""
    merged = merge(points)[-40:]
    if not merged:
        return Markup("")
    days = DayScale(min(p.day for p in merged), max(p.day for p in merged))
    scale = _scale([p for p in merged if p.middle is not None])
    heights = {"yes": 8.0, "open": 20.0, "no": 32.0, "denied": 34.0}
    parts = ['<svg class="glance" viewBox="0 0 160 40" aria-hidden="true"><path class="base" d="M4 39H156"/>']
    for p in merged:
        x = 8 + 144 * days.at(p.day)
        middle = p.middle
        if scale is not None and middle is not None:
            y = 34 - 28 * min(1.0, max(0.0, scale.at(middle)))
            if p.low != p.high:
                upper = 34 - 28 * min(1.0, scale.at(p.high)) if p.high is not None else 2
                lower = 34 - 28 * max(0.0, scale.at(p.low)) if p.low else 36
                parts.append(f'<path class="bounds" d="M{x:.0f} {upper:.0f}V{lower:.0f}"/>')
        else:
            y = heights.get(p.lane, 20.0)
        parts.append(f'<path class="dot {escape(p.certainty)}" d="{shape(p.stance, x, y, 3.6)}"/>')
    return Markup("".join(parts) + "</svg>")
