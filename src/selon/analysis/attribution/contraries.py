"""What is set against a saying: « P, contrairement à ce qu'avait affirmé X », "P, contrary to what X had claimed",
« 12 000, selon A, contre 9 000 d'après B ».

The phrase is no part of P; what X said is left out, as what is said of it is the contrary.
"""

from __future__ import annotations

from selon.analysis.attribution.cues import names_a_source
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax

REACH = 4  # tokens from the word that sets against to the conjunction


def against_a_saying(sx: Syntax, cue: Cue, source: Source) -> bool:
    """Does the clause of subject and cue stand behind « contrairement à ce que », "contrary to what"?"""
    at = min(cue.first, source.first) if source.first != -1 else cue.first
    return cue.kind == "verb" and _opener(sx, at) != -1


def before_contrary(sx: Syntax, a: int, b: int) -> int:
    """Where tokens a to b meet a comma and « contrairement à ce que »; b where they don't."""
    commas = (i for i in range(a + 1, b - REACH + 1) if sx.tokens[i].text == "," and sx.quote_of[i] == sx.quote_of[a])
    return next((i for i in commas if opens_contrary(sx, i + 1)), b)


def opens_contrary(sx: Syntax, a: int) -> bool:
    """Does « à l'inverse de ce que », "contrary to what" begin at token a?"""
    near = range(a + 1, min(a + 2 + REACH, len(sx.tokens)))
    return any(a <= _opener(sx, k) <= a + 2 for k in near)


def _opener(sx: Syntax, at: int) -> int:
    """The word that sets what follows token ``at`` against what was said; -1 without one."""
    tokens, rules = sx.tokens, sx.grammar
    k = at - 1
    if k < 1 or tokens[k].lower not in rules.complementizers | rules.object_relatives | rules.question_words:
        return -1
    return next((i for i in range(k - 1, max(k - REACH, -1), -1) if tokens[i].lower in rules.contrary), -1)


def of_another(sx: Syntax, at: int, last: int) -> bool:
    """Does « contre 9 000 d'après la métropole » begin at the token, a phrase without a verb that names its own source,
    or « pour qui Q », a relative clause of who has just spoken?"""
    if sx.tokens[at].pos != "ADP":
        return False
    if at + 1 < last and sx.tokens[at + 1].lower in sx.grammar.relatives:
        return True
    for i in range(at + 1, last):
        if sx.finite[i] or sx.tokens[i].text in ",;:.":
            return False
        if names_a_source(sx, i):
            return True
    return False
