"""How somebody puts it, a colon, what he says: « Le préfet est formel : la digue tiendra », "The owner was blunt: P".

No word of these says anything, so the encoder hears nothing. A quotation behind the colon is taken by ``carryover``.
"""

from __future__ import annotations

from selon.analysis.attribution.carryover import subject_before
from selon.analysis.attribution.content_ends import trimmed
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Draft
from selon.model import Span

LONGEST = 6  # tokens from the verb to the colon: « se veut toutefois un peu plus nuancé : »


def outspoken(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of clauses that somebody's manner of speaking and a colon bring in, where none has them."""
    out = list(drafts)
    for colon in range(2, len(sx.tokens) - 1):
        manner = _manner(sx, colon) if sx.tokens[colon].text == ":" and sx.quote_of[colon] == -1 else None
        if manner is None:
            continue
        first, last = sx.region(colon)
        source = subject_before(sx, first, colon)
        if source is None or source.end > sx.tokens[manner].start or not any(sx.finite[colon + 1 : last]):
            continue
        end = trimmed(sx, colon + 1, last)
        content = Span(sx.tokens[colon + 1].start, sx.tokens[end - 1].end)
        if any(_touches(draft, content) for draft in out):
            continue
        cue = Span(sx.tokens[manner].start, sx.tokens[colon - 1].end)
        # « se veut (rassurante) »: the manner is nothing that is said
        out = [d for d in out if not (d.content and cue.start <= d.content[0].start < cue.end)]
        out.append(Draft((source,), (cue,), (content,), rule="colon: manner", cue_kind="colon"))
    return out


def _manner(sx: Syntax, colon: int) -> int | None:
    """The first token of the verb before « formel : », where an adjective for how one speaks ends a short predicate."""
    tokens, rules = sx.tokens, sx.grammar
    one = tokens[colon - 1].lower.removesuffix("s")  # « rassurantes »: the tagger's lemmas of adjectives are guesses
    if not {tokens[colon - 1].lemma, one, one.removesuffix("e")} & rules.outspoken:
        return None
    for i in range(colon - 2, max(colon - 2 - LONGEST, 0), -1):
        if tokens[i].text == ",":
            return None
        if sx.finite[i]:
            clitic = tokens[i - 1].lower in rules.object_clitics
            return i - clitic
    return None


def _touches(draft: Draft, content: Span) -> bool:
    """Has the draft some of the content, or does its source stand in it: « Ils sont clairs : (l'un) dit P »?"""
    return any(s.start < content.end and content.start < s.end for s in (*draft.content, *draft.source))
