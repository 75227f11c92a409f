"""Data beside the pages: the same claims come back, and no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import json

import pytest

from selon.model import article_from, claim_from
from selon.views.data import as_csv, as_json, reading_form, reading_rows
from selon.views.page_models import in_order
from tests.views.newsroom import gold, hostile


def test_the_json_of_an_article_reads_back_as_the_same_records() -> None:
    for article, claims in [*gold(), hostile()]:
        form = json.loads(as_json(reading_form(article, claims)))
        assert article_from(form) == article
        assert [claim_from(c) for c in form["claims"]] == in_order(claims)
        for told in form["claims"]:
            assert told["words"] == " […] ".join(article.text[s:e] for s, e in told["content"])


def test_csv_has_a_row_a_claim_with_bounds_and_dates() -> None:
    article, claims = next((a, c) for a, c in gold() if a.id == "d02")
    rows = list(csv.DictReader(io.StringIO(as_csv(reading_rows(article, claims)))))
    assert len(rows) == len(claims)
    assert rows[0]["low"] == "1500" and rows[0]["from"] == "2024-10-08" and rows[0]["to"] == "2024-10-13"
    assert rows[1]["via"] == "Yonhap News Agency"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_looks_like_a_formula_is_made_text(cell: str) -> None:
    row = next(csv.reader(io.StringIO(as_csv([{"words": cell}]).split("\r\n", 1)[1])))
    assert row == [f"'{cell}"]


def test_numbers_below_zero_stay_numbers() -> None:
    assert as_csv([{"n": -5}]) == "n\r\n-5\r\n"


def test_line_separators_are_escaped_in_json() -> None:
    assert "\\u2028" in as_json({"x": "\u2028"}) and json.loads(as_json({"x": "\u2028"})) == {"x": "\u2028"}
