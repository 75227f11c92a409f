"""What the claims answer, as rows of the ledger's tables: the same as the questions, and as old as they say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selon.ledger import Ledger
from selon.model import Article, Claim, Span
from selon.questions import questions_in, tabulate
from selon.questions.stored import rows_of
from tests.views.newsroom import dossier


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with dossier(tmp_path / "selon.db") as opened:
        yield opened


def rows(ledger: Ledger, sql: str, *values: Any) -> list[Any]:
    with sqlite3.connect(ledger.name) as connection:
        return connection.execute(sql, values).fetchall()


def test_the_tables_tell_what_the_questions_tell(ledger: Ledger) -> None:
    found = tabulate(ledger)
    assert found == questions_in(ledger)
    assert ledger.check() == []
    for q in found:
        ((text, texts, independent, conflicts),) = rows(
            ledger, "SELECT text, texts, independent, conflicts FROM questions WHERE id = ?", q.id
        )
        assert (text, json.loads(texts)) == (q.text["en"], dict(q.text))
        assert (independent, conflicts) == (q.origins.independent, len(q.conflicts))
        answers = rows(ledger, "SELECT claim, low, high, origin FROM answers WHERE question = ? ORDER BY ordinal", q.id)
        assert answers == [(a.claim, a.low, a.high, a.origin) for a in q.answers]
        told = rows(ledger, "SELECT a, b, why FROM relations WHERE question = ? ORDER BY seq", q.id)
        assert told == [(each.a, each.b, each.why) for each in (*q.conflicts, *q.updates)]
        tree = {
            (origin, teller, article)
            for origin, tellers in q.origins.tree.items()
            for teller, articles in tellers.items()
            for article in articles
        }
        sql = (
            "SELECT origin, teller, input_id FROM origins JOIN articles ON articles.id = article_id WHERE question = ?"
        )
        assert set(rows(ledger, sql, q.id)) == tree
    assert any(q.conflicts for q in found) and any(q.updates for q in found)


def test_the_views_lead_back_to_the_words(ledger: Ledger) -> None:
    tabulate(ledger)
    found = rows(ledger, "SELECT claim, words, title FROM answers_with_articles")
    assert len(found) == rows(ledger, "SELECT count(*) FROM answers")[0][0]
    for claim, words, title in found:
        stored = ledger.claim(claim)
        assert (words, title) == (stored.words, ledger.article(stored.article_id).article.title)
    for view in ("origins", "relations"):
        joined = rows(ledger, f"SELECT count(*) FROM {view}_with_{'articles' if view == 'origins' else 'claims'}")
        assert joined == rows(ledger, f"SELECT count(*) FROM {view}")


def test_made_again_they_are_replaced_and_say_how_old_they_are(ledger: Ledger) -> None:
    tabulate(ledger)
    (a, b) = (claim.id for claim in list(ledger.claims())[:2])
    before = rows(ledger, "SELECT * FROM answers ORDER BY seq")
    tabulate(ledger)
    assert rows(ledger, "SELECT * FROM answers ORDER BY seq") == before
    assert rows(ledger, "SELECT claims_since, judgements_since FROM tabulated_since") == [(0, 0)]
    ledger.add(
        Article("Il pleut, dit-on.", id="x"), [Claim((Span(10, 16),), (), (Span(0, 8),), "people")], extractor="t"
    )
    ledger.judge("different", a, b, "me", "")
    assert rows(ledger, "SELECT claims_since, judgements_since FROM tabulated_since") == [(1, 1)]
    tabulate(ledger)
    assert rows(ledger, "SELECT claims_since, judgements_since FROM tabulated_since") == [(0, 0)]
    assert rows(ledger, "SELECT count(*) FROM answers WHERE speaker = 'people'") == [(1,)]


def test_a_failure_leaves_what_was_there(ledger: Ledger) -> None:
    found = tabulate(ledger)
    before = rows(ledger, "SELECT * FROM answers")

    def failing() -> Iterator[dict[str, Any]]:
        yield from list(rows_of(found, {})["answers"])[:3]
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        ledger.tabulate(rows_of(found, {}) | {"answers": failing()}, ledger.mark())
    assert rows(ledger, "SELECT * FROM answers") == before


def test_an_empty_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as empty:
        assert tabulate(empty) == []
        assert rows(empty, "SELECT claims_since FROM tabulated_since") == [(0,)]
