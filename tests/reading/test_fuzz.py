"""Whatever the bytes: units or clear errors, never an exception, never a text that isn't clean."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.reading import clean, units

PIECES = """
<p> </p> <html> <html> <body> </html <h1> </h1> <script> <!-- --> < > &#0; &eacute; ]]> </script> <table><tr><td>
<meta/property='og:title'/content=' '> <time/datetime='2024-13-45'> <script/type='application/ld+json'>
{"@type":"NewsArticle","publisher":[{}]}
"""
SENTENCE = "Selon lui, la mission est finie et tous les soldats sont partis vers la frontière du pays. "
TAGS = st.sampled_from(
    [*(piece.replace("/", " ", 1) if "='" in piece else piece for piece in PIECES.split()), SENTENCE]
)
PAGES = st.lists(TAGS, max_size=40).map("".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from(["id", "text", "title", "published", "language", "url", "furniture", "publisher", "doc_id"])
LINES = st.lists(st.dictionaries(NAMES, VALUES), min_size=1, max_size=4).map(
    lambda rows: "\n".join(json.dumps(row) for row in rows)
)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    _run(data)


@settings(max_examples=150, deadline=None)
@given(page=PAGES)
def test_any_tags(page: str) -> None:
    _run(f"<html>{page}".encode())


@settings(max_examples=150, deadline=None)
@given(lines=LINES)
def test_any_json(lines: str) -> None:
    _run(lines.encode())


@settings(max_examples=150, deadline=None)
@given(text=st.text(min_size=1, max_size=400))
def test_any_text_is_kept_clean(text: str) -> None:
    for unit in units(b"Selon lui : " + text.encode(), language="fr"):
        if unit.article:
            assert clean(unit.article.text) == unit.article.text


def _run(data: bytes) -> None:
    found = list(units(data, language="fr"))
    assert found
    for unit in found:
        assert (unit.article is None) != (unit.error is None)
        assert "fault in selon" not in str(unit.error)
        assert "\n" not in str(unit.error)
        if unit.article:
            unit.article.text.encode("utf-8")
