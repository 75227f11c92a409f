"""A manifest kept elsewhere proves what was there, whatever came since; one that was changed proves nothing."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from selon.ledger import Ledger, LedgerError
from selon.ledger.identity import text_hash
from tests.ledger.samples import article, claims

# What nobody should do to a ledger, and the row that the manifest then misses or finds changed.
TAMPERING = [
    ("UPDATE articles SET text = replace(text, '1 000', '9 000') WHERE input_id = 'd01'", "texts"),
    ("UPDATE articles SET published = '2024-10-19' WHERE input_id = 'd01'", "articles"),
    ("UPDATE articles SET added_at = '2020-01-01T00:00:00+00:00' WHERE input_id = 'd01'", "articles"),
    ("UPDATE extractions SET extractor = '9' WHERE seq = 1", "extractions"),
    ("UPDATE claims SET form = replace(form, 'South Korea', 'North Korea') WHERE ordinal = 0", "claims"),
    ("DELETE FROM claims WHERE ordinal = 1", "claims"),
    ("UPDATE judgements SET why = 'two counts'", "judgements"),
    ("DELETE FROM judgements", "judgements"),
]


@pytest.fixture
def kept(path: Path) -> list[str]:
    """The manifest of a ledger with two articles and a judgement."""
    with Ledger(path) as ledger:
        for n in (1, 2):
            ledger.add(article(n), claims(article(n)), extractor="1")
        ids = [stored.id for stored in ledger.claims()]
        ledger.judge("same", ids[0], ids[2], who="Ana", why="one count")
        return list(ledger.manifest())


def test_a_ledger_bears_out_its_manifest_and_so_does_its_copy(path: Path, kept: list[str]) -> None:
    shutil.copy(path, path.with_name("copy.db"))
    for each in (path, path.with_name("copy.db")):
        with Ledger(each) as ledger:
            assert ledger.verify(kept) == []
            assert list(ledger.manifest()) == kept


def test_what_came_since_is_no_problem(path: Path, kept: list[str]) -> None:
    with Ledger(path) as ledger:
        ledger.add(article(3), claims(article(3)), extractor="1")
        ledger.add(article(1), claims(article(1)), extractor="2")
        ledger.take_back(ledger.judgements()[0].id)
        assert ledger.verify(f"{line}\r\n" for line in kept) == [], "line ends of any kind"
        assert list(ledger.manifest()) != kept


@pytest.mark.parametrize(("tampering", "table"), TAMPERING)
def test_what_was_changed_or_taken_away_is_named(path: Path, kept: list[str], tampering: str, table: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(tampering)
    connection.close()
    with Ledger(path) as ledger:
        problems = ledger.verify(kept)
        assert table in {problem.table for problem in problems}
        assert not any(problem.derived for problem in problems)
        ledger.repair()
        assert ledger.verify(kept) == problems, "repair has no hand in the evidence"


def test_the_text_alone_proves_its_line(kept: list[str]) -> None:
    hashes = [line.split("\t")[2] for line in kept if line.startswith("texts\t")]
    assert hashes == [text_hash(article(n).text) for n in (1, 2)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lines: lines[:-1], "cut short after line 12"),
        (lambda lines: lines[:5] + lines[6:], "was changed: line 12 doesn't bear out the 11 before it"),
        (lambda lines: [*lines[:3], lines[3].replace("a", "b"), *lines[4:]], "was changed"),
        (lambda lines: lines[1:], "is no manifest of selon's"),
        (lambda lines: [], "is no manifest of selon's"),
        (lambda lines: ["\ufffd" * 50], "is no manifest of selon's"),
    ],
    ids=["cut", "a line less", "a line changed", "no header", "empty", "noise"],
)
def test_a_manifest_that_was_changed_proves_nothing(path: Path, kept: list[str], change, message: str) -> None:  # type: ignore[no-untyped-def]
    with Ledger(path) as ledger, pytest.raises(LedgerError, match=message):
        ledger.verify(change(kept), "m.txt")
