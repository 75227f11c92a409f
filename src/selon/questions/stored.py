"""The questions that a ledger's claims answer."""

from __future__ import annotations

from selon.ledger import Ledger
from selon.questions.build import questions_of
from selon.questions.record import Question, Statement


def statements_in(ledger: Ledger) -> list[Statement]:
    """Every current claim of the ledger with its article."""
    articles = {stored.id: stored.article for stored in ledger.articles()}
    return [Statement(articles[c.article_id], c.claim, c.id) for c in ledger.claims() if c.article_id in articles]


def questions_in(ledger: Ledger, *, workers: int = 1) -> list[Question]:
    """The questions of the ledger, with the judgements that stand."""
    return questions_of(statements_in(ledger), ledger.judgements(), workers=workers)
