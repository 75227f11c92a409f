"""The last step of every format: language, date, and the checks that all articles pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from selon.model import Article
from selon.reading.dates import iso_date
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.language import code_of, language_of
from selon.reading.unit import Given, Unit


def finished(read: Callable[[], Article], given: Given, place: str) -> Unit:
    """The unit for the article that ``read`` makes, an error where it can't; never raises."""
    try:
        return finish(read(), given, place)
    except ReadingError as error:
        return Unit(place, error=error)
    except Exception as error:
        return Unit(place, error=unforeseen(place, error))


def finish(article: Article, given: Given, place: str) -> Unit:
    """The unit for an article as its format found it: what was given outranks what it says, what lacks is found.

    Raises ReadingError for an empty text, one over the limit, or a language that selon doesn't read.
    """
    if not article.text.strip():
        raise ReadingError(place, "holds no text")
    if (length := len(article.text)) > given.max_characters:
        raise ReadingError(
            place,
            f"holds {length:,} characters of text, over the limit of {given.max_characters:,} for one article",
            "Split it, one article to a file or line, or raise the limit in the variable SELON_MAX_CHARACTERS",
        )
    notes = []
    said = given.published or article.published
    published = iso_date(said)
    if said and not published:
        notes.append(f"{place}: the date {said!r} is none that selon can read; taken as unknown (want YYYY-MM-DD)")
    elif not published:
        notes.append(f"{place}: no date of publication; relative dates stay open (--published gives one)")
    named = given.language or article.language
    language = code_of(named, place) if named else language_of(article.text, place)
    done = replace(article, published=published, language=language, url=article.url or given.url)
    return Unit(place, done, notes=tuple(notes))
