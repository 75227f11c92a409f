"""A person's word: kept apart, taken back, and found again after a new extraction."""

from __future__ import annotations

import pytest

from selon.ledger import Ledger, NotInLedger
from tests.ledger.samples import article, claims


@pytest.fixture
def ids(ledger: Ledger) -> list[str]:
    for n in (1, 2):
        ledger.add(article(n), claims(article(n)), extractor="1")
    return [c.id for c in ledger.claims()]


def test_a_judgement_stands_until_it_is_taken_back(ledger: Ledger, ids: list[str]) -> None:
    made = ledger.judge("same", ids[0], ids[2], who="Ana", why="one count")
    other = ledger.judge("different", ids[1], ids[3], who="Ben", why="two denials")
    assert ledger.judgements() == [made, other]
    assert ledger.take_back(made.id, who="Ana", why="no").taken_back
    ledger.take_back(made.id, who="Ana", why="once more changes nothing")
    assert ledger.judgements() == [other]
    assert [(j.id, j.taken_back) for j in ledger.judgements(taken_back=True)] == [(made.id, True), (other.id, False)]
    assert ledger.check() == []


def test_a_judgement_follows_its_claims_to_a_newer_extraction(ledger: Ledger, ids: list[str]) -> None:
    ledger.judge("same", ids[0], ids[3], who="Ana", why="")
    for n in (1, 2):
        ledger.add(article(n), claims(article(n)), extractor="2")
    now = [c.id for c in ledger.claims()]
    assert not set(now) & set(ids)
    assert [(j.a, j.b) for j in ledger.judgements()] == [(now[0], now[3])]


def test_what_cannot_be_judged(ledger: Ledger, ids: list[str]) -> None:
    with pytest.raises(ValueError, match="same or different"):
        ledger.judge("similar", ids[0], ids[1], "", "")
    with pytest.raises(ValueError, match="against itself"):
        ledger.judge("same", ids[0], ids[0], "", "")
    with pytest.raises(NotInLedger):
        ledger.judge("same", ids[0], "nobody", "", "")
    assert ledger.judgements(taken_back=True) == []
