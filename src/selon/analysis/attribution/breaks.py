"""Where within a span another statement may begin: semicolon, joined verb, gerund of saying, relative, « mais »."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from selon.analysis.attribution.syntax import Syntax

TURNING = frozenset(("mais", "but", "or", "car"))
SEMICOLON, JOINED, GERUND, RELATIVE, BUT, SENTENCE = range(6)


def may_break(sx: Syntax) -> list[int]:
    """The tokens of a document at which another statement may begin, in order; found once, after find_cues."""
    if sx.breaks is None:
        tokens, relatives = sx.tokens, sx.grammar.relatives
        sx.breaks = [
            i
            for i, t in enumerate(tokens)
            if t.text == ";"
            or t.pos == "CCONJ"
            or _gerund(sx, i)
            or (t.lower in relatives and i > 0 and tokens[i - 1].text == ",")
        ]
    return sx.breaks


def breaks_inside(sx: Syntax, parts: Sequence[tuple[int, int]]) -> list[float]:
    """How many there are of each kind behind the first tokens of ``parts``, at most 4; of other sentences at most 1.

    What a quotation within holds doesn't count.
    """
    tokens, quote_of, finite, breaking = sx.tokens, sx.quote_of, sx.finite, may_break(sx)
    found = [0.0] * 6
    for s, e in parts:
        for i in breaking[bisect_left(breaking, s + 1) : bisect_left(breaking, e)]:
            if quote_of[i] != -1 and quote_of[i] != quote_of[s]:
                continue
            token = tokens[i]
            if token.text == ";":
                found[SEMICOLON] += 1
            elif token.pos == "CCONJ":
                if token.lower in TURNING:
                    found[BUT] += 1
                elif any(finite[i + 1 : min(i + 4, e)]):
                    found[JOINED] += 1
            else:
                found[GERUND if _gerund(sx, i) else RELATIVE] += 1
        own = tokens[s].sentence
        if tokens[e - 1].sentence != own and any(
            tokens[i].sentence != own and quote_of[i] in (-1, quote_of[s]) for i in range(s + 1, e)
        ):
            found[SENTENCE] = 1.0
    return [min(count, 4.0) for count in found]


def _gerund(sx: Syntax, i: int) -> bool:
    token = sx.tokens[i]
    return bool(sx.cue_strength[i]) and not sx.finite[i] and (token.tag == "VBG" or token.lower.endswith("ant"))
