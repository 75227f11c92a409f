"""How far a candidate source reaches: offered with its genitives, prepositions, apposition, up to any mark."""

from __future__ import annotations

from typing import Protocol

from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS


class Offer(Protocol):
    """Puts tokens ``first`` to ``last`` forward as a source; ``extension`` says how far they were stretched."""

    def __call__(self, first: int, last: int, position: str, extension: int = 0, /) -> None: ...


def offer_extents(sx: Syntax, a: int, limit: int, offer: Offer, position: str) -> None:
    """Offer the phrase at a as it stands, with its genitives, with all its prepositions, with its apposition."""
    tokens = sx.tokens
    phrase = sx.np_from.get(a)
    b = phrase.last if phrase is not None else a
    if phrase is None:
        k = sx.np_of[a] if a < len(sx.np_of) else -1
        if k == -1:
            return
        b = sx.phrases[k].last
    if b > limit:
        return
    offer(a, b, position, 0)
    b = _after_parenthesis(sx, b, limit)
    c = b
    while c < limit and tokens[c].lower in sx.grammar.genitives and c + 1 < limit and sx.np_of[c + 1] != -1:
        c = _after_parenthesis(sx, sx.phrases[sx.np_of[c + 1]].last, limit)
    if c > b or c > (phrase.last if phrase else b):
        offer(a, c, position, 1)
    d = c
    while d + 1 < limit:
        step = d + 1
        if tokens[d].pos == "VERB" and tokens[d].participle and d + 2 < limit and tokens[d + 1].pos == "ADP":
            step = d + 2  # « un rapport établi par l'INSEE »
        elif not (tokens[d].pos == "ADP" or tokens[d].lower in sx.grammar.joining):
            break
        if sx.np_of[step] == -1 or sx.subject[step]:
            break
        d = _after_parenthesis(sx, sx.phrases[sx.np_of[step]].last, limit)
        offer(a, d, position, 2)
        if d - a > 25:
            break
    for start in {b, c, d}:
        if start + 1 < limit and tokens[start].text in ",—–(":
            for e in range(start + 1, min(start + 30, limit)):
                if tokens[e].text in ",—–)" and e > start + 1:
                    offer(a, e + (tokens[e].text == ")"), position, 4)
                    break
                if sx.finite[e] and not any(tokens[x].lower in sx.grammar.relatives for x in range(start, e)):
                    break


def _after_parenthesis(sx: Syntax, b: int, limit: int) -> int:
    tokens = sx.tokens
    if b < limit and tokens[b].text == "(":
        for e in range(b + 1, min(b + 8, limit)):
            if tokens[e].text == ")":
                return e + 1
    return b


def offer_ends(sx: Syntax, a: int, b: int, last: int, offer: Offer, position: str) -> None:
    tokens = sx.tokens
    relative = False
    for e in range(b, min(a + 34, last + 1)):
        if e == last or tokens[e].text in ",.;:—–" or tokens[e].text in QUOTE_MARKS:
            offer(a, e, position, 5)
            if e == last or tokens[e].text not in ",—–":
                return
        elif tokens[e].lower in sx.grammar.relatives:
            relative = True
        elif sx.finite[e] and not relative:
            return


def trim_adverbs(sx: Syntax, a: int, b: int) -> int:
    while b > a + 1 and (
        (sx.tokens[b - 1].pos in ("ADV", "PUNCT", "CCONJ") and sx.tokens[b - 1].text not in ')»”"')
        or sx.tokens[b - 1].lower in sx.grammar.subject_relatives
    ):
        b -= 1
    return b
