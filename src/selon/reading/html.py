"""HTML pages: the body by trafilatura, the rest by what the page says of itself (``page_facts``).

The headline becomes the first line of the text and is marked as furniture; a standfirst that trafilatura passes over
is the second. A page without declared charset is decoded as browsers do. Of a page cut short, what is there is read,
with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from selon.languages import supported
from selon.model import Article
from selon.reading.blockquotes import name_speakers
from selon.reading.cleaning import clean
from selon.reading.decoding import decode_guessing, refuse_binary
from selon.reading.errors import ReadingError
from selon.reading.finishing import finish
from selon.reading.headed import beneath
from selon.reading.language import language_of
from selon.reading.page_facts import Facts, facts_of, standfirst
from selon.reading.page_top import furniture_of
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_START = re.compile(rb"<(!doctype\s+html|html|head|body|article|main|h1|p|div|title|meta)\b", re.IGNORECASE)
# References to characters that no XML can hold: one of them and trafilatura gives no text at all.
_CONTROL = re.compile(r"&#(?:0*(?:[0-8]|1[1245-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));?(?![0-9a-f])", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def matches(head: bytes, name: str) -> bool:
    return bool(_START.search(head[:4096])) and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    yield unit_of(stream.read_all(given), given)


def unit_of(data: bytes, given: Given) -> Unit:
    """The article of a page in bytes. Raises ReadingError where there is no text in it."""
    refuse_binary(data, given.place)
    declared = _CHARSET.search(data[:4096])
    page = decode_guessing(data, given.charset or (declared[1].decode("ascii", "replace") if declared else None))
    page = _CONTROL.sub("", page)
    tree = _tree(page, given)
    facts = facts_of(tree, page)
    if name_speakers(tree):
        page = _markup(tree)
    body = clean(_body(page, given))
    headline = clean(facts.title or "").replace("\n", " ")
    if not body:
        and_ = f"; it {_cut_short(page)}" if _cut_short(page) else ""
        raise ReadingError(given.place, f"is a page without an article in it{and_}")
    body = beneath(headline, body)
    body = "\n".join(part for part in (headline, clean(standfirst(tree, body) or ""), body) if part)
    article = Article(
        text=body,
        title=headline or None,
        url=_address(facts.url, given.url),
        published=facts.published,
        publisher=facts.publisher,
        language=None if given.language else _language(facts, body, given),
        furniture=tuple(furniture_of(body, headline, tree)),
    )
    unit = finish(article, given, given.place)
    note = _cut_short(page)
    return replace(unit, notes=(*unit.notes, f"{given.place}: the page {note}")) if note else unit


def _address(canonical: str | None, fetched: str | None) -> str | None:
    """Where the page lives: what it says itself (without trackers) if that is a page of the server that gave it."""
    if not fetched or not canonical:
        return fetched or canonical
    own, theirs = urlsplit(canonical), urlsplit(fetched)
    front = own.path in ("", "/") and not own.query  # a template's mistake: all pages would be one
    return canonical if own.hostname == theirs.hostname and not front else fetched


def _cut_short(page: str) -> str:
    opened, closed = "<html" in page[:4096].lower(), "</html" in page[-4096:].lower()
    return "ends without </html>: it may be cut short" if opened and not closed else ""


def _tree(page: str, given: Given) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(given.place, f"is no HTML that can be read: {error}") from None


def _markup(tree: Any) -> str:
    from lxml import html

    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def _body(page: str, given: Given) -> str:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    except RecursionError:
        raise ReadingError(given.place, "is a page with elements nested too deeply") from None
    text: object = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _language(facts: Facts, body: str, given: Given) -> str:
    """What the page declares, if its words don't plainly say otherwise: templates often declare the wrong one."""
    declared = (facts.language or "").lower().replace("_", "-").partition("-")[0]
    if declared in supported() and len(body) < 200:
        return declared
    try:
        return language_of(body, given.place)
    except ReadingError:
        if declared in supported():
            return declared
        raise
