"""News agencies' JSON: IPTC ninjs 2 and 3 (and 1.x bodies), one item, a list of items, or an item a line.

Version 3 writes its names in camel case (``versionCreated``), version 2 in lower case: both are read. Of several bodies
the main one is taken, marked-up before plain, for its paragraphs. The item's ``uri`` is the article's id; the date of
publication is that of the version. Pictures and items that their agency took back are errors, each on its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selon.model import Article
from selon.reading.decoding import decode, refuse_binary
from selon.reading.errors import ReadingError
from selon.reading.finishing import finished
from selon.reading.fragment import text_of
from selon.reading.headed import headed
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_URI = re.compile(rb'"uri"\s*:')
_OURS = re.compile(
    rb'"(?:bodies|headlines|body_\w+|versioncreated|contentcreated|firstcreated|pubstatus|associations)"\s*:',
    re.IGNORECASE,
)
_TEXT = re.compile(rb'"text"\s*:')
_PLACE_OF_BODY = ("main", "body", "html", "richtext")
_DATES = ("versioncreated", "contentcreated", "firstcreated")
_WITHDRAWN = ("canceled", "cancelled", "withheld")


def matches(head: bytes, name: str) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start in (b"{", b"[") and bool(_URI.search(head) and _OURS.search(head)) and not _TEXT.search(head)


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    data = stream.read_all(given)
    refuse_binary(data, given.place)
    text = decode(data, given.place, declared=given.charset)
    try:
        value = json.loads(text)
    except ValueError:
        yield from _lines(text, given)
        return
    except RecursionError:
        raise ReadingError(given.place, "is not JSON that can be read: nested too deeply") from None
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _unit(item, given, f"{given.place}:{number}")
    else:
        yield _unit(value, given, given.place)


def _lines(text: str, given: Given) -> Iterator[Unit]:
    for number, line in enumerate(text.split("\n"), 1):
        place = f"{given.place}:{number}"
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Unit(place, error=_no_json(error, place))
            if number == 1 and not line.rstrip().endswith("}"):  # one item over many lines: the rest isn't any either
                return
        else:
            yield _unit(value, given, place)


def _no_json(error: Exception, place: str) -> ReadingError:
    if isinstance(error, json.JSONDecodeError):
        return ReadingError(place, f"is not JSON: {error.msg}", "The file may be cut short")
    what = "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"
    return ReadingError(place, f"is not JSON that can be read: {what}")


def _unit(value: Any, given: Given, place: str) -> Unit:
    return finished(lambda: _article(value, place), given, place)


def _article(value: Any, place: str) -> Article:
    if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
        raise ReadingError(place, 'is no ninjs item: it has no "uri" that is a string')
    item = {name.lower(): field for name, field in value.items()}
    if str(item.get("pubstatus")).lower() in _WITHDRAWN:
        raise ReadingError(place, f"was taken back by its agency (pubstatus: {item['pubstatus']})")
    body = _body(item)
    if not body:
        kind = item.get("type")
        of = f"is a {kind} item" if isinstance(kind, str) and kind != "text" else "is an item"
        raise ReadingError(place, f"{of} without a text")
    uri = item["uri"].strip()
    return headed(
        _chosen(item.get("headlines"), ("main",)) or _text(item.get("headline")) or _text(item.get("title")),
        body,
        id=uri,
        url=uri if uri.startswith(("http://", "https://")) else None,
        published=next((date for name in _DATES if (date := _text(item.get(name)))), None),
        publisher=_publisher(item),
        language=_text(item.get("language")),
    )


def _body(item: dict[str, Any]) -> str:
    bodies = [
        (b, str(b.get("contenttype") or "text/plain")) for b in _dicts(item.get("bodies")) if _text(b.get("value"))
    ]
    bodies += [
        ({"value": value}, "text/plain" if name in ("body_text", "body_plain") else "text/html")
        for name, value in item.items()
        if name.startswith("body_") and _text(value)
    ]
    if not bodies:
        return ""

    def rank(each: tuple[dict[str, Any], str]) -> tuple[bool, int]:
        role = str(each[0].get("role") or "main").lower()
        return "ml" not in each[1], _PLACE_OF_BODY.index(role) if role in _PLACE_OF_BODY else len(_PLACE_OF_BODY)

    known = [b for b in bodies if str(b[0].get("role") or "main").lower() in _PLACE_OF_BODY]
    return text_of(str(min(known or bodies, key=rank)[0]["value"]))


def _publisher(item: dict[str, Any]) -> str | None:
    sources = _dicts(item.get("infosources"))
    named = [source for source in sources if str(source.get("role") or "").lower().endswith("publisher")] or sources
    return next((name for source in named if (name := _text(source.get("name")))), None) or _text(
        item.get("copyrightholder")
    )


def _chosen(values: Any, roles: tuple[str, ...]) -> str | None:
    """The value of one of ``roles``, else the first there is."""
    listed = [one for one in _dicts(values) if _text(one.get("value"))]
    best = next((one for one in listed if one.get("role") in roles), next(iter(listed), None))
    return text_of(str(best["value"])) if best else None


def _dicts(value: Any) -> list[dict[str, Any]]:
    listed = value if isinstance(value, list) else []
    return [{name.lower(): field for name, field in one.items()} for one in listed if isinstance(one, dict)]


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
