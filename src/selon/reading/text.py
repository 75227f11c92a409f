"""Plain text: the whole of it is the article; a line at its top may give the day."""

from __future__ import annotations

from collections.abc import Iterator

from selon.model import Article
from selon.reading.cleaning import clean
from selon.reading.decoding import decode, refuse_binary
from selon.reading.finishing import finish
from selon.reading.stream import Stream
from selon.reading.top_date import top_date
from selon.reading.unit import Given, Unit


def matches(head: bytes, name: str) -> bool:
    """Anything may be plain text: the last format asked."""
    return True


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    data = stream.read_all(given)
    refuse_binary(data, given.place)
    text = clean(decode(data, given.place, declared=given.charset))
    yield finish(Article(text=text, published=top_date(text)), given, given.place)
