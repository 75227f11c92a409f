"""Is a French form a conditional? Decided by its stem and ending, as taggers call most of them imperfects.

A form is conditional if it is a verb's future stem with -ais, -ait, -ions, -iez or -aient: "affirmerait", "perdrait",
"verrait"; "entrait", "livrait" and "engendrait" are not, as no verb has the future stem "entr", "livr" or "engendr".
"""

from __future__ import annotations

from functools import cache

from selon.languages.verbforms import future_stems

ENDINGS = ("aient", "ions", "ais", "ait", "iez")


@cache
def is_conditional(form: str) -> bool:
    """Is ``form`` (one word, any case) the present conditional of a French verb?"""
    word = form.lower()
    for ending in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            # every -er verb: its imperfect never ends in -erait, since no verb ends in -erer (only in -érer)
            return stem in future_stems() or (len(stem) > 3 and stem.endswith("er"))
    return False
