"""What changed between two versions of an article."""

from __future__ import annotations

from dataclasses import replace

from selon.model import Article, Claim, Span
from selon.views.changes import Edit, changes

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
