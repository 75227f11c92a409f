"""``selon`` with an analysis that takes no time: every sentence is said by its first word.

KILL=extract:N or KILL=keep:N ends the process by SIGKILL at the Nth article: between two transactions, or inside one.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from selon.model import Article, Claim, Span


def extract(article: Article) -> list[Claim]:
    if article.text.startswith("Crash"):
        raise ValueError("no verb in sight")
    if article.text.startswith("Lose"):
        logging.getLogger("selon.analysis").error("layer labels failed", extra={"lost": 3})
    return [
        Claim(
            source=(Span(found.start(1), found.end(1)),),
            cue=(),
            content=(Span(found.start(2), found.end(2)),),
            speaker=found[1],
        )
        for found in re.finditer(r"(\w+) ([^.]+)\.", article.text)
    ]


def extract_many(articles: Iterable[Article]) -> Iterator[list[Claim]]:
    for article in articles:
        moment("extract")
        yield extract(article)


counts = {"extract": 0, "keep": 0}


def moment(name: str) -> None:
    counts[name] += 1
    if os.environ.get("KILL") == f"{name}:{counts[name]}":
        os.kill(os.getpid(), signal.SIGKILL)


def killing(keep: Callable[..., Any]) -> Callable[..., Any]:
    def kept(*args: Any) -> Any:
        done = keep(*args)
        moment("keep")
        return done

    return kept


pipeline = types.ModuleType("selon.analysis.pipeline")
pipeline.EXTRACTOR_VERSION = "fake-1"  # type: ignore[attr-defined]
pipeline.extract, pipeline.extract_many = extract, extract_many  # type: ignore[attr-defined]
sys.modules["selon.analysis.pipeline"] = pipeline

if __name__ == "__main__":
    if os.environ.get("KILL", "").startswith("keep"):
        from selon.ledger import ledger

        ledger.keep = killing(ledger.keep)

    from selon.cli import main

    main()
