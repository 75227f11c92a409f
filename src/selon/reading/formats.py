"""The formats, in the order in which they are asked whether a source is theirs; by content, not by name alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from selon.reading import feed, html, jsonl, ninjs, parquet, text, warc
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit


class Format(NamedTuple):
    """One way of writing articles down.

    ``matches(head, name)`` looks at the first bytes and the lower-case name; ``units(stream, given)`` yields the
    articles and raises ReadingError where the source as a whole can't be read.
    """

    name: str
    matches: Callable[[bytes, str], bool]
    units: Callable[[Stream, Given], Iterator[Unit]]


FORMATS: tuple[Format, ...] = (
    Format("WARC", warc.matches, warc.units),
    Format("Parquet", parquet.matches, parquet.units),
    Format("ninjs", ninjs.matches, ninjs.units),
    Format("JSON lines", jsonl.matches, jsonl.units),
    Format("RSS or Atom", feed.matches, feed.units),
    Format("HTML", html.matches, html.units),
    Format("plain text", text.matches, text.units),
)


def format_of(head: bytes, name: str) -> Format:
    """The format of what begins with ``head`` and is called ``name``."""
    return next(f for f in FORMATS if f.matches(head, name.lower()))


def units_of(stream: Stream, given: Given) -> Iterator[Unit]:
    """The units of a stream by the first format that knows it; an error of the whole is one unit at the end."""
    try:
        head = stream.head()
        if not head.strip():
            raise ReadingError(given.place, "is empty")
        yield from format_of(head, given.place).units(stream, given)
    except ReadingError as error:
        yield Unit(error.place, error=error)
    except OSError as error:
        yield Unit(given.place, error=ReadingError(given.place, f"can't be read: {error.strerror or error}"))
    except Exception as error:
        yield Unit(given.place, error=unforeseen(given.place, error))
