"""The ladder: time across, value up, each answer a mark; one line a speaker; denials on a lane of their own.

Drawn by the server as SVG, once for wide and once for narrow screens; the style sheet shows one of them. Shape tells
the stance, fill and outline the certainty, the number leads to the answer's row. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from selon.views import wording
from selon.views.i18n import Interface
from selon.views.ladder_canvas import NARROW, WIDE, Canvas, Drawing
from selon.views.ladder_frame import NUMBERED, Frame, Placed, frame_of, placed_in
from selon.views.ladder_labels import labels
from selon.views.points import MOST_MARKS, Point, merge, shape
from selon.views.visible import shortened, visible


def ladder(points: Sequence[Point], speech: Interface, title: str) -> Markup:
    """Both drawings of the chart; empty where no answer has a day."""
    merged = merge(points)[-MOST_MARKS:]
    if not merged:
        return Markup("")
    return Markup("").join(_draw(merged, speech, title, drawing) for drawing in (WIDE, NARROW))


def _draw(points: Sequence[Point], speech: Interface, title: str, drawing: Drawing) -> Markup:
    frame = frame_of(points, drawing)
    canvas = Canvas(drawing)
    canvas.put(
        '<svg class="ladder {}" viewBox="0 0 {} {}" role="group" aria-label="{}" font-size="{}">',
        drawing.css, drawing.width, frame.height, visible(title), drawing.font,
    )  # fmt: skip
    _axes(canvas, speech, frame)
    placed = placed_in(points, frame)
    _lines(canvas, placed)
    for each in placed:
        if not each.point.lane:
            _bounds(canvas, each, frame)
    small = len(points) > NUMBERED
    for each in placed:
        _mark(canvas, each, small)
    if drawing.labels and not small:
        labels(canvas, placed, drawing, frame.height)
    canvas.put("</svg>")
    return Markup("").join(Markup(part) for part in canvas.parts)


def _axes(canvas: Canvas, speech: Interface, frame: Frame) -> None:
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


def _lines(canvas: Canvas, placed: Sequence[Placed]) -> None:
    for slot in dict.fromkeys(p.point.slot for p in placed):
        own = [p for p in placed if p.point.slot == slot]
        if len(own) > 1:
            path = "M" + "L".join(f"{p.x:.0f} {p.y:.1f}" for p in sorted(own, key=lambda p: p.x))
            canvas.put('<path class="speaker s{}" d="{}"/>', slot, path)


def _bounds(canvas: Canvas, each: Placed, frame: Frame) -> None:
    low, high = each.point.low, each.point.high
    if low is not None and low == high:
        return
    upper = frame.y(high) if high is not None else max(frame.drawing.top - 12, each.y - 64)
    lower = frame.y(low) if low is not None else each.y + 40
    kind = "open" if low is None or high is None else "both"
    canvas.put('<path class="bounds {} s{}" d="M{:.0f} {:.1f}V{:.1f}"/>', kind, each.point.slot, each.x, upper, lower)


def _mark(canvas: Canvas, each: Placed, small: bool) -> None:
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
