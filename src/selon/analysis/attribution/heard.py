"""Spans that the encoder hears by itself, as candidates beside those of the constructions.

The forests judge them like any other. They are the only ones where a noun phrase ends before an adjunct that no table
names (« annonce son abandon | en début de matinée ») or where a source stands farther off than a construction looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from selon.analysis.attribution.adjuncts import adjunct
from selon.analysis.attribution.antecedents import sayer
from selon.analysis.attribution.content_ends import before_contrast, trimmed
from selon.analysis.attribution.content_features import Start, beside_source, content_features
from selon.analysis.attribution.content_starts import start_kind
from selon.analysis.attribution.contents import (
    Content,
    attribution,
    in_its_midst,
    parts_it,
    resumed_clause,
    undergone_before,
)
from selon.analysis.attribution.contraries import of_another
from selon.analysis.attribution.cue_constructions import gerund, inverted_relative, narrated, parts_from_subject
from selon.analysis.attribution.encoder.agreement import Heard, Parts
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.predication import matrix_verb, taken_up
from selon.analysis.attribution.source_features import beside_cue, source_features
from selon.analysis.attribution.source_searches import after_opening, agent_of_another
from selon.analysis.attribution.sources import MAX_LENGTH, Source, clause_inside, cut_relative, parts_clause
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

LEVELS = (0.3, 0.5, 0.7)  # a word is inside from this probability on
MARKS = frozenset(",;:.—–)")


def heard_sources(sx: Syntax, cue: Cue, heard: Heard, known: Sequence[Source]) -> list[Source]:
    """The likeliest run of words at each level, where it is not among the ``known``; none beside a clitic, "dit-il", or
    a pronoun that takes up who says it, « selon laquelle »."""
    if cue.pronoun != -1 or narrated(sx, cue) or sayer(sx, cue) is not None:
        return []
    first, last = sx.region(cue.head)
    have = {(source.first, source.last) for source in known}
    parenthetical = parts_clause(sx, cue, last)
    behind = inverted_relative(sx, cue) or parts_from_subject(sx, cue)
    shared = beside_cue(sx, cue, first, last)
    out = []
    for level in LEVELS:
        runs = _runs(heard, level, first, last)
        if not runs:
            break
        a, b = max(runs, key=lambda run: _mass(heard, run))
        opening = after_opening(sx, first, cue.first)
        if a < opening < b:
            a = opening
        if a + 2 < b and sx.tokens[a].pos in ("ADV", "CCONJ") and sx.tokens[a + 1].text == ",":
            a += 2  # « Néanmoins, | X »
        if (a, b) in have or b - a > MAX_LENGTH or (a < cue.last and cue.first < b) or _cuts_quotation(sx, a, b):
            continue
        if b - a == 1 and sx.tokens[a].pos == "DET":
            continue  # « L' | hypothèse »
        if clause_inside(sx, a, b) or cut_relative(sx, a, b) or (a < cue.first and behind):
            continue
        if a < cue.first and parenthetical and any(sx.tokens[i].text == "," for i in range(a, b)):
            continue
        if a >= cue.last and cue.kind == "verb" and not cue.passive and agent_of_another(sx, cue.last, a):
            continue
        if gerund(sx, cue) and a >= cue.last and not any(sx.tokens[i].text == "," for i in range(cue.last, a)):
            continue
        have.add((a, b))
        position = "inverted" if a >= cue.last else "subject"
        out.append(Source(a, b, position, source_features(sx, cue, shared, a, b, position, 0, first, last)))
    return out


def heard_contents(sx: Syntax, cue: Cue, source: Source, heard: Heard, known: Sequence[Content]) -> list[Content]:
    """The likeliest run of words at each level, alone and with the second, where they are not among the ``known``."""
    first, last = sx.region(cue.head)
    a0, b0 = attribution(cue, source)
    have = {content.parts for content in known}
    out = []
    if resumed_clause(sx, cue, source) is not None or taken_up(sx, cue, source) is not None:
        return []
    shared = beside_source(sx, cue, source, first, last, a0, b0)
    undergone = undergone_before(sx, cue, source)
    midst = in_its_midst(sx, a0, b0)
    if not (midst or undergone) and parts_it(sx, cue, a0, b0):
        beside = (*sx.tokens[a0 - 2 : a0], *sx.tokens[b0 + 1 : b0 + 2])
        midst = not any(token.text in QUOTE_MARKS for token in beside)  # « “P”, adding, “Q” » are two
    relative = sayer(sx, cue) is not None
    for parts in _drawn(sx, cue, heard, first, last):
        if relative and parts[0][0] < cue.last:
            continue
        if midst and len(parts) == 1:
            continue
        if len(parts) > 1 and parts[-1][0] > cue.head and of_another(sx, parts[-1][0], last):
            continue
        if undergone and (len(parts) > 1 or parts[0][0] >= cue.first):
            continue
        if parts in have or any(a < source.last and source.first < b for a, b in parts):
            continue  # what is said is not part of who says it
        if parts[0][0] >= cue.last and matrix_verb(sx, cue, source, parts[0][0], last) < parts[-1][1]:
            continue
        have.add(parts)
        a = parts[0][0]
        side = "split" if len(parts) > 1 else "right" if a >= cue.first else "left"
        start = Start(a, start_kind(sx, a), 0)
        if any(b > cue.first and adjunct(sx, cue, Start(b, start_kind(sx, b), 0), last) for b, _ in parts):
            continue
        features = content_features(sx, cue, source, shared, parts, side, start, "heard", 0, False)
        out.append(Content(parts, side, features))
    return out


def _cuts_quotation(sx: Syntax, a: int, b: int) -> bool:
    """Whether one mark of a quotation lies in the range without the other."""
    marks = (sx.quote_of[i] for i in range(a, b) if sx.tokens[i].text in QUOTE_MARKS)
    return any(not (a <= sx.quotes[k][0] and sx.quotes[k][1] <= b) for k in marks if k != -1)


def _drawn(sx: Syntax, cue: Cue, heard: Heard, first: int, last: int) -> Iterator[Parts]:
    for level in LEVELS:
        runs = _runs(heard, level, first, last)
        if not runs:
            return
        likeliest = sorted(runs, key=lambda run: -_mass(heard, run))[:2]
        for chosen in (likeliest[:1], sorted(likeliest))[: len(likeliest)]:
            bare = [_bare(sx, a, before_contrast(sx, a, b)) for a, b in chosen]
            parts = tuple((a, b) for a, b in bare if a < b and not (a < cue.last and cue.first < b))
            if parts and not _without_object(sx, parts[-1][1]):
                yield parts


def _without_object(sx: Syntax, b: int) -> bool:
    """Does b stand between a verb and the noun phrase that it takes (« céderait | 15 % du capital »)?"""
    return b in sx.np_from and sx.finite[b - 1] and sx.tokens[b].pos in ("DET", "NUM")


def _bare(sx: Syntax, a: int, b: int) -> tuple[int, int]:
    b = trimmed(sx, a, b)
    a = _behind_bracket(sx, a, b)
    while b > a + 1 and sx.tokens[b - 1].pos == "ADP" and sx.tokens[b - 1].tag != "RP":
        b -= 1  # a preposition without what it governs
    while a < b and sx.tokens[a].text in MARKS:
        a += 1
    return a, b


def _behind_bracket(sx: Syntax, a: int, b: int) -> int:
    """Where the range goes on behind a bracket that it would begin in: « (1830 | UTC), the first phase … »."""
    depth = 0
    for i in range(a, b):
        depth += (sx.tokens[i].text == "(") - (sx.tokens[i].text == ")")
        if depth < 0:
            return _behind_bracket(sx, i + 1, b)
    return a


def _runs(heard: Heard, level: float, first: int, last: int) -> list[tuple[int, int]]:
    """Ranges of tokens above ``level`` in the region; a single token below it does not part them."""
    out: list[tuple[int, int]] = []
    begin = max(first, heard.first)
    for k in np.flatnonzero(heard.inside[begin - heard.first : last - heard.first] > level).tolist():
        i = begin + k
        if out and i - out[-1][1] <= 1:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def _mass(heard: Heard, run: tuple[int, int]) -> float:
    return float(heard.inside[run[0] - heard.first : run[1] - heard.first].sum())
