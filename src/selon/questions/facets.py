"""From an article and its claims to facets: each figure, or each proposition, in terms that two languages share.

News writes its context once: "1.12 million marched on Thursday. The CGT counted two million." What a claim leaves out
is taken from its sentence, then from the claims before it in the same article; ``Facet.hints`` tell what was taken.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from selon.model import Article
from selon.questions.counts import is_label
from selon.questions.figures import Figures
from selon.questions.passage import ranges_of, start_of
from selon.questions.propositions import Propositions
from selon.questions.record import Facet, Statement

log = logging.getLogger("selon.questions")


def facets_of(article: Article, statements: Iterable[Statement]) -> list[Facet]:
    """The facets of an article's claims, in order of the text; the same whatever the order of ``statements``."""
    ordered = sorted(statements, key=lambda s: (start_of(s.claim), s.id))
    if not ordered:
        return []
    reader = _Reader(article, ordered)
    out: list[Facet] = []
    for statement in ordered:
        try:
            out += reader.read(statement)
        except Exception:  # one claim that can't be read costs itself, never the article
            log.exception("claim %s of article %s can't be compared", statement.id, statement.article_key)
            out.append(
                Facet(id=f"{statement.id}#0", statement=statement, kind="yes-no", speaker=statement.claim.speaker)
            )
    return out


class _Reader(Figures, Propositions):
    """Walks an article's claims in order, keeping what was said last."""

    def read(self, statement: Statement) -> list[Facet]:
        claim = statement.claim
        content = ranges_of(claim.content)
        quantities = sorted(claim.quantities, key=lambda q: q.span)
        quantities = [q for q in quantities if any(a <= q.span.start < b for a, b in content)]
        quantities = [q for q in quantities if not (self._is_adjunct(claim, q, content) or is_label(self.reading, q))]
        quantities = self._told_here(statement, quantities, content)
        if quantities and self._all_durations(quantities) and not self._asks_how_long(claim, content):
            quantities = []
        if quantities and self._asks_whether(content, quantities):
            quantities = []
        if quantities:
            found = self._figures(statement, content, quantities)
        elif facet := self._same_figure(statement, content):
            found = [facet]
        else:
            found = [self._proposition(statement, content)]
        side = self.side_of.get(claim.speaker) or claim.speaker
        self.told += [(f, side) for f in found]
        return found
