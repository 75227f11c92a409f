"""The smallest thing that is read: one article, or the reason why it is none."""

from __future__ import annotations

import os
from dataclasses import dataclass

from selon.model import Article
from selon.reading.errors import ReadingError

# One article's bytes: a long novel has one million; past this a unit is refused, so that it costs no one else.
MAX_BYTES = int(float(os.environ.get("SELON_MAX_MB", "20")) * 1_000_000)
MAX_CHARACTERS = int(os.environ.get("SELON_MAX_CHARACTERS", "1000000"))  # of its text, without what was markup


@dataclass(frozen=True, slots=True)
class Given:
    """What is known before a source is opened. ``place`` names it before a person; the rest outranks what it says."""

    place: str
    language: str | None = None
    published: str | None = None
    url: str | None = None
    charset: str | None = None  # as the HTTP response says
    max_bytes: int = MAX_BYTES
    max_characters: int = MAX_CHARACTERS
    allow_private: bool = False  # fetch from addresses that aren't public too
    follow: bool = False  # of a feed, fetch the page of each entry

    def too_long(self, place: str, size: int | None = None) -> ReadingError:
        """The error for a unit over the limit."""
        of = f"{size / 1e6:,.0f} MB" if size else "more"
        return ReadingError(
            place,
            f"holds {of}, over the limit of {self.max_bytes / 1e6:,.0f} MB for one article",
            "Split it, one article to a file or line, or raise the limit in the variable SELON_MAX_MB",
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """One article with the place that it came from, or the error in its stead; ``notes`` say what is unknown."""

    place: str
    article: Article | None = None
    error: ReadingError | None = None
    notes: tuple[str, ...] = ()
