"""Which way the nearest finite verb looks: enough to date a bare weekday or month without a parser."""

from __future__ import annotations

import re

from selon.analysis.times.grammar import Grammar

_BACK, _FORWARD = 110, 70
_SENTENCE = re.compile(r"[.!?…;]['\"»”]?\s|\n")
# A boundary between clauses makes a verb less likely to be the one; so does standing after the time.
_CLAUSE = re.compile(r",|\bqu[e']|\bthat\b|[«»“”\"]")
_BOUNDARY_COST, _AFTER_COST = 15, 4


def lean(low: str, start: int, end: int, grammar: Grammar) -> int:
    """1 where the verb nearest to ``low[start:end]`` in its sentence looks ahead, -1 where it looks back, 0 for none.

    ``low`` is the text in lower case with its accents.
    """
    back = low[max(0, start - _BACK) : start]
    cut = 0
    for match in _SENTENCE.finditer(back):
        cut = match.end()
    back = back[cut:]
    ahead = low[end : end + _FORWARD]
    stop = _SENTENCE.search(ahead)
    ahead = ahead[: stop.start()] if stop else ahead
    best, answer = 10_000, 0
    for pattern, sign in ((grammar.future, 1), (grammar.past, -1)):
        for match in pattern.finditer(back):
            gap = back[match.end() :]
            cost = len(gap) + _BOUNDARY_COST * len(_CLAUSE.findall(gap))
            if cost < best:
                best, answer = cost, sign
        first = pattern.search(ahead)
        if first:
            gap = ahead[: first.start()]
            cost = len(gap) + _BOUNDARY_COST * len(_CLAUSE.findall(gap)) + _AFTER_COST
            if cost < best:
                best, answer = cost, sign
    return answer
