"""Where articles come from: files, folders, globs, standard input, text and bytes in hand, web addresses."""

from __future__ import annotations

import errno
import glob
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from selon.model import Article
from selon.reading.errors import ReadingError, unforeseen
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
        yield from _files(Path(source), given, set())


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


_GLOB = re.compile(r"[*?\[]")
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"')


def _is_text(source: str) -> bool:
    if "\n" in source or len(source) > 1000:
        return True
    words = source.count(" ")
    return (words > 4 or (words > 0 and source.rstrip().endswith(_SENTENCE_ENDS))) and not _exists(Path(source))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:  # what is in a closed folder may well be there: opening it says why it can't be
        return error.errno != errno.ENAMETOOLONG


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _matching(pattern: Path) -> list[str]:
    try:
        return sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 (absolute patterns too)
    except ValueError:  # a null byte: no file's name has one
        return []


def _files(path: Path, given: Given, seen: set[Path]) -> Iterator[Unit]:
    """The units of a file, of a folder's files, or of those of a pattern.

    ``seen`` are the folders that were opened: links between folders may lead round and round.
    """
    if _is_folder(path):
        real = path.resolve()
        if real in seen:
            return
        seen.add(real)
        try:
            inside = sorted(p for p in path.iterdir() if not p.name.startswith("."))
        except OSError as error:
            yield Unit(str(path), error=unopened(path, error))
            return
        for one in inside:
            yield from _files(one, replace(given, place=str(one)), seen)
        return
    if _GLOB.search(str(path)) and not _exists(path):
        found = _matching(path)
        for name in found:
            yield from _files(Path(name), replace(given, place=name), seen)
        if found:
            return
    try:
        with path.open("rb") as file:
            yield from units_of(Stream(file), given)
    except (OSError, ValueError) as error:
        yield Unit(str(path), error=unopened(path, error))


def unopened(path: Path, error: OSError | ValueError) -> ReadingError:
    """Why a file can't be opened: no file is so called, or ``error`` says what is in the way."""
    if isinstance(error, OSError) and error.errno not in (errno.ENOENT, errno.ENAMETOOLONG):
        return ReadingError(str(path), f"can't be opened: {error.strerror or error}")
    return ReadingError(str(path), "there is no such file", "Give a file, a folder, a URL, or - for standard input")
