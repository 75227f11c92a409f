"""Exports: a ledger's current claims in the formats that others read, one file a format.

export(ledger, "web-annotation", Path("claims.jsonld"))      # or an open text file, where the format is one file
claims_frame(ledger)                                         # a pandas DataFrame, one row a claim

Every row leads back to the exact words: the article's id and address, and spans in code points of its kept text.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from selon.ledger import Ledger
from selon.views.export.errors import ExportError
from selon.views.export.frames import claims_frame, frames

__all__ = ["FORMATS", "ExportError", "Format", "claims_frame", "export", "frames", "parts"]


class Format(NamedTuple):
    """A format: the module that writes it, what it is for, and whether it is a folder of files.

    The module has ``parts(ledger)``, which yields the file's text piece by piece, or ``write(ledger, folder)``.
    """

    module: str
    what: str
    ending: str = ""
    media_type: str = ""
    folder: bool = False


FORMATS: dict[str, Format] = {
    "jsonl": Format(
        "jsonl",
        "JSON lines: an article a line with its text and claims, as selon reads them",
        ".jsonl",
        "application/jsonl",
    ),
    "csv": Format(
        "csv",
        "one row a claim; into a folder: a table each for relays, quantities, times, places",
        ".csv",
        "text/csv; charset=utf-8; header=present",
    ),
    "parquet": Format("parquet", "the same tables as columns, for data frames and DuckDB", folder=True),
    "web-annotation": Format(
        "web_annotation",
        "W3C Web Annotations (JSON-LD) that anchor in the articles' words",
        ".jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ),
    "schema-org": Format(
        "schema_org", "schema.org Quotation and Claim (JSON-LD)", ".schema.jsonld", "application/ld+json"
    ),
    "followthemoney": Format(
        "followthemoney", "FollowTheMoney entities, a line each", ".ftm.json", "application/json+ftm"
    ),
    "geojson": Format("geojson", "the places that claims speak about, as points", ".geojson", "application/geo+json"),
    "rdf": Format(
        "rdf", "RDF (Turtle) with PROV-O: who is quoted from where, through whom", ".ttl", "text/turtle; charset=utf-8"
    ),
}


def export(ledger: Ledger, format: str, out: Path | TextIO) -> int:
    """Write the ledger's current claims to ``out`` in a format of FORMATS; returns how many claims there were.

    ``out`` is a file's path, an open text file, or a folder's path (for Parquet, and for CSV where the path is a folder
    or has no ending). A file is replaced once it is whole. Raises ExportError where a format's package isn't installed.
    """
    chosen = FORMATS[format]
    module = importlib.import_module(f"selon.views.export.{chosen.module}")
    if isinstance(out, Path) and (chosen.folder or (hasattr(module, "write") and (out.is_dir() or not out.suffix))):
        out.mkdir(parents=True, exist_ok=True)
        module.write(ledger, out)
    elif chosen.folder:
        raise ExportError(f"{format} is a folder of tables: give one with --out")
    elif isinstance(out, Path):
        _whole(out, lambda: module.parts(ledger))
    else:
        out.writelines(module.parts(ledger))
    return ledger.counts()["claims"]


def parts(ledger: Ledger, format: str) -> Iterator[str]:
    """The text of an export that is one file, piece by piece. Raises ExportError before the first where it can't be."""
    from itertools import chain

    module = importlib.import_module(f"selon.views.export.{FORMATS[format].module}")
    pieces: Iterator[str] = module.parts(ledger)
    return chain([next(pieces, "")], pieces)


def _whole(path: Path, parts: Callable[[], Iterator[str]]) -> None:
    """Write beside and then rename: a stop in between leaves what was there. (A device or pipe is written to.)"""
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts())
        return
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
