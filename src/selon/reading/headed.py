"""An article whose headline comes apart from its body: the headline is the first line of the text, marked."""

from __future__ import annotations

from selon.model import Article, Furniture, Span
from selon.reading.cleaning import clean


def headed(headline: str | None, body: str, **known: str | None) -> Article:
    """The article of a headline and a cleaned body; ``known`` are the Article's other fields."""
    title = clean(headline or "").replace("\n", " ")
    body = body.removeprefix(title).lstrip("\n") if title else body
    furniture = (Furniture(Span(0, len(title)), "headline"),) if title else ()
    text = "\n".join(part for part in (title, body) if part)
    return Article(text=text, title=title or None, furniture=furniture, **known)
