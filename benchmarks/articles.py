"""The articles that speed is measured on: those of the training data, French and English, as JSON lines on disk."""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from selon.model import Article, article_form
from training.dataset import DATA, annotated

FILES = {
    "fr": ("wikinews_fr.train.jsonl", "own_fr_a.txt", "own_fr_b.txt"),
    "en": ("wikinews_en.train.jsonl", "own_en.txt"),
}
SHORT = 60  # words of an article where many are wanted
TOGETHER = 16  # of one language: as many as are tagged together


def articles(language: str, most: int | None = None) -> list[Article]:
    """The articles of a language, at most ``most`` of them, drawn evenly from the files."""
    found = [
        Article(**{**_known(article), "language": language})
        for name in FILES[language]
        for article, _ in annotated(DATA / name)
    ]
    return found if most is None or most >= len(found) else found[:: len(found) // most][:most]


def many_short(count: int, first: int = 0, words: int = SHORT) -> Iterator[Article]:
    """``count`` articles of some 60 words: openings of the real ones, each told of another figure.

    Sixteen of one language follow sixteen of the other, drawn from all files alike, so that a hundred are as mixed as a
    hundred thousand. ``first`` is the first one's number: figures and names go by it, the openings begin anew.
    """
    pools = []
    for language in FILES:
        pool = articles(language)
        random.Random(1).shuffle(pool)
        pools.append(itertools.cycle(pool))
    for number in range(first, first + count):
        article = next(pools[(number - first) // TOGETHER % len(pools)])
        text = " ".join(article.text.split(" ")[:words])
        # New words at every turn: what is remembered of the first one mustn't flatter the thousandth.
        text = re.sub(r"\d+", lambda m, n=number: str(int(m[0][:9]) + n), text) + f" Nom{number} Rue{number}."
        yield Article(text, id=f"s{number}", language=article.language, published=article.published)


def words_of(found: list[Article]) -> int:
    """Words between spaces."""
    return sum(len(article.text.split()) for article in found)


def write(found: list[Article] | Iterator[Article], path: Path) -> Path:
    """JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in found:
            file.write(json.dumps(article_form(article), ensure_ascii=False) + "\n")
    return path


def page(article: Article, links: int = 150) -> bytes:
    """A web page of some 80 kB with the article in it, as a newspaper's: navigation, scripts, teasers, a footer."""

    def listed(kind: str, count: int) -> str:
        return "".join(f'<li class="{kind}"><a href="/{kind}/{n}">Item {n} of {kind}</a></li>' for n in range(count))

    body = "".join(f"<p>{line}</p>" for line in article.text.split("\n")[1:] if line.strip())
    title = article.text.split("\n")[0]
    script = "var a=1;" * 7500
    day = article.published or "2024-10-18"
    return (
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{day}"><script>{script}</script>'
        f"</head><body><nav><ul>{listed('section', links)}</ul></nav>"
        f"<main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside><ul>{listed('related', 20)}</ul></aside><footer><ul>{listed('about', 40)}</ul></footer></body></html>"
    ).encode()


def _known(article: Article) -> dict[str, object]:
    return {
        name: getattr(article, name) for name in ("text", "id", "published", "title", "url", "publisher", "furniture")
    }
