"""JSON lines: an article a line, with its text, what is known of it and its claims, in the gold files' form.

``selon add`` and ``selon evaluate`` read it. Articles without a claim are there too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from selon.ledger import Ledger, StoredArticle, StoredClaim
from selon.model import article_form, claim_form
from selon.views.export.cited import at_once


def parts(ledger: Ledger) -> Iterator[str]:
    for batch in at_once(ledger.articles()):
        told = ledger.claims_of([stored.id for stored in batch])
        yield from (_line(stored, told[stored.id]) for stored in batch)


def _line(stored: StoredArticle, claims: Sequence[StoredClaim]) -> str:
    kept = {name: getattr(stored, name) for name in ("id", "sha256", "version", "added_at")}
    form = article_form(stored.article) | {"ledger": kept, "claims": [claim_form(each.claim) for each in claims]}
    return json.dumps(form, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
