"""Is a French form a conditional, or a future? Decided by stem and ending: taggers miss most of them.

A form is conditional if it is a verb's future stem with -ais, -ait, -ions, -iez or -aient: "affirmerait", "perdrait",
"verrait"; "entrait", "livrait" and "engendrait" are not, as no verb has the future stem "entr", "livr" or "engendr".
"""

from __future__ import annotations

from functools import lru_cache

from selon.languages.verbforms import future_stems

CONDITIONAL = ("aient", "ions", "ais", "ait", "iez")
FUTURE = ("ons", "ont", "ai", "as", "ez", "a")


@lru_cache(maxsize=65_536)  # words of the articles, without end
def is_conditional(form: str) -> bool:
    """Is ``form`` (one word, any case) the present conditional of a French verb?"""
    return _on_future_stem(form.lower(), CONDITIONAL)


@lru_cache(maxsize=65_536)  # words of the articles, without end
def is_future(form: str) -> bool:
    """Is ``form``, known to be a verb, in the simple future ("céderons", tagged as a present)?"""
    return _on_future_stem(form.lower(), FUTURE)


def ends_as_future(form: str) -> bool:
    """Has ``form`` an ending of the simple future?"""
    return form.lower().endswith(tuple(f"r{ending}" for ending in FUTURE))


def _on_future_stem(word: str, endings: tuple[str, ...]) -> bool:
    for ending in endings:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            # every -er verb: its imperfect never ends in -erait, since no verb ends in -erer (only in -érer)
            return stem in future_stems() or (len(stem) > 3 and stem.endswith("er"))
    return False
