"""Ledgers for the tests of pages: the dossier's gold claims, and hostile articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from selon import demo
from selon.ledger import Ledger
from selon.model import Article, Claim, Quantity, Span, article_from, claim_from

HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
RIGHT_TO_LEFT = "safe\u202etxt.exe"
LONG_WORD = "a" * 10_000


def gold() -> Iterator[tuple[Article, list[Claim]]]:
    """The dossier's articles with their annotated claims."""
    for line in (Path(demo.__file__).parent / "dossier.gold.jsonl").read_text(encoding="utf-8").splitlines():
        form = json.loads(line)
        yield article_from(form), [claim_from(claim) for claim in form["claims"]]


def dossier(path: Path | str) -> Ledger:
    """A ledger of the dossier's gold claims."""
    ledger = Ledger(path)
    for article, claims in gold():
        ledger.add(article, claims, extractor="gold")
    return ledger


def hostile() -> tuple[Article, list[Claim]]:
    """An article that is hostile wherever a stranger can put text."""
    parts = (f"{HOSTILE} said that 7 {RIGHT_TO_LEFT} fell, ", LONG_WORD, "\n", "</style></title><b style=x>again</b>")
    text = "".join(parts)
    start = len(HOSTILE) + 6
    claim = Claim(
        source=(Span(0, len(HOSTILE)),),
        cue=(Span(len(HOSTILE) + 1, len(HOSTILE) + 5),),
        content=(Span(start, len(text)),),
        speaker=f"{HOSTILE}{RIGHT_TO_LEFT}",
        quantities=(Quantity(Span(start + 5, start + 6), 7, 7, HOSTILE),),
        id=f"'\"><i onmouseover=x>{HOSTILE}",
    )
    article = Article(
        text=text,
        id=f"../../{HOSTILE}",
        language="en",
        published="2024-05-06",
        title=f"{HOSTILE}{RIGHT_TO_LEFT}{LONG_WORD}",
        url=f"javascript:alert(1)//{HOSTILE}",
        publisher=f"{HOSTILE}",
    )
    return article, [claim]
