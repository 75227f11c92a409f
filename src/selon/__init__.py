"""selon: a ledger of attributed claims — who said what in the news, through whom, how sure, how many, when, where.

    article = selon.read("page.html")           # or a text, a URL, bytes
    for claim in article.claims:
        print(claim.speaker, claim.stance, claim.certainty)
    with selon.Ledger("selon.db") as ledger:
        ledger.add(article, article.claims)

Everything here is loaded when it is first used: importing selon costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from selon.api import ReadArticle, extract, read, read_many
    from selon.evaluation import evaluate
    from selon.ledger import Ledger, LedgerError
    from selon.model import Article, Claim, Place, Quantity, Relay, Span, Time
    from selon.reading import ReadingError

_WHERE = {
    "read": "selon.api",
    "read_many": "selon.api",
    "extract": "selon.api",
    "ReadArticle": "selon.api",
    "Ledger": "selon.ledger",
    "LedgerError": "selon.ledger",
    "ReadingError": "selon.reading",
    "find_quantities": "selon.analysis.quantities",
    "find_times": "selon.analysis.times",
    "find_places": "selon.analysis.places",
    "evaluate": "selon.evaluation",
    **dict.fromkeys(("Article", "Claim", "Place", "Quantity", "Relay", "Span", "Time"), "selon.model"),
}

__all__ = [
    "Article",
    "Claim",
    "Ledger",
    "LedgerError",
    "Place",
    "Quantity",
    "ReadArticle",
    "ReadingError",
    "Relay",
    "Span",
    "Time",
    "evaluate",
    "extract",
    "find_places",
    "find_quantities",
    "find_times",
    "read",
    "read_many",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'selon' has no attribute {name!r}")
    value = getattr(importlib.import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_WHERE])
