"""A page's own style (its speakers' colours, the heights of its cards) and the policy that lets only that in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from selon.views.colours import palette
from selon.views.page_models import Passage

STATIC = Path(__file__).parent / "static"


@cache
def house_style() -> str:
    """The style sheet that all pages share."""
    return (STATIC / "selon.css").read_text(encoding="utf-8")


def speaker_style(slots: Iterable[int]) -> str:
    """The colours of the speakers with these numbers, on light and on dark paper."""
    colours = palette()
    used = [(slot, colours[slot % len(colours)]) for slot in slots]
    light = "".join(f".s{slot}{{--c:{colour.light}}}" for slot, colour in used)
    dark = "".join(f".s{slot}{{--c:{colour.dark}}}" for slot, colour in used)
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}" if used else ""


def card_style(passages: Sequence[Passage]) -> str:
    """Each card beside the first of its words, or under the card before it where that one is in the way.

    CSS anchor positioning does it without a script; a browser without that shows the cards beside their paragraph. A
    paragraph whose cards are taller than itself is given their (estimated) height, so that they don't drift away.
    """
    rules: list[str] = []
    before = None
    for place, passage in enumerate(passages, 1):
        for card in passage.cards:
            name = card.anchor
            top = f"anchor(--c-{name} top)"
            if before is not None:
                top = f"max({top},calc(anchor(--k-{before} bottom) + .85rem))"
            rules.append(f"#c-{name}{{anchor-name:--c-{name}}}#k-{name}{{anchor-name:--k-{name};top:{top}}}")
            before = name
        if passage.cards:
            rules.append(f"#p{place}{{min-height:{passage.lines * 1.2:.1f}rem}}")
    if not rules:
        return ""
    return f"@media screen and (min-width:60rem){{@supports (top:anchor(top)){{{''.join(rules)}}}}}"


def policy(*styles: str) -> str:
    """A Content-Security-Policy for a page with these style blocks: no inline script or style attribute, nothing
    from elsewhere."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in styles if s)
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' {hashes}; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'"
    )
