"""RSS and Atom: an entry an article, from its full text in the feed, or from its page where that is asked for.

What a feed gives only in summary is no article: such an entry is an error that says how to fetch its page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from selon.model import Article
from selon.reading.cleaning import clean
from selon.reading.decoding import refuse_binary
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.finishing import finish
from selon.reading.fragment import text_of
from selon.reading.headed import headed
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|RDF)[\s>]")
_BEFORE_ROOT = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>|\s+)*", re.DOTALL)
FULL = 80  # words: a description this long is the text itself


def matches(head: bytes, name: str) -> bool:
    data = head.removeprefix(b"\xef\xbb\xbf")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.replace(b"\x00", b"")[2:]
    start = _BEFORE_ROOT.match(data)
    return bool(_ROOT.match(data, start.end() if start else 0))


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    feed = parsed(stream.read_all(given), given)
    note = _broken(feed)
    if not feed.entries:
        if note:
            raise ReadingError(given.place, f"is a feed that {note}, before its first entry")
        raise ReadingError(given.place, "is a feed without entries")
    for number, entry in enumerate(feed.entries, 1):
        yield entry_unit(feed, entry, number, given)
    if note:
        yield Unit(
            given.place,
            error=ReadingError(given.place, f"the feed {note} after entry {len(feed.entries)}; those are read"),
        )


def parsed(data: bytes, given: Given) -> Any:
    """The feed, as feedparser reads it."""
    import feedparser

    refuse_binary(data, given.place)
    headers = {"content-type": f"application/xml; charset={given.charset}"} if given.charset else None
    return feedparser.parse(
        io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )


def entry_unit(feed: Any, entry: Any, number: int, given: Given) -> Unit:
    """The article of one entry."""
    link = link_of(entry, given)
    place = f"{given.place}#{number}" + (f" ({link})" if link else "")
    try:
        if given.follow and link:
            return _page(link, entry, given)
        return finish(_article(feed, entry, link, place), replace(given, url=None), place)
    except ReadingError as error:
        return Unit(place, error=error)
    except Exception as error:
        return Unit(place, error=unforeseen(place, error))


def link_of(entry: Any, given: Given) -> str | None:
    """The address of an entry's page."""
    link = urljoin(given.url or "", str(entry.get("link") or "").strip())
    return link if link.startswith(("http://", "https://")) else None


def _article(feed: Any, entry: Any, link: str | None, place: str) -> Article:
    full = [text_of(str(each.get("value") or "")) for each in entry.get("content") or ()]
    summary = text_of(str(entry.get("summary") or ""))
    body = max([*full, summary if len(summary.split()) >= FULL else ""], key=len)
    if not body:
        raise ReadingError(
            place,
            "the feed holds no text of it" if not summary else "the feed holds but a summary of it",
            "--follow fetches the page" if link else "",
        )
    return headed(
        text_of(str(entry.get("title") or "")),
        body,
        id=str(entry.get("id") or link or "") or None,
        url=link,
        published=str(entry.get("published") or entry.get("updated") or "") or None,
        publisher=clean(str(feed.feed.get("title") or "")) or None,
    )


def _page(link: str, entry: Any, given: Given) -> Unit:
    """The page that an entry links to; the entry gives the date that the page may lack."""
    from selon.reading.fetch import Rules, fetch

    answer = fetch(link, Rules(allow_private=given.allow_private, max_bytes=given.max_bytes))
    return page_unit(answer.body, replace(given, place=link, url=answer.url, charset=answer.charset), entry)


def page_unit(body: bytes, given: Given, entry: Any) -> Unit:
    """The article of an entry's page in bytes."""
    from selon.reading import html

    unit = html.unit_of(body, given)
    dated = str(entry.get("published") or entry.get("updated") or "")
    if unit.article and not unit.article.published and dated:
        return finish(replace(unit.article, published=dated), given, given.place)
    return unit


def _broken(feed: Any) -> str:
    """What is amiss with the feed's XML, if it ends before its time; its other sins are forgiven."""
    error = feed.get("bozo_exception") if feed.get("bozo") else None
    if error is None or "CharacterEncodingOverride" in type(error).__name__:
        return ""
    line = getattr(error, "getLineNumber", lambda: None)()
    said = getattr(error, "getMessage", lambda: str(error))()
    return f"is broken XML at line {line} ({said})" if line else f"is broken ({said})"
