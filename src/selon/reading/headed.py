"""An article whose headline comes apart from its body: the headline is the first line of the text, marked."""

from __future__ import annotations

from selon.model import Article, Furniture, Span
from selon.reading.cleaning import clean


def headed(headline: str | None, body: str, **known: str | None) -> Article:
    """The article of a headline and a cleaned body; ``known`` are the Article's other fields."""
    title = clean(headline or "").replace("\n", " ")
    body = beneath(title, body)
    furniture = (Furniture(Span(0, len(title)), "headline"),) if title else ()
    text = "\n".join(part for part in (title, body) if part)
    return Article(text=text, title=title or None, furniture=furniture, **known)


def beneath(headline: str, body: str) -> str:
    """A cleaned body without the headline, where its first line is that; a lead may begin with the same words."""
    first, _end, rest = body.partition("\n")
    return rest.lstrip("\n") if headline and first == headline else body
