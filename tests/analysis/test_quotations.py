"""Quotations in every style, and what unbalanced marks may cost: their paragraph, never the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.analysis.quotations import MAX_LENGTH, find_quotations

STYLES = [
    ("« Nous viendrons »", "«"),
    ("«Nous viendrons»", "«"),
    ("“Nous viendrons”", "“"),
    ("„Nous viendrons”", "„"),
    ("„Nous viendrons“", "„"),
    ("‹Nous viendrons›", "‹"),
    ('"Nous viendrons"', '"'),
    ("'Nous viendrons'", "'"),
    ("‘Nous viendrons’", "‘"),
]


@pytest.mark.parametrize(("quoted", "style"), STYLES)
def test_every_style(quoted: str, style: str) -> None:
    text = f"Elle a dit : {quoted}, puis est partie."
    (found,) = find_quotations(text)
    assert found.span.of(text) == quoted
    assert found.inner.of(text).strip() == "Nous viendrons"
    assert (found.style, found.closed, found.depth) == (style, True, 0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Il m'a dit “non” hier », dit-elle.", ["« Il m'a dit “non” hier »", "“non”"]),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”", "‘no’"]),
        ("\"He said 'no' to me,\" she said.", ["\"He said 'no' to me,\"", "'no'"]),
        ("« Un » et « deux ».", ["« Un »", "« deux »"]),
        (
            "« On a vu douze cas de « vraie » fraude », dit-il.",
            ["« On a vu douze cas de « vraie » fraude »", "« vraie »"],
        ),
        ("“We saw “real” fraud,” he said.", ["“We saw “real” fraud,”", "“real”"]),
    ],
)
def test_nested_and_in_a_row(text: str, wanted: list[str]) -> None:
    found = find_quotations(text)
    assert [q.span.of(text) for q in found] == wanted
    assert [q.depth for q in found] == ([0, 1] if wanted[1] in wanted[0] else [0, 0])


def test_a_second_opening_is_nested_only_where_both_are_closed() -> None:
    text = "« Un mot. Puis il a dit « deux » et « trois »."
    assert [q.span.of(text) for q in find_quotations(text)] == ["« Un mot. Puis il a dit « deux »", "« trois »"]


@pytest.mark.parametrize(
    "text", ["L'eau, l’air et aujourd'hui.", "The boys' room doesn’t lock.", "The '90s were kind."]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == []


@pytest.mark.parametrize("mark", ["«", "“", "„", '"'])
def test_a_mark_that_nothing_closes_costs_its_paragraph(mark: str) -> None:
    text = f"Il a dit : {mark}nous viendrons demain.\nLe lendemain, personne n'était là.\nLe maire a attendu."
    (found,) = find_quotations(text)
    assert found.span.of(text) == f"{mark}nous viendrons demain."
    assert not found.closed


def test_a_quotation_goes_on_over_paragraphs_that_open_with_its_mark() -> None:
    text = "“We waited all night.\n“Then the boat came,” she said.\nNobody else came."
    found = max(find_quotations(text), key=lambda q: q.span.end - q.span.start)
    assert found.span.of(text) == "“We waited all night.\n“Then the boat came,”"


HOSTILE = st.text(alphabet="«»“”„‚‹›‘’\"' \n.,ab—é", max_size=80)


@given(HOSTILE)
def test_any_marks_in_any_order(text: str) -> None:
    found = find_quotations(text)
    assert found == sorted(found, key=lambda q: q.span.start)
    for q in found:
        assert 0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text)
        assert q.inner.of(text).strip()
        assert q.span.end - q.span.start <= MAX_LENGTH


def test_ten_thousand_quotations() -> None:
    assert len(find_quotations("« Oui », dit-il. " * 10_000)) == 10_000
    assert find_quotations("«" * 10_000 + "mot") == [] or len(find_quotations("«" * 10_000 + "mot")) == 1


@pytest.mark.parametrize("marks", ['"', "'", "« ", "“", "’ ", " '", '" ', "«»", "‚"])
def test_a_hundred_thousand_marks_in_one_line(marks: str) -> None:
    text = marks * (100_000 // len(marks.strip())) + "mot"
    for q in find_quotations(text):
        assert 0 <= q.span.start < q.span.end <= len(text)
