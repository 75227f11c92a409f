"""What of a whole a count tells: all of it, the last ones, some, the speaker's own; nothing, where a number names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.model import Claim, Quantity
from selon.questions import measure
from selon.questions.passage import Range, Reading
from selon.questions.words import is_person, lowered, plain

NEAR = 24  # characters around a figure in which "its own" is said of what it counts

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_label(reading: Reading, quantity: Quantity) -> bool:
    """Whether a bare number only names or dates ("ward 5", "a woman of 55", "between 1820 and 1880")."""
    start, end = quantity.span
    if quantity.unit or measure.phrase_of(reading, quantity)[1] != end:
        return False
    at = reading.word_at(start) or 0
    before = reading.words[max(0, at - 2) : at]
    lists = reading.cues.lists
    if before and before[-1].word in lists["figures.labels"]:
        return True
    if len(before) == 2 and before[1].word in lists["figures.aged"]:
        return any(is_person(name) for name in reading.concepts_in([(before[0].start, before[0].end)]))
    return len(_YEAR.findall(reading.text[start:end])) == 2


def of_late(reading: Reading, own: str, text: str) -> bool:
    """Whether a toll is of the last ones alone ("523 new infections", "165 in a single day").

    ``own`` are the figure's words and ``text`` those around it, in lower case.
    """
    return reading.cues.has("figures.new", own) or reading.cues.has("figures.lately", text)


def only_described(reading: Reading, quantity: Quantity) -> bool:
    """Whether a clause says who the counted were ("six deaths were of children"): some, then, of all."""
    at = reading.word_at(measure.phrase_of(reading, quantity)[1])
    after = [w.word for w in reading.words[at : at + 2]] if at is not None else []
    lists = reading.cues.lists
    return len(after) == 2 and after[0] in lists["passive.auxiliary"] and after[1] in lists["figures.belong"]


def owner(reading: Reading, claim: Claim, quantity: Quantity, ranges: Sequence[Range]) -> frozenset[str]:
    """The speaker, where the counted are the speaker's own ("four of its citizens", « ses propres pertes »)."""
    near = [(max(a, quantity.span.start - NEAR), min(b, quantity.span.end + NEAR)) for a, b in ranges]
    said = lowered(reading.words_of([(a, b) for a, b in near if a < b]))
    return frozenset({f"@{plain(claim.speaker)}"}) if reading.cues.has("figures.own", said) else frozenset()
