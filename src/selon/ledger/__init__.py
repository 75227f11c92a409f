"""The ledger: what was read is kept for good, in SQLite or PostgreSQL.

with Ledger("selon.db") as ledger:
    ledger.add(article, claims)                 # Added(new=…, version=…, claims=…); twice changes nothing
    for stored in ledger.claims():              # StoredClaim: id, article_id, claim, words
        ledger.article(stored.article_id)       # StoredArticle: id, article, name, version, sha256
    ledger.search("soldats coréens")            # [StoredClaim]
    ledger.judge("same", a, b, who="me", why="one march, one day")
    ledger.check()                              # [] where all is well
"""

from selon.ledger.identity import article_id, claim_id, with_ids
from selon.ledger.ledger import Ledger
from selon.ledger.records import (
    Added,
    Judgement,
    LedgerError,
    Mark,
    NotInLedger,
    Polled,
    Problem,
    ReadOnly,
    StoredArticle,
    StoredClaim,
)

__all__ = [
    "Added",
    "Judgement",
    "Ledger",
    "LedgerError",
    "Mark",
    "NotInLedger",
    "Polled",
    "Problem",
    "ReadOnly",
    "StoredArticle",
    "StoredClaim",
    "article_id",
    "claim_id",
    "with_ids",
]
