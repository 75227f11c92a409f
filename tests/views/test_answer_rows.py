"""Rows of answers: signs of shares and sums, the cue where the text leaves out what, one colour a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ledger import Ledger
from selon.model import article_from, claim_from
from selon.views.answer_rows import answer_rows
from selon.views.archive import Archive, archive_of
from selon.views.i18n import interface
from selon.views.links import Served
from selon.views.question_view import question_page
from tests.questions.marked import rows

EN, FR = interface("en"), interface("fr")
NEWS = """
## id=a language=en published=2024-05-06 publisher=Post
{k1|{q1 40 percent|40%} of Orsk's nurses are on strike}, {s1|the union} {c1|said}.
= 1 union

## id=b language=fr published=2024-05-08 publisher=Jour
{s2|Le syndicat} {c2|réclame} {k2|que {q2 90 %|90 %} des infirmiers d'Orsk soient en grève}. {k3|{q3 45 %|45 %} des infirmiers d'Orsk sont en grève}, {c3|dit} {s3|Lanoy}.
= 2 syndicat; stance=asks
= 3 Lanoy

## id=c language=en published=2024-06-06 publisher=Post
{k4|The Larra bridge has collapsed}, {s4|Eric Lanoy} {c4|said}. {s5|The mayor} {c5|declined to comment}.
= 4 Eric Lanoy
= 5 mayor; stance=declines; certainty=unasserted

## id=d language=fr published=2024-06-06 publisher=Jour
{k6|Le pont de Larra s'est effondré}, {c6|répète} {s6|Éric Lanoy}.
= 6 Éric Lanoy
"""  # noqa: E501


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Ledger(tmp_path / "selon.db") as ledger:
        told = [(article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(NEWS)]
        list(ledger.add_many(((article, claims, None) for article, claims in told), extractor="made up"))
        yield archive_of(ledger)


def test_shares_have_their_sign_and_what_is_only_asked_for_is_no_course(archive: Archive) -> None:
    (question,) = (q for q in archive.questions.values() if q.kind == "number")
    assert [row.value for row in answer_rows(question, archive, EN)] == ["40%", "90%", "45%"]
    assert answer_rows(question, archive, EN).span == "40% → 45%"
    assert answer_rows(question, archive, FR).span == "40\u00a0% → 45\u00a0%"


def test_a_row_without_words_shows_its_cue_and_spellings_share_a_colour(archive: Archive) -> None:
    (question,) = (q for q in archive.questions.values() if q.kind == "yes-no")
    found = list(answer_rows(question, archive, EN))
    assert [row.words for row in found if not row.answer.words] == ["[declined to comment]"]
    assert len({row.slot for row in found if "Lanoy" in row.speaker}) == 1
    page = question_page(EN, Served(), archive, question)
    assert "[declined to comment]" in page and "<bdi>Eric Lanoy<" not in page and "<bdi>Éric Lanoy<" in page
