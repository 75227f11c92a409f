"""What a closing « selon X » is about, where its sentence is already somebody else's: the last relative clause alone.

« L'armée annonce avoir repris la ville, après des combats qui auraient fait 200 morts, selon des médecins »: the
doctors tell of the dead, not of what the army announces. The conditional, or "reportedly", shows that the clause is
reported.
"""

from __future__ import annotations

from selon.analysis.attribution.syntax import Syntax
from selon.analysis.conditional import is_conditional
from selon.analysis.document import Draft
from selon.languages.cues import cues
from selon.model import Span


def attached(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts; those of prepositions that close another's claim with a reported clause of their own cut to that."""
    tellers = [d for d in drafts if d.source and d.cue and d.cue_kind in ("verb", "participle")]
    starts: dict[int, list[Draft]] = {}
    for teller in tellers:
        starts.setdefault(sx.document.sentences_under(teller.cue[0])[0], []).append(teller)
    for draft in drafts:
        if draft.cue_kind != "preposition" or len(draft.content) != 1 or draft.content[0].end > draft.cue[0].start:
            continue
        span = draft.content[0]
        clause = _reported_clause(sx, span)
        if clause is None:
            continue
        near = starts.get(sx.document.sentences_under(draft.cue[0])[0], ())
        if any(span.start <= t.source[0].start < t.cue[-1].end <= clause.start for t in near if t is not draft):
            draft.content = (clause,)
    return drafts


def _reported_clause(sx: Syntax, span: Span) -> Span | None:
    """The relative clause that ends the content, with the noun before it, where it is told as hearsay."""
    first, last = sx.document.token_at(span.start), sx.document.token_at(span.end - 1) + 1
    relatives = sx.grammar.relatives - sx.grammar.complementizers
    at = next((i for i in range(last - 1, first + 1, -1) if sx.tokens[i].lower in relatives), -1)
    if at == -1 or not any(_hearsay(sx, i) for i in range(at + 1, last)):
        return None
    before = at - 2 if sx.tokens[at - 1].text == "," else at - 1
    phrase = sx.phrases[sx.np_of[before]] if sx.np_of[before] != -1 else None
    return Span(sx.tokens[phrase.first if phrase is not None else at].start, span.end)


def _hearsay(sx: Syntax, i: int) -> bool:
    token = sx.tokens[i]
    if sx.document.language.code == "fr":
        return sx.finite[i] and is_conditional(token.lower)
    adverbs = cues(sx.document.language.code).adverbs.get(token.lower, ())
    return any(len(entry.words) == 1 and entry.certainty == "reported" for entry in adverbs)
