"""An input cut into shards: what one worker reads in a few minutes, loses when it dies, and never shares.

JSON lines are cut at ends of lines, Parquet at row groups; an archive (WARC) and every other file stays whole. Small
files are put together. The same input, unchanged, gives the same shards, on every machine that sees it under the same
path.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from selon.reading import Given, ReadingError, Unit, jsonl, parquet
from selon.reading.files import files, no_file, unopened
from selon.reading.formats import format_of, units_of
from selon.reading.stream import HEAD, Stream

SHARD_BYTES = 8_000_000  # of the input: some five minutes' work
_BLOCK = 1 << 20

Kind = Literal["file", "lines", "rows"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file (``file``), bytes ``start`` to ``end`` of JSON lines (``lines``), or row groups of Parquet (``rows``).

    ``first`` is the number of its first line or row, from 1; ``size`` its weight in bytes; ``changed`` when
    its file was changed, in nanoseconds: one that was edited gives another shard, though it be as long as before.
    """

    path: str
    kind: Kind
    start: int
    end: int
    first: int = 1
    size: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces that are read together; ``name`` is a hash of them, the same whenever the same input is cut again."""

    pieces: tuple[Piece, ...]
    name: str

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(piece.size for piece in self.pieces)

    @property
    def place(self) -> str:
        """What to call it before a person."""
        first, *others = self.pieces
        named = first.path if first.kind == "file" else f"{first.path}:{first.first}"
        return f"{named} and {len(others)} more" if others else named


def cut(source: str, shard_bytes: int = SHARD_BYTES) -> Iterator[Shard]:
    """The shards of a file, a folder (all the way down, by name) or a pattern of files.

    Raises ReadingError where there is no such file, or one can't be opened.
    """
    held: list[Piece] = []
    size = 0
    for piece in _pieces(source, shard_bytes):
        if held and size + piece.size > shard_bytes:
            yield _shard(held)
            held, size = [], 0
        held.append(piece)
        size += piece.size
    if held:
        yield _shard(held)


def units_in(shard: Shard, language: str | None = None) -> Iterator[Unit]:
    """The articles of a shard, with the places and in the order that reading its files whole would give them."""
    for piece in shard.pieces:
        given = Given(place=piece.path, language=language)
        try:
            with Path(piece.path).open("rb") as file:
                if piece.kind == "lines":
                    file.seek(piece.start)
                    part = _Part(file, piece.end - piece.start)
                    yield from jsonl.units(Stream(part), given, piece.first)  # type: ignore[arg-type]
                elif piece.kind == "rows":
                    yield from parquet.rows(file, given, range(piece.start, piece.end), piece.first)
                else:
                    yield from units_of(Stream(file), given)
        except ReadingError as error:
            yield Unit(error.place, error=error)
        except OSError as error:
            why = ReadingError(piece.path, f"can't be read: {error.strerror or error}")
            yield Unit(piece.path, error=why)


class _Part:
    """The next ``left`` bytes of an open file."""

    def __init__(self, file: object, left: int) -> None:
        self._file, self._left = file, left

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._file.read(self._left if size < 0 else min(size, self._left))  # type: ignore[attr-defined]
        self._left -= len(data)
        return data


def _shard(pieces: list[Piece]) -> Shard:
    told = json.dumps([asdict(piece) for piece in pieces])
    return Shard(tuple(pieces), hashlib.sha256(told.encode()).hexdigest()[:16])


def _pieces(source: str, shard_bytes: int) -> Iterator[Piece]:
    found = False
    for path in files(Path(source)):
        if isinstance(path, ReadingError):
            raise path
        if path != Path(source) and (refused := no_file(path)):
            raise refused
        found = True
        try:
            facts = path.stat()
            with path.open("rb") as file:
                head = file.read(HEAD)
        except (OSError, ValueError) as error:
            raise unopened(path, error, "Give a file, a folder or a pattern") from None
        for piece in _of_file(path, head, facts.st_size, shard_bytes):
            yield replace(piece, changed=facts.st_mtime_ns)
    if not found:
        raise ReadingError(source, "there is no such file", "Give a file, a folder or a pattern")


def _of_file(path: Path, head: bytes, size: int, shard_bytes: int) -> Iterator[Piece]:
    named = format_of(head, path.name).name if head.strip() else ""
    if named == "Parquet":
        yield from _rows(path, shard_bytes)
    elif named == "JSON lines" and size > shard_bytes and not jsonl.is_whole(head):
        yield from _lines(path, shard_bytes)
    else:
        yield Piece(str(path), "file", 0, size, size=size)


def _lines(path: Path, shard_bytes: int) -> Iterator[Piece]:
    """Cuts at the first end of a line after each ``shard_bytes``; the file is read once, to number its lines."""
    start = at = 0
    first = line = 1
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            done = 0
            while at + len(block) - start >= shard_bytes:
                wanted = max(start + shard_bytes - at - 1, done)
                end = block.find(b"\n", wanted) + 1
                if not end:
                    break
                line += block.count(b"\n", done, end)
                done = end
                yield Piece(str(path), "lines", start, at + end, first, at + end - start)
                start, first = at + end, line
            line += block.count(b"\n", done)
            at += len(block)
    if at > start:
        yield Piece(str(path), "lines", start, at, first, at - start)


def _rows(path: Path, shard_bytes: int) -> Iterator[Piece]:
    groups = parquet.row_groups(path)
    start, row, rows, size = 0, 1, 0, 0
    for number, (count, weight) in enumerate(groups):
        if number > start and size + weight > shard_bytes:
            yield Piece(str(path), "rows", start, number, row, size)
            start, row, rows, size = number, row + rows, 0, 0
        rows, size = rows + count, size + weight
    yield Piece(str(path), "rows", start, len(groups), row, size)
