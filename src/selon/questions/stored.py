"""The questions that a ledger's claims answer; and the same as rows of its tables, for who reads it with SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from selon.ledger import Ledger
from selon.questions.brief import last_change, span_of_values
from selon.questions.build import questions_of
from selon.questions.parallel import cores
from selon.questions.record import Question, Statement

Row = dict[str, Any]


def statements_in(ledger: Ledger) -> list[Statement]:
    """Every current claim of the ledger with its article."""
    articles = {stored.id: stored.article for stored in ledger.articles()}
    return [Statement(articles[c.article_id], c.claim, c.id) for c in ledger.claims() if c.article_id in articles]


def questions_in(ledger: Ledger, *, workers: int | None = None) -> list[Question]:
    """The questions of the ledger, with the judgements that stand.

    Many claims are shared between ``workers`` processes (None: one a core, four at most): not in a process with
    threads, it forks.
    """
    return questions_of(statements_in(ledger), ledger.judgements(), workers=workers or cores())


def tabulate(ledger: Ledger, *, workers: int | None = None) -> list[Question]:
    """The questions of the ledger, which are also written into its tables in the place of those of the last time.

    The tables are ``questions``, ``answers``, ``origins`` and ``relations`` (ledger/schema.py); the view
    ``tabulated_since`` tells how many claims and judgements came in afterwards.
    """
    seen = ledger.mark()
    found = questions_in(ledger, workers=workers)
    home = {claim.id: claim.article_id for claim in ledger.claims()}
    ledger.tabulate(rows_of(found, home), seen)
    return found


def rows_of(questions: Sequence[Question], home: Mapping[str, str]) -> dict[str, Iterator[Row]]:
    """The rows of each table; ``home`` gives the ledger's id of the article that a claim is of."""
    return {
        "questions": (_question(q) for q in questions),
        "answers": (row for q in questions for row in _answers(q)),
        "origins": (row for q in questions for row in _origins(q, home)),
        "relations": (row for q in questions for row in _relations(q)),
    }


def _question(q: Question) -> Row:
    counts = {name: getattr(q.origins, name) for name in ("articles", "outlets", "independent", "anonymous", "unknown")}
    return {
        "id": q.id,
        "kind": q.kind,
        "text": q.text.get("en") or next(iter(q.text.values()), ""),
        "texts": json.dumps(dict(q.text), ensure_ascii=False),
        "figures": span_of_values(q),
        "answers": len(q.answers),
        **counts,
        "conflicts": len(q.conflicts),
        "updates": len(q.updates),
        "changed": last_change(q) or None,
        "why": "; ".join(q.why),
    }


def _answers(q: Question) -> Iterator[Row]:
    same = ("claim", "speaker", "as_of", "low", "high", "answer", "stance", "certainty", "origin", "words")
    for ordinal, a in enumerate(q.answers):
        yield {
            "question": q.id,
            "ordinal": ordinal,
            **{name: getattr(a, name) for name in (*same, "anonymous", "counts")},
            "through": " ← ".join(a.relay),
        }


def _origins(q: Question, home: Mapping[str, str]) -> Iterator[Row]:
    # The tree names articles as people do; the row refers to the one that the question's own claims are of.
    ids = {a.article: home[a.claim] for a in q.answers if a.claim in home}
    for origin, tellers in q.origins.tree.items():
        for teller, articles in tellers.items():
            for article in articles:
                if article in ids:
                    yield {"question": q.id, "origin": origin, "teller": teller, "article_id": ids[article]}


def _relations(q: Question) -> Iterator[Row]:
    for kind, found in (("conflict", q.conflicts), ("update", q.updates)):
        for each in found:
            yield {"question": q.id, "kind": kind, "a": each.a, "b": each.b, "why": each.why}
