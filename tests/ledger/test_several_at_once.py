"""Several processes on one SQLite ledger: nobody's row is lost, nobody sees a lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from selon.ledger import Ledger
from selon.questions import tabulate
from tests.ledger.samples import article, claims

ADD = """
import sys
from selon.ledger import Ledger
from selon.questions import tabulate
from tests.ledger.samples import article, claims
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


WATCH = """
import sys
from selon.ledger import Ledger
from selon.questions import tabulate
from tests.ledger.samples import article, claims
with Ledger(sys.argv[1]) as ledger:
    for n in range(30):
        ledger.polled("https://a.example/feed")
        ledger.note_polled("https://a.example/feed", str(n), None)
"""


def test_who_judges_reads_and_tabulates_meanwhile_sees_no_lock_either(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(article(100), claims(article(100)), extractor="1")
        a, b = (claim.id for claim in ledger.claims())
        commands = [[sys.executable, "-c", ADD, str(path), "0"], [sys.executable, "-c", WATCH, str(path)]]
        others = [subprocess.Popen(command, stderr=subprocess.PIPE) for command in commands]
        seen = [ledger.stamp()]
        for _ in range(20):
            ledger.judge("same", a, b, "Ana", "")
            tabulate(ledger, workers=1)
            assert ledger.check() == []
            seen.append(ledger.stamp())
        assert [(other.communicate()[1], other.returncode) for other in others] == [(b"", 0)] * 2
        assert seen == sorted(seen)
        assert ledger.counts()["articles"] == 31 and len(ledger.judgements()) == 20
        polled = ledger.polled("https://a.example/feed")
        assert polled is not None and polled.etag == "29"
