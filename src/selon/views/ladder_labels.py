"""The names beside a ladder's marks, each where it covers nothing."""

from __future__ import annotations

from collections.abc import Sequence

from selon.views.ladder_canvas import Canvas, Drawing
from selon.views.ladder_frame import Placed
from selon.views.visible import shortened, visible


def labels(canvas: Canvas, placed: Sequence[Placed], drawing: Drawing, height: float) -> None:
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
