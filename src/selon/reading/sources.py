"""Where articles come from: files, folders, globs, standard input, text and bytes in hand, web addresses."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from selon.model import Article
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.files import exists, files, no_file, unopened
from selon.reading.formats import units_of
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

Source = str | Path | bytes


def read(source: Source, *, language: str | None = None, published: str | None = None) -> Article:
    """One article from a path, a URL, ``"-"`` (standard input), a text, or bytes of any format.

    A string with a line end, of more than a few words or that ends like a sentence is a text, another one a path.
    ``language`` ("fr", "en") and ``published`` (an ISO date) outrank what the source says. Raises ReadingError, which
    says where and what to do, for what can't be read or holds more than one article (then use ``read_many``).
    """
    found = None
    for unit in units(source, language=language, published=published):
        if unit.error:
            raise unit.error
        if found:
            place = unit.place.rpartition(":")[0] or unit.place
            raise ReadingError(place, "holds more than one article", "Use selon.reading.read_many, or selon extract")
        found = unit.article
    if found is None:
        raise ReadingError(str(source)[:60], "holds no article")
    return found


def read_many(
    paths: Iterable[Source], *, language: str | None = None, published: str | None = None
) -> Iterator[Article | ReadingError]:
    """The articles of files and folders (all the way down, by name), an error in the place of each that fails."""
    for path in paths:
        for unit in units(path, language=language, published=published):
            if unit.error:
                yield unit.error
            elif unit.article:
                yield unit.article


def units(
    source: Source,
    *,
    language: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
    follow: bool = False,
) -> Iterator[Unit]:
    """The articles of one source with the place that each came from; never raises for what a source holds.

    ``allow_private`` lets web addresses lead to this machine or its network; ``follow`` fetches the page of each entry
    of a feed, in the place of what the feed holds of it.
    """
    given = Given(
        place=str(source) if not isinstance(source, bytes) else "bytes",
        language=language,
        published=published,
        allow_private=allow_private,
        follow=follow,
    )
    if isinstance(source, bytes):
        yield from units_of(Stream(io.BytesIO(source)), given)
    elif isinstance(source, str) and source == "-":
        yield from units_of(Stream(sys.stdin.buffer), replace(given, place="standard input"))
    elif isinstance(source, str) and source.startswith(("http://", "https://")):
        yield from _fetched(source, given)
    elif isinstance(source, str) and _is_text(source):
        yield from units_of(Stream(io.BytesIO(source.encode("utf-8", "replace"))), replace(given, place="the text"))
    else:
        yield from _read(Path(source), given)


def _fetched(url: str, given: Given) -> Iterator[Unit]:
    from selon.reading.fetch import FetchError, Rules, fetch

    try:
        answer = fetch(url, Rules(allow_private=given.allow_private, max_bytes=given.max_bytes))
    except FetchError as error:
        yield Unit(url, error=error)
        return
    except Exception as error:
        yield Unit(url, error=unforeseen(url, error))
        return
    yield from units_of(Stream(io.BytesIO(answer.body)), replace(given, url=answer.url, charset=answer.charset))


_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"')


def _is_text(source: str) -> bool:
    if "\n" in source or len(source) > 1000:
        return True
    words = source.count(" ")
    return (words > 4 or (words > 0 and source.rstrip().endswith(_SENTENCE_ENDS))) and not exists(Path(source))


def _read(path: Path, given: Given) -> Iterator[Unit]:
    for file in files(path):
        if isinstance(file, ReadingError):
            yield Unit(file.place, error=file)
            continue
        # One that is named is read whatever it is, as in `selon read <(command)`.
        if file != path and (refused := no_file(file)):
            yield Unit(str(file), error=refused)
            continue
        advice = "Give a file, a folder, a URL, or - for standard input"
        try:
            opened = file.open("rb")
        except (OSError, ValueError) as error:
            yield Unit(str(file), error=unopened(file, error, advice))
            continue
        with opened:
            try:
                yield from units_of(Stream(opened), given if file == path else replace(given, place=str(file)))
            except OSError as error:
                yield Unit(str(file), error=unopened(file, error, advice))
