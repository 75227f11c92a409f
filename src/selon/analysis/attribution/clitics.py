"""« Le cinéma fermera le 30 juin. La propriétaire l'a annoncé dimanche »: what the clitic takes up stands before.

Where the ranking finds nothing behind the verb but when, where and to whom it was said (3 of 3 training sentences).
"""

from __future__ import annotations

from selon.analysis.attribution.lexicon import lexicon
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Draft
from selon.model import Span

TAKES_UP = frozenset({"l'", "le"})
SAYING = frozenset({"asserts", "confirms", "intends"})


def taken_up_by_clitic(sx: Syntax, drafts: list[Draft]) -> None:
    """Give the drafts whose object is only « l' » the sentence before for their content, or what is claimed in it last,
    in place."""
    if sx.document.language.code != "fr":
        return
    for draft in drafts:
        if not _with_clitic(sx, draft) or not _circumstances(sx, draft):
            continue
        here = sx.tokens[sx.document.token_at(draft.cue[0].start)].sentence
        before = sx.document.sentences[here - 1] if here else None
        if before is None or sx.document.sentences[here].first != _opens(sx, draft):
            continue
        claims = [d for d in drafts if d.content and d.cue and before.span.start <= d.cue[0].start < before.span.end]
        content = claims[-1].content if claims else (_bare(sx, before.first, before.last),)
        draft.content, draft.follows = content, None


def _with_clitic(sx: Syntax, draft: Draft) -> bool:
    """Is the cue a verb of saying with « l' » for its object?"""
    entry = lexicon("fr")["verbs"].get(draft.cue_lemma, {})
    if draft.cue_kind != "verb" or not draft.cue or not draft.source or entry.get("stance") not in SAYING:
        return False
    return sx.tokens[sx.document.token_at(draft.cue[0].start)].lower in TAKES_UP and entry.get("strength") == "high"


def _circumstances(sx: Syntax, draft: Draft) -> bool:
    """Is the content nothing that is said: no clause, no quotation, no infinitive, behind the verb?"""
    if any(span.start < draft.cue[-1].end for span in draft.content):
        return False
    inside = [token for span in draft.content for token in sx.document.tokens_in(*span)]
    behind = sx.tokens[
        sx.document.token_at(draft.cue[-1].end - 1) + 1
    ]  # not « l'expliquent (par) la hausse des loyers »
    when = behind.lower in sx.grammar.reference_nouns | sx.grammar.amid | sx.grammar.day_parts or behind.pos == "ADV"
    if inside and not when:
        return False
    return not any(sx.finite[t.i] or t.infinitive or sx.quote_of[t.i] != -1 or t.pos == "SCONJ" for t in inside)


def _opens(sx: Syntax, draft: Draft) -> int:
    """The first token of the draft."""
    return sx.document.token_at(min(draft.source[0].start, draft.cue[0].start))


def _bare(sx: Syntax, first: int, last: int) -> Span:
    """The sentence without the mark that ends it."""
    end = last - (sx.tokens[last - 1].text in (".", "!", "?"))
    return Span(sx.tokens[first].start, sx.tokens[max(end - 1, first)].end)
