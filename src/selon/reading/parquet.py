"""Parquet: an article a row, in the columns of the JSON lines (``text``, ``id``, ``language``, ``published`` …).

Other columns are passed over. Row groups are read one at a time, so a file may be larger than memory.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from selon.reading.errors import ReadingError
from selon.reading.jsonl import unit_of
from selon.reading.stream import Stream
from selon.reading.unit import Given, Unit

MAGIC = b"PAR1"
COLUMNS = ("text", "id", "doc_id", "language", "published", "title", "url", "publisher")
BATCH = 1000  # rows in memory


def matches(head: bytes, name: str) -> bool:
    return head.startswith(MAGIC)


def units(stream: Stream, given: Given) -> Iterator[Unit]:
    path = Path(given.place)
    if path.is_file():
        with path.open("rb") as file:
            yield from rows(file, given)
    else:  # from standard input or a server: the table of contents is at the end, so all of it is needed
        yield from rows(io.BytesIO(stream.read_all(given)), given)


def rows(file: BinaryIO, given: Given, groups: Sequence[int] | None = None, first: int = 1) -> Iterator[Unit]:
    """The articles of a file, or of its row groups ``groups``; ``first`` is the number of their first row.

    Raises ReadingError where pyarrow isn't installed, or the file is damaged or has no column ``text``.
    """
    parquet = _pyarrow(given.place)
    try:
        table = parquet.ParquetFile(file)
        names = table.schema_arrow.names
        if "text" not in names:
            raise ReadingError(given.place, f'has no column "text" (it has: {", ".join(names[:6])})')
        number = first
        wanted = [name for name in COLUMNS if name in names]
        for batch in table.iter_batches(batch_size=BATCH, row_groups=groups, columns=wanted):
            for row in batch.to_pylist():
                place = f"{given.place}:{number}"
                yield unit_of({name: _plain(value) for name, value in row.items() if value is not None}, given, place)
                number += 1
    except (OSError, ValueError) as error:  # pyarrow's own errors are kinds of these
        raise ReadingError(given.place, f"is no whole Parquet file: {error}"[:300], "Write it anew") from None
    if number == first:
        raise ReadingError(given.place, "is empty")


def row_groups(path: Path) -> list[tuple[int, int]]:
    """Rows and bytes of each row group. Raises ReadingError as ``rows`` does."""
    try:
        facts = _pyarrow(str(path)).read_metadata(path)
    except (OSError, ValueError) as error:
        raise ReadingError(str(path), f"is no whole Parquet file: {error}"[:300], "Write it anew") from None
    groups = (facts.row_group(n) for n in range(facts.num_row_groups))
    return [(group.num_rows, group.total_byte_size) for group in groups]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _pyarrow(place: str) -> Any:
    try:
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise ReadingError(
            place, "is Parquet, which needs the package pyarrow", "pip install 'selon[parquet]'"
        ) from None
    return parquet
