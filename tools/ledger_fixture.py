"""Keeps a small ledger of the present schema for the tests of upgrades, with its manifest; run it once a schema.

    python tools/ledger_fixture.py

Writes tests/data/ledgers/SCHEMA.db.gz and SCHEMA.manifest, SCHEMA being the newest migration. Those of older schemas
were made by the selon of their day, and stay as they are.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "tests" / "data" / "ledgers"


def main() -> None:
    from selon.ledger import Ledger
    from selon.ledger.upgrade import HEAD

    out = FOLDER / f"{HEAD}.db.gz"
    if out.exists():
        sys.exit(f"{out} is there already; a ledger that was kept is never made again")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "selon.db"
        with Ledger(path) as ledger:
            fill(ledger)
            (FOLDER / f"{HEAD}.manifest").write_text("".join(f"{line}\n" for line in ledger.manifest()), "utf-8")
        with gzip.GzipFile(out, "wb", mtime=0) as file:
            file.write(path.read_bytes())
    print(f"wrote {out} and its manifest")


def fill(ledger: object) -> None:
    """Some of everything: articles with and without address, versions, two extractors, judgements, one taken back."""
    from selon.ledger import Ledger
    from tests.ledger.samples import article, claims

    assert isinstance(ledger, Ledger)
    for n in (1, 2, 3):
        ledger.add(article(n), claims(article(n)), extractor="1", source="news/day.jsonl")
    for words in ("sont partis", "reviennent"):
        one = article(4, words, url="https://jour.example/1")
        ledger.add(one, claims(one), extractor="1")
    ledger.add(article(2), claims(article(2))[:1], extractor="2")
    ids = [stored.id for stored in ledger.claims()]
    ledger.judge("same", ids[0], ids[2], who="Ana", why="one count")
    taken = ledger.judge("different", ids[1], ids[3], who="Ben", why="two denials")
    ledger.take_back(taken.id, who="Ben", why="no")
    ledger.note_polled("https://jour.example/feed", '"1"', None)


if __name__ == "__main__":
    main()
