"""What one denies, as another had said it: « La direction dément vouloir fermer l'usine, comme l'affirmait la CGT »."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.attribution.cue_constructions import AS, as_said
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Draft


def denied_as_said(sx: Syntax, readings: Sequence[Reading], threshold: float) -> None:
    """« La direction dément (vouloir fermer l'usine), comme l'affirmait la CGT »: what Y said is what X denies; in
    place."""
    denials = [r for r in readings if r.score >= threshold and _denies(r) and r.content is not None and r.content.parts]
    for reading in readings if denials else ():
        content = reading.content
        if not as_said(sx, reading.cue) or content is None or not content.parts:
            continue
        a, b = content.parts[0][0], content.parts[-1][1]
        inside = (d for d in denials if d.content is not None and a <= d.cue.first and d.content.parts[-1][1] <= b)
        denial = next(inside, None)
        if denial is not None and denial.content is not None:
            reading.content = content._replace(parts=denial.content.parts)


def as_was_said(sx: Syntax, draft: Draft) -> bool:
    """Is the draft's cue that of « comme l'affirmait Y »?"""
    at = sx.document.token_at(draft.cue[0].start) if draft.cue and draft.cue_kind == "verb" else 0
    return at > 0 and sx.tokens[at - 1].lower in AS


def _denies(reading: Reading) -> bool:
    stance = reading.cue.entry.get("stance")
    return reading.cue.kind == "verb" and not reading.cue.negated and stance in ("denies", "doubts")
