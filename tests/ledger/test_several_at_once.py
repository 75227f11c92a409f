"""Several processes on one SQLite ledger: nobody's row is lost, nobody sees a lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from selon.ledger import Ledger

ADD = """
import sys
from selon.ledger import Ledger
from tests.ledger.samples import article, claims
path, first = sys.argv[1], int(sys.argv[2])
with Ledger(path) as ledger:
    for n in range(first, first + 30):
        ledger.add(article(n), claims(article(n)), extractor="1")
"""


def test_four_writers_that_overlap_end_in_one_whole_ledger(path: Path) -> None:
    command = [sys.executable, "-c", ADD, str(path)]
    writers = [subprocess.Popen([*command, str(first)], stderr=subprocess.PIPE) for first in (0, 10, 20, 30)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * 4
    with Ledger(path) as ledger:
        assert ledger.counts() == {"articles": 60, "claims": 120, "versions": 60}
        assert ledger.check() == []
