"""The shelf: however the ledger changes, its questions are those that a fresh grouping would give."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ledger import Ledger, LedgerError
from selon.model import Article
from selon.questions import QuestionIndex, Statement, questions_in
from selon.questions.stored import statements_in
from selon.web.shelf import Shelf
from tests.views.newsroom import gold


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "selon.db") as opened:
        for article, claims in list(gold())[:10]:
            opened.add(article, claims, extractor="gold")
        yield opened


@pytest.fixture
def shelf(ledger: Ledger) -> Shelf:
    return Shelf(ledger)


def grouping(shelf: Shelf) -> dict[str, list[str]]:
    return {q.id: [a.claim for a in q.answers] for q in shelf.archive.questions.values()}


def fresh(ledger: Ledger) -> dict[str, list[str]]:
    return {q.id: [a.claim for a in q.answers] for q in questions_in(ledger)}


def test_an_article_that_came_in_is_grouped_with_the_others(ledger: Ledger, shelf: Shelf) -> None:
    before = shelf.archive
    for article, claims in list(gold())[10:14]:
        ledger.add(article, claims, extractor="gold")
    assert shelf.archive is before
    shelf.refresh()
    assert len(shelf.archive.notes) == 14
    assert grouping(shelf) == fresh(ledger)


def test_a_judgement_regroups_and_taking_it_back_restores(ledger: Ledger, shelf: Shelf) -> None:
    before = grouping(shelf)
    a, b = next(claims for claims in before.values() if len(set(claims)) > 1)[:2]
    judged = ledger.judge("different", a, b, "Ann", "two days")
    shelf.refresh()
    assert grouping(shelf) == fresh(ledger) != before
    ledger.take_back(judged.id)
    shelf.refresh()
    assert grouping(shelf) == before


def test_a_new_extraction_takes_the_place_of_the_old_one(ledger: Ledger, shelf: Shelf) -> None:
    article, claims = next(iter(gold()))
    ledger.add(article, claims[:1], extractor="newer")
    shelf.refresh()
    assert grouping(shelf) == fresh(ledger)
    ledger.add(Article("Something else happened.", id="late", language="en", published="2024-12-01"), [], extractor="x")
    shelf.refresh()
    assert grouping(shelf) == fresh(ledger) and len(shelf.archive.notes) == 11


def test_nothing_is_made_anew_while_nothing_changes(shelf: Shelf) -> None:
    before = shelf.archive
    assert shelf.refresh() is before


@pytest.mark.parametrize("change", ["articles", "judgement"])
def test_a_change_that_failed_halfway_is_made_whole_the_next_time(
    ledger: Ledger, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    before = shelf.archive
    if change == "articles":
        for article, claims in list(gold())[10:14]:
            ledger.add(article, claims, extractor="gold")
        fail_once(monkeypatch, QuestionIndex, "_regroup", 3)
    else:
        a, b = next(claims for claims in grouping(shelf).values() if len(set(claims)) > 1)[:2]
        ledger.judge("different", a, b, "Ann", "two days")
        fail_once(monkeypatch, QuestionIndex, "questions", 1)
    with pytest.raises(LedgerError):
        shelf.refresh()
    assert shelf.archive is before
    shelf.refresh()
    assert grouping(shelf) == fresh(ledger)
    assert {q.id: len(q.answers) for q in shelf.archive.asked} == {q.id: len(q.answers) for q in questions_in(ledger)}
    assert shelf.refresh() is shelf.archive is not before


def fail_once(monkeypatch: pytest.MonkeyPatch, of: type, name: str, call: int) -> None:
    """The ``call``-th time that the method is called, it does its work and then fails."""
    calls = 0
    whole = getattr(of, name)

    def failing(*args: object) -> object:
        nonlocal calls
        calls += 1
        done = whole(*args)
        if calls == call:
            raise LedgerError("the server went away")
        return done

    monkeypatch.setattr(of, name, failing)


def test_the_watch_goes_on_after_an_error_that_is_said_once(
    ledger: Ledger, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = threading.Semaphore(0)
    stamp = ledger.stamp
    away = True

    def failing() -> tuple[int, int]:
        asked.release()
        if away:
            raise LedgerError("the server went away")
        return stamp()

    monkeypatch.setattr(ledger, "stamp", failing)
    article, claims = list(gold())[10]
    ledger.add(article, claims, extractor="gold")
    shelf.watch(seconds=0.001)
    try:
        assert all(asked.acquire(timeout=60) for _ in range(3)), "it asks again"
        away = False
        while asked.acquire(timeout=60) and len(shelf.archive.notes) < 11:
            pass
        assert len(shelf.archive.notes) == 11
    finally:
        shelf.close()
    assert [record.getMessage() for record in caplog.records] == ["the ledger could not be read again"]


def test_what_comes_in_while_it_starts_is_grouped_once(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    article, claims = list(gold())[10]

    def late(opened: Ledger) -> list[Statement]:
        if not opened.knows(article, extractor="gold"):
            opened.add(
                article, claims, extractor="gold"
            )  # after the articles were listed, before their claims are read
        return statements_in(opened)

    monkeypatch.setattr("selon.web.shelf.statements_in", late)
    made = Shelf(ledger)
    assert len(made.archive.notes) == 10
    made.refresh()
    assert len(made.archive.notes) == 11
    assert grouping(made) == fresh(ledger)


def test_the_first_lists_are_made_before_anybody_asks(shelf: Shelf) -> None:
    first = shelf.archive.asked[0].id
    assert {(first, "en"), (first, "fr"), ("choices", "en"), ("choices", "fr")} <= shelf.archive.kept.keys()


def test_an_archive_that_was_replaced_is_let_go(ledger: Ledger, shelf: Shelf) -> None:
    shelf.archive.kept["rows"] = [shelf.archive]  # as the answers of a large question refer to it
    gone = weakref.ref(shelf.archive)
    article, claims = list(gold())[10]
    ledger.add(article, claims, extractor="gold")
    shelf.refresh()
    assert gone() is None and gc.get_freeze_count()
