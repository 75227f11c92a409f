"""What of a whole a count tells: all of it, the last ones, some, the speaker's own; nothing, where a number names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from selon.model import Claim, Quantity
from selon.questions import measure
from selon.questions.passage import Range, Reading
from selon.questions.words import is_person, lowered, plain

NEAR = 24  # characters around a figure in which "its own" is said of what it counts

OF = frozenset({"of", "des", "de", "sur"})  # between some and their whole: "11 of its 38"
_BESIDE = re.compile(r"[,\s]*(?:\w{1,3}|[-–])\s*\d+[\s-]+(\w+)")  # "16 | and 17 years"
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_label(reading: Reading, quantity: Quantity) -> bool:
    """Whether a bare number only names or dates ("ward 5", "a woman of 55", "boys of 16 and 17", "1820 to 1880")."""
    start, end = quantity.span
    if not measure.is_lent(reading, quantity) or measure.phrase_of(reading, quantity)[1] != end:
        return False
    if (beside := _BESIDE.match(reading.text, end)) and plain(beside[1]) in measure.LENGTHS_OF_TIME:
        return True
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


def among(reading: Reading, quantity: Quantity) -> bool:
    """Whether a count is of some of a whole, or is the whole that some are of ("47 of them", "11 of its 38 ships")."""
    lists = reading.cues.lists
    after = reading.text[quantity.span.end : quantity.span.end + NEAR]
    if any(lowered(after).lstrip().startswith(phrase) for phrase in lists["figures.among"]):
        return True
    first = reading.word_at(quantity.span.start) or 0
    next_ = reading.word_at(quantity.span.end)
    before = [w.word for w in reading.words[max(0, first - 3) : first]]
    then = [w.word for w in reading.words[next_ : next_ + 3]] if next_ is not None else []
    whole = any(one.isdigit() and other in OF for one, other in pairwise(before))
    return whole or (then[:1] != [] and then[0] in OF and any(word.isdigit() for word in then[1:]))


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
