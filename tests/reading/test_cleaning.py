"""The one rule by which a kept text is cleaned."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.reading import clean, read
from selon.reading.cleaning import replace_controls

NB, NARROW, SOFT, BOM = "\u00a0", "\u202f", "\u00ad", "\ufeff"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (f"10{NB}000 soldats", "10 000 soldats"),
        (f"«{NARROW}Non{NARROW}»{NB}: dit-il", "« Non » : dit-il"),
        (f"pre{SOFT}mier lan{SOFT}ceur", "premier lanceur"),
        (f"{BOM}Selon lui", "Selon lui"),
        ("un\r\ndeux\rtrois\u2028quatre", "un\ndeux\ntrois\nquatre"),
        ("de\u0301clare\u0301", "déclaré"),
        (f"e{SOFT}\u0301", "é"),
        ("un  \n\n\n\n deux ", "un\n\n deux"),
        ("zéro\x00un\x1b[31m", "zéro\ufffdun\ufffd[31m"),
        ("“guillemets” — l’apostrophe", "“guillemets” — l’apostrophe"),
    ],
)
def test_clean(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_what_is_given_as_data_keeps_its_length(text: str) -> None:
    assert len(replace_controls(text)) == len(text)


def test_the_text_of_a_json_line_is_kept_as_given() -> None:
    article = read(b'{"id": "x", "language": "fr", "text": "Il compte  10\\u00a0000 soldats.\\r\\n\\ud800 "}')
    assert article.text == "Il compte  10\u00a0000 soldats.\r\n\ufffd "
