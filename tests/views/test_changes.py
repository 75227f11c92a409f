"""What changed between two versions of an article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from selon.ledger import Ledger
from selon.model import Article, Claim, Span
from selon.views.changes import Edit, changes
from selon.views.report import write_report

OLD = Article("Séoul compte 1500 soldats en Russie. Kiev confirme tout.")
NEW = Article("Séoul compte 3000 soldats en Russie. Berlin attend.")
SEOUL = Claim(source=(Span(0, 5),), cue=(Span(6, 12),), content=(Span(13, 35),), speaker="Seoul")
KYIV = Claim(source=(Span(37, 41),), cue=(Span(42, 50),), content=(Span(51, 55),), speaker="Kyiv")
BERLIN = Claim(source=(Span(37, 43),), cue=(Span(44, 50),), content=(), speaker="Berlin")


def test_words_and_claims() -> None:
    found = changes(OLD, [SEOUL, KYIV], NEW, [SEOUL, BERLIN])
    assert found.edits == (Edit("1500", "3000"), Edit("Kiev confirme tout.", "Berlin attend."))
    assert (found.came, found.went, found.moved) == ((BERLIN,), (KYIV,), ())
    assert str(found) == "2 passages changed, 1 claims came, 1 claims went"


def test_a_claim_that_moves_in_certainty() -> None:
    now = replace(SEOUL, certainty="conditional")
    found = changes(OLD, [SEOUL], NEW, [now])
    assert [(m.before.certainty, m.after.certainty) for m in found.moved] == [("certain", "conditional")]
    assert (found.came, found.went) == ((), ())


def test_another_speaker_is_another_claim() -> None:
    found = changes(OLD, [SEOUL], OLD, [replace(SEOUL, speaker="Kyiv")])
    assert len(found.came) == len(found.went) == 1 and found.edits == ()


def test_the_same_version_changes_nothing() -> None:
    found = changes(OLD, [SEOUL, KYIV], OLD, [KYIV, SEOUL])
    assert (found.edits, found.came, found.went, found.moved) == ((), (), (), ())


def test_the_page_of_a_later_version_says_so(tmp_path: Path) -> None:
    hostile = Article("Séoul compte <img src=x onerror=alert(1)> 3000 soldats en Russie. Berlin attend.")
    with Ledger(tmp_path / "l.db") as ledger:
        for version, found in ((OLD, [SEOUL, KYIV]), (hostile, [replace(SEOUL, certainty="conditional"), BERLIN])):
            ledger.add(replace(version, url="https://jour.example/1", language="fr"), found, extractor="t")
        write_report(ledger, tmp_path / "site", "fr")
    (page,) = (tmp_path / "site" / "articles").glob("*.html")
    shown = page.read_text(encoding="utf-8")
    assert "Ce que cette version a changé" in shown
    assert "<del>1500</del>" in shown and "&lt;img" in shown and "<img" not in shown
    assert "Un propos a disparu : <bdi>Kiev</bdi>" in shown


def test_the_page_of_a_first_version_says_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(replace(OLD, language="fr"), [SEOUL], extractor="t")
        write_report(ledger, tmp_path / "site")
    (page,) = (tmp_path / "site" / "articles").glob("*.html")
    assert "What this version changed" not in page.read_text(encoding="utf-8")
