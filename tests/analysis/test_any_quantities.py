"""Quantities: any text whatever is survived, and what is found in it is sound."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from selon.analysis.quantities import find_numbers, find_quantities

WORDS = """
0 1 3 7 10 12 000 2012 3,5 1.089 ½ ² ٣ - – — ' ’ . , : ; / % € $ + ( ) [ ] « » k M Md bn m un une deux vingt et cent
mille million millions de d' des dizaines milliers moitié tiers demi sur à entre et ou environ plus moins jusqu'à
près fois ans mars hommes brigades groupe chaque neuf one two twenty hundred thousand million half a third quarter
of dozen couple hundreds several few in the to and between from about over up to times more years May people men İ ß
ﬁ minus point virgule le les la Boeing article n° U.S.
"""
PIECES = st.sampled_from(["\xa0", "\u202f", "\n", *WORDS.split()])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join))
NUMBER = {
    "fr": re.compile(r"\d|un|une|[dcmptqshovn]\w+", re.I),
    "en": re.compile(r"\d|\w{2,}", re.I),
}


def sound(text: str, language: str) -> None:
    end = 0
    for q in find_quantities(text, language):
        assert end <= q.span.start < q.span.end <= len(text)
        assert q.low is None or q.high is None or q.low <= q.high
        assert NUMBER[language].search(q.span.of(text))
        end = q.span.end
    last = 0
    for n in find_numbers(text, language):
        assert last <= n.span.start < n.span.end <= len(text)
        last = n.span.end


@given(TEXTS, st.sampled_from(["fr", "en"]))
@example("0 OU 1.000", "fr")
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_survived(text: str, language: str) -> None:
    sound(text, language)


@pytest.mark.slow
@given(TEXTS, st.sampled_from(["fr", "en"]))
@settings(max_examples=100_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_hundred_thousand_texts_are_survived(text: str, language: str) -> None:
    sound(text, language)


@pytest.mark.parametrize(
    "piece", ["1 000 ", "vingt et ", "entre 3 et ", "1-", "1.", "un ", "des dizaines de ", "12 h "]
)
def test_long_repetitions_yield_soundly(piece: str) -> None:
    sound(piece * 2000, "fr")
    sound(piece * 2000, "en")
