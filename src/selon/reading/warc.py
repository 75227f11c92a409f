"""Web archives (WARC, ISO 28500), plain and gzipped, as CC-NEWS ships them: the HTML pages among the responses.

Requests, pictures, redirects and errors are passed over: they hold no article. A record costs at most the limit of one
article, however much it unpacks to. Of an archive cut in the middle, what is before the cut is read.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, BinaryIO

from selon.reading import html
from selon.reading.errors import ReadingError, unforeseen
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

_PIECE = 65536
_HTML = ("text/html", "application/xhtml+xml")


def matches(head: bytes, name: str) -> bool:
    if head.startswith(b"WARC/"):
        return True
    if not head.startswith(b"\x1f\x8b"):
        return False
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    pages = 0
    archive: Any = _Forward(stream.raw(), zipped=stream.head().startswith(b"\x1f\x8b"))
    try:
        records = ArchiveIterator(archive, record_types=WarcRecordType.response, auto_decode="transfer")
        for record in records:
            if (unit := _unit(record, given)) is not None:
                pages += 1
                yield unit
        if archive.cut:
            raise _Cut
    except (_Cut, OSError, ValueError) as error:
        logging.getLogger("selon.reading").info("archive %s: %s", given.place, error)
        raise ReadingError(
            given.place, f"the archive is cut short or damaged after {pages} pages; those are read", "Fetch it anew"
        ) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # fastwarc's way to fail at what it didn't foresee
            raise
        raise ReadingError(given.place, f"the archive can't be read on after {pages} pages: {error}"[:300]) from None
    if not pages:
        raise ReadingError(given.place, "is an archive that holds no HTML page")


class _Forward:
    """The archive's bytes, unpacked where they are gzipped (a member a record), to be read on and on.

    fastwarc would unpack too, but says nothing of a last member that is cut; and it seeks in what has a ``seek``.
    ``cut`` tells, at the end, whether the last member was whole.
    """

    def __init__(self, raw: BinaryIO, zipped: bool) -> None:
        self._raw = raw
        self._zipped = zipped
        self._member = zlib.decompressobj(wbits=31)
        self._left = b""
        self._at = 0
        self._fresh = True  # nothing of the present member is read yet
        self.cut = False

    def read(self, size: int = _PIECE) -> bytes:
        size = size if size > 0 else _PIECE
        data = self._unzipped(size) if self._zipped else self._raw.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def _unzipped(self, size: int) -> bytes:
        while True:
            if self._member.eof:
                self._left = self._member.unused_data
                self._member = zlib.decompressobj(wbits=31)
                self._fresh = True
            piece = self._left or self._raw.read(_PIECE)
            if not piece:
                self.cut = not self._fresh
                return b""
            self._fresh = False
            try:
                data = self._member.decompress(piece, size)
            except zlib.error:
                self.cut = True
                return b""
            self._left = self._member.unconsumed_tail
            if data:
                return data


class _Cut(Exception):
    """The archive ends in the middle of a record."""


def _unit(record: Any, given: Given) -> Unit | None:
    """The article of a record, the error in its stead, or None where the record is no page. Raises _Cut."""
    if not record.content_length and int(record.headers.get("Content-Length") or 0) and not record.is_http_parsed:
        raise _Cut
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    answer = record.http_headers
    if answer is None or (record.http_content_type or "").lower() not in _HTML or answer.status_code != 200:
        return None
    place = f"{given.place}#{uri or record.record_id}"
    try:
        data = _payload(record, replace(given, place=place))
        charset = record.http_charset
        url = uri if uri.startswith(("http://", "https://")) else None
        return html.unit_of(data, replace(given, place=place, url=url, charset=charset))
    except ReadingError as error:
        return Unit(place, error=error)
    except (_Cut, OSError):
        raise  # the archive itself
    except Exception as error:
        return Unit(place, error=unforeseen(place, error))


def _payload(record: Any, given: Given) -> bytes:
    from selon.reading.fetch import FetchError, unpacked

    size, got = record.content_length, 0

    def pieces() -> Iterator[bytes]:
        nonlocal got
        while piece := record.reader.read(_PIECE):
            got += len(piece)
            yield piece

    encoding = record.http_headers.get("Content-Encoding") or ""
    out = bytearray()
    source = pieces()
    first = next(source, b"")
    if encoding and not first.startswith((b"\x1f\x8b", b"\x78")):
        encoding = ""  # archives often keep the header and unpack the body
    chunked = "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower()
    try:
        for piece in unpacked(chain([first], source), encoding, given.place):
            out += piece
            if len(out) > given.max_bytes:
                raise given.too_long(given.place)
        for _passed_over in source:  # what follows the packed data belongs to the record
            pass
    except FetchError:
        if not chunked and got < size:
            raise _Cut from None
        raise
    if not chunked and got < size:
        raise _Cut
    return bytes(out)
