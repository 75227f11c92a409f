"""What a page says of itself: JSON-LD first, then meta tags, then its visible elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selon.reading.dates import iso_date

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
_STANDFIRST = re.compile(r"chapo|standfirst|\blead\b|\bdeck\b|subtitle|sub-?head|summary|intro", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """Headline, date (ISO), publisher, language tag and address of a page; None where it doesn't say."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def facts_of(tree: Any, page: str) -> Facts:
    """The facts of the page ``page``, parsed by lxml as ``tree``."""
    linked = _json_ld(tree)
    meta = _meta(tree)
    published = linked.get("datePublished") or next((meta[name] for name in _PUBLISHED if meta.get(name)), None)
    published = published or _first(tree, "//time[@pubdate or @itemprop='datePublished']/@datetime | //time/@datetime")
    return Facts(
        title=_text(linked.get("headline")) or _headline(tree, meta),
        published=iso_date(published) or _guessed_date(page),
        publisher=_name(linked.get("publisher")) or meta.get("og:site_name") or meta.get("dc.publisher"),
        language=_text(linked.get("inLanguage"))
        or _first(tree, "/html/@lang")
        or meta.get("og:locale")
        or meta.get("content-language"),
        url=_web(_first(tree, "//link[@rel='canonical']/@href")) or _web(meta.get("og:url")) or _web(linked.get("url")),
    )


def _headline(tree: Any, meta: dict[str, str]) -> str | None:
    """The one ``<h1>`` where the title goes on from it ("Headline | Paper"), else the title the page gives itself."""
    headings = [" ".join(h.text_content().split()) for h in tree.xpath("//h1")]
    title = meta.get("og:title") or " ".join((_first(tree, "//head/title/text()") or "").split())
    for heading in headings:
        if heading and (not title or title.startswith(heading) or heading in title):
            return heading
    return title or next(iter(headings), None) or None


def standfirst(tree: Any, body: str) -> str | None:
    """The summary between headline and ``body``, where the page has one that ``body`` leaves out.

    It is a heading or paragraph that follows the ``<h1>`` and reads as a sentence; a plain paragraph only where its
    class says what it is.
    """
    path = "(//h1)[1]/following::*[self::h2 or self::h3 or self::p or self::div[not(*)]][position() <= 3]"
    for element in tree.xpath(path):
        text = " ".join(element.text_content().split())
        named = _STANDFIRST.search(f"{element.get('class', '')} {element.get('id', '')}")
        if (element.tag in ("h2", "h3") or named) and len(text) >= 40 and text[-1] in '.!?…»”"':
            return None if text[:40] in " ".join(body.split()) else text
    return None


def _guessed_date(page: str) -> str | None:
    """A date that stands where pages put theirs (address, byline, dateline), by htmldate."""
    from htmldate import find_date

    try:
        found = find_date(page, original_date=True)
    except (ValueError, OverflowError, RecursionError):
        return None
    return iso_date(found)


def _meta(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        if value := tag.get("content", "").strip():
            out.setdefault(name.lower(), value)
    return out


def _json_ld(tree: Any) -> dict[str, Any]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON-LD costs its facts, not the article
        for item in _items(value):
            types = item.get("@type")
            if any(t in _ARTICLE_TYPES for t in (types if isinstance(types, list) else [types])):
                return item
    return {}


def _items(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"), depth + 1)
        yield from _items(value.get("mainEntity"), depth + 1)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _web(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http://", "https://")) else None


def _first(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None
