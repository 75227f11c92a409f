"""Bytes to text: by byte order mark, by what was declared, as UTF-8; a guess only where the format allows one."""

from __future__ import annotations

import codecs
import re

from selon.reading.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "gzipped"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def mark_of(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of ``data`` tells, if there is one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes, place: str) -> None:
    """Raise ReadingError, naming the kind where it is known, if ``data`` is no text in any encoding."""
    for start, kind in _KINDS:
        if data.startswith(start):
            raise ReadingError(place, f"is {kind}, not text", "selon reads plain text, HTML and JSON lines in UTF-8")
    if mark_of(data) is None and (found := _BINARY.search(data[:65536])):
        raise ReadingError(
            place,
            f"is binary (byte 0x{data[found.start()]:02x} at offset {found.start()})",
            "selon reads plain text, HTML and JSON lines in UTF-8",
        )


def decode(data: bytes, place: str, *, declared: str | None = None) -> str:
    """The text of ``data``. Raises ReadingError naming the first byte that doesn't fit, its offset and line."""
    encoding = mark_of(data) or _known(declared) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadingError(
            place,
            f"is not {encoding}: byte 0x{data[error.start]:02x} at offset {error.start} (line {line})",
            "Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8",
        ) from None
    except UnicodeError:
        raise ReadingError(place, f"is not {encoding}, as its first bytes say", "Convert it to UTF-8 first") from None


def decode_guessing(data: bytes, declared: str | None = None) -> str:
    """The text of ``data`` by the first of mark, declaration, UTF-8 and windows-1252 that fits: what browsers do."""
    for encoding in (mark_of(data), _known(declared), "utf-8", "windows-1252"):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeError:
                continue
    return data.decode("utf-8", errors="replace")


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip()).name
        "a".encode(name)  # Python's codecs are of other things too: hex, rot13, zip
    except (LookupError, ValueError):
        return None
    if name in ("punycode", "idna"):  # of a domain's name, and of a page's length too slow to end
        return None
    # The web says latin-1 and means windows-1252 (WHATWG Encoding).
    return "windows-1252" if name in ("iso8859-1", "ascii") else name
