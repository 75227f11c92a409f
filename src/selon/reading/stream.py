"""Bytes as they come (file, standard input, response, bytes in hand), with a look ahead and limits."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from selon.reading.unit import Given

HEAD = 65536  # bytes that the formats look at to know their own


class Stream:
    """A binary stream whose first HEAD bytes can be looked at; it is read once, from the start."""

    def __init__(self, raw: BinaryIO) -> None:
        self._buffered = io.BufferedReader(_Raw(raw), buffer_size=HEAD)

    def head(self) -> bytes:
        """The first bytes (up to HEAD), without moving on."""
        return self._buffered.peek(HEAD)

    def read_all(self, given: Given) -> bytes:
        """Everything; raises the error for what is over the limit, having read no more than that."""
        data = self._buffered.read(given.max_bytes + 1)
        if len(data) > given.max_bytes:
            raise given.too_long(given.place)
        return data

    def lines(self, limit: int) -> Iterator[bytes | int]:
        """The lines with their ends; for one over ``limit`` bytes its length, its bytes being passed over."""
        while line := self._buffered.readline(limit + 1):
            if len(line) <= limit:
                yield line
                continue
            size = len(line)
            while not line.endswith(b"\n") and (line := self._buffered.readline(HEAD)):
                size += len(line)
            yield size

    def raw(self) -> BinaryIO:
        """The stream itself, for formats with a reader of their own."""
        return self._buffered


class _Raw(io.RawIOBase):
    """Lets the first look see a full head where a pipe gives its bytes in drops; after that hands on what comes.

    JSON lines are known by their first line, so a slow producer of them isn't waited for any longer.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._read: Callable[[int], bytes] = getattr(raw, "read1", raw.read)
        self._first = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._read(len(buffer))
        if self._first:
            self._first = False
            while len(data) < len(buffer) and not (data.lstrip()[:1] == b"{" and b"\n" in data):
                more = self._read(len(buffer) - len(data))
                if not more:
                    break
                data += more
        buffer[: len(data)] = data
        return len(data)
