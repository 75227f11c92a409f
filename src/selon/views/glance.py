"""A question's values at a glance: a chart for lists, without words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from selon.views.ladder_frame import scale_of
from selon.views.points import Point, merge, shape
from selon.views.scales import DayScale


def glance(points: Sequence[Point]) -> Markup:
    """A question's values at a glance, for a list: dots and bounds over time, without labels (words stand beside)."""
    merged = merge(points)[-40:]
    if not merged:
        return Markup("")
    days = DayScale(min(p.day for p in merged), max(p.day for p in merged))
    scale = scale_of([p for p in merged if p.middle is not None])
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
