"""Feeds, agency items and archives with bytes changed, cut out and doubled: units and errors, never an exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon.reading import units
from tests.reading.test_feed import ATOM, item, rss
from tests.reading.test_ninjs import FIELDS
from tests.reading.test_warc import by_fastwarc, by_warcio

PAGE = {
    "https://a.example/": b"<html><body><article><p>Le ministre a parle hier soir a Paris.</p></article></body></html>"
}
SOURCES = {
    "rss": rss(item(1), item(2)),
    "atom": ATOM,
    "ninjs": json.dumps([FIELDS, FIELDS]).encode(),
    "warc": by_warcio(PAGE, packed=False),
    "warc.gz": by_fastwarc(PAGE, packed=True),
}
cuts = st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12))


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(cuts, min_size=1, max_size=4))
def test_changed_bytes(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = SOURCES[name]
    for where, gone, put in edits:
        at = int(where * len(data))
        data = data[:at] + put + data[at + gone :]
    found = list(units(data, language="fr"))
    assert found, "something is said of it"
    for unit in found:
        assert (unit.article is None) != (unit.error is None)
        assert unit.error is None or "\n" not in str(unit.error)
        for furniture in unit.article.furniture if unit.article else ():
            assert 0 <= furniture.span.start < furniture.span.end <= len(unit.article.text)  # type: ignore[union-attr]
