"""An extractor that does what the article's text says, in place of the analysis."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from selon.model import Article, Claim, Span


def extract_many(articles: Iterable[Article]) -> Iterator[list[Claim]]:
    for article in articles:
        if article.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "hang":
            signal.pause()
        if article.text == "turn":  # busy for ever, and deaf to exceptions
            while True:
                with suppress(Exception):
                    sum(range(1000))
        if article.text == "eat":
            bytearray(2_000_000_000)
        if article.text == "fail":
            raise ValueError("no verb in sight")
        if article.text == "lose":
            logging.getLogger("selon.analysis").error("a layer failed", extra={"lost": 2})
        yield [Claim(source=(), cue=(), content=(Span(0, len(article.text)),), speaker=article.text)]


def analyse_or_die_once(articles: Iterable[Article]) -> Iterator[list[Claim]]:
    """The analysis itself; the first worker that meets the article "fatal" dies. MARKER names a file that says so."""
    from selon.analysis.pipeline import extract_many as analyse

    for article in articles:
        marker = Path(os.environ["MARKER"])
        if article.id == "fatal" and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from analyse([article])
