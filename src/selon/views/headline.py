"""What an article is called in a list, above a table, at the top of its page."""

from __future__ import annotations

from selon.model import Article
from selon.views.visible import shortened


def headline(article: Article, most: int) -> str:
    """The marked headline, else the title, else the first line of the text; at most ``most`` characters of it."""
    marked = next((f.span.of(article.text) for f in article.furniture if f.role == "headline"), None)
    first = next((line for line in article.text.splitlines() if line.strip()), "")
    return shortened(marked or article.title or first, most)
