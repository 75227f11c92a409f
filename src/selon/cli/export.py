"""``selon export``: the ledger's claims in the formats that others read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count, say, writing

if TYPE_CHECKING:
    from selon.ledger import Ledger

NAMES = "jsonl, csv, parquet, web-annotation, schema-org, followthemoney, geojson or rdf"


def command(
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {NAMES}.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT", help="A file or, for tables, a folder; else stdout.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the ledger's current claims for spreadsheets, notebooks, archives and other people's tools.

    csv gives one file with a row a claim or, where OUT is a folder, a table each for relays, quantities, times and
    places too; parquet is always such a folder. Every row leads back to the exact words of its article.
    """
    from selon.ledger import Ledger
    from selon.views.export import FORMATS, export

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {NAMES}", param_hint="--format")
    with Ledger(ledger, create=False) as opened:
        if out is None:
            export(opened, format, sys.stdout)
            return
        with writing(out):
            written = export(opened, format, out)
        told = _features(opened, written) if format == "geojson" else ""
    say(f"Wrote {told or count(written, 'claim')} to {out}")


def _features(ledger: Ledger, claims: int) -> str:
    """What a map was given: not every claim is on it."""
    from selon.views.export import geojson

    found = geojson.counts(ledger)
    without = f" ({found.unplaced:,} without coordinates)" if found.unplaced else ""
    of = f"{found.claims:,} of {count(claims, 'claim')} (the others name no place)"
    if found.claims == claims:
        of = count(claims, "claim")
    return f"{count(found.features, 'feature')}{without}, the places of {of},"
