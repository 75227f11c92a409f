"""Labels of a claim: kind, stance, certainty, anonymous, as GUIDELINES.md defines them.

``label`` reads a draft's spans in its document; it needs no score and changes nothing. What belongs to a language stands
in cues.toml, hedges.toml and agents.toml.
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.anonymity import is_anonymous
from selon.analysis.certainty import content_certainty
from selon.analysis.cue_reading import CueReading, read_cue
from selon.analysis.document import Document, Draft
from selon.analysis.stance import sense_of
from selon.model import Spans

SETTLED = {"denies": "denied", "does-not-deny": "unasserted", "declines": "unasserted", "doubts": "unasserted"}


class Labels(NamedTuple):
    """The four labels of one claim."""

    kind: str
    stance: str
    certainty: str
    anonymous: bool


def label(draft: Draft, document: Document) -> Labels:
    """The labels of ``draft`` (its source, cue and content spans; ``inferred`` and ``follows`` are read too)."""
    reading = read_cue(document, draft.cue, draft.content, draft.cue_lemma)
    stance, fixed = sense_of(document, draft, reading)
    certainty = _certainty(document, draft, reading, stance, fixed)
    return Labels(kind_of(document, draft.content), stance, certainty, is_anonymous(document, draft.source))


def _certainty(document: Document, draft: Draft, reading: CueReading, stance: str, fixed: str | None) -> str:
    if stance in SETTLED:
        return SETTLED[stance]
    own = content_certainty(document, draft.content, reading, draft.inferred)
    if stance == "asks":
        return "unasserted"
    if reading.conditional:
        return "reported"
    if stance == "fears":
        return fixed or "possible"
    if stance in ("intends", "approves", "criticises"):
        return own if own == "conditional" else fixed or "certain"
    if own == "certain" and fixed:
        return fixed
    return own


def kind_of(document: Document, content: Spans) -> str:
    """direct: all of the content in quotation marks; indirect: none; mixed: some ("que « P »" is mixed)."""
    inside = outside = 0
    for span in content:
        for token in document.tokens_in(*span):
            if token.pos in ("PUNCT", "SYM") or not any(c.isalnum() for c in token.text):
                continue
            if document.quotation_at(token.start) is not None:
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"
