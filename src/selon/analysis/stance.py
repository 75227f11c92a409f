"""The stance of a source towards its content, read off the cue (GUIDELINES.md); certainty where the cue settles it."""

from __future__ import annotations

from selon.analysis.cue_reading import CueReading
from selon.analysis.document import Document, Draft

# What a negated cue means where its entry does not say: "n'a pas demandé P" leaves P unasked.
NEGATED = {
    "asserts": ("declines", "unasserted"),
    "confirms": ("declines", "unasserted"),
    "asks": ("declines", "unasserted"),
    "approves": ("criticises", "certain"),
    "intends": ("intends", "denied"),
    "denies": ("does-not-deny", "unasserted"),
    "doubts": ("asserts", None),
    "fears": ("asserts", None),
}


def sense_of(document: Document, draft: Draft, reading: CueReading) -> tuple[str, str | None]:
    """(stance, certainty or None) of a draft; without a cue that the lexicon knows, a plain assertion."""
    if reading.refused:
        return "declines", "unasserted"
    entry = reading.entry
    if entry is None:
        follows = draft.follows
        return (follows.stance or "asserts", None) if follows is not None else ("asserts", None)
    if reading.negated:
        if entry.under_negation is not None:
            return entry.under_negation.stance, entry.under_negation.certainty
        return NEGATED.get(entry.stance, (entry.stance, entry.certainty))
    sense = entry.sense_with(reading.complement)
    return sense.stance, sense.certainty
