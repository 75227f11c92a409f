"""JSON lines: an article a line, with its text, what is known of it and its claims, in the gold files' form.

``selon add`` and ``selon evaluate`` read it. Articles without a claim are there too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from selon.ledger import Ledger
from selon.model import article_form, claim_form


def parts(ledger: Ledger) -> Iterator[str]:
    for stored in ledger.articles():
        claims = [claim_form(each.claim) for each in ledger.claims(stored.id)]
        kept = {name: getattr(stored, name) for name in ("id", "sha256", "version", "added_at")}
        form = article_form(stored.article) | {"ledger": kept, "claims": claims}
        yield json.dumps(form, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
