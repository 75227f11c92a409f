"""JSON lines: an article a line, as ``{"text": …, "id": …, "language": …, "published": …, "title": …, "url": …}``.

The ``text`` is kept as given (see ``cleaning``): its owner's offsets, those of the gold files among them, must hold.
One JSON object over several lines is read as one article, an array of objects as one article each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from selon.model import Article, InvariantError, article_from
from selon.reading.cleaning import replace_controls
from selon.reading.decoding import decode, refuse_binary
from selon.reading.errors import ReadingError
from selon.reading.finishing import finished
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_BOM = b"\xef\xbb\xbf"
_ARRAY = re.compile(rb"\[\s*(?:\{\s*[\"}]|\]\s*$)")
_TEXT = re.compile(rb'"text"\s*:')


def matches(head: bytes, name: str) -> bool:
    start = head.removeprefix(_BOM).lstrip()
    return start.startswith(b"{") or is_array(head) or name.endswith((".jsonl", ".ndjson"))


def units(stream: Stream, given: Given, first: int = 1) -> Iterator[Unit]:
    """``first`` is the number of the stream's first line, where it is a part of a file."""
    refuse_binary(stream.head(), given.place)
    if first == 1 and is_one_object(stream.head()):
        data = stream.read_all(given)
        yield _unit(data, given, given.place)
        return
    if first == 1 and is_array(stream.head()):
        yield from _elements(stream.read_all(given), given)
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


def is_array(head: bytes) -> bool:
    """Whether it is an array of objects that begins here; a text too may begin with a bracket ("[Reuters] …")."""
    start = head.removeprefix(_BOM).lstrip()
    return start.startswith(b"[") and bool(_ARRAY.match(start) or _TEXT.search(start))


def is_whole(head: bytes) -> bool:
    """Whether it can't be cut at ends of lines: one object over several of them, or an array."""
    return is_one_object(head) or is_array(head)


def _elements(data: bytes, given: Given) -> Iterator[Unit]:
    values = _value(data, given.place)
    if not isinstance(values, list) or not values:
        raise ReadingError(given.place, "is empty")
    for number, value in enumerate(values, 1):
        place = f"{given.place}:{number}"
        if isinstance(value, dict):
            yield unit_of(value, given, place)
        else:
            what = f"is a JSON {type(value).__name__}, not an object"
            yield Unit(place, error=ReadingError(place, what, "Each element is one article"))


def _unit(line: bytes, given: Given, place: str) -> Unit:
    return finished(lambda: _article(_object(line, place), place), given, place)


def unit_of(value: dict[str, Any], given: Given, place: str) -> Unit:
    """The unit for one article as an object with the fields of a line; never raises."""
    return finished(lambda: _article(value, place), given, place)


def _object(line: bytes, place: str) -> dict[str, Any]:
    value = _value(line, place, "Each line is one JSON object")
    if not isinstance(value, dict):
        raise ReadingError(place, f"is a JSON {type(value).__name__}, not an object", "Each line is one JSON object")
    return value


def _value(data: bytes, place: str, advice: str = "") -> object:
    text = decode(data, place)
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ReadingError(place, f"is not JSON: {error.msg} ({where})", advice) from None
    except RecursionError:
        raise ReadingError(place, "is not JSON that can be read: nested too deeply") from None
    except ValueError:  # Python makes no int of more than 4,300 digits
        raise ReadingError(place, "is not JSON that can be read: a number of too many digits") from None
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
