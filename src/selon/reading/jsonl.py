"""JSON lines: an article a line, as ``{"text": …, "id": …, "language": …, "published": …, "title": …, "url": …}``.

The ``text`` is kept as given (see ``cleaning``): its owner's offsets, those of the gold files among them, must hold.
One JSON object over several lines is read as one article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from selon.model import Article, InvariantError, article_from
from selon.reading.cleaning import replace_controls
from selon.reading.decoding import decode, refuse_binary
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.finishing import finish
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_BOM = b"\xef\xbb\xbf"


def matches(head: bytes, name: str) -> bool:
    return head.removeprefix(_BOM).lstrip().startswith(b"{") or name.endswith((".jsonl", ".ndjson"))


def units(stream: Stream, given: Given, first: int = 1) -> Iterator[Unit]:
    """``first`` is the number of the stream's first line, where it is a part of a file."""
    refuse_binary(stream.head(), given.place)
    if first == 1 and is_one_object(stream.head()):
        data = stream.read_all(given)
        yield _unit(data, given, given.place)
        return
    empty = True
    for number, line in enumerate(stream.lines(given.max_bytes), first):
        place = f"{given.place}:{number}"
        if isinstance(line, int):
            yield Unit(place, error=given.too_long(place, line))
        elif line.strip():
            yield _unit(line, given, place)
        else:
            continue
        empty = False
    if empty and first == 1:
        raise ReadingError(given.place, "is empty")


def is_one_object(head: bytes) -> bool:
    """Whether the first line can't be a whole object: it ends after an opening brace or inside of one."""
    first, end, _rest = head.removeprefix(_BOM).lstrip().partition(b"\n")
    if not end or not first.startswith(b"{"):
        return False
    return first.rstrip().endswith((b"{", b",", b"[", b":"))


def _unit(line: bytes, given: Given, place: str) -> Unit:
    try:
        value = _object(line, place)
    except ReadingError as error:
        return Unit(place, error=error)
    except Exception as error:
        return Unit(place, error=unforeseen(place, error))
    return unit_of(value, given, place)


def unit_of(value: dict[str, Any], given: Given, place: str) -> Unit:
    """The unit for one article as an object with the fields of a line; never raises."""
    try:
        return finish(_article(value, place), given, place)
    except ReadingError as error:
        return Unit(place, error=error)
    except Exception as error:
        return Unit(place, error=unforeseen(place, error))


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        value = json.loads(decode(line, place))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ReadingError(place, f"is not JSON: {error.msg} ({where})", "Each line is one JSON object") from None
    except RecursionError:
        raise ReadingError(place, "is not JSON that can be read: nested too deeply") from None
    if not isinstance(value, dict):
        raise ReadingError(place, f"is a JSON {type(value).__name__}, not an object", "Each line is one JSON object")
    return value


def _article(value: dict[str, Any], place: str) -> Article:
    if not isinstance(value.get("text"), str):
        names = ", ".join(list(value)[:6])
        raise ReadingError(place, f'has no "text" that is a string (it has: {names or "nothing"})')
    for name in ("language", "published", "title", "url", "publisher"):
        if value.get(name) is not None and not isinstance(value[name], str):
            raise ReadingError(place, f'"{name}" is no string: {json.dumps(value[name])[:60]}')
    try:
        article = article_from(value)
    except (InvariantError, KeyError, TypeError, ValueError) as error:
        raise ReadingError(place, f"is no article: {error}") from None

    def plain(value: str | None) -> str | None:
        return None if value is None else replace_controls(value)

    return replace(
        article,
        text=replace_controls(article.text),
        id=plain(article.id),
        title=plain(article.title),
        url=plain(article.url),
        publisher=plain(article.publisher),
    )
