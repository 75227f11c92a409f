"""Clauses that suppose: « Si P, a-t-il prévenu, “Q” » says both; nobody says Q in « Si on me l'avait dit, Q »."""

from __future__ import annotations

from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax


def with_condition(sx: Syntax, cue: Cue, source: Source, content: Content) -> Content:
    """« (Si les combats durent), a-t-il prévenu, “P” »: a condition that opens the sentence, before who says so and
    what comes of it, is said as well; without it the claim would be certain."""
    if cue.kind != "verb" or content.side != "right" or source.first == -1:
        return content
    first, at = sx.region(cue.head)[0], min(cue.first, source.first)
    behind = max(cue.last, source.last)
    comma = at - 1 if source.position != "clitic" else cue.first - 1
    apart = comma > first and sx.tokens[comma].text == "," == sx.tokens[min(behind, len(sx.tokens) - 1)].text
    if not apart or content.parts[:1] == () or content.parts[0][0] != behind + 1:
        return content
    opener = first + (sx.tokens[first].pos == "CCONJ")
    plain = all(sx.quote_of[i] == -1 for i in range(first, comma))
    if sx.tokens[opener].lower not in sx.grammar.supposing or not plain or not any(sx.finite[opener:comma]):
        return content
    return content._replace(parts=((opener, comma), *content.parts), side="split")


def supposed_to_say(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« (Si on me l'avait dit), j'aurais fermé », "If they had told me, I would have": is the cue in a condition, and
    what comes of that taken for its content?"""
    if cue.kind != "verb" or content.side != "right" or source.first < 1 or not content.parts:
        return False
    supposes = sx.tokens[source.first - 1].lower in sx.grammar.supposing
    a = content.parts[0][0]
    between = range(cue.last, a - 1)
    said_before = any(sx.tokens[i].pos not in ("PRON", "ADV") for i in between)
    return supposes and source.last <= cue.first and a > cue.last and sx.tokens[a - 1].text == "," and not said_before
