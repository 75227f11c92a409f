"""Inputs that once broke, stopped or slowed something down, kept as files (data/crashers): read whole or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.analysis.pipeline import extract
from selon.ledger import Ledger
from selon.questions import questions_in
from selon.reading import units

KEPT = sorted((Path(__file__).parent / "data" / "crashers").iterdir())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_a_kept_crasher(path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        for unit in units(path):
            assert (unit.article is None) != (unit.error is None)
            assert "fault in selon" not in str(unit.error)
            if unit.article is None:
                continue
            claims = extract(unit.article)
            assert caplog.records == [], "no sentence was lost"
            for claim in claims:
                claim.check_against(unit.article.text)
            ledger.add(unit.article, claims)
        assert questions_in(ledger) is not None
        assert ledger.check() == []
