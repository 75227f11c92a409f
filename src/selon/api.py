"""The functions that ``selon`` offers in Python: reading and extracting, without a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cached_property
from typing import Any

from selon import reading
from selon.model import Article, Claim
from selon.reading import ReadingError, Source


class ReadArticle(Article):
    """An Article whose ``claims`` are found when they are first asked for."""

    @cached_property
    def claims(self) -> list[Claim]:
        """The article's claims, in the order of the text."""
        return extract(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the reading page in a frame of its own, so that neither's style reaches the other."""
        from html import escape

        from selon.views import reading_page

        page = escape(str(reading_page(self, self.claims)), quote=True)
        return f'<iframe srcdoc="{page}" sandbox="" style="width:100%;height:32em;border:0"></iframe>'


def read(source: Source, *, language: str | None = None, published: str | None = None) -> ReadArticle:
    """Read one article from a path, a URL, ``"-"`` (standard input), a text, or bytes.

    A string with a line end, of more than a few words or that ends like a sentence is a text, another one a path.
    ``language`` ("fr", "en") and ``published`` (an ISO date) outrank what the source says. Raises ReadingError, which
    says where and what to do, for what can't be read or holds more than one article (then use ``read_many``).
    """
    return _with_claims(reading.read(source, language=language, published=published))


def read_many(
    sources: Iterable[Source], *, language: str | None = None, published: str | None = None
) -> Iterator[ReadArticle | ReadingError]:
    """Read the articles of files and folders, one by one; an error stands in the place of each that fails."""
    for found in reading.read_many(sources, language=language, published=published):
        yield found if isinstance(found, ReadingError) else _with_claims(found)


def extract(article: Article | str) -> list[Claim]:
    """The claims of an article (or of a text), in the order of the text; spans are code points of ``article.text``.

    What a claim is, and each of its fields: docs/guidelines.md. Raises LanguageError for a language without data.
    """
    from selon.analysis import pipeline

    if isinstance(article, str):
        article = Article(article)
    if article.language is None:
        from selon.reading.language import language_of

        article = Article(**{**_fields(article), "language": language_of(article.text, "the text")})
    return pipeline.extract(article)


def _with_claims(article: Article) -> ReadArticle:
    return ReadArticle(**_fields(article))


def _fields(article: Article) -> dict[str, Any]:
    return {f.name: getattr(article, f.name) for f in fields(Article)}
